"""Where a paragraph begins once its dateline is passed: `NANJING, Oct. 25 (Xinhua) --`, `新华社南京10月25日电 `."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.lexicon.folders import read_toml
from shandong_econ.lexicon.speech import any_of

_REACH = 90
_DASH = re.compile(r" ?(?:--|—) ?| -(?: |(?=[A-Z]))|(?<=\w)- (?=[A-Z])")  # "HOHHOT -North", "Chongqing- The"
_CAPITALS = re.compile(
    r"[A-Z][A-Z']+(?:[ '-][A-Z][A-Z']*)*|[A-Z][a-z']+(?: [A-Z][a-z']+)?(?= ?- (?:[A-Z][a-z]|[A-Z] ))"
)


def dateline_end(text: str, start: int, end: int, language: str) -> int:
    """Where the first sentence of a paragraph begins, after the dateline if it has one."""
    if language == "en":
        return _english(text, start, end)
    match = _agency().match(text, start, min(end, start + _REACH))
    return match.end() if match else start


def _english(text: str, start: int, end: int) -> int:
    reach = start + _REACH if end - start > _REACH else end
    if dated := _dated().match(text, start, reach):
        return dated.end()
    place = _CAPITALS.match(text, start, reach)
    dash = _DASH.search(text, start, reach) if place else None
    if place is None or dash is None or dash.start() < place.end() - 1:
        return start
    tells_more = text[place.end()] in ",(" or text[place.end() : place.end() + 2] == " (" or "--" in dash[0]
    return dash.end() if tells_more or place[0].lower() in area_codes("en") else start


@cache
def _dated() -> re.Pattern[str]:
    """A place with a day or an agency, or both of these, before a dash or a stop: "Lanzhou, Oct 8 (Xinhua) --"."""
    month = read_toml("en/periods.toml")["parts"]["M"]
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}} {month})\b(?:, ?\d{{4}})?,?"
    agencies = any_of("en", "publisher.agencies")
    place = r"[A-Z][\w']+(?:[ -][A-Z][\w']+){0,2}(?:, [A-Z]\w+(?: [A-Z]\w+)?)?"
    inside = r" ?\([^()]{1,60}\)"
    dash = r"(?: ?(?:--|—) ?| ?- (?=[A-Z]))"
    by_place = rf"{place}(?:(?:,? {day}(?:{inside})?| \({agencies}\)){dash}| \({agencies}\) ?(?=[A-Z]))"
    by_agency = rf"{agencies}(?: News Agency| News Service)?,? (?:{place},? )?{day}"
    by_line = rf"(?:[A-Z][A-Z']+(?:[ -][A-Z']+)*, |{place}\. ){day}\.(?= )|\d{{4}}-\d\d-\d\d{dash}"  # HAIKOU, May 5.
    return re.compile(rf"{by_place}|{by_line}|{by_agency}(?:{inside}(?:{dash}|:? )|{dash}|: )")


@cache
def _agency() -> re.Pattern[str]:
    names = any_of("zh", "publisher.agencies", "publisher.own")
    closes = any_of("zh", "publisher.dateline")
    return re.compile(rf"{names}[^，。；！“”:()]{{0,24}}?{closes}(?=[ (:])(?: ?\([^()]{{0,60}}\))? ?:? ?")
