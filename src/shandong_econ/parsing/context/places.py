"""Where: the places told so far, by the text's home, section, paragraph, sentence and scene, and the firms there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shandong_econ.lexicon.concepts import BY_THEMSELVES, NATION, area_of, is_wider
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.clauses import Clause, Place
from shandong_econ.parsing.context.firms import firm_of, owns
from shandong_econ.parsing.context.levels import is_of_level, levels_of, roles_of, upwards
from shandong_econ.parsing.context.passing import LATIN, Where, is_circumstance, lies_in, opens_with, says_where
from shandong_econ.parsing.finding.places import OWN_CODE, code_called, place
from shandong_econ.parsing.finding.series import Naming
from shandong_econ.parsing.grammar.classes import AREA, AT, CLASSES, COMMA, OF_WHICH, TIME
from shandong_econ.parsing.lexing.tokens import Token
from shandong_econ.parsing.lexing.vocabulary_english import ABROAD, english_words
from shandong_econ.parsing.told import Told

BREAK, ITS = CLASSES["BREAK"], CLASSES["ITS"]


class Places(NamedTuple):
    """The areas told so far, the widest first; `around` is the area in which a home without a code lies."""

    home: Where | None = None
    around: Area | None = None
    section: Where | None = None
    opens_section: bool = False
    """Whether a heading stands right before the paragraph, whose opening tells of the section."""
    paragraph: Where | None = None
    sentence: Where | None = None
    before: Where | None = None
    """The place of the sentence before."""
    scene: Where | None = None
    listed: tuple[Where, ...] = ()
    together: Where | None = None
    """Several places that were told as one: 莆田、泉州两地."""
    entity: Told[str] | None = None
    host: Told[str] | None = None
    """The firm of which the next sentences go on telling: it opened the paragraph, or was taken up."""
    named: Told[str] | None = None
    """The firm that was named last, and can be taken up by what its name ends with: 电站, 该公司."""

    @property
    def current(self) -> Where | None:
        """The place that is told of."""
        return self.sentence or self.paragraph or self.section or self.scene or self.home

    def hears(self, text: str, clause: Clause, *, opens: bool, leads: bool, opens_paragraph: bool) -> Places:
        """The places after those of a clause: the first of a paragraph holds for it, those of a sentence for that.

        A clause `leads` if it opens its sentence, or what that tells of its topic.
        """
        here, firm = self, firm_of(text, clause, self.named, opens=opens)
        again = firm is not None and self.named is not None and firm.value == self.named.value
        taken_up = again and opens and not opens_paragraph
        if opens and here.sentence is None and (taken_up or OF_WHICH in clause.classes or ITS in clause.classes):
            here = here._replace(sentence=here.before)
        if firm is not None:
            is_host = opens_paragraph or taken_up or (opens and text[firm.start] <= LATIN)
            if owns(text, clause, opens_paragraph=opens_paragraph):
                here = here._replace(named=firm, entity=firm, host=firm if is_host else None if opens else here.host)
            else:
                here = here._replace(named=firm)
        if not clause.places and not (clause.holder and clause.holder.is_place):
            left = clause.phrases and here.listed and clause.start - here.listed[-1].end > _COMMA
            return here._replace(listed=()) if left else here  # in Linyi and Heze, sales rose by …
        told = here._named(text, clause)
        if is_circumstance(text, clause) or (here.sentence and says_where(text, here.sentence, clause, told)):
            return here
        around = self.home is not None and any(_holds(one.value, self.home.value) for one in told)
        passing = bool(clause.mark and clause.phrases) and not leads and (around or AT not in clause.classes)
        together = _together(text, clause, told) if len(told) > 1 else None
        if not told or (passing and (together is None or text[told[0].start] <= LATIN)):
            return here
        one = told[-1]  # each lies within the one before, or it is the last of a list
        scene, paragraph, section = here.scene, here.paragraph, here.section
        goes_home = self.home is not None and _holds(one.value, self.home.value)
        if opens and goes_home:
            scene, paragraph = None, one if opens_paragraph else None
        is_topic = clause.classes.lstrip(_TIMES)[:1] == AREA and text[one.start] > LATIN  # 山西全力推进…
        heads = opens_paragraph or not clause.phrases or told[0].start < clause.phrases[0].start
        set_in = heads and AT in clause.classes
        if opens and not goes_home and (set_in or (is_topic and self._is_at_large(one.value))):
            scene, paragraph = one if opens_paragraph and set_in else scene, one
        elif opens and not opens_paragraph and paragraph and not _lies_within(one.value, paragraph.value):
            paragraph = None  # it has turned from the place with which it opened
        if opens_paragraph and len(told) == 1 and opens_with(text, clause, one):
            paragraph, section = one, one if self.opens_section and self._is_at_large(one.value) else section
        here = here._replace(sentence=one, scene=scene, paragraph=paragraph, section=section, listed=tuple(told))
        if together is not None or (clause.classes and firm is None):
            alone = (None, None) if clause.classes and firm is None else (here.entity, here.host)
            here = here._replace(together=together, entity=alone[0], host=alone[1])
        return here

    def _is_at_large(self, area: Area) -> bool:
        """Whether a place is one of many that a text tells of: its home is the nation, or a group of provinces."""
        home = "" if self.home is None else (self.home.value.code or "")
        at_large = not home or home == NATION or home.startswith(OWN_CODE)
        ours = self.home is None or home or (area.code is not None and _is_abroad(self.home.value))
        return area.code != NATION and bool(at_large and ours)

    def _named(self, text: str, clause: Clause) -> list[Where]:
        """The places of a clause; of two that touch, the inner one, with both their names if it has no code."""
        holder, told = clause.holder, list[Where]()
        last: object = None
        for one in clause.places:
            if holder is not None and holder.is_place and one.token.start <= holder.start:
                continue
            area, start = self.area_at(text, one.token), one.token.start
            if area is None or (one.partner and told) or self._is_elsewhere(one, area):
                continue
            may_be = not one.listed and (text[start] > LATIN or told)
            if may_be and self._is_among(text, clause, one, area, told):
                continue
            if told and lies_in(text, told[-1], area, start):
                continue
            if told and told[-1].end == start:
                outer = told.pop()
                area = _inside(outer.value, one.token.what) or area
                if area.code is not None and (outer.value.code is None or _holds(outer.value, area)):
                    start = outer.end
                else:  # 大王镇江垅村, 宁波舟山
                    start, area = outer.start, Area(None, None, text[outer.start : one.token.end])
            if told and isinstance(last, frozenset) and text[told[-1].end : start] == " of ":
                told.pop()  # the city of Yantai
            told.append(Told(area, start, one.token.end))
            last = one.token.what
        if holder is not None and holder.is_place:
            (kind,) = word_list("zh", "area.kinds")
            same = area_of(code_called(holder.name.removesuffix(kind)) or "")  # 北京地区 is 北京
            told.append(Told(same or Area(None, None, holder.name), holder.start, holder.end))
        return told

    def _is_among(self, text: str, clause: Clause, one: Place, area: Area, told: Sequence[Where]) -> bool:
        """Whether a clause names a wider place only for what the one told of is there: 济宁是全国重要的….

        It stands behind that one, or is what something is in Chinese, or where, that was told before.
        """
        if text[one.token.start] <= LATIN and not area.code:
            return False
        inner, start = (told[-1] if told else self.sentence or self.home), one.token.start
        if inner is None:
            return False
        opening = clause.start + (self.sentence is None)  # 在全国，粮食… sets a scene where no place was told yet
        is_so = text.endswith(word_list("zh", "area.scope_of"), opening, start)
        is_so = is_so or text.endswith(word_list("zh", "area.called_of"), clause.start, start)
        if inner.value.code is None:
            return is_so and area.code is not None and _is_local(inner.value)
        is_all = is_wider(area.code, inner.value.code) if area.code else one.token.what == ABROAD
        return bool(told or is_so) and is_all

    def _is_elsewhere(self, one: Place, area: Area) -> bool:
        """Whether a place is a partner of the home's trade, or one that only the name of a firm elsewhere tells."""
        home = None if self.home is None else self.home.value.code
        if one.token.what == ABROAD and home is not None and home != NATION:
            return True  # of a region no more is told by another country than with whom it deals
        return (one.partner or one.in_name) and one.partner == self.is_apart(area, one.token.what)

    def area_at(self, text: str, token: Token) -> Area | None:
        """The area that a place's name, or a word that points to one, means here."""
        start, end, what = token
        word = text[start:end]
        home = self.home.value if self.home else None
        if isinstance(what, tuple):
            return place(what, home, word) if what else None
        if isinstance(what, Naming):
            return Area(None, None, word)
        if "area.part" in what:
            return None
        if not what.isdisjoint(_OF_NATION):
            here = self.sentence or self.home if "area.pointing" in what else None
            here_too = here is not None and here.value.code is None and _is_abroad(here.value)
            return here.value if here_too and here else area_of(NATION)  # the country, behind another one
        if not what.isdisjoint(_BY_NAME):
            if home is not None and home.code is None and (home.name_zh or home.name or "").endswith(word):
                return home  # 西海岸新区, of Qingdao
            if home is not None and home.code and f"{home.name} ".startswith(f"{word} "):
                return home  # Pudong, of Pudong New Area
            return place((), home, word)
        if "area.same" in what or "area.town" in what:
            told = [one.value for one in (self.sentence, self.before, self.current) if one is not None]
            return next((one for one in told if (one.name_zh or "").endswith(word[-1])), told[0] if told else None)
        return self._points(what) if word.isascii() else self.climbs(word)

    def _points(self, roles: frozenset[str]) -> Area | None:
        """The province, the city: the area of that level in which the place last told lies, else the text's home."""
        home, told, before = (None if one is None else one.value for one in (self.home, self.current, self.before))
        away = told is not None and told.code is None and told != home  # a city abroad
        for one in () if away else (*upwards(told, None), *upwards(home, self.around), *upwards(before, None)):
            if not roles.isdisjoint(roles_of(one)):
                return one
        return home if told is not None and told.code == NATION and home is not None else told

    def is_apart(self, area: Area, what: object) -> bool:
        """Whether a place lies elsewhere than the text's home, so that it can be a partner of its trade."""
        home = self.home.value if self.home else None
        if what == ABROAD:
            return home is None or home.name != area.name
        if home is None or area.code is None or area.code == home.code:
            return False
        if home.code is None:
            return _is_abroad(home)
        if home.code == NATION:
            return area.code.startswith(BY_THEMSELVES)
        return not is_wider(home.code, area.code) and not is_wider(area.code, home.code)

    def climbs(self, word: str) -> Area | None:
        """全省, 全市, 全县: the area of that level, from the text's home up through those that it lies in.

        A word of no level, 全村, is the place last told. A home without a code is asked by the ending of its name, and
        climbs through the area around it.
        """
        if word.endswith(word_list("zh", "area.nation_ends")):
            return area_of(NATION)
        home = self.home.value if self.home else None
        told = self.current.value if self.current else None
        levels = levels_of(word)
        if not levels:
            return told
        for one in (*upwards(home, self.around), *upwards(told, None)):
            if any(is_of_level(one, end) for end in levels):
                return one
        lies_unknown = home is not None and home.code is None
        return Area(None, None, word) if lies_unknown else home

    def begins_paragraph(self, *, opens_section: bool) -> Places:
        """The places as a paragraph begins: those before go on only where they set a scene."""
        told = self.paragraph or self.entity or self.host or self.listed
        if not told and self.opens_section is opens_section:
            return self
        last = self.sentence or self.paragraph
        return self._replace(
            opens_section=opens_section, paragraph=None, sentence=last, entity=None, host=None, listed=()
        )

    def begins_sentence(self) -> Places:
        """The places as a sentence begins."""
        if not (self.before or self.sentence or self.listed) and self.entity is self.host:
            return self
        return self._replace(before=self.sentence or self.paragraph, sentence=None, listed=(), entity=self.host)


