"""Makes the pictures of the page in docs/pictures, with the Chromium of the system: `nox -s browser -- --pictures`."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import attrs
from playwright.sync_api import Browser, sync_playwright

import shandong_econ as se

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
DESK, PHONE = {"width": 1280, "height": 820}, {"width": 390, "height": 760}
CHOSEN = 3  # the mark that is chosen, from 0


def main() -> None:
    """Writes page-light.png, page-dark.png, page-phone.png, page-zh.png, page-table.png and page-series.png."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, bulletin, scheme, size in (
            ("page-light", "shandong-2022-05.en.txt", "light", DESK),
            ("page-dark", "shandong-2022-05.en.txt", "dark", DESK),
            ("page-phone", "shandong-2022-05.en.txt", "light", PHONE),
            ("page-zh", "shandong-2022-05.zh.txt", "light", DESK),
            ("page-table", "qingdao-2023-05.zh.html", "light", DESK),
        ):
            picture(browser, FOLDER / f"{name}.png", ROOT / "examples" / bulletin, scheme, size)
        picture_of_series(browser, FOLDER / "page-series.png", ROOT / "examples" / "weifang-2023")
        browser.close()


def picture(browser: Browser, path: Path, bulletin: Path, scheme: str, size: dict[str, int]) -> None:
    """The page of an example bulletin, with one figure chosen."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        published = date(2022, 6, 20) if bulletin.suffix == ".txt" else None
        se.export(attrs.evolve(se.read(bulletin, published=published), uri=None), file)
        page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        page.goto(file.as_uri())
        page.locator(".source .f").nth(CHOSEN).click()
        if size is DESK:
            page.evaluate(f"scrollTo(0, {0 if scheme == 'dark' else 'document.body.scrollHeight'})")
            page.evaluate(
                "document.querySelector('.pair').scrollIntoView({block: 'end'})" if scheme == "light" else "0"
            )
        page.screenshot(path=path, animations="disabled")
        page.close()


def picture_of_series(browser: Browser, path: Path, bulletins: Path) -> None:
    """The series at the top of the page of several bulletins, with the points of the second shown."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        se.export((attrs.evolve(se.read(one), uri=None) for one in sorted(bulletins.glob("*.txt"))), file)
        page = browser.new_page(viewport=DESK, color_scheme="light", reduced_motion="reduce")
        page.goto(file.as_uri())
        page.locator(".lines summary").nth(1).click()
        page.mouse.move(0, 0)
        page.screenshot(path=path, animations="disabled")
        page.close()


if __name__ == "__main__":
    main()
