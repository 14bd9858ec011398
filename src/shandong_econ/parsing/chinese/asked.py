"""A Chinese figure of which it is asked what it is about, with the words before it and those of what it counts."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.nouns import counted_run, inside, without_scope
from shandong_econ.parsing.chinese.sorted_words import Sorted
from shandong_econ.parsing.chinese.unsaid_units import name_unit
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT, RATES, SPANS

Answer = tuple[Subject, int]
"""What a figure is about, and how many of the pieces after it tell so."""


@attrs.frozen
class Asked:
    """A figure with the words that may name what it is of.

    `tokens` are the pieces before it and `words` what of them may be a noun, `run` the pieces after it that it counts
    and `after` their words, `noun` the thing that its own measure word names: 家 no, 市 yes; `counts` says whether it
    can count anything, and `following` is the piece right after it.
    """

    clause: Clause
    found: Sorted
    figure: Figure
    following: int
    tokens: list[Token]
    words: str
    run: list[Token]
    after: str
    noun: str
    counts: bool

    @property
    def scene(self) -> Scene:
        """The scene in which it is asked."""
        return self.clause.scene

    @property
    def last(self) -> Reading | None:
        """The figure that was told last."""
        return self.scene.last

    @property
    def is_joined(self) -> bool:
        """Whether 的 stands right after the figure."""
        return _is_joined(self.clause, self.following)


def ask(clause: Clause, found: Sorted, figure: Figure, following: int, tokens: list[Token]) -> Asked:
    """Parts the words before and after a figure, and gives it the unit that they leave unsaid."""
    words = "" if _tells_cause(clause, tokens, found) else _may_name(clause, tokens, figure)
    words = _without_start(words)
    counts = figure.unit not in RATES and not figure.ordinal and figure.unit not in SPANS and not found.used
    counts = counts and not _is_means(clause, tokens, figure, following)
    run = counted_run(clause, following, figure) if counts else []
    after = clause.words(run).rstrip(inside()) if counts else found.clues.counted
    noun = figure.word if counts and figure.word in word_list("zh", "counted.nouns") else ""
    words = _without_other(without_scope(words, found, ranks=figure.ordinal), found, figure)
    name_unit(clause, figure, words, after)
    return Asked(clause, found, figure, following, tokens, words, run, after, noun, counts)


def _without_start(words: str) -> str:
    """A noun without the time from which it is told how it has changed: 日均客流由开通初期的2万人次增加到…."""
    start = max(words.rfind(word) for word in word_list("zh", "link.from"))
    return words[:start] if start > 0 and words.endswith(word_list("zh", "copula.then")) else words


def _may_name(clause: Clause, tokens: list[Token], figure: Figure) -> str:
    """The words before a figure, or none where they are no noun: a copula, a 以, the places that a number gathers."""
    words = clause.words(tokens) if any(t.is_words for t in tokens) else ""
    if any(words in word_list("zh", of) for of in ("copula.words", "copula.next_to", "area.at")):
        return ""  # 东盟连续5年为广西第一大贸易伙伴
    if tokens and tokens[-1].end == figure.start:
        words = words.removesuffix(_by(words))  # 苏州以6.2%领跑
    gathers = figure.unit in COUNTED and words.endswith(word_list("zh", "list.ends"))
    return "" if gathers else words  # 柳州、桂林等6市


def _tells_cause(clause: Clause, tokens: list[Token], found: Sorted) -> bool:
    """Whether the words before a move only tell after what it came: 工期要45天，用上模块后缩短到28天."""
    words = clause.words(tokens)
    if len(words) <= LONGEST_NOUN or words.startswith(word_list("zh", "link.excluding")):
        return False  # 扣除房地产开发投资后增长8%: of the rest
    return bool(found.clues.verb) and words.endswith(word_list("zh", "cause.done"))


LONGEST_NOUN = 3  # characters of one that ends so: 退税后


def _by(words: str) -> str:
    return max((by for by in word_list("zh", "counted.by") if words.endswith(by)), key=len, default="")


def _is_means(clause: Clause, tokens: list[Token], figure: Figure, following: int) -> bool:
    """Whether it is an amount by which something does what is told next: 以3471亿元稳坐头把交椅."""
    led = bool(tokens) and tokens[-1].end == figure.start and bool(_by(clause.words(tokens)))
    return led and figure.unit not in COUNTED and not _is_joined(clause, following)


def _is_joined(clause: Clause, following: int) -> bool:
    return following < len(clause.tokens) and "link.joins" in clause.tokens[following].roles


def _without_other(words: str, found: Sorted, figure: Figure) -> str:
    """The words of a multiple without the thing that something is so many times: 是刚搬来时的60倍."""
    if figure.unit not in PERCENT | {"RO"} or found.clues.verb:
        return words
    copulas = word_list("zh", "copula.equals") + (word_list("zh", "copula.multiples") if figure.unit == "RO" else ())
    copula = next((word for word in copulas if word in words), "")
    cut = words.find(copula)
    if not copula or 0 < cut < SHORTEST or (words.endswith(copula) and figure.unit == "RO"):
        return words
    if figure.unit in PERCENT:
        found.clues.says.add(Says.OF_OTHER)
    if not words.endswith(word_list("zh", "copula.then")):
        found.clues.relative = found.clues.relative or words[cut + len(copula) :]
    return words[:cut]  # 效率是人工的3倍


SHORTEST = 2  # characters of a noun
