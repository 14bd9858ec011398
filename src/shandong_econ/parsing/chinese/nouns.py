"""Which of the words before and after a Chinese figure are its noun: without places, scopes and what is said of it."""

from __future__ import annotations

from itertools import takewhile

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.bare_nouns import is_bare
from shandong_econ.parsing.chinese.clause import Clause, district_end, may_stand_inside, run_of_words, zone_end
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.sorted_words import HERE, Sorted
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.series import is_total, namings
from shandong_econ.parsing.finding.series_chinese import base_at_end, name_series
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says

_FIELDS = frozenset({"gap.sides", "area.world"})  # in which something is ranked


def without_scope(words: str, found: Sorted, *, ranks: bool) -> str:
    """The words without a whole that only says among what something is: 在全部投资中占…."""
    if ranks and words.endswith(_inside_words()):
        field = words.rstrip(inside())
        return field if field.endswith(word_list("zh", "rank.lists")) else ""  # 在全国沿海港口中居第二
    if ranks:
        ends = (words.find(f"{word}的") + len(word) + 1 for word in _inside_words() if f"{word}的" in words)
        ranked = words[max(ends, default=0) :]
        whole = name_series(words, None).code  # 每百元营业收入中的成本 is a series of its own
        return ranked if whole is None or whole == name_series(ranked, None).code else words
    at = first_at(words, word_list("zh", "area.at"))
    if not at or not words.endswith(_inside_words()):
        return words
    if Says.SHARE in found.clues.says or Says.SHARE_NOUN in found.clues.says:
        found.clues.relative = found.clues.relative or words.removeprefix(at).rstrip(inside())
        return ""
    return words


def is_bare_verb(tokens: list[Token], words: str) -> bool:
    """Whether the words only say that something stands at the figure: 连续多月站在, 依然徘徊在."""
    return words.endswith(word_list("zh", "verb.stands")) and not any(t.naming is not None for t in tokens)


def counted_run(clause: Clause, following: int, figure: Figure) -> list[Token]:
    """What a number before it counts, up to the name of the next figure: 120个重大项目 + 完成投资300亿元."""
    rest = clause.following(following)
    size = _size_in_words(clause, rest)
    run = _counted(clause, rest[len(size) :], figure)
    if size and run:
        clause.owner = clause.words(size) + clause.owner if clause.owner else ""
    return [*size, *run] if run else []


def _counted(clause: Clause, rest: list[Token], figure: Figure) -> list[Token]:
    run = run_of_words(rest)
    if (of_class := _of_class(clause, rest) or _of_size(clause, run, rest)) is not None:
        return of_class
    if run and clause.words(run) in word_list("zh", "rank.verb"):
        return []  # 以642亿元排名第四
    if clause.words(run) in word_list("zh", "counted.particles"):
        return []  # 增加到21条了
    run = run[
        : next((n for n, t in enumerate(run) if n and clause.word(t) in word_list("zh", "counted.stops")), len(run))
    ]
    if not run:
        return _done_by_them(clause, rest)
    if len(clause.words(run)) == 1 and figure.unit in _SPENT:
        return []  # 雇200多人干一个月, 投1.2亿元上了两条线
    if run and _have_what_follows(clause, run, rest[len(run) :]):
        clause.owner = clause.scene.owner = clause.words(run)  # 133家开发区实现增加值…，完成投资…
    if not run or run[-1].naming is None:
        return run
    last = run[-1]
    code = name_series(clause.word(last), None).code
    after = next((t for t in rest[rest.index(last) + 1 :] if not may_stand_inside(t)), None)
    if code is None or fits(code, figure.unit) or after is None or after.figure is None:
        return run
    thing = _part_deed(clause, last)
    run = [*run[:-1], thing] if thing is not None else run[:-1] or run
    clause.owner = clause.words(run)
    return run


_SPENT = frozenset({"PS", "CNY", "USD"})


