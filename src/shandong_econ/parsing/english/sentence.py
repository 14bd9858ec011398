"""An English sentence read group by group: what each figure measures, from the words that lead to it and trail it."""

from __future__ import annotations

import attrs

from shandong_econ.model import Area, Comparison, Measure, Period, Status
from shandong_econ.parsing.english.after import add_clues_after
from shandong_econ.parsing.english.anaphora import gone_back_to, told_last
from shandong_econ.parsing.english.before import clues_before
from shandong_econ.parsing.english.counting import is_column
from shandong_econ.parsing.english.counts import is_part
from shandong_econ.parsing.english.firms import NEAR_OPENING, note_firm
from shandong_econ.parsing.english.groups import Group, find_groups, words_of_first
from shandong_econ.parsing.english.lists import series_of_item
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.places import areas_of_list, noun_of_list
from shandong_econ.parsing.english.plans import headline_plan, is_goal, plans_of
from shandong_econ.parsing.english.records import period_of_record, without_records
from shandong_econ.parsing.english.relatives import without_relatives
from shandong_econ.parsing.english.stocks import date_stock, leave_day
from shandong_econ.parsing.english.subjects import Said, is_bare, is_rate, named, subject_of
from shandong_econ.parsing.english.times import (
    ends_of,
    is_past,
    looks_back,
    move_time,
    own_period,
    period_looked_back_to,
    periods_of_list,
    quarter_to,
    recalls,
    share_time,
    so_far,
    tells_past,
)
from shandong_econ.parsing.english.together import put_beside
from shandong_econ.parsing.english.units import name_unit, share_unit
from shandong_econ.parsing.english.usual import go_on_comparing, head_with
from shandong_econ.parsing.english.words import Words, is_change, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import COUNTED, PERCENT, measure
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene

RECENT = 8  # figures that a later one can look back to


