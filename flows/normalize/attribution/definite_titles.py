"""Titles with an article that go on about somebody whom the text has named without one."""

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import ARTICLE, load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.registered import Identity


def is_definite_title(mention: Mention, d: Discourse) -> bool:
    """Whether an article stands before the title of a post, with which the phrase begins («el líder de Ejemplo», not «la madre de Ejemplo»)."""
    cues = load_cues(d.language)
    before = d.folded[max(0, mention.char_start - 6) : mention.char_start].replace("'", "' ").replace("’", "' ").split()
    is_definite = d.language == "ro" or (bool(before) and bool(cues.words.get(before[-1].rstrip("'"), 0) & ARTICLE))
    return is_definite and mention.head not in cues.lists["kin"] and mention.head in d.folded[mention.char_start : mention.char_end].split()[:2]


def is_untitled(person: Identity | None, d: Discourse) -> bool:
    """Whether the text has cited the person without any title: a title further on may be theirs («el líder de Ejemplo»)."""
    if person is None:
        return False
    return not any(identity.name == person.name for titled in d.named.titles.values() for _, identity in titled)
