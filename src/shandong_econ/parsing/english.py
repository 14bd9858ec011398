"""An English sentence read group by group: what each figure measures, from the words that lead to it and trail it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison, Period, Qualifier, Status
from shandong_econ.parsing.clues import Clues, Says
from shandong_econ.parsing.english_clues import (
    Words,
    comparison_of,
    is_change,
    is_light,
    is_minor,
    is_verb,
    people,
    pronouns,
    qualifier_of,
)
from shandong_econ.parsing.entities import find_english_entity
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.places import place
from shandong_econ.parsing.measures import COUNTED, PERCENT, REMARKED, measure
from shandong_econ.parsing.periods import Time, resolve
from shandong_econ.parsing.scene import NO_SUBJECT, Reading, Scene, Subject
from shandong_econ.parsing.series import Series, put_together
from shandong_econ.parsing.series_english import name_series_english
from shandong_econ.parsing.tokenise_english import phrases, tokenise_english
from shandong_econ.parsing.tokens import Token

BREAKS = frozenset(',;:()—."“”[]?!|')
_SPLITS = frozenset("and but while whereas although though when which who or".split())


@attrs.frozen
class Group:
    """Figures that stand in one list: from piece `first` to piece `last` of the sentence."""

    first: int
    last: int
    figures: tuple[Token, ...]
    pair: bool = False


def read_sentence(text: str, lower: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    tokens = tokenise_english(text, lower, start, end)
    note_entity(tokens, source, start, end, scene)
    return _Sentence(tokens, Words(lower, source, scene.base, scene.home), scene).read()


def note_entity(tokens: Sequence[Token], source: str, start: int, end: int, scene: Scene) -> None:
    """Moves the scene into the firm that a sentence is about, or out of it where it speaks of a whole area."""
    entity = find_english_entity(source, start, end)
    if entity is not None and (scene.entity is None or entity.start < start + 30):
        near = [t for t in tokens if t.areas and (entity.start <= t.start < entity.end)]
        near = near or [t for t in tokens if t.areas and entity.end <= t.start < entity.end + 30]
        near = near or [t for t in tokens if t.areas and t.start < entity.start]
        best = near[0] if near else None
        scene.enter_entity(
            entity, None if best is None else place(best.areas, scene.home, source[best.start : best.end])
        )
    elif any("area.home" in t.roles or "area.nation" in t.roles for t in tokens):
        scene.leave_entity()
    elif scene.entity is not None and not scene.entity_heads and scene.opens:
        if not source[start:end].lower().startswith(word_list("en", "carry_on.words")):
            scene.leave_entity()


@attrs.define
class _Sentence:
    tokens: list[Token]
    words: Words
    scene: Scene
    done: list[Reading] = attrs.field(factory=list)
    part_of: Subject | None = None
    main: str = ""

    def read(self) -> list[Reading]:
        groups = self.groups()
        if not groups:
            self.set_topic()
            return []
        trail_from = 0
        for n, group in enumerate(groups):
            following = groups[n + 1].first if n + 1 < len(groups) else len(self.tokens)
            block = self.tokens[group.last + 1 : following]
            trail_to = group.last + 1 + (len(block) if n + 1 == len(groups) else self.split(block))
            trail = self.tokens[group.last + 1 : trail_to]
            if n + 1 < len(groups):
                trail = self.trail_of_next(trail, block, groups[n + 1])
            self.words.base = self.scene.base
            self.read_group(self.tokens[trail_from : group.first], group, trail, n == 0)
            trail_from = trail_to
        return self.done

    def trail_of_next(self, trail: list[Token], block: list[Token], following: Group) -> list[Token]:
        """The words after a group, or those after the next where they are for both: "six of the eight categories"."""
        words = [self.words.word(token) for token in block]
        if words and words[0] == "(" and len(words) < 4 and self.word(following.last + 1) == ")":
            return self.tokens[following.last + 2 : following.last + 8]
        if words and words[0] in ("of", "out of") and set(words[1:]) <= {"the", "all", "its", "these"}:
            return self.tokens[following.last + 1 : following.last + 6]
        return trail

    def word(self, i: int) -> str:
        return self.words.word(self.tokens[i]) if 0 <= i < len(self.tokens) else ""

    # ------------------------------------------------------------------ which numbers measure something

    def measures(self, i: int) -> bool:
        """Whether a number measures something; one that could and does not leaves a remark."""
        reason = self.why_not(i)
        if reason in REMARKED:
            self.scene.remark(reason, self.tokens[i])
        return not reason

    def why_not(self, i: int) -> str:
        """Why a number is no figure, or "" if it is one."""
        token = self.tokens[i]
        figure = token.figure
        assert figure is not None
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        named = self.word(i - 1) if self.word(i - 1) != "." else self.word(i - 2)
        if named in _names_before() and figure.unit is None and not figure.power:
            return "name"
        if figure.is_word and figure.value == 1 and not figure.ordinal and figure.unit is None:
            return "article"
        if figure.ordinal:
            return "" if self.is_rank(i) or self.is_streak(i) else "ordinal"
        if self.is_numbering(i):
            return "numbering"
        if self.word(i - 1) in ("per", "every", "each"):
            return "unit"
        if figure.unit is not None:
            idle = figure.unit in ("DAYS", "HOURS") and self.word(i - 1) in ("in", "within", "for", "after", "every")
            return "span" if idle else ""
        if ":" in (self.word(i + 1), self.word(i - 1)):
            return "" if self.is_ratio(i) else "clock"
        if self.word(i + 1) in _not_counted():
            return "span"
        if after is not None and after.start == token.end and not after.mark:
            return "name"  # 12-inch
        if self.in_list(i) or (figure.power and not figure.is_word) or self.ends_pair(i):
            return ""
        if self.is_index(i):
            figure.unit = "IX"
            return ""
        if self.is_part(i) or (after is not None and self.is_counted_noun(i + 1)):
            return ""
        return "no_unit"

    def is_ratio(self, i: int) -> bool:
        near = self.tokens[max(0, i - 4) : i + 5]
        return sum(1 for t in near if t.figure is not None and t.figure.unit is None) >= 3

    def is_numbering(self, i: int) -> bool:
        figure, tokens = self.tokens[i].figure, self.tokens
        assert figure is not None
        if figure.unit is not None or figure.power:
            return False
        if i and i + 1 < len(tokens) and tokens[i - 1].mark in ("(", "[") and tokens[i + 1].mark in (")", "]"):
            return True
        return i == 0 and i + 1 < len(tokens) and tokens[1].mark in (".", ")")

    def in_list(self, i: int) -> bool:
        """Whether a list goes on from here to a figure that has the unit."""
        for j in range(i + 1, min(i + 12, len(self.tokens))):
            token = self.tokens[j]
            if token.figure is not None:
                if token.figure.unit is not None:
                    return self.word(j - 1) != "or"
            elif not (
                token.mark == ","
                or "link.list" in token.roles
                or self.word(j) in ("to", "-", "by")
                or qualifier_of(token)
            ):
                return False
        return False

    def ends_pair(self, i: int) -> bool:
        """Whether it is the B of "from A to B" or the A, of which the other has a unit or a noun."""
        if self.word(i - 1) == "from" or (
            qualifier_of(self.tokens[i - 1]) is not None and self.word(i - 2) == "from" if i else False
        ):
            return any(
                self.word(j) == "to" and any(t.figure is not None for t in self.tokens[j : j + 3])
                for j in range(i + 1, min(i + 8, len(self.tokens)))
            )
        j = i - 1
        while j >= 0 and qualifier_of(self.tokens[j]) is not None:
            j -= 1
        if self.word(j) == "to":
            return any(self.word(k) == "from" for k in range(max(0, j - 8), j))
        return False

    def is_part(self, i: int) -> bool:
        """Whether it tells how many of a number named before: "of 41 industries, 33 posted gains"."""
        whole = [
            t
            for n, t in enumerate(self.tokens[:i])
            if t.figure is not None and self.word(n - 1) in ("of", "among", "the", "all")
        ]
        follows = i + 1 < len(self.tokens) and (
            is_verb(self.tokens[i + 1]) or (self.word(i + 1), self.word(i + 2)) == (",", "or")
        )
        return bool(whole) and follows

    def is_index(self, i: int) -> bool:
        near = [self.word(j) for j in range(max(0, i - 6), i)]
        return "index" in near and self.word(i - 1) in ("at", "was", "is", "to", "of", "reached", "stood at")

    def is_rank(self, i: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if after is not None and "rank.superlative" in after.roles:
            return True
        ranked = any(self.word(j) in ("ranked", "ranking", "ranks", "rank", "placed") for j in range(max(0, i - 3), i))
        return ranked and self.word(i + 1) not in _not_counted()

    def is_streak(self, i: int) -> bool:
        return any("streak.word" in token.roles for token in self.tokens[i + 1 : i + 4])

    def is_counted_noun(self, i: int) -> bool:
        token, word = self.tokens[i], self.word(i)
        if token.mark or token.time or token.figure or token.is_name or word in _not_counted():
            return False
        if token.naming is not None or token.areas or not token.roles:
            return word[0].isalpha()
        return not {"change.less", "change.more"}.isdisjoint(token.roles) or word in (
            "of",
            "out of",
            "new",
            "other",
            "posted",
            "expanded",
        )

    # ------------------------------------------------------------------ groups and what stands between them

    def groups(self) -> list[Group]:
        tokens = self.tokens
        found: list[Group] = []
        i = 0
        while i < len(tokens):
            if tokens[i].figure is None or not self.measures(i):
                i += 1
                continue
            figures, last = [tokens[i]], i
            while (k := self.next_in_list(last)) is not None:
                figures.append(tokens[k])
                last = k
            if len(figures) > 1 and not self.is_list(i, last):
                figures, last = figures[:1], i
            found.append(Group(i, last, tuple(figures)))
            i = last + 1
        return found

    def is_list(self, first: int, last: int) -> bool:
        """Whether figures make one list: commas alone do not, unless "respectively" follows."""
        between = [self.word(j) for j in range(first + 1, last)]
        follows = any("link.respectively" in t.roles for t in self.tokens[last + 1 : last + 8])
        return follows or any(w in ("and", "to", "-", "~", ":", "&") for w in between)

    def next_in_list(self, last: int) -> int | None:
        tokens = self.tokens
        k = last + 1
        joined = False
        while k < len(tokens) and tokens[k].figure is None:
            word = self.word(k)
            if word == "or" or not (
                tokens[k].mark in (",", ":")
                or "link.list" in tokens[k].roles
                or qualifier_of(tokens[k])
                or word in ("to", "-", "~")
            ):
                return None
            joined = True
            k += 1
        if not joined or k >= len(tokens) or not self.measures(k):
            return None
        a, b = tokens[last].figure, tokens[k].figure
        assert a is not None and b is not None
        colon = self.word(last + 1) == ":"
        if a.ordinal or b.ordinal or (a.unit is not None and a.unit != b.unit):
            return None
        if self.word(last + 1) == "to" and not (a.unit is None or a.unit in PERCENT):
            return None
        return k if b.unit is not None or colon or (a.unit is None and self.in_list(k)) else None

    def split(self, block: list[Token]) -> int:
        """How many of the words between two groups still belong to the first."""
        for n, token in enumerate(block):
            word = self.words.word(token)
            if (token.mark in BREAKS and token.mark) or word in _SPLITS or "link.of_which" in token.roles:
                return n
            rest = block[n + 1 :]
            if n and qualifier_of(token) is not None and all(is_light(t) for t in rest):
                return n - 1 if self.words.word(block[n - 1]) in ("of", "by", "to", "at") else n
            if word in ("to", "to reach", "from", "at", "into") and all(is_light(t) for t in rest):
                return n
            if "comparison.other_period" in token.roles and all(
                is_light(t) or is_change(t) or self.words.word(t) == "of" or comparison_of(t) for t in rest
            ):
                return n
            if (
                n
                and is_verb(token)
                and not is_change(token)
                and not any(t.mark for t in rest)
                and any(not is_light(t) and not is_minor(t) for t in rest)
            ):
                return n
            if word in ("with", "after", "following") and any(is_change(t) or "level.verb" in t.roles for t in rest):
                return n
        return len(block)

    # ------------------------------------------------------------------ a group

    def read_group(self, lead: list[Token], group: Group, trail: list[Token], is_first: bool) -> None:
        scene = self.scene
        figures = [token.figure for token in group.figures if token.figure is not None]
        clues = self.words.before(lead, len(figures), figures[-1].unit)
        self.words.after(clues, trail)
        _inherit(figures)
        self.main = clues.main or self.main
        self.part_of = self.done[-1].subject if self.done and self.is_part(group.first) else None
        if self.part_of is not None:
            figures[0].unit = figures[0].unit or self.done[-1].unit
        if figures[-1].unit == "RO" and not clues.verb and clues.own_time is not None:
            clues.base, clues.own_time = clues.own_time, None
        self.move(clues, lead, is_first)
        subjects = self.subjects(clues, figures)
        for n, figure in enumerate(figures):
            subject, period, area = subjects[n]
            self.name_unit(figure, clues, subject)
            reading = measure(figure, clues, subject, scene)
            reading.period, reading.area = period, area
            scene.complete(reading, told=bool(clues.times or clues.own_time), name=name_series_english)
            self.done.append(reading)
        self.mark_range(group, clues)
        self.mark_ratio(group)
        scene.recent = (scene.recent + self.done[-len(figures) :])[-8:]

    def name_unit(self, figure: Figure, clues: Clues, subject: Subject) -> None:
        if figure.ordinal:
            if Says.STREAK in clues.says:
                figure.unit = {"year": "YEARS", "month": "MONTHS"}.get(clues.counted.lower().split(" ")[0].rstrip("s"))
            return
        last = self.scene.recent[-1] if self.scene.recent else None
        if figure.unit == "TN" and (
            Says.PER in clues.says or (clues.carries_on and last is not None and last.unit == "TN_DAY")
        ):
            figure.unit = "TN_DAY"
        if figure.unit is not None:
            return
        words = (clues.counted or subject.label).lower().split()
        if words and (words[-1] in people() or words[0] in people() or " ".join(words[-2:]) in people()):
            figure.unit = "PS"
        elif (
            clues.counted
            or figure.is_word
            or (self.scene.recent and clues.side and self.scene.recent[-1].unit == "NUM")
        ):
            figure.unit = "NUM"
        elif self.scene.recent and self.scene.recent[-1].subject is subject:
            figure.unit = self.scene.recent[-1].unit if self.scene.recent[-1].unit in COUNTED else None

    def mark_range(self, group: Group, clues: Clues) -> None:
        if len(group.figures) != 2:
            return
        first, second = self.done[-2:]
        between = self.words.lower[group.figures[0].end : group.figures[1].start].strip()
        lead = self.word(group.first - 1)
        if between in ("to", "-", "~") and Says.FROM not in clues.says or (between == "and" and lead == "between"):
            first.qualifier, second.qualifier = Qualifier.GE, Qualifier.LE

    def mark_ratio(self, group: Group) -> None:
        if len(group.figures) == 3 and self.words.lower[group.figures[0].end : group.figures[1].start].strip() == ":":
            from shandong_econ.parsing.ratios import three_industries

            three_industries(self.done[-3:])

    # ------------------------------------------------------------------ time, place, subjects

    def move(self, clues: Clues, lead: list[Token], is_first: bool) -> None:
        scene = self.scene
        plans = False
        for token in lead:
            if "status.target" in token.roles:
                scene.plan(Status.T)
                plans = True
            elif "status.forecast" in token.roles:
                scene.plan(Status.F)
                plans = True
        if not plans and any(is_verb(t) and _is_past(self.words.word(t)) for t in lead):
            scene.status = scene.section_status
        for n, time in enumerate(clues.times):
            self.move_time(time, is_first and n == 0)
        if clues.area is not None:
            scene.area = clues.area

    def move_time(self, time: Time, initial: bool) -> None:
        scene = self.scene
        period = resolve(time, scene.calendar, scene.period)
        if period is None or time.form in ("year_to_date", "unknown", "day"):
            return
        if initial and time.form != "same_month":
            scene.head_paragraph(period, time)
        scene.go_to(period)

    def subjects(self, clues: Clues, figures: list[Figure]) -> list[tuple[Subject, Period | None, Area | None]]:
        scene, count = self.scene, len(figures)
        period, area = scene.when(), scene.place()
        if clues.own_time is not None and (found := resolve(clues.own_time, scene.calendar, scene.period)) is not None:
            period = found
            if not clues.other_period and clues.own_time.form != "day" and Says.FROM not in clues.says:
                scene.go_to(found)
                if not self.done:
                    scene.head_paragraph(found, clues.own_time)
        if count > 1 and len(clues.items) == count:
            return [(self.item(item, clues.items), period, area) for item in clues.items]
        subject = self.subject(clues, figures)
        if count > 1 and not clues.words and len(scene.recent) >= count:
            last = scene.recent[-count:]
            if len({id(r.subject) for r in last}) > 1 or len({r.area for r in last}) > 1:
                return [(r.subject, r.period, r.area) for r in last]
        return [(subject, period, area)] * count

    def item(self, item: str, items: list[str]) -> Subject:
        base = self.scene.base
        series = name_series_english(item, base)
        if series.code is None:
            first, last = items[0].split(), items[-1].split()
            longer = [f"{item} {' '.join(last[cut:])}" for cut in range(1, len(last))] if item is not items[-1] else []
            longer += (
                [f"{' '.join(first[:cut])} {item}" for cut in range(len(first) - 1, 0, -1)]
                if item is not items[0]
                else []
            )
            longer += [f"{' '.join(first[:-1])} {item} {' '.join(last[1:])}"]
            for phrase in longer:
                if (found := name_series_english(phrase, base)).code is not None:
                    self.scene.base = found.base
                    return Subject(item, found)
        return Subject(item, series, _is_rate(item))

    def subject(self, clues: Clues, figures: list[Figure]) -> Subject:
        scene, figure = self.scene, figures[-1]
        words = clues.words
        if figure.ordinal:
            return scene.subject if is_bare(words) and scene.subject is not NO_SUBJECT else self.named(words)
        if clues.counted and figure.unit in COUNTED | {None} and not clues.side:
            return self.industries(clues.counted) or self.named(clues.counted)
        if clues.counted and figure.unit not in PERCENT | {"PPT", "RO"} and self.says_nothing(words):
            return self.produced(self.named(clues.counted), figure)
        if (
            clues.within
            and (clues.verb or clues.carries_on)
            and figure.unit in PERCENT
            and not self.says_nothing(clues.within)
            and not _is_place(clues.within)
        ):
            narrower = name_series_english(clues.within, name_series_english(words, scene.base).base or scene.base)
            if is_bare(words) or narrower.breakdown is not None:
                if words and not is_bare(words):
                    self.named(words)
                return self.named(clues.within)
        if is_bare(words):
            if self.part_of is not None:
                return self.industries(self.part_of.label, part=True) or Subject(self.part_of.label)
            if self.main and self.done and clues.verb:
                words, self.main = self.main, ""
                return self.named(words)
            if clues.noun > 0 and not self.done and scene.status is not Status.A:
                return self.named("economic growth")
            return scene.subject
        return self.named(words)

    def produced(self, subject: Subject, figure: Figure) -> Subject:
        """A quantity of a product is its output, where nothing else was spoken of."""
        part = subject.series.breakdown
        if part is None or not part.startswith("P:") or self.scene.base not in (None, "OUTPUT"):
            return subject
        self.scene.base = "OUTPUT"
        self.scene.subject = attrs.evolve(subject, series=put_together("OUTPUT", part))
        return self.scene.subject

    def industries(self, words: str, *, part: bool = False) -> Subject | None:
        """The divisions of industry, counted: all that there are, or those that grew of a number named before."""
        scene = self.scene
        if words.lower() not in word_list("en", "industries.words") or scene.base in ("CPI", "PPI", "PPIRM"):
            return None
        before = scene.recent[-1].subject.series.code if scene.recent else None
        code = "IVA_INDUSTRIES_GROWING" if part or before == "IVA_INDUSTRIES_TOTAL" else "IVA_INDUSTRIES_TOTAL"
        return Subject(words, Series(code, scene.base, None))

    def says_nothing(self, words: str) -> bool:
        """Whether a noun phrase names no series and no thing: it is empty, a place or a pronoun."""
        return is_bare(words) or name_series_english(without_places(words), self.scene.base).base is None

    def named(self, words: str) -> Subject:
        scene = self.scene
        words = _without_that_of(words)
        series = name_series_english(words, scene.base)
        if series.code is None:
            series = name_series_english(without_places(words), scene.base)
        scene.base = series.base or scene.base
        scene.subject = Subject(words, series, _is_rate(words))
        return scene.subject

    def set_topic(self) -> None:
        """A sentence without a figure tells what, when and where the next are about."""
        clues = self.words.before(self.tokens, 1, None)
        self.move(clues, self.tokens, True)
        for token in self.tokens:
            if token.naming is not None:
                series = name_series_english(self.words.word(token), self.scene.base)
                if series.base is not None and series.code is not None:
                    self.scene.base = series.base
                    self.scene.subject = Subject(self.words.source[token.start : token.end], series)
                    return


def is_bare(words: str) -> bool:
    """Whether a noun phrase says nothing of its own: it is empty or stands for what was named before."""
    kept = [
        w for w in words.lower().split() if w not in ("the", "a", "an", "of", "in", "its", "this", "their", "these")
    ]
    return not kept or " ".join(kept) in pronouns()


def without_places(words: str) -> str:
    """A noun phrase without the places in it."""
    known = phrases().places
    return " ".join(w for w in words.split() if not (w[:1].isupper() and _place_name(w) in known))


def _is_place(words: str) -> bool:
    return not is_bare(words) and not without_places(words).replace("the ", "").strip()


def _place_name(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _without_that_of(words: str) -> str:
    for phrase in word_list("en", "link.that_of"):
        if words.lower().startswith(f"{phrase} "):
            return words[len(phrase) + 1 :]
    return words


def _is_rate(words: str) -> bool:
    return words.lower().endswith(("rate", "ratio", "margin", "face"))


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in word_list("en", "tense.past")


def _inherit(figures: list[Figure]) -> None:
    last = figures[-1]
    for figure in figures[:-1]:
        if figure.unit is None:
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


@cache
def _names_before() -> frozenset[str]:
    return frozenset(word_list("en", "names_before.words"))


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(word_list("en", "not_counted.words"))


__all__ = ["Comparison", "is_verb", "read_sentence"]
