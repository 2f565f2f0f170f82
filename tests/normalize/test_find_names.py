"""Names of sources are found in every case form, as whole words, and only where they are names."""

import pytest

from flows.normalize.registry import load_registry


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


def test_a_name_inside_a_word_or_an_address_is_not_found():
    assert found("Тассовка, УННовский, https://www.lenta.ru/news, news@lenta.ru") == []


def test_the_longest_name_wins():
    assert found("Сообщает Интерфакс-Украина.")[0][:2] == ("Интерфакс-Украина", ("interfax-ukraine",))
