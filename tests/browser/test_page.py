"""Laws of the page as a reader has it: in a browser, by mouse and by keyboard, on a desk, on a phone, on paper."""

from __future__ import annotations

import io
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from playwright.sync_api import Page, expect
from tests.browser.bulletins import bulletin, grounded, hostile, large, told
from tests.browser.conftest import PHONE, Open

import shandong_econ as se


def focused(page: Page) -> str:
    """What has the focus: the id of a mark, or that of the row in which a link stands."""
    found: str = page.evaluate("document.activeElement.id || document.activeElement.closest('tr')?.id || ''")
    return found


def in_view(page: Page, selector: str) -> bool:
    """Whether an element is seen, where a pane that scrolls would hide it."""
    seen: bool = page.evaluate(
        """selector => {
            const [box] = document.querySelector(selector).getClientRects(); // words may stand on two lines
            const at = document.elementFromPoint(box.left + 4, box.top + box.height / 2);
            return !!at && !!at.closest(selector);
        }""",
        selector,
    )
    return seen


def test_every_figure_is_marked_and_has_a_row(opened: Open) -> None:
    """Each figure of the report is a mark with its words, and a row."""
    report = bulletin("en")
    page = opened(report)
    words = page.locator(".source .f").all_text_contents()
    assert words == [figure.span.cut(report.text) for figure in report.observations if figure.span]
    expect(page.locator(".figures tbody tr")).to_have_count(len(report.observations))


def test_a_chosen_figure_shows_its_observation(opened: Open) -> None:
    """A click on a mark shows what was read from it, and brings its row into view."""
    page = opened(large("en"))
    page.locator(".source .f").nth(40).click()
    detail = page.locator(".detail")
    for said in (
        "[IVA_ASD]",
        "规模以上工业增加值",
        "泰安市",
        "[2010-01-01/P5M]",
        "growth, year on year",
        "[PT]",
        "actual",
    ):
        expect(detail).to_contain_text(said)
    assert detail.locator("[lang=zh]").all_text_contents() == ["规模以上工业增加值", "泰安市", "百分比"]
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f41")
    assert in_view(page, "#r1-f41")


def test_a_chosen_row_scrolls_to_its_words(opened: Open) -> None:
    """A click on a row brings the words into view that its figure was read from."""
    page = opened(large("zh"))
    assert not in_view(page, "[data-f='120']")
    page.evaluate("document.querySelector('#r1-f120').scrollIntoView({block: 'center'})")
    page.locator("#r1-f120 td").nth(1).click()
    assert in_view(page, "[data-f='120']")
    expect(page.locator(".source [aria-current]")).to_have_attribute("data-f", "120")


def test_figures_that_overlap_are_chosen_in_turn(opened: Open) -> None:
    """Where two figures share words, each choice takes the next of them."""
    page = opened(told())
    shared = page.locator("[data-f='1 2']")
    shared.click()
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f1")
    shared.click()
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f2")


def test_a_note_is_chosen_as_a_figure_is(opened: Open) -> None:
    """The mark of a note shows what the note says, in the language of the page."""
    page = opened(told())
    page.locator(".source .n").click()
    expect(page.locator(".detail")).to_contain_text("a number without a unit")
    page.click("#language")
    expect(page.locator(".detail")).to_contain_text("内容数字没有单位")


def test_the_keyboard_alone_is_enough(opened: Open) -> None:
    """Tab comes to the text and to the table once each; arrows go on from there, Enter chooses, Escape closes."""
    page = opened(bulletin("en"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("#scheme").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page) == "r1-t1":
            break
    assert focused(page) == "r1-t1"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "r1-t3"
    page.keyboard.press("End")
    assert focused(page) == "r1-t12"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.locator(".detail")).to_contain_text("10,000")
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f11")
    page.keyboard.press("Escape")
    expect(page.locator(".detail")).to_be_hidden()
    assert focused(page) == "r1-t11"
    page.locator("#r1-f1 a").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert focused(page) == "r1-f2"
    expect(page.locator(".source [aria-current]")).to_have_attribute("data-f", "2")


def test_one_stop_of_tab_in_the_text_and_one_in_the_table(opened: Open) -> None:
    """Nobody has to press Tab five hundred times."""
    page = opened(large("en"))
    assert page.locator(".source a[tabindex='0']").count() == 1
    assert page.locator(".figures a[tabindex='0']").count() == 1


