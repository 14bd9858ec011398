"""What a figure of a Chinese clause is about: the words that name it, what is counted, what was spoken of before."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.chinese.carried import both_told, going_on, is_bare, one_of_two, owner_of
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import goes_back
from shandong_econ.parsing.chinese.deeds import done_to_those_before, new_ones, part_told
from shandong_econ.parsing.chinese.nested_counts import thing_of_classes
from shandong_econ.parsing.chinese.nouns import (
    counted_run,
    inside,
    is_bare_verb,
    own_words,
    without_predicate,
    without_scope,
)
from shandong_econ.parsing.chinese.owners import owned
from shandong_econ.parsing.chinese.sorting import Sorted
from shandong_econ.parsing.chinese.thresholds import NOT_COUNTS
from shandong_econ.parsing.chinese.unsaid_units import name_unit, take_day
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import (
    NO_SERIES,
    Series,
    kin,
    name_series,
    series_by_code,
)
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, SPANS


def subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> tuple[Subject, int]:
    """What a figure is about, and how many of the pieces after it tell so."""
    scene = clause.scene
    before = scene.subject
    if scene.among is not None and before is scene.among[0] and figure.unit not in COUNTED:
        before = scene.subject = scene.among[1]  # 11个设区市中，鹰潭增幅8.2%: of what was told before the cities
    subject, used = _subject_of(clause, found, figure, following)
    subject = new_ones(clause, found, subject, figure)
    counted = clause.tokens[following : following + used]
    if counted and following + used == len(clause.tokens) and clause.words(counted).endswith(tuple(inside())):
        scene.among = (subject, scene.first_subject or before)
    return subject, used


def _subject_of(clause: Clause, found: Sorted, figure: Figure, following: int) -> tuple[Subject, int]:
    scene = clause.scene
    tokens = own_words(clause, found, figure)
    words = clause.words(tokens) if any(t.is_words for t in tokens) else ""
    if tokens == [found.moved_by] and (moved := _moved_too(scene, clause.words(tokens))) is not None:
        return moved, 0
    if figure.ordinal and is_partner(tokens):
        scene.topic = Subject(words, name_series(words, scene.base))
    if words in word_list("zh", "area.at") or (figure.unit in COUNTED and words.endswith(word_list("zh", "list.ends"))):
        words = ""  # 柳州、桂林等6市
    if Says.PER in found.clues.says and figure.unit == "TN":
        figure.unit = "TN_DAY"
    if (thing := thing_of_classes(clause, following, figure)) is not None:
        return thing, 0
    counts = figure.unit not in NOT_COUNTS and not figure.ordinal and figure.unit not in SPANS
    run = counted_run(clause, following, figure) if counts else []
    after = clause.words(run).rstrip(inside()) if counts else found.clues.counted
    noun = figure.word if counts and figure.word in word_list("zh", "counted.nouns") else ""
    found.ranks = figure.ordinal
    following_is_joint = following < len(clause.tokens) and "link.joins" in clause.tokens[following].roles
    if words in word_list("zh", "project.alone") and figure.unit == "CNY" and following_is_joint:
        scene.subject = Subject(words, series_by_code()["PROJECT_INVESTMENT"])
        return scene.subject, 0  # 投资7.2亿元的中试基地
    words = _without_other(without_scope(words, found), found, figure)
    name_unit(clause, figure, words, after)
    if (both := both_told(words, scene)) is not None:
        scene.subject = both
        return both, 0
    if (one := one_of_two(words, scene)) is not None:
        scene.subject, scene.base = one, one.series.base or scene.base
        return one, 0
    vague = (
        noun in word_list("zh", "vague.nouns") and not after and bool(scene.recent) and scene.recent[-1].unit == "NUM"
    )
    if words in word_list("zh", "anaphora.increments"):
        return Subject(scene.subject.label + words), 0  # 增量全国第一
    if words in word_list("zh", "yield.per") and scene.subject.series.base == "YIELD" and found.clues.verb:
        figure.unit = "KG_MU" if figure.unit == "KG" else figure.unit
        return scene.subject, 0  # 平均单产470.6公斤，每亩提高24.4公斤
    if noun and not vague and (not words or goes_back(words)) and not (after and _growing(clause, after)):
        did = after.startswith(word_list("zh", "deeds.of_part"))  # 6市上榜
        series = _counted(clause, after).series if after and not did else NO_SERIES
        scene.subject = Subject(noun if did else noun + after, series)
        return scene.subject, len(run)
    if after and (part := part_told(clause, words, after, figure)) is not None:
        return part, len(run)
    if not after and counts and (done := done_to_those_before(clause, found, words, figure)) is not None:
        return done, 0
    if goes_back(words) or is_bare_verb(tokens, words):
        if after:
            return _growing(clause, after) or _counted(clause, after), len(run)
        if figure.moved and not words:
            return _moved(scene, figure), 0
        take_day(clause, figure)
        part = _part(clause, figure) if counts and not found.clues.is_to else None
        part = part or _contributed(clause, found)
        if found.together and (whole := _together(scene)) is not None:
            return whole, 0
        if part is None and (found.total or words in word_list("zh", "totals.words")):
            return total_of(clause, scene.subject, figure), 0
        told = _spoken_of(clause)
        if words.endswith(word_list("zh", "anaphora.amounts")) and told is not None and _of_other_things(scene, figure):
            return Subject(words), 0  # 企业超过1.6万家，产业规模达到8470亿元
        if words in word_list("zh", "market.words") and told is not None:
            return Subject(owner_of(told.label) or told.label), 0  # 新能源汽车产量…，市场占有率…
        return part or told or Subject(words), 0
    if after and words and figure.word in word_list("zh", "counted.deeds"):
        told = named(clause, words)
        return attrs.evolve(told, label=words + after, series=NO_SERIES), len(run)  # 电力负荷两次刷新纪录，最高达…
    code = name_series(words, scene.base).code if after and figure.unit in COUNTED else None
    if after and figure.unit in COUNTED and (code is None or not fits(code, figure.unit)):
        if words.endswith(word_list("zh", "strip.new")):  # the new ones are not all
            scene.subject = Subject(after)
            return scene.subject, len(run)
        return _counted(clause, after, reaches=words.endswith(word_list("zh", "list.reaches"))), len(run)
    subject = _named_or_counted(clause, words, figure)
    if subject.series.code is not None and figure.unit in COUNTED:
        return subject, 0
    goes_with = not run or (rest := clause.following(following + len(run))) == [] or rest[0].figure is None
    if subject.series.code is None and goes_with:
        return _with_thing(clause, found, subject, run, following), len(run) if run else 0
    return subject, 0


def _without_other(words: str, found: Sorted, figure: Figure) -> str:
    """The words of a multiple without the thing that something is so many times: 是刚搬来时的60倍."""
    if figure.unit != "RO" or found.clues.verb:
        return words
    copula = next((word for word in word_list("zh", "copula.multiples") if word in words), "")
    cut = words.find(copula)
    if not copula or 0 < cut < SHORTEST or words.endswith(copula):
        return words
    if not words.endswith(word_list("zh", "copula.then")):
        found.clues.relative = found.clues.relative or words[cut + len(copula) :]
    return words[:cut]  # 效率是人工的3倍


def _of_other_things(scene: Scene, figure: Figure) -> bool:
    """Whether an amount of money goes on after a count, whose noun it cannot be of."""
    last = scene.recent[-1] if scene.recent else None
    return last is not None and last.measure is Measure.LEVEL and last.unit in COUNTED and figure.unit in _MONEY


SHORTEST = 2  # characters of a noun
_MONEY = frozenset({"CNY", "USD"})


def _spoken_of(clause: Clause) -> Subject | None:
    """What a figure without a subject is about: what was told last, or what the sentence before was of."""
    scene = clause.scene
    if scene.main_subject is None and scene.main_before is not None and scene.opens and scene.topic is NO_SUBJECT:
        scene.subject = scene.main_before
    return scene.subject if scene.subject is not NO_SUBJECT else None


def _with_thing(clause: Clause, found: Sorted, subject: Subject, run: list[Token], following: int) -> Subject:
    """A subject with its gain, 户均 + 增收, or with what is told after an amount of it: 安排12亿元 + 专项资金."""
    label = subject.label
    moved = clause.words([found.moved_by]) if found.moved_by is not None else ""
    if moved in word_list("zh", "predicate.gains"):
        label += moved
    if run:
        label += clause.words(run)
    clause.scene.subject = attrs.evolve(subject, label=label)
    return clause.scene.subject


def _named_or_counted(clause: Clause, words: str, figure: Figure) -> Subject:
    """The subject of these words, or the things that they name, if counted: 工业增加值…；净增规上工业企业402户."""
    subject = named(clause, words)
    told = subject.series.code
    counted = _counted_alone(words, figure) if told is None or not fits(told, figure.unit) else None
    if counted is not None:
        subject = clause.scene.subject = attrs.evolve(subject, series=counted)
    return subject


def _counted_alone(words: str, figure: Figure) -> Series | None:
    """The series of things that are counted, whatever was spoken of before; 全年出栏 after 牛存栏 is of cattle."""
    alone = NO_SERIES if is_bare(words) else name_series(words, None)
    return alone if figure.unit in COUNTED and alone.code is not None and fits(alone.code, figure.unit) else None


def _counted(clause: Clause, words: str, *, reaches: bool = False) -> Subject:
    """The things that a number before them counts, which are no base for the parts that follow."""
    base, told = clause.scene.base, clause.scene.subject
    subject = named(clause, words)
    clause.scene.base = base or clause.scene.base
    if reaches:
        clause.scene.subject = told  # 产品远销80个国家，占国内市场的…
    return subject


def _together(scene: Scene) -> Subject | None:
    """All that the last list named, of which no series is known: 合计拉动…."""
    if not scene.recent:
        return None
    last = dict.fromkeys(r.subject.label for r in scene.recent if r.group == scene.recent[-1].group)
    return Subject("、".join(last)) if len(last) > 1 else None


def total_of(clause: Clause, subject: Subject, figure: Figure) -> Subject:
    """What 累计 counts after 新增711家: all of them, not the new ones."""
    label = subject.label
    for word in word_list("zh", "strip.new"):
        label = label.removeprefix(word).removesuffix(word)
    return subject if label == subject.label or not label else _named_or_counted(clause, label, figure)


def _contributed(clause: Clause, found: Sorted) -> Subject | None:
    """The series to whose growth a whole area contributes: 对全国外贸增长贡献率."""
    if Says.CONTRIBUTION_RATE not in found.clues.says or not any(token.areas for token in found.relative):
        return None
    words = clause.words([token for token in found.relative if token.naming is not None])
    series = name_series(words, None) if words else NO_SERIES
    spoken_of = clause.scene.subject.series.base
    if series.code is None or series.base == "GDP" or kin(series.base or "", spoken_of) == spoken_of:
        return None
    return Subject(clause.words(found.relative), series)


def _growing(clause: Clause, words: str) -> Subject | None:
    """The divisions of industry that grew, of the number named just before."""
    last = clause.scene.recent[-1] if clause.scene.recent else None
    grew = any("change.up" in token.roles for token in clause.tokens)
    if last is not None and grew and last.subject.label.endswith(_products()) and words.endswith(_products()):
        return Subject(words, series_by_code()["IND_PRODUCTS_GROWING"])
    if last is None or last.subject.series.code != "IVA_INDUSTRIES_TOTAL":
        return None
    if words not in word_list("zh", "industries.words"):
        return None
    return Subject(words, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))


def _moved(scene: Scene, figure: Figure) -> Subject:
    """Those of the things counted before that rose, fell or stayed: 41个行业23增18减."""
    told, grow = scene.subject, figure.word in word_list("zh", "change.up")
    if told.series.code == "IVA_INDUSTRIES_TOTAL" and grow:
        return Subject(told.label, Series("IVA_INDUSTRIES_GROWING", told.series.base, None))
    if told.label.endswith(_products()) and grow:
        return Subject(told.label, series_by_code()["IND_PRODUCTS_GROWING"])
    return Subject(told.label)


def _part(clause: Clause, figure: Figure) -> Subject | None:
    """How many of a number named just before: 41个行业大类中，36个实现增长."""
    last = clause.scene.recent[-1] if clause.scene.recent else None
    if last is None or figure.unit != "NUM" or last.unit != "NUM" or last.subject is not clause.scene.subject:
        return None
    if last.subject.series.code == "IVA_INDUSTRIES_TOTAL":
        return Subject(last.subject.label, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))
    if figure.word in word_list("zh", "products.counted") and last.subject.label.endswith(_products()):
        return Subject(last.subject.label, series_by_code()["IND_PRODUCTS_GROWING"])
    return Subject(last.subject.label) if clause.done else None


def _moved_too(scene: Scene, words: str) -> Subject | None:
    """Those of the things counted before that moved another way: 价格下降的有21个，上涨的有12个."""
    told = scene.subject.label
    ends = (*word_list("zh", "change.up"), *word_list("zh", "change.down"))
    end = max((end for end in ends if told.endswith(end)), key=len, default="")
    return Subject(told.removesuffix(end) + words) if end and end != told else None


def is_partner(tokens: list[Token]) -> bool:
    """Whether the words name one with whom one trades, and nothing else: 东盟为我省第一大贸易伙伴，双边贸易额…."""
    return len(tokens) == 1 and tokens[0].naming is not None and (tokens[0].naming.breakdown or "").startswith(_PARTNER)


_PARTNER = "PARTNER:"
_OF_PRODUCERS = frozenset({"PPI", "PPIRM"})


def named(clause: Clause, words: str) -> Subject:
    """The subject of these words, which the scene goes on with."""
    scene = clause.scene
    things = f"{clause.owner}{words}" if clause.done and clause.owner else ""  # 两个集群营收: the revenue is theirs
    of_projects = words in word_list("zh", "project.investment")
    words = without_predicate(words, scene.base)
    series = name_series(things if things and not of_projects else words, scene.base)
    label = words
    if not things or of_projects:
        label, series = owned(scene.owner, words, scene.base) or going_on(scene, words, series)
        near = scene.in_part or (scene.subject_is_near and words in word_list("zh", "trade.one_way"))
        if near and words in word_list("zh", "trade.flows") and _is_of_branch(scene.subject):
            series = Series(None, series.base, None)  # 产业营业收入318亿元，其中出口27.4亿元
    if series.base == "CPI" and series.breakdown != "_T" and scene.base in _OF_PRODUCERS and scene.subject_is_near:
        series = Series(None, scene.base, None)  # 生活资料价格下降0.3%，其中食品价格下降…
    clause.owner = "" if clause.done else clause.owner
    scene.base = series.base or scene.base
    scene.subject_is_part, scene.subject_is_near = scene.in_part, True
    scene.subject = Subject(things or label, series, words.endswith(rates()))
    return scene.subject


def _is_of_branch(subject: Subject) -> bool:
    """Whether what was told is a series of a part without a code that is no trade, whose exports have none either."""
    series = subject.series
    held = subject.label.startswith(word_list("zh", "goes_on.holders")) or series.base is not None
    return series.code is None and held and not (series.base or "").startswith("TRADE")


def _products() -> tuple[str, ...]:
    return word_list("zh", "products.words")


def rates() -> tuple[str, ...]:
    """The endings of names of rates, whose level is told in percent."""
    return word_list("zh", "rates.words")
