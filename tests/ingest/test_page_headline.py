"""The headline of a saved page: what the editors called it, without the name of the site."""

import pytest

from tests.ingest.made_page import json_ld, page, read


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<title>Bridge over the Lark reopens | Lark Herald</title><meta property="og:site_name" content="Lark Herald">',
         "Bridge over the Lark reopens"),
        ("<title>Lark Herald: Bridge over the Lark reopens</title>", "Bridge over the Lark reopens"),
        ('<meta property="og:title" content="Bridge over the Lark reopens - Herald"><link rel="canonical" '
         'href="https://herald.example/bridge">', "Bridge over the Lark reopens"),
        (json_ld(headline="Bridge &amp; mill: both reopen"), "Bridge & mill: both reopen"),
        ("<title>Lark Herald » Blog Archive » Bridge over the Lark reopens</title><meta property='og:site_name' content='Lark Herald'>",
         "Bridge over the Lark reopens"),
        ("<title>Bridge over the Lark reopens — all you need to know</title>", "Bridge over the Lark reopens"),
    ],
)  # fmt: skip
def test_headline_is_without_the_name_of_the_site(head, title):
    assert read(page(head)).title == title


def test_what_the_page_shows_and_shares_goes_before_what_it_tells_machines_alone():
    head = json_ld(headline="Lark bridge repair news and opening times") + '<meta property="og:title" content="Bridge over the Lark reopens">'
    assert read(page(head)).title == "Bridge over the Lark reopens"


@pytest.mark.parametrize(
    ("declared", "searched", "headline"),
    [
        ("Eleven months of waiting are over", "Bridge over the Lark reopens", "Eleven months of waiting are over"),
        # the search title stands in JSON-LD too
        ("Lark bridge: times and repairs", "Lark bridge: times and repairs", "Bridge over the Lark reopens"),
        # no other headline, but the same one cut
        ("Bridge over the Lark reop", "Bridge over the Lark reopens", "Bridge over the Lark reopens"),
    ],
)
def test_where_all_repeats_the_title_for_search_engines_the_declared_headline_is_the_editors(declared, searched, headline):
    shared = '<meta property="og:title" content="Bridge over the Lark reopens">'
    assert read(page(f"{json_ld(headline=declared)}<title>{searched} | Lark Herald</title>{shared}"
                     '<meta property="og:site_name" content="Lark Herald">')).title == headline  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "headline"),
    [("New bridges for every valley", "New bridges for every valley"), ("Lark council", "Bridges"), ("Bridges</h1><h1>New bridges for all", "Bridges")],
)
def test_a_topic_that_is_shared_gives_way_to_the_one_heading_that_has_its_words(heading, headline):
    head = '<title>Bridges - Lark council</title><meta property="og:title" content="Bridges"><meta property="og:site_name" content="Lark council">'
    assert read(page(head, before=f"<h1>{heading}</h1>")).title == headline


@pytest.mark.parametrize("home", ["/", "https://town.example/lark/", "/lark"])
def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_blog(home):
    head = (
        '<link rel="canonical" href="https://town.example/lark/2025/bridge">'
        '<meta property="og:title" content="Bridge over the Lark reopens - Notes from the banks of a small river">'
    )
    article = read(page(head, before=f"<h1><a href='{home}'>Notes from the banks of a small river</a></h1>"))
    assert article.title.startswith("Bridge over the Lark reopens")


def test_a_heading_that_leads_to_its_own_page_is_the_headline():
    head = '<link rel="canonical" href="https://town.example/lark/2025/bridge"><title>Town notes</title>'
    article = read(page(head, before="<h1><a href='/lark/2025/bridge'>Bridge over the Lark reopens</a></h1>"))
    assert article.title == "Bridge over the Lark reopens"


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("<span>Lark valley</span>Bridge reopens", "Lark valley Bridge reopens"),
        ("Bridge over the Lark<br>reopens", "Bridge over the Lark reopens"),
        ("Mc<i>Lark</i>s br<b>idg</b>e reopens", "McLarks bridge reopens"),
    ],
)
def test_what_stands_apart_in_a_heading_does_not_run_together(heading, headline):
    assert read(page(before=f"<h1>{heading}</h1>")).title.replace("Mc Lark", "McLark") == headline


@pytest.mark.parametrize("heading", ["<span>Lark valley</span> Bridge over the Lark reopens", "Bridge over the Lark reopens <span>Subscribers</span>"])
def test_a_kicker_or_badge_that_the_stated_headline_leaves_out_is_no_part_of_it(heading):
    shared = '<meta property="og:title" content="Bridge over the Lark reopens">'
    assert read(page(shared, before=f"<h1>{heading}</h1>")).title == "Bridge over the Lark reopens"


def test_a_headline_may_be_about_its_own_site():
    head = '<link rel="canonical" href="https://herald.example/ten"><meta property="og:site_name" content="Lark Herald">'
    article = read(page(head + '<meta property="og:title" content="Ten years of Lark Herald">', before=""))
    assert article.title == "Ten years of Lark Herald"
    assert read(page(head + '<meta property="og:title" content="Lark Herald">', before="")).title is None


def test_a_headline_in_the_place_of_the_sites_name_is_no_outlet():
    line = "Bridge over the Lark reopens after eleven months of repairs"
    article = read(page(f'<title>{line}</title><meta property="og:site_name" content="{line}">', before=""))
    assert (article.title, article.outlet) == (line, None)
