"""A release with its page, served, and a Chromium to look at it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.end_to_end.page.browser import ARGUMENTS, CHROMIUM, Served, Visit, served, visit
from tests.publish.release_with_page import RELEASE, build_synthetic_release


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_synthetic_release(tmp_path_factory.mktemp("page"))[0]


@pytest.fixture(scope="session")
def site(release: Path) -> Iterator[Served]:
    with served(release.parent) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is missing: `make browser` installs it as root on Debian")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def tab(browser: Browser, site: Served) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-GB") as context:
        yield visit(context, f"{site.address}/{RELEASE}/page/")


@pytest.fixture(scope="session")
def asking(browser: Browser, site: Served) -> Iterator[Visit]:
    """A tab whose engine has been started, for questions one after the other."""
    with browser.new_context(viewport={"width": 1200, "height": 800}, locale="en-GB") as context:
        tab = visit(context, f"{site.address}/{RELEASE}/page/")
        tab.see("#/sql")
        yield tab
