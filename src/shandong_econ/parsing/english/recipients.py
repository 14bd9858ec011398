"""To whom an amount went by the words behind it, which makes it less than its series: "was lent | to small firms"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import Series, is_stock
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, RATES


def recipient_of(words: Words, trail: Sequence[Token], unit: str | None) -> str:
    """What was done with an amount and for whom, unless for a place: "lent to farmers"."""
    if unit is None or unit in RATES | COUNTED:
        return ""
    be = next((n for n, token in enumerate(trail[:-3]) if token.word in word_set("passive.be")), None)
    if be is None or not is_participle(trail[be + 1].word) or trail[be + 2].word not in word_set("recipients.links"):
        return ""
    whom = words.until_break(trail[be + 3 :])
    nobody = is_bare(whom) or is_place(words.scene, whom)
    return "" if nobody else f"{words.phrase(trail[be + 1 : be + 3])} {whom}"


def of_recipient(scene: Scene, clues: Clues, subject: Subject) -> Subject:
    """The subject, or the part of it that went to somebody: of new loans, those "issued to breweries"."""
    if not clues.recipient or subject.series.code is None:
        return subject
    whose = f"{subject.label} {clues.recipient.partition(' ')[2]}"  # "exports to Japan", of those shipped there
    code = series_named(whose, subject.series.base, scene.places.local_places).code
    base = None if is_stock(subject.series) else subject.series.base  # what is lent is no stock of loans
    scene.subject = Subject(f"{subject.label} {clues.recipient}", Series(code, base, None))
    return scene.subject
