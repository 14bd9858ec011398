"""What only says that somebody trades with a place: "the EU was the second largest | trading partner |, with"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series, is_total, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.scene import Scene


def without_partners(scene: Scene, tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence that names partners without what these are called where they are put in an order.

    What is told of them is their trade, or the flow that is named before the word.
    """
    if not any(map(is_partner, tokens)):
        return tokens
    for n, token in enumerate(tokens):
        if token.word.rpartition(" ")[2] not in word_set("partner.nouns"):
            continue
        naming = tokens[n - 1].naming if n else None
        flow = None if naming is None else naming.base
        flows = is_flow(flow)
        before = n - flows
        if not (flows or token.word in word_set("partner.alone")) or not _is_in_order(tokens, before):
            continue
        scene.base = flow if flows else name_series_english(word_list("en", "partner.trade")[0], None).base
        after = tokens[n + 1 :]
        apart = bool(after) and (is_partner(after[0]) or after[0].word in word_set("split.with"))
        comma = [attrs.evolve(token, mark=",")] if apart else []  # "its top three partners | ASEAN, the US and the EU"
        return [*tokens[:before], *comma, *after]
    return tokens


_FLOWS = "TRADE:"
_PARTNER = "PARTNER:"


def is_flow(base: str | None) -> bool:
    """Whether a series is one of trade."""
    return base is not None and base.startswith(_FLOWS)


def is_partner(token: Token) -> bool:
    """Whether a word names somebody with whom one trades."""
    breakdown = "" if token.naming is None else token.naming.breakdown or ""
    return breakdown.startswith(_PARTNER) and token.word.rpartition(" ")[2] not in word_set("partner.nouns")


def _is_in_order(tokens: Sequence[Token], n: int) -> bool:
    """Whether a noun at a place is put in an order: "the largest", "the top three"."""
    if not n or tokens[n - 1].figure is None:
        return n > 0 and "rank.superlative" in tokens[n - 1].roles
    return n > 1 and tokens[n - 2].word in word_set("reference.scope")


def with_members(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence with those who belong to a partner as one: "countries taking part in the initiative".

    A "from" behind imports leads to whom they are from, not to what they are compared with.
    """
    for n, token in enumerate(tokens):
        if token.word in word_set("partner.from") and leads_to_partner(tokens, n):
            token.roles = frozenset({"link.preposition"})
    for n in [n for n, token in enumerate(tokens) if n and is_partner(token)]:
        k = n - 1
        while k and tokens[k].word in word_set("partner.taking"):
            k -= 1
        if k + 1 < n and tokens[k].word in word_set("partner.members"):
            word = " ".join(token.word for token in tokens[k : n + 1])
            joined = attrs.evolve(tokens[n], start=tokens[k].start, word=word)
            return with_members([*tokens[:k], joined, *tokens[n + 1 :]])
    return tokens


def leads_to_partner(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word stands between a trade and those with whom it is: "trade | with | other RCEP countries"."""
    if not 0 < n < len(tokens) or tokens[n].word not in word_set("partner.each"):
        return False
    flow = tokens[n - 1].naming
    return flow is not None and is_flow(flow.base) and any(map(is_partner, tokens[n + 1 : n + 1 + NEAR]))


NEAR = 3  # pieces up to the partner: "with | the | other | countries"


def with_told(scene: Scene, words: str, series: Series) -> Series:
    """The series of a trade "with those countries", which is that with the partner told of last."""
    links, articles, those = ["", "", "", *words.lower().split()][-3:]
    several = articles in word_set("partner.articles") and those in word_set("partner.back")
    back = several or f"{articles} {those}" in word_set("partner.nation")
    if not is_flow(series.base) or not back or links not in word_set("partner.each"):
        return series
    if not is_total(series.breakdown):
        return Series(None, series.base, series.breakdown)  # "private firms' trade with those countries"
    return put_together(series.base or "", _partner_told(scene) or f"{_PARTNER}{those}")


def _partner_told(scene: Scene) -> str | None:
    """The partner of which a text has told last."""
    told = (scene.subject.label, scene.possessor, scene.headed)
    partners = (name_series_english(label, None).breakdown or "" for label in told)
    return next((partner for partner in partners if partner.startswith(_PARTNER)), None)


def mutual_partner(scene: Scene, words: str, series: Series) -> str | None:
    """The partner told of last, with whom a trade is that is called "bilateral"."""
    if not is_flow(series.base) or words.lower().partition(" ")[0] not in word_set("partner.mutual"):
        return None
    return _partner_told(scene)
