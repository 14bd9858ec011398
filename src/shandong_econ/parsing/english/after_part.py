"""What goes on behind a part that was told by the way: "rose by 900, including 50 clinics, | to" 41,000."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.word_kinds import is_light
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.readings import Reading

BOTH = 2  # figures: of the whole, and of the part


def whole_behind_part(sentence: Progress, lead: Sequence[Token]) -> Reading | None:
    """The figure of the whole before a part, where "to" after a comma tells what the whole came to."""
    if lead and "link.of_which" in lead[0].roles:  # "1,200 | of them women, to"
        lead = lead[next((n for n, token in enumerate(lead) if token.mark), 0) :]
    if len(sentence.done) < BOTH or len(lead) < BOTH or lead[0].mark != "," or "link.to" not in lead[1].roles:
        return None
    if not all(map(is_light, lead[BOTH:])):
        return None
    start = sentence.done[-1].figure.start
    before = [token for token in sentence.tokens if token.start < start and not is_light(token)]
    after = [token for token in sentence.tokens if token.start > start]
    part = has_role((*before[-1:], *after[:1]), "link.of_which")
    return sentence.done[-BOTH] if part else None
