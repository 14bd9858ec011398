"""What stands over and under a text is known from its own words, and nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.lexicon.words import either
from shandong_econ.parsing import parse
from shandong_econ.parsing.clean import clean
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.head.home import find_home
from shandong_econ.parsing.head.masthead import Masthead, read_masthead
from shandong_econ.parsing.headings import LONGEST_TITLE, is_heading
from shandong_econ.parsing.source import Source
from shandong_econ.parsing.split import language_of, paragraphs


def masthead(text: str) -> Masthead:
    cleaned = clean(text)
    main = language_of(cleaned) or "en"
    found = [(start, end, language_of(cleaned[start:end]) or main) for start, end in paragraphs(cleaned)]
    return read_masthead(text, cleaned, found)


BODY = {"en": "\nThe ports were busy in May.", "zh": "\n５月份港口繁忙。"}


@pytest.mark.parametrize(
    "title",
    [
        "Jining’s  canal ports set a record",
        "Bulletin No. 12: how the U.S. market fared",
        "Who buys the kelp?",
        "济宁运河港口　再创新高",
        "【走进县域】单县：羊肉汤“出圈”",
        "运河港口，凭什么这么忙？",
        "２０２２年济宁市统计公报（摘要）",
    ],
)
def test_a_heading_over_the_text_is_its_title(title: str) -> None:
    """The first line is the title, character for character, where it is no sentence."""
    found = masthead(f"\n  {title} \n{BODY['en' if title[0].isascii() else 'zh']}")
    assert (found.title, found.title_at, found.body_from) == (title, 0, 1)


@pytest.mark.parametrize(
    "first",
    [
        "The ports were busy.",
        "The ports were busy. So were the mills",
        "1. Ports",
        "II. Mills",
        "## Main points",
        "Dear delegates:",
        "JINING -- The ports were busy",
        "港口繁忙。",
        "一、港口",
        "（二）工厂",
        "各位代表：",
        "央视网消息：港口繁忙",
    ],
)
def test_a_text_that_begins_otherwise_has_no_title(first: str) -> None:
    """A sentence, a numbered section, a salutation or a dateline is no title."""
    found = masthead(first + BODY["en" if first[0].isascii() else "zh"])
    assert (found.title, found.title_at, found.body_from) == (None, None, 0)


LABELS = ["keywords: ports trade may", "Tags: ports, 44 trade", "authors: Laura Chen", "publish date: 2024-06-01"]


@pytest.mark.parametrize("title", ["Ports are busy", "Ports are busy. That is no surprise"])
def test_lines_with_a_label_belong_to_the_masthead(title: str) -> None:
    """Keywords, authors and the day are no part of the text, and a title that goes on is one before them."""
    found = masthead("\n".join((title, *LABELS, "The ports were busy in May.")))
    assert (found.title, found.body_from) == (title, 1 + len(LABELS))
    assert (found.authors, found.dateline_date) == (("Laura Chen",), date(2024, 6, 1))


def test_nothing_under_a_table_is_its_title() -> None:
    """One line before a table may be a title, and a note under it never is."""
    table = "Item\tMay\nExports (billion yuan)\t5.2\n"
    assert parse(f"Trade of Jinan, 2024\n\n{table}").title == "Trade of Jinan, 2024"
    assert parse(f"{table}\nFigures of January to March are revised\nof June too").title is None


@pytest.mark.parametrize(
    "title", ["China's exports rise in May", "Exports of China rise in May", "CHINA'S EXPORTS RISE IN MAY"]
)
def test_what_the_nation_has_is_told_of_the_nation(title: str) -> None:
    """A text whose title says what China has is on China, unless what China has is a place."""
    assert [one.area and one.area.code for one in parse(f"{title}\n\nExports rose 5 percent.").observations] == [
        "100000"
    ]
    home = parse("China's Jinan rises\n\nExports rose 5 percent in May.").area
    assert home is not None
    assert home.code == "370100"


def test_one_line_alone_is_a_text_and_no_title() -> None:
    """A title stands over something."""
    assert masthead("济宁港口增长5%") == masthead("Ports rise 5 percent") == masthead("") == Masthead()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Shen Yu", ["Shen Yu"]),
        ("By Shen Yu and Bai Lan in Jining | Updated: 2023-05-06 07:30", ["Shen Yu", "Bai Lan"]),
        ("By SHEN YU, China Daily", ["SHEN YU"]),
        ("Reporter: Shen Yu", ["Shen Yu"]),
        ("(Reporters Shen Yu, Bai Lan and Ge Tao)", ["Shen Yu", "Bai Lan", "Ge Tao"]),
        ("记者 沈瑜 白岚", ["沈瑜", "白岚"]),
        ("本报记者 沈瑜 通讯员 白岚 葛涛", ["沈瑜", "白岚", "葛涛"]),
        ("记者：沈瑜　编辑：葛涛", ["沈瑜"]),
        ("来源：海岱日报 作者：沈瑜", ["沈瑜"]),
        ("（记者沈瑜 特约通讯员欧阳白岚）", ["沈瑜", "欧阳白岚"]),
        ("济宁市市长　沈瑜", ["沈瑜"]),
        ("县长 白 岚", ["白岚"]),
    ],
)
def test_a_byline_names_the_authors(line: str, names: list[str]) -> None:
    """The people after "By", "Reporter" or 记者 are the authors, at the head of a text and at its foot."""
    body = BODY["en" if line.isascii() else "zh"]
    assert masthead(f"Ports{body}\n{line}").authors == tuple(names)
    above = masthead(f"Ports\n{line}{body}")
    assert (above.authors, above.body_from, above.title) == (tuple(names), 2, "Ports")


@pytest.mark.parametrize(
    "text",
    [
        "Ports\nBy sea and river, trade grew in May.\nMills were busy.",
        "Ports\nBy the end of May 30 berths had opened.\nMills were busy.",
        "Ports\nReporters learned that 30 berths had opened.\nMills were busy.",
        "港口\n记者从市港航局获悉，港口繁忙。\n工厂也忙。",
        "港口\n港口繁忙。（记者手记）\n责任编辑：葛涛",
        "港口\n港口繁忙。（通讯员 0537-1234567）",
    ],
)
def test_nobody_is_an_author_who_is_not_named_as_one(text: str) -> None:
    """Sentences that begin like bylines, editors and telephone numbers name no author."""
    assert masthead(text).authors == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mills rest.\nPorts were busy. (Reporter Shen Yu)", ["Shen Yu"]),
        ("新华社济宁5月6日电（记者沈瑜、白岚）港口繁忙。", ["沈瑜", "白岚"]),
        ("本报讯（记者 沈瑜）港口繁忙。", ["沈瑜"]),
        ("港口繁忙。（本报记者 沈瑜 白岚）", ["沈瑜", "白岚"]),
    ],
)
def test_a_byline_in_parentheses_stands_within_a_paragraph(text: str, names: list[str]) -> None:
    """A byline in parentheses counts after a dateline and after the last sentence."""
    assert masthead(text).authors == tuple(names)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Ports\nSource: Haidai Daily | Updated: May 6, 2023\nMills rest.", "Haidai Daily"),
        ("Ports\nJINING, May 6 (Xinhua) -- Mills rest.", "Xinhua"),
        ("Ports\nJINING, May 6 (Xinhua-style brief) -- Mills rest.", None),
        ("Ports (Xinhua) were busy.\nMills rest.", None),
        ("港口\n来源：海岱日报　时间：2023-05-06\n工厂也忙。", "海岱日报"),
        ("港口\n工厂也忙。\n文章来源：海岱日报", "海岱日报"),
        ("港口\n新华社济宁5月6日电 工厂也忙。", "新华社"),
        ("港口\n央视网消息（新闻联播）：工厂也忙。", "央视网"),
        ("港口\n本报济宁5月6日讯 工厂也忙。", None),
        ("Ports\nBy Shen Yu in Jining | China Daily | Updated: 2023-05-06 09:10\nMills rest.", "China Daily"),
        ("Ports\nhaidai.example | Updated: 2023-05-06 09:10\nMills rest.", "haidai.example"),
        ("Ports\n(Xinhua) 09:12, May 6, 2023\nMills rest.", "Xinhua"),
        (
            "Ports\nHaidai Provincial Bureau of Statistics\nMarch 1, 2023\nMills rest.",
            "Haidai Provincial Bureau of Statistics",
        ),
        ("Ports\nOn May 6, 2023 the customs office rested.\nMills rest.", None),
        ("Ports\nNews of the Mills\nMills rest.", None),
        ("港口\n《海岱日报》（2023年5月6日 第 03 版）\n工厂也忙。", "海岱日报"),
        ("港口\n2023年5月6日 09:12 海岱网\n工厂也忙。", "海岱网"),
        ("港口\n济宁市统计局　国家统计局济宁调查队\n工厂也忙。", "济宁市统计局 国家统计局济宁调查队"),
        ("港口\n2023年5月6日，市统计局很忙\n工厂也忙。", None),
        ("港口\n一季度数据发布\n工厂也忙。", None),
        ("港口\n收入来源：工资占53%，经营占20%，财产占6%，转移占21%。", None),
    ],
)
def test_the_publisher_is_the_one_who_is_named(text: str, publisher: str | None) -> None:
    """A line of source or an agency in a dateline names the publisher, and nothing else does."""
    assert masthead(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ports\nUpdated: 2023-05-06 07:30\nMills rest.", date(2023, 5, 6)),
        ("Ports\nMay 6, 2023\nMills rest.", date(2023, 5, 6)),
        ("Ports\nRelease date: 6 Sept. 2023\nMills rest.", date(2023, 9, 6)),
        ("JINING, May 6, 2023 (Xinhua) -- Mills rest.", date(2023, 5, 6)),
        ("港口\n发布时间：2023/5/6\n工厂也忙。", date(2023, 5, 6)),
        ("港口\n（２０２３年５月６日）\n工厂也忙。", date(2023, 5, 6)),
        ("港口\n2023年5月6日在市人民代表大会上\n工厂也忙。", date(2023, 5, 6)),
        ("Ports\nUpdated: May 6\nMills rest.", None),
        ("JINING, May 6 (Xinhua) -- Mills rest.", None),
        ("港口\n新华社济宁5月6日电 工厂也忙。", None),
        ("港口\n发布时间：2023-02-30\n工厂也忙。", None),
        ("港口\n2023年5月6日，工厂完成产值30亿元。\n港口也忙。", None),
        ("港口\n工厂自2023年5月6日起停工。\n港口也忙。", None),
        ("港口\n——2023年5月6日在济宁市人民代表大会上\n工厂也忙。", date(2023, 5, 6)),
    ],
)
def test_the_day_has_a_year_that_the_text_states(text: str, day: date | None) -> None:
    """A full date in a line of the masthead or a dateline is its day; a year is never guessed."""
    assert masthead(text).dateline_date == day


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("JINING, May 6 (Xinhua) -- Mills rest.", "Mills rest."),
        ("JINING -- Mills rest.", "Mills rest."),
        ("QINGDAO, Shandong — Mills rest -- again.", "Mills rest -- again."),
        ("Ports -- and mills -- rest.", "Ports -- and mills -- rest."),
        ("GDP - the sum of it all - rose.", "GDP - the sum of it all - rose."),
        ("新华社济宁5月6日电（记者沈瑜）工厂也忙。", "工厂也忙。"),
        ("本报讯 工厂也忙。", "工厂也忙。"),
        ("央视网消息（新闻联播）：工厂也忙。", "工厂也忙。"),
        ("本报电力报告发布。", "本报电力报告发布。"),
    ],
)
def test_a_sentence_begins_after_its_dateline(text: str, body: str) -> None:
    """A dateline ends with its dash or agency; dashes within a sentence end none."""
    cleaned = clean(text)
    assert text[dateline_end(cleaned, 0, len(cleaned), "en" if text.isascii() or "—" in text else "zh") :] == body


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("码头也忙\n本报上海5月4日电 工厂也忙。", "310000"),
        ("码头也忙\n新华社北京5月4日电 工厂也忙。", None),
        ("码头也忙\n本报上海5月4日电 浙江的工厂也忙。", "330000"),
        ("海口海关统计，一季度出口300亿元。", "460000"),
    ],
)
def test_a_text_that_names_no_other_place_is_of_that_of_its_dateline_or_office(text: str, code: str | None) -> None:
    """Where a text was filed, or whose customs tell it, is what it is about if it names no other place."""
    cleaned = clean(text)
    found = find_home(cleaned, Source.of(text, "zh").paragraphs)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("国内快讯\n江苏造船忙\n江苏的船厂都忙。", "100000"),
        ("国际快讯\n多国加息\n多国央行加息。", None),
        ("各地修渠忙\n眼下，各地修渠。\n在甘肃，渠修好了。\n在宁夏，渠也修好了。", "100000"),
        ("修渠忙\n眼下，甘肃修渠。\n渠修好了。", "620000"),
        ("瓷砖涨价\n我国瓷砖涨价。\n一家厂在佛山有店。", "100000"),
        ("瓷砖涨价\n瓷砖涨价。\n佛山的厂多，佛山的窑多，佛山的店也多。", "440600"),
    ],
)
def test_chinese_news_of_several_provinces_are_of_the_nation(text: str, code: str | None) -> None:
    """What has no place in its title is on the one that it opens with or keeps to, and on the nation if on several."""
    cleaned = clean(text)
    found = find_home(cleaned, Source.of(text, "zh").paragraphs)
    assert (found and found.code) == code


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_a_title_is_a_heading(language: str) -> None:
    """The longest line that may be a title heads what follows: one length holds for both."""
    line = ("甲" if language == "zh" else "a ") * LONGEST_TITLE[language]
    line = line[: LONGEST_TITLE[language] - 1] + ("乙" if language == "zh" else "b")
    assert masthead(f"{line}\n\n{line[:20]}。\n").title == line
    assert is_heading(line, 0, len(line), language, is_title=True)


# fmt: off
PIECES = [
    "By ", "Li Ming", "Reporter ", "(", ")", "Source: ", "Updated: ", "2022-06-20", "May 6, 2023", " -- ",
    "JINAN", "(Xinhua)", "|", "\n", "\n\n", ". ", "#", "记者", "本报", "电", "讯 ", "来源：", "新华社",
    "发布时间：", "2022年6月20日", "李明", "、", "一、", "（", "）", "：", "。", "１", "\ufffe", "\ud800", "İ",
]
# fmt: on


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join))
def test_any_text_has_a_masthead_of_its_own_words(text: str) -> None:
    """Title, authors and publisher are words of the text, and the body begins within it."""
    found = masthead(text)
    assert found.title is None or (found.title and found.title in text)
    words = clean(text)
    assert all(name in words for name in found.authors)
    assert found.publisher is None or found.publisher in words
    assert 0 <= found.body_from <= sum(1 for _ in paragraphs(words))


@given(st.lists(st.text("abc说表", min_size=1, max_size=4), min_size=1, max_size=12), st.text("abc说表", max_size=6))
def test_a_pattern_of_words_takes_the_longest(words: list[str], text: str) -> None:
    """The pattern for any of several words takes the longest with which a text begins, and nothing where none does."""
    match = re.match(either(words), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (match[0] if match else None) == longest
