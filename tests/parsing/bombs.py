"""Texts of one kind of piece, at which a reader that looked back over all, or tried all ways, would not come back."""

from __future__ import annotations

LONG = 20_000  # characters
BOMBS = tuple(
    (piece * LONG)[:LONG]
    for piece in (
        "1",
        "1.",
        "1,000",
        "亿",
        "一",
        "million ",
        "- ",
        "1e",
        "“",
        '"',
        "said ",
        "增长1%、",
        "1 percent, ",
        "和",
        "and ",
        "2022年",
        "January ",
        "(1) ",
        "、",
        "1:",
        "from 1 to ",
        "of which ",
        "占",
        "比",
        "GDP ",
        "山东",
        "一、国内 ",
        "指标\t产量\n粮食\t5\n棉花\t6\n\n正文。\n\n",
        "GDP    5    6\n",
        "Item    2021    2022\nGDP    5\nExports of goods    6    7\n",
        "词  ",
    )
)
"""Long texts, which are read to their ends."""

ATTENDEES = "; ".join(
    f"{name} {deed}, director of the bureau of {deed}ing"
    for name in ("Wang", "Li", "Zhao", "Qian", "Sun")
    for deed in ("farm", "trad", "fish", "min", "build", "bank")
)
HANGS = (
    "exports; " * 400,
    f"The meeting was attended by {ATTENDEES}. Exports rose 5 percent.",
    "a;" * 800,
    "schools; and " * 200,
    "." * 4_000,
    "?!" * 2_000,
)
"""Texts at which `parse` once hung, or took time that grew faster than they."""

RUNNING = (
    "2022 ", "2022年", "Q1 ", "May ", "May 2022 ", "second quarter ", "2022-05-31 ", "一季度", "2022年5月31日",
    "(1 mu = 0.067 hectares) May ", "Jinan and ", "济南、", "the area ", "Xiong'an New Area ", "Area-Area-",
    "Abc Development Zone ", "a; and ", "“增长”",
)  # fmt: skip
ENDING = (
    "exports; ", "exports;", ". ", "? ", "。", "x; 1; ", "the same period; ", "The belt. Jinan. ",
    "Exports rose 5 percent. ", "Exports rose 5 percent.\n", "的济南市，增长5%。", "said, \"we.\" ",
)  # fmt: skip
"""Pieces of which twice as many are read in twice the steps: those that end no sentence, and those that do."""

_ROW, _TABLE = "甲乙\t丙丁\t戊己\n", "指标\t2022年\t增长\n生产总值\t12\t5%\n工业\t12\t5%\n\n正文如下。\n\n"
GROWING = (
    (600, (("", "5-"),)),
    (600, (("", "7 and "), ("5 percent", ""))),
    (600, (("", "1亿"),)),
    (300, (("In 2022, ", "5-6 percent, "),)),
    (150, (("2022年", "山东增长5%；"),)),
    (60, (("He spoke. ", '"We grew a lot this year." '),)),
    (120, (("", '"We grew a lot this year."'),)),
    (120, (("指标\t2022年\t增长\n生产总值\t12\t5%\n", _ROW),)),
    (40, (("Item    2021    2022\n", "GDP    5    6\n"), ("", "Exports of all goods  5\n"))),
    (120, (("指标\t单位\t2022年\n生产总值\t亿元\t12\n", "甲业\t〃\t5\n"),)),
    (10, (("2022年山东统计公报\n", "——甲乙丙丁戊\n"), ("", _TABLE))),
    (40, (("指标", "\t2022年"), ("", "\t增长"), ("\n生产总值", "\t12"), ("", "\t5%"), ("\n工业", "\t7"), ("", "\t6%"))),
)
"""Texts in pieces, each a beginning and what is told after it so many times: twice as many take twice the steps."""
