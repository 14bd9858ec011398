"""Groups of places told of by what they are: "the eastern region", "the belt", "the nine cities of the delta"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION, area_words
from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_words import has_word, joins_items, noun_of
from shandong_econ.parsing.english.word_kinds import is_plain, word_set
from shandong_econ.parsing.finding.places import OWN_CODE, code_called
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.scene import Scene


def with_groups_of_places(scene: Scene, tokens: Sequence[Token]) -> list[Token]:
    """The pieces of a sentence with what each group of places is called as a place, while that is read."""
    kept = list[Token]()
    for token in tokens:
        if kept and (part := _part(scene, kept[-1], token.word)) is not None:
            kept[-1] = Token(part.start, token.end, word=part.word, areas=part.areas)
            at = len(kept) - 1  # "the eastern, central and | western regions"
            while at > 1 and joins_items(kept[at - 1]) and (part := _part(scene, kept[at - 2], token.word)) is not None:
                kept[at - 2], at = part, at - 2
        else:
            kept.append(token)
    found, n = list[Token](), 0
    while n < len(kept):
        end, code = _end_of_group(scene, kept, n) if kept[n].word in word_set("name.articles") else (n, "")
        if end > n:
            found.append(_place(scene, kept[n:end], code))
        else:
            found.append(kept[n])
        n = max(end, n + 1)
    return found


def _place(scene: Scene, tokens: Sequence[Token], code: str) -> Token:
    """The words for a group of places as one place; how many they are measures nothing."""
    for token in tokens:
        scene.account.judge("name", token)
    said = " ".join(token.word for token in tokens)
    scene.places.local_places |= {noun_of(said)}
    return Token(tokens[0].start, tokens[-1].end, word=said, areas=(code,))


def _part(scene: Scene, token: Token, noun: str) -> Token | None:
    """A word with the noun that makes it the name of a part of the country."""
    home, noun_said = scene.places.home, noun_of(noun)
    if token.areas or token.mark or not (noun_said in word_set("area.divisions") or noun_said == _REGION):
        return None
    code = code_called(f"{token.word} {_REGION}") or ""
    if not code.startswith(OWN_CODE) or not (home is None or home.code == NATION or _is_group(home)):
        return None
    scene.places.local_places |= {f"{token.word} {noun_said}"}
    return Token(token.start, token.end, word=f"{token.word} {noun}", areas=(code,))


_REGION = "region"


def _is_group(area: Area | None) -> bool:
    return area is not None and (area.code or "").startswith(OWN_CODE)


def _end_of_group(scene: Scene, tokens: Sequence[Token], n: int) -> tuple[int, str]:
    """Where the words for a group of places end that begin at an article, and its code; or n."""
    words = [token.word for token in tokens[n + 1 : n + 3]]
    at = n + 1
    if code := _called(scene, " ".join(words)) or _called(scene, *words[:1]):
        at += 1 + (noun_of(words[0]) not in _nouns()[code])  # "the | bay area"
    end = _end_of_members(tokens, at)
    counted = end > at and tokens[at].figure is not None
    behind = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].word in word_set("name.articles"))
    if end > at and behind < len(tokens) and "link.preposition" in tokens[end].roles:
        group = tokens[behind].areas[:1] or (_called(scene, tokens[behind].word),)
        if group[0].startswith(OWN_CODE):
            return (behind + 1, group[0]) if not _are_some(tokens, n) else (n, "")
    if not counted or _are_some(tokens, n):
        return (at, code) if code else (n, "")
    within = n > 1 and tokens[n - 1].word in word_set("area.at") | word_set("parts.of")
    code = code or "".join(tokens[end - 1].areas) or _spoken_of(scene, within=within)
    return (end, code) if code else (n, "")


def _end_of_members(tokens: Sequence[Token], n: int) -> int:
    """Where the words for the places of a group end: "11 provincial-level regions", or n."""
    number = tokens[n].figure if n < len(tokens) else None
    at = n + (number is not None and number.unit is None)
    for k in range(at, min(at + LONGEST, len(tokens))):
        if tokens[k].areas and tokens[k].word.rpartition(" ")[2] in word_set("area.divisions"):
            return k + 1  # "northeastern provinces"
        if tokens[k].word in word_set("area.divisions"):
            both = has_role(tokens[k + 1 : k + 2], "link.list") and has_word(tokens[k + 2 : k + 3], "area.divisions")
            return k + 1 + 2 * both  # "provinces and | municipalities"
        if not is_plain(tokens[k]):
            break
    return n


LONGEST = 3  # pieces of "coastal provincial-level regions"


def _are_some(tokens: Sequence[Token], n: int) -> bool:
    """Whether some of the places of a group are counted next: "of the 11 regions, six"."""
    if has_word(tokens[n - 1 : n], "within.among"):
        return True
    return has_word(tokens[n - 1 : n], "parts.of") and (n == 1 or tokens[n - 2].figure is not None)  # "105 of the 111"


def _spoken_of(scene: Scene, *, within: bool) -> str:
    """The code of the group of which the text tells, or of its home where all of its parts are meant; or ""."""
    home, last = scene.places.home, [one for one in scene.places.named if one.code != NATION][-1:]
    if within or _is_group(home):
        last = [] if home is None else [home]
    elif home is not None and home.code != NATION:
        return ""
    return (last[0].code or "") if last and (within or _is_group(last[0])) else ""


def _called(scene: Scene, word: str = "") -> str:
    """The code of the group named last that is called by a noun: "the belt", "the delta's"; or ""."""
    noun = noun_of(word)
    near = [scene.places.home, *reversed(scene.places.named)]
    known = ((one.code or "") for one in near if one is not None and _is_group(one))
    return next((code for code in known if noun in _nouns().get(code, ())), "")


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """By which nouns each group of places is called: the belt, the bay area; not "the area"."""
    zones, found = word_set("zone.nouns"), dict[str, frozenset[str]]()
    for row in area_words():
        names = [name.casefold().split() for name in row.words_en if row.code.startswith(OWN_CODE)]
        ends = (" ".join(name[-2:] if name[-1] in zones else name[-1:]) for name in names)
        found[row.code] = frozenset(end for end in ends if end != _REGION)
    return found
