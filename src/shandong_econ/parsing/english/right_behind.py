"""What stands right behind a figure: what it counts, or whose growth or part it is, and where a part went."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.behind import after_of_it, grown_after
from shandong_econ.parsing.english.counts import words_before_noun
from shandong_econ.parsing.english.naming import is_bare, is_place
from shandong_econ.parsing.english.parts import part_named
from shandong_econ.parsing.english.role_classes import GAPS, HERE
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import COUNTED, LAND, MONEY, PERCENT, RATES, WEIGHTS


def take_right_behind(words: Words, clues: Clues, trail: Sequence[Token], unit: str | None) -> None:
    """Takes the words right behind a figure for what it counts, or else for the part or the growth that it is."""
    amount = unit is not None and unit not in RATES | COUNTED
    if amount and part_named(words, trail) and name_series_english(clues.among, None).base is not None:
        clues.of_which, clues.words = True, ""  # "of the trade, 3 billion yuan was with ASEAN"
    if "streak.word" in trail[0].roles:
        clues.counted = words.counted(trail[1:]) or words.phrase(trail[1:2])
    elif unit is None and _acts(trail) and (whole := _told_of(words, clues)):
        clues.complement = f"{whole} {words.whole(trail)}"  # "of which 362 | depend on goji"
    elif unit in PERCENT and clues.absolute and _goes_or_comes(trail):
        clues.part, clues.complement = True, words.whole(trail)  # "with 41 percent | shipped to ASEAN"
        clues.says.add(Says.SHARE)
    elif clues.absolute and _comes_from(words, clues, trail, unit):
        clues.of_which, clues.complement = True, words.until_break(trail[1:])  # "with 6 billion kWh | from the sun"
    elif _is_subject(clues, unit) and unit in MONEY and _only_tells_deed(trail):
        clues.acts = trail[1].word  # "in the projects, 38.9 billion yuan was | spent"
    elif _is_subject(clues, unit) and (done := _done_to_it(words, trail, unit)):
        clues.counted = done  # "some 290 billion kWh | was sent to other provinces"
    elif not _take_percentage(words, clues, trail, unit):
        # "86 percent | of it went to industry", "of the loans 3 billion | related to homes"
        own = () if unit is None or unit in COUNTED else after_of_it(clues, trail)
        gone = part_named(words, own or (trail if clues.of_which and unit not in PERCENT else ()))
        if not gone and (counted := _counted_behind(words, trail, unit)):
            clues.counted = counted
        else:
            _take_part(words, clues, trail, unit)
    if clues.counted and (unit is None or unit in COUNTED):
        _describe_counted(words, clues, trail)


def _is_subject(clues: Clues, unit: str | None) -> bool:
    """Whether an amount is itself what its sentence is about, and no part of what was told."""
    amount = unit is not None and unit not in RATES | COUNTED
    return amount and is_bare(clues.words) and not (clues.verb or clues.of_which or clues.part or clues.among)


def _goes_or_comes(trail: Sequence[Token]) -> bool:
    """Whether a part was done something with, goes somewhere or is "from" there."""
    goes = _only_done(trail[:1]) or (is_plain(trail[0]) and trail[0].word.endswith(word_list("en", "acting.present")))
    return trail[0].word in word_set("parts.from") or (goes and _leads_on(trail[1:2]))


def _comes_from(words: Words, clues: Clues, trail: Sequence[Token], unit: str | None) -> bool:
    """Whether so much of the amount told last is said to be from something that is no place."""
    amount = unit is not None and unit not in RATES | COUNTED and is_bare(clues.words)
    whole = amount and any(one.unit == unit for one in words.scene.recent[-NEAR:])
    return whole and len(trail) > 1 and trail[0].word in word_set("parts.from") and not trail[-1].areas


NEAR = 3  # figures back to the amount of which so much is a part


def _only_tells_deed(trail: Sequence[Token]) -> bool:
    """Whether nothing follows but what was done with an amount, by a verb that says what it is of."""
    told = len(trail) == len(("was", "spent")) and trail[0].word in word_set("passive.be")
    return told and trail[1].word in word_set("told_by_verb.verbs")


def _done_to_it(words: Words, trail: Sequence[Token], unit: str | None) -> str:
    """What was done to what an amount is of, told in the passive, or what grows or stands on it, or ""."""
    if trail[0].word not in word_set("passive.be") or len(trail) == 1:
        return ""
    if unit in LAND and trail[1].word in word_set("gap_prepositions.words"):
        return words.counted(trail[2:])  # "some 3 million mu were under | rapeseed"
    if not is_plain(trail[1]):
        return ""
    return words.whole(trail[1:]) if is_participle(trail[1].word) else ""


def _acts(trail: Sequence[Token]) -> bool:
    """Whether the word behind a number is what those do who are counted, not their noun, which would have an "s"."""
    does = is_plain(trail[0]) and not trail[0].word.endswith("s") and trail[0].word not in word_set("people.words")
    return does and len(trail) > 1 and "link.preposition" in trail[1].roles


def _told_of(words: Words, clues: Clues) -> str:
    """Those of whom a number counts some: "of which", or "of the shops"."""
    told = words.scene.recent[-1:] if clues.of_which else ()
    return told[0].subject.label if told else clues.among


def _take_percentage(words: Words, clues: Clues, trail: Sequence[Token], unit: str | None) -> bool:
    """Takes what a percentage is called by the noun behind it; False where the words may tell what is counted."""
    if unit in PERCENT and trail[0].word in word_set("slices.words"):
        clues.says.add(Says.SHARE)  # "a 71.2% slice"
        return True
    if unit is not None and trail[0].word in word_set("marks.words"):
        return True  # "passing the two trillion yuan mark"
    if unit in PERCENT and not clues.verb and (grown := grown_after(words, trail))[0]:
        clues.words, clues.noun = grown
        return True
    return False


def _counted_behind(words: Words, trail: Sequence[Token], unit: str | None) -> str:
    """The things that are counted, which stand at once behind their number or after an "of", or ""."""
    come = unit is None and trail[0].word in word_set("some_of.come") and not any(map(can_be_counted, trail[1:2]))
    if come and words.scene.recent:
        return words.scene.recent[-1].subject.label  # "11 data centers, with another eight | under construction"
    if can_be_counted(trail[0]):
        return words.counted(trail)
    if (
        (unit is None or unit in COUNTED)
        and (stop := words_before_noun(trail))
        and (noun := words.counted(trail[stop:]))
    ):
        return _told_before(words, noun) if stop == 1 else f"{words.phrase(trail[:stop])} {noun}"
    if unit is None and len(trail) > 1 and not trail[0].roles.isdisjoint(GAPS) and can_be_counted(trail[1]):
        return f"{trail[0].word} {words.counted(trail[1:])}"  # "4,240 leading enterprises"
    if unit is None and _tells_level(trail):
        ones = trail[1].word in word_set("link.ones")  # "120 national high-tech enterprises", "312 provincial ones"
        return words.phrase(trail[:2]) if ones else words.counted(trail[1:])
    if trail[0].word == "of" or (unit in LAND and trail[0].word in word_set("gap_prepositions.words")):
        counted = words.counted(trail[1:])  # "1.02 million mu | under apple trees"
        return "" if counted.lower() in word_set("pronoun.subjects") | word_set("pronoun.objects") else counted
    if [token.word for token in trail[:2]] == list(word_list("en", "passive.worth_of")):
        return words.counted(trail[2:])
    return ""


def _told_before(words: Words, noun: str) -> str:
    """The things of this noun that were told of before: "such firms", after "1,022 high-tech firms"."""
    labels = (one.subject.label for one in reversed(words.scene.recent))
    return next((label for label in labels if label.endswith(noun)), noun)


def can_be_counted(token: Token) -> bool:
    """Whether the word right after a number can be what it counts."""
    if token.time is not None or token.figure is not None:
        return False
    named = token.naming is not None or token.is_name  # "28 Fortune 500 companies"
    return named or not token.roles or bool(token.areas) or "noun.words" in token.roles


def _tells_level(trail: Sequence[Token]) -> bool:
    """Whether a word says which the things are that are counted: of which level, or "registered" ones."""
    which = not trail[0].roles.isdisjoint(HERE) or trail[0].word in word_set("adjective.counted")
    return len(trail) > 1 and which and (can_be_counted(trail[1]) or trail[1].word in word_set("link.ones"))


def _take_part(words: Words, clues: Clues, trail: Sequence[Token], unit: str | None) -> None:
    """Takes what a part of what was told is, came from or went to."""
    if len(trail) > 1 and trail[1].word in word_set("size.worth"):
        return  # "of which 312 | were worth more than"
    if (rest := after_of_it(clues, trail)) and (part := part_named(words, rest)):
        clues.complement = part  # "79 percent of it went to schools", "8 billion of which was from wind"
        clues.part, clues.of_which = unit in PERCENT, unit not in PERCENT
        clues.says |= {Says.SHARE} if clues.part else set()
    elif clues.part and (part := part_named(words, trail)):
        if _is_rate(words.scene.recent[-1:]):
            rate, _, _ = words.scene.recent[-1].subject.label.partition(" of ")
            clues.words, clues.part = f"{rate} of {part}", False
        else:
            clues.complement = part  # "of which 84.8% went to people's livelihoods"
            clues.says.add(Says.SHARE)
    elif clues.of_which and unit not in PERCENT and (part := part_named(words, trail)):
        clues.complement = part  # "of which 130 million came from new energy"
    elif unit is None and trail[0].word in word_set("some_of.is") and not _only_done(trail[1:]):
        # "of the newly employed, 58,000 were women"
        clues.complement = words.counted(trail[1:]) or words.beside(trail[1:])


def _leads_on(rest: Sequence[Token]) -> bool:
    return bool(rest) and "link.preposition" in rest[0].roles


def _only_done(rest: Sequence[Token]) -> bool:
    """Whether what follows "were" tells only what was done with them: "86 were | finished by March"."""
    if rest and "link.to" in rest[0].roles:
        return True  # "30,000 were | to follow"
    done = bool(rest) and (
        rest[0].word.endswith(word_list("en", "acting.past")) or rest[0].word in word_set("acting.participles")
    )
    return done and (len(rest) == 1 or not is_plain(rest[1], or_named=True))


def _is_rate(told: Sequence[Reading]) -> bool:
    """Whether a rate was told last, of which a part has its own: "5.1%, of which 4% for the young"."""
    return any(one.measure is Measure.LEVEL and one.unit in PERCENT for one in told)


def _describe_counted(words: Words, clues: Clues, trail: Sequence[Token]) -> None:
    """Takes what is said of the things that are counted: how large they are, and of what."""
    clues.predicate = words.whole(trail)
    size = next((n + 1 for n, token in enumerate(trail) if token.figure is not None and token.figure.unit in _SIZES), 0)
    clues.sized = words.phrase(trail[:size])
    clues.counted_of = _counted_of(words, clues.counted, trail)


_SIZES = MONEY | LAND | WEIGHTS


def _counted_of(words: Words, counted: str, trail: Sequence[Token]) -> str:
    """Of or in what the things are that are counted: "46 makers | of circuit boards", "firms | in the tea trade"."""
    at = next((n for n, token in enumerate(trail) if token.word in word_set("counted.links")), 0)
    rest = words.counted(trail[at + 1 :]) if at and words.phrase(core(trail[:at])) == counted else ""
    only_where = trail[at].word != "of" and is_place(words.scene, rest)
    return "" if not rest or only_where else f"{trail[at].word} {rest}"
