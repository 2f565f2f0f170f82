"""What English calls people and bodies by a noun alone: relatives, helpers, places of business."""

import pytest

from tests.normalize.test_citations import read

_LEAD = "The old bridge over the Loma was shut on Monday.\n"
PEOPLE = ["bandmate", "bodyguard", "brother-in-law", "caregiver", "cleric", "fiancé", "gunman", "investigator", "mentor", "motorist", "parent", "partner", "patient", "publicist", "pupil", "roommate", "shareholder", "supervisor", "tourist", "translator", "trustee", "tutor", "twin", "villager", "voter"]
BODIES = ["brewery", "chain", "clinic", "college", "consortium", "farm", "festival", "gallery", "gym", "hotel", "network", "pharmacy", "platform", "port", "prison", "promoter", "restaurant", "shop", "store", "studio", "venue"]


@pytest.mark.parametrize("noun", PEOPLE)
def test_people_by_a_noun_speak(noun: str) -> None:
    assert [(c.source_as_given, c.role) for c in read(_LEAD + f"“It rains,” one {noun} told Reuters.", "en")] == [(f"one {noun}", "speaker"), ("Reuters", "venue")]
    assert [c.role for c in read(_LEAD + f"It rains, according to the singer's {noun}.", "en")] == ["speaker"]


@pytest.mark.parametrize("noun", BODIES)
def test_bodies_by_a_noun_say_something(noun: str) -> None:
    assert [c.source_as_given for c in read(_LEAD + f"The {noun} said the doors would stay shut.", "en")] == [noun]


def test_the_platform_is_the_one_named_before() -> None:
    cited = read("Facebook said on Monday that it would mend the page.\nThe pictures are gone, the platform said.", "en")
    assert {c.source_name for c in cited} == {"Facebook"}


CITED = [
    ("A source tells Us Weekly, “It rains.”", "Us Weekly"),
    ("“It rains,” Ann Sample said, via ESPN.", "ESPN"),
    ("Ann Sample was quoted by the Mirror as saying: “It rains.”", "Ann Sample"),
    ("The bridge is shut, according to none other than Loma mayor Bob Sample.", "Loma mayor Bob Sample"),
]


@pytest.mark.parametrize(("text", "name"), CITED)
def test_source_is_read(text: str, name: str) -> None:
    assert name in [c.source_as_given for c in read(text, "en")]


def test_a_capital_pronoun_is_no_medium() -> None:
    assert not read("They told Us the bridge was shut, all of it, for the whole of May.", "en")
