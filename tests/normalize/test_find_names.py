"""Names of sources are found in every case form, as whole words, and only where they are names."""

import pytest

from flows.normalize.load_registry import load_registry


def found(text, language="ru"):
    return [(text[m.char_start : m.char_end], m.source_ids, m.is_distinctive) for m in load_registry().find_names(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "words", "source_id"),
    [
        ("Об этом пишет корреспондент Укринформа.", "ru", "Укринформа", "ukrinform"),
        ("Про це повідомили Укрінформові.", "uk", "Укрінформові", "ukrinform"),
        ("Рассказал «Украинской правде» чиновник.", "ru", "Украинской правде", "ukrainska-pravda"),
        ("Повідомили в Національній поліції вранці.", "uk", "Національній поліції", "national-police-ua"),
        ("Ответ пресс-службы МИДа Украины ждали.", "ru", "МИДа Украины", "mfa-ua"),
        ("По словам Владимира Зеленского, так и есть.", "ru", "Владимира Зеленского", "volodymyr-zelenskyy"),
        ("Розмовляли із Зеленським довго.", "uk", "Зеленським", "volodymyr-zelenskyy"),
        ("Заявил Т. Адамов агентству «РИА\u00a0Новости».", "ru", "РИА\u00a0Новости", "ria-novosti"),
        ("架空通信によると、雨が降った。", "ja", "架空通信", "sample-kaku-tsushin"),
        ("Как сообщает агентство Небылица, снег идёт.", "ru", "Небылица", "sample-agentstvo-nebylitsa"),
        ("Про це пише «Вигадана правда».", "uk", "Вигадана правда", "sample-vyhadana-pravda"),
    ],
)
def test_a_name_is_found_in_its_case_form(text, language, words, source_id):
    assert (words, (source_id,)) in [match[:2] for match in found(text, language)]


def test_a_common_word_is_no_name_in_lower_case_and_needs_context_with_a_capital():
    assert found("Это только факты.") == []
    assert found("Факты говорят сами.") == [("Факты", ("fakty-ua",), False)]


def test_an_article_that_opens_a_sentence_is_no_name_with_a_small_word():
    assert found("The independent panel met.", "en") == []
    assert found("The Independent wrote that.", "en") == [("The Independent", ("independent",), True)]


def test_a_name_inside_a_word_or_an_address_is_not_found():
    assert found("Тассовка, УННовский, https://www.lenta.ru/news, news@lenta.ru") == []


def test_the_longest_name_wins():
    assert found("Сообщает Интерфакс-Украина.")[0][:2] == ("Интерфакс-Украина", ("interfax-ukraine",))


def test_latin_letters_that_look_cyrillic_do_not_hide_a_name():
    text = "Пpо це пише Вигaдaна прaвда."
    assert found(text, "uk")[0][:2] == ("Вигaдaна прaвда", ("sample-vyhadana-pravda",))


def test_a_name_is_found_where_the_space_after_it_is_lost():
    assert [m[0] for m in found("В интервью Bloombergчиновник рассказал")] == ["Bloomberg"]


def test_agencies_side_by_side_are_both_found():
    assert [m[0] for m in found("Berlin (AFP/dpa) - Regen.", "de")] == ["AFP", "dpa"]
    assert found("http://example.org/Reuters/1", "de") == []


def test_quotation_marks_inside_a_name_do_not_matter():
    assert found("Передаёт РИА «Новости» утром.")[0][1:] == (("ria-novosti",), True)


def test_spans_are_those_of_the_text():
    text = "Як пише\u00a0«Українська\u00a0правда» – і Укрінформ."
    for match in load_registry().find_names(text, "uk"):
        assert text[match.char_start : match.char_end].replace("\u00a0", " ") in ("Українська правда", "Укрінформ")


def test_latin_names_of_several_words_in_capitals():
    text = "CLICK HERE TO GET THE FOX NEWS APP"
    assert [text[n.char_start : n.char_end] for n in load_registry().find_names(text, "en")] == ["FOX NEWS"]
