"""How the page looks and is reached: widths, themes, languages, contrast, keyboard, names for those who do not see it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.end_to_end.page.browser import ROOT, VIEWS, Served, Visit, visit, with_chain
from tests.publish.release_with_page import RELEASE

PICTURES = ROOT / "build" / "page_screenshots"
NAMED = re.compile(r".+\. .+")


def test_the_keyboard_reaches_everything(tab: Visit):
    tab.see("#/")
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_role("link", name="Skip to content")).to_be_focused()
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("main")).to_be_focused()
    tab.page.get_by_role("link", name="Outlets", exact=True).focus()
    outline = tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    tab.page.keyboard.press("Enter")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Outlets")
    expect(tab.page.get_by_role("main")).to_be_focused()
    tab.page.keyboard.press("Tab")
    expect(tab.page.get_by_label("Find an outlet by name")).to_be_focused()
    tab.page.keyboard.type("harbour")
    expect(tab.page.locator("tbody tr")).to_have_count(1)
    assert outline == "solid"


def test_what_is_drawn_has_a_name_and_a_table(tab: Visit):
    for view in ("#/", "#/outlet/harbour-post"):
        tab.see(view)
        for figure in tab.page.locator("figure").all():
            expect(figure.locator("svg").first).to_have_attribute("aria-label", NAMED)
            assert figure.locator("details table").count() == 1
    unnamed = "[...document.querySelectorAll('input, select, textarea, button')].filter(e => !e.labels?.length && !e.textContent.trim() && !e.ariaLabel).length"
    for view in VIEWS:
        tab.see(view)
        assert tab.page.evaluate(unnamed) == 0
        assert tab.page.locator("header, nav, main, footer").count() == 4


def test_language_and_theme_are_chosen_and_kept(tab: Visit):
    tab.see("#/")
    tab.page.locator("#language").select_option("uk")
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Огляд")
    expect(tab.page.locator("html")).to_have_attribute("lang", "uk")
    light = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.page.locator("#theme").select_option("dark")
    dark = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.page.reload()
    tab.wait()
    assert tab.page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light
    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Огляд")


OVERLAPPING_LABELS = """() => [...document.querySelectorAll('main svg')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text:not([transform])')].map(t => [t.textContent, t.getBoundingClientRect()]);
  const edge = svg.getBoundingClientRect();
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  const pairs = boxes.flatMap(([n, a], i) => boxes.slice(i + 1).filter(([, b]) => over(a, b)).map(([m]) => `${n} on ${m}`));
  return [...pairs, ...boxes.filter(([, a]) => a.right > edge.right + 1 || a.left < edge.left - 1).map(([n]) => `${n} is cut`)];
})"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
TALL_ROWS = "[...document.querySelectorAll('main tr')].filter(r => r.getBoundingClientRect().height > 300).map(r => r.textContent.slice(0, 60))"
FAINT_TEXT = """() => {
  const pen = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = colour => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const light = c => rgb(c).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (let n = e; n; n = n.parentElement) { const c = getComputedStyle(n).backgroundColor; if (!/, 0\\)$|transparent/.test(c)) return c; } return 'white'; };
  const behind = e => {
    if (!(e instanceof SVGElement)) return ground(e);
    const at = e.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
    const rects = [...e.ownerSVGElement.querySelectorAll('rect')].filter(r => { const b = r.getBoundingClientRect(); return b.left <= x && x <= b.right && b.top <= y && y <= b.bottom; });
    return rects.length && !e.hasAttribute('transform') ? getComputedStyle(rects.at(-1)).fill : ground(e.ownerSVGElement.parentElement);
  };
  return [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getBoundingClientRect().width > 1 && !(e instanceof SVGTitleElement) && !e.disabled).flatMap(e => {
    const style = getComputedStyle(e), ink = light(e instanceof SVGElement ? style.fill : style.color), paper = light(behind(e));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    return ratio < 4.5 ? [`${e.textContent.slice(0, 30)}: ${ratio.toFixed(2)}`] : [];
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1200])
def test_nothing_overlaps_and_everything_is_readable(browser: Browser, site: Served, release: Path, theme: str, width: int):
    PICTURES.mkdir(parents=True, exist_ok=True)
    views = {"overview": "#/", "outlet": "#/outlet/harbour-post", "article": "#/article/" + with_chain(release, "text IS NOT NULL"), "outlets": "#/outlets", "downloads": "#/downloads"}
    locale = "uk-UA" if theme == "dark" else "en-GB"
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=theme, locale=locale) as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        for name, view in views.items():
            tab.see(view)
            for drawing in tab.page.locator("figure .drawing").all():
                drawing.locator("svg").wait_for()
            assert tab.page.evaluate(TOO_WIDE) <= 0, name
            assert tab.page.evaluate(OVERLAPPING_LABELS) == [], name
            assert tab.page.evaluate(FAINT_TEXT) == [], name
            assert tab.page.evaluate(TALL_ROWS) == [], name
            tab.page.screenshot(path=PICTURES / f"{name}_{theme}_{width}.png", full_page=True)
        assert tab.complaints == []
