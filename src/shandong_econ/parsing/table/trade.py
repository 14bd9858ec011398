"""Trade in tables: all of it and its two sides, and what it is with a partner."""

from __future__ import annotations

import attrs

from shandong_econ.lexicon.concepts import BY_THEMSELVES
from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.series import ALL_TRADE, PARTNER, SIDES, Series, is_total
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.names import PART, alone, kind_of
from shandong_econ.parsing.told import Subject


def is_wider(one: Series, other: Series) -> bool:
    """Whether a whole is one of which another is a side: all trade, of exports."""
    return is_total(one.breakdown) and is_total(other.breakdown) and one.base == ALL_TRADE and other.base in SIDES


def is_partner(name: str, language: str) -> bool:
    """Whether a name alone is that of a country or of a union of some."""
    is_part = kind_of(name, language) == PART
    return is_part and (alone(name, None, language).series.breakdown or "").startswith(PARTNER)


def as_partner(head: Head, text: str) -> Head:
    """A head among countries, of which Hong Kong, Macao and Taiwan are no areas that the figures are of."""
    area = head.area
    if area is None or area.value is None or not (area.value.code or "").startswith(BY_THEMSELVES) or head.name:
        return head
    return attrs.evolve(head, area=None, name=text[area.start : area.end].strip(), at=area.start, to=area.end)


def with_partner(partner: Subject, flow: Subject, language: str) -> Subject | None:
    """Trade with a partner, as prose tells it: 对美国出口, "exports to Japan"."""
    role = {"TRADE:E": "trade_out", "TRADE:I": "trade_in", "TRADE:IE": "trade_both"}.get(flow.series.base or "")
    if role is None or not is_total(flow.series.breakdown):
        return None
    lead, what = word_list(language, f"table.{role}")
    label = f"{lead}{partner.label}{what}" if language == "zh" else f"{lead} {partner.label}"
    told = alone(label, None, language)
    if (told.series.breakdown or "").startswith(PARTNER):
        return told
    return Subject(label, Series(None, flow.series.base, partner.series.breakdown))
