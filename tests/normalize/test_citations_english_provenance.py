"""Where English articles have their information from: documents, the press, pages and papers that no registry has."""

import pytest

from tests.normalize.test_citations import read

CITED = [
    # the words of the source, its role, its channel
    ("A bridge is shut. The Loma Enterprise reports the county will mend it.", "Loma Enterprise", "immediate", None),
    ("A bridge is shut. The Courier reports the county will mend it.", "Courier", "immediate", None),
    ("A bridge is shut, the Loma Eagle reported Thursday.", "Loma Eagle", "immediate", None),
    ("A bridge is shut. Loma TV station KLMX reports the county will mend it.", "Loma TV station KLMX", "immediate", None),
    ("The Loma Health Department reports 30 cases.", "Loma Health Department", "immediate", None),
    ("CNN on Monday, citing two officials, reported that it rains.", "CNN", "immediate", None),
    ("CNN on Monday, citing two officials, reported that it rains.", "two officials", "upstream", None),
    ("It rains, according to a new paper.", "new paper", "immediate", None),
    ("It rains, according to a story on The Athletic.", "The Athletic", "immediate", None),
    ("It rains, according to a summary provided by the Loma Council.", "Loma Council", "immediate", None),
    ("It rains, according to a tweet from the Loma Zoo.", "Loma Zoo", "immediate", "x"),
    ("It rains, according to the Loma Zoo's official Facebook page.", "Loma Zoo", "immediate", "facebook"),
    ("It rains, according to a post on the zoo's website.", "zoo", "immediate", "website"),
    ("It rains, according to the state health department's update.", "state health department", "immediate", None),
    ("It rains, according to Thursday’s press release.", "Thursday’s press release", "immediate", None),
    ("It rains, according to statistics released on Friday.", "statistics", "immediate", None),
    ("It rains, according to the 2010 Sample census.", "2010 Sample census", "immediate", None),
    ("It rains, according to Sampleco ratings data.", "Sampleco", "immediate", None),
    ("It rains, according to the personal finance blog Samplerich.", "personal finance blog Samplerich", "immediate", None),
    ("It rains, according to a biography of the king by John Sample.", "John Sample", "immediate", None),
    ("It rains, according to the French press.", "French press", "immediate", None),
    ("Spanish newspapers reported that it rains.", "Spanish newspapers", "immediate", None),
    ("It rains, according to Loma emergency services.", "Loma emergency services", "speaker", None),
    ("According to ratesample.ca, it rains.", "ratesample.ca", "immediate", None),
]

NOT_CITED = [
    ("A bridge is shut. The Loma Bank reports a profit of $3 million.", "Loma Bank"),
    ("The Loma Health Department reports 3 percent growth.", "Loma Health Department"),
    ("If all goes according to plan, it rains.", "plan"),
    ("The law is the law, according to the order.", "order"),
    ("Ministers are chosen according to their rules.", "rules"),
    ("Prices vary according to size and demand.", "size"),
    ("They met at 10 p.m. in Loma, and it rained.", "p.m"),
]


@pytest.mark.parametrize(("text", "words", "role", "channel"), CITED)
def test_a_source_is_cited_as_what_it_is_to_the_article(text, words, role, channel):
    assert (words, role, channel) in [(c.source_as_given, c.role, c.channel) for c in read(text, "en")]


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_what_is_no_source_is_not_cited(text, words):
    assert not any(words in c.source_as_given for c in read(text, "en"))


def test_a_station_is_called_by_its_call_sign():
    assert [c.source_name for c in read("Loma TV station KLMX reports a bridge is shut.", "en")] == ["KLMX"]


def test_a_document_that_is_new_to_the_text_is_not_the_one_before():
    text = "A Reuters report said it rains. It pours, according to a complaint filed in Loma."
    assert [c.source_name for c in read(text, "en")] == ["Reuters", "complaint"]