def test_steps_go_from_figure_to_figure(opened: Open) -> None:
    """The buttons of the detail go on to the next figure that is shown, and back; closing gives the focus back."""
    page = opened(bulletin("en"))
    page.locator(".source .f").first.click()
    page.click(".detail .next")
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f2")
    page.click(".detail .previous")
    page.click(".detail .previous")
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f1")
    page.click(".detail .close")
    assert focused(page) == "r1-t1"


def test_filters_leave_what_they_name(opened: Open) -> None:
    """A filter leaves its rows and their marks, says how many there are, and can be undone."""
    report = large("en")
    page = opened(report)
    page.select_option("select[name=indicator]", label="Fixed asset investment")
    page.select_option("select[name=area]", label="Jinan")
    wanted = [o for o in report.observations if (o.indicator, o.area) == (se.indicators()["FAI"], se.areas()["370100"])]
    assert 0 < len(wanted) < len(report.observations)
    expect(page.locator(".figures tbody tr:visible")).to_have_count(len(wanted))
    expect(page.locator(".source .f:not(.off)")).to_have_count(len(wanted))
    expect(page.locator(".count")).to_have_text(f"{len(wanted)} of 500 figures")
    page.select_option("select[name=period]", label="Jan–May 2013")
    expect(page.locator(".figures tbody tr:visible")).to_have_count(1)
    page.click("[type=reset]")
    expect(page.locator(".figures tbody tr:visible")).to_have_count(500)
    expect(page.locator(".source .off")).to_have_count(0)


def test_a_filter_by_kind_closes_what_it_hides(opened: Open) -> None:
    """A figure that is filtered out is no longer chosen, and arrows pass over its mark."""
    page = opened(bulletin("en"))
    page.locator(".source .f").first.click()
    page.select_option("select[name=measure]", label="level")
    expect(page.locator(".detail")).to_be_hidden()
    expect(page.locator(".count")).to_have_text("4 of 12 figures")
    page.locator(".source a[tabindex='0']").focus()
    assert focused(page) == "r1-t7"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "r1-t9"


def test_a_filter_is_kept_when_the_language_turns(opened: Open) -> None:
    """The page speaks the other language at once: its words, names, periods, units and filters, and the detail."""
    page = opened(bulletin("zh"))
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    page.select_option("select[name=indicator]", label="制造业投资")
    page.locator("#r1-f4 a").click()
    expect(page.locator(".detail")).to_contain_text("同比增速")
    page.click("#language")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#language[lang=zh]")).to_have_text("中文")
    expect(page.locator(".count")).to_have_text("1 of 12 figures")
    expect(page.locator("#r1-f4")).to_contain_text("Investment in manufacturing")
    expect(page.locator("#r1-f4")).to_contain_text("Jan–May 2022")
    expect(page.locator(".detail")).to_contain_text("growth, year on year")
    expect(page.locator(".source")).to_have_attribute("aria-label", "Text")
    expect(page.locator(".text")).to_have_attribute("lang", "zh")


def said_of_parts(page: Page) -> dict[str, str]:
    """The words that are marked as those of each part."""
    found: dict[str, str] = page.evaluate(
        """() => {
            const told = {};
            for (const piece of document.querySelectorAll("[data-ground]"))
                for (const part of piece.dataset.ground.split(" ")) told[part] = (told[part] ?? "") + piece.textContent;
            return told;
        }"""
    )
    return found


