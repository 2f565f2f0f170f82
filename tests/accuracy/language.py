"""Language identification on real articles and headlines, against the corpus's own (automatic) labels.

    language.py CORPORA
"""

import collections
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from flows.arrow_imports import import_arrow_without
from flows.normalize.language.identify import identify_language
from flows.normalize.text import normalize_text

TOLD_APART = ("ru", "uk", "en")
SHORTEST_ARTICLE = 200


def articles(path: Path) -> Iterator[dict]:
    """The articles of a corpus file, one after another."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    import_arrow_without("pandas")
    right: dict[tuple[str, str], int] = collections.Counter()
    total: dict[tuple[str, str], int] = collections.Counter()
    confused: dict[str, int] = collections.Counter()
    for path in sorted((Path(sys.argv[1]) / "articles").glob("*.jsonl.gz")):
        for article in articles(path):
            if article["lang"] not in TOLD_APART:
                continue
            for what in ("text", "title"):
                given = normalize_text(article.get(what) or "")
                if not given or (what == "text" and len(given) < SHORTEST_ARTICLE):
                    continue
                found, _ = identify_language(given)
                total[what, article["lang"]] += 1
                right[what, article["lang"]] += found == article["lang"]
                if found != article["lang"] and found in TOLD_APART:
                    confused[f"{what}: {article['lang']} called {found}"] += 1
    for what in ("text", "title"):
        for language in TOLD_APART:
            n = total[what, language]
            print(f"{what:6} {language}  {right[what, language]} of {n} as labelled = {right[what, language] / n:.4f}")
    print("one of the three called another (labels are automatic; most are mislabelled):")
    for pair, count in confused.most_common():
        print(f"  {pair}: {count}")


if __name__ == "__main__":
    main()