_TIMES = TIME + COMMA
_COMMA = 2  # characters
_BY_NAME = frozenset({"area.districts", "area.local", "area.world"})
"""The roles of words that name a place without a code."""
_OF_NATION = frozenset({"area.nation", "area.nation_total", "area.wide"})


def _is_abroad(area: Area) -> bool:
    return english_words().places.get((area.name or "").lower()) == ABROAD


def _holds(area: Area, home: Area) -> bool:
    return area == home or (area.code is not None and home.code is not None and is_wider(area.code, home.code))


def _lies_within(inner: Area, outer: Area) -> bool:
    """Whether an area is part of the one told before: any village is, which no list has."""
    return (inner.name_zh or "").endswith(word_list("zh", "local.villages")) or _holds(outer, inner)


def _inside(outer: Area, codes: object) -> Area | None:
    """Of several places with one name the one in another: 深圳市南山区."""
    inner = codes if isinstance(codes, tuple) and codes[1:] else ()
    return next((area_of(code) for code in inner if outer.code and is_wider(outer.code, code)), None)


def _is_local(area: Area) -> bool:
    """Whether an area is a township or a village."""
    return (area.name_zh or "").endswith((*word_list("zh", "local.towns"), *word_list("zh", "local.villages")))


def _together(text: str, clause: Clause, told: Sequence[Where]) -> Where | None:
    """Several places of a list as one: 莆田、泉州."""
    if not all(one.listed for one in clause.places[1:]):
        return None
    names = [text[one.start : one.end] for one in told]
    spaced = text[told[0].start : told[-1].end]
    area = Area(None, spaced, None) if names[0].isascii() else Area(None, None, "、".join(names))
    return Told(area, told[0].start, told[-1].end)
