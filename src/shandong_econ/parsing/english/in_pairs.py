"""Two things of which each did something else in turn: "exports and imports | rose 3 and fell 1 percent, respectively".

They are read as two clauses, each with its own verb and figures: "exports rose 3 percent and imports fell 1 percent".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import joins_items
from shandong_econ.parsing.english.units import share_unit
from shandong_econ.parsing.english.word_kinds import is_change, is_light, sign_of
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token, has_role

Retoken = Callable[[int, int], list[Token]]
"""Finds the pieces of the text between two places anew."""


def in_pairs(tokens: list[Token], retoken: Retoken) -> list[Token]:
    """The pieces of a sentence with each of two subjects before what it did."""
    plain = [token for token in tokens if "link.respectively" not in token.roles]
    in_turn = len(plain) < len(tokens)
    if in_turn and (several := _several(plain)) is not None:
        return several
    joints = (n for n in range(1, len(plain) - 1) if "link.list" in plain[n].roles)
    for n in joints:
        pair = _two_deeds(plain, n, retoken, in_turn=in_turn) or (_two_moves(plain, n) if in_turn else None)
        if pair is not None:
            return pair
    return tokens


def _two_deeds(tokens: list[Token], joint: int, retoken: Retoken, *, in_turn: bool) -> list[Token] | None:
    """The clauses of "A and B rose 3 | and | fell 1 percent"."""
    if not _moves(tokens[joint + 1]):
        return None
    begin = max((n + 1 for n, token in enumerate(tokens[:joint]) if token.mark and token.mark != ","), default=0)
    verb = next((n for n in range(begin, joint) if _moves(tokens[n])), joint)
    begin = max((n + 1 for n, token in enumerate(tokens[:verb]) if token.mark), default=begin)
    end = next((n for n in range(joint, len(tokens)) if tokens[n].mark), len(tokens))
    first, second = _figures(tokens[verb:joint]), _figures(tokens[joint:end])
    apart = in_turn or sign_of(tokens[verb]) != sign_of(tokens[joint + 1])
    subjects = _two(tokens[begin:verb], retoken)
    if not apart or not first or len(first) != len(second) or _figures(tokens[begin:verb]) or not subjects:
        return None
    for pair in zip(first, second, strict=True):
        share_unit(pair)
    one, other = subjects
    return [*tokens[:begin], *one, *tokens[verb : joint + 1], *other, *tokens[joint + 1 :]]


def _two_moves(tokens: list[Token], joint: int) -> list[Token] | None:
    """The clauses of "A rose | and | B fell by 3 and 1 percent"."""
    verb = joint - 1
    at = next((n for n in range(joint + 1, len(tokens)) if _moves(tokens[n])), 0)
    figures = [n for n in range(at, len(tokens)) if at and tokens[n].figure is not None]
    begin = max((n + 1 for n, token in enumerate(tokens[:verb]) if token.mark), default=0)
    if not _moves(tokens[verb]) or len(figures) != len(("one", "other")) or not core(tokens[begin:verb]):
        return None
    first, second = figures
    between, light = tokens[first + 1 : second], tokens[at + 1 : first]
    if not has_role(between, "link.list") or len(between) > 1 or not all(map(_leads, light)):
        return None
    if not core(tokens[joint + 1 : at]) or _figures(tokens[:at]):
        return None
    share_unit(_figures((tokens[first], tokens[second])))
    one = [*tokens[:joint], *light, tokens[first]]
    return [*one, tokens[joint], *tokens[joint + 1 : first], *tokens[second:]]


def _several(tokens: list[Token]) -> list[Token] | None:
    """The clauses of "A, B and C | rose by 3, fell by 1 and rose by 4 percent", or None where it is not like that."""
    figures = [n for n, token in enumerate(tokens) if token.figure is not None]
    if len(figures) < FEWEST:
        return None
    ends = [0, *(n + 1 for n in figures[:-1])]
    deeds = [_deed(tokens[end:at]) for end, at in zip(ends, figures, strict=True)]
    subject = tokens[: figures[0] - len(deeds[0])]
    begin = max((n + 1 for n, token in enumerate(subject) if token.mark and token.mark != ","), default=0)
    places = range(begin, len(subject))
    inner = (n for n in places if joins_items(subject[n]) and not joins_items(tokens[n + 1]))
    joints = [begin - 1, *inner][-len(figures) :]
    items = [[one for one in subject[n + 1 : end] if not one.mark] for n, end in pairwise([*joints, len(subject)])]
    if len(items) != len(figures) or not all(deeds) or not all(map(core, items)):
        return None
    told: list[Token] = []
    for joint, item, deed, at in zip(joints, items, deeds, figures, strict=True):
        told += [*(tokens[joint : joint + 1] if told else ()), *item, *deed, tokens[at]]
    return [*tokens[: joints[0] + 1], *told, *tokens[figures[-1] + 1 :]]


FEWEST = 3  # things of which each did something else; two may stand in other orders too


def _deed(tokens: list[Token]) -> list[Token]:
    """The words of a move right before its figure, which a link or a subject may lead to: "and | up by"."""
    verb = next((n for n in reversed(range(len(tokens))) if not _leads(tokens[n])), -1)
    return tokens[verb:] if verb >= 0 and _moves(tokens[verb]) else []


def _moves(token: Token) -> bool:
    return is_change(token) and token.naming is None and "change.fall_noun" not in token.roles


def _leads(token: Token) -> bool:
    return is_light(token) or "link.by" in token.roles


def _figures(tokens: Sequence[Token]) -> list[Figure]:
    return [token.figure for token in tokens if token.figure is not None]


def _two(subject: Sequence[Token], retoken: Retoken) -> tuple[list[Token], list[Token]] | None:
    """The two subjects of a list, be it the name of a whole: "exports and imports"."""
    joints = [n for n, token in enumerate(subject) if "link.list" in token.roles]
    if not joints and subject and subject[-1].naming is not None:
        *before, whole = subject
        pieces = _apart(whole, retoken)
        joints = [n + len(before) for n, token in enumerate(pieces) if "link.list" in token.roles]
        subject = [*before, *pieces]
    if len(joints) != 1:
        return None
    one, other = list(subject[: joints[0]]), list(subject[joints[0] + 1 :])
    return (one, other) if core(one) and core(other) else None


def _apart(whole: Token, retoken: Retoken) -> list[Token]:
    """The words of a name that joins two others, each found alone."""
    cuts = (whole.word.partition(f" {link} ") for link in word_list("en", "link.list"))
    first, joined = next(((before, link) for before, link, _ in cuts if link), ("", ""))
    if not joined:
        return [whole]
    cut = whole.start + len(first)
    stop = cut + len(joined)
    return [*retoken(whole.start, cut), *retoken(cut, stop), *retoken(stop, whole.end)]
