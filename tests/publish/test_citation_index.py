"""The citation index answers in one query what media monitors count by hand."""


NAMED = {"words": "Вестник", "id": "vestnik", "name": "Vestnik"}
UNNAMED = {"words": "источник в ведомстве", "kind": "unnamed"}


def article(number: int, *cites: dict, outlet: str | None = "daily", day: str | None = "2025-11-03") -> dict:
    return {"text": f"Заметка номер {number}. Вестник и источник в ведомстве, Daily, Пекарь.", "outlet": outlet, "day": day, "cites": cites}


def test_share_of_articles_without_a_named_source_by_month(make_store, derived):
    store = make_store(
        [
            article(1, NAMED),
            article(2, UNNAMED),
            article(3),
            article(4, {"words": "Daily", "id": "daily", "role": "self", "kind": "outlet"}),
            article(5, NAMED, day="2025-12-01"),
            article(6, NAMED, day=None),
            article(7, NAMED, outlet=None),
        ]
    )
    con = derived(store)
    found = con.sql(
        "SELECT month, article_count, named_share, unnamed_only_share, unsourced_share, self_count, median_hops, top_sources "
        "FROM outlet_month ORDER BY month"
    ).fetchall()
    assert found == [
        ("2025-11", 4, 0.25, 0.25, 0.5, 1, 1.0, ["Vestnik"]),
        ("2025-12", 1, 1.0, 0.0, 0.0, 0, 1.0, ["Vestnik"]),
        ("undated", 1, 1.0, 0.0, 0.0, 0, 1.0, ["Vestnik"]),
    ]


def test_edges_count_articles_and_mentions_and_leave_recaps_out(make_store, derived):
    store = make_store(
        [
            article(1, NAMED, NAMED, day="2025-11-05"),
            article(2, NAMED, day="2025-11-02"),
            article(3, {**NAMED, "background": True}),
            article(4, {"words": "Пекарь", "kind": "person", "hop": 2}),
        ]
    )
    con = derived(store)
    found = con.sql(
        "SELECT source_key, source_id, article_count, mention_count, direct_count, share, f.text[15:15], l.text[15:15] "
        "FROM citation_edges JOIN articles f ON f.article_id = first_article_id JOIN articles l ON l.article_id = last_article_id "
        "ORDER BY article_count DESC"
    ).fetchall()
    assert found == [("vestnik", "vestnik", 2, 3, 2, 0.5, "2", "1"), ("Пекарь", None, 1, 1, 0, 0.25, "4", "4")]


def test_source_month_says_who_cites_it_and_how_often_chains_start_there(make_store, derived):
    store = make_store(
        [
            article(1, NAMED),
            article(2, NAMED, outlet="weekly"),
            article(3, NAMED, {"words": "Пекарь", "id": "pekar", "name": "Pekar", "role": "upstream", "hop": 2, "via": 0}),
        ]
    )
    con = derived(store)
    found = con.sql("SELECT source_key, article_count, outlet_count, direct_count, first_source_count, top_outlets FROM source_month ORDER BY 1").fetchall()
    assert found == [("pekar", 1, 1, 0, 1, ["daily"]), ("vestnik", 3, 2, 3, 2, ["daily", "weekly"])]
