"""The cue files: every row can be read and says what it claims."""

import pytest

from flows.normalize.language.data import LANGUAGES, language_rows
from flows.normalize.outlet.cues import outlet_cues

TAGS = sorted(path.parent.name for path in LANGUAGES.glob("*/outlet.toml"))


@pytest.mark.parametrize("tag", TAGS)
def test_rows_of_a_language(tag):
    cues = outlet_cues(tag)
    assert cues
    for cue in cues:
        assert cue.before or cue.after
        assert 0 < cue.quoted_confidence <= cue.confidence <= 1
        assert cue.rule.count(".") == 1


def test_an_unknown_language_uses_the_english_cues():
    assert outlet_cues("xx") == outlet_cues("en")


def test_each_language_has_its_own_function_words():
    words = [row.function_words for row in language_rows().values()]
    assert all(words)
    assert len(set(words)) == len(words)
