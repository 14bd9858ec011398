"""How figures are told by the words that lead to them: by the way, for a cause, as a share, from where to where."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.chunks import tells_why
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.opening_frames import tell_of_what
from shandong_econ.parsing.english.possessives import note_owner, owner_word
from shandong_econ.parsing.english.projects import attends
from shandong_econ.parsing.english.relatives import keep_by_the_way, restricts
from shandong_econ.parsing.english.seeming import is_share, is_told_in_percent, opens_with_share
from shandong_econ.parsing.english.swings import swung_from
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token, is_of_place
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import PERCENT, RATES

LAST = 4  # pieces before a figure within which the verb is that it is the object of
NEAR_CAUSE = 2  # pieces of a clause among which "because" stands
_NONE = Token(0, 0)


def see_manner(
    words: Words, clues: Clues, tokens: Sequence[Token], n: int, rest: Sequence[Token], unit: str | None
) -> None:
    """Adds how the figures behind these words are told; the verb begins at piece n, after the `rest`."""
    clues.pronoun = owner_word(rest if Says.SHARE_NOUN not in clues.says else tokens)  # "their | shares of GDP"
    if clues.pronoun:
        note_owner(words, tokens, clues.pronoun)
    tell_of_what(words, clues, tokens)
    clues.instead = next((t.word for t in rest if _stands_for(t)), "")
    clues.relates = restricts(tokens)
    clues.by_place = _is_done_by_place(tokens)
    clues.aims = not word_set("ahead.goals").isdisjoint([token.word.rpartition(" ")[2] for token in tokens])
    clues.caused = bool(tokens) and bool(tokens[0].mark) and tells_why(tokens, 0)
    clues.because = has_word(tokens[:NEAR_CAUSE], "clause.causes")
    keep_by_the_way(clues, tokens)
    if unit is None and has_word(tokens[n:], "told.numbering"):
        brought = clues.words.lower() in word_set("back.whole")  # "bringing the total | number | to 142"
        clues.counted, clues.words = ("", "") if brought else (clues.words, clues.words)  # "companies numbered 70"
    if (
        unit in PERCENT
        and (is_share(clues.words) or opens_with_share(tokens))
        and not is_told_in_percent(words, clues.words)
    ):
        clues.says.add(Says.SHARE_NOUN)
    if clues.verb and unit not in RATES and _goes_past(tokens):
        clues.is_to = True
    if clues.verb and _starts_from(tokens):
        clues.says.add(Says.FROM)
    elif result := swung_from(words, tokens):
        clues.says.add(Says.FROM)
        if not clues.words.endswith(f" {result}") or " from " in clues.words:  # not "the trade surplus"
            clues.words = result
    if unit in PERCENT and len(tokens) > 1 and tokens[-1].word in word_set("moves.at") and is_change(tokens[-2]):
        clues.is_to = False  # "it is growing at" 3 percent
    last = next((t for t in reversed(tokens) if not is_light(t)), _NONE)
    clues.also, clues.absolute = last.word == "or", last.word == "with"
    clues.equals = _equals(clues, tokens)
    clues.part = unit in PERCENT and "link.of_which" in last.roles and last.word in word_set("share.of_which")
    clues.spends = has_word(tokens[-LAST:], "spending.verbs")
    clues.attends = attends(tokens)
    clues.article = bool(tokens) and tokens[-1].word in word_set("acting.articles")
    clues.definite = bool(tokens) and tokens[-1].word in word_set("over.articles")
    clues.carries_on = not clues.words and not clues.says - {Says.FROM} and not clues.verb


def _starts_from(tokens: Sequence[Token]) -> bool:
    """Whether a change is told from which something turned: "swung from a rise of" 5 percent "in May to a fall"."""
    n = len(tokens)
    changes = False
    while n and tokens[n - 1].word != "from":
        token = tokens[n - 1]
        if not (is_change(token) or is_minor(token)) or token.mark or token.time is not None:
            return False
        changes |= is_change(token)
        n -= 1
    return n > 0 and changes


def _is_done_by_place(tokens: Sequence[Token]) -> bool:
    """Whether a place does what the words tell, and nothing in it: "the province still supplied", not "trade in it"."""
    at = next((n for n in reversed(range(len(tokens))) if is_of_place(tokens[n])), None)
    if at is None or at + 1 == len(tokens) or any(t.mark or t.time is not None for t in tokens[at + 1 :]):
        return False
    before = next((token for token in reversed(tokens[:at]) if not is_light(token)), _NONE)
    return "link.preposition" not in before.roles


def _goes_past(tokens: Sequence[Token]) -> bool:
    """Whether a rise or a fall leads right past an amount, not by it: "sank below" 14 yuan."""
    return len(tokens) > 1 and tokens[-1].word in word_set("brought.past") and is_change(tokens[-2])


def _stands_for(token: Token) -> bool:
    """Whether a word stands for what was told of before something: "those of", not "the growth of"."""
    if "link.that_of" not in token.roles or token.naming is not None:
        return False
    return word_set("growth_nouns.words").isdisjoint(token.word.split())


def _equals(clues: Clues, tokens: Sequence[Token]) -> bool:
    """Whether words only tell what else an amount is: "13 million lived in towns, | which is" 53 percent."""
    said = [token for token in tokens if not token.mark]
    return bool(said) and said[0].word in word_set("relative.words") and not clues.words and _only_states(said[1:])


def _only_states(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and all(not is_change(one) and (is_light(one) or is_verb(one)) for one in tokens)
