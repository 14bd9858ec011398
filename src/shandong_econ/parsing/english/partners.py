"""What only says that somebody trades with a place: "the EU was the second largest | trading partner |, with"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.series import Series
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


def mutual_partner(scene: Scene, words: str, series: Series) -> str | None:
    """The partner told of last, with whom a trade is that is called "bilateral"."""
    if not is_flow(series.base) or words.lower().partition(" ")[0] not in word_set("partner.mutual"):
        return None
    told = (name_series_english(label, None).breakdown or "" for label in (scene.headed, scene.subject.label))
    return next((partner for partner in told if partner.startswith(_PARTNER)), None)
