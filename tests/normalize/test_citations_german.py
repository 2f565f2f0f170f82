"""Citations in German: who is cited, who is not, and by which channel; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet

CITED = [
    # names of media and bodies in their cases
    ("„Es reicht“, sagte Erika Muster der „Rheinischen Post“.", "Rheinischen Post", "venue", None),
    ("Wie der Bayerische Rundfunk berichtet, ist der Turm gesperrt.", "Bayerische Rundfunk", "immediate", None),
    ("Laut Statistischem Bundesamt gibt es mehr Türme.", "Statistischem Bundesamt", "immediate", None),
    ("Der Turm ist laut Auskunft des Handelsblatts verkauft, berichtet der NDR.", "NDR", "immediate", None),
    # lists of media
    ("Nach Informationen von NDR, WDR und „Süddeutscher Zeitung“ ist der Turm verkauft.", "WDR", "immediate", None),
    ("Nach Informationen von NDR, WDR und „Süddeutscher Zeitung“ ist der Turm verkauft.", "Süddeutscher Zeitung", "immediate", None),
    ("Die „Bild“-Zeitung hatte zuerst darüber berichtet.", "Bild", "immediate", None),
    ("Wie die Deutsche Presse-Agentur erfuhr, wird der Turm verkauft.", "Deutsche Presse-Agentur", "immediate", None),
    # where it was said
    ("Im Deutschlandfunk sagte der Türmer Erik Muster, es ziehe.", "Deutschlandfunk", "venue", "broadcast"),
    ("Im Deutschlandfunk sagte der Türmer Erik Muster, es ziehe.", "Türmer Erik Muster", "speaker", "broadcast"),
    ("Erik Muster kam. Auch Muster hatte dem „Spiegel“-Gespräch zugestimmt. Zuvor sagte Muster im „Spiegel“-Interview, es ziehe.", "Spiegel", "venue", "interview"),
    ("Erika Muster kündigte im Interview der „Bild am Sonntag“ an, den Turm zu kaufen.", "Bild am Sonntag", "venue", "interview"),
    ("In einer Pressemitteilung kündigte das Unternehmen Turm AG neue Treppen an.", "Unternehmen Turm AG", "immediate", "press_service"),
    # what says something
    ("Erik Muster kam. Am Abend war Erik Muster zu hören. Muster hatte erklärt, dass der Turm schief sei.", "Erik Muster", "speaker", None),
    ("Bürgermeisterin Erika Muster zeigte sich überzeugt, dass der Turm hält.", "Bürgermeisterin Erika Muster", "speaker", None),
    ("Die Behörden gehen davon aus, dass der Turm hält.", "Behörden", "speaker", None),
    ("Das bestätigte eine Sprecherin der Stadt auf Nachfrage.", "Sprecherin der Stadt", "speaker", None),
    ("Ein Sprecher der Stadt bestätigte den Bericht.", "Sprecher der Stadt", "speaker", None),
    ("Die Vorsitzende des Vereins, Erika Muster, forderte mehr Geld.", "Vorsitzende des Vereins, Erika Muster", "speaker", None),
    ("Der Wissenschaftler Erik Muster von der Hochschule Turmheim sagt: „Es zieht.“", "Wissenschaftler Erik Muster von der Hochschule Turmheim", "speaker", None),
    ("So sagte etwa der Türmer Erik Muster, es ziehe.", "Türmer Erik Muster", "speaker", None),
    ("Eine Studie der Hochschule Turmheim zeigt, dass Türme schief sind.", "Hochschule Turmheim", "immediate", None),
    ("Nach Angaben der Fluggesellschaft die Landung betreffend zieht es.", "Fluggesellschaft", "immediate", None),
    ("„Es zieht“, sagte der junge Polizist.", "junge Polizist", "speaker", None),
]
NOT_CITED = [
    ("Mit Verweis auf den Denkmalschutz lehnte die Stadt den Umbau ab.", "Denkmalschutz"),
    ("Die Vorsitzende des Vereins, Erika Muster, forderte höhere Löhne.", "Löhne"),
    ("Die Behörde meldete zwei Tote.", "Tote"),
    ("Der Bericht zeigt die Arbeit der Stadt.", "Bericht"),
    ("Niemand, der am Turm Kritik äußerte, wurde gehört.", "Kritik"),
    ("Erik Muster ging. Auch Erik Muster ging. Muster hat sich den Sieg auf die Fahnen geschrieben.", "Muster"),
    ("Das Gerüst, mit dem die Maurer arbeiten, fordert ein klares Konzept.", "Konzept"),
]


def citations(text: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, "de")
    return read_citations(text, "de", names, read_outlet(text, "de", names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("text", "words", "role", "channel"), CITED)
def test_a_source_is_cited(text, words, role, channel):
    found = [(c.source_as_given, c.role, c.channel) for c in citations(text)]
    assert (words, role, channel) in found, found


@pytest.mark.parametrize(("text", "words"), NOT_CITED)
def test_a_noun_is_not_cited(text, words):
    found = [c.source_as_given for c in citations(text)]
    assert not any(words in given for given in found), found


def test_insiders_are_people_and_no_paper():
    found = citations("Das berichtet der „Spiegel“ unter Berufung auf Insider.")
    assert [(c.source_as_given, c.source_kind) for c in found] == [("Spiegel", "outlet"), ("Insider", "unnamed")]


@pytest.mark.parametrize("title", ["Konzernchef", "UNO-Vertreter", "Türmer-Politikerin"])
def test_a_title_is_no_part_of_the_name(title):
    assert [c.source_name for c in citations(f"„Es zieht“, sagte {title} Robin Muster.")] == ["Robin Muster"]
