"""A Chinese sentence read clause by clause: what each figure measures, from the words before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Period, Status
from shandong_econ.parsing.chinese_clues import Sorted, comparison_of, is_joint, qualifier_of, same, sort_words
from shandong_econ.parsing.clues import Clues, Says
from shandong_econ.parsing.entities import find_chinese_entity
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.lexis import lexis
from shandong_econ.parsing.measures import COUNTED, PERCENT, REMARKED, SPANS, measure
from shandong_econ.parsing.periods import Time, resolve
from shandong_econ.parsing.places import place
from shandong_econ.parsing.ratios import three_industries
from shandong_econ.parsing.scene import NO_SUBJECT, Reading, Scene, Subject
from shandong_econ.parsing.series import NO_SERIES, Series, kin, kinds, name_series, put_together
from shandong_econ.parsing.tokenise import tokenise
from shandong_econ.parsing.tokens import Token

ENDS = frozenset("，,。；;：!！？?")
NOT_SAID_OF_PLACES = PERCENT | {"PPT", "RO"}
_RATES = ("率", "面", "度", "比")


def read_sentence(text: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    tokens = tokenise(text, start, end, lexis("zh"))
    note_entity(tokens, source, scene)
    readings: list[Reading] = []
    clause: list[Token] = []
    first = True
    for token in [*tokens, Token(end, end, mark="。")]:
        if not token.mark or token.mark not in ENDS or (token.mark == ":" and clause and clause[-1].figure is not None):
            clause.append(token)
        elif clause:
            readings.extend(_Clause(clause, source, scene, first).read())
            first = False
            clause = []
    return readings


def note_entity(tokens: Sequence[Token], source: str, scene: Scene) -> None:
    """Moves the scene into the firm that a sentence is about, or out of it where it speaks of a whole area."""
    entity = find_chinese_entity(source, tokens)
    if entity is not None:
        token = next((t for t in reversed(tokens) if t.areas and t.end <= entity.start + len(entity.name)), None)
        area = None if token is None else place(token.areas, scene.home, source[token.start : token.end])
        scene.enter_entity(entity, area)
    elif any("area.home" in t.roles or t.areas for t in tokens[:3]):
        scene.leave_entity()


@attrs.define
class _Clause:
    tokens: list[Token]
    source: str
    scene: Scene
    is_first: bool
    done: list[Reading] = attrs.field(factory=list)
    counted: int = 0

    def read(self) -> list[Reading]:
        tokens = self.tokens
        lead: list[Token] = []
        i = 0
        while i < len(tokens):
            if tokens[i].figure is None or not self.measures(i):
                lead.append(tokens[i])
                i += 1
                continue
            group, following = self.group(i)
            self.counted = 0
            self.read_group(lead, group, following)
            lead, i = [], following + self.counted
        if lead and not self.done:
            self.set_topic(lead)
        return self.done

    def words(self, tokens: Sequence[Token]) -> str:
        return "".join(self.source[t.start : t.end] for t in tokens).strip()

    # ------------------------------------------------------------------ which numbers measure something

    def measures(self, i: int) -> bool:
        """Whether a number measures something; one that could and does not leaves a remark."""
        reason = self.why_not(i)
        if reason in REMARKED:
            self.scene.remark(reason, self.tokens[i])
        return not reason

    def why_not(self, i: int) -> str:
        """Why a number is no figure, or "" if it is one."""
        figure = self.tokens[i].figure
        assert figure is not None
        if self.is_in_name(i):
            return "name"
        if figure.ordinal:
            return "" if self.is_rank(i) else "ordinal"
        if figure.unit in SPANS:
            streak = any("streak.word" in token.roles for token in self.tokens[max(0, i - 3) : i])
            return "" if streak else "span"
        if figure.unit is None:
            if figure.is_word:
                return "" if self.is_rank(i) or self.is_count_of_moves(i) else "name"
            return "" if figure.power or self.is_bare_figure(i) else "no_unit"
        if figure.is_word and figure.value == 1 and not figure.power and figure.unit in COUNTED | {"DAYS"}:
            return "article"
        return "threshold" if self.is_threshold(i) else ""

    def is_in_name(self, i: int) -> bool:
        """Whether the number stands in a short name in quotation marks, or is a scope such as 前50强."""
        before = self.tokens[i - 1] if i else None
        if before is not None and "name.scope" in before.roles and before.end == self.tokens[i].start:
            return True
        opened = any(t.mark in ("“", "《") and t.mark for t in self.tokens[max(0, i - 2) : i])
        return opened and any(t.mark in ("”", "》") and t.mark for t in self.tokens[i + 1 : i + 3])

    def is_rank(self, i: int) -> bool:
        near = self.tokens[max(0, i - 3) : i]
        figure = self.tokens[i].figure
        if figure is None or not figure.ordinal:
            return bool(near) and "rank.verb" in near[-1].roles and near[-1].end == self.tokens[i].start
        return any("rank.verb" in t.roles or t.areas or "gap.sides" in t.roles or "area.home" in t.roles for t in near)

    def is_count_of_moves(self, i: int) -> bool:
        """Whether it counts rises or falls, as in 七涨一降."""
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        return after is not None and after.end - after.start == 1 and bool(after.roles & {"change.up", "change.down"})

    def is_bare_figure(self, i: int) -> bool:
        """Whether a number without a unit is a figure: in a list, a ratio, or of a series that has no unit."""
        tokens = self.tokens
        for j in (i - 1, i + 1):
            if (
                0 <= j < len(tokens)
                and tokens[j].mark == ":"
                and any(0 <= k < len(tokens) and tokens[k].figure for k in (j - 1, j + 1))
            ):
                return True
        for j in range(i + 1, len(tokens)):
            figure = tokens[j].figure
            if figure is not None and figure.unit is not None:
                return True
            if not (is_joint(tokens[j]) or _inner(tokens[j]) or figure is not None):
                break
        phrase = self.words([t for t in tokens[:i] if t.is_words])
        series = name_series(phrase, self.scene.base) if phrase else self.scene.subject.series
        if series.code is not None and kinds()[series.code].unit in ("IX", "RO"):
            return True
        return phrase.endswith(("指数", "比值", "系数", "倍差"))

    def is_threshold(self, i: int) -> bool:
        """Whether the number only tells of what size things are, as in 500万元以上项目."""
        figure = self.tokens[i].figure
        assert figure is not None
        if figure.hedge not in ("GE", "LE") or figure.unit in NOT_SAID_OF_PLACES:
            return False
        rest = self.tokens[i + 1 :]
        while rest and not {"qualifier.after", "link.joins"}.isdisjoint(rest[0].roles):
            rest = rest[1:]
        return bool(rest) and rest[0].is_words

    # ------------------------------------------------------------------ groups of figures

    def group(self, i: int) -> tuple[list[tuple[list[Token], Token]], int]:
        """The figures that stand in one list from piece i on, each with the words before it, and where they end."""
        tokens = self.tokens
        group: list[tuple[list[Token], Token]] = [([], tokens[i])]
        j = i + 1
        while (k := self.next_in_list(j)) is not None:
            group.append((tokens[j:k], tokens[k]))
            j = k + 1
        while j < len(tokens) and "qualifier.after" in tokens[j].roles:
            j += 1
        return group, j

    def next_in_list(self, j: int) -> int | None:
        tokens = self.tokens
        joined = False
        while j < len(tokens) and tokens[j].figure is None:
            if tokens[j].mark == ":" or is_joint(tokens[j]):
                joined = True
            elif not _inner(tokens[j]) and not (tokens[j].mark in ("-", "~")):
                return None
            j += 1
        return j if joined and j < len(tokens) and self.measures(j) else None

    def read_group(self, lead: list[Token], group: list[tuple[list[Token], Token]], following: int) -> None:
        scene = self.scene
        figures = [token.figure for _, token in group if token.figure is not None]
        _inherit_units(figures)
        found = sort_words(lead, figures[0], figures[-1].unit)
        clues = found.clues
        clues.relative = self.words(found.relative)
        clues.goal = next((self.words([t]) for t in lead if "achievement.goal" in t.roles), "")
        clues.carries_on = not found.subject and not clues.verb and not clues.says
        self.look_after(found, following, figures[-1])
        if figures[0].unit == "RO" and not clues.verb and clues.times:
            clues.base = clues.times.pop()
        kept = scene.period
        self.move(found, group[0][1].start)
        subjects = self.subjects(found, figures, following)
        for n, (inner, _) in enumerate(group):
            subject, period, area = subjects[n]
            own = clues if not inner else self.inner_clues(clues, inner, figures[n])
            reading = measure(figures[n], own, subject, scene)
            reading.period, reading.area = period, area
            scene.complete(reading, told=bool(clues.times), name=name_series)
            self.done.append(reading)
        if len(figures) == 3 and any(t.mark == ":" for t in group[1][0]):
            three_industries(self.done[-3:])
        if Says.FROM in clues.says and clues.times:
            scene.period = kept
        scene.recent = (scene.recent + self.done[-len(figures) :])[-8:]

    def look_after(self, found: Sorted, following: int, figure: Figure) -> None:
        """The words right after a percentage: 10%的显示面板 is a share, 2.4%的同比涨幅 a growth."""
        rest = self.tokens[following:]
        if figure.unit not in PERCENT or not rest or "link.joins" not in rest[0].roles:
            return
        clues = found.clues
        if any("rate.growth" in t.roles or "rate.decline" in t.roles for t in rest):
            clues.noun = 1
            clues.counted = self.words(self.run(rest[1:]))
        elif not clues.verb and (found.area is not None or "全球" in self.words(found.subject)):
            clues.says.add(Says.SHARE)
            clues.relative = self.words(found.subject)
            clues.counted = self.words(self.run(rest[1:]))
            found.area = None
            found.subject = []

    def inner_clues(self, clues: Clues, inner: list[Token], figure: Figure) -> Clues:
        """The clues of a further figure of a list: its own words where it has any, else those of the list."""
        own = sort_words(inner, figure, figure.unit).clues
        if not (own.verb or own.comparison or own.noun or own.base):
            return attrs.evolve(clues, qualifier=own.qualifier)
        return attrs.evolve(
            clues,
            verb=own.verb or clues.verb,
            is_to=own.is_to if own.verb else clues.is_to,
            comparison=own.comparison or (None if own.base else clues.comparison),
            base=own.base or (None if own.comparison else clues.base),
            qualifier=own.qualifier,
            says=clues.says | own.says,
        )

    # ------------------------------------------------------------------ time and place

    def move(self, found: Sorted, before: int) -> None:
        scene = self.scene
        for token in self.tokens:
            if token.start >= before:
                break
            if "status.target" in token.roles:
                scene.plan(Status.T)
            elif "status.forecast" in token.roles:
                scene.plan(Status.F)
        for time in found.clues.times:
            self.move_time(time)
        if found.area is not None:
            scene.area = self.zone(found.area) or place(found.area.areas, scene.home, self.words([found.area]))
        elif found.home:
            scene.area = scene.home

    def zone(self, token: Token) -> Area | None:
        """A zone without a code whose name begins with a place's: 青岛西海岸新区."""
        following = next((t for t in self.tokens if t.start == token.end), None)
        if following is None or not following.is_words:
            return None
        words = self.words([following])
        for suffix in word_list("zh", "area.zone"):
            cut = words.find(suffix)
            if 0 < cut <= 6:
                return Area(None, None, self.words([token]) + words[: cut + len(suffix)])
        return None

    def move_time(self, time: Time) -> None:
        scene = self.scene
        period = resolve(time, scene.calendar, scene.period)
        if period is None or time.form in ("year_to_date", "unknown"):
            return
        if time.form == "day" and not self.source[max(0, time.start - 2) : time.start].endswith(("至", "到", "止")):
            return  # the day of an event
        if self.is_first and not self.done and time.form != "same_month":
            scene.head_paragraph(period, time)
        scene.go_to(period)

    def set_topic(self, tokens: list[Token]) -> None:
        """A clause without a figure tells what, when and where the next are about."""
        scene = self.scene
        found = sort_words(tokens, Figure(0, 0, 0, _ONE), None)
        if found.area is not None and not self.is_frame(found.area):
            found.area = None
        self.move(found, tokens[-1].end)
        if found.area is not None and self.scene.opens and self.is_first:
            scene.paragraph_area = scene.area
        if len(items := _items(found.subject)) > 1:
            scene.topics = [self.words(item) for item in items]
        frame = next((c for t in tokens if "link.frame" in t.roles and (c := comparison_of(t)) is not None), None)
        if frame is not None:
            scene.comparison = frame
        elif found.clues.comparison is not None and not any(t.is_words for t in found.subject):
            scene.comparison = found.clues.comparison
        for token in found.subject:
            if token.naming is not None:
                series = name_series(self.words([token]), scene.base)
                if series is not NO_SERIES:
                    scene.subject = scene.topic = Subject(self.words([token]), series)
                    scene.base = series.base or scene.base
                    return

    def is_frame(self, token: Token) -> bool:
        """Whether a place frames what follows: 在寿光，, or a place alone."""
        i = self.tokens.index(token)
        before = self.tokens[i - 1] if i else None
        if before is not None and (
            before.areas or "area.at" in before.roles or self.source[token.start - 1 : token.start] in _at_words()
        ):
            return True
        return not any(t.is_words for t in self.tokens)

    # ------------------------------------------------------------------ subjects

    def subjects(
        self, found: Sorted, figures: list[Figure], following: int
    ) -> list[tuple[Subject, Period | None, Area | None]]:
        scene, count = self.scene, len(figures)
        if count > 1 and len(items := _items(found.subject)) == count:
            return [self.item(item, items) for item in items]
        if count > 1 and len(scene.topics) == count:
            return [self.topic_item(topic, found) for topic in scene.topics]
        bare = not any(t.is_words or t.areas for t in found.subject)
        if count > 1 and bare and len(scene.recent) >= count:
            last = scene.recent[-count:]
            if len({(id(r.subject), r.area) for r in last}) > 1:
                return [(r.subject, r.period, r.area) for r in last]
        subject = self.subject(found, figures[-1], following)
        return [(subject, scene.when(), scene.place())] * count

    def item(self, tokens: list[Token], items: list[list[Token]]) -> tuple[Subject, Period | None, Area | None]:
        scene = self.scene
        places = [token for token in tokens if token.areas]
        tail = self.words([t for t in items[-1] if not t.areas])
        words = self.words(tokens)
        if places and not any(t.is_words for t in tokens):
            area = place(places[-1].areas, scene.home, self.words([places[-1]]))
            return self.named(tail) if tail else scene.subject, scene.when(), area
        series = name_series(words, scene.base)
        if series.code is None:
            head = self.words(items[0])
            longer = [words + tail[cut:] for cut in range(1, len(tail))] if tokens is not items[-1] else []
            longer += [head[:cut] + words for cut in range(len(head) - 1, 0, -1)] if tokens is not items[0] else []
            series = next((s for phrase in longer if (s := name_series(phrase, scene.base)).code is not None), series)
        if tokens is items[-1]:
            scene.base = series.base or scene.base
        return Subject(words, series, words.endswith(_RATES)), scene.when(), scene.place()

    def topic_item(self, words: str, found: Sorted) -> tuple[Subject, Period | None, Area | None]:
        """A part that was named in a clause before: A、B两个行业，增加值分别增长…"""
        scene = self.scene
        base = name_series(self.words(found.subject), scene.base).base or scene.base
        return Subject(words, name_series(words, base)), scene.when(), scene.place()

    def subject(self, found: Sorted, figure: Figure, following: int) -> Subject:
        scene = self.scene
        tokens = found.subject
        while tokens and (tokens[0].areas or "area.home" in tokens[0].roles or is_joint(tokens[0])):
            tokens = tokens[1:]
        words = self.words(tokens) if any(t.is_words for t in tokens) else ""
        if Says.PER in found.clues.says and figure.unit == "TN":
            figure.unit = "TN_DAY"
        counts = figure.unit not in NOT_SAID_OF_PLACES and not figure.ordinal and figure.unit not in SPANS
        run = self.run(self.tokens[following:]) if counts else []
        after = self.words(run) if counts else found.clues.counted
        self.name_unit(figure, words, after)
        if not words or words in same():
            if after:
                self.counted = len(run)
                return self.growing(after, figure) or self.named(after)
            part = self.part(found, figure) if counts else None
            return part or (scene.subject if scene.subject is not NO_SUBJECT else Subject(words))
        if after and figure.unit in COUNTED and name_series(words, scene.base).code is None:
            self.counted = len(run)
            return self.named(after)
        return self.named(words)

    def name_unit(self, figure: Figure, words: str, after: str) -> None:
        """Gives a number that has only a magnitude the unit that its words leave unsaid."""
        if figure.unit is not None:
            return
        if figure.is_word and not figure.power and not figure.ordinal:
            figure.unit = "NUM"
        elif figure.power and (after or words).endswith(word_list("zh", "people.words")):
            figure.unit = "PS"
        elif figure.power and words.endswith(word_list("zh", "money.words")):
            figure.unit = "CNY"

    def growing(self, words: str, figure: Figure) -> Subject | None:
        """The divisions of industry that grew, of the number named just before."""
        last = self.scene.recent[-1] if self.scene.recent else None
        if (
            last is None
            or last.subject.series.code != "IVA_INDUSTRIES_TOTAL"
            or words not in word_list("zh", "industries.words")
        ):
            return None
        return Subject(words, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))

    def part(self, found: Sorted, figure: Figure) -> Subject | None:
        """How many of a number named just before: 41个行业大类中，36个实现增长."""
        last = self.scene.recent[-1] if self.scene.recent else None
        if last is None or figure.unit != "NUM" or last.unit != "NUM" or last.subject is not self.scene.subject:
            return None
        if last.subject.series.code == "IVA_INDUSTRIES_TOTAL":
            return Subject(last.subject.label, Series("IVA_INDUSTRIES_GROWING", last.subject.series.base, None))
        return Subject(last.subject.label) if self.done else None

    def named(self, words: str) -> Subject:
        scene = self.scene
        series = name_series(words, scene.base)
        topic = scene.topic
        if (
            series.code is None
            and series.base is not None
            and series.breakdown in (None, "_T")
            and topic.series.breakdown
        ):
            whole = put_together(kin(series.base, scene.base), topic.series.breakdown)
            if whole.code is not None:  # 装备制造业增势明显，增加值增长…
                words, series = topic.label, whole
        scene.base = series.base or scene.base
        scene.subject = Subject(words, series, words.endswith(_RATES))
        return scene.subject

    def run(self, tokens: Sequence[Token]) -> list[Token]:
        """The noun phrase that begins here."""
        run: list[Token] = []
        for token in tokens:
            quoted = token.mark in ("“", "”") and token.mark
            if not (
                token.is_words
                or "link.joins" in token.roles
                or token.areas
                or quoted
                or is_joint(token)
                or "achievement.goal" in token.roles
            ):
                break
            run.append(token)
        while run and ("link.joins" in run[0].roles or is_joint(run[0])):
            run = run[1:]
        while run and is_joint(run[-1]):
            run = run[:-1]
        return run if any(t.is_words for t in run) else []


def _at_words() -> tuple[str, ...]:
    return tuple(word for word in word_list("zh", "area.at") if len(word) == 1)


def _items(tokens: list[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    for token in tokens:
        if is_joint(token):
            items.append([])
        else:
            items[-1].append(token)
    return [item for item in items if item]


def _inner(token: Token) -> bool:
    """Whether a word may stand between the figures of one list: 增长, 同比, 约."""
    return bool(token.roles) and not token.areas and token.naming is None and "noun.words" not in token.roles


def _inherit_units(figures: list[Figure]) -> None:
    last = figures[-1]
    for figure in figures[:-1]:
        if figure.unit is None or (last.unit == "PPT" and figure.unit == "NUM"):
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


_ONE = Decimal(1)

__all__ = ["qualifier_of", "read_sentence"]
