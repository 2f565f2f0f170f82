"""English polls, statements, interviews and what is told through others: sentences of our own, with who is cited and who is not."""

import pytest

from tests.normalize.test_citations import read

CITED = [
    # the words of the source, its role, its name
    # what somebody speaks of is no part of the name
    ("“We lose a friend,” said Mock of Sample’s exit. Ann Mock raced with Bob Sample.", "Mock", "speaker", "Ann Mock"),
    ("“We lose a friend,” said Ann Mock of Bob Sample's exit.", "Ann Mock", "speaker", "Ann Mock"),
    ("“She was better,” said Mock of the Loman. Ann Mock came second.", "Mock", "speaker", "Ann Mock"),
    ("“It rains,” said Ann Mock of the Loma Institute.", "Ann Mock of the Loma Institute", "speaker", "Ann Mock"),
    # whose poll it is
    ("A Reuters poll of more than 30 bakers showed that it rains.", "Reuters", "immediate", "Reuters"),
    ("A fresh Sampleco poll, the first since May, put the Greens at 42 per cent.", "Sampleco", "immediate", "Sampleco"),
    ("Ann Example took the lead in a CNN poll released in May.", "CNN", "immediate", "CNN"),
    ("In a Sampleco survey of 200 bakers, most liked rain.", "Sampleco", "immediate", "Sampleco"),
    ("A CNN/Sampleco online poll gave the Greens a lead.", "CNN", "immediate", "CNN"),
    ("A CNN/Sampleco online poll gave the Greens a lead.", "Sampleco", "immediate", "Sampleco"),
    ("The poll, conducted by the Guardian and Loma College, shows that it rains.", "Loma College", "immediate", "Loma College"),
    # a title and a firm between commas
    ("Ann Example, managing director, Sample Rivers said:\n“It rains.”", "Ann Example", "speaker", "Ann Example"),
    ("Ann Example, Head of Trade, Sample Rivers Ltd added: “It rains.”", "Ann Example", "speaker", "Ann Example"),
    # a body's own report, a statement for an answer, news confirmed, what is submitted to a court
    ("The mayor said it rains. In a report out on Friday, the Loma Institute said it pours.", "Loma Institute", "immediate", "Loma Institute"),
    ("Loma FC responded with a statement on Friday which said that it rains.", "Loma FC", "immediate", "Loma FC"),
    ("The club’s manager confirmed the news.", "club’s manager", "speaker", "club’s manager"),
    ("The investigating officer submitted that it rained.", "investigating officer", "speaker", "investigating officer"),
    # a medium's reporter reports for it, and says what is said
    ("BBC News correspondent, Ann Example, reports that it rains.", "BBC News", "immediate", "BBC"),
    ("BBC correspondent Ann Example said that it rains.", "BBC correspondent Ann Example", "speaker", "Ann Example"),
    # told in the present
    ("Loma Fire Chief Bob Sample tells the Loma Herald that a clerk heard noises.", "Loma Fire Chief Bob Sample", "speaker", "Bob Sample"),
    ("“It rains,” baker Ann Example tells Reuters.", "baker Ann Example", "speaker", "Ann Example"),
]

NOT_CITED = [
    # a ranking, a search, what somebody says of a poll
    ("The team rose to third in the AP poll this week.", "AP"),
    ("Ruritanian divers wrapped up a Samplean survey of the bay in May.", "Samplean"),
    ("“A CNN poll released in May was wrong,” Ann Example said.", "CNN"),
    # what things tell, and who speaks inside what another says
    ("The body tells you when it rains.", "body"),
    ("Ann Example tells the story of a rainy town.", "Ann Example"),
    ("Bob Sample saw the rain.“The mayor said it would stop, and nobody knew,” Bob Sample said.", "mayor"),
]


def english(text):
    return [(c.source_as_given, c.role, c.source_name) for c in read(text, "en", anchor=None)]


@pytest.mark.parametrize(("text", "words", "role", "name"), CITED)
def test_a_source_is_cited_with_its_role_and_name(text, words, role, name):
    assert (words, role, name) in english(text)


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_what_is_no_source_is_not_cited(text, words):
    assert words not in [found for found, _, _ in english(text)]


def test_a_poll_of_a_medium_leaves_bodies_the_source():
    assert ("Loma Police", "immediate", "Loma Police") in english("Loma Police said it rains. A CNN poll of 200 people showed that it pours.")


def test_one_body_with_and_in_its_name_is_no_two_makers():
    text = "Data from the Banking and Samples Federation showed that it rains."
    assert "Samples Federation" not in [words for words, _, _ in english(text)]


def test_the_company_is_not_whom_a_medium_cites():
    text = "Citing papers supplied by Samplax, the Guardian reported that it rains. “It does not,” the company said in a statement."
    assert english(text)[-1][2] == "company"


def test_a_noun_alone_is_the_body_that_the_text_introduces_by_it():
    text = "Crypto exchange Sampleco will mend its index, an announcement says. The exchange says the rain helped. Sampleco says it rains."
    assert [name for _, _, name in english(text)][1:] == ["Sampleco", "Sampleco"]


def test_a_body_is_the_one_of_a_place_cited_before():
    text = "It rains, the Ruritanian embassy in Loma tweeted on Friday. The Ruritanian embassy said it pours."
    assert {name for _, _, name in english(text)} == {"Ruritanian embassy in Loma"}
    text = "A clerk close to the case at Loma Zoo says it rains.\nA clerk close to the case said: “It pours.”"
    assert len({name for _, _, name in english(text)}) == 1


@pytest.mark.parametrize(("text", "channel"), [
    ("Samplax announced the closure on its website.", "website"),
    ("Samplax confirmed the closure in a press release.", "press_service"),
    ("Ann Sample said in a string of tweets that it rains.", "x"),
    ("Through his Instagram account, Bob Sample said it rains.", "instagram"),
    ("Ann Sample made the announcement via Twitter.", "x"),
])
def test_news_told_on_a_page_has_its_channel(text, channel):
    assert [c.channel for c in read("The bridge is shut.\n" + text, "en")] == [channel]


def test_news_confirmed_in_a_statement_is_said():
    assert [c.source_as_given for c in read("The bridge is shut.\nSamplax confirmed the closure in a statement.", "en")] == ["Samplax"]
