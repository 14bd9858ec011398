"""What the figures of a Chinese clause are about: the words that name it, its parts in a list, what is counted."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.model import Area, Measure, Period
from shandong_econ.parsing.chinese_clause import Clause, items_of, run_of_words
from shandong_econ.parsing.chinese_clues import Sorted, is_joint, same
from shandong_econ.parsing.chinese_numbers import NOT_COUNTS
from shandong_econ.parsing.clues import Says
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.measures import COUNTED, SPANS
from shandong_econ.parsing.places import place
from shandong_econ.parsing.scene import NO_SUBJECT, Scene, Subject
from shandong_econ.parsing.series import NO_SERIES, Series, kin, name_series, put_together, series_by_code
from shandong_econ.parsing.tokens import Token

_OF_CROPS = frozenset({"OUTPUT", "SOWN_AREA", "YIELD"})
About = tuple[Subject, Period | None, Area | None]


# ---------------------------------------------------------------------- lists


def subjects_of_list(clause: Clause, found: Sorted, figures: list[Figure]) -> list[About] | None:
    """What each of several figures is about, or None where they are all about one thing."""
    scene, count = clause.scene, len(figures)
    if count == 1 or not (found.respectively or len({figure.unit for figure in figures}) == 1):
        return None
    items = items_of(_apart(clause, _without_place(found.subject), found.respectively), count)
    if len(items) == count:
        return [_item(clause, item, items) for item in items]
    if len(items) == 1 and (pair := _pair(clause.words(items[0]), count)):
        return [(_named_alone(words, scene), scene.when(), scene.place()) for words in pair]
    if len(items) > 1 and found.respectively:
        return [(_mismatch(clause, found, figures), scene.when(), scene.place())] * count
    if len(scene.topics) == count and (found.respectively or not items):
        return [_topic_item(clause, topic, found) for topic in scene.topics]
    if not items and len(scene.recent) >= count:
        last = scene.recent[-count:]
        if len({(id(r.subject), r.area) for r in last}) > 1:
            return [(r.subject, scene.when(), r.area) for r in last]
    return None


def _apart(clause: Clause, tokens: list[Token], respectively: bool) -> list[Token]:
    """The words of a list with a name cut where 、 is in it, as in 风电、光伏发电, if figures are paired with its parts."""
    if not respectively or any(token.mark == "、" for token in tokens):
        return tokens
    apart: list[Token] = []
    for token in tokens:
        start = token.start
        for part in clause.words([token]).split("、") if token.naming is not None else [""]:
            end = start + len(part) if part else token.end
            apart.extend([Token(start - 1, start, mark="、")] if start > token.start else [])
            apart.append(token if end - start == token.end - token.start else Token(start, end))
            start = end + 1
    return apart


def _without_place(tokens: list[Token]) -> list[Token]:
    """The words of a list without the place that all of it is about."""
    cut = 0
    while cut < len(tokens) and (tokens[cut].areas or "area.home" in tokens[cut].roles):
        cut += 1
    if cut < len(tokens) and not is_joint(tokens[cut]):
        return tokens[cut:]
    return tokens


def _item(clause: Clause, tokens: list[Token], items: list[list[Token]]) -> About:
    """One part of a list, which may leave out what it shares with the first or the last."""
    scene = clause.scene
    places = [token for token in tokens if token.areas]
    tail = clause.words([t for t in items[-1] if not t.areas])
    words = clause.words(tokens)
    if places and not any(t.is_words for t in tokens):
        area = place(places[-1].areas, scene.home, clause.words([places[-1]]))
        return named(clause, tail) if tail else scene.subject, scene.when(), area
    series = _series_of_item(words, clause.words(items[0]), tail, tokens is items[0], tokens is items[-1], scene.base)
    if tokens is items[-1]:
        scene.base = series.base or scene.base
    return Subject(words, series, words.endswith(_rates())), scene.when(), scene.place()


def _series_of_item(words: str, first: str, last: str, is_first: bool, is_last: bool, base: str | None) -> Series:
    """The series of an item with what it may share: 城镇、农村居民收入, 规模以上工业营业收入、利润."""
    alone = name_series(words, base)
    if alone.code is not None and name_series(words, None).code == alone.code:
        return alone
    longer = [] if is_last else [words + last[cut:] for cut in range(1, len(last))]
    longer += [] if is_first else [first[:cut] + words for cut in range(len(first) - 1, 0, -1)]
    named_longer = (name_series(phrase, base) for phrase in longer if name_series(phrase, None).code is not None)
    joined = next(named_longer, None)
    if joined is not None:
        return joined
    shares = not is_last and name_series(last, None).base is not None and alone.base != name_series(last, None).base
    return Series(None, name_series(last, base).base, alone.breakdown) if shares else alone


def _named_alone(words: str, scene: Scene) -> Subject:
    return Subject(words, name_series(words, scene.base), words.endswith(_rates()))


def _pair(words: str, count: int) -> list[str] | None:
    """The two series that one word names together: 汽车产销 are 汽车产量 and 汽车销量."""
    for word in word_list("zh", "pairs.words"):
        if count == 2 and words.endswith(word):
            return [words.removesuffix(word) + half for half in word_list("zh", "pairs.halves")]
    return None


def _mismatch(clause: Clause, found: Sorted, figures: list[Figure]) -> Subject:
    """A list of names for a list of figures of another number: nobody can say which is whose."""
    for token in clause.tokens:
        if token.figure is not None and any(token.figure is figure for figure in figures):
            clause.scene.remark("list_mismatch", token)
    return Subject(clause.words(found.subject))


def _topic_item(clause: Clause, words: str, found: Sorted) -> About:
    """A part that was named in a clause before: A、B两个行业，增加值分别增长…"""
    scene = clause.scene
    base = name_series(clause.words(found.subject), scene.base).base or scene.base
    return Subject(words, name_series(words, base)), scene.when(), scene.place()


# ---------------------------------------------------------------------- one subject


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
    run = run_of_words(clause.tokens[following:]) if counts else []
    after = clause.words(run).rstrip(_inside()) if counts else found.clues.counted
    _name_unit(figure, words, after)
    if not words or words in same():
        if after:
            return _growing(clause, after) or named(clause, after), len(run)
        part = _part(clause, figure) if counts else None
        part = part or _contributed(clause, found)
        if part is None and found.total:
            return total_of(clause, scene.subject), 0
        return part or (scene.subject if scene.subject is not NO_SUBJECT else Subject(words)), 0
    if after and figure.unit in COUNTED and name_series(words, scene.base).code is None:
        return named(clause, after), len(run)
    return named(clause, words), 0


def _own_words(clause: Clause, found: Sorted, figure: Figure) -> list[Token]:
    """The words of the subject without the place before it, or, at a rank, the place in which it is ranked."""
    tokens = found.subject
    if figure.ordinal and Says.RANK not in found.clues.says and clause.done and clause.done[-1].measure is Measure.RANK:
        return []  # 居全国第13位、中部第2位
    while tokens and (tokens[0].areas or "area.home" in tokens[0].roles or is_joint(tokens[0])):
        tokens = tokens[1:]
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
    scene.subject = Subject(words, series, words.endswith(_rates()))
    return scene.subject


def _told_in_short(clause: Clause, words: str, series: Series) -> Series:
    """The series of a noun that means another thing after what was spoken of: 商品房销售面积…，销售额…"""
    scene = clause.scene
    last = scene.subject
    if words in word_list("zh", "project.investment") and last.label.endswith(word_list("zh", "project.words")):
        part = last.series.breakdown if last.series.base == "FAI_PROJECT_COUNT" else None
        return put_together("FAI", part) if part else series_by_code()["PROJECT_INVESTMENT"]
    code = word_table("zh", "in_short").get(f"{scene.base} {words}")
    return series_by_code()[code] if series.code is None and code else series


def _inside() -> str:
    return "".join(word_list("zh", "strip.inside"))


def _rates() -> tuple[str, ...]:
    return word_list("zh", "rates.words")
