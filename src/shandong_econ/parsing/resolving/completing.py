"""What only a whole reading shows: the time of a flow, the year of a plan, the series of a share, a wrong unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.finding.amounts import fits, output_of
from shandong_econ.parsing.finding.series import NO_SERIES, Series, kin, kinds, put_together, series_by_code
from shandong_econ.parsing.finding.series_chinese import base_at_end
from shandong_econ.parsing.resolving.abroad import is_abroad, is_known_abroad
from shandong_econ.parsing.resolving.dating import (
    date_by_nature,
    is_of_scene,
    is_to_add_up,
    is_to_come,
)
from shandong_econ.parsing.resolving.natures import is_share
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.several_years import date_in_review

Namer = Callable[[str, str | None], Series]
OF_A_WHOLE = frozenset({Measure.SHARE, Measure.CONTRIBUTION, Measure.CONTRIBUTION_RATE})
SHARES = {"RD_EXPENDITURE": "RD_INTENSITY", "P:LIVELIHOOD": "LIVELIHOOD_EXP_SHARE"}
"""Series and parts of spending whose share of the usual whole has a code of its own."""


RATIOS = {"INCOME_PC": "INCOME_RATIO_UR"}
"""Bases of which the ratio between two parts has a code of its own."""


def complete(
    scene: Scene,
    reading: Reading,
    *,
    told: bool,
    name: Namer,
    totals: bool = False,
    reached: bool = False,
    whole: str = "",
) -> None:
    """Mends a reading by all that it says, and enters it in the scene.

    `told` is whether it tells its own time, `totals` whether it says that it is what came together: 累计,
    `reached` whether that it is what was got to: 达到, `whole` of what a share is that changed.
    """
    if not told:
        date_by_nature(scene, reading)
    elif is_to_add_up(reading):
        reading.period = None if reading.period is None else Period.of(reading.period.year)  # 年底出口额有望突破…
    if reading.status is Status.A and scene.times.lies_ahead(reading.period):
        reading.status = Status.T
    if reading.status is Status.A and not told and is_to_come(scene, reading.period):
        reading.period = None  # "it will start in October. It has orders of 2 billion yuan"
    _name_part(scene, reading, name, whole)
    if not told and scene.times.event_day is not None and _is_of_event(scene, reading):
        reading.period = scene.times.event_day
    if reading.status is Status.A and reading.period is not None and reading.period == scene.times.document_period:
        scene.times.document_is_measured = True
    _check_unit(scene, reading)
    reading.totals = totals
    if not told or reading.unit == "PPT":  # 城镇化率达到…，五年提高7个百分点
        date_in_review(scene, reading, totals=totals, reached=reached)
    scene.enter(reading)
    scene.account.read(reading.figure.start, reading.figure.end, reading.rule)


def _name_part(scene: Scene, reading: Reading, name: Namer, whole_of_share: str) -> None:
    """The series of a part, by the whole that it is a share of or adds to."""
    series = reading.subject.series
    of = reading.relative_to if reading.measure in OF_A_WHOLE else ""
    if reading.relative_to == "share":
        of = whole_of_share  # 制造业增加值占地区生产总值的比重提高1.3个百分点
    if of and series.breakdown not in (None, "_T"):
        whole = name(of, scene.base)
        other = base_at_end(reading.subject.label) not in (None, whole.base, kin(whole.base or "", series.base))
        known = series.base == whole.base and series.code is None  # of some alone: 农民的工资性收入对增收的贡献率
        if known or (other and series.code is None):
            pass  # 大型企业利润占全部规上工业的…: of profit, whatever the whole is called
        elif whole.base is not None and (series.code is None or _is_other_of(whole.base, reading, whole_of_share)):
            series = put_together(whole.base, series.breakdown or "")
            _rename(reading, series)
    if reading.measure is Measure.SHARE and (own := _own_share(series, reading.subject.label, name)) is not None:
        _rename(reading, own)
    if reading.measure is Measure.RATIO and not reading.figure.word:
        _rename(reading, _own_ratio(series, reading.subject.label, scene.base))
    if reading.measure is Measure.SHARE and reading.subject.label == scene.subject.label:
        scene.subject = reading.subject  # what is said of the share next is of the same series
    if is_abroad(scene) and not is_known_abroad(reading.subject):
        _rename(reading, NO_SERIES)
    if series.code == "IVA_GROWTH_BREADTH" and not _counts_industries(scene.recent):
        _rename(reading, NO_SERIES)


def _is_of_event(scene: Scene, reading: Reading) -> bool:
    """Whether a figure tells what there was on the day of an event, or by how much that was more than before."""
    last = scene.last
    before = last if last is not None and last.period == scene.times.event_day else None
    if before is not None and reading.period is None:
        return True  # 9月15日，集中签约项目26个，总投资124亿元
    goes_on = reading.measure in _MOVES and before is not None and before.subject == reading.subject
    return is_of_scene(reading) and (reading.measure is Measure.LEVEL or goes_on)


_MOVES = (Measure.CHANGE, Measure.GROWTH, Measure.MULTIPLE)


def _rename(reading: Reading, series: Series) -> None:
    reading.subject = attrs.evolve(reading.subject, series=series)


def _check_unit(scene: Scene, reading: Reading) -> None:
    """Takes the code from an amount whose unit its series cannot have."""
    series = reading.subject.series
    if reading.measure is Measure.GROWTH and is_share(reading.subject):
        _rename(reading, Series(None, series.base, series.breakdown))  # what grew is the amount: 民生支出增长5%
    if reading.measure not in (Measure.LEVEL, Measure.CHANGE) or reading.relative_to == "rank":
        return
    if reading.figure.word in word_list("zh", "entity.counted_by") and (series.breakdown or "").startswith(_PRODUCTS):
        _rename(reading, Series(None, series.base, series.breakdown))  # 6家整车企业 are no cars
    elif series.code is None:
        made = None if _is_of_other_whole(scene, reading) else output_of(series, reading.unit)
        _go_on_about(scene, reading, made)
    elif not fits(series.code, reading.unit) or _is_too_large(series.code, reading):
        made = output_of(series, reading.unit)  # "grain was sown on 2 million mu, and 610,000 tons were brought in"
        _go_on_about(scene, reading, made or Series(None, series.base, series.breakdown))


def _is_too_large(code: str, reading: Reading) -> bool:
    """Whether an amount is too much for one person and not told per head: an income of 527 million is of a trade."""
    if kinds()[code].unit != "CNY_PS" or kinds()[code].family != _INCOMES or _amount(reading) < MILLIONS:
        return False
    label = reading.subject.label.lower()
    return not any(word in label for word in (*word_list("en", "stop.per_head"), *word_list("zh", "per_head.words")))


def _amount(reading: Reading) -> int:
    """How much it is at most, in whole units."""
    return int((int(reading.figure.value) + 1) * 10 ** max(0, reading.figure.power))


MILLIONS = 1_000_000
_PRODUCTS = "P:"  # with which the code of a product begins
_INCOMES = "income_employment"


def _is_of_other_whole(scene: Scene, reading: Reading) -> bool:
    """Whether it is a part of what was told in the same unit and is no output: 发运货物860万吨，其中煤炭400万吨."""
    whole = scene.main_subject if scene.position.in_part else None
    told = any(one.subject == whole and one.unit == reading.unit for one in scene.recent)
    return told and whole is not None and whole.series == NO_SERIES


def _go_on_about(scene: Scene, reading: Reading, series: Series | None) -> None:
    """Gives a figure another series, and what is said of the same subject next with it."""
    if series is None:
        return
    goes_on = reading.subject == scene.subject
    _rename(reading, series)
    if goes_on and reading.measure is Measure.LEVEL:
        scene.subject = reading.subject


def _counts_industries(recent: Sequence[Reading]) -> bool:
    """Whether what was counted last, if anything was, are the divisions of industry, not products or some branches."""
    counts = [r.subject.series.code for r in recent[-2:] if r.unit == "NUM" and r.measure is Measure.LEVEL]
    return not counts or "IVA_INDUSTRIES_TOTAL" in counts or "IVA_INDUSTRIES_GROWING" in counts


def _own_share(series: Series, label: str, name: Callable[[str, str | None], Series]) -> Series | None:
    """The series that a share is of itself: that of R&D in GDP, that of 民生支出, whose amount has no code."""
    if (own := SHARES.get(series.code or series.breakdown or "")) is not None or series.code is not None:
        return None if own is None else series_by_code()[own]
    named = name(label, None)
    return named if named.code is not None and kinds()[named.code].unit == "PT" else None


def _own_ratio(series: Series, label: str, spoken_of: str | None) -> Series:
    """The series of the ratio between parts of what was told, one for another: of the incomes in town and country."""
    if series.code is not None and kinds()[series.code].unit == "RO":
        return series
    is_bare = label.lower().partition(" ")[0] in word_list("en", "ratio.words")  # "the ratio between the two"
    own = RATIOS.get(series.base or (spoken_of if is_bare else None) or "")
    if own is not None and (series.code is not None or is_bare):
        return series_by_code()[own]
    return Series(None, series.base, series.breakdown)


def _is_other_of(base: str, reading: Reading, named: str) -> bool:
    """Whether two series are exports and all trade, say, a partner's share of one of which is none of the other."""
    other, label = reading.subject.series.base, reading.subject.label
    if named and (base, other) == ("GDP", "IVA") and reading.measure in (Measure.SHARE, Measure.CHANGE):
        return not label.startswith(word_list("zh", "strip.firms"))  # 制造业增加值占GDP的…: not of larger firms alone
    if (base, other) == ("IVA", "VALUE_ADDED"):
        return True  # 制造业增加值占规模以上工业的…
    return base != other and base.startswith("TRADE") and (other or "").startswith("TRADE")
