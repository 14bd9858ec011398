"""Whose a figure is by the words behind it, which make it less than its series: "was lent | to small firms".

Or with whom something was traded: "goods worth" so much "to the EU".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.partners import is_flow, is_partner
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import Series, is_stock, is_total
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, RATES


def recipient_of(words: Words, trail: Sequence[Token], unit: str | None) -> str:
    """What was done with an amount and for whom, unless for a place, "lent to farmers", or with whom it is traded."""
    at = next((n for n, token in enumerate(trail) if n and is_partner(token)), 0)
    link = next((n for n in reversed(range(at)) if trail[n].word not in word_set("partner.others")), 0)
    links = word_set("passive.worth") | word_set("parts.of") | word_set("link.list")
    things = all(is_plain(token, or_named=True) or token.word in links for token in trail[: max(link, 0)])
    if at and trail[link].word in word_set("partner.each") and things and not (link and unit in RATES):
        return f" {words.phrase(trail[link : at + 1])}"
    if unit is None or unit in RATES | COUNTED:
        return ""
    to = next((n for n, token in enumerate(trail[:-1]) if token.word in word_set("recipients.links")), 0)
    lent = words.phrase(trail[1:to]) if to > 1 and trail[0].word in word_set("passive.object") else ""
    whom = words.until_break(trail[to + 1 :]) if lent and is_stock(name_series_english(lent, None)) else ""
    if not (is_bare(whom) or is_place(words.scene, whom)):
        return f"{trail[to].word} {whom}"  # "extended 8 billion yuan of loans | to shops"
    be = next((n for n, token in enumerate(trail[:-3]) if token.word in word_set("passive.be")), None)
    if be is None or not is_participle(trail[be + 1].word) or trail[be + 2].word not in word_set("recipients.links"):
        return ""
    whom = words.until_break(trail[be + 3 :])
    nobody = is_bare(whom) or is_place(words.scene, whom)
    return "" if nobody else f"{words.phrase(trail[be + 1 : be + 3])} {whom}"


def of_recipient(scene: Scene, clues: Clues, subject: Subject) -> Subject:
    """The subject, or the part of it that went to somebody: of new loans, those "issued to breweries"."""
    action, _, whom = clues.recipient.partition(" ")
    if not action or subject.series.code is None:
        return subject
    whose = f"{subject.label} {whom}"  # "exports to Japan", of those shipped there
    code = series_named(whose, subject.series.base, scene.places.local_places).code
    base = None if is_stock(subject.series) else subject.series.base  # what is lent is no stock of loans
    scene.subject = Subject(f"{subject.label} {clues.recipient}", Series(code, base, None))
    return scene.subject


def with_partner_behind(scene: Scene, clues: Clues, subject: Subject) -> Subject:
    """The subject with the partner that stands behind the figure: "exported goods worth" so much "to Japan"."""
    action, _, whom = clues.recipient.partition(" ")
    base, code, local = subject.series.base, subject.series.code, scene.places.local_places
    if action or not whom or code is None or not is_flow(base):
        return subject
    code = series_named(whom, base, local).code if is_total(subject.series.breakdown) else None
    scene.subject = Subject(f"{subject.label} {whom}", Series(code, base, None))
    return scene.subject
