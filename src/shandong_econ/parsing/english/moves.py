"""A change that somebody makes ("firms cut their imports by 3 percent"), and one that is told after "with"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, sign_of, tells, word_set
from shandong_econ.parsing.finding.tokens import Token, comparison_of


def after_with(tokens: Sequence[Token], verbs: Sequence[Token]) -> Sequence[Token]:
    """The words after a "with" that has its own verb: "trade improved with | services accounting for"."""
    if not any(t.word.split()[0].endswith(word_list("en", "acting.present")) for t in verbs if tells(t)):
        return tokens
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].word == "with"), 0)
    within = at and not tokens[at - 1].mark and not any(token.mark for token in tokens[at:])
    return tokens[at + 1 :] if within and _has_verb(tokens[:at]) else tokens


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(map(tells, tokens))


def most_at(tokens: Sequence[Token]) -> int:
    """The place of the verb of what moved most somewhere: "sales | grew | fastest in Suzhou, at" 8 percent; or 0."""
    if len(tokens) < len(("sales", "grew", "fastest", "at")) or tokens[-1].word != "at":
        return 0
    at = next((n for n in range(1, len(tokens) - 2) if is_change(tokens[n]) and tokens[n].naming is None), 0)
    most = at + 1 + (tokens[at + 1].word in word_set("class.articles"))  # "grew | the | fastest, at"
    return at if at and tokens[most].word in word_set("degree.words") else 0


def moved_at(tokens: Sequence[Token], stop: int) -> int | None:
    """The place of the verb by which somebody moved something: "firms | cut | their imports | by" 3 percent."""
    eased = tokens[stop - 1].word in word_set("transitive.burdens") if stop else False
    by = eased or any(token.word == "by" for token in tokens[stop:])
    if not by and stop < len(tokens):
        return None
    for n in range(stop - 1, 0, -1):
        token = tokens[n]
        apart = token.mark or token.figure is not None or (eased and token.word in word_set("clause.words"))
        if apart or (is_verb(token) and not is_change(token)):
            return None
        if is_change(token) and token.naming is None:
            falls = not eased or sign_of(token) < 0  # "it cut | taxes of" 5 billion yuan
            led = n + 1 < stop and not tokens[n + 1].roles.isdisjoint({"link.preposition", "link.list"})
            return n if n + 1 < stop and falls and (by or not (led or tokens[n + 1].mark)) else None
    return None


def move_within(lead: Sequence[Token]) -> int:
    """The sign of a move of a part told by the way, before its amount: ", with a fall in | exports to the EU | of"."""
    at = next((n for n in reversed(range(1, len(lead) - 2)) if is_change(lead[n])), 0)
    start = at - 1
    while start > 0 and lead[start].word not in word_set("split.with"):
        start -= 1
    opens = start > 0 and lead[start - 1].mark == "," and not any(map(is_verb, lead[start + 1 : at]))
    named = opens and lead[at + 1].word in word_set("within.before") and not any(token.mark for token in lead[at:])
    return sign_of(lead[at]) if named and lead[start + 1].word in word_set("acting.articles") else 0


def without_fraction(tokens: list[Token]) -> list[Token]:
    """The words without by how much something moved, where no number states that: "went up | by a third | to"."""
    at = next((n for n, token in enumerate(tokens) if token.figure is not None and token.figure.endless), 0)
    return [*tokens[: at - 1], *tokens[at + 1 :]] if at and tokens[at - 1].word == "by" else tokens


def without_first_move(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without a move that has no figure: "exports | fell on the month but | rose on the year, to"."""
    for k in range(2, len(tokens) - 1):
        goes_on = tokens[k + 1 + (tokens[k + 1].word in word_set("passive.be")) :][:1]
        if not (_LINKS & tokens[k].roles and goes_on and is_change(goes_on[0])):
            continue
        n = k - 1 - (tokens[k - 1].mark == ",")
        over = n
        while n > 0 and comparison_of(tokens[n]) is not None and not is_change(tokens[n]):
            n -= 1
        moves = (is_change(tokens[n]) and tokens[n].naming is None) or tokens[n].word in word_set("unchanged.words")
        if 0 < n < over and moves:
            return [*tokens[: n - (tokens[n - 1].word in word_set("passive.be"))], *tokens[k + 1 :]]
    return tokens


_LINKS = frozenset({"link.but", "link.list"})
