"""What a Chinese clause without figures says of those that follow: their topic, its owner, a list, a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import dropwhile, takewhile

from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.parsing.chinese.announced import set_plans
from shandong_econ.parsing.chinese.bare_nouns import is_bare
from shandong_econ.parsing.chinese.clause import Clause, is_listed, parted, run_of_words
from shandong_econ.parsing.chinese.clues import is_joint, side_of
from shandong_econ.parsing.chinese.owners import owned, owner_in
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.chinese.sorting import sort_words
from shandong_econ.parsing.chinese.topic_places import set_place
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.finding.series import NO_SERIES, Series, series_by_code
from shandong_econ.parsing.finding.series_chinese import name_series
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, comparison_of
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import Subject

NO_FIGURE = Figure(0, 0, 0, Decimal(1))


def set_topic(clause: Clause, tokens: list[Token]) -> None:
    """A clause without a figure tells what, when and where the next are about."""
    scene = clause.scene
    found = sort_words(tokens, NO_FIGURE, None)
    is_cause = clause.source.startswith(word_list("zh", "cause.words"), tokens[0].start)
    if is_cause:
        found.clues.times = []  # 受去年高基数影响
    words = clause.words(tokens)
    set_plans(clause, tokens, found, words)
    set_place(clause, tokens, found)
    _name_told(clause, tokens, found)
    if words.endswith(word_list("zh", "source.says")):
        return  # who tells it is not what is told of
    if (told := _without_part(clause, tokens) or _kind_told(clause, tokens)) is not None:
        scene.subject = scene.topic = told
        return
    scene.topic_times = [time for time in found.clues.times if not _in_brackets(tokens, time)]
    scene.topics = _topics(clause, tokens, found) or scene.topics
    _set_comparison(clause, tokens, found)
    _set_other_side(clause, tokens, found)
    owner, heads = scene.owner, _owner(clause, tokens)
    scene.owner = heads if heads and not (owner and is_bare(heads)) else owner
    scene.tells_share = Says.SHARE_NOUN in found.clues.says
    if is_cause:
        return  # 受价格回落影响: a cause is not what is told of
    _set_subject(clause, tokens, found, owner)


def _set_other_side(clause: Clause, tokens: Sequence[Token], found: Sorted) -> None:
    """Keeps with what a clause says that the next are compared: 与2019年相比，."""
    scene, (than, leads) = clause.scene, (tokens[n].roles & {"comparison.than"} for n in (-1, 0))
    if found.clues.base is not None and (than or tokens[-1].time is not None):
        scene.comparing.base_time = found.clues.base  # 与2019年相比， but not 涨幅与上半年相同，
    elif than or (leads and len(clause.word(tokens[0])) > 1):  # 相比人工采摘，
        scene.comparing.other_side = clause.words(found.relative) or clause.words(tokens[1:-1])  # 和传统工艺相比，
        whole, before = scene.first_subject, scene.main_before
        if whole and before and clause.early and not found.subject and whole.series.base == before.series.base:
            scene.subject = scene.topic = whole  # 城镇…，农村…。与全国平均水平相比，增速高…: of what had these parts


def _set_subject(clause: Clause, tokens: Sequence[Token], found: Sorted, owner: str) -> None:
    """Takes the first series that the clause names for what the next figures are of."""
    scene = clause.scene
    if scene.grown is not None and _opens_on_growth(clause, tokens, found):
        scene.subject = scene.topic = scene.grown
        scene.base = scene.grown.series.base or scene.base
    for token in found.subject:
        if _is_deed(clause, token) or _is_exceeded(tokens, token):
            continue
        if token.naming is not None and (series := _series(clause, token)) is not NO_SERIES:
            words = clause.word(token)
            if words in scene.owner and scene.owner.endswith(word_list("zh", "predicate.amounts")):
                words, series = scene.owner, name_series(scene.owner, scene.base)  # 煤炭下水量, not 煤炭
            words, series = owned(owner, words, scene.base) or (words, series)  # 猪肉供应充足，价格下行，降幅为…
            scene.subject = scene.topic = Subject(words, series)
            scene.base = series.base or scene.base
            return


def _opens_on_growth(clause: Clause, tokens: Sequence[Token], found: Sorted) -> bool:
    """Whether a paragraph opens with the growth of a place alone, of what the text is about: 吉林增速居首，…."""
    alone = found.area is not None and not any(token.naming for token in tokens)
    grows = any("rate.growth" in token.roles and found.area and token.start == found.area.end for token in tokens)
    return alone and grows and not clause.scene.recent


def _in_brackets(tokens: Sequence[Token], time: Time) -> bool:
    """Whether a time only says in brackets when that was which was told: “五一”假期(5月1日至5日)."""
    n = next((n for n, token in enumerate(tokens) if token.time is time), 0)
    return n > 0 and tokens[n - 1].mark == "("


def _without_part(clause: Clause, tokens: Sequence[Token]) -> Subject | None:
    """What is left of a series without a part that a clause leaves out: 固定资产投资…，扣除房地产开发投资，增长9.5%."""
    n = next((n for n, token in enumerate(tokens) if "link.excluding" in token.roles), None)
    if n is None:
        return None
    base = clause.scene.subject.series.base
    left_out = tokens[n + 1 :]
    if n > 1 and clause.words(tokens[n - 2 : n - 1]).endswith(word_list("zh", "excluding.objects")):
        left_out = tokens[n - 1 : n]  # 把房地产扣除后
    part = next((token for token in left_out if token.naming is not None), None)
    whole = None if part is None else name_series(clause.word(part), base).base
    if whole is None or base not in (None, whole):
        return None
    return Subject(clause.words([tokens[n], *left_out]), Series(None, whole, None))


def _kind_told(clause: Clause, tokens: Sequence[Token]) -> Subject | None:
    """The kind of things of which one was just told: 像杨金玉这样的种菇户，全县有近2万户."""
    words = clause.source[tokens[0].start : tokens[-1].end]
    if not words.startswith(word_list("zh", "kind.like")):
        return None
    cut = max((words.rfind(word) + len(word) for word in word_list("zh", "kind.such") if word in words), default=0)
    kind = words[cut:] if cut else ""
    return Subject(kind, name_series(kind, clause.scene.base)) if kind else None


def _name_told(clause: Clause, tokens: Sequence[Token], found: Sorted) -> None:
    """Names the figure that was told last without a name: …跳出一个新数字:2086万千瓦。这是用电负荷的历史新高."""
    last = clause.scene.last
    points = clause.source.startswith(word_list("zh", "points_back.words"), tokens[0].start)
    if last is None or last.subject.label or not points:
        return
    words = clause.words([token for token in found.subject if not (token.areas or token.roles & HERE)])
    pointer = longest_at(words, word_list("zh", "points_back.words"))
    words = words.removeprefix(pointer).removeprefix(word_list("zh", "points_back.words")[0][:1])
    last.subject = clause.scene.subject = Subject(words, name_series(words, clause.scene.base))


def _is_deed(clause: Clause, token: Token) -> bool:
    """Whether it only tells where goods go: 这个电机出口到美国."""
    flows = clause.word(token) in word_list("zh", "trade.flows")
    return flows and clause.source.startswith(word_list("zh", "trade.to"), token.end)


def _is_exceeded(tokens: Sequence[Token], token: Token) -> bool:
    """Whether it is only what something is more or less than: 历史性超过煤电."""
    for piece in tokens:
        if piece is token:
            return False
        if side_of(piece) or "comparison.than" in piece.roles:
            return True
    return False


def _series(clause: Clause, token: Token) -> Series:
    """The series that a piece names, alone or in short after what was spoken of: 集装箱 after the cargo of ports."""
    words, base = clause.word(token), clause.scene.base
    series = name_series(words, base)
    code = word_table("zh", "in_short").get(f"{base} {words}") if series.code is None else None
    return series_by_code()[code] if code else series


def _owner(clause: Clause, tokens: Sequence[Token]) -> str:
    """The noun that heads a clause without figures, which owns the bare nouns after it: 板栗减产，产量…."""
    start = next((n for n, token in enumerate(tokens) if token.is_words), len(tokens))
    end = next(
        (n for n in range(start, len(tokens)) if not (tokens[n].is_words or _is_article(tokens[n]))), len(tokens)
    )
    if start == end or (end < len(tokens) and is_joint(tokens[end])):
        return ""
    moves = end < len(tokens) and not tokens[end].roles.isdisjoint(_SAID_OF)
    return owner_in(clause.words(tokens[start:end]), moves=moves)


def _is_article(token: Token) -> bool:
    return token.figure is not None and token.figure.is_word and token.figure.value == 1


_SAID_OF = frozenset({"change.up", "change.down", "rate.growth", "rate.decline", "rank.verb"})


def _topics(clause: Clause, tokens: list[Token], found: Sorted) -> list[list[str]]:
    """What a clause without figures lists for those after it, as it may be parted: A、B及C等产品增势较好, A快于B."""
    side = next((n for n, token in enumerate(tokens) if side_of(token)), None)
    if side is not None:
        words = next((n for n, token in enumerate(tokens) if token.is_words), 0)
        two = [clause.words(run_of_words(tokens[first:])) for first in (words, side + 1)]
        return [two] if all(two) else []
    lists = []
    subject = _without_predicate(clause, tokens, found.subject)
    for parts in (is_joint, is_listed):
        items = [clause.words(item[:1] if item[0].areas else item) for item in parted(subject, parts)]
        if len(items) > 1:
            end = next((cut for end in word_list("zh", "list.ends") if (cut := items[-1].rfind(end)) > 0), None)
            lists.append([*items[:-1], items[-1][:end]])
    return lists


def _without_predicate(clause: Clause, tokens: Sequence[Token], subject: list[Token]) -> list[Token]:
    """The pieces of a list without what all of it is said to be: 东盟、欧盟、日本为全省前三大贸易伙伴."""
    if not clause.words(tokens).endswith(word_list("zh", "copula.predicates")):
        return subject
    copula = (t.start for t in tokens[1:] if clause.word(t).startswith(word_list("zh", "copula.words")))
    start = next(copula, None)
    return subject if start is None else [token for token in subject if token.start < start]


def list_places(clause: Clause) -> None:
    """Keeps the places told of together, of each of which the next clause can tell: 湖州、绍兴均超7%，分别为…."""
    tokens = list(dropwhile(lambda token: token.time is not None or "link.filler" in token.roles, clause.tokens))
    run = list(takewhile(lambda token: token.areas or (is_joint(token) and token.start < token.end), tokens))
    places = [clause.words(item[-1:]) for item in parted(run, is_joint)]
    if len(places) > 1:
        clause.scene.topics = [places]


def _set_comparison(clause: Clause, tokens: list[Token], found: Sorted) -> None:
    """从环比看, 同比， and the like say what the growths after them are measured against."""
    frame = next((c for t in tokens if "link.frame" in t.roles and (c := comparison_of(t)) is not None), None)
    if frame is None and not any(t.is_words for t in found.subject):
        frame = found.clues.comparison
    if frame is None and (turned := comparison_of(tokens[0])) is not None and not any(t.naming for t in tokens):
        frame, clause.scene.comparing.compares_by_the_way = turned, True  # 环比由降转涨，上涨0.6%
    if frame is not None:
        clause.scene.comparing.kept = None
    clause.scene.comparing.comparison = frame or clause.scene.comparing.comparison
    clause.scene.comparing.frame = frame or clause.scene.comparing.frame