def _done_by_them(clause: Clause, rest: list[Token]) -> list[Token]:
    """What those that are counted are told to have got done, at the end of a clause: 130家 + 完成搬迁."""
    if not rest or clause.word(rest[0]) not in word_list("zh", "deeds.gets"):
        return []
    run = run_of_words(rest[1:])
    ends = len(rest) == 1 + len(run) or bool(rest[1 + len(run)].mark)
    return rest[: 1 + len(run)] if run and ends and all(t.naming is None for t in run) else []


def _have_what_follows(clause: Clause, run: list[Token], rest: list[Token]) -> bool:
    """Whether those that are counted are said to have what the next figure is of: 36家上市公司实现营业收入820亿元."""
    verbs = list(takewhile(lambda t: may_stand_inside(t) and not t.mark, rest))
    noun = rest[len(verbs) : len(verbs) + 1]
    owners = clause.words(run).endswith(word_list("zh", "goes_on.owners"))
    if not owners or not verbs or not noun or noun[0].naming is None:
        return False
    series = name_series(clause.words(noun), None)
    return is_bare(clause.words(noun)) or (series.code is not None and is_total(series.breakdown))


def _of_class(clause: Clause, rest: list[Token]) -> list[Token] | None:
    """Things of a class told by a number, with that: 4个 + 5万吨级泊位."""
    if not rest or rest[0].figure is None or not clause.source.startswith(word_list("zh", "name.classes"), rest[0].end):
        return None
    if not (run := run_of_words(rest[1:])):
        return None
    clause.scene.account.judge("name", rest[0])
    return [rest[0], *run]


def _size_in_words(clause: Clause, rest: list[Token]) -> list[Token]:
    """How large those things are that are counted, by a word before them: 42家 + 百亿企业, 36家 + 千万元以上企业."""
    figure = rest[0].figure if rest else None
    if figure is None or not figure.is_word or figure.value < _LARGE:
        return []
    size = rest[: 1 + any("qualifier.after" in token.roles for token in rest[1:2])]
    if len(rest) == len(size) or not rest[len(size)].is_words or rest[len(size)].start > size[-1].end:
        return []
    clause.scene.account.judge("threshold", rest[0])
    return size


_LARGE = 1_000_000


def _of_size(clause: Clause, run: list[Token], rest: list[Token]) -> list[Token] | None:
    """Things with the size that is told before them: 120个 + 总投资5亿元以上的重大项目."""
    n = next((n for n, token in enumerate(rest) if token.figure is not None), 0)
    size = rest[n].figure if n else None
    if size is None or size.unit not in _SIZES or not all(t in run or t.roles & _OVER for t in rest[:n]):
        return None
    after = list(takewhile(lambda token: token.roles & _OVER_SIZE, rest[n + 1 :]))
    things = run_of_words(rest[n + 1 + len(after) :])
    if not things or not after or "link.joins" not in after[-1].roles:
        return None
    clause.scene.account.judge("threshold", rest[n])
    return [*rest[: n + 1], *after, *things]


_SIZES = frozenset({"CNY", "USD", "TN", "MU", "KW", "SQM", None})
_OVER = frozenset({"qualifier.GT", "qualifier.GE", "link.filler", "achievement.done"})
_OVER_SIZE = frozenset({"qualifier.after", "qualifier.GE", "link.joins"})


def _part_deed(clause: Clause, token: Token) -> Token | None:
    """Parts a piece before what was done, and gives the first part: 重大项目 + 完成投资."""
    words = clause.word(token)
    if token.naming is not None and token.naming.base is not None:
        return None  # it is the deed itself
    tails = [(cut, naming) for cut in range(2, len(words) - 1) if (naming := namings("zh").get(words[cut:]))]
    deeds = [tail for tail in tails if tail[1].base]  # 省级重点项目 + 完成投资, not 省级 + 重点项目完成投资
    deeds += [tail for tail in tails if tail[1].indicator and not fits(tail[1].indicator, "NUM")]
    if not deeds:
        return None
    cut, naming = deeds[0]
    middle = token.start + cut
    i = clause.tokens.index(token)
    clause.tokens[i : i + 1] = parts = [Token(token.start, middle), Token(middle, token.end, naming=naming)]
    return parts[0]


