"""Subjects and amounts that a clause with "with" tells of: "ASEAN was the largest partner, with trade of"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.chunks import chunks_of
from shandong_econ.parsing.english.gaps import gap_of
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.one_name import one_phrase
from shandong_econ.parsing.english.unlisted_verbs import acts
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.scene import Scene


def amount_after_with(words: Words, tokens: Sequence[Token]) -> int:
    """The place after a "with" that gives an amount to the subject: "was the largest | with an output value of"."""
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].word == "with"), 0)
    if not 0 < at < len(tokens) - 1 or any(token.figure is not None for token in tokens[at:]):
        return 0  # "the number of projects with a planned investment of over 100 million yuan"
    article = tokens[at + 1].word in word_set("acting.articles")
    named = name_series_english(words.phrase(core(tokens[at + 1 :])), None).code is not None
    if not (article or named):
        return 0  # "saw trade with ASEAN": an amount is of a series, or has an article
    tells = _is_investment(words, tokens[at + 1 :]) or any(
        (is_verb(token) and not is_change(token)) or acts(tokens, n) for n, token in enumerate(tokens[:at])
    )
    # "it led the 16 | cities | with a GDP of"
    tells = tells or (article and named and words.phrase(tokens[:at]).lower() in word_set("area.divisions"))
    return at + 1 if tells and not any(token.mark for token in tokens[at - 1 :]) else 0


def _is_investment(words: Words, tokens: Sequence[Token]) -> bool:
    """Whether what is given to things is what they cost: "120 projects with | a planned investment of"."""
    return name_series_english(words.phrase(core(tokens)), None).base == "PROJECT_INVESTMENT"


def after_opening_with(tokens: Sequence[Token]) -> int:
    """The place after a "with" that opens what is told by the way: "prices rose by 2%, with | food and drink up by"."""
    opens = len(tokens) > 1 and tokens[0].mark == "," and tokens[1].word in word_set("split.with")
    return 2 * opens


def is_told_with(tokens: Sequence[Token]) -> bool:
    """Whether an amount is told with a move, not as what it came to: "sales grew fast, | with a total of" 3 million."""
    at = next((n for n in range(1, len(tokens)) if tokens[n].word in word_set("split.with")), 0)
    return at > 0 and all(map(is_light, tokens[at + 1 :]))


def is_had(lead: Sequence[Token]) -> bool:
    """Whether words tell what somebody has before they tell what he does: "the county, with" 530 mu, "expects"."""
    at = next((n for n in range(1, len(lead)) if lead[n].word in word_set("split.with")), 0)
    return at > 0 and lead[at - 1].mark == "," and not any(token.mark for token in lead[at:])


def back_to_main(scene: Scene, tokens: Sequence[Token]) -> None:
    """Goes back from what a sentence tells at its end, by the way after a "with", to what it is about."""
    first = next((n for n, token in enumerate(tokens) if token.figure is not None), len(tokens))
    withs = (n - 1 for n in reversed(places_of(tokens, "split.with")) if n > first + 1)
    at = next((n for n in withs if tokens[n].mark == ","), 0)
    if not at:
        return
    goes_on = any(token.word in word_set("clause.words") or token.mark == ":" for token in tokens[at + 2 :])
    told = any(token.figure is not None for token in tokens[at + 2 :])
    if told and not goes_on and scene.main_subject is not None:
        scene.subject = scene.main_subject


def list_after_with(tokens: Sequence[Token]) -> int:
    """The place after a "with" that tells of parts one by one: "services led growth, with | trade and catering" up."""
    at = next((n for n in reversed(range(1, len(tokens))) if tokens[n].word in word_set("split.with")), 0)
    clause = at and tokens[at - 1].mark == "," and any(map(is_verb, tokens[:at]))
    lists = any(token.mark == "," or "link.list" in token.roles for token in tokens[at + 1 :])
    return at + 1 if clause and lists else 0


def take_list_before_with(words: Words, clues: Clues, tokens: Sequence[Token], count: int) -> None:
    """Takes the subjects of a verb for the items of a list: "A, B and C were the top partners, with trade of".

    Or "were the major exports, generating", where what they were said to be is told of each.
    """
    ends = len(tokens) if tokens[-1].mark == "," else 0  # before a participle
    at = next((n for n in range(1, len(tokens)) if tokens[n].word in word_set("split.with")), ends)
    verb = next((n for n, token in enumerate(tokens[:at]) if is_verb(token) and (ends or not is_change(token))), 0)
    if not verb or tokens[at - 1].mark != ",":
        return
    beside = (tokens[:verb], tokens[verb + 1 : at - 1])  # or "the top partners were A, B and C, with trade of"
    lists = (listed(words, chunks_of(words, part)[0], count)[0] for part in beside)
    if items := next((items for items in lists if len(items) == count), []):
        said_to_be = [token for token in tokens[verb + 1 : at] if token.naming is not None][-1:]
        shared = words.phrase(core(tokens[at + 1 :]) or said_to_be)
        clues.items, clues.shared, clues.unpaired = items, shared, False


def take_list_within(words: Words, clues: Clues, trail: Sequence[Token], count: int) -> None:
    """Takes the list behind growths as nouns for that of which they tell: "rises of 5 and 6 percent in | A and B"."""
    within = len(trail) > 1 and trail[0].word in word_set("within.before") and not (trail[1].areas or trail[1].time)
    moves = within and clues.is_of and (clues.noun or clues.verb)
    if count > 1 and moves and clues.words.lower() in {"", *word_set("pronoun.persons")}:
        end = next((n for n, token in enumerate(trail) if token.mark or "link.respectively" in token.roles), len(trail))
        items, shared, _ = listed(words, chunks_of(words, trail[1:end])[0], count)
        if len(items) == count:
            clues.items, clues.shared = items, shared


def head_of_with(words: Words, tokens: Sequence[Token]) -> str:
    """The subject of a sentence that goes on "with": "ASEAN was the largest partner, with trade of ...".

    Or with a participle: "services recovered, achieving an income of".
    """
    with_at = next((n for n in range(1, len(tokens)) if _goes_on_with(tokens, n)), 0)
    if not with_at or not (tokens[with_at - 1].mark == "," or amount_after_with(words, tokens)):
        return ""
    told = (n for n, token in enumerate(tokens[:with_at]) if is_verb(token) or acts(tokens, n) or gap_of(token))
    verb = next(told, 0)
    parts, _ = chunks_of(words, tokens[:verb]) if verb else ([], [])
    return words.phrase(one_phrase(words, parts)) if parts else ""


def _goes_on_with(tokens: Sequence[Token], n: int) -> bool:
    """Whether a clause without a subject of its own begins at a place, with a "with" or the participle of a verb."""
    token = tokens[n]
    does = (is_verb(token) or is_plain(token)) and token.word.endswith(word_list("en", "acting.present"))
    return token.word in word_set("split.with") or (does and not is_change(token) and tokens[n - 1].mark == ",")
