"""Media as sources in German, the Romance languages and Polish: told, seen, quoted, credited; sentences of our own."""

import pytest

from flows.normalize.citations import Citation, read_citations
from flows.normalize.load_registry import load_registry
from flows.normalize.outlet.reading import read_outlet

CITED = [
    # who was told, or on what it was said
    ("de", "„Gut“, sagte der Pilot Erik Muster dem Fernsehsender „Al Jazeera“.", "Fernsehsender „Al Jazeera“", "venue"),
    ("de", "„Gut“, sagte der Pilot Erik Muster dem Fernsehsender „Al Jazeera“.", "Pilot Erik Muster", "speaker"),
    ("de", "„Gut“, sagte Muster dieser Redaktion.", "Muster", "speaker"),
    ("de", "Karl Beispiel, ein Sprecher der Behörde, sagte der Neuen Garten- und Blumen-Zeitung: „Gut.“", "Neuen Garten- und Blumen-Zeitung", "venue"),
    ("de", "Ein Sprecher sagte zum „Algemeen Dagblad“, das Spiel sei vorbei.", "Algemeen Dagblad", "venue"),
    ("de", "„Gut“, sagte Erik Muster am Montag im Deutschlandfunk.", "Deutschlandfunk", "venue"),
    ("de", "In der „Bild am Sonntag“ schreibt Muster in einem Gastbeitrag, dass der Turm schief sei.", "Bild am Sonntag", "venue"),
    ("de", "Im Deutschlandfunk sagte sie, der Turm sei schief.", "Deutschlandfunk", "venue"),
    ("fr", "« Tout va bien », a déclaré Marie Exemple sur RTL.", "RTL", "venue"),
    ("fr", "« Tout va bien », a-t-il lâché sur l'antenne de RTL.", "RTL", "venue"),
    ("fr", "Le maire a raconté cela lors d'un entretien avec La Presse canadienne.", "La Presse canadienne", "venue"),
    ("es", "«Todo va bien», declaró a EFE Juan Ejemplo, alcalde de Loma.", "Juan Ejemplo", "speaker"),
    ("es", "«Todo va bien», declaró a EFE Juan Ejemplo, alcalde de Loma.", "EFE", "venue"),
    ("es", "El director, Juan Ejemplo, platicó en exclusiva con El Sol de México.", "El Sol de México", "venue"),
    ("es", "«El puente cerró», dijo a este medio Luis Modelo.", "Luis Modelo", "speaker"),
    ("es", "El puente costará más, según ha contado a este diario una portavoz del faro.", "portavoz del faro", "speaker"),
    ("es", "«El puente cerró», afirma a este periódico el albañil Luis Modelo, vecino de Loma.", "albañil Luis Modelo", "speaker"),
    ("ro", "„Podul este închis”, au declarat presei surse judiciare.", "surse judiciare", "immediate"),
    ("pt", "O incêndio está controlado, disse à Lusa fonte da Proteção Civil.", "fonte da Proteção Civil", "speaker"),
    ("pt", "Ele falou em entrevista ao programa Bom Exemplo, da rede.", "programa Bom Exemplo", "venue"),
    ("it", "«Va bene», dice all'Adnkronos un portavoce della giunta.", "portavoce della giunta", "speaker"),
    ("ro", "Invitat la Digi24, Ion Exemplu a spus că podul este închis.", "Digi24", "venue"),
    ("es", "\"Sacó una pistola\", narró uno de los alumnos a El Financiero.", "El Financiero", "venue"),
    ("ro", "Ana Exemplu vine, au declarat, pentru Mediafax, surse politice de la Bruxelles.", "surse politice", "speaker"),
    ("fr", "Marie Exemple était l’invitée de France info pour parler du pont.", "France info", "venue"),
    # who reports
    ("es", "Se abrió el puente del Plan Loma.Así lo informó ayer la Secretaría de Obras.", "Secretaría de Obras", "immediate"),
    ("de", "Die Zeichen stehen auf Sturm, berichtet die Website „Axios“.", "Website „Axios“", "immediate"),
    ("de", "Die Frankfurter Rundschau zitiert einen Zeugen mit den Worten: „Er lief.“", "Frankfurter Rundschau", "immediate"),
    ("de", "Das meldet u.a. die Süddeutsche Zeitung.", "Süddeutsche Zeitung", "immediate"),
    ("de", "Laut einem Artikel der „New York Times“ regnet es.", "New York Times", "immediate"),
    ("fr", "L'homme dormait, renseigne Seneweb qui cite le journal Libération.", "Seneweb", "immediate"),
    ("fr", "L'homme dormait, renseigne Seneweb qui cite le journal Libération.", "journal Libération", "upstream"),
    ("fr", "Le pont est fermé, informe le journal Libération.", "journal Libération", "immediate"),
    ("es", "Así lo informó el diario Perfil en su edición digital.", "diario Perfil", "immediate"),
    ("es", "«Venid», ha añadido en comentarios recogidos por 'The Guardian'.", "The Guardian", "immediate"),
    ("es", "Lo dio a conocer la agencia Reuters.", "agencia Reuters", "immediate"),
    ("it", "A rivelarlo è il Financial Times.", "Financial Times", "immediate"),
    ("ro", "Potrivit Ziarului Financiar, podul este închis.", "Ziarului Financiar", "immediate"),
    # bodies and people
    ("de", "Der Baum verringert neuesten Studien zufolge den Lärm.", "neuesten Studien", "immediate"),
    ("de", "Muster zufolge ist der Turm, den Anna Muster baute, sicher.", "Muster", "speaker"),
    ("de", "Von der Leyen sagte, die Kommission werde handeln.", "Von der Leyen", "speaker"),
    ("de", "Das sagte von der Leyen am Montag.", "von der Leyen", "speaker"),
    ("de", "Wie der „Spiegel“ berichtet, regnet es.", "Spiegel", "immediate"),
    ("pt", "Segundo a Secretaria de Obras e Defesa Social (SODS), a ponte fechou.", "Secretaria de Obras e Defesa Social", "immediate"),
    ("fr", "Le Ministre de l'Administration territoriale et de la Voirie explique que le pont ferme.", "Ministre de l'Administration territoriale et de la Voirie", "speaker"),
    ("es", "El ministro Juan Ejemplo habló con la prensa y dijo que todo va bien.", "ministro Juan Ejemplo", "speaker"),
    ("es", "Así lo anunció el presidente Juan Ejemplo en la plaza.", "presidente Juan Ejemplo", "speaker"),
    ("ro", "Un studiu realizat de Firma Exemplu arată că prețurile cresc.", "Firma Exemplu", "immediate"),
    ("de", "Der Minister Franz Muster (ABC) kündigte indes an, den Turm zu besuchen.", "Minister Franz Muster", "speaker"),
    ("it", "Lo ha detto il vicepresidente del Consiglio e ministro degli Esteri Mario Esempio.", "vicepresidente del Consiglio e ministro degli Esteri Mario Esempio", "speaker"),
    ("es", "\"Bien\", dijo en diálogo con Télam Rosa Ejemplo, presidenta de la Fundación Loma.", "Rosa Ejemplo", "speaker"),
    ("es", "\"Bien\", contó Torres en diálogo con Antonio Ejemplo en Ejemplo TV.", "Ejemplo TV", "venue"),
    ("es", "El informe, al que EFE ha tenido acceso, es largo.", "EFE", "immediate"),
    # who supplied the text
    ("pt", "Os preços subiram em outubro. (Agência Estado)\nDúvidas? Fale com a gente", "Agência Estado", "wire"),
    ("fr", "Le texte finit ici. SENEWEB", "SENEWEB", "wire"),
    ("es", "El texto termina aquí. (Con EFE)", "EFE", "wire"),
    ("pt", "O texto acaba aqui.\nOutras fontes • Reuters", "Reuters", "wire"),
    ("pt", "A obra começa. ______________ A Deutsche Welle é a emissora internacional da Alemanha.", "Deutsche Welle", "wire"),
]
NOT_CITED = [
    ("de", "Der Turm bleibt zu, sagt die Stadt.\nSymbolbild: © KCNA/dpa", "dpa"),
    ("de", "Die Zahlen sollen vor dem Abzug der Friedenstruppe bekannt gegeben werden.", "Friedenstruppe"),
    ("de", "Die Stadt kündigte am Montag eine neue Brücke an.", "Stadt"),
    ("it", "Lo ha detto il sindaco e il ministro Mario Esempio ha risposto.", "sindaco e"),
    ("it", "Ork Esempio: Carbone e cilindri è un gioco.\nOrk Esempio: Carbone e cilindri cerca fondi.", "Ork"),
    ("de", "Mittel, die durch die Empfehlung zur Beschneidung von Bäumen ergänzt werden könnten, reichen.", "Bäumen"),
    ("de", "Er wies auf Missstände, so etwa dem Ablasshandel, hin.", "Ablasshandel"),
    ("de", "Er kommt, damit Petra den Text diesmal nicht schreibt.", "Text"),
    ("de", "Gestern schrieb den Brief Erik Muster selbst.", "Brief"),
    ("de", "Sie entstammen Zeitungsberichten zufolge alten Familien.", "entstammen"),
    ("es", "Ella intentó aclararlo y explicó las razones de Paula: \"Es así\".", "Paula"),
    ("pt", "Ela explicou as razões de Paula Exemplo: \"É assim\".", "Paula"),
    ("ro", "„Vaccinul este sigur”, notează sursa citată.", "sursa"),
    ("ro", "Potrivit documentului citat, podul este închis.", "document"),
    ("es", "\"Es lo mismo\", dijo, y volvió a El Financiero.", "Financiero"),
    ("de", "Die Website der Stadt ist alt.", "Website"),
    ("de", "Ein Wort des Richters Erik Muster möchte ich zitieren.", "Muster"),
    ("de", "Im Deutschlandfunk läuft heute Musik.", "Deutschlandfunk"),
    ("fr", "Lui qui connaît bien le club pour avoir commenté les matches.", "club"),
    ("pt", "Quem anuncia na Folha de S.Paulo presta atenção.", "Folha"),
    ("pt", "Segundo Sorteio: 01 12 14 18 40 50.", "Sorteio"),
    ("es", "De acuerdo a la información que hemos recolectado, la obra va bien.", "información"),
    ("es", "El técnico dio a conocer la lista de jugadores.", "técnico"),
    ("pt", "Segundo o Ministério da Saúde e a Anvisa, a vacina é segura.", "Saúde e"),
    ("pt", "O texto cita uma agência (Agência Estado)\nDepois vem outra coisa bem mais longa, que ainda não acaba aqui de todo.", "Agência Estado"),
]


