"""Short names of bodies: given in brackets, or the initials of a name that the text spells out."""

import re
from collections.abc import Sequence

from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity

_SPACES = re.compile(r"\s+")
_ACRONYM = re.compile(r"[»”\"]?\s*\(([^\W\d_a-zа-я]{2,8}|[A-Z][A-Za-zà-ÿ-]{2,11})\)")
_BODIES = ("latin", "body", "organisation", "outlet")
_WORDS = re.compile(r"[^\W\d_][\w]*")


def acronyms_in_brackets(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Short names given in brackets after a full one: «National Example Authority (NEA)»."""
    found = {}
    for mention in mentions:
        if not mention.person and (bracket := _ACRONYM.match(text, mention.char_end)):
            found[bracket[1]] = mention
    return found


def short_names(text: str, mentions: Sequence[Mention], acronyms: dict[str, Mention]) -> dict[str, str]:
    """What the initials of bodies stand for («SC»): adds bodies cited in full to `acronyms`, gives others as the text spells them."""
    spelled: dict[str, str] = {}
    short = {}
    for mention in mentions:
        words = text[mention.char_start : mention.char_end]
        if mention.match is None and not mention.person and words.isupper() and words.isalpha() and 1 < len(words) < 7:
            short.setdefault(words, mention)
    if not short:
        return spelled
    for mention in mentions:
        words = text[mention.char_start : mention.char_end].split()
        initials = "".join(word[0] for word in words if word[0].isupper())
        if not mention.person and len(words) > 1 and initials in short and mention.char_start < short[initials].char_start:
            acronyms.setdefault(initials, mention)
    for words, mention in short.items():
        if words not in acronyms and len(words) > 2 and (full := _spelled_out(text, mention.char_start, words)):
            spelled[words] = full
    return spelled


def shortened_names(text: str, mentions: Sequence[Mention], acronyms: dict[str, Mention]) -> None:
    """Adds to `acronyms` one capitalised word that begins or ends a body's longer name («Hacienda» for «Ministerio de Hacienda»).

    A word taken for a surname is none where no full name ends in it and a body's name does.
    """
    full: dict[str, Mention] = {}
    surnames = set()
    for mention in mentions:
        words = text[mention.char_start : mention.char_end].split()
        if mention.person:
            if " " in mention.person:
                surnames.add(mention.person.split()[-1])
            continue
        if mention.kind not in _BODIES or len(words) < 2:
            continue
        capital = [word.strip("«»\"“”„,.()'’") for word in words if word[:1].isupper()]
        for word in (*capital[:1], *capital[-1:]):
            if len(word) > 2 and word.lower() != mention.head and word not in full:
                full[word] = mention
    full |= {word: mention for word, mention in acronyms.items() if not word.isupper()}
    if not full:
        return
    for mention in mentions:
        word = mention.person or text[mention.char_start : mention.char_end]
        if mention.match is not None or word not in full or word in surnames or full[word].char_start == mention.char_start:
            continue
        if mention.person and text[mention.char_start : mention.char_end] != word:
            continue
        if mention.person:
            mention.person, mention.kind = None, "latin"
        acronyms.setdefault(word, full[word])


def named_again(mention: Mention, mentions: Sequence[Mention], result: Sequence[Identity | None]) -> Identity | None:
    """Who a mention is that shortens the name of one before it."""
    if mention.names_again is None:
        return None
    return next((identity for other, identity in zip(mentions, result, strict=False) if other is mention.names_again), None)


def _spelled_out(text: str, before: int, initials: str) -> str | None:
    """The capitalised words with these initials, small ones between them, that stand before the offset."""
    words = list(_WORDS.finditer(text, 0, before))
    for first in range(len(words)):
        if words[first][0][0] != initials[0]:
            continue
        wanted, k = 0, first
        while k < len(words) and wanted < len(initials) and k - first < 2 * len(initials):
            word = words[k][0]
            if k > first and text[words[k - 1].end() : words[k].start()].strip(" -'’"):
                break
            if word[0] == initials[wanted] and len(word) > 2:
                wanted += 1
            elif word[0].isupper() or len(word) > 4:
                break
            k += 1
        if wanted == len(initials):
            return _SPACES.sub(" ", text[words[first].start() : words[k - 1].end()])
    return None
