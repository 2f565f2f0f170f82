"""The articles that are measured: real ones where there are any, multiplied, else generated ones."""

import gzip
import json
import random
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import orjson

ARTICLES_PER_FILE = 20_000
PLACES = ("Київ", "Москва", "London", "Берлін", "Одеса", "Paris")
WORDS = {
    "uk": ["рада", "закон", "місто", "школа", "дорога", "вода", "зима", "люди", "рік", "країна", "уряд", "мова", "ціна", "робота", "будинок"],
    "ru": ["совет", "закон", "город", "школа", "дорога", "вода", "зима", "люди", "год", "страна", "власть", "язык", "цена", "работа", "дом"],
    "en": ["council", "law", "city", "school", "road", "water", "winter", "people", "year", "country", "government", "language", "price", "work", "house"],
}


def articles(folder: Path) -> Iterator[dict]:
    """Articles without end, no two the same: those in the folder's *.jsonl.gz over and over, or made-up ones."""
    files = sorted(folder.glob("*.jsonl.gz")) if folder.is_dir() else []
    given = [orjson.loads(line) for f in files for line in gzip.decompress(f.read_bytes()).splitlines()] or [_generated(i) for i in range(2_000)]
    random.Random(0).shuffle(given)
    for round_ in count():
        for i, article in enumerate(given):
            address = article.get("url") or f"https://example.org/{i}"
            yield {
                "text": article["text"] + f"\n{round_}.{i}" if round_ else article["text"],
                "title": article.get("title"), "published": article.get("published"),
                "url": f"{address}{'&' if '?' in address else '?'}n={round_}.{i}",
            }


def write_jsonl(folder: Path, source: Path, total: int) -> int:
    """Write so many articles as .jsonl.gz; the bytes of their texts."""
    folder.mkdir(parents=True)
    (folder / "provenance.json").write_text('{"received_at": "2026-01-05T10:00:00Z"}')
    stream, size = articles(source), 0
    for first in range(0, total, ARTICLES_PER_FILE):
        with gzip.open(folder / f"{first:08}.jsonl.gz", "wb", compresslevel=6) as file:
            for _ in range(min(ARTICLES_PER_FILE, total - first)):
                article = next(stream)
                size += len(article["text"].encode())
                file.write(orjson.dumps(article) + b"\n")
    return size


def write_texts(folder: Path, source: Path, total: int) -> int:
    """Write so many articles as .txt, 1,000 in a folder; their bytes."""
    stream, size = articles(source), 0
    for i in range(total):
        inside = folder / f"{i // 1000:05}"
        inside.mkdir(parents=True, exist_ok=True)
        data = next(stream)["text"].encode()
        size += len(data)
        (inside / f"{i:08}.txt").write_bytes(data)
    return size


def _generated(i: int) -> dict:
    random_ = random.Random(i)
    language = random_.choice(sorted(WORDS))
    said = {"uk": "За даними Укрінформу", "ru": "Как сообщает Интерфакс", "en": "According to Reuters"}[language]
    sentences = [" ".join(random_.choices(WORDS[language], k=12)).capitalize() + "." for _ in range(18)]
    sentences[3] = f"{said}, {sentences[3].lower()}"
    day = random_.randrange(1, 28)
    text = f"{sentences[0]}\n{random_.choice(PLACES)}, 2025-11-{day:02}. " + " ".join(sentences[1:])
    return json.loads(json.dumps({"text": text, "url": f"https://example.org/{i}", "published": f"2025-11-{day:02}"}))