def read_sentence(text: str, lower: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    tokens = tokenise_english(text, lower, start, end, scene.local_places)
    scene.account.see(tokens)
    note_firm(tokens, source, start, end, scene)
    words = Words(lower, source, scene)
    kept, records = without_records(words, without_relatives(words, tokens))
    return _Sentence(kept, words, scene, records).read()


@attrs.define
class _Sentence:
    tokens: list[Token]
    words: Words
    scene: Scene
    records: dict[int, Time] = attrs.field(factory=dict)
    done: list[Reading] = attrs.field(factory=list)
    asides: list[Reading] = attrs.field(factory=list)
    said: Said = attrs.field(factory=Said)

    def read(self) -> list[Reading]:
        pieces = Pieces(self.tokens, self.words)
        groups = find_groups(pieces)
        if not groups:
            self.set_topic()
            return []
        leave_day(self.words, self.tokens)
        if self.scene.opens and "link.of_which" in self.tokens[0].roles:
            self.scene.go_on()
        self.scene.growth_column &= not any(is_verb(token) for token in self.tokens)
        begin = 0
        for n, group in enumerate(groups):
            following = groups[n + 1] if n + 1 < len(groups) else None
            block = self.tokens[group.last + 1 : len(self.tokens) if following is None else following.first]
            own = len(block) if following is None else words_of_first(self.words, block)
            trail = block[:own] if following is None else self.trail(pieces, block, own, following)
            self.read_group(pieces, self.tokens[begin : group.first], group, trail)
            shared = own == len(block) and bool(block) and self.words.word(block[-1]) in word_set("parts.of")
            begin = group.last + 1 + (0 if shared else own)
        return sorted(self.done + self.asides, key=lambda reading: reading.figure.start) if self.asides else self.done

    def trail(self, pieces: Pieces, block: list[Token], own: int, following: Group) -> list[Token]:
        """The words after a group, or those after the next where they are for both: "six of the eight categories"."""
        after = following.last + 1
        words = [self.words.word(token) for token in block]
        if words and words[0] == "(" and len(words) < 4 and pieces.word(after) == ")":
            return self.tokens[after + 1 : after + 7]
        if words and words[0] == "of" and len(words) < 4 and is_goal(self.tokens[after : after + 1]):
            return [*block, *self.tokens[after : after + 1]]  # "30.4 percent of the 850,000 target"
        if words and words[0] in word_set("parts.of") and word_set("parts.between").issuperset(words[1:]):
            self.said.is_part = True
            return self.tokens[after : after + 5]
        return block[:own]

    # ------------------------------------------------------------------ a group

    def read_group(self, pieces: Pieces, lead: list[Token], group: Group, trail: list[Token]) -> None:
        scene = self.scene
        figures = [token.figure for token in group.figures if token.figure is not None]
        clues = clues_before(self.words, lead, len(figures), figures[-1].unit)
        add_clues_after(self.words, clues, trail, figures[-1].unit, ranks=figures[-1].ordinal)
        share_unit(figures)
        if figures[-1].unit is None and any(is_change(token) for token in trail):
            self.said.is_part = True
        stated = clues.comparison is not None
        self.carry(pieces, group, clues, figures, lead)
        reached = Says.GOAL in clues.says and figures[-1].unit in PERCENT
        self.move(clues, lead, [] if reached else trail)  # "59 percent of the target" is no target
        told = bool(clues.times or clues.own_time)
        backward = figures[:1] if pieces.word(group.first + 1) == "to" else figures  # of "from 36 to 31" only the first
        for figure, (subject, period, area) in zip(figures, self.subjects(clues, figures, lead), strict=True):
            name_unit(figure, clues, subject, scene)
            reading = measure(figure, clues, subject, scene)
            record = self.records.get(group.figures[0].start)
            period = period if record is None else period_of_record(scene, record)
            reading.period, reading.area, reading.told = period, area, told or record is not None
            if record is not None and scene.recent and scene.recent[-1].measure is reading.measure:
                reading.comparison = scene.recent[-1].comparison
            if reading.comparison is Comparison.QUARTER_ON_QUARTER and not (stated and record is None):
                reading.period = quarter_to(period)
            if looks_back(clues) and figure in backward:
                self.look_back(clues, reading)
            if Says.GOAL in clues.says and reading.measure is Measure.LEVEL:
                reading.status, reading.period = Status.T, None if period is None else Period.of(period.year)
            elif is_goal(trail):
                reading.status = Status.T
            self.done.append(reading)
        self.part_ends(clues, self.done[-len(figures) :])
        go_on_comparing(
            scene,
            self.done[-1],
            stated=bool(clues.comparison or clues.base),
            first=all(one.measure is not Measure.GROWTH for one in self.done[: -len(figures)]),
        )
        self.share_own_time(clues, len(figures), lead)
        put_beside(pieces, group, clues, self.done[-len(figures) :], scene)
        for reading in self.done[-len(figures) :]:
            complete(scene, reading, told=told or is_goal(trail), name=name_series_english)
            if not told:
                date_stock(scene, reading)
        if len(figures) > 1 and not self.said.goes_back:
            scene.listed = self.done[-len(figures) :]
        self.asides.extend(aside.like(self.done[n - len(figures)]) for n, aside in group.asides)
        scene.recent = (scene.recent + self.done[-len(figures) :])[-RECENT:]
        self.said.is_part = self.said.goes_back = False

    def part_ends(self, clues: Clues, readings: list[Reading]) -> None:
        """Gives what a series goes from and to the first and last of the years: "from 2015 to 2019, from 36 to 81"."""
        ends = ends_of(readings[0].period)
        if ends is None or any(reading.measure is not Measure.LEVEL for reading in readings):
            return
        if Says.FROM in clues.says:
            for reading, period in zip(readings, ends, strict=False):
                reading.period = period
        elif clues.is_to and self.scene.recent and self.scene.recent[-1].period == ends[0]:
            readings[0].period = ends[1]

    def look_back(self, clues: Clues, reading: Reading) -> None:
        """Takes a level or a share that something is compared with for what it was then, as it was."""
        last = self.done[-1] if self.done else None
        if reading.measure is Measure.GROWTH and clues.comparison is not None and clues.own_time is None:
            # "eased to 1.2% from 1.4% a month before"
            if last is not None and last.measure is Measure.GROWTH and Says.FROM in clues.says:
                reading.period = period_looked_back_to(clues, self.tokens, reading.period)
                reading.comparison = last.comparison
        elif reading.measure in (Measure.LEVEL, Measure.SHARE):
            reading.status = Status.A
            if clues.own_time is None:
                reading.period = period_looked_back_to(clues, self.tokens, reading.period)

    def share_own_time(self, clues: Clues, count: int, lead: list[Token]) -> None:
        """Gives the figures before a group its time where the sentence tells that only once."""
        if clues.own_time is None or looks_back(clues):
            return
        first = self.done[0]
        if share_time(self.words, self.done, count, lead) and first.period is not None:
            self.scene.head_paragraph(first.period, clues.own_time)

    def carry(self, pieces: Pieces, group: Group, clues: Clues, figures: list[Figure], lead: list[Token]) -> None:
        """Takes over from what the sentence has said before: the whole of a count, a unit, a comparison."""
        self.said.antecedent = clues.main or self.said.antecedent
        self.said.part_of, self.said.doer = None, ""
        if figures[-1].unit == "RO" and not clues.verb and clues.own_time is not None:
            clues.base, clues.own_time = clues.own_time, None  # "2.5 times the figure of 2019"
        if not self.done:
            self.said.comparison = clues.comparison
            return
        last = self.done[-1]
        if last.unit in COUNTED and last.measure is Measure.LEVEL and lead and _is_deed(lead[0]):
            self.said.doer = last.subject.label
        if last.measure is Measure.STREAK and not clues.words and (clues.verb or clues.noun):
            # "the month-on-month movement rose for the fourth month running, increasing by 1.6%"
            clues.comparison = clues.comparison or self.said.comparison
        if (
            lead
            and self.words.word(lead[-1]) == "by"
            and not clues.verb
            and last.measure in (Measure.CHANGE, Measure.GROWTH)
        ):
            clues.verb = last.sign  # "exports rose by 5 percent, imports by 3 percent"
        if figures[-1].unit in COUNTED | {None} and is_part(pieces, group.first):
            self.said.part_of = last.subject
            clues.verb = clues.noun = 0  # "five rose" counts them
        out_of = pieces.word(group.first - 1) in word_set("parts.out_of")
        if self.scene.growth_column and is_column(pieces, group.first):
            clues.comparison = Comparison.YEAR_ON_YEAR
        goes_on = looks_back(clues) or (clues.is_to and last.measure is Measure.LEVEL)
        changes = bool(clues.verb or clues.noun) and last.unit in COUNTED
        if figures[0].unit is None and (self.said.part_of or out_of or goes_on or changes):
            figures[0].unit = last.unit
        if clues.other_period and clues.comparison is None and last.measure is Measure.GROWTH:
            clues.comparison = last.comparison

    # ------------------------------------------------------------------ time, place, subjects

    def move(self, clues: Clues, lead: list[Token], trail: list[Token]) -> None:
        """Moves the scene to the plan, the time and the place that the words before a group tell of."""
        scene = self.scene
        heads = not self.done and not recalls(self.words, lead)
        for n, time in enumerate(clues.times):
            if time.form == "since_year" and Says.FROM in clues.says:
                continue
            move_time(scene, time, initial=heads and n == 0)
        self.plan(lead, trail)
        if clues.area is not None and (not looks_back(clues) or (not self.done and not clues.other_period)):
            scene.area = clues.area
        elif clues.area is None and scene.area is None and not self.done and self.goes_on(clues, lead):
            scene.area = scene.previous_area

    def plan(self, lead: list[Token], trail: list[Token]) -> None:
        """Takes what is read next for a plan or a forecast where the words say so, for a result where they tell one."""
        scene = self.scene
        told = any(is_verb(token) for token in lead)
        own = [] if any("change.more" in t.roles or "change.less" in t.roles for t in trail) else trail
        plans = plans_of(self.words, lead if told else [*lead, *own], in_plan=scene.section_status is Status.T)
        for status in plans:
            scene.plan(status)
        if not plans and scene.is_title and not told and (headline := headline_plan(self.words, lead)):
            scene.plan(headline)
        elif not plans and any(is_verb(t) and is_past(self.words.word(t)) for t in lead):
            scene.status = scene.paragraph_status or scene.section_status

    def goes_on(self, clues: Clues, lead: list[Token]) -> bool:
        """Whether a sentence goes on about the place of the one before: "its exports", "the figure"."""
        if any(self.words.word(token) in word_set("carry_on.pronouns") for token in lead[:NEAR_OPENING]):
            return True
        return not self.scene.opens_paragraph and bool(lead) and is_bare(clues.words)

    def subjects(
        self, clues: Clues, figures: list[Figure], lead: list[Token]
    ) -> list[tuple[Subject, Period | None, Area | None]]:
        """What, when and where each figure of a group is about."""
        scene, count = self.scene, len(figures)
        period, area = self.period(clues), (clues.area if looks_back(clues) else None) or scene.place()
        known = scene.listed or told_last(scene.recent, max(2, count))
        if back := gone_back_to(clues.words, known, count):
            self.said.goes_back, scene.listed = True, list(known)
            return [(one.subject, period, one.area) for one in back]
        if len(places := areas_of_list(self.words, lead, count)) == count:
            words = noun_of_list(self.words, lead)
            subject = scene.subject if is_bare(words) else named(scene, words)
            return [(subject, period, one) for one in places]
        if count > 1 and len(periods := periods_of_list(scene, clues)) == count:
            subject = subject_of(scene, clues, figures[-1], self.said, first=not self.done)
            return [(subject, one, area) for one in periods]
        if count > 1 and len(clues.items) == count:
            return [(subject, period, area) for subject in self.items(clues)]
        subject = subject_of(scene, clues, figures[-1], self.said, first=not self.done)
        if count > 1 and clues.area is None and len(places := _places_of(self.done[-count:])) == count:
            return [(subject, period, one) for one in places]
        if count > 1 and not clues.words and len(scene.recent) >= count:
            last = scene.recent[-count:]
            if len({id(r.subject) for r in last}) > 1 or len({r.area for r in last}) > 1:
                return [(r.subject, period if clues.is_to or clues.own_time else r.period, r.area) for r in last]
        return [(subject, period, area)] * count

    def items(self, clues: Clues) -> list[Subject]:
        """What the items of a list name, each with the words that stand only once."""
        base, local = self.scene.base, self.scene.local_places
        series = [series_of_item(item, clues.items, clues.shared, base, local) for item in clues.items]
        self.scene.base = next((one.base for one in series if one.base), self.scene.base)
        return [Subject(item, one, is_rate(item)) for item, one in zip(clues.items, series, strict=True)]

    def period(self, clues: Clues) -> Period | None:
        scene = self.scene
        if (part := so_far(scene, clues)) is not None:
            scene.go_to(part)
            return part
        own = own_period(scene, clues, first=not self.done)
        if own is not None:
            return own
        if Says.FROM in clues.says and (since := _since_year(clues)) is not None:
            return Period.of(since.names_year)
        return scene.when() or (scene.period if tells_past(self.words, self.tokens) else None)

    def set_topic(self) -> None:
        """A sentence without a figure tells what, when and where the next are about."""
        scene = self.scene
        clues = clues_before(self.words, self.tokens, 1, None)
        self.move(clues, self.tokens, [])
        if scene.in_heading:
            head_with(scene, clues.comparison)
        if any(is_change(t) for t in self.tokens) and any(self.words.word(t) == "%" for t in self.tokens):
            scene.growth_column = True  # the heading of a table: "(output; growth over 2017, %)"
        after = next((n + 1 for n, token in enumerate(self.tokens) if "link.source" in token.roles), 0)
        if after and not is_bare(source := self.words.until_break(self.tokens[after:])):
            named(scene, source)
            return
        for token in self.tokens:
            if token.naming is not None:
                series = name_series_english(self.words.word(token), scene.base)
                if series.base is not None and token.naming.base is not None:
                    scene.base = series.base
                if series.base is not None and series.code is not None:
                    scene.base = series.base
                    scene.subject = Subject(self.words.name(token), series)
                    return


def _is_deed(token: Token) -> bool:
    """Whether a word is the verb of those who were just counted: "46 chains | yielded revenue of"."""
    return is_verb(token) and not is_change(token) and "level.verb" in token.roles


def _places_of(readings: list[Reading]) -> list[Area]:
    """The places of a list that was read before, each once: "... ranked second and third, with exports of 5 and 4"."""
    found = [reading.area for reading in readings if reading.area is not None]
    return found if len(set(found)) == len(readings) else []


def _since_year(clues: Clues) -> Time | None:
    return next((time for time in clues.times if time.form == "since_year"), None)
