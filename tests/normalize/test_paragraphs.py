"""The parts that the lines of a text play."""

import datetime

import pytest

from flows.ingest.raw_article import Provenance, RawArticle
from flows.normalize.article import read_article
from flows.normalize.load_registry import load_registry
from schemas.articles import PARAGRAPH_ROLES

PROVENANCE = Provenance(datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC))


def roles(text: str) -> list[str]:
    return list(read_article(RawArticle(text, "utf-8"), PROVENANCE, load_registry()).paragraph_roles)


def test_an_article_with_all_its_parts():
    assert roles(
        "Міст через Сновку відкрили після ремонту\n"
        "Автор: Олена Бджілка\n\n"
        "Новий міст відкрили для руху у вівторок, повідомила міська рада.\n"
        "«Ми чекали на це три роки і дуже раді, що все скінчилося», — сказала мешканка.\n"
        "Роботи коштували два мільйони гривень.\n\n"
        "Нагадаємо, старий міст закрили торік через тріщини.\n"
        "Фото: Степан Річковий\n"
        "Підписуйтесь на наш канал, щоб знати більше."
    ) == ["headline", "byline", "lead", "quote", "body", "recap", "credit", "subscription"]


@pytest.mark.parametrize("text", [
    "Town opens a bridge\n\nKYIV, April 5 (Reuters) - The town opened its bridge on Friday after a year of work on it.\nIt is long.",
    "«Хвиля» переможе? Так каже тренер, і йому вірять усі, хто бачив останню гру команди в столиці.\nГра почнеться о шостій.",
    "Реклама на радио подорожала, говорится в отчёте ассоциации, который вышел в среду и читается легко.\nЦены выросли.",
])
def test_what_opens_the_story_is_its_lead(text):
    assert "lead" in roles(text)
    assert not {"subscription", "credit", "quote"} & set(roles(text))


@pytest.mark.parametrize("text", ["", "Слово", "\n\n— Так!\n \n\tНі.\n", "© 2024\n" * 3, "【東京共同】\n本文だ。"])
def test_each_line_with_words_has_one_role(text):
    if text.strip():
        assert len(roles(text)) == sum(bool(line.strip()) for line in text.split("\n"))
        assert set(roles(text)) <= set(PARAGRAPH_ROLES)
