"""Who says it where clauses are long: appositions, verbs in two parts, pronouns and adverbs between; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet

CITED = [
    # who opens the clause, over what is said of them
    ("es", "Ana Ejemplo, 36, alcaldesa de Loma, publicó en su Twitter una foto del parque.", "Ana Ejemplo", "immediate", "x"),
    ("es", "En su cuenta de Instagram, Ana Ejemplo, mujer del exministro de Obras, Juan Muestra, se pronunció por primera vez sobre el caso.", "Ana Ejemplo", "immediate", "instagram"),
    ("es", "El concejal Juan Muestra, que llegó tarde, se pronunció en Twitter: \"No es verdad\".", "concejal Juan Muestra", "immediate", "x"),
    ("es", "El vicepresidente Sectorial de Obras, Agua y Suelo, Juan Muestra, reveló que el puente cierra.", "Juan Muestra", "speaker", None),
    ("de", "Erik Muster, Leiter der Musterschau, hob die Rolle der Stadt hervor: „Das ist schön.“", "Erik Muster", "speaker", None),
    ("pt", "Maria chegou a Lisboa, capital do país, disse o ministro João Exemplo.", "ministro João Exemplo", "speaker", None),
    # verbs in two parts
    ("de", "„Der Bau dauert bis Mai“, fasste Erik Muster kurz zusammen.", "Erik Muster", "speaker", None),
    ("de", "Der Minister Erik Muster führte aus, dass der Bau bis Mai dauert.", "Minister Erik Muster", "speaker", None),
    # pronouns and adverbs before the verb
    ("fr", "Mais Me Djibril Exemple les a rassuré que ce n’est pas dans l’idée du chef.", "Me Djibril Exemple", "speaker", None),
    ("fr", "Le ministre Jean Exemple leur a rappelé que la loi est claire.", "ministre Jean Exemple", "speaker", None),
    ("fr", "Le maire Jean Exemple a néanmoins soutenu que le pont tient.", "maire Jean Exemple", "speaker", None),
    ("ro", "Primarul Ion Exemplu a mai precizat că podul este închis.", "Primarul Ion Exemplu", "speaker", None),
    # media after verbs that tell other things as well
    ("pt", "A ponte fecha na segunda, registra o UOL.", "UOL", "immediate", None),
    ("fr", "Selon des chiffres fournis par l’Institut Exemple, il pleut moins.", "Institut Exemple", "immediate", None),
]

NOT_CITED = [
    ("de", "Die Auswertung führte zu einem Streit.", "Auswertung"),
    ("de", "Das Team hielt den Rekord. Kurz darauf hielt der Fahrer an.", "Fahrer"),
    ("de", "Die Polizei wollte den Vorfall nicht bestätigen, der Verein konnte ihn nicht kommentieren.", "Polizei"),
    ("pt", "Neste ano o Estado registra o maior crescimento da década.", "Estado"),
    ("ro", "„Ne-am gândit să plecăm”, scria pe perete.", "Ne-am"),
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
