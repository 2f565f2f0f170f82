"""What a dates.toml says is read: a key that nothing reads is a slip of the pen."""

import dataclasses
import tomllib

import pytest

from flows import locations
from flows.normalize.dates.customs import Customs, Eve, Exclude, Plural, Since, Tense, Vague
from flows.normalize.dates.lexicon import lexicon_of
from flows.normalize.dates.word_classes import CLASSES

FILES = sorted(locations.LANGUAGES.glob("*/dates.toml"))
# tables that are keyed by words of the language, or by names of its own
KEYED_FREELY = frozenset(("after_number", "endings", "needs_before", "not_after"))
TABLES = {"tense": Tense, "exclude": Exclude, "vague": Vague, "plural": Plural, "since": Since, "eve": Eve}


def keys_of(table):
    return {field.name for field in dataclasses.fields(table)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_key_of_the_file_is_read(path):
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    tables = {name: said for name, said in data.items() if isinstance(said, dict)}
    unread = set(data) - set(tables) - keys_of(Customs)
    unread |= set(tables) - set(CLASSES) - KEYED_FREELY - set(TABLES)
    for name, table in TABLES.items():
        unread |= {f"{name}.{key}" for key in set(tables.get(name, ())) - keys_of(table)}
    for name, classes in CLASSES.items():
        if isinstance(classes, dict):
            unread |= {f"{name}.{key}" for key in set(tables.get(name, ())) - set(classes)}
    assert unread == set()


def test_what_a_file_leaves_out_is_false_or_no_words():
    nothing = lexicon_of("xx")
    assert not any(getattr(nothing.customs, key) for key in keys_of(Customs))
    assert not any(getattr(nothing.tense, key) for key in keys_of(Tense))
