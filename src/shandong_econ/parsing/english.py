"""An English sentence read figure by figure: what each measures, from the words that lead to it and trail it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import attrs

from shandong_econ.lexicon.concepts import areas
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area, Comparison, Measure, Period, Qualifier, Status
from shandong_econ.parsing.comparing import by_base
from shandong_econ.parsing.figures import Figure
from shandong_econ.parsing.periods import Time, base_of, resolve
from shandong_econ.parsing.places import place
from shandong_econ.parsing.scene import NO_SUBJECT, Reading, Scene, Subject
from shandong_econ.parsing.series import kinds
from shandong_econ.parsing.series_english import name_series_english
from shandong_econ.parsing.tokenise_english import tokenise_english
from shandong_econ.parsing.tokens import Token

PERCENT = frozenset({"PT", "PTM"})
BREAKS = frozenset(",;:()—.\"“”[]?!|")
_VERBS = ("level.verb", "change.up", "change.down", "share.verb", "contribution.verb", "change.narrow", "change.widen")
_COMPARISONS = [c for c in Comparison if c is not Comparison.SINCE]


@attrs.define
class Around:
    """The words around a group of figures, sorted by what they do for it."""

    subject: str = ""
    items: list[str] = attrs.field(factory=list)
    roles: set[str] = attrs.field(factory=set)
    after: set[str] = attrs.field(factory=set)
    comparison: Comparison | None = None
    base: Time | None = None
    verb: int = 0
    is_to: bool = False
    qualifier: Qualifier | None = None
    times: list[Time] = attrs.field(factory=list)
    own_time: Time | None = None
    area: Area | None = None
    relative: str = ""
    counted: str = ""
    within: str = ""
    other: bool = False
    adjacent: str = ""


def read_sentence(text: str, lower: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    scene.begin_sentence()
    return _Sentence(tokenise_english(text, lower, start, end), lower, source, scene).read()


@attrs.define
class _Sentence:
    tokens: list[Token]
    lower: str
    source: str
    scene: Scene
    done: list[Reading] = attrs.field(factory=list)

    def read(self) -> list[Reading]:
        groups = self.groups()
        if not groups:
            self.set_topic()
            return []
        trail_from = 0
        for n, (first, last, figures) in enumerate(groups):
            following = groups[n + 1][0] if n + 1 < len(groups) else len(self.tokens)
            trail_to = last + 1 + self.split(self.tokens[last + 1 : following], n + 1 == len(groups))
            self.read_group(self.tokens[trail_from:first], figures, self.tokens[last + 1 : trail_to], n == 0)
            trail_from = trail_to
        return self.done

    def word(self, token: Token) -> str:
        return self.lower[token.start : token.end]

    # ------------------------------------------------------------------ which numbers measure something

    def measures(self, i: int) -> bool:
        tokens = self.tokens
        figure = tokens[i].figure
        assert figure is not None
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        word_before = self.word(before) if before else ""
        word_after = self.word(after) if after else ""
        if word_before.strip(".") in _before_names():
            return False
        if figure.ordinal:
            return self.is_rank(i) or self.is_streak(i)
        if self.is_bracketed_number(i):
            return False
        if figure.unit is not None:
            return not (figure.unit in ("DAYS", "HOURS") and before is not None and before.has("link.preposition"))
        if word_after in (":",) or word_before == ":":
            return self.is_ratio(i)
        if word_after in _not_counted() or (after is not None and after.end - after.start == 1 and word_after not in ",.;)("):
            return False
        if after is not None and self.lower[tokens[i].end : after.start] == "" and word_after not in ",.;)":
            return False
        if figure.is_word and figure.value == 1:
            return False
        if self.in_list(i):
            return True
        if figure.power and not figure.is_word:
            return True
        return after is not None and self.is_counted_noun(i + 1)

    def is_ratio(self, i: int) -> bool:
        near = self.tokens[max(0, i - 4) : i + 5]
        return sum(1 for t in near if t.figure is not None) >= 3 and self.tokens[i].figure.power == 0  # type: ignore[union-attr]

    def is_bracketed_number(self, i: int) -> bool:
        tokens = self.tokens
        if i and i + 1 < len(tokens) and tokens[i - 1].mark in ("(", "[") and tokens[i + 1].mark in (")", "]"):
            figure = tokens[i].figure
            assert figure is not None
            return figure.unit is None and figure.power == 0
        return i == 0 and i + 1 < len(tokens) and tokens[1].mark in (".", ")")

    def in_list(self, i: int) -> bool:
        """Whether a list goes on from here to a figure that has the unit."""
        for token in self.tokens[i + 1 : i + 12]:
            if token.figure is not None:
                if token.figure.unit is not None:
                    return True
            elif not (token.mark == "," or token.has("link.list") or self.word(token) in ("to", "-") or _qualifier(token)):
                return False
        return False

    def is_rank(self, i: int) -> bool:
        after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        before = self.tokens[max(0, i - 3) : i]
        if after is not None and after.has("rank.superlative"):
            return True
        return any(self.word(t) in ("ranked", "ranking", "ranks", "rank", "placed") for t in before) and not (
            after is not None and self.word(after) in _not_counted()
        )

    def is_streak(self, i: int) -> bool:
        return any(token.has("streak.word") for token in self.tokens[i + 1 : i + 4])

    def is_counted_noun(self, i: int) -> bool:
        token = self.tokens[i]
        if token.mark or token.time or token.figure or token.has("name.words"):
            return False
        if token.naming or not token.roles:
            return self.word(token) not in _not_counted() and self.word(token)[0].isalpha()
        return bool(token.roles & {"change.less", "change.more"}) or self.word(token) in ("of", "out of", "new", "other")

    # ------------------------------------------------------------------ groups and what stands between them

    def groups(self) -> list[tuple[int, int, list[Token]]]:
        tokens = self.tokens
        found: list[tuple[int, int, list[Token]]] = []
        i = 0
        while i < len(tokens):
            if tokens[i].figure is None or not self.measures(i):
                i += 1
                continue
            group, last, j = [tokens[i]], i, i + 1
            while j < len(tokens):
                k = j
                while k < len(tokens) and (tokens[k].mark in (",", ":") or tokens[k].has("link.list") or _qualifier(tokens[k]) or self.word(tokens[k]) in ("to", "-", "by")):
                    k += 1
                if k == j or k >= len(tokens) or tokens[k].figure is None or not self.measures(k):
                    break
                between = [self.word(t) for t in tokens[j:k]]
                a, b = tokens[last].figure, tokens[k].figure
                assert a is not None and b is not None
                if "to" in between and not (a.unit is None or a.unit == b.unit):
                    break
                if a.unit is not None and b.unit is not None and a.unit != b.unit:
                    break
                if a.ordinal or b.ordinal or (a.unit is None and b.unit is None and not (a.power or between == [":"])):
                    break
                group.append(tokens[k])
                last, j = k, k + 1
            found.append((i, last, group))
            i = last + 1
        return found

    def split(self, block: list[Token], is_last: bool) -> int:
        """How many of the words between two groups still belong to the first."""
        if is_last:
            return len(block)
        for n, token in enumerate(block):
            word = self.word(token)
            if token.mark in BREAKS and token.mark:
                return n
            if word in ("and", "but", "while", "whereas", "although", "though", "when", "which", "who", "as against", "or"):
                return n
            if token.has("link.of_which"):
                return n
            rest = block[n + 1 :]
            if (token.has("link.to") or token.has("link.from")) and all(_light(t) for t in rest):
                return n
            if token.has("comparison.other_period") and all(_light(t) or _is_change(t) or self.word(t) in ("of", "a", "an") for t in rest):
                return n
        return len(block)

    # ------------------------------------------------------------------ a group

    def read_group(self, lead: list[Token], figures: list[Token], trail: list[Token], is_first: bool) -> None:
        scene = self.scene
        around = self.look_before(lead, figures, is_first)
        self.look_after(around, trail, figures)
        _inherit(figures)
        self.move(around, lead, is_first)
        subjects = self.subjects(around, figures)
        for n, token in enumerate(figures):
            figure = token.figure
            assert figure is not None
            subject, period, area = subjects[n]
            reading = measure(figure, around, subject, scene)
            reading.period = period
            reading.area = area
            self.range(reading, n, figures)
            self.done.append(reading)
        scene.recent = (scene.recent + self.done[-len(figures) :])[-8:]

    def range(self, reading: Reading, n: int, figures: list[Token]) -> None:
        if len(figures) != 2:
            return
        between = self.lower[figures[0].end : figures[1].start].strip()
        if between in ("to", "-", "~") or ("between" in self.lower[max(0, figures[0].start - 10) : figures[0].start] and between == "and"):
            reading.qualifier = Qualifier.GE if n == 0 else Qualifier.LE

    def look_before(self, lead: list[Token], figures: list[Token], is_first: bool) -> Around:
        around = Around()
        tokens = lead
        j = len(tokens) - 1
        while j >= 0:
            token = tokens[j]
            qualifier = _qualifier(token)
            if qualifier is not None and around.qualifier is None and not around.roles:
                around.qualifier = qualifier
                j -= 1
                continue
            if token.time is not None:
                around.times.insert(0, token.time)
                j -= 1
                continue
            roles = token.roles
            comparison = _comparison(token)
            if comparison is not None:
                around.comparison = around.comparison or comparison
                around.roles |= roles
                j -= 1
                continue
            if roles and not token.naming and not token.areas and (any(r in roles for r in _VERBS) or "change.narrow" in roles or _minor(token) or "achievement.goal" in roles or "contribution.rate" in roles or "share.noun" in roles):
                if not around.roles & {"change.up", "change.down"}:
                    if "change.up" in roles:
                        around.verb = 1
                    elif "change.down" in roles:
                        around.verb = -1
                    around.is_to = around.is_to or (self.word(token) in ("to", "at", "to reach") and not around.verb)
                around.roles |= roles
                if token.has("comparison.other_period"):
                    around.other = True
                j -= 1
                continue
            break
        self.noun_phrase(around, tokens[: j + 1], len(figures), is_first)
        return around

    def noun_phrase(self, around: Around, tokens: list[Token], count: int, is_first: bool) -> None:
        """Finds the subject among the words before the verb."""
        start = 0
        for n, token in enumerate(tokens):
            if (token.mark and token.mark != ",") or self.word(token) in ("that", "while", "whereas", "but", "when", "which", "although", "though", "said", "as") :
                start = n + 1
            elif token.has("status.target"):
                around.roles.add("status.target")
            elif token.has("status.forecast"):
                around.roles.add("status.forecast")
        for token in tokens:
            if token.time is not None:
                around.times.append(token.time)
            elif token.areas:
                around.area = place(token.areas, self.scene.home, self.source[token.start : token.end])
            elif token.has("area.nation"):
                around.area = areas()["100000"]
            around.comparison = around.comparison or _comparison(token)
        chunks: list[list[Token]] = [[]]
        for token in tokens[start:]:
            if token.mark == ",":
                chunks.append([])
            else:
                chunks[-1].append(token)
        chunks = [self.core(chunk) for chunk in chunks]
        while chunks and not chunks[0]:
            chunks = chunks[1:]
        chunks = [chunk for chunk in chunks if chunk]
        if not chunks:
            return
        while len(chunks) > 1 and self.is_frame(chunks[0]):
            chunks = chunks[1:]
        whole = self.phrase([t for chunk in chunks for t in chunk])
        last = self.phrase(chunks[-1])
        if len(chunks) > 1 and count == 1 and name_series_english(whole, self.scene.base).code is None:
            found = name_series_english(last, self.scene.base)
            around.subject = last if found.code is not None or len(chunks) > 2 else whole
            if found.code is None:
                around.subject = last
        else:
            around.subject = whole
        around.items = self.listed(chunks)

    def listed(self, chunks: list[list[Token]]) -> list[str]:
        items: list[str] = []
        for chunk in chunks:
            part: list[Token] = []
            for token in chunk:
                if token.has("link.list"):
                    items.append(self.phrase(part))
                    part = []
                else:
                    part.append(token)
            items.append(self.phrase(part))
        return [item for item in items if item]

    def core(self, chunk: list[Token]) -> list[Token]:
        while chunk and (_minor(chunk[0]) or chunk[0].time or _comparison(chunk[0]) or chunk[0].has("link.list")):
            chunk = chunk[1:]
        while chunk and (_minor(chunk[-1]) or chunk[-1].time or _comparison(chunk[-1])):
            chunk = chunk[:-1]
        if len(chunk) > 2 and _is_change(chunk[0]) and self.word(chunk[1]) in ("of", "in", "for"):
            chunk = self.core(chunk[2:])
        return chunk

    def is_frame(self, chunk: list[Token]) -> bool:
        return bool(chunk) and chunk[0].has("link.preposition")

    def phrase(self, tokens: list[Token]) -> str:
        tokens = [t for t in tokens if not t.time]
        return " ".join(self.source[t.start : t.end] for t in tokens).strip()

    # ------------------------------------------------------------------ the words after

    def look_after(self, around: Around, trail: list[Token], figures: list[Token]) -> None:
        first = True
        than = False
        n = 0
        while n < len(trail):
            token = trail[n]
            word = self.word(token)
            roles = token.roles
            comparison = _comparison(token)
            if comparison is not None:
                around.comparison = comparison
                around.after |= roles
            elif token.time is not None:
                if base_of(token.time) is not None:
                    around.base = around.own_time = token.time
                elif than or token.time.is_base_only:
                    around.base = token.time
                elif around.own_time is None:
                    around.own_time = token.time
            elif token.has("comparison.than") or token.has("change.more") or token.has("change.less"):
                around.after |= roles
                if first and not (roles & {"change.more", "change.less"}) and word not in ("over", "from", "than", "compared with", "compared to", "above", "below", "against"):
                    pass
                than = True
                if not around.relative:
                    around.relative = self.after_words(trail[n + 1 :])
            elif _is_change(token) and first and not any(t.mark for t in trail[:n]):
                around.after |= roles
                if not around.verb:
                    around.verb = 1 if "change.up" in roles else -1
                around.after.add("noun")
            elif word in ("of", "out of") and first:
                around.after |= {"of"}
                around.relative = self.after_words(trail[n + 1 :])
            elif word in ("in", "for", "on") and not around.within:
                around.within = self.after_words(trail[n + 1 :])
            elif token.has("achievement.goal"):
                around.after |= roles
            elif token.areas and than is False and n and self.word(trail[n - 1]) == "in":
                around.area = around.area or place(token.areas, self.scene.home, self.source[token.start : token.end])
            else:
                around.after |= roles
            if first and n == 0 and not token.roles and not token.mark and not token.time:
                around.counted = self.counted(trail)
            elif first and n == 0 and token.naming:
                around.counted = self.counted(trail)
            if not (token.has("link.filler")):
                first = False
            n += 1
        if not around.counted and trail and self.word(trail[0]) == "of":
            around.counted = self.counted(trail[1:])

    def after_words(self, tokens: list[Token]) -> str:
        part: list[Token] = []
        for token in tokens:
            if token.mark or token.time or _comparison(token) or (token.roles and not token.naming and any(r in token.roles for r in _VERBS) and not part == []):
                break
            part.append(token)
        return self.phrase(self.core(part))

    def counted(self, tokens: list[Token]) -> str:
        part: list[Token] = []
        for token in tokens:
            if token.mark or token.time or token.figure or _comparison(token):
                break
            if token.roles and not token.naming and not token.areas and any(r in token.roles for r in (*_VERBS, "link.but", "link.list", "link.preposition", "change.more", "change.less")):
                break
            part.append(token)
        return self.phrase(self.core(part))

    # ------------------------------------------------------------------ time, place, subjects

    def move(self, around: Around, lead: list[Token], is_first: bool) -> None:
        scene = self.scene
        if "status.target" in around.roles or any(t.has("status.target") for t in lead):
            scene.status = Status.T
        elif "status.forecast" in around.roles or any(t.has("status.forecast") for t in lead):
            scene.status = Status.F
        for n, time in enumerate(around.times):
            period = resolve(time, scene.calendar, scene.period)
            if period is None or time.form in ("year_to_date", "unknown"):
                continue
            if is_first and n == 0 and time.form != "same_month":
                head = scene.paragraph_period
                if head is None or not _within(period, head):
                    scene.paragraph_period = period
                if scene.document_period is None and not time.is_point:
                    scene.document_period = period
            scene.period = period
        if around.area is not None:
            scene.area = around.area

    def subjects(self, around: Around, figures: list[Token]) -> list[tuple[Subject, Period | None, Area | None]]:
        scene, count = self.scene, len(figures)
        period, area = scene.period, scene.area or scene.home
        if around.own_time is not None:
            found = resolve(around.own_time, scene.calendar, scene.period)
            if found is not None:
                period = found
                if not around.other:
                    scene.period = found
                    if scene.document_period is None:
                        scene.document_period = found
        if count > 1 and len(around.items) == count:
            return [(self.item(item, around.items), period, area) for item in around.items]
        subject = self.subject(around, figures)
        if count > 1 and not around.subject and len(scene.recent) >= count:
            last = scene.recent[-count:]
            if len({id(r.subject) for r in last}) > 1:
                return [(r.subject, r.period, r.area) for r in last]
        return [(subject, period, area)] * count

    def item(self, item: str, items: list[str]) -> Subject:
        scene = self.scene
        first, last = items[0].split(), items[-1].split()
        series = name_series_english(item, scene.base)
        if series.code is None:
            for cut in range(1, len(last)):
                found = name_series_english(f"{item} {' '.join(last[cut:])}", scene.base)
                if found.code is not None:
                    return Subject(item, found)
            for cut in range(len(first) - 1, 0, -1):
                found = name_series_english(f"{' '.join(first[:cut])} {item}", scene.base)
                if found.code is not None:
                    return Subject(item, found)
        return Subject(item, series)

    def subject(self, around: Around, figures: list[Token]) -> Subject:
        scene = self.scene
        figure = figures[-1].figure
        assert figure is not None
        counts = figure.unit in (None, "NUM", "PS", "PS_VISIT") and not figure.power or (figure.unit is None)
        if around.counted and (counts or (figure.unit not in PERCENT | {"PPT", "RO"} and self.is_bare(around.subject))):
            return self.named(around.counted)
        words = around.subject
        if self.is_bare(words):
            if around.within and _is_change_group(around) and not self.is_bare(around.within):
                return self.named(around.within)
            if scene.subject is NO_SUBJECT and around.counted:
                return self.named(around.counted)
            return scene.subject
        return self.named(words)

    def is_bare(self, words: str) -> bool:
        """Whether a noun phrase says nothing of its own: it is empty, a place, or stands for what was named before."""
        bare = [w for w in words.lower().split() if w not in ("the", "a", "an", "of", "in", "its", "this")]
        return not bare or " ".join(bare) in _pronouns()

    def named(self, words: str) -> Subject:
        scene = self.scene
        series = name_series_english(_without_places(words), scene.base)
        scene.base = series.base or scene.base
        scene.subject = Subject(words, series)
        return scene.subject

    def set_topic(self) -> None:
        around = self.look_before(self.tokens, [Token(0, 0, figure=Figure(0, 0, 0, Decimal(1)))], True)
        self.move(around, self.tokens, True)
        for token in self.tokens:
            if token.naming is not None:
                series = name_series_english(self.word(token), self.scene.base)
                if series.base is not None:
                    self.scene.base = series.base
                    self.scene.subject = Subject(self.source[token.start : token.end], series)
                    return


def _without_places(words: str) -> str:
    from shandong_econ.parsing.tokenise_english import phrases

    places = phrases().places
    return " ".join(w for w in words.split() if not (w[:1].isupper() and w.lower().removesuffix("'s").removesuffix("’s") in places))


def _light(token: Token) -> bool:
    return _qualifier(token) is not None or token.has("link.filler")


def _is_change(token: Token) -> bool:
    return bool(token.roles & {"change.up", "change.down"})


def _is_change_group(around: Around) -> bool:
    return bool(around.verb)


def _minor(token: Token) -> bool:
    """Whether a word carries nothing of the subject at its ends."""
    return bool(token.roles & {"link.filler", "link.preposition", "link.to", "link.by", "link.from", "link.but", "status.target", "status.forecast", "area.home", "area.nation", "comparison.other_period"}) and not token.naming


def _comparison(token: Token) -> Comparison | None:
    return next((c for c in _COMPARISONS if f"comparison.{c.value}" in token.roles), None)


def _qualifier(token: Token) -> Qualifier | None:
    return next((code for code in Qualifier if f"qualifier.{code.value}" in token.roles), None)


def _inherit(figures: list[Token]) -> None:
    last = figures[-1].figure
    assert last is not None
    for token in figures[:-1]:
        figure = token.figure
        assert figure is not None
        if figure.unit is None:
            figure.unit, figure.word = last.unit, last.word
            figure.power = figure.power or last.power


def _within(inner: Period, outer: Period) -> bool:
    try:
        return inner in outer and inner != outer
    except TypeError:
        return False


@cache
def _before_names() -> frozenset[str]:
    return frozenset({"no", "nos", "table", "figure", "fig", "section", "chapter", "document", "page", "part", "article", "item", "note", "level", "category"})


@cache
def _not_counted() -> frozenset[str]:
    return frozenset(word_list("en", "not_counted.words"))


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word_list("en", "pronoun.same"))


@cache
def _people() -> frozenset[str]:
    return frozenset(word_list("en", "people.words"))


def measure(figure: Figure, around: Around, subject: Subject, scene: Scene) -> Reading:
    """What kind of number it is, by the first rule that fits."""
    unit = figure.unit
    reading = Reading(figure, subject, Measure.LEVEL, unit=unit, status=scene.status)
    reading.qualifier = around.qualifier or Qualifier.EQ
    if figure.ordinal:
        streak = "streak.word" in around.after
        reading.measure, reading.rule = (Measure.STREAK, "streak") if streak else (Measure.RANK, "rank")
        reading.unit = None if streak else "NUM"
    elif unit in PERCENT:
        _percent(reading, around, scene)
    elif unit == "PPT":
        _points(reading, around, scene)
    elif unit == "RO":
        reading.measure, reading.rule = Measure.MULTIPLE, "multiple"
        if around.verb or around.comparison:
            _compared(reading, around, scene, default=True)
        else:
            reading.comparison = Comparison.SINCE
    else:
        _natural(reading, around, scene)
    return reading


def _percent(r: Reading, around: Around, scene: Scene) -> None:
    roles, after = around.roles, around.after
    series = r.subject.series
    if "achievement.goal" in after and "of" in after or "achievement.goal" in roles:
        r.measure, r.relative_to, r.rule = Measure.ACHIEVEMENT, around.relative or None, "achievement"
    elif "contribution.rate" in roles or ("contribution.verb" in roles and "of" in after):
        r.measure, r.relative_to, r.rule = Measure.CONTRIBUTION_RATE, around.relative or None, "contribution rate"
    elif "share.verb" in roles or ("share.noun" in roles and not around.verb) or ("of" in after and not around.verb):
        r.measure, r.relative_to, r.rule = Measure.SHARE, around.relative or None, "share"
    elif around.verb and not around.is_to:
        if "share.noun" in roles:
            r.measure, r.unit, r.sign, r.rule = Measure.CHANGE, "PPT", around.verb, "change of a share in percent"
        else:
            r.measure, r.sign, r.rule = Measure.GROWTH, around.verb, "growth"
        _compared(r, around, scene, default=True)
    elif "change.more" in after or "change.less" in after:
        r.measure, r.sign, r.rule = Measure.GROWTH, 1 if "change.more" in after else -1, "more or less in percent"
        _compared(r, around, scene, default=True)
    elif series.code and kinds()[series.code].unit == "PT":
        r.rule = "rate"
    elif r.subject.label.lower().endswith(("rate", "ratio", "margin", "face")):
        r.rule = "rate"
    elif scene.recent and scene.recent[-1].unit in PERCENT:
        last = scene.recent[-1]
        r.measure, r.rule, r.relative_to = last.measure, f"{last.rule} carried", last.relative_to
        r.sign = last.sign if last.measure is Measure.GROWTH and not around.roles else 1
        if r.measure is Measure.GROWTH:
            _compared(r, around, scene, default=True)
    elif around.comparison:
        r.measure, r.rule = Measure.GROWTH, "growth"
        _compared(r, around, scene, default=True)
    else:
        r.rule = "level in percent"


def _points(r: Reading, around: Around, scene: Scene) -> None:
    roles, after = around.roles, around.after
    if "contribution.verb" in roles or "contribution.verb" in after:
        negative = "contribution.negative" in roles or (around.verb < 0)
        r.measure, r.sign, r.relative_to, r.rule = Measure.CONTRIBUTION, -1 if negative else 1, around.relative or None, "contribution"
        return
    sign = around.verb or (1 if "change.more" in after else -1 if "change.less" in after else 1)
    to_period = around.base is not None or around.comparison is not None
    if ("change.more" in after or "change.less" in after or "comparison.than" in after) and not to_period and around.relative:
        r.measure, r.sign, r.relative_to, r.rule = Measure.GAP, 1 if "change.less" not in after else -1, around.relative, "gap"
        return
    last = next((x for x in reversed(scene.recent) if x.measure is Measure.GROWTH), None)
    falling = last is not None and last.sign < 0
    if "change.narrow" in roles | after:
        sign = 1 if falling else -1
    elif "change.widen" in roles | after:
        sign = -1 if falling else 1
    r.measure, r.sign, r.rule = Measure.CHANGE, sign, "change in points"
    _compared(r, around, scene)


def _natural(r: Reading, around: Around, scene: Scene) -> None:
    if r.unit is None:
        counted = around.counted.lower().split()
        r.unit = "PS" if counted and (counted[-1] in _people() or " ".join(counted[-2:]) in _people()) else ("NUM" if counted or r.figure.is_word else None)
    if "change.more" in around.after or "change.less" in around.after:
        r.measure, r.sign, r.rule = Measure.CHANGE, 1 if "change.more" in around.after else -1, "more or less"
        _compared(r, around, scene)
    elif around.verb and not around.is_to:
        r.measure, r.sign, r.rule = Measure.CHANGE, around.verb, "change"
        _compared(r, around, scene)
    else:
        r.rule = "level"


def _compared(r: Reading, around: Around, scene: Scene, *, default: bool = False) -> None:
    if around.comparison is not None:
        r.comparison = around.comparison
    elif around.base is not None:
        base = base_of(around.base) or resolve(around.base, scene.calendar, scene.period)
        r.comparison, r.base = by_base(base, around.base, scene.period), base
    elif default:
        r.comparison = scene.comparison or Comparison.YEAR_ON_YEAR
