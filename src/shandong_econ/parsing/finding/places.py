"""Which area a place's name means in a report."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import attrs

from shandong_econ.lexicon.concepts import NATION, area_words, areas, is_wider, province_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.lexis import lexis
from shandong_econ.parsing.finding.short_names import county_called, county_in_short
from shandong_econ.parsing.finding.tokenise import tokenise
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.finding.tokens import Token


def place(codes: tuple[str, ...], home: Area | None, name: str) -> Area:
    """The area of a name: of several with one name the one that lies in or around the report's own area."""
    if home is not None and home.code is not None and codes and codes[0] in areas():
        near = [code for code in codes if province_of(code) == province_of(home.code)]
        called = None if near else county_called(name, home)  # Donggang, a district of Rizhao, and Donggang City
        codes = tuple(near) or ((called,) if called else codes)
    if codes and codes[0] in areas():
        return _as_called(areas()[codes[0]], name)
    if not name.isascii():
        return Area(None, None, name)
    code = county_called(name, home)
    kingdom = word_list("en", "abroad.kingdom")
    return Area(None, kingdom[0] if name in kingdom else name) if code is None else areas()[code]


def _as_called(area: Area, name: str) -> Area:
    """A group of places, which has no name by law, by the name that the text gives it: 长三角, 长三角地区."""
    if not (area.code or "").startswith(OWN_CODE) or code_called(name) != area.code:
        return area
    return attrs.evolve(area, name=name) if name.isascii() else attrs.evolve(area, name_zh=name)


OWN_CODE = "X-"  # with which codes begin that are not those of GB/T 2260


def home_called(word: str, home: Area | None) -> Area | None:
    """The area that 全省 or 我市 means in a report on `home`: itself, or the larger one that it lies in.

    >>> from shandong_econ.lexicon.concepts import areas
    >>> [home_called(word, areas()["370682"]).name for word in ("全省", "全市", "全县")]
    ['Shandong', 'Laiyang', 'Laiyang']
    """
    if home is None or home.code is None or (home.name_zh or "").endswith(word[-1:]):
        return home
    for level, cut in (("province", 2), ("prefecture", 4)):
        larger = areas().get(home.code[:cut].ljust(len(home.code), "0"))
        if larger is not None and word.endswith(word_list("zh", f"area.{level}")):
            return larger
    return home


@cache
def _codes_by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row in area_words():
        for name in (*row.words_zh, *row.words_en):
            found.setdefault(name.casefold(), row.code)
    return MappingProxyType(found)


def code_called(name: str) -> str | None:
    """The code of the area that has a name, however that is written."""
    return _codes_by_name().get(name.casefold())


def area_named(area: Area | str) -> Area:
    """The area that a caller means: itself, by its code, or by a name; a name that is not known is kept without a code.

    >>> area_named("370000").name, area_named("山东").code, area_named("Atlantis").code
    ('Shandong', '370000', None)
    """
    if isinstance(area, Area):
        return area
    name = area.strip()
    code = area if area in areas() else code_called(name) or county_in_short(name)
    return areas()[code] if code is not None else Area(None, area)


def first_place(text: str, start: int, end: int, language: str, *, offices: bool = False) -> str | None:
    """The code of the first place that a stretch names, or None; `offices` if one in an office's name counts."""
    if language == "zh":
        tokens = tokenise(text, start, end, lexis("zh"))
    else:
        tokens = tokenise_english(text, text.lower() if len(text.lower()) == len(text) else text, start, end)
    customs = None
    for n, token in enumerate(tokens):
        if token.areas:
            following = tokens[n + 1] if n + 1 < len(tokens) else None
            if token.areas[0] == NATION and following is not None and following.areas:
                continue  # China's Shandong
            if language == "zh" and not offices and text.startswith(word_list("zh", "area.agencies"), token.end):
                continue  # 杭州海关 tells of all its province
            if language == "zh" and text.startswith(word_list("zh", "area.customs"), token.end):
                return of_customs(token.areas[0])
            if language == "zh":
                return _of_listed(tokens, n) or _innermost(tokens, n)
            if not names_customs(tokens, n):
                return token.areas[0]
            customs = customs or token.areas[0]
    return customs


def names_customs(tokens: Sequence[Token], n: int) -> bool:
    """Whether the English place at piece n gives its name to a customs: "Kunming Customs", "the customs of Kunming"."""
    of = n > 1 and tokens[n - 1].word in word_list("en", "parts.of")
    beside = [*tokens[n + 1 : n + 2], *(tokens[n - 2 : n - 1] if of else ())]
    return any(token.word in word_list("en", "entity.districts") for token in beside)


def _of_listed(tokens: Sequence[Token], n: int) -> str | None:
    """The code of the province in which all lie that a list of cities begins at piece n: 苏州、无锡、常州."""
    run = list(itertools.takewhile(lambda t: t.areas or t.mark == LISTS or "link.list" in t.roles, tokens[n:]))
    codes = {token.areas[0] for token in run if token.areas}
    provinces = {province_of(code) for code in codes}
    listed = len(codes) > 1 and any(token.mark == LISTS for token in run)
    return provinces.pop() or None if listed and len(provinces) == 1 and not codes & provinces else None


def of_customs(code: str) -> str:
    """The area of which the customs of a city tell: a capital's, all of its province.

    >>> of_customs("460100"), of_customs("210200")
    ('460000', '210200')
    """
    return province_of(code) if code.endswith(CAPITAL) else code


LISTS = "、"
CAPITAL = "0100"  # how the code of a province's capital ends


def _innermost(tokens: Sequence[Token], n: int) -> str:
    """The code of the place at piece n, or of the one within it that is named right after: 重庆市渝中区."""
    code = tokens[n].areas[0]
    for token in tokens[n + 1 :]:
        inner = next((one for one in token.areas if is_wider(code, one)), None)
        if inner is None:
            return code
        code = inner
    return code
