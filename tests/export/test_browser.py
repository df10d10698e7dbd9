"""The page in a real browser: readable at any width, in light and dark, by keyboard alone, on paper, and without fault for axe-core.

Needs Chromium, as in Debian's package `chromium`, and Playwright to drive it; without them these tests are skipped.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from kzbrief.brief.briefing import Briefing
from kzbrief.brief.model import Fact
from kzbrief.i18n import speaking
from kzbrief.output.export import Options
from kzbrief.output.export.html import export

from .made import ALL, COMPLETE, GOLDEN, KAZAKHSTAN, changed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs chromium")
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")

OPEN = "[popover]:popover-open"
LONG = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM)
        yield found
        found.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def opened(browser: Any, folder: Path, briefing: Briefing, **looks: Any) -> Any:
    """Open the page of a brief in a window of its own, which keeps what was asked of the network and what was complained of."""
    path = folder / f"{abs(hash(briefing))}.html"
    path.write_text(export(briefing, Options()), encoding="utf-8")
    width = looks.pop("width", 800)
    page = browser.new_context(viewport={"width": width, "height": 800}, **looks).new_page()
    page.asked, page.complained = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda message: page.complained.append(message.text))
    page.goto(path.as_uri())
    return page


@pytest.fixture(scope="module")
def page(browser: Any, folder: Path) -> Any:
    """The page of Kazakhstan, without scripts, as a mail program would show it."""
    return opened(browser, folder, KAZAKHSTAN, java_script_enabled=False)


def test_nothing_is_asked_of_the_network_and_nothing_is_complained_of(page: Any) -> None:
    assert [address for address in page.asked if not address.startswith("file:")] == []
    assert page.complained == []


@pytest.mark.parametrize("briefing", ALL, ids=[briefing.brief.brief.id for briefing in ALL])
def test_340_pixels_are_enough(briefing: Briefing, browser: Any, folder: Path) -> None:
    shown = opened(browser, folder, briefing, width=340)
    shown.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert shown.evaluate("document.documentElement.scrollWidth") == 340


def test_340_pixels_are_enough_for_russian_labels(browser: Any, folder: Path) -> None:
    made = changed(KAZAKHSTAN, brief=replace(KAZAKHSTAN.brief.brief, language="ru"))
    with speaking("ru"):
        shown = opened(browser, folder, made, width=340)
    assert shown.locator("#sources > h2").inner_text() == "Источники"
    assert shown.evaluate("document.documentElement.scrollWidth") == 340


def test_340_pixels_are_enough_for_long_words_and_for_what_opens(browser: Any, folder: Path) -> None:
    facts = [Fact(id="x", label=LONG, printed=LONG)]
    made = changed(GOLDEN, brief=replace(GOLDEN.brief.brief, title=LONG), facts=facts)
    shown = opened(browser, folder, made, width=340)
    shown.locator("article button.number").first.press("Enter")
    assert shown.evaluate("document.documentElement.scrollWidth") == 340
    box = shown.locator(OPEN).bounding_box()
    assert (box["x"] >= 0, box["x"] + box["width"] <= 340) == (True, True)


@pytest.mark.parametrize("width", [340, 1400])
def test_sources_open_and_close_by_keyboard(width: int, browser: Any, folder: Path) -> None:
    shown = opened(browser, folder, KAZAKHSTAN, width=width, java_script_enabled=False)
    number = shown.locator("article button.number").first
    assert number.get_attribute("aria-label") == "1: source Adil Soz, Internews Kazakhstan, 2010"
    number.focus()
    shown.keyboard.press("Enter")
    assert shown.locator(OPEN).count() == 1
    assert shown.locator(OPEN).is_visible()
    assert "Отменена Концепция" in shown.locator(OPEN).inner_text()
    shown.keyboard.press("Tab")
    assert shown.locator(f"{OPEN} :focus").count() == 1
    shown.keyboard.press("Escape")
    assert shown.locator(OPEN).count() == 0
    assert number.evaluate("node => node === document.activeElement")
    shown.keyboard.press("Space")
    shown.locator(OPEN).get_by_role("button", name="Close").press("Enter")
    assert shown.locator(OPEN).count() == 0


def test_one_source_is_open_at_a_time_and_leads_to_the_list(page: Any) -> None:
    numbers = page.locator("article button.number")
    for place in (0, 3):
        numbers.nth(place).press("Enter")
        assert page.locator(OPEN).count() == 1
    link = page.locator(f"{OPEN} .foot a")
    wanted = link.get_attribute("href")
    link.press("Enter")
    assert page.url.endswith(wanted)
    assert page.locator(f"{wanted}:target").is_visible()


def test_what_opens_is_in_sight(browser: Any, folder: Path) -> None:
    shown = opened(browser, folder, KAZAKHSTAN, width=1000)
    for place in (0, 5, 20):
        number = shown.locator("article button.number").nth(place)
        number.scroll_into_view_if_needed()
        number.press("Enter")
        box = shown.locator(OPEN).bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1000
        assert box["y"] + box["height"] <= 800
        shown.keyboard.press("Escape")


def test_dark_and_light_differ(browser: Any, folder: Path) -> None:
    grounds = [
        opened(browser, folder, GOLDEN, color_scheme=scheme).evaluate("getComputedStyle(document.documentElement).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert len(set(grounds)) == 2


def test_on_paper_there_are_no_ways_around_and_all_numbers(browser: Any, folder: Path) -> None:
    shown = opened(browser, folder, KAZAKHSTAN)
    shown.emulate_media(media="print")
    assert not shown.locator("nav").is_visible()
    assert shown.locator("article button.number").first.is_visible()
    assert shown.locator(".remark.again summary").first.is_visible()
    assert shown.pdf(format="A4").startswith(b"%PDF")


def test_a_browser_that_opens_nothing_has_links_instead(browser: Any, folder: Path) -> None:
    """What such a browser applies of the style sheet is taken out of its condition."""
    path = folder / "old.html"
    text = export(GOLDEN, Options())
    assert "@supports not selector(:popover-open)" in text
    path.write_text(text.replace("@supports not selector(:popover-open)", "@media all"), encoding="utf-8")
    shown = browser.new_context(bypass_csp=True).new_page()
    shown.goto(path.as_uri())
    assert not shown.locator("button.number").first.is_visible()
    link = shown.locator("article a.plainly").first
    link.press("Enter")
    assert shown.locator(":target").count() == 1
    assert not shown.locator("[popover]").first.is_visible()


def beginning(briefing: Briefing) -> Briefing:
    """Return a brief with the first findings of each section and those to read first, since axe looks at each element for long."""
    heading = briefing.brief.brief
    wanted = {key.partition("/")[2] for key in heading.key_findings}
    sections = [
        replace(part, findings=[finding for place, finding in enumerate(part.findings) if place < 4 or finding.id in wanted])
        for part in briefing.brief.sections
    ]
    left = {finding.id for part in sections for finding in part.findings}
    events = [event for event in briefing.brief.events if {ref.partition(":")[2] for ref in event.about} <= left]
    return changed(briefing, sections=sections, events=events)


@pytest.mark.parametrize(("briefing", "scheme"), [(COMPLETE, "light"), (COMPLETE, "dark"), (beginning(KAZAKHSTAN), "light")])
def test_axe_finds_no_fault(briefing: Briefing, scheme: str, browser: Any, folder: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    shown = opened(browser, folder, briefing, width=1200 if scheme == "dark" else 340, color_scheme=scheme, bypass_csp=True)
    shown.locator("article button.number").first.press("Enter")
    found = axe.Axe().run(shown, options={"resultTypes": ["violations"]}).response
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found["violations"]] == []
    assert len(found["passes"]) > 20
