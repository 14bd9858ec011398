"""Whether a figure is planned or expected, by the words that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Period, Status
from shandong_econ.parsing.english.gaps import is_outdone
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.naming import names_nothing
from shandong_econ.parsing.english.role_classes import AHEAD
from shandong_econ.parsing.english.tenses import is_past
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, says_nothing, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.levels import LEVELS
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def plans_of(tokens: Sequence[Token], *, in_plan: bool) -> list[Status]:
    """What each word of planning says, in order; `in_plan` is whether the passage tells of a plan in any case."""
    found: list[Status] = []
    in_plan = in_plan or _cites_plan(tokens)
    for n, token in enumerate(tokens):
        if token.naming is None and _PLANS.isdisjoint(token.roles):
            continue
        if n and (tokens[n - 1].word.split(" ")[-1] in word_set("ahead.as") or _is_outdone(tokens, n)):
            continue
        if n and tokens[n - 1].word in word_set("parts.of") and any(map(is_change, tokens[n + 1 : n + 2])):
            continue  # "the only kind of | work to | shrink"
        if token.word in word_set("adjective.counted") and _is_adjective(tokens[n + 1 : n + 2]):
            continue  # "31 of the 40 planned plants are running"
        if "status.target" in token.roles or _names_goal(token):
            guessed = token.word in word_set("ahead.ought") and has_word(tokens[:n], "ahead.guessed")
            found.append(Status.F if guessed else Status.T)  # "he estimated that his sales | should | be"
        elif "status.forecast" in token.roles and not _is_past(tokens[n + 1 :]):
            found.append(Status.F)
        elif "status.ahead" in token.roles and not (_would(token) and _is_past(tokens[n + 1 :])):
            told = in_plan or _does(tokens[n + 1 :], "ahead.deeds") or all(map(says_nothing, tokens[n + 1 :]))
            found.append(Status.T if told else Status.F)  # "this year the city will:"
        elif "status.able" in token.roles and _does(tokens[n + 1 :], "ahead.makes"):
            found.append(Status.F)  # "the plant can turn out 5 million tons a year"
    return found


_PLANS = AHEAD | {"status.able"}


def _cites_plan(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with the paper that plans what it tells: "According to a plan, it will"."""
    mark = next((n for n, token in enumerate(tokens) if token.mark == ","), 0)
    led = bool(mark) and tokens[0].word.partition(" ")[0] in word_set("ahead.by")
    return led and any(word in word_set("ahead.papers") for token in tokens[:mark] for word in token.word.split())


def leads_ahead(tokens: Sequence[Token]) -> bool:
    """Whether words lead to what is still to come: "is estimated to reach", not "is estimated to have risen by"."""
    return any(not AHEAD.isdisjoint(token.roles) and not _is_past(tokens[n + 1 :]) for n, token in enumerate(tokens))


def _is_outdone(tokens: Sequence[Token], n: int) -> bool:
    """Whether what was planned or forecast is only what the result came up to: "trade beat the | forecasts"."""
    objects = word_set("acting.objects")
    before = next((tokens[k].word for k in range(n - 1, -1, -1) if tokens[k].word not in objects), "")
    return before in word_set("ahead.outdone")


def _is_adjective(following: Sequence[Token]) -> bool:
    return bool(following) and is_plain(following[0], or_named=True)


def _would(token: Token) -> bool:
    return token.word in word_set("ahead.would")  # "without refunds it would have been 2.5 percent" is no plan


def _is_past(tokens: Sequence[Token]) -> bool:
    """Whether what is estimated has come about: "is estimated to | have fallen", but not "to | have" 40 plants."""
    been = bool(tokens) and tokens[0].word in word_set("ahead.been")
    done = len(tokens) > 1 and tokens[0].word in word_set("ahead.have") and not is_light(tokens[1])
    return been or done


def _names_goal(token: Token) -> bool:
    """Whether the name of a series ends as a goal: "GDP growth target"."""
    return token.naming is not None and token.word.split(" ")[-1] in word_set("ahead.goals")


def headline_plan(tokens: Sequence[Token]) -> Status | None:
    """What a title without a verb says: "Xi'an's GDP to exceed 800 billion yuan" expects, "... to build" promises."""
    for n, token in enumerate(tokens):
        leads = token.word.split(" ")[0] == "to"
        if n and leads and not is_verb(tokens[n - 1]):
            return Status.T if _does(tokens[n + 1 :], "ahead.deeds") else Status.F
    return None


def outlook(tokens: Sequence[Token]) -> Status | None:
    """What a clause without a verb says: "Outlook: GDP | to grow"; "exports are likely to grow" has one."""
    begin = max((n + 1 for n, token in enumerate(tokens) if token.mark), default=0)
    clause = tokens[begin:]
    at = next((n for n, token in enumerate(clause) if token.word == "to"), 0)
    if not at or at + 1 >= len(clause) or not any(token.naming is not None for token in clause[:at]):
        return None
    nouns = all(token.naming is not None or token.areas or "link.preposition" in token.roles for token in clause[:at])
    return Status.F if nouns and is_change(clause[at + 1]) and not is_past(clause[at + 1].word) else None


def led_by_goal(lead: Sequence[Token]) -> bool:
    """Whether the words right before a figure say that it is a goal: "a goal of around 7 percent", "(target: 5)"."""
    if is_outdone(lead):
        return False  # "exceeding the annual target by"
    for n, token in reversed(list(enumerate(lead))):
        if token.mark == ",":  # "planned, 5 percent", not "3 percent of the annual target, 0.2 points lower"
            return n > 0 and _bounds(lead[n - 1]) and (n == 1 or bool(lead[n - 2].mark))
        if _bounds(token):
            return True
        if not (is_light(token) or token.time is not None or token.word in word_set("ahead.leads")):
            return False
    return False


