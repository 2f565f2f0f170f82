"""Channels of English citations: an interview told away from its medium, a programme, a post between who wrote it and the verb; who was told, and who told."""

import pytest

from flows.normalize.citations import read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.recap import read_recaps

CITED = [
    # the words of the source, its role, its channel
    ("“It rains,” Ann Example told Reuters in an interview on Monday.", "Reuters", "venue", "interview"),
    ("“It rains,” Ann Example told Reuters in an interview on Monday.", "Ann Example", "speaker", "interview"),
    ("Ann Example told the Guardian in a rare telephone interview that it rains.", "the Guardian", "venue", "interview"),
    ("Ann Example told the Guardian that it rains.", "Ann Example", "speaker", None),
    ("It rains, Ann Example said in an interview.", "Ann Example", "speaker", "interview"),
    ("Speaking in an interview on Monday, Ann Example said it rains.", "Ann Example", "speaker", "interview"),
    ("“It rains,” said Ann Example, the mayor of Loma, in an interview.", "Ann Example", "speaker", "interview"),
    ("Ann Example said there was no place in an interview room.", "Ann Example", "speaker", None),
    ("On Friday’s broadcast of CNN’s “Sample Day,” Senator Ann Example stated that it rains.", "CNN", "venue", "broadcast"),
    ("Senator Ann Example said on Monday’s edition of MSNBC’s “Sample Joe” that it rains.", "MSNBC", "venue", "broadcast"),
    ("Ann Example told CNN’s “Sample Day” that it rains.", "CNN", "venue", "broadcast"),
    ("Ann Example told BBC Radio 4’s Today programme that it rains.", "Ann Example", "speaker", "broadcast"),
    ("Ann Example told CNN’s Bob Sample that it rains.", "CNN", "venue", None),
    ("SAMPLA on its Twitter account also noted that it rains.", "SAMPLA", "immediate", "x"),
    ("Ann Example, in a Facebook post on Monday, said it rains.", "Ann Example", "immediate", "facebook"),
    ("Ann Example, who left Twitter in May, said it rains.", "Ann Example", "speaker", None),
    ("A woman told a reporter from the Guardian that it rains.", "the Guardian", "venue", None),
    ("A woman told reporters for the BBC that it rains.", "the BBC", "venue", None),
    ("People familiar with the plan said it rains.", "People familiar with the plan", "speaker", None),
    ("Sources familiar with the inquiry into the leak said it rains.", "Sources familiar with the inquiry into the leak", "speaker", None),
    ("People magazine reported that it rains.", "People magazine", "immediate", None),
    ("This was made known by Mr Ben Example, the head of the office, in Loma.", "Mr Ben Example", "speaker", None),
    ("Ann Example said she had posted it on Facebook.", "Ann Example", "speaker", None),
    ("Ann Example said in a statement she posted on Twitter that it rains.", "Ann Example", "immediate", "x"),
    ("In a post on X’s official account, the ministry said it rains.", "ministry", "immediate", "x"),
    ("“It rains,” said a tweet from the ministry.", "ministry", "immediate", "x"),
    ("“It rains,” read a post on the club’s Facebook page.", "club", "immediate", "facebook"),
    ("It rains, according to Ann Example’s Instagram post.", "Ann Example", "immediate", "instagram"),
    ("Ann Example said it rains. In a video posted on Twitter, she said it pours.", "Ann Example", "immediate", "x"),
    ("The ministry’s press office said it rains.", "ministry’s press office", "immediate", "press_service"),
    ("It rains, according to a report by the Sample Panel on Climate Change.", "Sample Panel on Climate Change", "immediate", None),
    ("It rains, according to the Sample Panel on Monday.", "Sample Panel", "immediate", None),
    ("It rains.\nWith files from The Canadian Press", "The Canadian Press", "immediate", None),
    ("Rain goes on\nBy Ann Example, Associated Press\nIt rains in Loma and in the hills around it.", "Associated Press", "wire", None),
    ("It rains in Loma and in the hills around it.\nAnn Example, The Canadian Press", "The Canadian Press", "wire", None),
    ("Ann Example said on Loma FM’s morning show that it rains.", "Loma FM", "venue", "broadcast"),
    ("“It rains,” Ann Example said on Monday on Radio Loma.", "Radio Loma", "venue", "broadcast"),
    ("In a CNN interview on Monday, Ann Example said it rains.", "CNN", "venue", "interview"),
    ("In Saturday’s New York Times, Ann Example wrote that it rains.", "New York Times", "venue", None),
    ("Ann Example told Fox News host Bob Sample that it rains.", "Fox News", "venue", None),
    ("Ann Example told host Bob Sample on CNN that it rains.", "CNN", "venue", None),
    ("This was disclosed by the Ministry of Rain on Monday.", "Ministry of Rain", "immediate", None),
]

NOT_CITED = [
    ("She shared a picture, giving fans hope that the band would play.", "fans"),
    ("A woman told a reporter from Loma that it rains.", "Loma"),
    ("“It rains,” Ann Example said in a video posted on Instagram.", "video"),
    ("Rain goes on\nAnn Example, AP\nIt rains in Loma and in the hills around it, and it has rained there for a long time, as people say.\nIt pours now, and nobody knows when it will end or where the water will go.", "AP"),
    ("She was responding to a tweet from drummer Ben Example.", "Ben Example"),
]


def citations(text: str):
    registry = load_registry()
    names = registry.find_names(text, "en")
    outlet = read_outlet(text, "en", names, None, None, None, registry)
    return read_citations(text, "en", names, outlet, None, read_recaps(text, "en"), None, registry)


@pytest.mark.parametrize(("text", "words", "role", "channel"), CITED)
def test_a_statement_has_the_channel_that_its_sentence_says(text, words, role, channel):
    assert (words, role, channel) in [(c.source_as_given, c.role, c.channel) for c in citations(text)]


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_who_says_nothing_is_not_cited(text, words):
    assert not any(words in c.source_as_given for c in citations(text))


@pytest.mark.parametrize(("words", "kind"), [
    ("Sample Association of Head Teachers", "organisation"),
    ("Sample College of Nurses", "organisation"),
    ("Council of Graduate Schools", "official"),
    ("Reporters Without Borders", "organisation"),
    ("Loma Violence Archive", "organisation"),
    ("Sample Intelligence", "organisation"),
])
def test_a_body_named_after_people_is_no_person(words, kind):
    assert [(c.source_name, c.source_kind, c.role) for c in citations(f"It rains, according to the {words}.")] == [(words, kind, "immediate")]
