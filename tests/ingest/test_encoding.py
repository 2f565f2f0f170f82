"""Bytes become the text their author wrote, whatever encoding they came in."""

import pytest

from flows.ingest.encoding import codec_of, decode
from flows.ingest.raw_article import Rejected

RUSSIAN = (
    "Совет города утвердил бюджет на следующий год. Как сообщил мэр, расходы на ремонт дорог вырастут вдвое, "
    "а на новые автобусы выделят 20 миллионов. «Решение приняли единогласно», — сказал он журналистам."
)
UKRAINIAN = (
    "Міська рада ухвалила бюджет на наступний рік. Як повідомив міський голова, видатки на ремонт доріг зростуть "
    "удвічі, а на нові автобуси виділять 20 мільйонів. Її рішення підтримали всі, крім однієї депутатки."
)
FRENCH = "Le conseil municipal a voté le budget de l'année prochaine. La mairie a précisé qu'elle répare la chaussée."
POLISH = "Rada miasta przyjęła budżet na przyszły rok. Większość środków trafi na remonty dróg, źródło: urząd gminy."
SPANISH = "El Ayuntamiento aprobó el presupuesto del próximo año. La alcaldesa señaló que la inversión crecerá: ¿será suficiente?"
TURKISH = "Belediye meclisi gelecek yılın bütçesini onayladı. Başkan, yolların onarımı için ayrılan payın iki katına çıkacağını söyledi."
HEBREW = "מועצת העיר אישרה את התקציב לשנה הבאה. ראש העיר אמר כי ההוצאה על תיקון הכבישים תוכפל, וכי יירכשו אוטובוסים חדשים." * 3
JAPANESE = "市議会は来年度の予算を可決した。市長は道路の補修費が倍になると述べた。記者団に語った。"
GREEK = "Το δημοτικό συμβούλιο ενέκρινε τον προϋπολογισμό του επόμενου έτους, δήλωσε ο δήμαρχος στους δημοσιογράφους."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "utf-16", "utf-16"),
        (UKRAINIAN, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (UKRAINIAN, "cp1251", "windows-1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r", "koi8-r"),
        (UKRAINIAN, "koi8-u", "koi8-u"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "cp866", "cp866"),
        (FRENCH, "cp1252", "windows-1252"),
        (SPANISH, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (TURKISH, "cp1254", "windows-1254"),
        (GREEK, "cp1253", "windows-1253"),
        (HEBREW, "cp1255", "windows-1255"),
        ("The council said the repairs cost £2 million – “less than feared”. " * 3, "cp1252", "windows-1252"),
        (UKRAINIAN.replace("а", "a"), "cp1251", "windows-1251"),
    ],
)
def test_encoding_is_told_from_the_bytes_alone(text, codec, name):
    decoded = decode(text.encode(codec))
    assert decoded.text == text
    assert decoded.encoding == name
    assert decoded.traces == ()


@pytest.mark.parametrize(
    ("text", "codec"),
    [(POLISH, "iso8859-2"), (JAPANESE, "euc_jp"), (JAPANESE, "shift_jis"), (GREEK, "cp1253"), (RUSSIAN, "windows-1251")],
)
def test_declared_encoding_is_used(text, codec):
    assert decode(text.encode(codec), codec).text == text


@pytest.mark.parametrize("text", [RUSSIAN[:30], RUSSIAN[:60], UKRAINIAN[:30], UKRAINIAN[:60], "Днепр и Киев"])
def test_short_cyrillic_texts_are_told_too(text):
    assert decode(text.encode("cp1251")).text == text


def test_wrong_declaration_is_overruled_by_the_bytes():
    assert decode(RUSSIAN.encode("cp1251"), "iso-8859-1").text == RUSSIAN
    assert decode(RUSSIAN.encode("utf-8"), "windows-1251").text == RUSSIAN
    assert decode(UKRAINIAN.encode("koi8-u"), "windows-1251").text == UKRAINIAN


def test_one_broken_byte_costs_one_character_and_is_traced():
    payload = RUSSIAN.encode()[:-7] + b"\xff" + RUSSIAN.encode()[-6:]
    decoded = decode(payload)
    assert decoded.encoding == "utf-8"
    assert decoded.text[:150] == RUSSIAN[:150]
    assert decoded.traces[0][3] == "undecodable_bytes_replaced"


@pytest.mark.parametrize(
    "misread",
    [
        RUSSIAN.encode().decode("cp1251", errors="replace"),
        RUSSIAN.encode().decode("latin-1"),
        RUSSIAN.encode("cp1251").decode("latin-1"),
        RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-").encode("koi8-r").decode("cp1251"),
    ],
)
def test_mojibake_is_repaired_and_traced(misread):
    decoded = decode(misread.encode())
    assert decoded.text[:40] == RUSSIAN[:40]
    (column, value, as_given, rule) = decoded.traces[-1]
    assert column == "text"
    assert rule.startswith("mojibake_repaired")
    assert value in decoded.text
    assert as_given in misread


@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, FRENCH, POLISH, JAPANESE, GREEK, "ГРУ и ФСБ РФ — СМИ", "СССР. США. РФ."])
def test_sound_text_is_left_alone(text):
    assert decode(text.encode()).text == text
    assert decode(text.encode()).traces == ()


def test_bytes_that_are_no_text_are_rejected():
    assert decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20) == Rejected(
        "binary", decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20).detail
    )


def test_charset_names_as_people_write_them():
    assert codec_of(" 'Windows-1251' ") == "cp1251"
    assert codec_of("iso-8859-1") == "cp1252"
    assert codec_of("utf8") == "utf-8"
    assert codec_of("no-such-charset") is None
    assert codec_of("hex") is None
