"""What a figure of a Chinese clause is about: the words that name it, what is counted, what was spoken of before."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.clause import Clause, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint, same
from shandong_econ.parsing.chinese.numbers import NOT_COUNTS
from shandong_econ.parsing.chinese.sorting import Sorted
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES, Series, kin, name_series, put_together, series_by_code
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.measures import COUNTED, SPANS
from shandong_econ.parsing.resolving.scene import NO_SUBJECT, Subject

_OF_PROJECTS = ("PROJECT_INVESTMENT", "FAI_PROJECTS_100M")
_OF_CROPS = frozenset({"OUTPUT", "SOWN_AREA", "YIELD"})


def subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> tuple[Subject, int]:
    """What a figure is about, and how many of the pieces after it tell so."""
    scene = clause.scene
    tokens = _own_words(clause, found, figure)
    words = clause.words(tokens) if any(t.is_words for t in tokens) else ""
    if words in word_list("zh", "area.at"):
        words = ""
    if Says.PER in found.clues.says and figure.unit == "TN":
        figure.unit = "TN_DAY"
    counts = figure.unit not in NOT_COUNTS and not figure.ordinal and figure.unit not in SPANS
    run = run_of_words(clause.following(following)) if counts else []
    after = clause.words(run).rstrip(_inside()) if counts else found.clues.counted
    _name_unit(figure, words, after)
    if not words or words in same():
        if after:
            return _growing(clause, after) or _counted(clause, after), len(run)
        part = _part(clause, figure) if counts else None
        part = part or _contributed(clause, found)
        if part is None and found.total:
            return total_of(clause, scene.subject), 0
        return part or (scene.subject if scene.subject is not NO_SUBJECT else Subject(words)), 0
    if after and figure.unit in COUNTED and name_series(words, scene.base).code is None:
        if words.endswith(word_list("zh", "strip.new")):  # the new ones are not all
            scene.subject = Subject(after)
            return scene.subject, len(run)
        return _counted(clause, after), len(run)
    return named(clause, words), 0


def _counted(clause: Clause, words: str) -> Subject:
    """The things that a number before them counts, which are no base for the parts that follow."""
    base = clause.scene.base
    subject = named(clause, words)
    clause.scene.base = base or clause.scene.base
    return subject


def _own_words(clause: Clause, found: Sorted, figure: Figure) -> list[Token]:
    """The words of the subject without the place before it, or, at a rank, the place in which it is ranked."""
    tokens = found.subject
    if figure.ordinal and Says.RANK not in found.clues.says and clause.done and clause.done[-1].measure is Measure.RANK:
        return []  # 居全国第13位、中部第2位
    while tokens and (tokens[0].areas or "area.home" in tokens[0].roles or is_joint(tokens[0])):
        tokens = tokens[1:]
    goal = bool(found.clues.verb)  # 生产总值预期目标增长6%
    while tokens and (is_joint(tokens[-1]) or (goal and "achievement.goal" in tokens[-1].roles)):
        tokens = tokens[:-1]
    while figure.ordinal and tokens and (tokens[-1].areas or "gap.sides" in tokens[-1].roles):
        tokens = tokens[:-1]
    return tokens


def total_of(clause: Clause, subject: Subject) -> Subject:
    """What 累计 counts after 新增711家: all of them, not the new ones."""
    label = subject.label
    for word in word_list("zh", "strip.new"):
        label = label.removeprefix(word).removesuffix(word)
    return subject if label == subject.label or not label else named(clause, label)


def _contributed(clause: Clause, found: Sorted) -> Subject | None:
    """The series to whose growth a whole area contributes: 对全国外贸增长贡献率."""
    if Says.CONTRIBUTION_RATE not in found.clues.says:
        return None
    words = clause.words([token for token in found.relative if token.naming is not None])
    series = name_series(words, None) if words else NO_SERIES
    if series.code is None or series.base == "GDP" or series.base == clause.scene.subject.series.base:
        return None
    return Subject(clause.words(found.relative), series)


def _name_unit(figure: Figure, words: str, after: str) -> None:
    """Gives a number the unit that its words leave unsaid: a magnitude alone, or kilograms where 亩产 is told."""
    if figure.unit == "KG" and words.endswith(word_list("zh", "yield.words")):
        figure.unit = "KG_MU"
    if figure.unit is not None:
        return
    if figure.is_word and not figure.power and not figure.ordinal:
        figure.unit = "NUM"
    elif figure.power and _names_people(after or words):
        figure.unit = "PS"
    elif figure.power and words.endswith(word_list("zh", "money.words")):
        figure.unit = "CNY"


def _names_people(words: str) -> bool:
    return words.endswith(word_list("zh", "people.words")) or words[:4].endswith(word_list("zh", "people.words"))


def _growing(clause: Clause, words: str) -> Subject | None:
    """The divisions of industry that grew, of the number named just before."""
    last = clause.scene.recent[-1] if clause.scene.recent else None
    if last is None or last.subject.series.code != "IVA_INDUSTRIES_TOTAL":
        return None
    if words not in word_list("zh", "industries.words"):
        return None
    return Subject(words, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))


def _part(clause: Clause, figure: Figure) -> Subject | None:
    """How many of a number named just before: 41个行业大类中，36个实现增长."""
    last = clause.scene.recent[-1] if clause.scene.recent else None
    if last is None or figure.unit != "NUM" or last.unit != "NUM" or last.subject is not clause.scene.subject:
        return None
    if last.subject.series.code == "IVA_INDUSTRIES_TOTAL":
        return Subject(last.subject.label, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))
    return Subject(last.subject.label) if clause.done else None


def named(clause: Clause, words: str) -> Subject:
    """The subject of these words, which the scene goes on with."""
    scene = clause.scene
    series = name_series(words, scene.base)
    topic = scene.topic
    part = topic.series.breakdown
    if words in word_list("zh", "trade.flows") and part not in (None, "_T"):
        whole = put_together(series.base or "", part or "")  # 民营企业活力增强，进出口…
        words, series = (topic.label, whole) if whole.code is not None else (words, series)
    if words in word_list("zh", "yield.words") and (scene.subject.series.breakdown or "P:GRAIN") != "P:GRAIN":
        series = put_together("YIELD", scene.subject.series.breakdown or "")
    if (
        series.base in _OF_CROPS
        and series.breakdown == "_T"
        and (scene.subject.series.breakdown or "").startswith("P:")
    ):
        topic, part = scene.subject, scene.subject.series.breakdown  # 粮食播种面积…，总产…
    if (
        series.code is None
        and series.base is not None
        and series.breakdown in (None, "_T")
        and part not in (None, "_T")
    ):
        whole = put_together(kin(series.base, scene.base), part or "")
        if whole.code is not None:  # 装备制造业增势明显，增加值增长…
            words, series = (words if topic is scene.subject else topic.label), whole
    series = _told_in_short(clause, words, series)
    scene.base = series.base or scene.base
    scene.subject = Subject(words, series, words.endswith(rates()))
    return scene.subject


def _told_in_short(clause: Clause, words: str, series: Series) -> Series:
    """The series of a noun that means another thing after what was spoken of, as in 商品房销售面积…，销售额…."""
    scene = clause.scene
    last = scene.subject
    if words in word_list("zh", "project.investment") and last.series.code in _OF_PROJECTS:
        return last.series
    if words in word_list("zh", "project.investment") and last.label.endswith(word_list("zh", "project.words")):
        part = last.series.breakdown if last.series.base == "FAI_PROJECT_COUNT" else None
        return put_together("FAI", part) if part else series_by_code()["PROJECT_INVESTMENT"]
    code = word_table("zh", "in_short").get(f"{scene.base} {words}")
    return series_by_code()[code] if series.code is None and code else series


def _inside() -> str:
    return "".join(word_list("zh", "strip.inside"))


def rates() -> tuple[str, ...]:
    """The endings of names of rates, whose level is told in percent."""
    return word_list("zh", "rates.words")
