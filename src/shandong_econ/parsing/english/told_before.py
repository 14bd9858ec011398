"""Figures of what was told before, which their words go back to: "the former", "both", "their growth rates"."""

from __future__ import annotations

from shandong_econ.model import Area
from shandong_econ.parsing.english.after_part import whole_behind_part
from shandong_econ.parsing.english.anaphora import gone_back_to, of_each, of_one, side_of, told_last
from shandong_econ.parsing.english.listed_places import areas_of_list
from shandong_econ.parsing.english.naming import is_bare
from shandong_econ.parsing.english.owners import subjects_of_clauses
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.within import CONTRIBUTES
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Mention, Reading, Subject
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def told_before(
    sentence: Progress, clues: Clues, figures: list[Figure], lead: list[Token]
) -> list[tuple[Subject, Area | None]]:
    """What each figure of a group goes back to, with its place if that has one, and nothing where they name it anew."""
    scene, count, two = sentence.scene, len(figures), sentence.said.compared
    if (whole := whole_behind_part(sentence, lead)) is not None:
        scene.subject = whole.subject
        return [(whole.subject, None)] * count
    if count == 1 and len(two) == 2 and (side := side_of(subjects_of_clauses(sentence.words, lead))):
        sentence.said.goes_back, scene.compared = True, list(two)
        scene.subject = two[0 if side < 0 else 1]
        return [(scene.subject, None)]
    if (one := _one_of_two(sentence, clues, figures)) is not None:
        scene.subject = one.subject
        return [(one.subject, one.area)]
    if (again := _told_again(sentence, clues, figures, lead)) is not None:
        clues.noun, clues.comparison = again.sign or 1, again.comparison
        clues.says -= CONTRIBUTES  # "the 12 percent was due to cars": all of it was
        scene.subject = again.subject
        return [(again.subject, again.area)]
    if areas_of_list(sentence.words, lead, count):
        return []  # "in Gansu and Xinjiang the rates were 33 and 29 percent"
    known = scene.listed or told_last(scene.recent, max(2, count))
    if back := gone_back_to(clues.words, known, count):
        sentence.said.goes_back, scene.listed = True, list(known)
        scene.subject = back[-1].subject
        return [(one.subject, one.area) for one in back]
    if count > 1 and (each := of_each(clues.words, scene.listed, count, scene.base)):
        scene.subject, scene.base = each[-1], each[-1].series.base
        return [(one, None) for one in each]
    many = count > 1 and clues.pronoun in word_set("owner.many") and is_bare(clues.words)
    many = many and Says.FROM not in clues.says  # "their share shrank from 5 to 4 percent", that of one thing
    theirs = told_last(scene.recent, count) if many and not says_again(sentence, figures) else ()
    if len(theirs) == count:  # "their growth rates were 12, 8 and 1 percent"
        sentence.said.goes_back = True
        return [(one.subject, one.area) for one in theirs]
    if count == 1 and (own := of_one(clues.words, known, scene.base)) is not None:
        sentence.said.goes_back, scene.listed = True, list(known)
        scene.subject, scene.base = own, own.series.base
        return [(own, None)]
    return []


def _told_again(sentence: Progress, clues: Clues, figures: list[Figure], lead: list[Token]) -> Reading | None:
    """The growth that a sentence begins with once more, as known: "The 6 percent was hard to come by"."""
    said = [token for token in lead if not token.mark]
    known = len(said) == 1 and said[0].word in word_set("class.known")
    if not known or sentence.done or Says.SHARE in clues.says or figures[-1].unit not in PERCENT or figures[-1].signed:
        return None
    return sentence.scene.growths.get(figures[-1].value)


def _one_of_two(sentence: Progress, clues: Clues, figures: list[Figure]) -> Mention | None:
    """Which of two that were told before a figure is of, one after the other: "the two were down by 4 and up by 5"."""
    said, told = sentence.said, len(sentence.done)
    alike = [t.figure for t in sentence.tokens if t.figure is not None and t.figure.unit == figures[0].unit]
    if len(figures) > 1 or len(alike) != len(_BOTH) or told not in _BOTH or says_again(sentence, alike):
        return None
    if not told:
        two = told_last(sentence.scene.recent, len(_BOTH))
        said.each = two if gone_back_to(clues.words, two, len(_BOTH)) == two else ()
    return said.each[told] if len(said.each) == len(_BOTH) and (not told or is_bare(clues.words)) else None


_BOTH = (0, 1)  # how many figures of a sentence were told before each of two


def says_again(sentence: Progress, figures: list[Figure]) -> bool:
    """Whether figures tell one thing in two ways: "up 0.9 percent year on year, or down 0.1 percent month on month"."""
    between = (token for token in sentence.tokens if figures[0].end <= token.start < figures[-1].start)
    return any(token.word == "or" for token in between)
