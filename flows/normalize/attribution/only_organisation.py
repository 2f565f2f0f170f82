"""Which organisation a Russian or Ukrainian noun without a name means: the only one cited, or one that its adjective tells apart."""

from collections.abc import Sequence

from flows.normalize.attribution.base_forms import base_phrase
from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity
from flows.normalize.attribution.romanisation import romanise
from flows.normalize.attribution.word_forms import lemma, word_form

_KINDS = ("organisation", "platform")


def only_organisation(
    mention: Mention, head: str, mentions: Sequence[Mention], result: Sequence[Identity | None], d: Discourse
) -> Identity | None:
    """The only organisation cited so far, by name or by another such noun, which «корпорация», «пресс-служба сервиса» may mean."""
    cues = load_cues(d.language)
    words = d.folded[mention.char_start : mention.char_end].split()
    if len(words) == 2 and words[0].startswith(cues.groups["press_offices"]):
        head = lemma(words[1], d.language)
    if head not in cues.lists["only_one"]:
        return None
    cited = {i.name: i for m, i in zip(mentions, result, strict=False) if i is not None and not m.person and i.kind in _KINDS and not (m.is_plural and m.form == "subject")}
    only = next(iter(cited.values())) if len(cited) == 1 else None
    return only if only is not None and (only.name[:1].isupper() or only.name in cues.lists["only_one"]) else None


def tells_which_one(mention: Mention, head: str, d: Discourse) -> bool:
    """Whether an adjective says of what kind the body is that a general noun names («налоговая служба» is not the service spoken of)."""
    cues = load_cues(d.language)
    words = d.folded[mention.char_start : mention.char_end].split()
    if head not in cues.lists["of_any_kind"] or len(words) != 2 or words[1] != mention.head or words[0].startswith((*cues.groups["general_complements"], *cues.groups["press_offices"])):
        return False
    return word_form(words[0], d.language).adjective


def medium_of_that_name(mention: Mention, result: Sequence[Identity | None], d: Discourse) -> Identity | None:
    """The medium cited before by the name that stands alone here («в системі „Прозорро“», then «за даними „Прозорро“»)."""
    if mention.kind not in ("organisation", "latin") or mention.head or mention.match is not None:
        return None
    media = {i.name: i for i in result if i is not None and i.kind == "outlet"}
    if not media:
        return None
    words = d.text[mention.char_start : mention.char_end].strip("«»“”„\"")
    return media.get(romanise(words, d.language)) or media.get(romanise(base_phrase(words, d.language), d.language))
