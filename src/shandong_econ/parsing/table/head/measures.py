"""The words of a head that tell what its figures measure."""

from __future__ import annotations

import re
from functools import cache

import attrs

from shandong_econ.lexicon.words import either, roles, word_list
from shandong_econ.model import Measure


@attrs.frozen
class Moved:
    """What a head says that its figures measure, by the words from `start` to `end` of it.

    `is_bare` if a growth without a unit is one in percent, `sign` is -1 where the head says that things fell, `whole`
    is what a share is of.
    """

    what: Measure
    start: int = 0
    end: int = 0
    is_bare: bool = False
    sign: int = 1
    whole: str = ""
    is_amount: bool = False
    """Whether a change is told as an amount: 增减额."""


def achieved_in(words: str, language: str) -> Moved | None:
    """The words at the end of a head that say how much of a plan was reached: 占年初预算, 完成率."""
    match = _ends(language, "achievement").search(words)
    return None if match is None else Moved(Measure.ACHIEVEMENT, *match.span())


def measured_in(words: str, language: str) -> Moved | None:
    """The words of a head that say what its figures measure, at its end, or all of it."""
    own = _whole(language).search(words)
    if own is not None and own["whole"].strip("\0 "):
        return Moved(Measure.SHARE, *own.span(), whole=own["whole"].strip("\0 "))
    if (pulled := _pulled(language).search(words)) is not None:
        what = Measure.CONTRIBUTION_RATE if pulled["rate"] else Measure.CONTRIBUTION
        return Moved(what, *pulled.span(), whole=pulled["whole"] or pulled["of"])
    if either_way := _either_way(language).search(words):
        return Moved(Measure.GROWTH, *either_way.span())
    if language == "en" and (match := _leading().match(words)):
        if match["rank"]:
            return Moved(Measure.RANK, *match.span())
        return Moved(Measure.GROWTH, *match.span(), is_bare=match["relative"] is not None)
    for what, role in _ROLES:
        match = _ends(language, role).search(words)
        if match is None:
            continue
        if what != Measure.GROWTH:
            return Moved(what, *match.span())
        word = match["word"].lower()
        sign = -1 if word in _falling(language) else 1
        is_bare = word in word_list(language, "table.relative") or bool(match.groupdict().get("rate"))
        is_amount = word in word_list(language, "table.changed_by")
        return Moved(what, *match.span(), is_bare=is_bare, sign=sign, is_amount=is_amount)
    return None


_ROLES = (
    (Measure.CONTRIBUTION_RATE, "contribution_rate"),
    (Measure.RANK, "rank"),
    (Measure.CONTRIBUTION, "contribution"),
    (Measure.SHARE, "share"),
    (Measure.GROWTH, "moved"),
)


@cache
def _ends(language: str, role: str) -> re.Pattern[str]:
    told = [*word_list(language, f"table.{role}")]
    if role == "achievement":
        told += [of + plan for of in word_list(language, "table.of_plan") for plan in word_list(language, "table.plan")]
    if role == "moved" and language == "zh":
        told += _changes(language)
    long = either(word for word in told if len(word) > 1).replace("/", " ?/ ?")  # Increase/ Decrease
    short = either(word for word in told if len(word) == 1) or "(?!)"
    leads, home = (either(word_list("zh", key)) for key in ("table.rank_leads", "area.home"))
    place = rf"{home}|[\u4e00-\u9fff]{{2,8}}?(?:{either(word_list('zh', 'place.ends'))})"
    among = rf"(?:(?:{leads})(?:{place})?)?" if role == "rank" else ""  # 在全市位次, 居安庆市位次
    of = f"(?:{either(word_list('zh', 'table.of'))})?" if role == "achievement" else ""  # 为预算的
    chinese = rf"{among}(?P<word>{long}|(?<![^\0\s])(?:{short})){of}[\s\0\-/]{{0,60}}\Z"
    share = either(word_list("en", "table.percentage"))
    word = rf"(?P<rate>(?:{share}) )?(?P<word>{long})"
    english = rf"(?:\A|(?<=[\s\0])){word}[\s\0,]{{0,60}}(?:(?:of|in|on|over)[\s\0]{{0,60}})?\Z"
    return re.compile(english if language == "en" else chinese, re.I)


