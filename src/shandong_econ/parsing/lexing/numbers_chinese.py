"""Which numbers of a Chinese text measure something, and the class that each has by its unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from shandong_econ.lexicon.words import word_at, word_list
from shandong_econ.parsing.finding.figures import EACH, Figure
from shandong_econ.parsing.finding.units_alone import is_unit_alone
from shandong_econ.parsing.grammar.classes import BARE, ORDINAL, QTY, WORD
from shandong_econ.parsing.lexing.tokens import BY_UNIT
from shandong_econ.parsing.resolving.unit_classes import COUNTED, LENGTHS, SPANS

_SIZES = frozenset({"CNY", "USD", "KW", "TN", "SQM", "MU", "KM", "TCE"})
_BOUNDS = frozenset({"GE", "LE"})
_BASES = ("/", EACH, "=", "×")  # after these a number is the base of a rate or of an index

Judge = Callable[[str, Figure], bool]


def class_of(text: str, figure: Figure) -> tuple[str, str]:
    """The class of a number, or "" and why it measures nothing."""
    unit = figure.unit
    for reason, judge in _judges(figure.is_word, figure.ordinal, bool(figure.power or unit)):
        if judge(text, figure):
            return "", reason
    if figure.ordinal:
        return ORDINAL, ""
    if unit in _SIZES and figure.hedge in _BOUNDS and _is_size(text, figure):
        return WORD, "threshold"
    if unit in BY_UNIT:
        return BY_UNIT[unit], ""
    return (QTY if figure.word or figure.power else BARE), ""


@cache
def _judges(is_word: bool, is_ordinal: bool, is_amount: bool) -> Sequence[tuple[str, Judge]]:  # noqa: FBT001  # cached
    """Those that may tell why a number of this kind measures nothing, each with the reason that it tells."""
    idle = [_is_code if is_amount else _is_unit, *(() if is_ordinal else (_is_other_ordinal,))]
    told = NO_FIGURES_IN_WORDS if is_word else NO_FIGURES_IN_DIGITS
    return [(reason, judge) for reason, judge in told if judge not in idle]


def _is_endless(text: str, figure: Figure) -> bool:
    """A third is stated exactly by no decimal number."""
    return figure.endless


def _is_code(text: str, figure: Figure) -> bool:
    """0536-8230000, (1)市场, 3号机组, 2.: a telephone number, or what only numbers something."""
    before, after = text[figure.start - 1 : figure.start], text[figure.end : figure.end + 1]
    number = text[figure.start : figure.number_end].lstrip("-")
    leads = number.startswith("0") and number.isdigit() and len(number) > 1
    dialled = before == "-" and number.isdigit() and len(number) >= _SHORTEST_DIALLED
    numbers = after in _CLOSES_NUMBER and before in _CLOSES_NUMBER[after] and number.isdigit()
    return leads or dialled or after in _NUMBERS or numbers


_SHORTEST_DIALLED = 7  # digits
_NUMBERS = frozenset((".", "号"))  # after the number of a note, or of one of many
_LINE = frozenset(("", "\n"))  # before the first number of a line
_CLOSES_NUMBER = {")": _LINE | {"("}, "、": _LINE}  # after the number of an item, each with what stands before that


_is_unit = partial(is_unit_alone, language="zh")
"""单位：100万元: a round amount that is the unit of numbers elsewhere."""


def _is_base(text: str, figure: Figure) -> bool:
    """每6秒, (上年同月=100); but not the other side of two amounts, 433.5万千瓦/868.9万千瓦时."""
    at = figure.start - figure.lead
    return text[at - 1 : at] in _BASES and not (figure.power and figure.unit and text[at - 1] == "/")


def _is_scope(text: str, figure: Figure) -> bool:
    """前30名: only among whom something is told; but not 目前75%, 年底前70%."""
    scope = text[figure.start - 1 : figure.start] in word_list("zh", "name.scope")
    return scope and not text.endswith(word_list("zh", "name.no_scope"), 0, figure.start)


def _is_other_ordinal(text: str, figure: Figure) -> bool:
    """第二产业, 第三届: an ordinal that is no place in an order, nor is one that counts off what is said: 第一，……."""
    at = figure.start - figure.lead
    if text[at - 1 : at] in _OPENS and text[figure.end : figure.end + 1] in _COUNTS_OFF:
        return True
    end = figure.end + len(word_at(text, figure.end, "zh", "rank.ways"))
    after = text[end : end + 1]
    ranked = figure.word in word_list("zh", "rank.after") or text.startswith(word_list("zh", "rank.after"), figure.end)
    ranked = ranked or (not figure.word and (not after or after in _ENDS_RANK))
    return not ranked and not _is_in_a_row(text, figure)


def _is_in_a_row(text: str, figure: Figure) -> bool:
    is_span = figure.unit in SPANS or figure.word in word_list("zh", "name.class_units")
    return is_span and text.endswith(word_list("zh", "streak.word"), 0, figure.start - figure.lead)


_ENDS_RANK = "，,。；;、)（("
_OPENS, _COUNTS_OFF = frozenset("。；;！？!?\n") | {""}, frozenset("，,、")


def _is_class(text: str, figure: Figure) -> bool:
    """30万吨级码头, 10年规划, 60岁以上老人, 随后的8年中: of what class, term or age something is, or when."""
    if figure.unit in LENGTHS:
        end = figure.end + len(word_at(text, figure.end, "zh", "qualifier.after"))
        is_age = figure.word in word_list("zh", "span.ages") and text[end : end + 1].isalpha()
        return is_age or text.startswith(word_list("zh", "span.after"), end)
    of_class = figure.word in word_list("zh", "name.class_units") and not _is_in_a_row(text, figure)
    return of_class or text.startswith(word_list("zh", "name.classes"), figure.end)


def _is_plain_word(text: str, figure: Figure) -> bool:
    """A number word without a unit, and one of many that only gathers what is named: 中新两国, 六个方面."""
    if figure.ordinal or figure.unit in ("PT", "PTM"):
        return False
    if not (figure.unit or figure.word):
        return True
    if _is_in_a_row(text, figure):
        return False
    if figure.word in word_list("zh", "name.collective") or figure.word in word_list("zh", "name.gathers"):
        return True
    if text.startswith(word_list("zh", "name.aspects"), figure.end):
        return True
    before, after = text[figure.start - 1 : figure.start], text[figure.end : figure.end + 1]
    return before in word_list("zh", "name.pointing") or after == "“"


def _is_magnitude(text: str, figure: Figure) -> bool:
    """千亩示范方, 破万亿元, 几十家: a magnitude alone says many, not how many."""
    is_vague = text[figure.start - 1 : figure.start] in word_list("zh", "numeral.vague")
    powers = word_list("zh", "numeral.powers")[0 if is_vague else 1 :]
    return not text[figure.start : figure.number_end].strip("".join(powers))


def _is_vague(text: str, figure: Figure) -> bool:
    """超万亿元, 几十家, 七八百元: about how much or how many there are."""
    if not figure.value:
        return True
    return _is_magnitude(text, figure) and (figure.hedge is not None or text.endswith(_about(), 0, figure.start))


@cache
def _about() -> tuple[str, ...]:
    roles = ("numeral.vague", "qualifier.GT", "qualifier.NEARLY", "qualifier.LT")
    return tuple(word for role in roles for word in word_list("zh", role))


def _is_article(text: str, figure: Figure) -> bool:
    """一公斤钛, 一个项目: of each, or any; but 一个百分点 is a figure."""
    return figure.value == 1 and not figure.ordinal and not figure.power and figure.unit not in BY_UNIT


def _gathers_list(text: str, figure: Figure) -> bool:
    """煤炭、电力、焦化三个行业: it only says how many were named."""
    if figure.ordinal or not text.startswith(word_list("zh", "list.collectives"), figure.end):
        return False
    before = text[max(0, figure.start - LONGEST_LIST) : figure.start]
    listed = max(before.rfind(mark) for mark in _CLOSES) < before.rfind(_LISTS)
    return listed and not before.endswith(_LISTS)


LONGEST_LIST = 16  # characters from the last mark of a list to how many were named
_CLOSES, _LISTS = "，。；：,;:", "、"


def _is_in_quotes(text: str, figure: Figure) -> bool:
    """“3060”目标, “稳外贸8条”: part of a short name in quotation marks; what ends in an amount is somebody's words."""
    first = figure.start - LONGEST_QUOTED if figure.start > LONGEST_QUOTED else 0
    if "“" not in text[first : figure.start]:
        return False
    opened = text.rfind("“", first, figure.start)
    closed = text.find("”", figure.number_end, figure.end + LONGEST_QUOTED)
    if not 0 < closed - opened <= LONGEST_QUOTED or not _NO_NAME.isdisjoint(text[opened + 1 : closed]):
        return False
    amount = figure.unit is not None and (bool(figure.power) or figure.unit not in COUNTED)
    return not (amount and figure.end == closed and figure.start - opened > _SHORTEST_SAID)


