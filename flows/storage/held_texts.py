"""The texts of a raw folder, normalized as the dataset's are, without anything else being read from them."""

from collections.abc import Iterator
from pathlib import Path

from flows.ingest.forms import form_of, read_record
from flows.ingest.provenance import provenance_of
from flows.ingest.raw_article import RawArticle
from flows.ingest.raw_files import find_raw_files
from flows.normalize.text import normalize_text


def held_texts(raw: Path) -> Iterator[str]:
    """Every text in the folder, in any input form; what cannot be read is passed over."""
    for file in find_raw_files(raw):
        form = form_of(file.path)
        if form is None:
            continue
        for cut in form.records(file.path, file.raw_path, provenance_of(raw, file.path)):
            if isinstance(cut, tuple):
                continue
            article = read_record(cut)
            if isinstance(article, RawArticle) and (text := normalize_text(article.text)):
                yield text
