"""Media in English citations: whom somebody told, whose interview, piece or show it was, which paper a line thanks."""

import pytest

from flows.normalize.citations import read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet
from flows.normalize.recap import read_recaps

CITED = [
    # the words of the source, its role, its channel
    ("It rains.\nInformation from: Sample Gazette-Journal, http://www.example.com", "Sample Gazette-Journal", "immediate", None),
    ("It rains.\nInformation from: West Sample Today, http://www.example.com", "West Sample Today", "immediate", None),
    ("“It rains,” said a statement from the Sample Club.", "Sample Club", "immediate", None),
    ("It rains, said a report by MacRumors.", "MacRumors", "immediate", None),
    ("“It rains,” Ann Example told the Loma Times-News.", "Loma Times-News", "venue", None),
    ("“It rains,” Ann Example told WXYZ.", "WXYZ", "venue", None),
    ("“It rains,” Ann Example told CNN’s Bob Sample.", "CNN", "venue", None),
    ("In an interview with Loma radio station WXYZ on Friday, Ann Example said it rains.", "Loma radio station WXYZ", "venue", "interview"),
    ("Ann Example, in an interview with SAMPLABEAT, confirmed that it rains.", "SAMPLABEAT", "venue", "interview"),
    ("In an interview to ABCD-TV18, Ann Example said it rains.", "ABCD-TV18", "venue", "interview"),
    ("In an interview with the VOA’s Sample Show Friday, Ann Example said it rains.", "VOA", "venue", "interview"),
    ("Ann Example said in a CNN interview that it rains.", "CNN", "venue", "interview"),
    ("Thursday on CNN’s “Sample Tonight,” Rep. Ann Example said it rains.", "CNN", "venue", "broadcast"),
    ("In the New York Times, columnist Ann Example argued that it rains.", "New York Times", "venue", None),
    ("“It rains,” Ann Example wrote, in the Guardian.", "Guardian", "venue", None),
    ("“It rains,” Ann Example wrote in a recent piece for the Guardian.", "Guardian", "venue", None),
    ("A study published last month in the Sample Journal of Rain found that it rains.", "Sample Journal of Rain", "venue", None),
    ("It rains, according to Ruritanian news website udn.com, which has a photo.", "Ruritanian news website udn.com", "immediate", None),
    ("It rains, per The Athletic’s Ann Example.", "The Athletic", "immediate", None),
    ("NPR’s Ann Example reports from Loma that it rains.", "NPR", "immediate", None),
    ("It rains. (With PTI inputs)", "PTI", "immediate", None),
    ("Ann Example told it in an article which appeared in the Malaysiakini news portal.", "Malaysiakini", "venue", None),
    ("It rains, according to a long report released Wednesday by the Sample Institute.", "Sample Institute", "immediate", None),
    ("It rains, according to data released in November by the Sample Institute.", "Sample Institute", "immediate", None),
    ("It rains, according to NASA officials.", "NASA officials", "speaker", None),
    ("Mayor of Loma explains that it rains.", "Mayor of Loma", "speaker", None),
    ("EPA Samplax said that it rains.", "Samplax", "immediate", None),
    ("Loma-based Samplax fell.\nSamplax said that it rains.", "Samplax", "immediate", None),
    ("Naija News recalls that it rains.", "Naija News", "self", None),
    ("Ann Example told The Hollywood Reporter this week that it rains.", "The Hollywood Reporter", "venue", None),
    ("“It rains,” Ann Example told TV2.", "TV2", "venue", None),
    ("“It rains,” Ann Example told Fox.", "Fox", "venue", None),
    ("A follow-up message from the government said that it rains.", "government", "immediate", None),
    ("“It rains,” said the plea, filed through a friend.", "plea", "immediate", None),
    ("Dr Ann Example agrees that it rains.", "Dr Ann Example", "speaker", None),
    ("It rains, according to the Guardian’s Ann Example.", "the Guardian", "immediate", None),
    ("According to Ann Example of the Sample Observer, it rains.", "Sample Observer", "immediate", None),
    ("Ann Example tells Bob Sample and Cat Sample of the New York Times that it rains.", "New York Times", "venue", None),
    ("Ann Example was appearing on the BBC One politics programme. She said it rains.", "the BBC One", "venue", "broadcast"),
    ("It was published in June in the journal Nature Sampling.", "Nature Sampling", "venue", None),
    ("Ann Example said it rains, citing witnesses.", "witnesses", "upstream", None),
    ("The ministry affirmed its readiness to help.", "ministry", "immediate", None),
    ("“It rains,” spokesman Ivan Example was quoted by Tass as saying.", "spokesman Ivan Example", "speaker", None),
    ("“It rains,” spokesman Ivan Example was quoted as saying by Reuters.", "spokesman Ivan Example", "speaker", None),
    ("It rains, according to multiple reports.", "multiple reports", "immediate", None),
    ("It rains, according to reports from Forbes.", "Forbes", "immediate", None),
    ("Ann Example told The Sample, a Loma-based news website, that it rains.", "The Sample", "venue", None),
    ("Xinhua | Updated: 2017-09-15 21:45\nLOMA -- It rains.", "Xinhua", "wire", None),
    ("The feature is coming soon (h/t Android Police).", "Android Police", "immediate", None),
    ("Research from Samplax suggests one in four has an umbrella.", "Samplax", "immediate", None),
    ("It rains, as Ars Technica points out.", "Ars Technica", "immediate", None),
    ("Commenting on the matter to The Washington Post, Samplax said that it rains.", "The Washington Post", "venue", None),
    ("During the latest episode of the Loma Tales podcast, Ann Example explained that it rains.", "Loma Tales podcast", "venue", "broadcast"),
    ("“It rains,” Ann Example said on the Loma Tales podcast.", "Loma Tales podcast", "venue", "broadcast"),
]

