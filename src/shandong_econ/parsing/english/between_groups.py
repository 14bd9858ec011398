"""Which of the words between two lists of figures belong to the first."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.apart import end_of_apart
from shandong_econ.parsing.english.counts import opens_end
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.partners import leads_to_partner
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import LONGEST_ITEM, is_adjective, joins_in_plural, lists_on
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of


def words_of_first(block: Sequence[Token], *, percent: bool = False) -> int:
    """How many of the words between two groups still belong to the first, which may be of a `percent`age."""
    parts = bool(block) and block[0].word in word_set("share.of_which")
    goes = (" ".join(token.word for token in block[1:n]) for n in range(2, LONGEST_VERB))
    if parts and (percent or not word_set("some_of.goes").isdisjoint(goes)):
        return 1 + words_of_first(block[1:])  # "26 percent | of which went to ASEAN | and 12 percent"
    if opens_end(block):
        return 2 + words_of_first(block[2:])  # "300 | or more projects were begun"
    if len(block) > 1 and block[0].mark == ")" and (_compares(block[1]) or _tells_where(block[1:])):
        return 1 + words_of_first(block[1:])  # "a fall of 1.2 billion yuan (2.9%) | compared with May and of 5.7%"
    if percent and (end := end_of_apart(block)):
        return end + words_of_first(block[end:])  # "by 1.8% | including bonuses | and by 1.6%"
    as_many = bool(block) and block[0].word in word_set("split.as_many")  # "1.6 times as many as came last year"
    for n, token in enumerate(block):
        if not n and token.word in word_set("back.of_many"):
            continue  # "500 | of them in 2023, 30 more"
        if _ends_clause(token) and not (_joins_nouns(block, n) or _lists_nouns(block, n) or _lists_parts(block, n)):
            return n
        rest = block[n + 1 :]
        if n and qualifier_of(token) is not None and all(map(is_light, rest)):
            return n - 1 if block[n - 1].word in word_set("split.takes_figure") else n
        begins = n and not as_many and not is_adjective(block, n) and _begins_clause(token, rest)
        if begins and is_counted(block[0]) and "link.list" in block[-1].roles:
            return len(block) - 1  # "22 million people | were working full-time | and 8 million part-time"
        if begins and percent and block[0].word in word_set("parts.of"):
            return _end_of_deed(block, n)
        if begins or (_leads_on(token, rest) and not leads_to_partner(block, n)):
            return n
        tells = _tells_change(token) or (_states(token) and all(map(is_light, rest)))
        if n and is_counted(block[0]) and tells and not any(t.mark for t in rest):
            return n  # "16 cities | grew by", "32 mines | came to"
    return len(block)


LONGEST_VERB = 5  # pieces to the end of "of which was spent on"


def _end_of_deed(block: Sequence[Token], n: int) -> int:
    """How far what a part does belongs to it: "70 percent | of the parts can be bought | within a radius of" 9 km."""
    links = (k for k in range(n + 1, len(block)) if "link.preposition" in block[k].roles)
    return next(links, n)


def _tells_where(tokens: Sequence[Token]) -> bool:
    """Whether words behind a bracket tell where or why its figure was, and no more: "(8%) | in Wales, "."""
    if "link.source" in tokens[0].roles:
        return True
    stop = next((n for n, token in enumerate(tokens) if token.mark or "link.list" in token.roles), 0)
    there = stop and tokens[0].word in word_set("area.at") and bool(tokens[stop - 1].areas)
    return bool(there) and all(token.areas or is_light(token) for token in tokens[1:stop])


def _compares(token: Token) -> bool:
    return comparison_of(token) is not None or "comparison.than" in token.roles


def _joins_nouns(block: Sequence[Token], n: int) -> bool:
    """Whether an "and" stands between nouns of one phrase, which a comma ends: "tons of cargo and mail, up 3%"."""
    if not n or "link.list" not in block[n].roles:
        return False
    if all(is_plain(t, or_named=True) for t in block[:n]) and joins_in_plural(block[n - 1], block[n + 1 :]):
        return True  # "24 primary and secondary schools opened"
    if block[0].word in word_set("within.before") and "link.list" in block[-1].roles and n + 2 < len(block):
        return all(is_plain(t, or_named=True) for t in block[n + 1 : -1])  # "2% in food and drink and" 1% in books
    mark = next((k for k in range(n + 1, len(block)) if block[k].mark), 0)
    between = block[n + 1 : mark]
    return bool(between) and not any(is_verb(t) or is_change(t) or "link.of_which" in t.roles for t in between)


def _lists_nouns(block: Sequence[Token], n: int) -> bool:
    """Whether a comma stands in a list of what is counted: "33 tourism, culture and sports projects"."""
    if n and "link.list" in block[n].roles:  # the last of "2,000 pumps, pipes and other tools and trained" 60 people
        listed = block[:n]
        return any(t.mark == "," for t in listed) and not any("link.list" in t.roles or is_verb(t) for t in listed)
    return bool(n) and block[n].mark == "," and is_counted(block[0]) and lists_on(block[n + 1 : n + 1 + LONGEST_ITEM])


def _lists_parts(block: Sequence[Token], n: int) -> bool:
    """Whether a comma stands in one name: "in transport, | storage and mail", "came from transport, | storage ..."."""
    opens = max((k for k in range(n) if _opens_name(block, k)), default=None)
    if opens is None or n < opens + len(("in", "transport")) or block[n].mark != ",":
        return False
    if not all(is_plain(token, or_named=True) or token.mark == "," for token in block[opens + 1 : n]):
        return False
    if not lists_on(block[n + 1 : n + 1 + LONGEST_ITEM]):
        return False
    last = next(k for k in range(n + 1, len(block)) if "link.list" in block[k].roles)
    end = next((k for k in range(last + 1, len(block)) if not is_plain(block[k], or_named=True)), len(block))
    return end < len(block) and bool(block[end].mark)


def _opens_name(block: Sequence[Token], n: int) -> bool:
    return (n == 0 and block[n].word in word_set("within.before")) or "link.source" in block[n].roles


def _ends_clause(token: Token) -> bool:
    return bool(token.mark) or token.word in word_set("split.clause") or "link.of_which" in token.roles


def _leads_on(token: Token, rest: Sequence[Token]) -> bool:
    """Whether a word leads to the next figure: "to" it, "compared with" it, "with" something else that rose."""
    word = token.word
    if gap_of(token) and token.naming is None and rest and rest[-1].word in word_set("told.by_only"):
        return not any(t.mark for t in rest)  # "22.7 percent that | outpaced the average by"
    if word in word_set("over.before") and len(rest) == 1:
        return rest[0].word in word_set("over.articles")  # "grew 5 percent over | the 390 billion yuan of"
    if _compares(token) and rest and rest[-1].time is not None:
        rest = rest[:-1]  # "to 4.1 percent in June | from May's" 5.2 percent
    if word in word_set("split.to_figure"):
        return all(is_light(t) or t.word in word_set("passive.be") for t in rest)  # "rose 3%, | to be 5% higher than"
    if "comparison.other_period" in token.roles:
        return all(is_light(t) or is_change(t) or t.word == "of" or comparison_of(t) or _tells_degree(t) for t in rest)
    if is_change(token):  # "31.2 billion yuan up 5 percent"
        return all(is_light(t) or comparison_of(t) or "link.by" in t.roles for t in rest)
    if word in word_set("met_with.verbs") and len(rest) > 1 and is_change(rest[0]):
        return not any(token.mark for token in rest)  # "11 cities | reported growth of output above" 8 percent
    if word in word_set("split.with"):
        return any(is_change(t) or "level.verb" in t.roles for t in rest)
    return False


def _tells_degree(token: Token) -> bool:
    return token.word in word_set("degree.words")  # "compared with a | smaller | rise of"


def is_counted(token: Token) -> bool:
    """Whether the word right after a number can be what it counts."""
    if token.mark or token.time is not None or token.figure is not None:
        return False
    return not token.roles or token.naming is not None or bool(token.areas)


def _tells_change(token: Token) -> bool:
    if not is_change(token) or "change.fall_noun" in token.roles or token.naming is not None:
        return False
    return token.word not in word_set("growth_nouns.words")


def _states(token: Token) -> bool:
    """Whether a word states an amount: "the sales of 32 mines | came to", "| were"."""
    return token.word in word_set("told.verbs") or token.word in word_set("passive.be")


def _begins_clause(token: Token, rest: Sequence[Token]) -> bool:
    if not is_verb(token) or is_change(token) or any(t.mark for t in rest):
        return False
    return any(not is_light(t) and not is_minor(t) for t in rest)
