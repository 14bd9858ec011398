"""axe-core finds nothing wrong with the page: in both languages and colours, small and large, empty and chosen."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from tests.browser.bulletins import bulletin, grounded, hostile, large, told
from tests.browser.conftest import DESKTOP, PHONE, Open

import shandong_econ as se

EVERY_RULE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
EVERY_LOOK = {
    "desk-light": (DESKTOP, "light"),
    "desk-dark": (DESKTOP, "dark"),
    "phone-light": (PHONE, "light"),
    "phone-dark": (PHONE, "dark"),
}
REPORTS: dict[str, Any] = {
    "english": lambda: bulletin("en"),
    "chinese": lambda: bulletin("zh"),
    "told": told,
    "grounded": grounded,
    "hostile": hostile,
    "empty": se.Report,
    "many": lambda: [bulletin("zh"), told(), se.Report(title="Untold", language="en")],
}
LOOKED_AT = [(name, look) for name in ("told", "grounded") for look in EVERY_LOOK]
LOOKED_AT += [
    (name, look) for name in REPORTS for look in ("desk-light", "phone-dark") if name not in ("told", "grounded")
]


def violations(page: Page) -> list[str]:
    """What axe-core objects to, with the rule and the first place."""
    found = Axe().run(page, options=EVERY_RULE).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]} {one['nodes'][0].get('failureSummary')}" for one in found]


@pytest.mark.parametrize(
    ("name", "look"),
    LOOKED_AT,
)
def test_axe_finds_nothing(opened: Open, name: str, look: str) -> None:
    """As the page opens, unfolded, and with a figure chosen and others filtered out."""
    size, scheme = EVERY_LOOK[look]
    page = opened(REPORTS[name](), size=size, scheme=scheme)
    assert violations(page) == []
    for fold in page.locator(".fold > summary").all():
        fold.click()
    marks = page.locator(".source .f")
    if marks.count():
        marks.first.click()
        assert violations(page) == []
        page.keyboard.press("Escape")
        for name in ("measure", "indicator"):
            select = page.locator(f"select[name={name}]").first
            if select.is_enabled():
                select.select_option(index=1)
        assert violations(page) == []


@pytest.mark.parametrize("look", ["desk-light", "phone-dark"])
def test_axe_finds_nothing_in_five_hundred_figures(opened: Open, look: str) -> None:
    """Neither in the largest bulletin."""
    size, scheme = EVERY_LOOK[look]
    page = opened(large("zh"), size=size, scheme=scheme)
    page.locator(".source .f").nth(250).click()
    assert violations(page) == []