NOT_CITED = [
    ("Commenting on the fate of The Washington Post last year, Ann Example said that it rains.", "Washington Post"),
    ("Ann Example said that she liked the Loma Tales podcast.", "Loma Tales"),
    ("It rained, and the road was shut for long. " * 9 + "\nScreengrab of a feed on the plane (PA)\n" + "The plane was late. " * 9, "PA"),
    ("The scientists used research from Samplax to build it.", "Samplax"),
    ("Ann Example told Sampla, a friend of hers, that it rains.", "Sampla"),
    ("READ MORE: It rains.\nIt pours.\nREAD MORE: It snows.", "READ"),
    ("FC Loma: W D L\nIt rains.\nFC Loma: D W W", "Loma"),
    ("It rains, according to reports from Forbes.", "reports"),
    ("The Appellate Division on Thursday affirmed the death penalty.", "Division"),
    ("They wanted an arrest warrant for talk show host Ann Example.", "warrant"),
    ("The film has a clear message told through the tale of two friends.", "message"),
    ("The leaders “agreed that Sampleland is a threat”.", "Sampleland"),
    ("She had the inputs of PTI in mind.", "PTI"),
    ("Ann Example appeared in the Sample Series in May.", "Series"),
    ("EPA Samplax said that it rains.", "EPA"),
    ("“The PDP had ruled Loma for years,” he said.", "PDP"),
    ("It rains, according to data released in November by the Sample Institute.", "data"),
    ("It rains.\nInformation from: The News Journal of Loma, Del., http://www.example.com", "Del"),
    ("“It rains,” said a statement from the Sample Club.", "statement"),
    ("“It rains,” Ann Example told UEFA.", "UEFA"),
    ("In an interview with NASA, Ann Example said it rains.", "NASA"),
    ("Ann Example wrote the report in the Guardian office.", "Guardian"),
    ("Ann Example said the story in the Guardian was wrong.", "Guardian"),
    ("On CNN on Thursday the show was cancelled, Ann Example said.", "CNN"),
    ("The study was published last week in Loma.", "Loma"),
    ("“It rains,” said CNN’s Bob Sample.", "nobody"),
    ("Ann Example told the All-Star team that it rains.", "All-Star"),
]


def citations(text: str):
    registry = load_registry()
    names = registry.find_names(text, "en")
    outlet = read_outlet(text, "en", names, None, None, None, registry)
    return read_citations(text, "en", names, outlet, None, read_recaps(text, "en"), None, registry)


@pytest.mark.parametrize(("text", "words", "role", "channel"), CITED)
def test_a_medium_is_cited_as_what_it_is_to_the_article(text, words, role, channel):
    assert (words, role, channel) in [(c.source_as_given, c.role, c.channel) for c in citations(text)]


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_what_is_no_medium_of_a_statement_is_not_cited(text, words):
    assert not any(words in c.source_as_given for c in citations(text))


def test_who_asks_and_answers_in_an_interview_is_read_by_the_line():
    text = "The Economist: Does it rain?\nMr Example: It does.\nThe Economist: Does it pour?\nMr Example: It does."
    assert {c.source_as_given for c in citations(text)} == {"The Economist", "Mr Example"}


def test_the_company_an_article_begins_with_is_named_by_a_later_citation():
    text = "Samplax shares jumped after the company said it rains. It pours, Samplax Pharmaceuticals said in a filing."
    assert {c.source_name for c in citations(text)} == {"Samplax Pharmaceuticals"}
    text = "Shares jumped after the company said it rains. It pours, the Sample Retail Federation said in a filing."
    assert {c.source_name for c in citations(text)} == {"company", "Sample Retail Federation"}


@pytest.mark.parametrize(("text", "names"), [
    ("Le Monde said it rains. It pours, the French paper wrote.", {"Le Monde"}),
    ("Facebook said it rains. The company announced that it pours.", {"Facebook"}),
    ("Facebook said it rains. The organization announced that it pours.", {"Facebook", "organization"}),
])
def test_a_description_is_who_was_cited_last(text, names):
    assert {c.source_name for c in citations(text)} == names
