"""A Chinese sentence read clause by clause: what each figure measures, from the words before and after it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.model import Area, Comparison, Measure, Period, Qualifier, Status
from shandong_econ.parsing.comparing import by_base
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.lexis import lexis
from shandong_econ.parsing.periods import Time, resolve
from shandong_econ.parsing.places import place
from shandong_econ.parsing.scene import NO_SUBJECT, Reading, Scene, Subject
from shandong_econ.parsing.series import NO_SERIES, kinds, name_series
from shandong_econ.parsing.tokenise import tokenise
from shandong_econ.parsing.tokens import Token

ENDS = frozenset("，,。；;：:！!？?")
COUNTED = frozenset({"NUM", "PS", "PS_VISIT"})
PERCENT = frozenset({"PT", "PTM"})


@attrs.define
class Lead:
    """The words before a group of figures, sorted by what they do for it."""

    subject: list[Token] = attrs.field(factory=list)
    relative: list[Token] = attrs.field(factory=list)
    roles: set[str] = attrs.field(factory=set)
    comparison: Comparison | None = None
    base: Time | None = None
    verb: int = 0
    verb_at: int = -1
    is_to: bool = False
    noun: int = 0
    side: int = 0
    of_which: bool = False
    listed: bool = False
    times: list[Time] = attrs.field(factory=list)
    area: Token | None = None
    qualifier: Qualifier | None = None
    end: int = 0


def read_sentence(text: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    tokens = tokenise(text, start, end, lexis("zh"))
    readings: list[Reading] = []
    scene.begin_sentence()
    clause: list[Token] = []
    first = True
    for token in tokens:
        if token.mark in ENDS and token.mark:
            if clause:
                readings.extend(_Clause(clause, source, scene, first, readings).read())
                first = False
            clause = []
        else:
            clause.append(token)
    if clause:
        readings.extend(_Clause(clause, source, scene, first, readings).read())
    return readings


@attrs.define
class _Clause:
    tokens: list[Token]
    source: str
    scene: Scene
    is_first: bool
    before: list[Reading]
    done: list[Reading] = attrs.field(factory=list)
    explicit_time: bool = False

    def read(self) -> list[Reading]:
        tokens = self.tokens
        lead: list[Token] = []
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token.figure is None or not self.measures(i):
                lead.append(token)
                i += 1
                continue
            group, i = self.group(i)
            self.read_group(lead, group, i)
            lead = []
        if lead and not self.done:
            self.set_topic(lead)
        elif lead:
            self.note_areas(lead)
        return self.done

    # ------------------------------------------------------------------ which numbers measure something

    def measures(self, i: int) -> bool:
        tokens, figure = self.tokens, self.tokens[i].figure
        assert figure is not None
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if before is not None and before.mark in ("“", "《") and before.mark and self.closes_soon(i):
            return False
        if figure.ordinal:
            return self.is_rank(i)
        if figure.unit in ("YEARS", "MONTHS"):
            return any(token.has("streak.word") for token in tokens[max(0, i - 3) : i])
        if figure.unit is None:
            if figure.is_word:
                return self.is_rank(i) or self.is_count_of_moves(i)
            if figure.power:
                return True
            return self.is_bare_figure(i, before, after)
        if figure.is_word and figure.unit in COUNTED | {"DAYS"}:
            if figure.value == 1 and figure.power == 0:
                return self.is_count_of_moves(i)
        if figure.hedge in ("GE", "LE", "GT") and figure.unit not in PERCENT and self.is_threshold(i):
            return False
        return True

    def closes_soon(self, i: int) -> bool:
        return any(token.mark in ("”", "》") and token.mark for token in self.tokens[i + 1 : i + 3])

    def is_rank(self, i: int) -> bool:
        return any(t.has("rank.verb") or t.areas or t.has("gap.sides") for t in self.tokens[max(0, i - 3) : i])

    def is_count_of_moves(self, i: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and (after.has("change.up") or after.has("change.down")) and after.end - after.start == 1

    def is_bare_figure(self, i: int, before: Token | None, after: Token | None) -> bool:
        if after is not None and after.mark == ":" and after.start == self.tokens[i].end:
            return True
        for token in self.tokens[i + 1 : i + 4]:
            if token.figure is not None and token.figure.unit is not None:
                return all(_joins(t) for t in self.tokens[i + 1 : self.tokens.index(token)])
        subject = [t for t in self.tokens[:i] if t.is_words]
        phrase = "".join(self.source[t.start : t.end] for t in subject)
        series = name_series(phrase, self.scene.base) if phrase else self.scene.subject.series
        if series.code is not None:
            return kinds()[series.code].unit in ("IX", "RO")
        return phrase.endswith(("指数", "比值", "系数", "比"))

    def is_threshold(self, i: int) -> bool:
        tokens, figure = self.tokens, self.tokens[i].figure
        assert figure is not None
        rest = tokens[i + 1 :]
        while rest and (rest[0].has("qualifier.after") or rest[0].has("link.joins")):
            rest = rest[1:]
        return bool(rest) and rest[0].is_words and any(t.figure is not None for t in rest[1:]) and figure.hedge != "GT"

    # ------------------------------------------------------------------ groups of figures

    def group(self, i: int) -> tuple[list[tuple[list[Token], Token]], int]:
        """The figures that stand in one list from token i on, each with the words before it, and where they end."""
        tokens = self.tokens
        group = [([], tokens[i])]
        j = i + 1
        while j < len(tokens):
            inner = []
            k = j
            while k < len(tokens) and tokens[k].figure is None and (_joins(tokens[k]) or _inner(tokens[k])):
                inner.append(tokens[k])
                k += 1
            if k >= len(tokens) or tokens[k].figure is None or not any(_joins(t) for t in inner) or not self.measures(k):
                break
            group.append((inner, tokens[k]))
            j = k + 1
        while j < len(tokens) and tokens[j].has("qualifier.after"):
            j += 1
        return group, j

    def read_group(self, lead_tokens: list[Token], group: list[tuple[list[Token], Token]], i: int) -> None:
        lead = self.sort(lead_tokens, group)
        after = self.tokens[i] if i < len(self.tokens) else None
        _inherit_units(group)
        self.move_scene(lead)
        figure = group[0][1].figure
        assert figure is not None
        subjects = self.subjects(lead, group, after, i)
        for n, (inner, token) in enumerate(group):
            assert token.figure is not None
            inner_lead = lead if not inner else self.sort_inner(lead, inner)
            subject, period, area = subjects[n]
            reading = measure(token.figure, inner_lead, subject, self.scene, self, token, after)
            reading.period = period
            reading.area = area
            self.done.append(reading)
        self.scene.recent = (self.scene.recent + self.done[-len(group) :])[-8:]

    # ------------------------------------------------------------------ the words before

    def sort(self, tokens: Sequence[Token], group: Sequence[tuple[list[Token], Token]]) -> Lead:
        figure = group[0][1].figure
        last = group[-1][1].figure
        assert figure is not None and last is not None
        unit = last.unit or figure.unit
        lead = Lead(end=group[0][1].start)
        relative = False
        for n, token in enumerate(tokens):
            roles = token.roles
            lead.roles |= roles
            if token.time is not None:
                if lead.base is None and (token.time.is_base_only or "than" in lead.roles or relative and "comparison.than" in lead.roles):
                    lead.base = token.time
                else:
                    lead.times.append(token.time)
                continue
            if "link.of_which" in roles:
                lead.of_which = True
            if "link.respectively" in roles:
                lead.listed = True
            if "comparison.than" in roles:
                lead.roles.add("than")
                relative = True
                continue
            for comparison in _COMPARISONS:
                if f"comparison.{comparison.value}" in roles:
                    lead.comparison = comparison
            if "contribution.toward" in roles:
                if any(t.has("contribution.rate") for t in tokens[n:]):
                    relative = True
                    continue
                (lead.relative if relative else lead.subject).append(token)
                continue
            if "share.of" in roles or ("contribution.points" in roles and unit == "PPT"):
                relative = True
                if token.naming is None:
                    continue
            if unit == "PPT" and ("gap.above" in roles or "gap.below" in roles):
                lead.side = 1 if "gap.above" in roles else -1
                relative = True
                continue
            if unit == "PPT" and relative and ("gap.above_than" in roles or "gap.below_than" in roles) and n == len(tokens) - 1:
                lead.side = 1 if "gap.above_than" in roles else -1
                continue
            if "rank.verb" in roles and (figure.ordinal or figure.is_word):
                relative = True
                continue
            if "streak.word" in roles:
                relative = True
                continue
            if "rate.growth" in roles or "rate.decline" in roles:
                lead.noun = 1 if "rate.growth" in roles else -1
                lead.verb = 0
                continue
            if "change.up" in roles or "change.down" in roles:
                lead.verb = 1 if "change.up" in roles else -1
                lead.verb_at = n
                lead.is_to = False
                continue
            if "change.narrow" in roles:
                lead.verb = -1
                lead.verb_at = n
                lead.roles.add("narrow")
                continue
            if "change.to" in roles and lead.verb_at >= 0:
                lead.is_to = True
            if token.areas and not relative and not (n == len(tokens) - 1 and _is_place_in_order(figure)):
                lead.area = token
                lead.subject.append(token)
                continue
            if token.is_words or token.areas or token.has("gap.sides") or token.has("area.home") or token.has("achievement.goal") or token.has("link.list") or token.mark in ("、", "“", "”"):
                (lead.relative if relative else lead.subject).append(token)
        for token in reversed(tokens):
            code = _qualifier(token)
            if code is None:
                break
            lead.qualifier = code
            break
        return lead

    def sort_inner(self, lead: Lead, inner: list[Token]) -> Lead:
        own = self.sort(inner, [([], Token(lead.end, lead.end, figure=Figure(0, 0, 0, _ONE)))])
        if not (own.verb or own.comparison or own.noun or own.base):
            return attrs.evolve(lead, qualifier=own.qualifier or None)
        return attrs.evolve(
            lead,
            verb=own.verb or lead.verb,
            verb_at=own.verb_at if own.verb else lead.verb_at,
            comparison=own.comparison if own.comparison or own.base else lead.comparison,
            base=own.base or (None if own.comparison else lead.base),
            qualifier=own.qualifier,
            roles=lead.roles | own.roles,
        )

    # ------------------------------------------------------------------ time and place

    def move_scene(self, lead: Lead) -> None:
        scene = self.scene
        for token in self.tokens:
            if token.start >= lead.end:
                break
            if token.has("status.target"):
                scene.status = Status.T
            elif token.has("status.forecast"):
                scene.status = Status.F
        for time in lead.times:
            self.move_time(time)
        if lead.area is not None:
            scene.area = place(lead.area.areas, scene.home, self.source[lead.area.start : lead.area.end])
        for token in self.tokens:
            if token.start >= lead.end:
                break
            if token.has("area.home") and token not in lead.relative:
                scene.area = scene.home

    def move_time(self, time: Time) -> None:
        scene = self.scene
        period = resolve(time, scene.calendar, scene.period)
        if time.form == "year_to_date" or time.form == "unknown" or period is None:
            return
        self.explicit_time = True
        initial = self.is_first and not self.done
        if initial and time.form != "same_month":
            head = scene.paragraph_period
            if head is None or not _within(period, head):
                scene.paragraph_period = period
            if scene.document_period is None and not time.is_point:
                scene.document_period = period
        scene.period = period

    def note_areas(self, tokens: list[Token]) -> None:
        return

    def set_topic(self, tokens: list[Token]) -> None:
        """A clause without a figure tells what, when and where the next are about."""
        scene = self.scene
        lead = self.sort(tokens, [([], Token(tokens[-1].end, tokens[-1].end, figure=Figure(0, 0, 0, _ONE)))])
        self.move_scene(lead)
        if lead.comparison is not None and not lead.subject:
            scene.comparison = lead.comparison
        named = [token for token in lead.subject if token.naming is not None]
        for token in named:
            series = name_series(self.source[token.start : token.end], scene.base)
            if series is not NO_SERIES:
                scene.subject = Subject(self.source[token.start : token.end], series)
                scene.base = series.base or scene.base
                break

    # ------------------------------------------------------------------ subjects

    def subjects(
        self, lead: Lead, group: list[tuple[list[Token], Token]], after: Token | None, i: int
    ) -> list[tuple[Subject, Period | None, Area | None]]:
        scene, count = self.scene, len(group)
        items = _items(lead.subject)
        same = [(self.subject(items, lead, group, after), scene.period, scene.area or scene.home)]
        if count == 1:
            return same
        if len(items) == count:
            return [self.item(item, items[-1], items[0]) for item in items]
        if not any(items) or lead.of_which:
            pass
        if not "".join(self.words(item) for item in items) and len(scene.recent) >= count:
            last = scene.recent[-count:]
            if len({id(r.subject) for r in last}) > 1:
                return [(r.subject, r.period, r.area) for r in last]
        return same * count

    def item(self, tokens: list[Token], last: list[Token], first: list[Token]) -> tuple[Subject, Period | None, Area | None]:
        scene = self.scene
        areas = [token for token in tokens if token.areas]
        words = self.words(tokens)
        if areas and not words:
            area = place(areas[-1].areas, scene.home, self.source[areas[-1].start : areas[-1].end])
            tail = self.words([t for t in last if not t.areas])
            subject = self.named(tail) if tail else scene.subject
            return subject, scene.period, area
        series = name_series(words, scene.base)
        if series.code is None and tokens is not last:
            tail = self.words(last)
            for cut in range(1, len(tail)):
                whole = name_series(words + tail[cut:], scene.base)
                if whole.code is not None:
                    series = whole
                    break
        return Subject(words, series), scene.period, scene.area or scene.home

    def named(self, words: str) -> Subject:
        series = name_series(words, self.scene.base)
        self.scene.base = series.base or self.scene.base
        return Subject(words, series)

    def subject(self, items: list[list[Token]], lead: Lead, group: list[tuple[list[Token], Token]], after: Token | None) -> Subject:
        scene = self.scene
        tokens = [token for item in items for token in item]
        words = self.source[tokens[0].start : tokens[-1].end] if tokens and _unbroken(tokens) else self.words(tokens)
        words = words if any(t.is_words for t in tokens) else ""
        if tokens and words:
            while tokens and tokens[0].areas:
                tokens = tokens[1:]
            words = self.words(tokens)
        figure = group[-1][1].figure
        assert figure is not None
        if not words or words in _same():
            if after is not None and after.is_words and figure.unit not in PERCENT | {"PPT", "RO"} and figure.end >= after.start - 1:
                words = self.words(self.run(after))
                subject = self.named(words)
                scene.subject = subject
                return subject
            return scene.subject if scene.subject is not NO_SUBJECT else Subject(words)
        if after is not None and after.is_words and after.start == figure.end and figure.unit in COUNTED and figure.hedge is None:
            words = self.words(self.run(after))
        subject = self.named(words)
        scene.subject = subject
        return subject

    def run(self, first: Token) -> list[Token]:
        at = self.tokens.index(first)
        run = []
        for token in self.tokens[at:]:
            if not (token.is_words or token.has("link.joins") or token.areas or token.mark in ("“", "”", "、") and token.mark):
                break
            run.append(token)
        return run

    def words(self, tokens: Sequence[Token]) -> str:
        return "".join(self.source[t.start : t.end] for t in tokens)


def _items(tokens: list[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    for token in tokens:
        if token.mark == "、" or token.has("link.list"):
            items.append([])
        else:
            items[-1].append(token)
    return items


def _unbroken(tokens: list[Token]) -> bool:
    return all(a.end == b.start for a, b in zip(tokens, tokens[1:], strict=False))


def _is_place_in_order(figure: Figure) -> bool:
    return figure.ordinal or (figure.is_word and figure.unit is None)


def _joins(token: Token) -> bool:
    return token.mark == "、" or token.has("link.list")


def _inner(token: Token) -> bool:
    roles = token.roles
    return bool(roles) and not token.areas and not token.naming and not token.mark


def _inherit_units(group: list[tuple[list[Token], Token]]) -> None:
    last = group[-1][1].figure
    assert last is not None
    for _, token in group[:-1]:
        figure = token.figure
        assert figure is not None
        if figure.unit is None or (last.unit == "PPT" and figure.unit == "NUM"):
            figure.unit, figure.word = last.unit, last.word
            if not figure.power:
                figure.power = last.power


def _within(inner: Period, outer: Period) -> bool:
    try:
        return inner in outer and inner != outer
    except TypeError:
        return False


_ONE = __import__("decimal").Decimal(1)
_COMPARISONS = [c for c in Comparison if c is not Comparison.SINCE]


def _qualifier(token: Token) -> Qualifier | None:
    for code in Qualifier:
        if f"qualifier.{code.value}" in token.roles:
            return code
    return None


def _same() -> frozenset[str]:
    from shandong_econ.lexicon.words import word_list

    return frozenset(word_list("zh", "anaphora.same"))


def measure(figure: Figure, lead: Lead, subject: Subject, scene: Scene, clause: _Clause, token: Token, after: Token | None) -> Reading:
    """What kind of number it is, by the first rule that fits."""
    unit = figure.unit
    reading = Reading(figure, subject, Measure.LEVEL, unit=unit, status=scene.status)
    hedge = figure.hedge or (lead.qualifier.value if lead.qualifier else None)
    reading.qualifier = Qualifier(hedge) if hedge else Qualifier.EQ
    if figure.ordinal or (figure.is_word and unit is None and "rank.verb" in lead.roles):
        reading.measure, reading.unit, reading.rule = Measure.RANK, "NUM", "rank"
    elif unit in ("YEARS", "MONTHS"):
        reading.measure, reading.rule = Measure.STREAK, "streak"
    elif unit in PERCENT:
        _percent(reading, lead, scene, clause)
    elif unit == "PPT":
        _points(reading, lead, scene, clause)
    elif unit == "RO":
        _times(reading, lead, scene)
    else:
        _natural(reading, lead, scene)
    return reading


def _percent(r: Reading, lead: Lead, scene: Scene, clause: _Clause) -> None:
    roles = lead.roles
    relative = clause.words(lead.relative)
    if "achievement.goal" in roles:
        r.measure, r.relative_to, r.rule = Measure.ACHIEVEMENT, clause.words([t for t in clause.tokens if t.has("achievement.goal")][:1]), "achievement"
    elif "contribution.rate" in roles:
        r.measure, r.relative_to, r.rule = Measure.CONTRIBUTION_RATE, relative or None, "contribution rate"
    elif "share.of" in roles or ("rate.share" in roles and not lead.verb):
        r.measure, r.relative_to, r.rule = Measure.SHARE, relative or None, "share"
    elif "rate.share" in roles and lead.verb and not lead.is_to:
        r.measure, r.sign, r.rule = Measure.CHANGE, lead.verb, "change of a share in percent"
        r.unit = "PPT"
        _compared(r, lead, scene)
    elif (lead.noun or (lead.verb and not lead.is_to)) and not ("rate.share" in roles):
        r.measure, r.sign, r.rule = Measure.GROWTH, lead.verb or lead.noun, "growth"
        _compared(r, lead, scene, default=True)
    elif r.subject.series.code and kinds()[r.subject.series.code].unit == "PT":
        r.rule = "rate"
    elif r.subject.label.endswith(("率", "面", "度", "比")):
        r.rule = "rate"
    elif lead.is_to and "rate.share" in roles:
        r.measure, r.rule = Measure.SHARE, "share"
    elif scene.recent and scene.recent[-1].measure is Measure.GROWTH:
        r.measure, r.rule = Measure.GROWTH, "growth carried"
        _compared(r, lead, scene, default=True)
    elif lead.comparison:
        r.measure, r.rule = Measure.GROWTH, "growth"
        _compared(r, lead, scene, default=True)
    else:
        r.rule = "level in percent"


def _points(r: Reading, lead: Lead, scene: Scene, clause: _Clause) -> None:
    relative = clause.words(lead.relative)
    if "contribution.points" in lead.roles:
        r.measure, r.sign, r.relative_to, r.rule = Measure.CONTRIBUTION, lead.verb or 1, relative or None, "contribution"
    elif lead.side:
        r.measure, r.sign, r.relative_to, r.rule = Measure.GAP, lead.side, relative or None, "gap"
    else:
        sign = lead.verb or 1
        last = next((x for x in reversed(scene.recent) if x.measure is Measure.GROWTH), None)
        falling = lead.noun < 0 or (not lead.noun and last is not None and last.sign < 0)
        if "narrow" in lead.roles:
            sign = 1 if falling else -1
        elif lead.noun < 0:
            sign = -sign
        r.measure, r.sign, r.rule = Measure.CHANGE, sign, "change in points"
        _compared(r, lead, scene)


def _times(r: Reading, lead: Lead, scene: Scene) -> None:
    r.measure, r.rule = Measure.MULTIPLE, "multiple"
    if lead.verb or lead.comparison:
        _compared(r, lead, scene, default=True)
    elif lead.base or lead.times:
        r.comparison = Comparison.SINCE


def _natural(r: Reading, lead: Lead, scene: Scene) -> None:
    if lead.verb and not lead.is_to and "link.from" not in lead.roles:
        r.measure, r.sign, r.rule = Measure.CHANGE, lead.verb, "change"
        _compared(r, lead, scene)
    else:
        r.rule = "level"


def _compared(r: Reading, lead: Lead, scene: Scene, *, default: bool = False) -> None:
    """Sets what a growth or a change is measured against."""
    if lead.comparison is not None:
        r.comparison = lead.comparison
    elif lead.base is not None:
        base = resolve(lead.base, scene.calendar, scene.period)
        r.comparison, r.base = by_base(base, lead.base, scene.period), base
    elif default:
        r.comparison = scene.comparison or Comparison.YEAR_ON_YEAR
    elif scene.said_default is not None or (r.measure is Measure.CHANGE and r.unit == "PPT" and False):
        r.comparison = scene.said_default
    if r.comparison is Comparison.MONTH_ON_MONTH and scene.period is not None and scene.period.months == 3:
        r.comparison = Comparison.QUARTER_ON_QUARTER