def citations(text: str, language: str) -> list[Citation]:
    registry = load_registry()
    names = registry.find_names(text, language)
    return read_citations(text, language, names, read_outlet(text, language, names, None, None, None, registry), None, (), None, registry)


@pytest.mark.parametrize(("language", "text", "words", "role"), CITED)
def test_a_source_is_cited(language, text, words, role):
    found = [(c.source_as_given, c.role) for c in citations(text, language)]
    assert (words, role) in found, found


@pytest.mark.parametrize(("language", "text", "words"), NOT_CITED)
def test_a_name_is_not_cited(language, text, words):
    found = [c.source_as_given for c in citations(text, language)]
    assert not any(words in given for given in found), found


def test_a_compound_says_which_paper_it_is():
    found = citations("Die Deutsche Welle zitiert einen Fischer. Wie die Töpferzeitung berichtet, regnet es.", "de")
    assert [c.source_name for c in found] == ["Deutsche Welle", "Töpferzeitung"]


def test_what_is_said_on_air_goes_by_broadcast():
    found = citations("« Tout va bien », a déclaré Marie Exemple sur RTL.", "fr")
    assert [(c.source_as_given, c.channel) for c in found] == [("Marie Exemple", "broadcast"), ("RTL", "broadcast")]


def test_a_romanian_document_is_the_same_in_all_its_forms():
    found = citations("Prețurile cresc, potrivit raportului financiar. „Vânzările scad”, se arată în raport.", "ro")
    assert len({c.source_name for c in found}) == 1


def test_the_name_in_quotation_marks_is_the_papers():
    [paper] = citations("Die Wochenzeitung „Die Zeit“ meldet, der Turm sei schief.", "de")
    assert paper.source_name == "Die Zeit"
