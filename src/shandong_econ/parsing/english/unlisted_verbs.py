"""Verbs that no list has, by their form and what stands beside them: "collapsed to", "are heading for", "has gone"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import roles, word_list
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.role_classes import FORESEEN
from shandong_econ.parsing.english.verb_forms import irregular_pasts, is_participle, verb_forms
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.tokens import Token, has_role, is_of_place
from shandong_econ.parsing.resolving.unit_classes import MONEY, PERCENT

SHORTEST_VERB = 5  # letters of a form in -ed: "added", not "red"


def leads_to_figure(tokens: Sequence[Token], n: int) -> bool:
    """Whether piece n, right before a figure or the link to it, is a verb."""
    if n < 1 or not is_plain(tokens[n]):
        return False
    word = tokens[n].word
    if word in word_set("acting.or_noun") and n + 1 < len(tokens) and tokens[n + 1].word in word_set("told.by_only"):
        return False  # "and regular pay | by" 2.8 percent
    if word in verb_forms() or word in word_set("acting.irregular"):
        return True
    if word.endswith(word_list("en", "acting.past")) and len(word) >= SHORTEST_VERB:
        return True
    before = _before(tokens, n)
    if before in word_set("passive.be"):
        return word.endswith(word_list("en", "acting.present")) or word in word_set("acting.after_be")
    return before in word_set("acting.perfect") and word in word_set("acting.participles")


def _before(tokens: Sequence[Token], n: int) -> str:
    """The word before piece n, but for adverbs."""
    n -= 1
    while n and is_light(tokens[n]) and tokens[n].word not in word_set("acting.perfect") | word_set("acting.modals"):
        n -= 1
    return tokens[n].word


def acts_first(tokens: Sequence[Token]) -> bool:
    """Whether words begin with a verb, but for adverbs, and not with a rise or fall."""
    first = next((token for token in tokens if not is_light(token) or token.word in word_set("acting.perfect")), None)
    if first is None or is_change(first):
        return False
    plain = is_plain(first) and first.word.endswith(word_list("en", "acting.past"))
    return is_verb(first) or plain or first.word in word_set("acting.perfect")


def acts(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word is a verb, by its form and its object: "imports moved the other way"."""
    if not is_plain(tokens[n]) or tokens[n].word in word_set("acting.or_noun"):
        return False
    prefix, hyphen, _ = tokens[n].word.partition("-")
    if hyphen and prefix not in word_set("acting.prefixes"):
        return False  # "smoking-related deaths", not "re-opened the mine"
    leads = word_set("acting.objects") | word_set("particle.words")
    if not n:  # what stands before it only framed: "the city has | set | its growth target", "offset by a surplus"
        return _is_done_by(tokens) or (acted(tokens[0].word) and any(t.word in leads for t in tokens[1:2]))
    before = tokens[n - 1]
    if before.word in word_set("participle.of_those") and is_participle(tokens[n].word):
        return False  # "those | funded by | foreign investors"
    persons = word_set("pronoun.persons") & word_set("carry_on.pronouns")
    if before.word in persons and tokens[n].word.endswith(word_list("en", "acting.past")):
        return True  # "she pointed to services, which"
    if before.word.endswith("s") and is_plain(before) and tokens[n].word in word_set("acting.irregular"):
        return True  # "insurers wrote premiums of"
    if _before(tokens, n) in word_set("acting.modals") or (
        "link.filler" in before.roles and before.word.endswith(" to")
    ):
        return True  # "he can | earn | a net income of", "it continued to | make | adjustments"
    if _before(tokens, n) in word_set("passive.be") and tokens[n].word.endswith(word_list("en", "acting.present")):
        return True  # "the sectors are | developing | fast"
    after = is_plain(before, or_named=True) or is_verb(before) or "link.filler" in before.roles or is_of_place(before)
    if not (after or before.word in word_set("relative.words")):  # "which gives a birth rate of"
        return False
    if n + 1 == len(tokens):  # right before the figure: "each visitor parted | with 1,200 yuan"
        return tokens[n].word.endswith(word_list("en", "acting.past"))
    following = tokens[n + 1].word
    ending = tokens[n].word.endswith
    if following.endswith(word_list("en", "adverbs.endings")) and any(one.mark for one in tokens[n + 2 : n + 3]):
        return acted(tokens[n].word)  # "firms | developed rapidly," earning 4 billion yuan
    if _names_series(tokens[:n]) and _opens_object(tokens[n + 1 :]):
        return acted(tokens[n].word)  # "exports of the city | surprised analysts," growing by 6 percent
    if following in word_set("particle.words") and not is_change(tokens[n]):
        return acted(tokens[n].word)  # "the city | rang up | a GDP of"
    if following in word_set("acting.objects"):
        return ending(word_list("en", "acting.ends")) or acted(tokens[n].word)
    return _is_done_by(tokens[n:])


