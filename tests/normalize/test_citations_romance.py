"""Citations in the Romance languages and Polish: who is cited, who is not, by which channel; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet

CITED = [
    ("fr", "« C'est une honte », a dénoncé Jean Exemple, sur BFMTV.", "Jean Exemple", "speaker", "broadcast"),
    ("fr", "« C'est une honte », a dénoncé Jean Exemple, sur BFMTV.", "BFMTV", "venue", "broadcast"),
    ("fr", "« Le phare tient », a déclaré la gardienne dans un entretien au Figaro.", "Figaro", "venue", "interview"),
    ("fr", "C'est ce qu'a annoncé le ministère des Phares.", "ministère des Phares", "immediate", None),
    ("fr", "Le maire Jean Exemple s'est dit inquiet pour le phare.", "maire Jean Exemple", "speaker", None),
    ("fr", "« C'est beau », s'est réjoui le maire Jean Exemple.", "maire Jean Exemple", "speaker", None),
    ("fr", "Le phare rouvrira, a-t-on appris auprès de la préfecture.", "préfecture", "immediate", None),
    ("fr", "Pour l'économiste Marie Exemple, le phare est trop cher.", "économiste Marie Exemple", "speaker", None),
    ("fr", "Une porte-parole du port a confirmé l'information.", "porte-parole du port", "speaker", None),
    ("es", "Según fuentes, Ejemplo llegó. El técnico Juan Ejemplo estaba triste. Ejemplo la lamentó: \"Una pena\".", "Ejemplo", "speaker", None),
    ("es", "Medios locales reportaron tres barcos perdidos.", "Medios locales", "immediate", None),
    ("es", "El presidente de la República Juan Ejemplo dijo que el faro cierra.", "presidente de la República Juan Ejemplo", "speaker", None),
    ("it", "Il ministro degli Affari Esteri Mario Esempio ha detto che il faro chiude.", "ministro degli Affari Esteri Mario Esempio", "speaker", None),
    ("pt", "Para o economista João Exemplo, o farol é caro.", "economista João Exemplo", "speaker", None),
    # documents that show something
    ("fr", "Une étude publiée dans la revue Nature montre que les phares comptent.", "étude", "immediate", None),
    ("es", "El informe muestra que los faros cuentan.", "informe", "immediate", None),
    ("it", "Uno studio pubblicato sulla rivista Nature dimostra che i fari contano.", "studio", "immediate", None),
    # who confirmed it, who asked
    ("fr", "L'information a été confirmée par la préfecture.", "préfecture", "immediate", None),
    ("pt", "A informação foi confirmada pela Polícia Militar.", "Polícia Militar", "immediate", None),
    ("pt", "Questionado pela agência Lusa, o autarca garantiu que o farol está pronto.", "agência Lusa", "venue", None),
    ("pt", "\"Não vou renunciar\", declarou Exemplo à Rádio Faroleira.", "Rádio Faroleira", "venue", None),
    ("it", "Intervistato dal Corriere della Sera, il guardiano ha spiegato la riforma.", "Corriere della Sera", "venue", "interview"),
    ("it", "Lo scrive il New York Times citando fonti vicine al guardiano.", "fonti vicine al guardiano", "upstream", None),
    ("it", "A dirlo è il presidente Mario Esempio.", "presidente Mario Esempio", "speaker", None),
    ("ro", "Președintele Ion Exemplu a declarat, la Antena 3, că farul se închide.", "Antena 3", "venue", "broadcast"),
    ("ro", "Presa locală scrie că farul se închide.", "Presa locală", "immediate", None),
    ("pl", "Według policji mężczyzna zgasił latarnię.", "policji", "immediate", None),
]
NOT_CITED = [
    ("fr", "La mairie n'a pas répondu à l'AFP.", "AFP"),
    ("fr", "Pour le maire Jean Exemple et son équipe, le phare est un problème.", "Exemple"),
    ("fr", "Marie Exemple se souvient. « Un jour Louis a dit que le phare était trop vieux », raconte Marie Exemple.", "Louis"),
    ("es", "\"El faro es viejo, como dice mi hermana, y feo\", contó Juan Ejemplo.", "hermana"),
    ("es", "La obra sigue después de que la Fundación Faro haya anunciado la compra.", "haya"),
    ("es", "\"El faro cierra\", dijo Juan Ejemplo. El líder de Faros Unidos ha sostenido que no hay dinero.", "líder"),
    ("es", "La experiencia muestra que los faros cuentan.", "experiencia"),
    ("es", "El presidente de la Comisión de Fiestas del Faro Viejo, Juan Ejemplo, explicó que el faro abre.", "Comisión de Fiestas del Faro Viejo explicó"),
    ("pt", "“A gente destaca o plano de obras do farol”, disse Ana Exemplo.", "A gente"),
]


def citations(text: str, language: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, language)
    return read_citations(text, language, names, read_outlet(text, language, names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("language", "text", "words", "role", "channel"), CITED)
def test_a_source_is_cited(language, text, words, role, channel):
    found = [(c.source_as_given, c.role, c.channel) for c in citations(text, language)]
    assert (words, role, channel) in found, found


@pytest.mark.parametrize(("language", "text", "words"), NOT_CITED)
def test_a_name_is_not_cited(language, text, words):
    found = [c.source_as_given for c in citations(text, language)]
    assert not any(words in given for given in found), found


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", "Il ministro degli Affari Esteri Mario Esempio ha detto che il faro chiude.", "Mario Esempio"),
        ("pt", "\"O farol fecha\", declarou o ministro da Saúde João Exemplo.", "João Exemplo"),
        ("fr", "Selon une étude de l'université de Villefable, le phare penche.", "université de Villefable"),
    ],
)
def test_a_source_has_the_name_that_is_its_own(language, text, name):
    assert [c.source_name for c in citations(text, language)] == [name]


def test_a_witness_without_a_name_stays_beside_who_is_named():
    found = citations("\"El faro cierra\", dijo Juan Ejemplo. La madre de la víctima contó que nadie la llamó.", "es")
    assert [c.source_kind for c in found] == ["person", "unnamed"]


def test_who_speaks_inside_french_marks_is_cited():
    found = citations("« Le phare penche, explique Jean Exemple. Il faut agir. »", "fr")
    assert [c.source_name for c in found] == ["Jean Exemple"]


def test_a_french_name_with_an_article_is_a_body():
    assert [c.source_kind for c in citations("« Les phares penchent », note aussi la Drasp.", "fr")] == ["organisation"]
