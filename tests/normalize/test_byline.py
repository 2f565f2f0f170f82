"""Bylines in lines of their own."""

import pytest

from flows.normalize.byline import read_byline

BODY = "The council met on Tuesday.\nIt voted for the budget.\nThe mayor was glad.\nSchools will get more."


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Q. Doe", "Jane Q. Doe"),
        ("By Jane Doe | Staff reporter", "Jane Doe"),
        ("Автор: Олена Коваль-Вигадана", "Олена Коваль-Вигадана"),
        ("Автор Оксана Небувала", "Оксана Небувала"),
        ("Текст — Пётр Выдуманный", "Пётр Выдуманный"),
        ("Von Max Mustermann", "Max Mustermann"),
        ("بقلم: سامي خيال", "سامي خيال"),
        ("Por María del Invento", "María del Invento"),
    ],
)
def test_author_line_at_head_or_foot(line, author):
    head = f"Budget passed\n{line}\n{BODY}"
    foot = f"Budget passed\n{BODY * 3}\n{line}"
    assert head[slice(*read_byline(head))] == author
    assert foot[slice(*read_byline(foot))] == author


@pytest.mark.parametrize("line", ["By the river it was calm", "By Monday", "Автор законопроекту виступив у раді.", "By Jane Doe went the way of all flesh."])
def test_sentences_are_no_bylines(line):
    assert read_byline(f"Budget passed\n{line}\n{BODY}") is None
