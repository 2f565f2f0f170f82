"""Recaps: what tells again what was known before."""

import datetime

from flows.normalize.recap import dated_recaps, read_recaps, recap_tail


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


def test_a_day_well_before_the_article_opens_background_late_in_a_text_only():
    text = "12 травня міст закрили. Роботи йдуть щодня і вночі. 13 травня мер заявив, що міст старий. 19 травня він мовчав."
    days = [(text.index(d), datetime.date(2020, 5, int(d[:2]))) for d in ("12 травня", "13 травня", "19 травня")]
    spans = dated_recaps(text, "uk", days, datetime.date(2020, 5, 20))
    assert [text[a:b] for a, b in spans] == ["13 травня мер заявив, що міст старий."]


def test_a_paragraph_of_recap_late_in_a_text_begins_its_tail():
    text = "Міст відкрили.\nЛюди раді.\nНагадаємо, міст горів.\nЦе бачили всі."
    assert recap_tail(text, read_recaps(text, "uk"), "uk") == text.index("Нагадаємо")
    early = "Нагадаємо, міст горів.\nЙого відкрили. Люди раді. Роботи йшли щодня і вночі."
    assert recap_tail(early, read_recaps(early, "uk"), "uk") == len(early)


def test_a_day_inside_what_somebody_says_opens_no_recap():
    text = "Міст відкрили. Роботи йшли щодня і вночі.\n«Я був тут двічі. 13 травня я ходив сам», - заявив мер."
    assert dated_recaps(text, "uk", [(text.index("13 травня"), datetime.date(2020, 5, 13))], datetime.date(2020, 5, 20)) == []


def test_the_day_before_is_a_recap_but_the_eve_of_something_is_none():
    assert texts("Міст відкрили. Напередодні мер заявив, що встигне.", "uk") == ["Напередодні мер заявив, що встигне."]
    assert texts("Міст відкрили. Напередодні свята мер заявив, що встигне.", "uk") == []
