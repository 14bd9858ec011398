"""Status, time and place that the words before a Chinese figure tell."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.concepts import is_wider
from shandong_econ.lexicon.words import relative_years, word_list
from shandong_econ.model import Area, Period, Status
from shandong_econ.parsing.chinese.clause import Clause
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.chinese.sorting import Sorted
from shandong_econ.parsing.chinese.towns import town
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import home_called, place
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.days import TAKES_UP
from shandong_econ.parsing.resolving.levels import area_called, area_pointed_to
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach import go_to, head_paragraph
from shandong_econ.parsing.resolving.scene import Scene

LONGEST_ZONE = 6  # characters of a zone's name after that of its city
NATION, GROUP = "100000", "X-"  # codes of the nation, and of groups of areas
REMEMBERED = 4  # places
LONGEST_UNTIL = 3  # characters
LONGEST_COPULA = 2  # characters
NEAR_EVENT = 40  # characters after a day in which it is said what happened


def move(clause: Clause, found: Sorted, lead: Sequence[Token], *, ranks: bool = False) -> None:
    """Goes on to the status, the time and the place that these words tell, but not to what a rank or a share is in."""
    scene = clause.scene
    expected = any("status.forecast" in token.roles for token in lead)
    for token in lead:
        if expected and clause.words([token]) in word_list("zh", "plan.weak"):
            continue  # 预计将达到
        if "status.target" in token.roles:
            scene.plan(Status.T)
            if clause.source.startswith(word_list("zh", "announces.words"), token.end):
                scene.announce(Status.T)
        elif "status.forecast" in token.roles:
            scene.plan(Status.F)
    times = found.clues.times
    planned = any("status.target" in token.roles for token in lead)
    heads = clause.opens and not clause.done and Says.FROM not in found.clues.says
    for n, time in enumerate(times):
        narrows = time.form == "year" and n + 1 < len(times)  # 今年全省园区前三季度…: the first is not headed by
        _go_to(clause, time, heads=heads and not narrows)
        scene.look_back(planned=planned, now=time.form == "now")
    _note_places(clause, lead)
    area = _area_of(clause, found) or _pointed_to(clause, lead)
    within = (ranks and not _owns_subject(found.area, lead)) or _is_whole(found.area, lead)
    if _is_predicate(clause, found.area) or is_origin(clause, found.area):
        area = None
    if area is not None and not (within and _holds(area, scene.place())):
        scene.area = area
        if scene.opens_paragraph and scene.section_area is None and _heads_within(clause, found.area):
            scene.paragraph_area = area
        if found.area is not None and LOCAL in found.area.areas:
            scene.last_town = area


@attrs.frozen
class Standing:
    """What a scene goes back to after an amount that something came from: 由上年末的64.2%提高到68%."""

    period: Period | None
    status: Status
    stock_day: Period | None
    counted_at: Period | None


def standing(scene: Scene, lead: Sequence[Token]) -> Standing:
    """Where a scene stands before the words of a figure move it, with what they say is planned or expected."""
    said = ((role, status) for token in lead for role, status in _STATUSES.items() if role in token.roles)
    status = next((status for _, status in said), scene.status)
    return Standing(scene.period, status, scene.stock_day, scene.days.counted_at)


_STATUSES = {"status.target": Status.T, "status.forecast": Status.F}


def go_back(scene: Scene, to: Standing) -> None:
    """Goes back to where the scene stood."""
    scene.period, scene.status, scene.stock_day, scene.days.counted_at = attrs.astuple(to, recurse=False)


def _heads_within(clause: Clause, token: Token | None) -> bool:
    """Whether a place in the area of the report heads a paragraph, of which the rest tells too."""
    home = clause.scene.home
    if token is None or home is None or home.code is None or not clause.early or clause.done or clause.scene.in_report:
        return False
    n = next((n for n, piece in enumerate(clause.tokens) if piece is token), 0)
    leads = all(t.time is not None or t.areas or "link.filler" in t.roles for t in clause.tokens[:n])
    after = clause.after(n)
    alone = after is None or not is_joint(after)
    return leads and alone and (LOCAL in token.areas or is_wider(home.code, token.areas[0]))


def _note_places(clause: Clause, lead: Sequence[Token]) -> None:
    """Remembers the places that a clause names, whatever it is about: 武汉市长介绍，去年该市…."""
    scene = clause.scene
    named = (place(t.areas, scene.home, clause.words([t])) for t in lead if t.areas and t.areas[0] != NATION)
    scene.named = [*scene.named, *named][-REMEMBERED:]


def _pointed_to(clause: Clause, lead: Sequence[Token]) -> Area | None:
    token = next((token for token in lead if "area.same" in token.roles), None)
    return None if token is None else area_pointed_to(clause.scene, clause.words([token]))


def accumulate(scene: Scene) -> None:
    """Goes from a month to the year up to its end: 累计增长1.6%，当月增长8.2%；…累计增长3.0%."""
    month, told = scene.period, scene.document_period
    if month is None or month.months != 1:
        return
    ends_with_it = told is not None and told != month and told.last_day() == month.last_day()
    go_to(scene, told if told is not None and ends_with_it else Period.of(month.year, 1, months=1).through(month))


def _owns_subject(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of the subject of a rank, not of the field: 全国海带产量居世界第1位."""
    n = next((n for n, piece in enumerate(lead) if piece is token), len(lead))
    rest = lead[n + 1 :]
    leads = n == 0 or "area.at" not in lead[n - 1].roles
    return leads and bool(rest) and rest[0].is_words and any("rank.verb" in piece.roles for piece in rest[1:])


