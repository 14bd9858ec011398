"""What kind of number a figure is, by its unit and what the words around it say."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Qualifier
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import is_then
from shandong_econ.parsing.resolving.natures import is_index, own_unit
from shandong_econ.parsing.resolving.over import RANK, compare
from shandong_econ.parsing.resolving.percent import read_percent
from shandong_econ.parsing.resolving.points import read_points
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.told_before import told
from shandong_econ.parsing.resolving.unit_classes import PERCENT, SPANS


def measure(figure: Figure, clues: Clues, subject: Subject, scene: Scene) -> Reading:
    """The figure with its measure, sign, comparison and qualifier; what and when it is about are set by the caller."""
    reading = Reading(figure, subject, Measure.LEVEL, unit=figure.unit, status=scene.plans.status)
    hedge = figure.hedge or (None if clues.qualifier is None else clues.qualifier.value)
    reading.qualifier = Qualifier(hedge) if hedge else Qualifier.EQ
    if Says.STREAK in clues.says and (figure.unit in SPANS | {"DAYS"} or figure.ordinal or not figure.unit):
        reading.be(Measure.STREAK, "streak")
    elif figure.ordinal or (Says.RANK in clues.says and figure.is_word and figure.unit is None):
        reading.be(Measure.RANK, "rank")
        reading.unit = "NUM"
    elif Says.DISTANCE in clues.says and figure.unit not in PERCENT:
        reading.be(Measure.GAP, "distance", of=clues.relative)
    elif figure.unit in PERCENT:
        read_percent(reading, clues, scene)
    elif figure.unit == "PPT":
        read_points(reading, clues, scene)
    elif figure.unit == "RO":
        _times(reading, clues, scene)
    else:
        _amount(reading, clues, scene)
    return reading


def _times(r: Reading, clues: Clues, scene: Scene) -> None:
    moved = clues.verb or clues.side or (-1 if Says.NARROW in clues.says else int(Says.WIDEN in clues.says))
    last = told(scene, Measure.RATIO)
    of_ratio = own_unit(r.subject) == "RO" or (last is not None and not last.figure.word and last.subject == r.subject)
    if not r.figure.word and moved and of_ratio and not clues.is_to and Says.FROM not in clues.says:
        r.be(Measure.CHANGE, "change of a ratio", sign=moved)
        compare(r, clues, scene)
        return
    if not r.figure.word and not clues.side:
        r.be(Measure.RATIO, "ratio")
        return
    r.be(Measure.MULTIPLE, "multiple", sign=clues.verb or 1, of=clues.relative)
    if clues.verb or clues.comparison is not None or clues.base is not None:
        compare(r, clues, scene, default=True)
    elif not clues.side and (clues.relative or _was_ratio(scene)):
        r.rule = "multiple of another series"
    elif clues.elides and (last := told(scene, Measure.MULTIPLE, Measure.GROWTH)) is not None:
        r.comparison, r.base = last.comparison, last.base  # "soared 1.4 times, and those of cars 4.6 times"
    else:
        r.comparison = scene.usual_comparison() if clues.open_side else Comparison.SINCE  # "2.1 times more"


def _is_to_another(r: Reading, clues: Clues) -> bool:
    """Whether what an amount is more than is another's, not its own of then: 2300 yuan above the county's average."""
    if not clues.relative or is_then(clues.relative):
        return False
    return clues.comparison is None and clues.base is None and r.unit not in (None, "IX")


def _is_gap_again(r: Reading, clues: Clues) -> bool:
    """Whether an amount is how far the same two sides are apart at another time: "the gap narrowed to 2 billion"."""
    return r.subject.label.lower() in word_list("en", "apart.nouns") and (clues.is_to or not clues.verb)


def _comes_in(r: Reading, clues: Clues) -> bool:
    """Whether so many are added of what a series counts as they come in: "the city added 500,000 urban jobs"."""
    compared = clues.comparison is not None or clues.base is not None
    return clues.adds and not compared and (r.subject.series.code or "").startswith(_NEW)


_NEW = "NEW_"


def _was_ratio(scene: Scene) -> bool:
    """Whether what was told last was so many times something else: "3.05 times what farmers have; it was 3.1 times"."""
    last = told(scene, Measure.RATIO, Measure.MULTIPLE)
    return last is not None and last.comparison is None and bool(last.figure.word)


def _is_standing(r: Reading) -> bool:
    """Whether what moved is a rank by its name: 位次前移2位."""
    return r.subject.label.endswith(word_list("zh", "rank.nouns"))


def _amount(r: Reading, clues: Clues, scene: Scene) -> None:
    places = r.figure.word in word_list("zh", "rank.top") and told(scene, Measure.RANK) is not None
    if r.unit == "PS" and (clues.verb or clues.side) and (places or _is_standing(r)):
        r.unit = "NUM"  # 居全国第10位，较一季度提升7位, 位次前移2位: places, not people
        r.be(Measure.CHANGE, "change of a rank", sign=clues.verb or clues.side, of=RANK)
        compare(r, clues, scene)
    elif (gap := told(scene, Measure.GAP)) is not None and r.unit == gap.unit and _is_gap_again(r, clues):
        r.be(Measure.GAP, gap.rule, sign=gap.sign, of=gap.relative_to or "")
    elif clues.side and clues.verb == 0 and _is_to_another(r, clues):
        r.be(Measure.GAP, "more or less than another", sign=clues.side, of=clues.relative)
    elif clues.side and clues.verb == 0:
        r.be(Measure.CHANGE, "more or less", sign=clues.side)
        compare(r, clues, scene)
        before = next((one for one in reversed(scene.recent) if one.rule.startswith(r.rule)), None)
        if r.comparison is None and clues.open_side and before is not None:
            r.comparison, r.base = before.comparison, before.base
    elif clues.verb and not clues.is_to and Says.FROM not in clues.says and not _comes_in(r, clues):
        r.be(Measure.CHANGE, "change", sign=clues.verb)
        compare(r, clues, scene)
    elif clues.moved:
        r.be(Measure.CHANGE, "change by its name", sign=clues.moved)
        compare(r, clues, scene)
    elif r.unit is None and own_unit(r.subject) == "RO":
        r.be(Measure.RATIO, "ratio")
    else:
        r.rule = "level"
        if r.unit is None and not r.figure.power and is_index(r.subject):
            r.unit = "IX"
