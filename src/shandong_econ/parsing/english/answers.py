"""What those say who are asked: "26% of firms reported that their sales were lower than in May" tells of no fall."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.parsing.english.counts import opens_end
from shandong_econ.parsing.english.tenses import is_past
from shandong_econ.parsing.english.told_twice import with_figures_alone
from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.english.words import LONGEST_ITEM, Words, core, lists_on
from shandong_econ.parsing.finding.lexis import NOTHING
from shandong_econ.parsing.finding.tokens import Token, comparison_of, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT

Tokens = Sequence[Token]
_ANSWER, _ASKED = "answer.told", "answer.asked"
_DATES = frozenset({"month", "quarter", "months", "day", "days", "year", "half"})


def with_answers(words: Words, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with those asked as one, and with what they say as one, but for when it was."""
    tokens = _with_sizes(words, with_figures_alone(words.scene.account, tokens))
    kept: list[Token] = []
    n, asked, subject = 0, False, ""
    while n < len(tokens):
        if comma := _end_of_opening(tokens, n):
            kept.append(_as_one(words, tokens[n:comma], tokens[n + 1 : comma], _ASKED))
            n, asked = comma, True
        kept.append(tokens[n])
        n += 1
        if not _is_percent(kept[-1]):
            continue
        verb = _verb(tokens, n, asked=asked)
        end = _end_of_answer(tokens, verb) if verb else 0
        if not end:
            continue
        if verb > n:
            kept.append(_as_one(words, tokens[n:verb], tokens[n + 1 : verb], _ASKED))
        told, dates = _without_times(_without_asked(tokens[verb:end]))
        answer = _as_one(words, tokens[verb:end], told, _ANSWER)
        if subject and told[0].word in word_set("answers.again"):
            answer.stands_for = f"{subject} {words.phrase(told[1:])}"  # "13% said it | was higher", of the same
        state = next((k for k, token in enumerate(told) if k and token.word in word_set("passive.be")), 0)
        subject = words.phrase(told[:state]) or subject
        kept.extend((answer, *dates))
        n, asked = end, True
    return kept


def take_answer(clues: Clues, lead: Tokens, trail: Tokens) -> Tokens:
    """The words behind a percentage without such an answer, which goes into the clues, and those who gave it."""
    at = next((n for n, token in enumerate(trail[:2]) if _ANSWER in token.roles), -1)
    if at < 0:
        return trail
    asked = next((one for one in reversed([*lead, *trail[:at]]) if _ASKED in one.roles), None)
    clues.answer = trail[at].stands_for
    clues.says, clues.relative = {Says.SHARE}, asked.stands_for if asked is not None else ""
    clues.verb = clues.noun = clues.side = 0
    clues.words = clues.counted = ""
    clues.comparison = clues.base = None
    return trail[at + 1 :]


def _with_sizes(words: Words, tokens: list[Token]) -> list[Token]:
    """The pieces with how many work for those asked as one: "with 10 or more employees"."""
    for n in range(1, len(tokens) - len(_SIZE)):
        size = tokens[n : n + len(_SIZE) + 1]
        sized = tokens[n].word in word_set("size.having") and size[1].figure is not None and opens_end(size[2:])
        if sized and size[1].figure and size[1].figure.unit is None and size[-1].word in word_set("people.words"):
            one = _as_one(words, size, size, _ASKED)
            return [*tokens[:n], attrs.evolve(one, roles=NOTHING), *_with_sizes(words, tokens[n + len(size) :])]
    return tokens


_SIZE = ("10", "or", "more", "employees")


def _is_percent(token: Token) -> bool:
    return token.figure is not None and token.figure.unit in PERCENT


def _as_one(words: Words, tokens: Tokens, told: Tokens, role: str) -> Token:
    """Some pieces as one that stands for what is told, where their numbers and times are accounted for."""
    words.scene.account.see(tokens)
    for token, following in pairwise([*tokens, tokens[-1]]):
        words.scene.account.judge("span" if _spans(following) else "threshold", token)
    start, end = tokens[0].start, tokens[-1].end
    told = core(told) if role == _ASKED else told
    return Token(start, end, frozenset({role}), stands_for=words.phrase(told), word=words.lower[start:end])


