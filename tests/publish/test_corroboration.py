"""Twelve outlets, one origin: chains are followed to their first sources, also through the cluster."""

from flows.publish.corroboration import Member, resolve_origins, summary

STORY = (
    "Парламент во вторник принял в первом чтении проект закона о поддержке малых пекарен, которым на три года снижают "
    "ставку налога до пяти процентов и разрешают продавать хлеб без кассового аппарата на ярмарках выходного дня"
)


def reprint(outlet: str, source: str, **cited) -> dict:
    return {"text": f"{STORY}, передает {source}. Так пишет {outlet}.", "outlet": outlet, "day": "2025-11-03", "cites": [{"words": source, **cited}]}


def test_outlets_that_lean_on_one_agency_have_one_origin(make_store, derived):
    store = make_store([reprint(f"outlet-{i}", "Вестник-Юг", id="vestnik-yug", name="Vestnik-Yug") for i in range(12)])
    con = derived(store)
    assert con.sql("SELECT article_count, outlet_count, origin_count, origins, summary FROM corroboration").fetchall() == [
        (12, 12, 1, ["Vestnik-Yug"], "12 outlets, 1 origin: Vestnik-Yug")
    ]


def test_chain_goes_on_where_the_named_outlet_stands_in_the_cluster(make_store, derived):
    store = make_store(
        [
            reprint("first", "Вестник-Юг", id="vestnik-yug", name="Vestnik-Yug"),
            reprint("second", "издание Первое", id="first", name="First", kind="outlet"),
            reprint("third", "издание Второе", id="second", name="Second", kind="outlet"),
        ]
    )
    con = derived(store)
    assert con.sql("SELECT origins, outlet_count FROM corroboration").fetchall() == [(["Vestnik-Yug"], 3)]
    first = con.sql("SELECT a.outlet_id, n.first_because FROM near_duplicates n JOIN articles a ON a.article_id = first_article_id").fetchall()
    assert sorted(first) == [("first", "cited"), ("second", "cited")]


def test_the_last_link_of_a_chain_is_the_origin(make_store, derived):
    cites = [
        {"words": "Второе", "id": "second", "name": "Second", "kind": "outlet"},
        {"words": "Вестник-Юг", "id": "vestnik-yug", "name": "Vestnik-Yug", "role": "upstream", "hop": 2, "via": 0},
        {"words": "Иван Пекарь", "name": "Ivan Pekar", "kind": "person", "role": "speaker", "hop": 3, "via": 1},
    ]
    one = {"text": f"{STORY}, сообщает Второе со ссылкой на Вестник-Юг. Иван Пекарь рад.", "outlet": "a", "cites": cites}
    store = make_store([one, {"text": f"{STORY}.", "outlet": "b"}])
    con = derived(store)
    assert con.sql("SELECT origins, unsourced_count, summary FROM corroboration").fetchall() == [
        (["Vestnik-Yug"], 1, "2 outlets, 1 origin: Vestnik-Yug")
    ]


def test_sources_in_a_circle_end():
    members = [Member("1", "a", frozenset({"b"})), Member("2", "b", frozenset({"a"}))]
    assert resolve_origins(members) == {"1": frozenset({"b"}), "2": frozenset({"a"})}


def test_summary_says_what_is_not_known():
    assert summary(3, 0, []) == "3 articles, origin not named"
    assert summary(5, 1, ["A", "B", "C", "D"]) == "1 outlet, 4 origins: A, B, C and 1 more"
