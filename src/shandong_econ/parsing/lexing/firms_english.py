"""The names of firms, and of places by what they end with, each made one token of an English sentence."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.grammar.classes import AREA, FIRM, WORD, one_of
from shandong_econ.parsing.lexing.tokens import LOCAL, Token
from shandong_econ.parsing.lexing.vocabulary_english import english_words


def with_firms(text: str, classes: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """The names of firms, each as one token: words with capitals up to one that ends the name of a firm."""
    forms, areas = word_list("en", "entity.forms"), word_list("en", "local.areas")
    made: list[str] = []
    kept: list[Token] = []
    ends, kinds = english_words().ends_firm, english_words().ends_place
    for cls, token in zip(classes, tokens, strict=True):
        word = text[token.start : token.end]
        if word in kinds and made and made[-1] in _PLACED and _goes_before(text, kept[-1], token):
            what = kept[-1].what if made[-1] == AREA else LOCAL
            while word in areas and len(kept) > 1 and made[-2] in _PLACED and _goes_before(text, *kept[-2:]):
                made.pop(), kept.pop()
                what = LOCAL
            made[-1], kept[-1] = AREA, Token(kept[-1].start, token.end, what)
            continue
        last = word.rpartition(" ")[2] if " " in word else word
        if cls in _OF_NAMES and (last in ends or word[0].isupper()):
            if made and made[-1] == FIRM and word.startswith(_FORMS) and token.start - kept[-1].end <= len(", "):
                kept[-1] = kept[-1]._replace(end=token.end + (text[token.end : token.end + 1] == "." and word in forms))
                continue
            known = ends.get(last, ())
            end = next((one for one in known if text.endswith(one, 0, token.end)), None) if known else None
            if end is not None:
                k = len(kept)
                while k and kept[k - 1].start >= token.end - len(end):
                    k -= 1
                while (
                    k
                    and made[k - 1] in _OF_NAMES
                    and text[kept[k - 1].start].isupper()
                    and text[kept[k - 1].end : kept[k].start if k < len(kept) else token.start] in _INSIDE
                ):
                    k -= 1
                if (k < len(kept) and kept[k].start < token.end - len(end)) or (" " in word and word[0].isupper()):
                    start = kept[k].start if k < len(kept) else token.start
                    within = [kept[n].what for n in range(len(kept) - 1, k - 1, -1) if made[n] == AREA]
                    coded = [one for one in within if isinstance(one, tuple)]
                    placed = tuple(code for codes in coded for code in codes) if coded else next(iter(within), None)
                    dot = text[token.end : token.end + 1] == "." and word in forms
                    is_firm = end not in word_list("en", "entity.names")
                    made[k:] = [FIRM if is_firm else WORD]
                    kept[k:] = [Token(start, token.end + dot, placed if is_firm else None)]
                    continue
        made.append(cls)
        kept.append(token)
    return "".join(made), kept


def _goes_before(text: str, one: Token, other: Token) -> bool:
    return text[one.start].isupper() and text[one.end : other.start] == " "


_PLACED = one_of("WORD AREA ING NAME")
_OF_NAMES = one_of("WORD NAME AREA ING VERB")
_INSIDE = (" ", "-", "'s ", " of ")  # what may stand between the words of a name
_FORMS = ("Co", "Ltd")