def _end_of_opening(tokens: Tokens, n: int) -> int:
    """Where the comma stands behind those asked with whom a clause opens: "Of firms that export |, 41% reported"."""
    opens = n == 0 or tokens[n - 1].mark or "link.but" in tokens[n - 1].roles
    if not opens or tokens[n].word not in word_set("whole.of"):
        return 0
    comma = next((k for k in range(n + 1, len(tokens)) if tokens[k].mark), 0)
    figure = next((k for k in range(comma + 1, len(tokens)) if not is_light(tokens[k])), 0) if comma else 0
    told = figure and tokens[comma].mark == "," and _is_percent(tokens[figure]) and figure + 1 < len(tokens)
    acts = told and _first_word(tokens[figure + 1]) in word_set("answers.verbs")
    return comma if acts and _can_be_asked(tokens[n + 1 : comma]) else 0


def _can_be_asked(tokens: Tokens) -> bool:
    """Whether words name people or firms, with no number but how large they are: "firms with 10 or more employees"."""
    if any(token.figure is not None and not opens_end(tokens[n + 1 :]) for n, token in enumerate(tokens)):
        return False
    said = {token.word.rpartition(" ")[2] for token in tokens}
    return not said.isdisjoint(word_set("people.words") | word_set("answers.asked"))


def _verb(tokens: Tokens, n: int, *, asked: bool) -> int:
    """Where the verb of those stands whose part the percentage before a place is, or 0."""
    verbs = word_set("answers.verbs") | (word_set("acts.verbs") if asked else frozenset())
    if n < len(tokens) and tokens[n].word in word_set("parts.of"):
        near = range(n + 1, min(n + LONGEST_ASKED, len(tokens)))
        verb = next((k for k in near if tokens[k].mark or _first_word(tokens[k]) in verbs), 0)
        return verb if verb and not tokens[verb].mark and _can_be_asked(tokens[n + 1 : verb]) else 0
    return n if n < len(tokens) and _first_word(tokens[n]) in verbs else 0


LONGEST_ASKED = 20  # pieces from "of" to the verb of those asked


def _first_word(token: Token) -> str:
    return token.word.partition(" ")[0]


def _end_of_answer(tokens: Tokens, verb: int) -> int:
    """Where an answer ends that begins with a verb, or 0 where it tells a figure of its own."""
    for n in range(verb + 1, len(tokens)):
        token = tokens[n]
        lists = token.mark == "," and lists_on(tokens[n + 1 : n + 1 + LONGEST_ITEM])
        if token.mark and not lists:
            return n
        ends = token.word in word_set("answers.ends") or "comparison.down_from" in token.roles
        following = next((one for one in tokens[n + 1 :] if not is_light(one)), None)
        joins = "link.list" in token.roles or "comparison.than" in token.roles
        if ends or (joins and following is not None and _is_percent(following)):
            return n
        bounds = qualifier_of(tokens[n - 1]) is not None or _spans(*tokens[n + 1 : n + 2])  # "to rise by more than 5%"
        if (token.figure is not None and not bounds) or ("link.by" in token.roles and n == verb + 1):
            return 0  # "growth of 5% reported | by"
    return len(tokens)


def _dates(token: Token) -> bool:
    return token.word in word_set("answers.dates")


def _spans(*following: Token) -> bool:
    """Whether a word makes a number before it one of months and the like: "over the next 12 | months"."""
    return any(token.word in word_set("not_counted.words") for token in following)


def _without_asked(told: Tokens) -> Tokens:
    """The words of an answer without that somebody gave it: "said that they | had been hit", "were | short of it"."""
    if told[0].word in word_set("answers.be"):
        return told[1:] or told
    rest = told[1:]
    verbs = word_set("acts.verbs")
    clause = any(k and (token.word in verbs or is_past(token.word)) for k, token in enumerate(rest))
    if rest and rest[0].word in word_set("relative.that"):
        rest = rest[1:]
    elif not clause or told[0].word not in word_set("answers.telling"):
        return told  # "reported | an increase in prices", "expect sales | to rise"
    if len(rest) > 1 and rest[0].word in word_set("answers.they"):
        rest = rest[1:]
    return rest


def _without_times(told: Tokens) -> tuple[list[Token], list[Token]]:
    """An answer without its times, and that of them at which it was: not "compared with | May"."""
    kept: list[Token] = []
    dates: list[Token] = []
    for token in told:
        if token.time is None and comparison_of(token) is None:
            kept.append(token)
            continue
        while kept and ("link.preposition" in kept[-1].roles or is_light(kept[-1]) or _dates(kept[-1])):
            kept.pop()
        if kept and "comparison.than" in kept[-1].roles:
            kept.pop()
        elif token.time is not None and token.time.form in _DATES and not dates:
            dates.append(token)
    return kept or list(told), dates