def test_the_words_of_a_chosen_figures_parts_are_marked(opened: Open) -> None:
    """Choosing a figure marks the words that its parts were read from; the detail says how, and leads to the words."""
    page = opened(grounded())
    page.locator("#r1-f1 a").click()
    assert said_of_parts(page) == {"series": "provincial GDP", "area": "provincial", "period": "2022"}
    page.click(".detail .next")
    assert said_of_parts(page) == {"series": "provincial GDP", "period": "2022", "comparison": "year on year"}
    assert page.locator(".grounds > div").all_inner_texts() == [
        "Indicator\ncarried from before\nprovincial GDP",
        "Area\ngiven with the text",
        "Period\nstated by a heading\n2022",
        "Comparison\nstated with the figure\nyear on year",
    ]
    page.click(".grounds .period button")
    assert in_view(page, "[data-ground=period]")
    page.click(".detail .next")
    assert said_of_parts(page) == {}
    expect(page.locator(".grounds")).to_have_count(0)
    page.locator("#r1-f1 a").click()
    page.keyboard.press("Escape")
    assert said_of_parts(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_parts_are_told_apart_by_colour_line_and_name(opened: Open, scheme: str) -> None:
    """No two parts have the same colour, line or name beside their words, on either paper and in either language."""
    page = opened(grounded(), scheme=scheme)
    page.locator("#r1-f2 a").click()
    looks = """() => [...document.querySelectorAll("[data-said]")].map((each) => {
        const style = getComputedStyle(each);
        return [style.borderBottomColor, style.borderBottomStyle, getComputedStyle(each, "::before").content];
    })"""
    found = page.evaluate(looks)
    assert len(found) == 3
    assert all(len(set(kind)) == 3 for kind in zip(*found, strict=True))
    page.click("#language")
    assert [name for _, _, name in page.evaluate(looks)] == ['"时期"', '"指标"', '"比较"']


def test_words_of_two_parts_bear_both_names(opened: Open) -> None:
    """Where the words of two parts overlap, both names stand before them."""
    page = opened(grounded())
    page.locator("#r1-f1 a").click()
    expect(page.locator("[data-ground='series area']")).to_have_attribute("data-said", "Indicator·Area")


def test_only_what_its_own_words_or_a_heading_state(opened: Open) -> None:
    """The filter leaves the figures of which nothing was carried, given or implied; where none is, it is off."""
    page = opened(grounded())
    page.check("[name=own]")
    expect(page.locator(".count")).to_have_text("1 of 3 figures")
    expect(page.locator("#r1-f1")).to_be_visible()
    expect(page.locator("#r1-f2")).to_be_hidden()
    page.click("[type=reset]")
    expect(page.locator(".count")).to_have_text("3 of 3 figures")
    expect(opened(told()).locator("[name=own]")).to_be_disabled()


def test_paper_names_the_parts_of_the_chosen_figure(opened: Open) -> None:
    """In print the words of a chosen figure's parts have their names before them."""
    page = opened(grounded())
    page.locator("#r1-f2 a").click()
    words = " ".join(extract_text(io.BytesIO(page.pdf(format="A4"))).split())
    for part in ("Period", "Indicator", "Comparison"):
        assert part in words.split("Prices rose")[0]


def test_colours_turn(opened: Open) -> None:
    """The button turns light to dark and back, and starts from what the reader's system has."""
    page = opened(bulletin("en"), scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    expect(page.locator("#scheme")).to_have_attribute("aria-pressed", "true")
    page.click("#scheme")
    light = page.evaluate(paper)
    expect(page.locator("#scheme")).to_have_attribute("aria-pressed", "false")
    assert dark != light
    assert light == opened(bulletin("en")).evaluate(paper)


def test_a_headline_leads_to_its_figure(opened: Open) -> None:
    """A figure above the text, or in a chart, chooses the figure that it is."""
    page = opened(bulletin("en"))
    page.locator(".headlines a").first.click()
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f1")
    page.locator(".bars a").first.click()
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f4")


def test_an_address_names_a_figure(opened: Open) -> None:
    """The address of a row opens the page with its figure chosen."""
    page = opened(bulletin("en"), at="#r1-f7")
    expect(page.locator("tr[aria-current]")).to_have_id("r1-f7")
    expect(page.locator(".detail")).to_contain_text("8,207")


def test_a_phone_has_one_column_and_a_sheet(opened: Open) -> None:
    """On a phone nothing is wider than the screen, and the detail leaves the chosen words in view."""
    page = opened(large("en"), size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.locator(".source .f").nth(30).click()
    expect(page.locator(".detail")).to_be_visible()
    assert in_view(page, "[data-f='31']")
    page.click(".detail .close")
    page.locator("#r1-f90 td").nth(1).click()
    assert in_view(page, "[data-f='90']")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_paper_has_the_text_and_then_the_table(opened: Open) -> None:
    """In print there is all of the article and all of the table, and no button."""
    report = large("en", 100)
    page = opened(report)
    words = " ".join(unicodedata.normalize("NFKC", extract_text(io.BytesIO(page.pdf(format="A4")))).split())
    text, _ = words.split("Indicator Area", 1)
    assert text.count("In the first five months of") == 100
    assert words.count("growth,") >= 100
    for number in (0, 50, 99):
        figure = report.observations[number]
        assert figure.span is not None
        assert figure.span.cut(report.text) in text
    assert "Show all" not in words
    assert "中文" not in words


def test_without_script_the_page_is_read_by_its_links(opened: Open) -> None:
    """Without JavaScript a mark leads to its row and a row to its words, and no control is there that does nothing."""
    page = opened(bulletin("en"), script=False)
    page.locator(".source .f").nth(2).click()
    expect(page.locator("tr:target")).to_have_id("r1-f3")
    page.locator("#r1-f5 a").click()
    expect(page.locator(".source a:target")).to_have_text("16.8 percent")
    expect(page.locator("button:visible, select:visible")).to_have_count(0)


def test_nothing_hostile_becomes_markup(opened: Open) -> None:
    """Texts that would be markup, script or style stand in the page as texts; what they ask for does not happen."""
    report = hostile()
    page = opened(report)
    shown = page.evaluate("document.querySelector('.text').textContent")
    assert shown == report.text.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert page.locator("script").count() == 3
    assert page.locator("style").count() == 1
    assert page.locator("img").count() == 0
    page.locator(".source .f").first.click()
    expect(page.locator(".detail")).to_contain_text("</script><script>alert(1)</script>")
    expect(page.locator(".report h2")).to_contain_text("</style><style>")


def test_many_reports_are_folded(opened: Open) -> None:
    """Of several reports each is folded until it is chosen, and works by itself."""
    page = opened([bulletin("en"), bulletin("zh"), se.Report()])
    expect(page.locator(".fold:not([open])")).to_have_count(3)
    page.locator("#r1 summary").click()
    page.locator("#r2 summary").click()
    page.locator("#r2 .source .f").first.click()
    expect(page.locator("#r2 .detail")).to_be_visible()
    page.locator("#r1 .source .f").first.click()
    expect(page.locator("#r2 .detail")).to_be_hidden()
    expect(page.locator("#r2 .count")).to_have_text("12 of 12 figures")


def months() -> list[se.Report]:
    """Three bulletins of a city, the last of which revises the first."""
    told = (
        ("2023-02-20", "2023年1月潍坊市出口172亿元。"),
        ("2023-03-20", "2023年2月潍坊市出口151亿元。"),
        ("2023-04-20", "2023年1月潍坊市出口173亿元。"),
    )
    return [se.parse(text, published=date.fromisoformat(day)) for day, text in told]


def test_series_lead_to_the_figures_of_their_reports(opened: Open) -> None:
    """A series unfolds to its points, each leads to its figure and unfolds its report; revisions are marked."""
    page = opened(months())
    line = page.locator(".lines details")
    expect(line).to_have_count(1)
    expect(line.locator("summary .revised")).to_be_visible()
    line.locator("summary").click()
    assert line.locator("tbody tr").all_inner_texts() == [
        "2023年1月\t173亿元\t2023-04-20\t172亿元 2023-02-20", "2023年2月\t151亿元\t2023-03-20\t"
    ]  # fmt: skip
    line.get_by_text("151亿元").last.click()
    expect(page.locator("#r2 .source .f[aria-current]")).to_be_visible()


def test_series_that_a_browser_saved_are_read_as_before(opened: Open, tmp_path: Path) -> None:
    """Pages of several reports that a browser saved, in either language, read back as the reports, without a note."""
    page = opened(months())
    page.click("#language")
    page.locator(".lines summary").click()
    (tmp_path / "saved.html").write_text(page.content(), encoding="utf-8")
    assert list(se.read_all(tmp_path / "saved.html")) == months()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_that_a_browser_saved_is_read_as_before(opened: Open, tmp_path: Path, language: str) -> None:
    """What the browser makes of the page, saved after all sorts of choices, reads back as the report."""
    report = bulletin(language)
    page = opened(report)
    page.locator(".source .f").nth(2).click()
    page.select_option("select[name=indicator]", index=2)
    page.click("#language")
    (tmp_path / "saved.html").write_text(page.content(), encoding="utf-8")
    assert se.read(tmp_path / "saved.html") == report
