"""Recaps: what tells again what was known before."""

from flows.normalize.recap import read_recaps


def texts(text, language):
    return [text[a:b] for a, b in read_recaps(text, language)]


def test_a_paragraph_that_opens_with_a_reminder_is_background_to_its_end():
    text = "Мост открыли утром.\nНапомним, ремонт начался весной. Он шёл полгода.\nПроезд бесплатный."
    assert texts(text, "ru") == ["Напомним, ремонт начался весной. Он шёл полгода."]


def test_a_reminder_alone_on_its_line_covers_the_paragraph_after_it():
    text = "Міст відкрили.\nНагадаємо\nРемонт почався навесні.\nПроїзд вільний."
    assert texts(text, "uk") == ["Нагадаємо\nРемонт почався навесні."]


def test_earlier_inside_a_paragraph_covers_its_sentence_only():
    text = "Цены выросли. Ранее завод снизил выпуск. Сегодня цех работает."
    assert texts(text, "ru") == ["Ранее завод снизил выпуск."]


def test_the_word_inside_a_sentence_is_no_recap():
    assert texts("Он сообщил об этом раньше, чем ждали.", "ru") == []


def test_an_unknown_language_has_no_recaps():
    assert texts("Earlier, something happened.", "xx") == []
