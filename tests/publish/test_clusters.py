"""Clusters: close to the representative each, never a chain of strangers."""

from hypothesis import given
from hypothesis import strategies as st

from flows.publish.clusters import cluster_docs, links_of


def near(a: int, b: int, similarity: float) -> tuple:
    return (min(a, b), max(a, b), "near", similarity, similarity, None)


def clusters(pairs: list[tuple], copies: dict[int, int] | None = None) -> dict[int, int]:
    docs = {d for a, b, *_ in pairs for d in (a, b)}
    links = links_of(pairs)
    for doc in copies or {}:
        links.setdefault(doc, {})
    return {m: r for m, (r, _) in cluster_docs(links, dict.fromkeys(docs, 1) | (copies or {})).items()}


def test_a_chain_is_not_one_cluster():
    found = clusters([near(1, 2, 0.6), near(2, 3, 0.6), near(3, 4, 0.6), near(4, 5, 0.6)])
    assert len(set(found.values())) > 1
    linked = {(1, 2), (2, 3), (3, 4), (4, 5)}
    assert all(m == r or (min(m, r), max(m, r)) in linked for m, r in found.items())


def test_member_goes_to_the_closest_representative():
    found = clusters([near(1, 2, 0.9), near(1, 3, 0.9), near(1, 9, 0.55), near(5, 6, 0.9), near(5, 7, 0.9), near(5, 9, 0.8)])
    assert found[9] == 5


def test_long_article_joins_the_wire_text_and_not_the_other_way_round():
    # Doc 3 is a digest that holds the wire texts 1 and 2, which have nothing in common.
    found = clusters([(1, 3, "partial", 0.3, 0.95, 1), (2, 3, "partial", 0.3, 0.9, 2)])
    assert found == {1: 1, 3: 1}


def test_copies_alone_are_a_cluster():
    assert clusters([], {4: 2}) == {4: 4}


@given(st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda p: p[0] < p[1]), st.floats(0.5, 1)))
def test_every_member_is_linked_to_its_representative_and_nobody_is_alone(drawn):
    pairs = [near(a, b, s) for (a, b), s in drawn.items()]
    found = clusters(pairs)
    assert set(found) <= {d for p in drawn for d in p}
    assert all(m == r or (min(m, r), max(m, r)) in drawn for m, r in found.items())
    assert all(found[r] == r for r in found.values())
    sizes = list(found.values())
    assert all(sizes.count(r) > 1 for r in sizes)
    assert found == clusters(pairs[::-1])


@given(st.sets(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda p: p[0] < p[1]), min_size=1))
def test_only_docs_far_from_all_representatives_are_left_out(drawn):
    found = clusters([near(a, b, 0.7) for a, b in drawn])
    linked = drawn | {(b, a) for a, b in drawn}
    left_out = {d for p in drawn for d in p} - set(found)
    assert found and not any((doc, r) in linked for doc in left_out for r in found.values())
