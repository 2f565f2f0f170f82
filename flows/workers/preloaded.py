"""What every worker needs, loaded once in the process that workers are forked from, so that they share its memory.

Most of it is loaded when it is first asked for, so articles are read here: one in each language with word forms of its
own, and one in a language that only the n-gram profiles tell from its neighbours.
"""

import atexit
import datetime
import gc
import os

import flows.stages  # noqa: F401
from flows.ingest.raw_article import Provenance, Record
from flows.normalize.load_registry import load_registry
from flows.normalize.record import read_one

TEXTS = (
    "Київ, 5 листопада. За даними Міністерства оборони України, роботи завершено вчора, повідомляє Укрінформ.",
    "Москва, 5 ноября. Как сообщил РИА Новости со ссылкой на Минобороны пресс-секретарь Иван Петров, работы завершены вчера.",
    "London, 5 November. The ministry said on Tuesday that the work was finished, according to Reuters, citing the BBC.",
    "القاهرة، 5 نوفمبر. قالت الوزارة أمس إن الأعمال انتهت في موعدها، بحسب رويترز.",
    "København. Ministeriet oplyste i går, at arbejdet er afsluttet, og at vejen åbner igen i næste uge, skriver avisen.",
)

_PROVENANCE = Provenance(datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
for _text in TEXTS:
    read_one("", 0, Record("a.txt", "text", _text.encode(), _PROVENANCE), None, load_registry())

# ended at once: the interpreter would take all of it apart, and DuckDB's binding complain about what was frozen
atexit.register(os._exit, 0)
# the collector would write to every object of these that it looks at, and so make a copy of its page in each worker
gc.collect()
gc.freeze()