LONGEST_QUOTED = 14  # characters between quotation marks
_SHORTEST_SAID = 2  # characters
_NO_NAME = frozenset("，。；：！？、,;:”“")


NO_FIGURES_IN_WORDS: tuple[tuple[str, Judge], ...] = (
    ("endless", _is_endless),
    ("name", _is_in_quotes),
    ("name", _is_base),
    ("ordinal", _is_other_ordinal),
    ("name", _is_class),
    ("name", _is_plain_word),
    ("vague", _is_vague),
    ("name", _is_magnitude),
    ("article", _is_article),
    ("list", _gathers_list),
)
"""Why a number word measures nothing: each reason with what tells it, in the order in which they are asked."""
NO_FIGURES_IN_DIGITS: tuple[tuple[str, Judge], ...] = (
    ("name", _is_code),
    ("unit", _is_unit),
    ("name", _is_in_quotes),
    ("name", _is_base),
    ("scope", _is_scope),
    ("ordinal", _is_other_ordinal),
    ("name", _is_class),
    ("list", _gathers_list),
)
"""... and why one in digits does."""


def _is_size(text: str, figure: Figure) -> bool:
    """500万元以上项目: of what size the things are that are counted."""
    end = figure.end + len(word_at(text, figure.end, "zh", "qualifier.after"))
    return text[end : end + 1].isalpha()