def _is_whole(token: Token | None, lead: Sequence[Token]) -> bool:
    """Whether a place is that of a whole: 在全国的占比."""
    n = next((n for n, piece in enumerate(lead) if piece is token), len(lead))
    return n + 2 < len(lead) and "link.joins" in lead[n + 1].roles and "rate.share" in lead[n + 2].roles


def _is_predicate(clause: Clause, token: Token | None) -> bool:
    """Whether a place is in what something is said to be: 是全国5个粮食调出大省之一."""
    if token is None:
        return False
    return clause.source.endswith(word_list("zh", "copula.words"), max(0, token.start - LONGEST_COPULA), token.start)


def is_origin(clause: Clause, token: Token | None) -> bool:
    """Whether a place is where somebody comes from who does something here: 来自义乌的采购商."""
    if token is None:
        return False
    n = next((n for n, piece in enumerate(clause.tokens) if piece is token), 0)
    before, after = clause.before(n), clause.after(n)
    comes = before is not None and clause.words([before]) in word_list("zh", "place.origin")
    return comes and after is not None and "link.joins" in after.roles


def _area_of(clause: Clause, found: Sorted) -> Area | None:
    """The place that these words name, or point to as that of the report."""
    scene, token = clause.scene, found.area
    if _is_of_several(found):
        return (scene.paragraph_area or scene.home) if found.subject[0].areas else None  # not 卖到内蒙古、贵州
    if token is not None and LOCAL in token.areas:
        return town(scene, clause.tokens, token, clause.source)
    if token is not None and not _is_part_of_name(clause, token):
        return _zone(clause, token) or place(token.areas, scene.home, clause.words([token]))
    if found.home is not None and "area.town" in found.home.roles:
        return scene.last_town
    if found.home is None:
        return None
    word = clause.words([found.home])
    return area_called(scene, word) or home_called(word, scene.home)


def _is_of_several(found: Sorted) -> bool:
    """Whether several places are named side by side, none of which is that of all: 柳州、桂林、河池等6市."""
    return any(
        a.areas and is_joint(b) and c.areas for a, b, c in zip(*(found.subject[n:] for n in range(3)), strict=False)
    )


