"""Places that stand in a list, each of a figure of its own: "the exports of Yantai, Jining and Heze"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_words import joins_items
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.tokens import Token


def areas_of_list(words: Words, tokens: Sequence[Token], count: int) -> list[Area]:
    """The places of a list of as many figures: "the growth of Yantai, Jining and Heze"."""
    found = [token for token in tokens if token.areas]
    if len(found) != count or count < 2:
        return []
    between = tokens[tokens.index(found[0]) : tokens.index(found[-1]) + 1]
    if not all(map(_lists_places, between)) or is_with_partner(tokens, tokens.index(found[0])):
        return []
    return [place(token.areas, words.scene.places.home, words.name(token)) for token in found]


def is_with_partner(tokens: Sequence[Token], n: int) -> bool:
    """Whether the place at piece n is on the other side of what flows: "trade with | Macao and Taiwan"."""
    if n < len(("trade", "with")) or tokens[n - 1].word not in word_set("partner.before"):
        return False
    flow = tokens[n - 2]
    if tokens[n - 1].word in word_set("partner.from"):
        return flow.naming is not None and flow.word not in word_set("partner.origin")
    return is_plain(flow, or_named=True)


def _lists_places(token: Token) -> bool:
    """Whether a word may stand in a list of places: "northwest Gansu province and the city of Harbin"."""
    if token.areas or joins_items(token):
        return True
    return token.word in word_set("area.nouns")


def noun_of_list(words: Words, tokens: Sequence[Token]) -> str:
    """The noun of a list of places: "exports" of "the exports of Yantai and Jining provinces reached"."""
    places = [n for n, token in enumerate(tokens) if token.areas]
    first, last = places[0], places[-1] + 1
    while last < len(tokens) and tokens[last].word in word_set("area.nouns"):
        last += 1
    begin = max((n + 1 for n in range(first) if tokens[n].mark), default=0)
    while first > begin and tokens[first - 1].word in word_set("area.nouns"):
        first -= 1
    head = core(tokens[begin:first])
    stop = next((n for n in range(last, len(tokens)) if head and tokens[n].mark), len(tokens))
    told = list(tokens[last:stop])
    begin = next((n + 1 for n, token in enumerate(told) if n and token.word in word_set("split.with")), 0)
    kept = core([*head, *told[begin:]])  # "A and B led, with | prices in both rising by"
    while kept and (is_verb(kept[-1]) or is_change(kept[-1])):
        kept = core(kept[:-1])
    while kept and (is_verb(kept[0]) or kept[0].word in word_set("owners.pronouns")):
        kept = kept[1:]  # "A and B | saw their exports | climb"
    return words.phrase(kept)


def head_item(words: Words, tokens: Sequence[Token]) -> None:
    """Takes the place with which an item of a list begins for that of the lines under it: "No 4 | Fuzhou, a port"."""
    scene = words.scene
    at = next((n for n, token in enumerate(tokens) if token.areas), None)
    if at is None or scene.plans.around_list is None or any(token.figure is not None for token in tokens[at:]):
        return
    ends = at + 1 == len(tokens) or bool(tokens[at + 1].mark)
    if ends and all(token.mark or token.figure is not None or _numbers(token) for token in tokens[:at]):
        scene.places.area = place(tokens[at].areas, scene.places.home, words.name(tokens[at]))
        scene.places.section_area = scene.places.area


def _numbers(token: Token) -> bool:
    return token.word in word_set("names_before.words")
