"""Some of those that were counted: "51 of them | foreign routes", "four of which opened last year"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.tenses import is_past
from shandong_econ.parsing.english.unlisted_verbs import acted, acts_first
from shandong_econ.parsing.english.word_kinds import tells, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def _count_more(clues: Clues, figure: Figure, lead: Sequence[Token]) -> None:
    """Takes what is done to more of those just counted: "built 14 ships and | repaired | 152", "plans to open 20"."""
    bare = figure.unit is None and not (clues.counted or clues.verb) and lead and "link.list" in lead[0].roles
    if bare and all("status.target" in token.roles for token in lead[1:-1]):
        verb = lead[-1].word
        done = acted(verb) and not tells(lead[-1])
        if done or verb in word_set("leading_verbs.verbs") | word_set("ahead.deeds"):
            clues.words, clues.acts = "", verb if done else ""


def count_of_them(sentence: Progress, clues: Clues, group: Group, figure: Figure, lead: Sequence[Token]) -> None:
    """Takes a count with "of them" behind it for one of those told before, or of what it then names."""
    _count_more(clues, figure, lead)
    rest = sentence.tokens[group.last + 1 :]
    if not rest or "link.of_which" not in rest[0].roles or figure.unit not in COUNTED | {None} or figure.ordinal:
        return
    if Says.SHARE in clues.says and clues.words:
        return  # "exports accounted for 170 billion of that"
    clues.of_them = True
    acts = acts_first(rest[1:]) or (
        len(rest) > 1 and bool(_does(rest[1].word) or gap_of(rest[1]) or _runs_on(rest[1:]))
    )
    clues.did = _deed(sentence, rest[1:]) if acts else clues.did
    clues.counted = "" if acts else sentence.words.counted(rest[1:])
    before = sentence.tokens[group.first - 1].word if group.first else ""
    if acts and before == ",":
        clues.counted = clues.words  # "private firms, 2,987 of which exported"
    if not acts and not clues.counted and before in word_set("some_of.there"):
        owner = sentence.words.scene.subject.label.partition(" of ")[2]
        clues.counted = owner  # "profits of large firms rose. There were 18,239 of them"


def _deed(sentence: Progress, rest: Sequence[Token]) -> str:
    """What those are said to have done: "went abroad"."""
    ends = (n for n, token in enumerate(rest) if token.mark or token.time is not None or token.figure is not None)
    stop = next(ends, len(rest))
    return sentence.words.phrase(rest[:stop])


def _does(word: str) -> bool:
    return is_past(word) or word in word_set("told_by_verb.verbs") or word in word_set("acting.plain_pasts")


def _runs_on(rest: Sequence[Token]) -> bool:
    """Whether words begin with a verb in the plural, which leads on to how or where: "run on batteries"."""
    verb = rest[0].naming is None and not rest[0].areas and not rest[0].mark and not rest[0].word.endswith("s")
    return verb and len(rest) > 1 and "link.preposition" in rest[1].roles
