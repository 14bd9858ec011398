"""The words that trail a group of figures: those up to the next, or those after the next where they are for both."""

from __future__ import annotations

from shandong_econ.parsing.english.groups import Group
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.plans import is_goal
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.share_of_count import leads_to_whole
from shandong_econ.parsing.english.word_kinds import is_light, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import PERCENT

NEAR = 7  # pieces after an aside that may still be of the figure before it
LONGEST_MORE = 6  # pieces of "more than at the start of the year"


def trail_of(sentence: Progress, pieces: Pieces, block: list[Token], own: int, following: Group) -> list[Token]:
    """The words after a group, or those after the next where they are for both: "six of the eight categories"."""
    after = following.last + 1
    words = [token.word for token in block]
    if words == [",", "or"] and pieces.word(after) == ",":
        return sentence.tokens[after + 1 : after + 1 + NEAR]  # "84 million, or 60 percent, was from private firms"
    closing = next((k for k in range(after, min(after + NEAR, len(pieces.tokens))) if pieces.word(k) == ")"), None)
    if words and words[0] == "(" and len(words) < 4 and closing is not None:
        behind = sentence.tokens[closing + 1 : closing + NEAR]
        stop = next((n for n, token in enumerate(behind) if token.figure is not None), NEAR)
        return behind[:stop]  # "a fall of 1.2 billion yuan (2.9%) on the month and of 5.7% on the year"
    if words and words[0] == "of" and len(words) < 4 and is_goal(sentence.tokens[after : after + 1]):
        return [*block, *sentence.tokens[after : after + 1]]  # "30.4 percent of the 850,000 target"
    if words == ["or"] and _tells_more(sentence.tokens[after : after + 1]):
        return sentence.tokens[after : after + LONGEST_MORE]  # "11 percent or 758 billion yuan more than in May"
    if shared := _said_of_both(pieces, block, following):
        return shared
    if own == 1 and len(block) == 2 and _tells_more(block[:1]) and _tells_more(sentence.tokens[after : after + 1]):
        return [block[0], *sentence.tokens[after + 1 : after + LONGEST_MORE]]  # "2 points lower and 3 higher than"
    if leads_to_whole(block):
        sentence.said.is_part = True
        return sentence.tokens[after : after + 5]
    if words and words[-1] in word_set("parts.out_of"):
        sentence.said.is_part = True  # "32 industries within 41 divisions"
    return block[:own]


def _tells_more(tokens: list[Token]) -> bool:
    return any("change.more" in token.roles or "change.less" in token.roles for token in tokens)


def _said_of_both(pieces: Pieces, block: list[Token], following: Group) -> list[Token]:
    """What stands behind the second of two percentages of one move: "5% in nominal and 3% in real terms | above"."""
    two = (pieces.tokens[following.first - len(block) - 1].figure, following.figures[-1].figure)
    if any(figure is None or figure.unit not in PERCENT for figure in two):
        return []
    if not any("link.list" in token.roles for token in block) or not all(map(_tells_which, block)):
        return []
    behind = list(pieces.tokens[following.last + 1 :][:LONGEST_MORE])
    start = next((n for n, token in enumerate(behind) if not _tells_which(token)), len(behind))
    return behind[start:] if _tells_more(behind[start : start + 1]) else []


def _tells_which(token: Token) -> bool:
    """Whether a word tells no more than of which growth a percentage is: "in real terms", "and in value"."""
    if _tells_more([token]):
        return False
    which = "link.list" in token.roles or "link.preposition" in token.roles or token.word in word_set("parts.of_what")
    return which or is_light(token) or token.mark == ","