def take_goal(scene: Scene, clues: Clues, lead: Sequence[Token], unit: str | None) -> None:
    """Takes a percentage that is itself a goal for a growth: "the annual target of 7 percent", not 7 percent of it."""
    named = clues.words.lower().rpartition(" ")[2] in word_set("ahead.bounds")  # "the government's ceiling for 2023"
    place = any(token.areas or not token.roles.isdisjoint(LEVELS) for token in lead) and not clues.within
    does = (bool(clues.words) or place) and names_nothing(scene, clues.words)  # "the city will sprint to the goal of"
    if unit in PERCENT and (named or does or Says.GOAL in clues.says) and led_by_goal(lead):
        clues.says.discard(Says.GOAL)
        clues.noun = clues.noun or int(Says.STATES not in clues.says)  # "the goal for 2023 is", of what was told
        if named or names_nothing(scene, clues.words):
            clues.words = ""  # "the city will stick to"
    elif unit not in PERCENT and Says.GOAL in clues.says and clues.relative in word_set("pronoun.subjects"):
        clues.side, clues.relative = 0, ""  # "it put a third of its goal of 90,000 | behind it"


def _bounds(token: Token) -> bool:
    return token.word.split(" ")[-1] in word_set("ahead.bounds") or token.word in word_set("ahead.bounds")


def leads_to_planned(lead: Sequence[Token]) -> bool:
    """Whether somebody wants what follows, or that it be done: "the city plans" 40 parks, "plans the opening of"."""
    said = [token.word for token in lead]
    done = said[-1:] == ["of"] and len(said) > LONGEST_DEED and said[-2].endswith(word_list("en", "acting.present"))
    return not word_set("ahead.plans").isdisjoint(said[-LONGEST_DEED - 1 : -LONGEST_DEED] if done else said[-1:])


LONGEST_DEED = 3  # pieces of "the opening of"


def is_goal(trail: Sequence[Token]) -> bool:
    """Whether the word right after a figure says that it is a goal: "above the 6 percent target"."""
    return bool(trail) and "achievement.goal" in trail[0].roles


def is_of_one_plan(scene: Scene, period: Period | None) -> bool:
    """Whether a time is told of one of the plans of a year alone: "extend nets to 50,000 mu by 2025"."""
    if scene.plans_for is None or period is None or scene.times.is_over(period):
        return False
    return period != scene.plans_for


def date_plan(scene: Scene, reading: Reading, lead: Sequence[Token], *, looks_back: bool) -> None:
    """Gives what is planned the time of the plan told before, or the year of whose months results were told."""
    if not looks_back:
        _keep_plan_period(scene, reading)
    _take_year_of_plan(scene, reading, lead)


def _keep_plan_period(scene: Scene, reading: Reading) -> None:
    """Gives what is planned without a time of its own that of the plan told before, where results were told between."""
    day = scene.times.calendar.published
    if reading.status is Status.A or day is None:
        return
    if reading.told and not is_of_one_plan(scene, reading.period):
        scene.plans.plan_period = _year_of_day(reading.period)
    elif scene.plans.plan_period is not None and (reading.period is None or _is_over(reading.period, day)):
        reading.period = scene.plans.plan_period


def date_goal(scene: Scene, reading: Reading) -> None:
    """Gives a growth that is aimed at or expected, where no time is told at all, the year in which that is said."""
    year, grows = scene.times.calendar.this_year, reading.measure is Measure.GROWTH and reading.status is not Status.A
    if grows and reading.period is None and year is not None and scene.owners.entity is None:
        reading.period = Period.of(year)


def _take_year_of_plan(scene: Scene, reading: Reading, lead: Sequence[Token]) -> None:
    """Goes on about the year of whose months results were told, for a goal that is one of a year: "an annual trade"."""
    part = reading.period is not None and (reading.period.months or YEAR) < YEAR
    if part and reading.period is not None and reading.status is Status.T and has_word(lead, "goal_told.yearly"):
        reading.period = scene.times.period = Period.of(reading.period.year)


def _year_of_day(period: Period | None) -> Period | None:
    """The year of a plan that is to be fulfilled by a day of it."""
    return Period.of(period.year) if period is not None and period.last_day() == period else period


def _is_over(period: Period, day: date) -> bool:
    return (period.last is not None and period.last.year < day.year) or period == Period.of(day.year)


def was_goal(trail: Sequence[Token]) -> bool:
    """Whether a figure is said to have been a goal: of 15 percent "had been the target", "that was promised"."""
    for n, token in enumerate(trail[:LATE]):
        if token.mark or token.figure is not None:
            return False
        if n > 1 and "achievement.goal" in token.roles and is_verb(trail[n - 2]):
            return trail[n - 1].word in word_set("over.articles")
        if token.word in word_set("ahead.set"):
            which = n + 1 < len(trail) and is_plain(trail[n + 1], or_named=True)  # "31 of the 40 planned plants"
            return not which and (not n or trail[n - 1].word in word_set("ahead.was"))
    return False


LATE = 7  # pieces after a figure within which it is called a goal


def _does(tokens: Sequence[Token], role: str) -> bool:
    """Whether the verb that comes next is one of a list, or is done: 30 schools will "be built"."""
    verbs = [token.word for token in tokens if not is_light(token)][:2]
    done = len(verbs) > 1 and verbs[0] in word_set("passive.be") and verbs[1] in word_set("ahead.done")
    return done or (bool(verbs) and verbs[0] in word_set(role))
