"""Roles in Russian and Ukrainian: headlines, who cites whom, press services beside media, the publisher by its host."""

from tests.normalize.test_citations import facts, read


def test_who_is_cited_in_the_headline_is_named_below():
    text = "У мерії розповіли, коли відкриють міст\nМіст відкриють узимку. Про це сказав заступник мера Павло Лисенко."
    assert facts(read(text, "uk")) == [("заступник мера Павло Лисенко", "speaker", None)]


def test_a_headline_alone_or_one_that_the_text_repeats_is_kept():
    assert [c.source_as_given for c in read("У мерії розповіли, коли відкриють міст\nМіст стоїть над річкою.", "uk")] == ["мерії"]
    text = "У Нацбанку пояснили зміни\nПро це заявили в Нацбанку. Павло Лисенко сказав, що згоден."
    assert [c.source_as_given for c in read(text, "uk")] == ["Нацбанку", "Нацбанку", "Павло Лисенко"]


def test_a_first_line_that_is_a_sentence_is_no_headline():
    text = "У мерії розповіли, що міст відкриють узимку.\nПро це знає й Павло Лисенко, який сказав, що згоден."
    assert "мерії" in [c.source_as_given for c in read(text, "uk")]


def test_whom_a_speaker_refers_to_is_upstream():
    text = "Про це повідомив речник заводу Павло Лисенко з посиланням на Держстат."
    assert [(c.source_as_given, c.role) for c in read(text, "uk")] == [("речник заводу Павло Лисенко", "speaker"), ("Держстат", "upstream")]


def test_a_press_service_passes_words_on_beside_a_medium():
    text = "Міст відкрили, пише «Берег».\nМер Павло Лисенко сказав, що радий, передає прес-служба міськради."
    assert ("прес-служба міськради", "immediate", "press_service") in facts(read(text, "uk"))


def test_stories_on_a_platform_are_a_route():
    text = "Співак Павло Лисенко зізнався, що втомився. Про це він розповів у Instagram-stories."
    assert facts(read(text, "uk"))[0] == ("Співак Павло Лисенко", "immediate", "instagram")


def test_a_medium_whose_name_begins_as_the_host_is_the_publisher():
    text = "Міст відкрили, передають «Берегині України»."
    assert [c.role for c in read(text, "uk", url="https://berehyni.example/1")] == ["self"]
    assert [c.role for c in read(text, "uk", url="https://misto.example/1")] == ["immediate"]
