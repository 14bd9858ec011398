"""When: what was told of time, by document, section, paragraph, sentence and clause, and which of it a figure has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.model import Period
from shandong_econ.parsing.clauses import Clause, When
from shandong_econ.parsing.compared_english import is_compared
from shandong_econ.parsing.context.touching import span_of
from shandong_econ.parsing.finding.times import PARTS_OF_YEAR
from shandong_econ.parsing.finding.times import Time as TimeWords
from shandong_econ.parsing.grammar.classes import CLOSE, OPEN, TIME, one_of
from shandong_econ.parsing.lexing.tokens import Sentence, Token
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.lengths import YEAR
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.told import Told

Time = Told["Period | None"]
PARTS = one_of("SEMI COLON THAN BUT SAY FROM")
"""Classes of what parts one statement from another inside a sentence, or tells what was before."""


def _of_known_year(told: Time | None) -> Period | None:
    return None if told is None or told.value is None or told.value.year_is_open else told.value


def _is_bare(time: TimeWords) -> bool:
    """Whether it is a part of a year that does not say of which."""
    if time.form not in PARTS_OF_YEAR or time.names_year:
        return False
    return not (time.groups.get("relative") or time.groups.get("before"))


class Times(NamedTuple):
    """The periods told so far, the widest first; `day` is the one on which stocks were last counted."""

    calendar: Calendar
    document: Time | None = None
    section: Time | None = None
    paragraph: Time | None = None
    of_an_event: bool = False
    """Whether the paragraph has only told a day of news, to which what it goes on about need not be held."""
    sentence: Time | None = None
    clause: Time | None = None
    day: Time | None = None
    day_is_near: bool = False
    at_day: bool = False
    years: Time | None = None
    listed: tuple[Time, ...] = ()
    planned: Time | None = None
    """The last time told that lies ahead."""
    titled: bool = False
    """Whether the title tells the time of the text."""
    years_over: frozenset[Period] = frozenset()
    """The periods that the title names, if it names several."""
    foreseen: Time | None = None
    """The first time of the sentence, where it stands behind a figure."""

    @property
    def nearest(self) -> Time | None:
        """The period that the paragraph has told."""
        return self.clause or self.sentence or self.paragraph

    @property
    def current(self) -> Time | None:
        """The period that a time without a year is understood in."""
        return self.clause or self.sentence or self.paragraph or self.section or self.document or self.day

    def hears(self, clause: Clause, *, opens: bool) -> Times:
        """The times after those of a clause, of which the first of a sentence or paragraph holds for all of it."""
        times = self._replace(listed=()) if self.listed and clause.times else self
        for when in clause.times:
            times = times._hears_one(when, opens=opens)
        if not clause.mark or times.clause is None:
            return times
        told_of_all = bool(clause.times) and clause.times[-1].time.language == "zh"  # 新区自2015年挂牌以来，累计…
        of_news = not told_of_all and times.sentence is not None and is_day(times.sentence)
        if of_news and not is_day(times.clause):  # as the bureau said on May 7, it grew in April, to 5 tons
            return times._replace(clause=None, sentence=times.clause)
        return times._replace(clause=None, sentence=times.sentence or (times.clause if told_of_all else None))

    def _hears_one(self, when: When, *, opens: bool) -> Times:
        so_far = when.time.form == "year_to_date" and not (self.titled or self.section)
        current = self.nearest if so_far else self.current
        if when.is_base:
            return self
        period = self.resolved(when.time, current.value if current else None)
        if when.time.form == "as_it_is":
            return self._replace(sentence=Told(None, when.start, when.end), clause=None)
        if period is None:
            return self
        if self._is_up_to_day(when.time, period):
            return self
        if _is_of_now(when.time):
            return self._replace(sentence=Told(period, when.start, when.end), clause=None)
        is_point = when.time.is_point
        if when.is_limit:
            period, is_point = period.last_day() if period.months else period, True
        listed = (*self.listed, Told(period, when.start, when.end))
        told = span_of(listed, when.time.language)
        begun = None if told is listed[-1] else span_of(self.listed, when.time.language)  # 7 in 7、8月
        if when.inside and not is_point and not opens:
            document = told if self._is_led(when, period) else self.document
            return self._replace(clause=told, listed=listed, document=document)  # of that clause alone
        months = period.months or 0
        years = told if months > YEAR and not months % YEAR else self.years
        if is_point or (when.inside and period.is_one_day):
            return self._replace(
                sentence=told, clause=None, at_day=is_point, listed=listed, years=years, day=told, day_is_near=True
            )
        paragraph, document = self.paragraph, self.document
        ahead = when.time.form == "years_ahead" or self.calendar.is_ahead(period)
        if opens and not when.inside and (paragraph in (None, begun) or (self.of_an_event and not period.is_one_day)):
            paragraph = told
        if opens and (period in self.years_over or (not ahead and self._goes_on_about(period))):
            document = told
        gives_way = when.time.language == "en" and document is not None and is_day(document)
        may_date = (document in (None, begun) or gives_way) and not ahead
        if may_date and not self._is_of_news(when.time, period) and not self.calendar.is_history(period):
            document = told
        planned = told if ahead else self.planned
        return self._replace(
            document=document,
            paragraph=paragraph,
            sentence=told,
            clause=None,
            at_day=False,
            years=years,
            listed=listed,
            planned=planned,
        )

    def _is_of_news(self, time: TimeWords, period: Period) -> bool:
        """Whether a time is one of events, or the day of publication, which dates the text and not its figures."""
        if time.form in _OF_NEWS and time.language == "zh" and time.names_year is None:
            return True
        day = self.calendar.published
        return day is not None and period.is_one_day and abs((period.last or day) - day).days <= 1

    def _is_led(self, when: When, period: Period) -> bool:
        """Whether a time in the first English clause that tells one is of the text: saw growth in the first half."""
        is_first = self.document is None or (self.document is self.sentence and is_day(self.document))
        is_part = when.time.language == "en" and when.time.form in _SPANS
        return is_part and is_first and not self.calendar.is_ahead(period)

    def resolved(self, time: TimeWords, current: Period | None) -> Period | None:
        """What a time means; a part of a year, told after the year in its sentence or in what holds it, is of that one.

        So it is in the same paragraph of a text without a date, and after a year that this is of, which tells more than
        the year in which it seems to be written; and it is what the text is of, if that is so called.
        """
        period = resolve(time, self.calendar, current)
        if period is None or not _is_bare(time):
            return period
        sentence = _of_known_year(self.sentence)
        paragraph, whole = _of_known_year(self.paragraph), _of_known_year(self.document)
        guessed = None if period.year_is_open else whole
        year = sentence if sentence or self.calendar.published is not None else paragraph or guessed
        if year is not None and year.months == YEAR:
            return period.in_year(year.year)
        if sentence is not None and sentence.months == period.months is not None:  # 2024年1月、2月
            after = sentence.following()
            if period.in_year(after.year) == after:
                return after
        for one in (sentence, paragraph):  # in the first half of 2021, and in June
            if one is not None and (one.months or 0) < YEAR and period.in_year(one.year) in one:
                return period.in_year(one.year)
        return whole if whole is not None and period.in_year(whole.year) == whole else period

    def before(self, time: TimeWords, period: Period | None) -> Period | None:
        """What a time means with which a period is compared: a part of a year is the last one that ends before it."""
        base = self.resolved(time, period)
        if base is None or period is None or period.year is None or not _is_bare(time):
            return base
        same = base.in_year(period.year)
        return same if same <= period and same != period else base.in_year(period.year - 1)

    def _goes_on_about(self, period: Period) -> bool:
        """Whether a text that told one period goes on about another: the months up to it, or what is over by now."""
        told, day = self.document.value if self.document else None, self.calendar.published
        if told is None or told.last is None or period.last is None or told.year_is_open is not period.year_is_open:
            return False
        if day is not None and period.year == told.year and period.last <= day < told.last:
            return True
        from_january = period.months is not None and period == period.year_to_date()
        if not from_january or period.months == YEAR or told.year != period.year or told.months is None:
            return False
        sums_up = told.months == 1 != period.months and told.last == period.last
        return sums_up or (told == told.year_to_date() and told.months < (period.months or 0))

    def _is_up_to_day(self, time: TimeWords, period: Period) -> bool:
        """Whether a time is only the day up to which its sentence counts, once more, or its year: 截至7月9日，今年…."""
        told = self.sentence.value if self.sentence is not None and self.at_day else None
        is_year = time.form == "year" and period.months == YEAR and period.year == self.calendar.this_year
        return told is not None and (period == told or (is_year and told.year == period.year))

    def told_by(self, time: TimeWords, at: Token | When) -> Time | None:
        """What a time means after all that was told, with its words."""
        current = self.current
        period = self.resolved(time, current.value if current else None)
        return None if period is None else Told(period, at.start, at.end)

    def of_tail(self, tail: Clause) -> Time | None:
        """The period that the words behind a figure tell, None where they only tell what it is compared with."""
        for when in tail.times:
            if not when.is_base and (told := self.told_by(when.time, when)) is not None:
                return told
        return None

    def hears_tail(self, tail: Clause, *, opens: bool) -> Times:
        """The times after the words behind a figure: for what follows in its sentence, and if the first of all, on."""
        told = self.of_tail(tail)
        if told is None or told.value is None:
            return self
        ahead = self.calendar.is_ahead(told.value) or any(_is_of_now(when.time) for when in tail.times)
        whole = self.document and self.document.value
        aside = ahead or not opens or (whole is not None and whole.last != told.value.last)
        if any(when.time.is_point for when in tail.times) and told.value.is_one_day:
            return self._replace(sentence=told, clause=None, day=told, day_is_near=True)
        return self._replace(
            planned=told if self.calendar.is_ahead(told.value) else self.planned,
            sentence=told,
            clause=None,
            paragraph=self.paragraph or (None if aside else told),
            document=self.document or (None if ahead or self.calendar.is_history(told.value) else told),
        )

    def foresees(self, sentence: Sentence, first: int, bases: frozenset[str], was: Sequence[int]) -> Times:
        """The times as a sentence begins whose first time stands behind its first figure: it holds for that figure."""
        classes = sentence.classes
        at = classes.find(TIME)
        if at < first or self.sentence is not None:
            return self
        while at >= 0:
            token = sentence.tokens[at]
            between = classes[first:at]
            if not PARTS.isdisjoint(between):
                return self
            is_base = at in was or token.what.is_base_only or is_compared(sentence, at, bases)
            if between.count(OPEN) == between.count(CLOSE) and not is_base:
                return self._replace(foreseen=self.told_by(token.what, token))
            at = classes.find(TIME, at + 1)
        return self

    def begins_paragraph(self) -> Times:
        """The times as a paragraph begins."""
        times = self.begins_sentence()
        told = times.paragraph or times.day_is_near
        return times._replace(paragraph=None, of_an_event=False, day_is_near=False) if told else times

    def begins_sentence(self, *, told: bool = True) -> Times:
        """The times as a sentence begins; the day of one that told no figure is that of an event."""
        if not told and not self.of_an_event and self.paragraph is not None and is_day(self.paragraph):
            return self._replace(of_an_event=True).begins_sentence()
        if not (self.sentence or self.clause or self.at_day or self.foreseen):
            return self
        return self._replace(sentence=None, clause=None, at_day=False, foreseen=None, listed=())


_OF_NEWS = frozenset({"day", "today", "day_of_month", "days_of_month", "week"})
"""Forms of times of events: without a year they are none of the whole text."""
_SPANS = PARTS_OF_YEAR - {"month"}  # of which reports are; in a month things happen


def _is_of_now(time: TimeWords) -> bool:
    """Whether it is this week or the last, by which news date what they tell in the same sentence, and no more."""
    return time.form == "week" and bool(time.groups.get("back"))


def is_day(told: Time) -> bool:
    """Whether it is a day on which something happened, and not the last of a month, on which stocks are counted."""
    period = told.value
    return period is not None and period.is_one_day and not period.is_month_end
