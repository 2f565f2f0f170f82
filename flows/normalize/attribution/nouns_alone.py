"""What an English noun alone stands for: the body cited so far ("the airline"), the one that the text introduces by it ("the crypto exchange Sampleco"), people spoken of before."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity

_NAME = r",? ([A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2})(?![’'\w])"
_FEWEST = 2  # times that a text names whom it is about


def only_body(head: str, mentions: Sequence[Mention], result: Sequence[Identity | None], d: Discourse) -> Identity | None:
    """The one body that the text has cited by name so far, where a noun says of what kind it is ("the airline")."""
    if head not in load_cues(d.language).lists["by_kind"]:
        return None
    bodies = {i.name: i for m, i in zip(mentions, result, strict=False) if i and not m.person and m.kind in ("body", "latin", "organisation", "official")}
    only = next(iter(bodies.values())) if len(bodies) == 1 else None
    is_proper = only is not None and only.kind in ("official", "organisation") and not only.name.islower() and only.name.lower() not in load_cues(d.language).words
    return only if is_proper else None


def introduced_name(mention: Mention, head: str, d: Discourse) -> str | None:
    """The one name behind the same noun somewhere before the mention, which the text has more than once ("crypto exchange Sampleco")."""
    cues = load_cues(d.language)
    if mention.kind != "body" or head not in cues.lists["by_kind"] | cues.lists["organisation"] or not d.folded.endswith("the ", 0, mention.char_start):
        return None
    names = set(re.findall(rf"\b{re.escape(head)}{_NAME}", d.text[: mention.char_start]))
    name = names.pop() if len(names) == 1 else None
    is_proper = name is not None and not any(cues.words.get(word.lower(), 0) for word in name.split())
    return name if is_proper and d.text.count(name) >= _FEWEST else None


def same_people_before(mention: Mention, head: str | None, d: Discourse) -> Identity | None:
    """The nameless people spoken of before who are meant by "the source", "one of the sources", "officials"."""
    words = d.folded[mention.char_start : mention.char_end]
    is_one_of = words.startswith("one of the ")
    if not is_one_of and " " in words:
        return None
    named = d.named.by_head
    same = named.get(head) or named.get(f"{head}s")
    return same if same is not None and same.kind == "unnamed" else None


def is_short_name(mention: Mention, d: Discourse) -> bool:
    """Whether an English noun for a medium is written as a name ("told the Journal")."""
    words = d.text[mention.char_start : mention.char_end]
    return words[:1].isupper() and " " not in words and d.folded.endswith("the ", 0, mention.char_start)


def is_new_document(mention: Mention, d: Discourse) -> bool:
    """Whether an English text speaks of a document for the first time ("a complaint")."""
    return d.language == "en" and mention.kind == "document" and d.folded.endswith((" a ", " an "), 0, mention.char_start)


def is_compound(mention: Mention, head: str | None, d: Discourse) -> bool:
    """Whether a German word for a medium says in its first part which one it is („Töpferzeitung“)."""
    return d.language == "de" and mention.kind in ("outlet", "agency") and head is not None and head not in load_cues("de").words
