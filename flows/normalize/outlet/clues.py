"""Clues in a text to its publisher: each place where a name stands as a publisher's name stands."""

from collections.abc import Iterator, Sequence

from flows.normalize.dateline import Dateline
from flows.normalize.outlet.address_clues import clues_of_addresses
from flows.normalize.outlet.clue import Clue
from flows.normalize.outlet.compounds import with_compounds
from flows.normalize.outlet.domains import with_domains
from flows.normalize.outlet.line_clues import clues_of_line
from flows.normalize.outlet.name_place import place_of_name
from flows.normalize.outlet.sentence_clues import clues_of_sentence
from flows.normalize.outlet.standing import is_in_place_of_a_name, is_whole_name, stands_as_name
from flows.normalize.outlet.traits import is_quoted, writes_in
from flows.normalize.registry import NameMatch, Outlet, Registry

# No article names more outlets; what does is a list, and its head and foot are enough.
_MOST_NAMES = 400
_RULES_FOR_NAMES_ONLY = ("subscription.", "copyright.", "self_reference.interview_label")


def find_clues(text: str, language: str, names: Sequence[NameMatch], dateline: Dateline | None, registry: Registry) -> list[Clue]:
    """All clues of the text, in text order."""
    clues = list(_dateline_clue(text, dateline, language, registry))
    questions: dict[str, int] = {}
    names = with_compounds(text, language, with_domains(text, names, registry), registry)
    for name in names if len(names) <= _MOST_NAMES else (*names[: _MOST_NAMES // 2], *names[-_MOST_NAMES // 2 :]):
        if dateline and dateline.char_start <= name.char_start < dateline.char_end:
            continue
        outlet = _outlet_of(name, language, registry)
        if outlet is None or not writes_in(outlet, language):
            continue
        found = _clues_of_name(text, language, name, outlet, questions)  # nothing is read before it is asked for
        if is_whole_name(text, name) and (name.is_distinctive or stands_as_name(text, name)):
            clues += found
        elif is_in_place_of_a_name(text, name):
            # Where only a name can stand, a common word is one too.
            rules = "dateline." if language == "ar" else _RULES_FOR_NAMES_ONLY
            clues += (clue for clue in found if clue.rule.startswith(rules))
    clues += clues_of_addresses(text, registry)
    return sorted(clues, key=lambda clue: (clue.char_start, -clue.confidence))


def _outlet_of(name: NameMatch, language: str, registry: Registry) -> Outlet | None:
    """The outlet a name means; where several share it, the only one that writes in the text's language."""
    outlets = [registry.outlets[i] for i in name.source_ids if i in registry.outlets]
    if len(outlets) > 1:
        outlets = [o for o in outlets if language.partition("-")[0] in o.languages]
    return outlets[0] if len(outlets) == 1 else None


def _dateline_clue(text: str, dateline: Dateline | None, language: str, registry: Registry) -> Iterator[Clue]:
    """The agency in a dateline: publisher, unless it stands in brackets, as text supplied by an agency is marked."""
    if dateline is None or dateline.agency is None:
        return
    name = dateline.agency
    outlet = _outlet_of(name, language, registry)
    if outlet is None or not writes_in(outlet, language):
        return
    opened = text[dateline.char_start : name.char_start]
    in_brackets = dateline.rule == "dateline.brackets" or opened.rfind("(") > opened.rfind(")")
    confidence = 0.5 if in_brackets and (outlet.kind == "agency" or is_quoted(outlet) or dateline.place is None) else 0.95
    yield Clue(outlet.outlet_id, dateline.char_start, dateline.char_end, dateline.rule, confidence, name)


def _clues_of_name(text: str, language: str, name: NameMatch, outlet: Outlet, questions: dict[str, int]) -> Iterator[Clue]:
    """Clues from the place where one name stands: the form of its line decides, else the sentence."""
    place = place_of_name(text, language, name, outlet)
    said = clues_of_line(place, questions)
    if said is None:
        said = clues_of_sentence(place)
    for rule, confidence in said:
        yield Clue(outlet.outlet_id, name.char_start, name.char_end, rule, confidence, name)
