"""Verbs that no list has, by their form and what stands beside them: "collapsed to", "are heading for", "has gone".

And words that can be a verb and a noun: before a figure they are the verb, "the county houses 400 firms", and after a
noun, before a mark, a link or another verb, the noun: "tourist numbers", "their regular pay in May was".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.deeds import people
from shandong_econ.lexicon.words import roles, word_list
from shandong_econ.parsing.english.listed_words import places_of
from shandong_econ.parsing.english.role_classes import FORESEEN
from shandong_econ.parsing.english.verb_forms import irregular_pasts, is_participle, verb_forms
from shandong_econ.parsing.english.words import Words, is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.lexis import NOTHING
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
    leads = word_set("acting.objects") | word_set("particle.words")
    if not n:  # what stands before it only framed: "the city has | set | its growth target", "offset by a surplus"
        return _is_done_by(tokens) or (_acted(tokens[0].word) and any(t.word in leads for t in tokens[1:2]))
    before = tokens[n - 1]
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
        return _acted(tokens[n].word)  # "firms | developed rapidly," earning 4 billion yuan
    if _names_series(tokens[:n]) and _opens_object(tokens[n + 1 :]):
        return _acted(tokens[n].word)  # "exports of the city | surprised analysts," growing by 6 percent
    if following in word_set("particle.words") and not is_change(tokens[n]):
        return _acted(tokens[n].word)  # "the city | rang up | a GDP of"
    if following in word_set("acting.objects"):
        return ending(word_list("en", "acting.ends")) or _acted(tokens[n].word)
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


def _acted(word: str) -> bool:
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


def turn_to_nouns(tokens: Sequence[Token]) -> None:
    """Takes the part of a verb from the pieces that can be a verb and a noun where they are the noun.

    And that of an adverb from one between a number and an adjective, "9 million economically inactive people", and of a
    place from one in the name of those who live there: "country folk", "city dwellers".
    """
    for n, token in enumerate(tokens):
        if not token.roles:
            continue
        noun = (token.word in word_set("acting.or_noun") and _is_noun(tokens, n)) or _is_thing_that_costs(tokens, n)
        noun = noun or _is_said_of_amount(tokens, n)
        if noun or _is_of_noun(tokens, n) or _tells_which(tokens, n) or _names_people(tokens[n : n + 2]):
            token.roles = NOTHING


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


def _names_people(tokens: Sequence[Token]) -> bool:
    """Whether two pieces are the name of those who live in towns or in the country."""
    return " ".join(token.word for token in tokens) in people("en")


def _tells_which(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word that can be a verb is an adjective, between an article and a noun: "the | sold | floor space"."""
    if not 0 < n < len(tokens) - 1:
        return False
    done = is_verb(tokens[n]) and tokens[n].word in word_set("participle.deeds")
    told = done or tokens[n].word in word_set("adjective.words")
    return told and tokens[n - 1].word in word_set("over.articles") and is_plain(tokens[n + 1], or_named=True)


def _is_of_noun(tokens: Sequence[Token], n: int) -> bool:
    """Whether an adverb stands between a number that counts and the adjective of what it counts."""
    if not (n and tokens[n].word.endswith("ly") and (figure := tokens[n - 1].figure) is not None):
        return False
    return figure.unit is None and all(is_plain(token, or_named=True) for token in tokens[n + 1 : n + 3])


def _is_said_of_amount(tokens: Sequence[Token], n: int) -> bool:
    """Whether a participle of change tells what became of so much: "there were 90 days | lost | to floods"."""
    if n < 2 or tokens[n - 1].figure is None or tokens[n - 2].word not in word_set("some_of.there"):
        return False
    leads = n + 1 < len(tokens) and "link.preposition" in tokens[n + 1].roles
    return leads and is_change(tokens[n]) and _acted(tokens[n].word)


def _is_thing_that_costs(tokens: Sequence[Token], n: int) -> bool:
    """Whether a noun of change is a thing that has a price: "an | expansion | costing"."""
    if n + 1 >= len(tokens) or tokens[n + 1].word not in word_set("told_by_verb.costing"):
        return False
    return is_change(tokens[n]) and (
        n == 0 or tokens[n - 1].word in word_set("class.articles") | word_set("acting.articles")
    )


def _is_noun(tokens: Sequence[Token], n: int) -> bool:
    after = tokens[n + 1] if n + 1 < len(tokens) else None
    if not n or tokens[n - 1].time is not None or tokens[n - 1].mark == ":":
        if after is None:
            return False
        nouns = is_plain(after, or_named=True) or is_verb(after)  # "Total pay", "Pay accounted for"
        return nouns or after.word in word_set("acting.after_noun")  # "Pay for"
    before = tokens[n - 1]
    if before.figure is not None:
        ends = after is not None and (bool(after.mark) or after.time is not None or "link.preposition" in after.roles)
        return ends and before.figure.unit is None  # "a studio with 12 hosts,", "712,000 posts in"
    begins = before.mark == "," or before.word in word_set("clause.words")
    if begins and after is not None and after.word in word_set("acting.after_noun"):
        return True  # "while pay excluding bonuses was"
    if before.areas and after is not None and "link.preposition" in after.roles:
        return False  # "Qingdao stays on top"
    nouns = is_plain(before, or_named=True) or before.word in word_set("acting.before_noun") or bool(before.areas)
    nouns = nouns or (is_verb(before) and after is not None and after.word in word_set("share.of"))  # "bore costs of"
    if not nouns or before.word in word_set("relative.that"):
        return False
    if after is None or after.mark or after.time is not None:
        return True
    if after.figure is not None or after.word in word_set("told.from"):
        return False
    opening = after.word.partition(" ")[0]  # "the cost | per hundred yuan of revenue"
    return is_verb(after) or is_change(after) or opening in word_set("acting.after_noun")
