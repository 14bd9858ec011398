"""A share of things that are counted themselves: "94 percent of the village's | 380 households live off tourism"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import owns
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import COUNTED


def leads_to_whole(block: Sequence[Token]) -> bool:
    """Whether the words between two figures only say of which the first is a part: "of the", "of the village's"."""
    return bool(block) and block[0].word in word_set("whole.of") and all(map(_owns, block[1:]))


def _owns(token: Token) -> bool:
    return token.word in word_set("parts.between") or owns(token.word) or bool(token.areas)


def take_what_some_are(words: Words, clues: Clues, behind: Sequence[Token]) -> None:
    """Takes for what some of a number are called what they are said to be: "300 | of its 900 workers are engineers"."""
    at = next((n for n, token in enumerate(behind) if token.figure is not None), 0)
    if not at or not leads_to_whole(behind[:at]):
        return
    be = next((n for n in range(at + 1, len(behind)) if not is_plain(behind[n], or_named=True)), 0)
    if be > at + 1 and be + 1 < len(behind) and behind[be].word in word_set("passive.be"):
        noun = behind[be + 1 :]
        stop = next((n for n, token in enumerate(noun) if not is_plain(token, or_named=True)), len(noun))
        last = noun[stop - 1].word if stop and not is_participle(noun[0].word) else ""
        named = last.endswith("s") or last in word_set("people.words")
        if named and (stop == len(noun) or noun[stop].mark):
            clues.counted = words.phrase(noun[:stop])


def take_share_of_count(sentence: Progress, clues: Clues, lead: Sequence[Token], behind: Sequence[Token]) -> None:
    """Takes what a number right behind a percentage, or before it, counts for the whole of which that is a share."""
    told = sentence.done[-1] if sentence.done else None
    if told is not None and told.unit in COUNTED and lead and all(token.mark == "," for token in lead):
        before = [token for token in sentence.tokens if token.start < told.figure.start]
        if leads_to_whole(before) and clues.says <= {Says.SHARE, Says.PACE} and behind and not behind[0].mark:
            clues.says = {Says.SHARE}  # "Of the 380 households, 94 percent | live off tourism"
            clues.relative, clues.heads, clues.side = told.subject.label, True, 0
            clues.did = f"{clues.relative} {clues.did}".strip()
            return
    words = sentence.words
    at = next((n for n, token in enumerate(behind) if token.figure is not None), 0)
    whole = behind[at].figure if at else None
    if whole is None or whole.unit not in COUNTED | {None} or whole.ordinal:
        return
    crew = behind[at - 1].word in word_set("parts.of") and behind[at - 2].word in word_set("bare.crews")
    if leads_to_whole(behind[: at - 2 * crew]):  # "of its staff of | 240"
        counted = behind[at - 2].word if crew else words.counted(behind[at + 1 :])
        if counted and not clues.heads:
            clues.says.add(Says.SHARE)
            clues.relative, clues.heads = counted, True
            clues.did = clues.did or ("" if crew else words.whole(behind[at + 1 :]))
