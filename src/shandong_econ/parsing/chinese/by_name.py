"""What a Chinese figure is of by the words before it, with what was counted just before or with the thing after it."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.asked import Answer, Asked
from shandong_econ.parsing.chinese.bare_nouns import owner_of, tells_investment
from shandong_econ.parsing.chinese.carried import WHOLE
from shandong_econ.parsing.chinese.counted import (
    named_or_counted,
    series_of_those,
)
from shandong_econ.parsing.finding.series import NO_SERIES, kin
from shandong_econ.parsing.finding.series_chinese import base_at_end
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT


def by_name(asked: Asked) -> Answer:
    """What the words before it name, with what was counted just before or with the thing that is told after it."""
    clause, scene, words, run = asked.clause, asked.scene, asked.words, asked.run
    told = scene.subject if scene.subject_is_near and asked.figure.unit not in COUNTED else NO_SUBJECT
    subject = _with_noun_told(asked, named_or_counted(clause, words, asked.figure), told)
    own = subject.series.base
    of_those = series_of_those(clause, words, asked.figure) if _may_go_on(asked, own) else NO_SERIES
    if of_those.code not in (None, subject.series.code) and (own is None or kin(own, of_those.base) == of_those.base):
        scene.subject, scene.base = Subject(words, of_those), of_those.base
        return scene.subject, 0
    if subject.series.code is not None:
        return subject, 0
    goes_with = not run or (rest := clause.following(asked.following + len(run))) == [] or rest[0].figure is None
    return (_with_thing(asked, subject), len(run)) if goes_with else (subject, 0)


def _with_noun_told(asked: Asked, subject: Subject, told: Subject) -> Subject:
    """A part without a code with the noun of the part told before it: 城镇居民人均消费支出…，农村居民…."""
    label, series = subject.label, subject.series
    if series.code is not None or series.breakdown in WHOLE or base_at_end(label) is not None:
        return subject
    last, figure = asked.last, asked.figure
    same = base_at_end(told.label) == told.series.base == series.base
    same = same and last is not None and (figure.unit in PERCENT or figure.word == last.figure.word)
    owner = owner_of(told.label) if same else ""
    noun = told.label.removeprefix(owner) if owner else ""
    shared = next((n for n in range(len(noun), 0, -1) if label.endswith(noun[:n])), 0)
    asked.scene.subject = attrs.evolve(subject, label=label + noun[shared:])
    return asked.scene.subject


def _may_go_on(asked: Asked, base: str | None) -> bool:
    """Whether a noun can be of the things counted just before: not where a place, or all investment, is named."""
    goes_on = asked.words and not asked.clause.early and not any(token.areas for token in asked.found.subject)
    return bool(goes_on) and not (base == "FAI" and not tells_investment(asked.words))


def _with_thing(asked: Asked, subject: Subject) -> Subject:
    """A subject with its gain, 户均 + 增收, or with what is told after an amount of it: 安排12亿元 + 专项资金."""
    clause, moved_by = asked.clause, asked.found.moved_by
    moved = clause.word(moved_by) if moved_by is not None else ""
    gain = moved if moved in word_list("zh", "predicate.gains") else ""
    clause.scene.subject = attrs.evolve(subject, label=subject.label + gain + clause.words(asked.run))
    return clause.scene.subject
