"""What the words around a group of English figures say of all of them."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.english.after import add_clues_after
from shandong_econ.parsing.english.after_moves import moved_from
from shandong_econ.parsing.english.answers import take_answer
from shandong_econ.parsing.english.apart import without_apart_before
from shandong_econ.parsing.english.averages import take_average
from shandong_econ.parsing.english.before import clues_before
from shandong_econ.parsing.english.bracketed_bases import compared_in_bracket
from shandong_econ.parsing.english.brackets import (
    bracketed,
    keep_in_brackets,
    name_by_bracket,
    past_bracket,
    without_opening,
)
from shandong_econ.parsing.english.contributors import after_contribution
from shandong_econ.parsing.english.counted_asides import across_count
from shandong_econ.parsing.english.deeds_in_a_row import without_first_deeds
from shandong_econ.parsing.english.denominators import denominator
from shandong_econ.parsing.english.effects import take_effect
from shandong_econ.parsing.english.extra import take_extra
from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.largest import take_extreme, take_largest
from shandong_econ.parsing.english.left_out_verbs import take_left_out_verb
from shandong_econ.parsing.english.listed_words import has_word, joins_items
from shandong_econ.parsing.english.moves import without_fraction
from shandong_econ.parsing.english.of_them import count_of_them
from shandong_econ.parsing.english.other_side import OtherSide, is_by_how_much, other_side, set_beside, without_other
from shandong_econ.parsing.english.part_of_own import part_of_own
from shandong_econ.parsing.english.parts import is_of_whole
from shandong_econ.parsing.english.plans import take_goal
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.ranks import forget_now, without_degree
from shandong_econ.parsing.english.records import move_of_record, without_record_told
from shandong_econ.parsing.english.seeming import POWER, move_amount, take_saved
from shandong_econ.parsing.english.share_of_count import take_share_of_count, take_what_some_are
from shandong_econ.parsing.english.told_behind import deed_behind, subject_behind, things_behind
from shandong_econ.parsing.english.units import share_unit, unit_told
from shandong_econ.parsing.english.unlisted_verbs import leads_to_figure, what_was_done
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.who_did import count_who_did, take_who_did
from shandong_econ.parsing.english.with_clauses import take_list_within
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, MONEY, PERCENT, WEIGHTS


@attrs.frozen
class Surroundings:
    """The figures of a group between the words that lead to it and trail it, with the clues that these give.

    `other` is the place of which the figures are, where it is set beside the subject, `record` the time of a record,
    `stated` whether the words tell what is compared with.
    """

    group: Group
    figures: list[Figure]
    lead: list[Token]
    trail: list[Token]
    clues: Clues
    other: OtherSide | None
    record: Time | None
    stated: bool


def look_around(sentence: Progress, group: Group, lead: list[Token], trail: list[Token]) -> Surroundings:
    """What is told around a group by the words that lead to it and trail it; moves the other side on."""
    lead = _from_its_link(lead) if sentence.done else lead
    figures = [token.figure for token in group.figures if token.figure is not None]
    last = figures[-1]
    if told := compared_in_bracket(sentence.tokens[: group.first], sentence.done, last.unit):
        lead, trail = told[:1], [*told[1:], *trail]
    other, before = other_side(sentence.words, sentence.tokens[: group.first], last.unit, trail), sentence.other
    trail = past_bracket(lead, trail)
    lead = across_count(sentence.tokens, lead, group.first) if other is None else without_other(lead)
    lead = without_degree(lead) if last.ordinal else lead
    lead = without_record_told(without_fraction(without_first_deeds(without_apart_before(lead))))
    trail = trail if other is None or other.trail is None else list(other.trail)
    record = None if told else sentence.records.get(group.figures[0].start)
    added = after_contribution(lead, last.unit, sentence.tokens[group.last + 1 :])
    whole, lead = lead, added or lead
    own = other is None and record is None
    inside = bracketed(lead, last.unit, listed=bool(added), many=last.power > 0) if own else None
    lead = without_opening(lead) if inside is None else inside.inner
    unit = unit_told(sentence.scene, last)
    one = group.is_range or _from_to(sentence.tokens, group)
    clues = clues_before(sentence.words, lead, 1 if one else len(figures), unit)
    if inside is not None:
        name_by_bracket(sentence.words, clues, inside, sentence.tokens, last.unit)
    if added:
        clues.says.add(Says.CONTRIBUTION)
        clues.verb = -1 if has_role(whole, "contribution.negative") else clues.verb
    clues.moved = move_of_record(lead) if record is not None and last.unit not in IN_PERCENT else 0
    if before is not None and is_by_how_much(lead):
        set_beside(clues, before)
    if other is not None and other.is_series:
        clues.words = other.words
    sentence.other, clues.beside = other if last.unit in PERCENT else None, other is not None
    take_left_out_verb(sentence, clues, lead, unit)
    goes_on = all(map(joins_items, lead))
    clues.of_which |= sentence.said.in_parts and goes_on  # "of which 5 came from wind and 3 | from the sun"
    clues.part |= clues.of_which and goes_on and last.unit in PERCENT
    clues.of_which |= last.unit in MONEY and is_of_whole(sentence.tokens, group.first, lead, trail)
    rest = take_answer(clues, sentence.tokens[: group.first], trail)
    add_clues_after(sentence.words, clues, rest, unit, ranks=last.ordinal)
    moves = last.unit in PERCENT and any(map(is_change, lead))  # "of which 8 was rice, | up 2 percent |, and 5 wheat"
    sentence.said.in_parts = clues.of_which or (sentence.said.in_parts and moves)
    take_effect(sentence.words, clues, lead, rest, last.unit)
    take_list_within(sentence.words, clues, trail, 1 if one else len(figures))
    forget_now(clues)
    if last.unit not in IN_PERCENT:
        move_amount(clues, lead, sentence.tokens[group.last + 1 :], last.unit)
    if last.unit in WEIGHTS and any(one.unit in POWER for one in sentence.done):
        take_saved(clues, trail)
    if not (sentence.done or clues.words):
        clues.words = subject_behind(sentence.words, lead, sentence.tokens[group.last + 1 :])
    if last.unit in MONEY:
        clues.within = things_behind(sentence.words, clues, sentence.tokens[group.last + 1 :])
    if deed := deed_behind(sentence.words, clues, last, lead, trail):
        clues.words, clues.counted = deed, ""
    opens = not (sentence.done or clues.words) and all(map(is_light, lead))
    if opens and last.unit not in IN_PERCENT | COUNTED | {None} and (done := what_was_done(sentence.words, trail)):
        clues.words, clues.counted = done, ""
    _count(sentence, clues, group, last, lead, trail)
    share_unit(figures)
    _see_manner(sentence, clues, group, lead, trail)
    if last.unit is None and any(map(is_change, trail)):
        sentence.said.is_part = True
    return Surroundings(group, figures, lead, trail, clues, other, record, clues.comparison is not None)


def _from_to(tokens: list[Token], group: Group) -> bool:
    """Whether figures are where one thing came from and where it got to: "the number of A and B rose from | 3 to 5"."""
    words = [token.word for token in tokens[max(0, group.first - 1) : group.last + 1]]
    return words[0] == "from" and "to" in words


def _only_counts(clues: Clues, figure: Figure, lead: list[Token]) -> bool:
    """Whether so many more are compared with nothing: they open a clause, or somebody will "lift 8 more towns"."""
    compared = clues.comparison is not None or clues.base is not None
    last = next((n for n in reversed(range(len(lead))) if not _says_no_noun(lead[n])), -1)
    if last < 0 or compared:
        return not compared
    acts = (is_verb(lead[last]) and not is_change(lead[last])) or leads_to_figure(lead, last)
    ahead = last > 0 and any(role.startswith(("status.", "link.list")) for role in lead[last - 1].roles)
    does = lead[last].word in word_set("ahead.deeds") or (ahead and "level.verb" not in lead[last].roles)
    return (acts or does) and figure.unit in COUNTED | {None}


def _says_no_noun(token: Token) -> bool:
    return is_light(token) or joins_items(token)


def _from_its_link(lead: list[Token]) -> list[Token]:
    """The words from an "and" on, where only "up from" stands between it and the figure of what was told of before."""
    return lead[-2:] if len(lead) > 1 and moved_from(lead[-1]) and "link.list" in lead[-2].roles else lead


def _count(
    sentence: Progress, clues: Clues, group: Group, figure: Figure, lead: list[Token], trail: list[Token]
) -> None:
    """Adds what the figures count, and whose part a percentage is."""
    clues.falls |= has_word(sentence.tokens[max(0, group.first - 1) : group.first], "bare.left_out")
    if figure.unit == "YEARS" or (figure.unit is None and figure.word and not figure.is_word):
        clues.counted = ""  # "at 2,300 degrees | becomes a membrane": its unit has no code
    if clues.more_of and clues.side > 0 and _only_counts(clues, figure, lead):
        clues.side, clues.verb, clues.counted = 0, 0, clues.more_of  # "two more cities joined them" counts those two
    if figure.unit == "DAYS" and trail and trail[0].word in word_set("span.told_by"):
        clues.counted = (
            f"{figure.word} {trail[0].word} {sentence.words.until_break(trail[1:])}"  # "253 days | with good air"
        )
    if clues.counted and len(lead) > 1 and lead[-2].word in word_set("counted.wanted") and lead[-1].word == "for":
        acts = (n + 1 for n, t in enumerate(lead[:-2]) if not is_plain(t, or_named=True) or is_participle(t.word))
        at = max(acts, default=0)
        what = sentence.words.phrase(lead[at:])  # "contracts for 12 ships" are no ships
        clues.counted = f"{what} {clues.counted}"
    if figure.unit is None and not clues.counted and lead and lead[-1].word in word_set("within.before"):
        told = [one for one in (*sentence.scene.recent, *sentence.done) if one.unit in COUNTED]
        clues.counted = told[-1].subject.label if told else ""  # "of the nine branches, output rose in six"
    if clues.is_to and not clues.words and sentence.scene.subject.label.lower().endswith(f" {clues.counted.lower()}"):
        clues.counted = ""  # "the number of knife offences rose to 50,000 | offences"
    count_of_them(sentence, clues, group, figure, lead)
    take_who_did(sentence.words, clues, lead, trail, figure.unit)
    count_who_did(clues, lead, figure)
    take_extreme(sentence.words, clues, lead, figure.unit)
    take_largest(sentence.words, clues, lead, figure.unit)
    take_extra(clues, lead, trail, figure.unit)
    if figure.unit in COUNTED | {None}:
        take_what_some_are(sentence.words, clues, sentence.tokens[group.last + 1 :])
    if figure.unit in PERCENT:
        take_share_of_count(sentence, clues, lead, sentence.tokens[group.last + 1 :])
        take_average(clues, lead, trail)
        clues.own_part = part_of_own(sentence.words, lead, trail)


def _see_manner(sentence: Progress, clues: Clues, group: Group, lead: list[Token], trail: list[Token]) -> None:
    """Adds how the figures are told: by the way, as met, in brackets, for each of something."""
    before = sentence.tokens[: group.first]
    clues.near = bool(sentence.done) and not clues.words and _is_aside(lead)
    clues.met = has_word(trail, "met.verbs")
    if group.figures[-1].figure is not None and not clues.met:
        take_goal(sentence.scene, clues, lead, group.figures[-1].figure.unit)
    keep_in_brackets(clues, before, lead)
    clues.per = denominator(lead, trail, before, is_to=clues.is_to and not clues.words)


def _is_aside(lead: list[Token]) -> bool:
    """Whether a change is told by the way of the figure before: "12.3 percent, up 0.4 percent", not "..., rose 0.4"."""
    if any(map(_is_finite, lead)):
        return False  # "stores, which account for 39 percent, | saw a fall of"
    changes = [n for n, token in enumerate(lead) if is_change(token)]
    return bool(changes) and all(_is_by_the_way(lead, n) for n in changes)


def _is_by_the_way(lead: list[Token], n: int) -> bool:
    named = n > 0 and lead[n - 1].word in word_set("acting.articles")  # "a surge of"
    noun = "change.fall_noun" in lead[n].roles or lead[n].word in word_set("growth_nouns.words")
    return named or noun or lead[n].word in word_set("points.adverbs")


def _is_finite(token: Token) -> bool:
    return is_verb(token) and not is_change(token) and token.word in word_set("met_with.verbs")
