"""Near-duplicates: found by sketches, measured on texts; boilerplate makes no pair, batches and workers change nothing."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.publish import measured_pairs
from flows.publish.pair_measure import measure
from flows.publish.shingles import shared_count, shingle_sets, words

SYLLABLES = [a + b for a in "бвгдзклмнпрст" for b in "аеиоуя"]
VOCABULARY = [a + b for a in SYLLABLES for b in SYLLABLES]


def made_up(seed: int, count: int) -> str:
    """Words that mean nothing, in sentences: no two seeds share five in a row."""
    rng = random.Random(seed)
    made = rng.choices(VOCABULARY, k=count)
    return " ".join(w.capitalize() if i % 12 == 0 else w + "." * (i % 12 == 11) for i, w in enumerate(made))


@pytest.fixture
def pairs(derived):
    """pairs(processed) → what was found, with outlets for articles."""

    def found(store, workers=1) -> list[tuple]:
        rows = derived(store, workers).sql(
            "SELECT kind, similarity, contained_share, x.outlet_id, y.outlet_id, c.outlet_id, f.outlet_id, first_because "
            "FROM near_duplicates n JOIN articles x ON x.article_id = n.article_id JOIN articles y ON y.article_id = n.other_article_id "
            "LEFT JOIN articles c ON c.article_id = contained_article_id LEFT JOIN articles f ON f.article_id = first_article_id"
        )
        return sorted(rows.fetchall(), key=str)

    return found


def test_same_words_in_other_punctuation_are_exact(make_store, pairs):
    text = made_up(1, 60)
    store = make_store([{"text": text, "outlet": "a"}, {"text": text.upper().replace(".", " !"), "outlet": "b"}])
    [(kind, similarity, *_)] = pairs(store)
    assert (kind, similarity) == ("exact", 1.0)


def test_reprint_with_another_ending_is_near_and_the_dated_one_first(make_store, pairs):
    body = made_up(2, 150)
    store = make_store(
        [
            {"text": f"{body} {made_up(3, 20)}", "outlet": "a", "day": "2025-11-04"},
            {"text": f"{body} {made_up(4, 20)}", "outlet": "b", "day": "2025-11-03"},
        ]
    )
    [(kind, similarity, share, *_, first, because)] = pairs(store)
    assert kind == "near" and 0.7 < similarity < share < 0.9
    assert (first, because) == ("b", "published")


def test_wire_text_inside_a_long_article_is_partial(make_store, pairs):
    wire = made_up(5, 60)
    store = make_store(
        [{"text": wire, "outlet": "wire"}, {"text": f"{made_up(6, 200)} {wire} {made_up(7, 200)}", "outlet": "long"}]
    )
    [(kind, similarity, share, _, _, contained, *_)] = pairs(store)
    assert (kind, share, contained) == ("partial", 1.0, "wire") and similarity < 0.2


def test_strangers_make_no_pair(make_store, pairs):
    store = make_store([{"text": made_up(seed, 100), "outlet": str(seed)} for seed in range(30)])
    assert pairs(store) == []


@pytest.mark.parametrize("outlet", ["one", None])
def test_ten_thousand_articles_with_one_footer_make_no_cluster(make_store, derived, outlet):
    footer = made_up(99_999, 60)
    articles = [{"text": f"{made_up(seed, 45)}\n{footer}", "outlet": outlet} for seed in range(10_000)]
    reprint = articles[7]["text"].replace(footer, made_up(88_888, 10))
    con = derived(make_store([*articles, {"text": reprint, "outlet": "two"}]), workers=2)
    assert con.sql("SELECT count(*) FROM boilerplate").fetchall() > [(0,)]
    members = con.sql("SELECT text FROM cluster_members JOIN articles USING (article_id)").fetchall()
    assert sorted(t for (t,) in members) == sorted([articles[7]["text"], reprint]), "the reprint of a text is found in spite of the footer"


def test_a_wire_text_in_many_outlets_is_not_boilerplate(make_store, derived):
    wire = made_up(11, 120)
    store = make_store([{"text": f"{wire} {made_up(100 + i, 15)}", "outlet": f"o{i}"} for i in range(60)])
    con = derived(store)
    assert con.sql("SELECT count(*), count(DISTINCT cluster_id) FROM cluster_members").fetchall() == [(60, 1)]
    assert con.sql("SELECT count(*) FROM near_duplicates").fetchall() == [(60 * 59 // 2,)]


def test_batches_order_and_workers_change_nothing(make_store, pairs):
    rng = random.Random(5)
    bodies = [made_up(seed, 80) for seed in range(12)]
    articles = [
        {"text": f"{rng.choice(bodies)} {made_up(1000 + i, 10)}", "outlet": f"o{i % 5}", "day": f"2025-11-{1 + i % 9:02}"} for i in range(40)
    ]
    results = []
    for run, workers in enumerate((1, 2)):
        rng.shuffle(articles)
        cut = rng.randint(5, 35)
        results.append(pairs(make_store(articles[:cut], articles[cut:], name=f"p{run}"), workers))
    assert results[0] and results[0] == results[1]


def test_pairs_of_new_texts_alone_are_measured_and_nothing_else_is_found(make_store, derived, tmp_path, monkeypatch):
    rng = random.Random(6)
    bodies, footer = [made_up(seed, 80) for seed in range(8)], made_up(77, 40)
    articles = [{"text": f"{rng.choice(bodies)} {made_up(2000 + i, 9)} {footer if i % 2 else ''}", "outlet": f"o{i % 3}"} for i in range(60)]
    counted = []
    monkeypatch.setattr(measured_pairs, "measure", lambda *given: counted.append(given) or measure(*given))

    def found(store, kept):
        con = derived(store, kept=kept)
        return con.sql("FROM measured ORDER BY ALL").fetchall(), con.sql("FROM near_duplicates ORDER BY ALL").fetchall()

    first = make_store(articles[:40])
    assert found(first, "kept")[0]
    before = len(counted)
    found(first, "kept")
    assert len(counted) == before > 0, "what was measured is not measured again"
    both = make_store(articles[:40], articles[40:])
    kept = found(both, "kept")
    new = len(counted) - before
    assert kept == found(both, "anew")
    assert 0 < new < len(counted) - before - new, "pairs of old texts are known"
    (tmp_path / "kept" / next(p.name for p in (tmp_path / "kept").iterdir() if p.name.startswith("measures"))).write_bytes(b"torn")
    assert found(both, "kept") == kept


def test_new_batches_alone_are_sketched(make_store, pairs, tmp_path):
    store = make_store([{"text": made_up(seed, 40)} for seed in range(5)])
    assert pairs(store) == []
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "kept").glob("*.parquet")}
    make_store([{"text": made_up(seed, 40)} for seed in range(5)], [{"text": made_up(seed, 40)} for seed in range(50, 55)])
    assert pairs(store) == []
    after = {p: p.stat().st_mtime_ns for p in (tmp_path / "kept").glob("*.parquet")}
    assert len(after) == len(before) + 1 and all(after[p] == t for p, t in before.items())


def test_sketches_of_what_was_taken_away_go(make_store, pairs, tmp_path):
    store = make_store([{"text": made_up(1, 40)}], [{"text": made_up(2, 40)}])
    pairs(store)
    for table in store.iterdir():
        sorted(table.iterdir())[0].unlink()
    pairs(store)
    assert len(list((tmp_path / "kept").glob("*.parquet"))) == 1


def test_translation_is_a_candidate_and_joins_no_cluster(make_store, derived):
    russian = (
        "Завод в городе Белополье продал за январь 1 248 тракторов, сообщил директор Сергей Коваленко. "
        "Экспорт вырос на 37,5 процента, а долг перед фирмой Мартинсон упал до 640 тысяч."
    )
    english = (
        "The plant in the town of Belopolye sold 1,248 tractors in January, said director Sergei Kovalenko. "
        "Exports rose by 37.5 percent while debt to the firm Martinson fell to 640 thousand."
    )
    store = make_store(
        [
            {"text": russian, "language": "ru", "outlet": "a", "day": "2025-02-03"},
            {"text": english, "language": "en", "outlet": "b", "day": "2025-02-04"},
            {"text": made_up(3, 40) + " 1248", "language": "uk", "outlet": "c", "day": "2025-02-04"},
        ]
    )
    con = derived(store)
    assert con.sql("SELECT kind, first_because FROM near_duplicates").fetchall() == [("translation", "published")]
    assert con.sql("SELECT count(*) FROM cluster_members").fetchall() == [(0,)]


def test_words_are_the_same_in_every_spelling():
    assert words("П'ЯТЬ пʼять п’ять ещё") == ["п", "ять", "п", "ять", "п", "ять", "еще"]
    assert words("за́мок 東京 Tokyo") == ["замок", "東", "京", "tokyo"]


@given(st.lists(st.integers(0, 40), max_size=30), st.lists(st.integers(0, 40), max_size=30))
def test_shared_count_is_the_size_of_the_intersection(one, other):
    as_set = [np.array(sorted(set(v)), dtype=np.uint64) for v in (one, other)]
    assert shared_count(*as_set) == len(set(one) & set(other))


@given(st.text(alphabet="аб вг\n.", max_size=80), st.text(alphabet="аб вг\n.", max_size=80))
def test_measure_agrees_with_shingles_counted_by_hand(one, other):
    def by_hand(text: str) -> set[tuple[str, ...]]:
        found = words(text)
        return {tuple(found[i : i + 5]) for i in range(max(1, len(found) - 4))} if found else set()

    x, y = by_hand(one), by_hand(other)
    measured = measure(*shingle_sets([one, other]), np.empty(0, dtype=np.uint64))
    assert measured.shared == len(x & y)
    assert measured.similarity == (round(len(x & y) / len(x | y), 6) if x | y else 0)
