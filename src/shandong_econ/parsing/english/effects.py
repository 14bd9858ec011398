"""What a price did to the index of all, told behind its own move: "fell by 3%, leading to a drop in it of" 0.2."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.word_kinds import is_change, is_light, sign_of, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT, PERCENT


def take_effect(words: Words, clues: Clues, lead: Sequence[Token], trail: Sequence[Token], unit: str | None) -> None:
    """Takes points by which the index of all moved for what the price added that was told before in the sentence."""
    told = unit in IN_PERCENT and families().get(words.scene.base or "") == "prices"
    if told and unit not in PERCENT and clues.words.partition(" of ")[0].endswith(word_list("en", "lifts.effects")):
        clues.says, clues.times = {Says.CONTRIBUTION}, []  # "the carryover effect of last year's price changes"
    if not told or Says.CONTRIBUTION in clues.says or not _does(lead):
        return
    # not "which was 0.7 points higher | than the overall rate"
    stop = next((n for n, token in enumerate(trail) if token.mark or "comparison.than" in token.roles), len(trail))
    behind = () if unit in PERCENT else trail[:stop]
    moved = _index_in(words, lead) or _index_in(words, behind)
    if moved:
        clues.says = {Says.CONTRIBUTION}
        signs = (_sign(token) for token in (*reversed(lead), *behind) if token.naming is None)
        clues.verb = next(filter(None, signs), 0)
        clues.relative, clues.words, clues.side, clues.noun, clues.is_to = moved, "", 0, 0, False


def _does(lead: Sequence[Token]) -> bool:
    """Whether a clause has no subject but what was told: ", meaning", "which led to", "and dragged down"."""
    related = has_word(lead[:3], "relative.words")
    said = [token for token in lead if not (token.mark or is_light(token) or token.word in word_set("relative.words"))]
    if not said or not lead[0].mark or said[0].naming is not None or said[0].areas:
        return False
    acts = said[0].word.partition(" ")[0].endswith(word_list("en", "acting.present"))
    comes_to = said[0].word.partition(" ")[0] in word_set("lifts.means")
    return related or ((acts or comes_to) and not is_change(said[0]))


def _sign(token: Token) -> int:
    return -1 if "contribution.negative" in token.roles else sign_of(token)


def _index_in(words: Words, tokens: Sequence[Token]) -> str:
    """The index of all, where words name it: "the overall price level"."""
    phrase = words.phrase(token for token in tokens if token.word not in word_set("over.articles"))
    found = (word for word in word_list("en", "lifts.objects") if f" {word.lower()} " in f" {phrase.lower()} ")
    return max(found, key=len, default="")
