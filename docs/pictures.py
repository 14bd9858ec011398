"""Makes the pictures of the page in docs/pictures, with the Chromium of the system: `nox -s browser -- --pictures`."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import shandong_econ as se

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
DESK, PHONE = {"width": 1280, "height": 820}, {"width": 390, "height": 760}
CHOSEN = 3  # the mark that is chosen, from 0


def main() -> None:
    """Writes page-light.png, page-dark.png, page-phone.png and page-zh.png."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, language, scheme, size in (
            ("page-light", "en", "light", DESK),
            ("page-dark", "en", "dark", DESK),
            ("page-phone", "en", "light", PHONE),
            ("page-zh", "zh", "light", DESK),
        ):
            picture(browser, FOLDER / f"{name}.png", language, scheme, size)
        browser.close()


def picture(browser: Browser, path: Path, language: str, scheme: str, size: dict[str, int]) -> None:
    """The page of the example bulletin of a language, with one figure chosen."""
    text = (ROOT / "examples" / f"shandong-2022-05.{language}.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        se.export(se.parse(text, published=date(2022, 6, 20)), file)
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


if __name__ == "__main__":
    main()
