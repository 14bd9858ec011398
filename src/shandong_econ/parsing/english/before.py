"""The words that lead to a group of figures, sorted into clues: verb, hedge, time, and the noun phrase before them."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.bases import without_bases
from shandong_econ.parsing.english.causes import after_cause
from shandong_econ.parsing.english.chunks import tells_why
from shandong_econ.parsing.english.contributors import (
    contributor,
    hear_contribution,
    with_rate_named,
    without_growth_contributed_to,
)
from shandong_econ.parsing.english.gaps import (
    affects_index,
    gap_of,
    without_effect,
    without_outdone,
    without_pace_before,
    without_pace_told,
    without_rival_for_long,
)
from shandong_econ.parsing.english.hearing import hear, look_at, take
from shandong_econ.parsing.english.late_by import without_pause
from shandong_econ.parsing.english.lifts import lifts_growth, take_lifted
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.manner import see_manner
from shandong_econ.parsing.english.modifiers import named_by_deed, narrows, without_modifier
from shandong_econ.parsing.english.moves import after_with, most_at, moved_at, without_first_move
from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.paces import changes_pace
from shandong_econ.parsing.english.parts import among, opens_part
from shandong_econ.parsing.english.phrases import add_noun_phrase, without_end
from shandong_econ.parsing.english.places import area_of, without_places
from shandong_econ.parsing.english.role_classes import MORE
from shandong_econ.parsing.english.seeming import (
    acts_on,
    before_kind_of_change,
    is_grown_on,
    is_open_end,
    is_particle,
    says_where,
)
from shandong_econ.parsing.english.sizes import size_told
from shandong_econ.parsing.english.those_before_verbs import owns_nothing
from shandong_econ.parsing.english.times_after import take_opening_of_year
from shandong_econ.parsing.english.told_by_verb import deed_of_person, with_its_verb
from shandong_econ.parsing.english.unlisted_verbs import leads_to_figure, without_gaining
from shandong_econ.parsing.english.wholes import whole_named, without_share
from shandong_econ.parsing.english.with_clauses import is_told_with
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_verb, tells, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.names_english import is_generic
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role, qualifier_of
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.levels import LEVELS
from shandong_econ.parsing.resolving.moves_between import MOVES
from shandong_econ.parsing.resolving.unit_classes import LAND, LENGTHS, PERCENT, RATES


def clues_before(words: Words, tokens: Sequence[Token], count: int, unit: str | None) -> Clues:
    """The clues of the words that lead to a group of `count` figures, the last of which has this unit."""
    clues = Clues(is_of=bool(tokens) and tokens[-1].word == "of")
    tokens = whole = _without_rivals(words, clues, without_first_move(tokens), unit)
    tokens = without_gaining(after_cause(words, without_pause(without_bases(clues, tokens, unit))))
    if count == 1 and (at := opens_part(tokens)):
        clues.of_which, tokens = True, tokens[at - 1 :]
    n = _begin_of_verb(clues, tokens, unit)
    _settle_verb(words, clues, tokens, n, unit)
    if count == 1:
        clues.among = among(words, tokens)
    rest = without_share(words, clues, tokens[:n])
    _look_at_all(clues, rest)
    clues.area = clues.area or area_of(words, tokens) or (None if whole is tokens else area_of(words, whole))
    rest = _take_subject(words, clues, tokens, n, rest, count, unit)
    clues.words = "" if says_where(tokens) else clues.words
    _name_by_verb(words, clues, tokens, rest, unit)
    see_manner(words, clues, tokens, n, rest, unit)
    return clues


def _without_rivals(words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words without those for what the subject is set against, or what it contributes to."""
    tokens = without_pace_before(clues, tokens) if unit == "PPT" else without_pace_told(tokens)
    tokens = without_rival_for_long(without_outdone(words, clues, tokens, unit), unit)
    return without_growth_contributed_to(words, clues, with_rate_named(tokens)) if unit in PERCENT else tokens


