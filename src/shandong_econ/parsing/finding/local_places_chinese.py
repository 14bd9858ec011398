"""Townships and villages without a code, by how a Chinese text names them: 霍山县太平畈乡, 走进大王镇."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, islice

from shandong_econ.lexicon.concepts import area_codes, level_of
from shandong_econ.lexicon.words import either, word_list
from shandong_econ.parsing.finding.short_names import codes_called

LONGEST = 4  # characters before 镇, 村 ...
SHORTEST = 2  # characters of a name that stands alone or has a number in it
LONGEST_SET_BY = 3  # characters
LONGEST_AREA = 6  # characters of the name of the county or city right before


def find_local_places_chinese(text: str) -> frozenset[str]:
    """The names that follow that of a county, a city or another such place, or a word such as 走进.

    >>> sorted(find_local_places_chinese("霍山县太平畈乡种植石斛，来自大王镇江垅村。全市重点镇20个，建设美丽乡村。"))
    ['大王镇', '太平畈乡', '江垅村']
    """
    found: set[str] = set()
    for match in _kinds().finditer(text):
        if match[0] in word_list("zh", "local.basins"):
            found.update(_basin(text, match))
            continue
        shortest = 2 if match[0] in word_list("zh", "local.towns") else 1
        starts = range(match.start() - shortest, max(-1, match.start() - LONGEST - 1), -1)
        whole = [start for start in starts if _is_name(text[start : match.end()], match[0])]
        begins = chain(
            (start for start in starts if _is_inner(text, start, match, found)),
            (start for start in whole if _is_led(text, start)),
            (start for start in whole if _heads(text, start, match.end()) or _joined(text, start, found)),
        )
        found.update(text[start : match.end()] for start in islice(begins, 1))
    return frozenset(found)


def _is_name(name: str, kind: str) -> bool:
    own = name.removesuffix(kind)
    of_town = kind in word_list("zh", "local.towns")[:1] or len(own) >= LONGEST - 1  # 下南山村 is no 山村
    of_town = of_town and own.endswith(word_list("zh", "local.last_of_town"))
    numbered = kind in word_list("zh", "local.villages") and len(own) == LONGEST - 1  # 三山沟村
    numbered = numbered and own.startswith(word_list("zh", "numeral.digits"))
    return (
        own.isalpha()
        and (of_town or not own.endswith(word_list("zh", "local.not_last")) or _is_short(own))
        and (not own.startswith(word_list("zh", "local.not_first")) or numbered)
        and not codes_called(name)
    )


def _is_short(own: str) -> bool:
    """Whether a township has the short name of another place: 大同镇."""
    return len(own) == SHORTEST and bool(codes_called(own))


def _is_inner(text: str, start: int, match: re.Match[str], found: set[str]) -> bool:
    """Whether a name goes on right after that of another such place: 大王镇 + 江垅村, not 镇江 + 垅村."""
    own, never = text[start : match.start()], (*word_list("zh", "local.not_last"), *word_list("zh", "local.not_inside"))
    is_own = own.isalpha() and own not in never and not own.startswith(word_list("zh", "local.not_first"))
    return is_own and _follows(text, start, found)


def _follows(text: str, start: int, found: set[str]) -> bool:
    """Whether another such place is named right before."""
    return any(text[max(0, start - length) : start] in found for length in range(2, LONGEST_AREA + 1))


def _is_led(text: str, start: int) -> bool:
    """Whether a county or a city is named right before, or the name is set in a scene."""
    if text.endswith(word_list("zh", "place.set_by"), max(0, start - LONGEST_SET_BY), start):
        return True
    end = start - text.endswith(_JOINTS[0], 0, start)  # 江津区的凉河村, but not 浙江的淘宝村
    words = area_codes("zh")
    befores = (words.get(text[end - length : end]) for length in range(2, min(LONGEST_AREA, end) + 1))
    return any(one is not None and (end == start or any(level_of(code) == "county" for code in one)) for one in befores)


def _basin(text: str, match: re.Match[str]) -> list[str]:
    """The name of all that lies along a river, where that is set in a scene or heads what is told: 在大渡河流域，."""
    is_work = text.startswith(word_list("zh", "local.works"), match.end())  # 海河流域综合治理
    if is_work or not text.endswith(word_list("zh", "local.rivers"), 0, match.start()):
        return []
    starts = range(max(0, match.start() - LONGEST), match.start() - 1)
    names = (n for n in starts if not codes_called(text[n : match.end()]))
    set_in = (start for start in names if _is_led(text, start) or _opens_or_at(text, start))
    return [text[start : match.end()] for start in set_in if text[start : match.start()].isalpha()][:1]


def _opens_or_at(text: str, start: int) -> bool:
    at = text.endswith(word_list("zh", "area.at"), 0, start)
    listed = (basin + joint for basin in word_list("zh", "local.basins") for joint in word_list("zh", "link.list"))
    opens = start == 0 or text[start - 1] in _OPENS or text.endswith(tuple(listed), 0, start)
    others = (name for of in _BEFORE_BASINS for name in word_list("zh", of))
    return (at or opens) and not text.startswith(tuple(others), start)


_BEFORE_BASINS = ("area.at", "link.from", "local.not_first", "entity.not_first", "entity.verbs", "status.target")


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a name of two characters or more sets a scene at the head of a clause: 在节固乡，; 天荒坪镇的竹椅厂."""
    if end - start <= SHORTEST:
        return False
    if text.startswith(word_list("zh", "area.at") + word_list("zh", "entity.not_first"), start):
        return False
    at = max((len(word) for word in word_list("zh", "area.at") if text.endswith(word, 0, start)), default=0)
    opens = start == at or text[start - at - 1] in _OPENS
    is_town = text.endswith((*word_list("zh", "local.rural"), *word_list("zh", "local.villages")), start, end)
    is_town = is_town and not text.startswith(word_list("zh", "local.not_rural"), end - 1)
    return opens and (is_town or text.startswith(_JOINTS if at else _JOINTS[:1], end))


def _joined(text: str, start: int, found: set[str]) -> bool:
    """Whether a list goes on from another such place: 吉里于孜镇、墩麻扎镇."""
    return text[start - 1 : start] == _LISTS and _follows(text, start - 1, found)


_LISTS = "、"
_OPENS = frozenset("\n，,。；;：:“”！？!?（）()")
_JOINTS = ("的", "，", ",")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(either(word for kind in _KINDS for word in word_list("zh", f"local.{kind}")))


_KINDS = ("towns", "villages", "basins")
