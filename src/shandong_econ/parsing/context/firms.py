"""Who: the firm, or what else has a name, that a clause names or takes up."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_at, word_list
from shandong_econ.parsing.clauses import Clause
from shandong_econ.parsing.told import Told


def firm_of(text: str, clause: Clause, named: Told[str] | None, *, opens: bool) -> Told[str] | None:
    """The firm that a clause names, or takes up by what the name of the one `named` last ends with: 电站, 该公司."""
    holder = clause.holder
    if holder is not None and holder.is_place:
        return None
    start = holder.start if holder is not None else clause.phrases[0].start if opens and clause.phrases else None
    placed = holder is None and clause.places and clause.places[-1].token.end == start  # 全省电站 are others
    if start is not None and named is not None and not placed:
        pointing = text.startswith(word_list("zh", "entity.again"), start)
        at = start + len(word_at(text, start, "zh", "entity.again")) if pointing else start
        if (pointing or holder is None) and _ends_with_what_begins(named.value, text, at):
            return Told(named.value, start, at)
    return None if holder is None else Told(holder.name, holder.start, holder.end)


def _ends_with_what_begins(name: str, text: str, at: int) -> bool:
    """Whether a stretch of text begins with two or more characters with which a longer Chinese name ends."""
    may_be = text[at : at + 2] in name[1:] and not name.isascii()
    return may_be and any(text.startswith(name[cut:], at) for cut in range(1, len(name) - 1))


def owns(text: str, clause: Clause, *, opens_paragraph: bool) -> bool:
    """Whether what a clause names has the figures after it: not 开工…电站, nor on the way what was built (…建成)."""
    done = clause.verb is not None and clause.holder is not None and clause.verb[0] < clause.holder.start
    ends = word_list("zh", "entity.events") if clause.mark and not opens_paragraph else ()
    return not done and not text.endswith(ends, clause.start, clause.end)