def _begin_of_verb(clues: Clues, tokens: Sequence[Token], unit: str | None) -> int:
    """The place at which the verb and what goes with it begin, each taken into the clues."""
    n = len(tokens)
    n -= bool(n) and tokens[-1].word in word_set("acting.net")
    while n and not (unit == "PPT" and gap_of(tokens[n - 1])):
        if is_open_end(tokens, n - 1) or _says_of_place(tokens, n):
            break
        if _leads_to_time(tokens, n) or _is_beside(tokens, n):
            n -= 1
            continue
        if clues.is_to and not clues.verb and (moved := _moved_there(tokens, n)):
            n = moved
            continue
        if not (is_particle(tokens, n - 1) and unit not in RATES) and not take(clues, tokens[n - 1]):
            if not _is_set_against(tokens, n):
                break
            n = before_kind_of_change(tokens, n)
            continue
        n -= 1
    if n > 1 and _is_leading_verb(tokens, n):
        n -= 1
        while n and is_light(tokens[n - 1]):
            n -= 1
    return before_kind_of_change(tokens, n)


def _leads_to_time(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word before piece n is no hedge of the figure, but leads to a time: "growth over | the years" was."""
    before, timed = tokens[n - 1], n < len(tokens) and tokens[n].time is not None
    return timed and qualifier_of(before) is not None and "link.preposition" in before.roles


def _moved_there(tokens: Sequence[Token], n: int) -> int:
    """Where a place begins before piece n that stands behind a move: "fell | in Wales | to"; 0 where none does."""
    at = next((k for k in range(n - 1, 0, -1) if not tokens[k].areas and not is_light(tokens[k])), 0)
    there = 1 < at < n - 1 and tokens[n - 1].areas and tokens[at].word in word_set("area.at")
    return at if there and is_change(tokens[at - 1]) and tokens[at - 1].naming is None else 0


def _is_beside(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word before piece n only tells how another figure compares: "lower | than the" 5 percent rise."""
    than = n < len(tokens) and "comparison.than" in tokens[n].roles
    return than and is_change(tokens[n - 1]) and not tokens[n - 1].roles.isdisjoint(MORE)


def _is_set_against(tokens: Sequence[Token], n: int) -> bool:
    """Whether a change at piece n is only what another is compared with: "compared with | a smaller | rise of"."""
    before = before_kind_of_change(tokens, n) - 1
    return 0 <= before < n - 1 and "comparison.than" in tokens[before].roles


def _says_of_place(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word before piece n only says what follows of a place: "she said | the province was aiming for"."""
    told_of = n < len(tokens) and not LEVELS.isdisjoint(tokens[n].roles)
    return told_of and tokens[n - 1].word in word_set("speech.verbs")


def _is_leading_verb(tokens: Sequence[Token], n: int) -> bool:
    """Whether the word before piece n is the verb of the amount: one that no list gives a part, after a noun."""
    rest = tokens[n + is_particle(tokens, n) :] if n < len(tokens) else ()
    return leads_to_figure(tokens, n - 1) and not any(map(is_verb, rest))


def _settle_verb(words: Words, clues: Clues, tokens: Sequence[Token], n: int, unit: str | None) -> None:
    """Takes a verb that seems to tell of a change for one of an amount, where its object or its unit says so."""
    if clues.verb and unit not in RATES and (acts_on(tokens[n:]) or (unit in LAND and is_grown_on(tokens[n:]))):
        clues.verb = 0
        clues.says.add(Says.LEVEL_VERB)
    states = len(tokens) > 1 and is_verb(tokens[-1]) and not is_change(tokens[-1])
    if unit == "PPT" and has_role(tokens[-2:-1] if states else tokens[-1:], "change.fall_noun"):
        clues.verb, clues.noun = 0, -1  # "a decline | 1.9 points smaller than the province's", "the fall was | 2 less"
    if clues.verb and unit not in RATES and is_told_with(tokens[n:]):
        clues.verb = clues.noun = 0
    if unit in PERCENT and not clues.is_to and changes_pace(tokens):
        clues.says.add(Says.PACE)
    if unit is None and tokens and tokens[-1].word in word_set("within.before"):
        clues.verb = clues.noun = 0  # "increases in three of the sectors" counts the sectors
    able = n == len(tokens) and has_role(tokens[-2:-1], "status.able")  # "a picker can | earn"
    clues.acts = words.phrase(t for t in tokens[n - able :] if t.word in word_set("told_by_verb.verbs"))


def _look_at_all(clues: Clues, rest: Sequence[Token]) -> None:
    """Takes the times and the comparisons that the words before the verb name."""
    for token in rest:
        look_at(clues, token)
    clues.times.sort(key=lambda time: time.start)
    take_opening_of_year(clues)
    clues.base = clues.base or next((time for time in clues.times if time.form in MOVES), None)
    if any(token.mark == ":" for token in rest) and has_role(rest, "share.noun"):
        clues.says.add(Says.SHARE_NOUN)


def _take_subject(
    words: Words, clues: Clues, tokens: Sequence[Token], n: int, rest: Sequence[Token], count: int, unit: str | None
) -> Sequence[Token]:
    """Takes the noun phrase of the subject, or what it moved, into the clues; gives the words in which that stands."""
    whole = rest
    rest = after_with(rest, tokens[n:])
    if unit == "PPT" or (unit in PERCENT and affects_index(words.scene, rest)):
        rest = without_effect(words, clues, rest)
        clues.says |= {Says.CONTRIBUTION} if lifts_growth(tokens) else set()
    elif unit in PERCENT:
        hear_contribution(clues, tokens)
        rest = contributor(words, clues, rest)
    if unit in PERCENT and not (clues.verb or clues.noun) and (at := most_at(tokens)):
        clues.verb, clues.is_to = -1 if "change.down" in tokens[at].roles else 1, False
        rest = [token for token in rest if token.start < tokens[at].start]
    moved = (
        moved_at(tokens, n)
        if not clues.verb and len(rest) == n and (n < len(tokens) or (unit in PERCENT and count == 1))
        else None
    )
    if moved is not None:
        _take_moved(words, clues, tokens[:n], moved, count)
        if unit == "PPT":
            take_lifted(words.scene, clues)
        return rest
    told = count == 1 and any(map(tells, tokens[n:]))
    rest, modifier = without_modifier(words, rest, tokens[n:]) if told else (rest, ())
    clues.narrowed = narrows(words, modifier, rest)
    clues.modifier = words.phrase(core(modifier)) if clues.narrowed else ""
    if not has_word(tokens[n:], "brought.that_to"):
        add_noun_phrase(words, clues, rest, count, whole)  # not "the county wants to push | that to"
    if by_deed := named_by_deed(words, clues.words, modifier, tokens[n:]):
        clues.words, clues.narrowed, clues.modifier = by_deed, False, ""
    if any(tokens[k].mark and tells_why(tokens, k) for k in range(max(0, n - 2), n)):
        clues.main, clues.words = clues.words, ""  # "output, lifted by a 15 percent jump in car making, grew"
    return rest


def _take_moved(words: Words, clues: Clues, tokens: Sequence[Token], n: int, count: int) -> None:
    """Takes a verb with its object into the clues, and who did it where that tells which part of a series moved."""
    hear(clues, tokens[n], compares=False)
    clues.noun = 0
    add_noun_phrase(words, clues, tokens[n + 1 :], count)
    owner = Clues()
    add_noun_phrase(words, owner, tokens[:n], 1)
    clues.owner, clues.moved_thing = owner.words, clues.words
    if owns_nothing(owner.words) or any(token.areas or token.roles & LEVELS for token in tokens[n + 1 :]):
        return  # "the government will lift incomes", "pork pushed the province's CPI up"
    who = without_end(without_places(owner.words, words.scene.places.local_places))  # "large firms | in Jinan"
    theirs, own = (name_series_english(phrase, None).code for phrase in (f"{who} {clues.words}", clues.words))
    part = name_series_english(who, None).breakdown not in (None, "_T") or theirs not in (None, own)
    whose = not (is_bare(owner.words) or is_place(words.scene, owner.words))
    if part or (whose and is_generic(clues.words)):
        clues.words = f"{who} {clues.words}"


def _name_by_verb(words: Words, clues: Clues, tokens: Sequence[Token], rest: Sequence[Token], unit: str | None) -> None:
    """Takes what names the amount where its noun says little: the verb, "the total", how large a thing is."""
    clues.words = with_its_verb(words, rest) or clues.words
    if not clues.words and (all_of_it := whole_named(tokens)):
        clues.words = all_of_it
    if not clues.acts and clues.words.lower() in word_set("pronoun.persons"):
        clues.acts = deed_of_person(words, tokens)
    elif not clues.acts and clues.words.lower() in {"", *word_set("pronoun.subjects")}:  # "pays them an average of"
        clues.acts = words.phrase(token for token in rest if token.word in word_set("told_by_verb.verbs"))
    if (unit is None or unit in LENGTHS) and (size := size_told(words, tokens, clues.words)):
        clues.words = size