def _is_done_by(tokens: Sequence[Token]) -> bool:
    """Whether words begin with what was done by something: "partly | offset by a surplus"."""
    return len(tokens) > 1 and tokens[1].word in word_set("acting.agents") and is_participle(tokens[0].word)


def _names_series(tokens: Sequence[Token]) -> bool:
    """Whether words end with the name of a series, but for where that is: "foreign trade in Fuzhou"."""
    end = len(tokens)
    while end > 1 and (
        is_of_place(tokens[end - 1]) or tokens[end - 1].word in word_set("area.at") | word_set("parts.of")
    ):
        end -= 1
    return tokens[end - 1].naming is not None


def _opens_object(tokens: Sequence[Token]) -> bool:
    """Whether words begin with what is done or shown, but for how: "steady growth", "analysts", "an expected rise"."""
    if not FORESEEN.isdisjoint(tokens[0].roles):
        return True
    first = next((token for token in tokens if not is_light(token)), None)
    return first is not None and (is_plain(first) or (first is not tokens[0] and is_change(first)))


def without_gaining(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words without the verb of no list that leads to a rise or a fall: "private firms, | managed | a gain of"."""
    for n, token in enumerate(tokens[:-2]):
        if not (n and tokens[n - 1].mark == "," and is_plain(token)):
            continue
        if not token.word.endswith(word_list("en", "acting.past")):
            continue
        if tokens[n + 1].word in word_set("acting.articles") and is_change(tokens[n + 2]):
            return [*tokens[:n], *tokens[n + 1 :]]
    return tokens


def acted(word: str) -> bool:
    """Whether a word has the form of a past."""
    irregular = word_set("acting.plain_pasts") | word_set("acting.irregular") | irregular_pasts()
    return word.endswith(word_list("en", "acting.past")) or word in irregular


def what_was_done(words: Words, trail: Sequence[Token]) -> str:
    """What was done with an amount that opens its sentence: "90 billion kWh (was) | sent to other provinces", or ""."""
    helps = word_set("passive.be") | word_set("acting.modals")
    done = trail[next((n for n, token in enumerate(trail) if token.word not in helps), 0) :]
    if len(done) < len(("sent", "to")) or "link.preposition" not in done[1].roles or done[0].naming is not None:
        return ""
    went = is_participle(done[0].word) or done[0].word in word_set("acting.departing")
    return words.whole(done) if went else ""


def with_losses(tokens: Sequence[Token]) -> list[Token]:
    """The pieces with "loss of" before an amount of money, as a noun and its link where it tells no fall again."""
    parted = list(tokens)
    for n in reversed(places_of(tokens, "losses.of")):
        if _is_of_money(tokens[n + 1 :]) and not _tells_fall(tokens[:n]):
            noun, _, link = tokens[n].word.partition(" ")
            start, end = tokens[n].start, tokens[n].end
            parted[n : n + 1] = [
                Token(start, start + len(noun), word=noun),
                Token(end - len(link), end, roles("en")[link], word=link),
            ]
    return parted


def _tells_fall(before: Sequence[Token]) -> bool:
    """Whether words tell of a fall in percent, and then with a comma again of it: "fell 8 percent to 5 billion, a"."""
    again = len(before) > 1 and before[-2].mark == "," and before[-1].word in word_set("acting.articles")
    falls = has_role(before, "change.down")
    return again and falls and any(token.figure is not None and token.figure.unit in PERCENT for token in before)


def _is_of_money(rest: Sequence[Token]) -> bool:
    """Whether the next figure, but for a hedge, is an amount of money."""
    first = next((token for token in rest if not is_light(token)), None)
    return first is not None and first.figure is not None and (first.figure.unit in MONEY or first.figure.power > 0)
