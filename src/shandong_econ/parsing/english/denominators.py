"""What an amount is told for one of: "560 kilos a mu", "each visitor spent 900 yuan", "84.5 yuan per 100 yuan"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import units
from shandong_econ.lexicon.words import word_list, word_table
from shandong_econ.parsing.account import Account
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.unit_classes import LAND

NEAR = 8  # pieces after a figure within which its denominator stands
_HEAD = "PS"
HOME = "HH"  # of which there is no unit
_FOR_HEAD = "CNY_PS"
_ROLE = "per."
MORE = 3  # digits by which one may be longer that is told for one of the same as the amount before it
LARGE = 9  # the power of ten from which no amount is one person's


def denominator(lead: Sequence[Token], trail: Sequence[Token], before: Sequence[Token], *, is_to: bool = False) -> str:
    """The end of the code of the unit "so much for one of these", or "": "PS", "MU", "100CNY".

    `lead` leads to the figure, `trail` follows it, and `before` is all of the sentence before it. `is_to` is whether
    it is what something got to that the clause named before.
    """
    stop = next((n for n, t in enumerate(trail[:NEAR]) if t.mark or t.figure is not None), min(NEAR, len(trail)))
    after = trail[:stop]
    if after and after[0].word in word_set("denominators.apiece"):
        return _HEAD if has_word(before, "people.words") else ""
    begin = max((n for n, token in enumerate(before) if token.mark), default=0)
    return _said(after) or _said(lead) or (_said(before[begin:]) if is_to else "")  # "output per mu rose 2 percent to"


def with_ones_of_land(account: Account, tokens: list[Token]) -> list[Token]:
    """The pieces with "one mu" as what is told for one, where that yields something: no land is counted there."""
    begin = 0
    for n, token in enumerate(tokens):
        begin = n + 1 if token.mark or token.word in word_set("speech.verbs") else begin
        figure = token.figure
        if figure is None or not figure.is_word or figure.value != 1 or figure.unit not in LAND:
            continue
        after = next((one for one in tokens[n + 1 :] if _acts(one) or one.mark or one.figure), token)
        led = n > 0 and tokens[n - 1].word in word_set("passive.by")  # "output from | one mu"
        if led or (_acts(after) and not any(map(is_verb, tokens[begin:n]))):
            account.judge("span", token)
            roles = frozenset({f"{_ROLE}{figure.unit.lower()}"})
            tokens[n] = Token(token.start, token.end, roles, word=token.word)
    return tokens


def _acts(token: Token) -> bool:
    return is_verb(token) or "status.able" in token.roles


def _said(tokens: Sequence[Token]) -> str:
    for n in range(len(tokens) - 1, -1, -1):
        if tokens[n].naming is not None and any(one in tokens[n].word for one in word_list("en", "per.ps")):
            return _HEAD  # "the median | per capita income"
        for role in tokens[n].roles:
            if role.startswith(_ROLE):
                return role.removeprefix(_ROLE).upper()
        if (
            n
            and tokens[n].word in word_set("denominators.homes")
            and tokens[n - 1].word in word_set("denominators.of_home")
        ):
            return HOME
        if n and _is_person(tokens[n].word) and tokens[n - 1].word in word_set("denominators.of_one"):
            return _HEAD
    return ""


def _is_person(word: str) -> bool:
    people = word_set("people.words")
    return word in people or f"{word}s" in people


def named_for_one(subject: Subject, unit: str | None) -> Subject:
    """The subject, as the series that is told for one of these: "costs" per 100 yuan are those per 100 of revenue."""
    said = word_table("en", "of_one").get(unit or "")
    code = subject.series.code
    if said is None or (code is not None and kinds()[code].unit == unit) or (code is None and unit == _FOR_HEAD):
        return subject  # who spent so much per head has no income of it
    series = name_series_english(f"{subject.label} {said}", None)
    return subject if series.code is None else attrs.evolve(subject, series=series)


def unit_of_one(figure: Figure, per: str, last: Reading | None, *, goes_on: bool) -> str | None:
    """The unit of an amount for one of something: as its words say, or of the amount before that it goes on from."""
    if figure.unit is None or figure.power >= LARGE:
        return figure.unit
    if per:
        whole = f"{figure.unit}_{per}"
        return whole if whole in units() else figure.unit
    if not goes_on or last is None or _digits(figure) - _digits(last.figure) > MORE:
        return figure.unit  # "at 2.5 yuan per kg, he earned 90,000"
    return last.unit if (last.unit or "").startswith(f"{figure.unit}_") else figure.unit


def _digits(figure: Figure) -> int:
    """How many digits an amount has before its point, but for one."""
    return figure.value.adjusted() + figure.power


def share_denominator(done: Sequence[Reading], lead: Sequence[Token]) -> None:
    """Tells what an amount came from for one of the same as what it got to: "from | 40 yuan | to 75 yuan per kilo"."""
    one, *rest = done[-2:]
    to = len(lead) == 1 and "link.to" in lead[0].roles
    if rest and to and one.subject == rest[0].subject and (rest[0].unit or "").startswith(f"{one.unit}_"):
        one.unit = rest[0].unit
