"""Words that can be a verb and stand as a noun, or tell which noun is meant: "newly signed orders".

Before a figure they are the verb, "the county houses 400 firms", and after a noun, before a mark, a link or another
verb, the noun: "tourist numbers", "their regular pay in May was".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.deeds import people
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.unlisted_verbs import acted
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.lexis import NOTHING
from shandong_econ.parsing.finding.series import FLOWS
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role


def turn_to_nouns(tokens: Sequence[Token]) -> None:
    """Takes the part of a verb from the pieces that can be a verb and a noun where they are the noun.

    And that of an adverb from one between a number and an adjective, "9 million economically inactive people", and of a
    place from one in the name of those who live there: "country folk", "city dwellers".
    """
    for n, token in enumerate(tokens):
        if not token.roles:
            continue
        if token.word in word_set("annual.average") and has_word(tokens[n + 1 : n + NEAR], "annual.of_each"):
            token.roles = frozenset({"comparison.year_on_year"})  # the annual growth of average earnings
        noun = (token.word in word_set("acting.or_noun") and _is_noun(tokens, n)) or _is_thing_that_costs(tokens, n)
        noun = noun or _is_said_of_amount(tokens, n) or _is_partner(tokens, n) or _is_aim(tokens, n)
        if noun or _is_of_noun(tokens, n) or _tells_which(tokens, n) or _names_people(tokens[n : n + 2]):
            token.roles = NOTHING


NEAR = 4  # pieces of "annual average regular house" before "price"


def _is_partner(tokens: Sequence[Token], n: int) -> bool:
    """Whether "the country" is one with which somebody trades: "exports to | the country"."""
    if n < len(("exports", "to")) or tokens[n].word not in word_set("partner.nation"):
        return False
    traded = tokens[n - 1].word in word_set("partner.before")
    return traded and name_series_english(tokens[n - 2].word, None).base in FLOWS.values()


def _names_people(tokens: Sequence[Token]) -> bool:
    """Whether two pieces are the name of those who live in towns or in the country."""
    return " ".join(token.word for token in tokens) in people("en")


def _tells_which(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word that can be a verb is an adjective, between an article and a noun: "the | sold | floor space"."""
    if n + 1 == len(tokens) or not is_plain(tokens[n + 1], or_named=True):
        return False
    word = tokens[n].word
    if not n or word in word_set("adjective.traded"):
        which = not n or bool(tokens[n - 1].mark) or not _OPENS.isdisjoint(tokens[n - 1].roles)
        once = not any(token.word in word_set("adjective.traded") for token in tokens[:n])
        named = word in word_set("adjective.words") or (word in word_set("adjective.traded") and once)
        return which and named  # "crude oil and | imported | metals"
    before = tokens[n - 1].word
    newly = before in word_set("adjective.newly") and (is_verb(tokens[n]) or is_change(tokens[n]))
    past = word in word_set("participle.deeds") or word.endswith(word_list("en", "acting.past"))
    told = (is_verb(tokens[n]) and past) or word in word_set("adjective.words")
    opens = bool(tokens[n - 1].mark) and word in word_set("adjective.words")  # "In May, | total | fiscal revenue"
    counted = n > 1 and (figure := tokens[n - 1].figure) is not None and not (figure.unit or figure.power)
    led = before in word_set("parts.of") or (counted and "level.verb" in tokens[n - 2].roles)
    of_such = is_verb(tokens[n]) and past and led  # "batches of | returned | goods", "has 151 | registered | museums"
    return of_such or (newly and acted(word)) or (told and (opens or before in word_set("over.articles")))


_OPENS = frozenset({"link.preposition", "link.list", "link.source", "contribution.source"})  # before a noun phrase


def _is_of_noun(tokens: Sequence[Token], n: int) -> bool:
    """Whether an adverb stands between a number that counts and the adjective of what it counts."""
    if not (n and tokens[n].word.endswith("ly") and (figure := tokens[n - 1].figure) is not None):
        return False
    return figure.unit is None and all(is_plain(token, or_named=True) for token in tokens[n + 1 : n + 3])


def _is_aim(tokens: Sequence[Token], n: int) -> bool:
    """Whether an adjective is a verb that tells what for: "to | better | the yield"."""
    aims = 0 < n < len(tokens) - 1 and "change.more" in tokens[n].roles and "link.to" in tokens[n - 1].roles
    return aims and tokens[n + 1].word in word_set("over.articles")


def _is_said_of_amount(tokens: Sequence[Token], n: int) -> bool:
    """Whether a participle of change tells what became of so much: "there were 90 days | lost | to floods"."""
    there = n > 1 and next((token.word for token in reversed(tokens[: n - 1]) if not is_light(token)), "")
    if n < 2 or tokens[n - 1].figure is None or there not in word_set("some_of.there"):
        return False
    behind = tokens[n + 1 : n + 2]
    leads = has_role(behind, "link.preposition") or has_word(behind, "clause.reasons")
    return leads and is_change(tokens[n]) and acted(tokens[n].word)


def _is_thing_that_costs(tokens: Sequence[Token], n: int) -> bool:
    """Whether a noun of change is a thing that has a price: "an | expansion | costing"."""
    if n + 1 >= len(tokens) or tokens[n + 1].word not in word_set("told_by_verb.costing"):
        return False
    return is_change(tokens[n]) and (
        n == 0 or tokens[n - 1].word in word_set("class.articles") | word_set("acting.articles")
    )


def _is_noun(tokens: Sequence[Token], n: int) -> bool:
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if not n or tokens[n - 1].time is not None or tokens[n - 1].mark == ":":
        if after is None:
            return False
        nouns = is_plain(after, or_named=True) or is_verb(after)  # "Total pay", "Pay accounted for"
        return nouns or after.word in word_set("acting.after_noun")  # "Pay for"
    before = tokens[n - 1]
    if before.figure is not None:
        ends = after is not None and (bool(after.mark) or after.time is not None or "link.preposition" in after.roles)
        ends = ends or (after is not None and is_verb(after))  # "203 trails totaling"
        return ends and before.figure.unit is None  # "a studio with 12 hosts,", "712,000 posts in"
    begins = before.mark == "," or before.word in word_set("clause.words")
    if begins and after is not None and after.word in word_set("acting.after_noun"):
        return True  # "while pay excluding bonuses was"
    if before.areas and after is not None and "link.preposition" in after.roles:
        return False  # "Qingdao stays on top"
    nouns = is_plain(before, or_named=True) or before.word in word_set("acting.before_noun") or bool(before.areas)
    nouns = nouns or (is_verb(before) and after is not None and after.word in word_set("share.of"))  # "bore costs of"
    if not nouns or before.word in word_set("relative.that"):
        return False
    if after is None or after.mark or after.time is not None:
        return True
    if after.figure is not None or after.word in word_set("told.from"):
        return False
    opening = after.word.partition(" ")[0]  # "the cost | per hundred yuan of revenue"
    return is_verb(after) or is_change(after) or opening in word_set("acting.after_noun")
