"""Russian and Ukrainian titles of somebody whom the text names nowhere else."""

from flows.normalize.attribution.discourse import Discourse
from flows.normalize.attribution.language_cues import load_cues
from flows.normalize.attribution.mention import Mention
from flows.normalize.attribution.word_forms import word_form


def ends_with_a_name(words: str, language: str) -> bool:
    """Whether a name that nothing else made out stands after an acronym («председатель ЧСДП Соботка»): it is nobody named before."""
    parts = words.split()
    if len(parts) < 3 or not parts[-1][:1].isupper() or parts[-1].isupper() or not parts[-2].isupper() or len(parts[-2]) < 2:
        return False
    return not word_form(parts[-1], language).known


def is_a_stranger(words: str, language: str) -> bool:
    """Whether the first word says that it is nobody named («неназванный чиновник», «другой собеседник»)."""
    return " " in words and words.lower().startswith(load_cues(language).groups["strangers"])


def speaks_for_another(words: str, head: str | None, d: Discourse) -> bool:
    """Whether a title is of somebody without a name: who speaks for a body that the phrase names («представитель Госдепа»), or is called so."""
    parts = words.split()
    if len(parts) > 1 and parts[0].lower().startswith(load_cues(d.language).groups["nameless"]):
        return True  # «местный священник»
    return head in load_cues(d.language).lists["speaks_for"] and any(word[:1].isupper() for word in parts[1:])


def is_of_somebody_named(mention: Mention, words: str, language: str) -> bool:
    """Whether a full name behind the title tells whose the one without a name is («жена Ивана Лыкова»)."""
    at = words.lower().find(mention.head) if mention.head else -1
    of_whom = words[at + len(mention.head) :].split() if at >= 0 else []
    if len(of_whom) < 2 or not all(word[:1].isupper() for word in of_whom):
        return False
    return mention.head.startswith(load_cues(language).groups["of_somebody"]) and word_form(of_whom[0], language).given_name