@cache
def _either_way(language: str) -> re.Pattern[str]:
    """A rise or a fall, whichever it is: increase (+) or decrease (-), rise/fall, 上升或下降(±%)."""
    if language == "zh":
        up, down = (either(word_list("zh", f"change.{role}")) for role in ("up", "down"))
        return re.compile(rf"(?:{up})(?:或|[/、]|\()(?:{down})[\s\0()+/%±-]{{0,60}}\Z")
    ups, down, fall = (either(word_list("en", f"change.{role}")) for role in ("up", "down", "fall_noun"))
    between = r"[\s\0()+/,-]"
    return re.compile(
        rf"\b(?:{ups}){between}{{1,9}}(?:or|and)?{between}{{0,9}}(?:{down}|{fall}){between}{{0,60}}\Z", re.I
    )


@cache
def _leading() -> re.Pattern[str]:
    """A growth before what grows, or a rank before what is ranked: growth of exports, rank by growth.

    Changes in inventories are a name.
    """
    rank, relative, moved = (either(word_list("en", f"table.{role}")) for role in ("rank", "relative", "moved"))
    return re.compile(
        rf"(?:(?P<rank>{rank}) (?:of|in|by)|(?P<relative>{relative}) (?:of|in)|(?:{moved}) of) (?=\w)", re.I
    )


def _changes(language: str) -> list[str]:
    wanted = ("change.up", "change.down", "rate.growth", "rate.decline")
    takes = word_list(language, "table.takes")
    return [
        word
        for word, told in roles(language).items()
        if any(role in told for role in wanted) and not word.endswith(takes)
    ]


@cache
def _falling(language: str) -> frozenset[str]:
    wanted = {"change.down", "rate.decline"}
    return frozenset(word.lower() for word, told in roles(language).items() if wanted & told)


@cache
def _pulled(language: str) -> re.Pattern[str]:
    """A contribution and what it is to: 拉动全部投资增长, 对经济增长的贡献率, contribution to GDP growth."""
    growth = either(word_list(language, "table.relative"))
    if language == "en":
        rate, points = (either(word_list("en", f"table.{role}")) for role in ("contribution_to", "points_to"))
        whole = rf"(?:(?:{growth}) (?:of|in) (?P<whole>[^\0,()]+?)|(?P<of>[^\0,()]+?) (?:{growth}))"
        return re.compile(rf"\b(?:(?P<rate>{rate})|{points}) (?:the )?{whole}[\0\s]{{0,60}}\Z", re.I)
    keys = ("contribution.points", "contribution.toward", "change.up", "table.of")
    lead, toward, ends, of = (either(word_list("zh", key)) for key in keys)
    points, rate = (either(word_list("zh", f"table.{role}")) for role in ("contribution", "contribution_rate"))
    inside = rf"(?:{lead})(?P<whole>[^\0]{{2,20}}?)(?:{growth})"
    before = rf"(?:{toward})(?P<of>[^\0]{{1,20}}?)(?:{ends})?(?:{of})?(?:(?P<rate>{rate})|{points})"
    return re.compile(rf"(?:{inside}|{before})[\0\s]{{0,60}}\Z")


def of_caption(words: str, language: str) -> Moved | None:
    """What a caption says that its table has in percent: growths, or the contributions of parts to one."""
    lower = words.lower()
    for what, role in _OF_CAPTION:
        if any(word in lower for word in word_list(language, f"table.{role}")):
            return Moved(what, is_bare=what == Measure.GROWTH)
    return None


_OF_CAPTION = (
    (Measure.CONTRIBUTION_RATE, "contribution_rate"),
    (Measure.CONTRIBUTION, "contributed"),
    (Measure.GROWTH, "relative"),
)


def of_notes(words: str, language: str) -> Moved | None:
    """The growths in percent that a note under a table says that some of its figures are."""
    lower = words.lower()
    told = any(one in lower for one in word_list(language, "table.of_notes"))
    return Moved(Measure.GROWTH, is_bare=True) if told else None


@cache
def _whole(language: str) -> re.Pattern[str]:
    if language == "en":
        return re.compile(rf"(?:{either(word_list('en', 'table.of_whole'))}) (?P<whole>[^\0,]+)", re.I)
    lead, of, ends = (either(word_list("zh", key)) for key in ("table.of_whole", "table.of", "rate.share"))
    lead += rf"(?!{either(word_list('zh', 'table.takes_up'))})"
    return re.compile(rf"(?:{lead})(?P<whole>(?:(?!{lead})[^\0,])+?)(?:{of})?(?:{ends}|[\0\s]*\Z)")
