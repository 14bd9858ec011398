"""The unit of a number that is printed without one: that of its series, of its noun, or of what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import unit_words, word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.bare_counts import OF_OLD
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, MONEY

FOR_MANY = "NUM_"  # begins the codes of counts for so many people
LARGE = 1000  # no index has such a value
MILLIONS, BILLIONS = 6, 9


def unit_of_bare(
    figure: Figure, clues: Clues, subject: Subject, scene: Scene, last: Reading | None, *, near: bool
) -> str | None:
    """The unit of a bare number after the `last` that was told, `near` in the same sentence; None if none is known."""
    if (own_unit(subject) or "").startswith(FOR_MANY):
        return own_unit(subject)  # "6.2 patents for every 10,000 people"
    own, before = _unit_of_series(figure, clues, subject, last), _amount_before(figure, scene.recent) if near else None
    if own in MONEY and before in MONEY:
        return before  # "exports were 33 billion dollars, and imports 22 billion"
    return (
        own
        or _unit_of_noun(clues.counted or subject.label)
        or ("NUM" if figure.power < MILLIONS and _are_things(clues.counted or subject.label) else None)
        or (None if clues.counted else _amount_before(figure, scene.recent))
        or (_unit_of_last(figure, clues, last) if last is not None else None)
        or _unit_of_things(figure, clues, subject, scene, last)
    )


def _unit_of_series(figure: Figure, clues: Clues, subject: Subject, last: Reading | None) -> str | None:
    """The unit in which the series of a number is counted, unless something else is counted."""
    own = own_unit(subject)
    if own == "RO" and not clues.counted:
        return own  # "the income ratio of urban and rural residents was 2.3, 0.1 less than"
    if own in COUNTED and (clues.counted or last is None or last.unit not in COUNTED or last.subject is not subject):
        return own
    if own in MONEY and figure.power >= BILLIONS and not clues.counted:
        return own  # "its GDP was 540 billion yuan. Zhengzhou turned out 1.27 trillion"
    of_all = kinds().get(subject.series.base or "")  # "highway passenger traffic was 121 million"
    large = of_all is not None and of_all.unit in COUNTED and not clues.counted and figure.power >= MILLIONS
    return of_all.unit if of_all is not None and large else None


def own_unit(subject: Subject) -> str | None:
    """The unit in which the series of a subject is told, None for one that has no code."""
    return None if subject.series.code is None else kinds()[subject.series.code].unit


def _unit_of_noun(label: str) -> str | None:
    """The unit that the words of what is counted tell: visits, hours or people."""
    return "PS" if _counts_people(label) else _unit_in(label)


def _unit_in(label: str) -> str | None:
    """The unit that the head of a name is a word for: "visits to its parks"."""
    label = label.lower().removeprefix(f"{' '.join(word_list('en', 'told.number_of'))} ")  # "the number of days with"
    head = label.partition(" to ")[0].partition(" of ")[0].partition(" with ")[0].split()
    known = unit_words("en").get(head[-1]) if head else None
    return known.code if known is not None and known.code in _VISITS else None


def _are_things(label: str) -> bool:
    """Whether the head of a name is a noun of things that are counted: "beds in hospitals"."""
    head = label.lower().partition(" of ")[0].partition(" in ")[0].split()
    return head[-1:] != [] and head[-1] in word_set("unit_names.of_things")


_VISITS = frozenset({"PS_VISIT", "HOURS", "DAYS"})


def _counts_people(words: str) -> bool:
    pieces = words.lower().partition(" of ")[0].partition(" in ")[0].split()
    if pieces and pieces[-1] in word_set("people.masses"):
        return True  # "unemployment stood at 2.5 million"
    pieces = words.lower().split()
    if pieces[:2] == list(word_list("en", "told.number_of")):
        pieces = pieces[2:5]
        links = word_set("link.preposition") | word_set("relative.words")
        head = next((n for n, piece in enumerate(pieces) if piece in links), len(pieces)) - 1
        if head > 0 and pieces[0] in word_set("people.words") and pieces[head].endswith("s"):
            return pieces[head] in word_set("people.words")  # "the number of poor households"
        return not word_set("people.words").isdisjoint(pieces)
    plain = word_set("link.preposition").isdisjoint(pieces) and pieces[-1:] and pieces[-1].endswith("s")
    if plain and pieces[-1] not in word_set("people.words"):
        return False  # "elderly care centers"
    named = {*pieces[:_HEAD], *pieces[-1:], " ".join(pieces[-2:])}  # "forestry workers who became rangers"
    return not word_set("people.words").isdisjoint(named)


_HEAD = 2  # words among which the noun of a thing counted stands


def _unit_of_last(figure: Figure, clues: Clues, last: Reading) -> str | None:
    """The unit of what was told last, where a number is of the same people or of the same money."""
    acts = last.unit == "PS" and _acts(clues.counted)  # "412 people were born and 890 died"
    some = clues.of_them and not clues.counted and last.unit in COUNTED  # "41 welders, 12 of them newly certified"
    part = clues.complement and _is_of_amount(figure, last)  # "5 billion yuan, of which 3 billion went to schools"
    # "took in 318 million yuan and spent 3.67 billion", "came to 2 billion yuan; it plans to push that to 5 billion"
    goes_on = (clues.acts or clues.is_to) and not clues.counted and figure.power >= MILLIONS and last.unit in MONEY
    return last.unit if acts or some or part or goes_on else None


def _unit_of_things(figure: Figure, clues: Clues, subject: Subject, scene: Scene, last: Reading | None) -> str | None:
    """The unit of a number of things, of an amount as those told before, or of where something moved from or to."""
    unit = None if last is None else last.unit
    if (
        clues.counted
        or clues.of_them
        or (clues.complement and unit not in COUNTED)
        or (figure.is_word and unit not in OF_OLD)
        or subject.label.lower().startswith(word_list("en", "told.numbers"))
        or (clues.side and unit == "NUM")
        or not word_set("size.nouns").isdisjoint(subject.label.split()[:1])  # "projects above 5 billion yuan are 8"
    ):
        return "NUM"
    if unit in COUNTED | OF_OLD and not (clues.words and Says.FROM in clues.says):
        return unit
    own = own_unit(subject)
    if Says.FROM in clues.says or clues.is_to:
        return _end_in(figure, subject, own, scene.recent)
    large = figure.value >= LARGE or subject.series.base == "OUTPUT" or _is_quantity(subject, clues, scene)
    before = _last_amount(scene)
    if clues.acts and not (figure.power or clues.words):  # "delivered 14 vessels of 870,000 tons and repaired 152"
        return next((one.unit for one in reversed(scene.recent) if one.unit in COUNTED), None)
    if figure.power and before is not None and before.unit in COUNTED and own is None:
        return before.unit  # "9 million vehicles, up 12 percent, of which private ones stood at 7.6 million"
    return "NUM" if large and subject.label and own is None else None


def _last_amount(scene: Scene) -> Reading | None:
    """What was told last that is no rate."""
    return next((one for one in reversed(scene.recent) if one.unit not in IN_PERCENT), None)


def _is_quantity(subject: Subject, clues: Clues, scene: Scene) -> bool:
    """Whether a subject is how much there is of a product, by its name or that of what it goes on with."""
    amount = _last_amount(scene)
    label = amount.subject.label if clues.elides and amount is not None else subject.label
    product = (subject.series.breakdown or "").startswith("P:")
    return product and not word_set("unit_names.quantities").isdisjoint(label.lower().split())


def _amount_before(figure: Figure, recent: Sequence[Reading]) -> str | None:
    """The unit of the amount told before, for a number as large that is printed without."""
    before = next((one for one in reversed(recent) if one.measure is Measure.LEVEL), None)
    alike = before is not None and before.unit not in COUNTED | IN_PERCENT and before.figure.power == figure.power
    return before.unit if before is not None and alike and figure.power >= MILLIONS else None


def _acts(word: str) -> bool:
    """Whether what stands behind a number is the verb of those who were counted before."""
    past = word.endswith(word_list("en", "acting.past")) or word in word_set("acting.irregular")
    return past and " " not in word


def _is_of_amount(figure: Figure, last: Reading) -> bool:
    """Whether a bare number is too large for a count of things beside an amount that it is a part of."""
    return figure.power >= MILLIONS and last.unit not in COUNTED | IN_PERCENT and last.figure.power >= figure.power


def _end_in(figure: Figure, subject: Subject, own: str | None, recent: Sequence[Reading]) -> str | None:
    """The unit of a bare number that something rose from or to: of a ratio, or of things or people told before."""
    if own is not None:
        return None
    if not word_set("ratio.words").isdisjoint(subject.label.lower().split()):
        return "RO"
    if figure.power >= MILLIONS:
        return next((one.unit for one in reversed(recent) if one.unit in COUNTED), "NUM")
    return "NUM" if figure.value == int(figure.value) else None
