"""What is said of the subject between its noun and the verb: "apples | shipped by growers in Luochuan | totaled"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.verb_forms import is_participle
from shandong_econ.parsing.english.who_says import opens_what_is_told
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, tells, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token

Tokens = Sequence[Token]


def without_modifier(words: Words, tokens: Tokens, verbs: Tokens) -> tuple[Tokens, Tokens]:
    """The words before `verbs` up to the participle or the clause that tells more of their noun, and that itself.

    Nothing is cut off that is part of the name of a series, or that tells which people are meant.
    """
    inner = sum(is_verb(token) for token in verbs) > 1  # "that Wuhan signed this year | numbered"
    begin = max((n + 1 for n, token in enumerate(tokens) if token.mark or opens_what_is_told(tokens, n)), default=0)
    for n in range(begin + 1, len(tokens) - 1):
        if _tells_who(tokens[begin : n + 1]):
            break  # "the proportion of people | who were in work"
        if _is_noun(tokens[n - 1]) and _opens(words, tokens, n, inner=inner):
            whole = name_series_english(words.phrase(tokens[begin:]), words.scene.base)
            if whole.code is not None or (whole.base is None and whole.breakdown is not None):
                break
            if _is_theirs(words, tokens[begin:n], tokens[n + 1 :]):
                return [*tokens[:n], *tokens[n + 2 :]], ()
            return tokens[:n], tokens[n:]
    if inner and len(tokens) - begin > 1 and _is_noun(tokens[-2]):
        last = tokens[-1]
        if _does(words, last) and not last.areas:  # not "its neighbor Ganzhou recorded growth of"
            return tokens[:-1], tokens[-1:]  # "the tractors | they" built numbered
    return tokens, ()


def _tells_who(tokens: Tokens) -> bool:
    """Whether a clause opens at the last of some words that tells which people are meant."""
    if tokens[-1].word not in word_set("relative.persons"):
        return False
    return any(token.word.rpartition(" ")[2] in word_set("unit_names.of_anybody") for token in tokens)


def _is_theirs(words: Words, noun: Tokens, agent: Tokens) -> bool:
    """Whether what was made by somebody, or of something, is a series of theirs: "value added | created by | shops"."""
    if agent[0].word not in word_set("acting.agents") and "link.from" not in agent[0].roles:
        return False
    theirs = words.phrase([*noun, *agent[1:]])
    return series_named(theirs, words.scene.base, words.scene.places.local_places).code is not None


def named_by_deed(words: Words, noun: str, modifier: Tokens, verbs: Tokens) -> str:
    """A noun with what a place did, where both name a series: "the goods that Hainan | exported" rose."""
    said = modifier[1:] if modifier and modifier[0].word in word_set("relative.that") else modifier
    here = [one for one in said[1:] if one.areas or "link.preposition" in one.roles]
    done = bool(said) and is_participle(said[0].word) and len(here) == len(said) - 1  # not "exported | to Japan"
    if not said or not (said[0].areas or "area.home" in said[0].roles or done):
        return ""
    main = next((n for n, one in enumerate(verbs) if n and one.naming is None and tells(one)), len(verbs) - 1)
    phrase = f"{noun} {words.phrase(said[:1] if done else [*said[1:], *verbs[:main]])}"
    return phrase if name_series_english(phrase, words.scene.base).code is not None else ""


def narrows(words: Words, modifier: Tokens, noun: Tokens) -> bool:
    """Whether a modifier makes of what it is said of less than the series of its noun, or another one.

    It does so where it names a part ("loans to small firms"), and where a product is not told for having been made.
    """
    if any(token.naming is not None and token.naming.breakdown is not None for token in modifier):
        said = words.phrase([*noun, *modifier])  # but not "jobs | created in towns in Hunan"
        return series_named(said, words.scene.base, words.scene.places.local_places).code is None
    product = name_series_english(words.phrase(noun), None)
    alone = product.base is None and (product.breakdown or "").startswith("P:")
    return bool(modifier) and alone and not has_word(modifier, "acting.making")


def _opens(words: Words, tokens: Tokens, n: int, *, inner: bool) -> bool:
    """Whether a participle, a relative clause or a clause without its pronoun begins at a place."""
    token, word = tokens[n], tokens[n].word
    if word in word_set("relative.that"):
        return inner or any(map(_acts, tokens[n + 1 :]))
    if _is_participle(token, word):
        return _follows_verb(tokens[n + 1])
    if word in word_set("pronoun.subjects"):
        return True
    if _does(words, token):
        return any(map(is_verb, tokens[n + 1 :]))
    return word in word_set("acting.objects") and any(map(is_verb, tokens[n + 2 :]))


def _does(words: Words, token: Token) -> bool:
    """Whether a place or a pronoun can be who does what a clause without its pronoun tells."""
    place = token.areas or ("area.home" in token.roles and " " in token.word)  # "the province", not "coastal province"
    pronoun = token.word in word_set("pronoun.subjects") or token.word in word_set("carry_on.pronouns")
    return bool(place or pronoun) and not words.name(token).endswith("s")


def _is_participle(token: Token, word: str) -> bool:
    named = token.naming is not None or token.areas or "noun.words" in token.roles  # "hours worked"
    return not (named or is_change(token)) and is_participle(word)


def _follows_verb(token: Token) -> bool:
    """Whether a word leads on to by whom, where or when something is done."""
    return token.time is not None or (token.naming is None and not _LEADS.isdisjoint(token.roles))


def _acts(token: Token) -> bool:
    return is_verb(token) or token.word.endswith(word_list("en", "acting.past"))


def _is_noun(token: Token) -> bool:
    if token.mark or token.time is not None or token.figure is not None or token.areas:
        return False
    return token.naming is not None or not token.roles or "noun.words" in token.roles


_LEADS = frozenset({"link.preposition", "link.by", "link.to"})
