"""The forms of verbs that lead to an amount, made by the rules of English: "tops", "clinched", "shipped"."""

from __future__ import annotations

from functools import cache

from shandong_econ.lexicon.words import word_list, word_table

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "sh", "ch", "o")


@cache
def verb_forms() -> frozenset[str]:
    """Every form in which one of the verbs can stand between what is measured and its amount."""
    verbs, past_only = word_list("en", "leading_verbs.verbs"), word_list("en", "leading_verbs.past_only")
    irregular = word_table("en", "past")
    pasts = {irregular.get(verb) or _past(verb) for verb in (*verbs, *past_only)}
    return frozenset({*verbs, *map(_third, verbs), *map(_present, verbs), *pasts})


@cache
def irregular_pasts() -> frozenset[str]:
    """The past of the verbs that have one of their own: "began"."""
    return frozenset(word_table("en", "past").values())


def is_participle(word: str) -> bool:
    """Whether a word can be a past participle, by its form."""
    return word.endswith(word_list("en", "acting.passive_ends")) or word in _participles()


@cache
def _participles() -> frozenset[str]:
    return frozenset(word_list("en", "acting.participles"))


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if verb in word_list("en", "leading_verbs.doubling") else f"{verb}ed"


def _present(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if verb in word_list("en", "leading_verbs.doubling") else f"{verb}ing"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"