def _is_part_of_name(clause: Clause, token: Token) -> bool:
    """Whether the nation's name begins a firm's, as in 中国移动, or a city's that of an office: 银川海关."""
    after = "area.after_nation" if token.areas[0] == NATION else "area.agencies"
    return clause.source.startswith(word_list("zh", after), token.end)


def _holds(area: Area, inner: Area | None) -> bool:
    """Whether a rank or share told with this area is one in it: 居全国第3位, 在中部地区增速第1, 在全国的占比."""
    if area.code is None or inner is None or inner.code is None:
        return False
    return is_wider(area.code, inner.code) or area.code.startswith(GROUP)


def _zone(clause: Clause, token: Token) -> Area | None:
    """A zone without a code whose name begins with a place's: 青岛西海岸新区, 深圳前海."""
    rest = clause.source[token.end : token.end + LONGEST_ZONE + 3]
    name = next((name for name in word_list("zh", "area.districts") if rest.startswith(name)), "")
    if not name:
        cuts = [cut + len(end) for end in word_list("zh", "area.zone") if 0 < (cut := rest.find(end)) <= LONGEST_ZONE]
        name = rest[: min(cuts)] if cuts else ""
    if not name.isalpha():  # it would take in a mark or a number
        return None
    return Area(None, None, clause.words([token]) + name)


def _is_day_of(current: Period | None, calendar: Calendar, scene: Scene) -> bool:
    """Whether a sentence has just told a day of this year up to which it counts."""
    is_day = current is not None and current == scene.sentence_period and current.last_day() == current
    is_day = is_day and current is not None and current.last != calendar.published  # 目前 tells no day up to which
    return is_day and current is not None and current.year == calendar.this_year and calendar.report_year is None


def _go_to(clause: Clause, time: Time, *, heads: bool) -> None:
    scene = clause.scene
    calendar, current = scene.calendar, scene.period
    scene.told_time = True
    if clause.source.endswith(word_list("zh", "until.date"), max(0, time.start - LONGEST_UNTIL), time.start):
        time = attrs.evolve(time, groups={**time.groups, "end": time.groups.get("end") or "until"})  # 截至6月: its end
    if time.form == "years_back":
        current = scene.document_period
    elif time.form == "previous" and heads and calendar.published is not None:
        current = None  # 上月 at the head of a sentence is the one before publication
    if scene.status is not Status.A:  # what is planned lies ahead
        calendar = attrs.evolve(calendar, report_year=calendar.this_year)
        current = None if time.form == "year" else current
    years = relative_years(time.language).get(time.groups.get("relative") or "")
    if years == 0 and time.form == "year" and _is_day_of(current, calendar, scene):
        time = attrs.evolve(time, form="year_to_date")  # 截至7月9日，今年快递业务量…
    taken_up = time.form in TAKES_UP
    period = scene.days.taken_up(time) if taken_up else resolve(time, calendar, current)
    if period is None or time.form == "unknown":
        return
    scene.days.note(time, period)
    if taken_up:
        scene.period, scene.said_time = period, True
        return
    if clause.source.startswith(word_list("zh", "until.instant"), time.end):
        scene.document_period = scene.paragraph_period = period  # what a census counts is of one moment
    elif time.form == "day" and not clause.source[max(0, time.start - 2) : time.start].endswith(
        word_list("zh", "until.words")
    ):
        told = clause.source[time.end : time.end + NEAR_EVENT].split("。")[0]
        scene.event_day = None if any(word in told for word in word_list("zh", "event.reported")) else period
        return  # the day of an event
    if time.form in ("years_back", "years", "plan") and not time.is_point:
        scene.years = period
    if time.form == "years_ahead":
        scene.plan(Status.T)
    if heads and time.form not in ("same_month", "year_to_date"):
        head_paragraph(scene, period, time)
    go_to(scene, period)