def own_words(clause: Clause, found: Sorted, figure: Figure) -> list[Token]:
    """The words of the subject without the place before it, or, at a rank, the place in which it is ranked."""
    tokens = _without_open_quote(found.subject)
    if len(tokens) > 1 and clause.words(tokens[:1]) in word_list("zh", "area.at"):
        tokens = tokens[1:] if tokens[1].areas or tokens[1].roles & HERE else tokens  # 在全省14个市中
    if len(tokens) > 1 and tokens[1].areas and clause.words(tokens[:1]) in word_list("zh", "copula.words"):
        tokens = tokens[1:]  # 增速前三位的是唐山(11.4%)、…
    while tokens and (tokens[0].areas or tokens[0].roles & HERE or is_joint(tokens[0])):
        end = district_end(clause, tokens[0]) if "area.districts" in tokens[0].roles else tokens[0].end
        end = zone_end(clause, tokens[0]) if tokens[0].areas else end
        if end == tokens[0].start:
            break
        tokens = tokens[1:]
        while tokens and tokens[0].end <= end:
            tokens = tokens[1:]  # 马鞍山郑蒲港新区
        if tokens and tokens[0].start < end:  # 关中地区粮食产量
            tokens = [Token(end, tokens[0].end), *tokens[1:]] if tokens[0].end > end else tokens[1:]
    goal = bool(found.clues.verb)  # 生产总值预期目标增长6%
    while tokens and (is_joint(tokens[-1]) or (goal and "achievement.goal" in tokens[-1].roles)):
        tokens = tokens[:-1]
    tokens = _after_head(clause, _after_place(clause, tokens))
    while figure.ordinal and tokens and (tokens[-1].areas or tokens[-1].roles & (_FIELDS | HERE)):
        tokens = tokens[:-1]
    return tokens


def _without_open_quote(tokens: list[Token]) -> list[Token]:
    """The words without the mark that only opens what somebody says: “过去一亩地打1.2吨."""
    closed = any(token.mark == "”" for token in tokens)
    return tokens if closed else [token for token in tokens if token.mark != "“"]


def _after_head(clause: Clause, tokens: list[Token]) -> list[Token]:
    """The words after a head that runs into its paragraph, if they name a series: 交通运输全年完成货物运输总量."""
    opens = clause.scene.position.opens_paragraph and clause.early and len(tokens) > 1
    if not opens or not any(t.time is not None and tokens[0].end == t.start for t in clause.tokens):
        return tokens
    whole, rest = (name_series(clause.words(words), None).code for words in (tokens, tokens[1:]))
    return tokens[1:] if whole is None and rest is not None else tokens


def _after_place(clause: Clause, tokens: list[Token]) -> list[Token]:
    """The words after a place that other words lead to, if they name a series: 标志着我省…, but not 对…出口."""
    cut = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].areas or tokens[n].roles & HERE), 0)
    led = tokens[:cut]
    named_before = any(t.naming is not None or t.areas or is_joint(t) for t in led)
    if not led or (named_before and not clause.words(led).endswith("”")):
        return tokens
    if clause.words(led).endswith(word_list("zh", "place.toward")):
        return tokens
    rest = tokens[cut + 1 :]
    return rest if rest and name_series(clause.words(rest), None).code is not None else tokens


def without_predicate(words: str, base: str | None) -> str:
    """The noun that names a series, without what is said of it: 汽车类零售额 of 汽车类零售额也结束了…."""
    cuts = sorted(cut for adverb in word_list("zh", "predicate.adverbs") if (cut := words.find(adverb)) > 1)
    if not cuts or name_series(words, base).code is not None:
        return words
    noun = words[: cuts[0]]
    names = name_series(noun, base).code is not None or (base_at_end(noun) is not None and base_at_end(words) is None)
    return noun if names else words


def _inside_words() -> tuple[str, ...]:
    return word_list("zh", "strip.inside")


def inside() -> str:
    """The characters that say inside what something is, which are no part of its name: 八大类消费中."""
    return "".join(_inside_words())
