"""The place that the words before a figure are about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from shandong_econ.lexicon.concepts import areas, is_wider, province_of
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.firm_places import funds_firms, in_name, only_holds_home
from shandong_econ.parsing.english.listed_words import has_word, noun_of, owns
from shandong_econ.parsing.english.new_areas import area_named_before, length_of_place, length_of_site, new_area
from shandong_econ.parsing.english.role_classes import GAPS, MORE
from shandong_econ.parsing.english.who_says import is_said
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.local_places import LOCAL
from shandong_econ.parsing.finding.places import names_customs, place
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token, has_role, is_of_place
from shandong_econ.parsing.resolving.abroad import nation as nation_of
from shandong_econ.parsing.resolving.levels import LEVELS, area_at


def area_of(words: Words, tokens: Sequence[Token]) -> Area | None:
    """The place that the words before a verb are about: not a partner of trade, and not one in a relative clause."""
    if (zone := new_area(words, tokens) or area_named_before(words, tokens)) is not None:
        return zone
    if not any(map(is_of_place, tokens)):
        return None
    found: list[Token] = []
    speaker, level = found, None
    partner = nation = ranks = told = False
    word = ""
    for n, token in enumerate(tokens):
        before, word = word, token.word
        if token.areas or not LEVELS.isdisjoint(token.roles):
            if token.areas and (not partner or _is_origin(words, before, token)):
                around = only_holds_home(words, tokens, n) or funds_firms(tokens, n)
                if not around and not _names_customs(words, tokens, n) and not in_name(words.scene, token):
                    found.append(token)
            elif not (token.areas or partner or (found and _is_aside(tokens, n, found[-1])) or _is_scope(tokens, n)):
                level = level if before in word_set("ranked.leads") else token  # "Ningbo led | the province with"
            continue
        ranks = ranks or word in word_set("ranked.words") or "rank.superlative" in token.roles
        nation = nation or (not partner and not ranks and _is_of_nation(tokens, n))
        if word.rsplit(" ", 1)[-1] in word_set("partner.before"):
            opens = before == "," and word in word_set("split.with")  # "rose 5 percent, with | Jinan up"
            origin = word == "from" and before in word_set("partner.origin")
            partner = not (opens or origin or _comes_from(words, word))
        elif not (token.mark == "," or word in word_set("partner.kinds") or _joins_places(token)):
            partner = False  # "in line with that of the country" is of no other place
        told = told or word in word_set("speech.tells_that")
        if word == "that" and (told or before in word_set("level.verb")):
            found, speaker, level = [], [], None  # "the accounts of Hunan's cities show that the city's GDP"
        elif found and word in word_set("speech.verbs") and is_said(tokens, n):
            speaker, found = found, []  # "a dealer in Wuhan | said Hubei's exports"
        elif (found and word in word_set("relative.that")) or not token.roles.isdisjoint(GAPS):
            break
        elif word in word_set("averaging.verbs") and any(MORE & t.roles for t in tokens[max(0, n - 2) : n]):
            break  # "well above | the average for the province"
        elif n and "share.noun" in token.roles and tokens[n - 1].word in word_set("owner.pronouns"):
            break  # "its | share in the national total" is the part that is at home
    found = found or speaker
    last = level is not None and (not found or found[-1].start < level.start)
    if last and level is not None and (meant := area_at(words.scene, level)) is not None:
        return meant
    if not found:
        return nation_of(words.scene) if nation else None
    best = found[0]
    for token in found[1:]:
        if _holds(words, best, token):
            best = token
    if len(found) > 1 and (common := _common(words, tokens, found)) is not None:
        return common
    return place(best.areas, words.scene.places.home, words.name(best))


def _joins_places(token: Token) -> bool:
    partner = token.naming is not None and (token.naming.breakdown or "").startswith(_PARTNER)
    return partner or not token.roles.isdisjoint({"link.list", "link.that_of"})


_PARTNER = "PARTNER:"


def _is_origin(words: Words, before: str, token: Token) -> bool:
    """Whether a place within the report's own is where things come from, no partner: "oysters from Qinzhou"."""
    home = words.scene.places.home
    if home is None or home.code is None or LOCAL in token.areas or before not in word_set("partner.from"):
        return False
    return is_wider(home.code, token.areas[0])


def _is_of_nation(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word says that the nation is spoken of: not "national parks" or "led the country"."""
    following = tokens[n + 1] if n + 1 < len(tokens) else Token(0, 0)
    if "area.wide" in tokens[n].roles:
        return following.mark == ","  # "Nationally, exports"
    if tokens[n].roles.isdisjoint(_NATION) or following.word.split(" ")[0] in word_set("area.nation_kinds"):
        return False
    return not n or tokens[n - 1].word not in word_set("ranked.leads") | word_set("carry_on.one")  # "making it the"


_NATION = frozenset({"area.nation", "area.nation_total"})


def _comes_from(words: Words, word: str) -> bool:
    """Whether "those from" goes back to what a place sends out: "exports from Shaoxing, those from Jiaxing"."""
    sent, _, link = word.rpartition(" ")
    label = words.scene.subject.label.lower()
    return sent in word_set("partner.origin") and any(f"{o} {link} " in label for o in word_set("partner.origin"))


def _names_customs(words: Words, tokens: Sequence[Token], n: int) -> bool:
    """Whether a place gives its name to a customs, of which the goods are those of its province."""
    home = words.scene.places.home
    if home is None or home.code is None or LOCAL in tokens[n].areas:
        return False
    return names_customs(tokens, n) and is_wider(home.code, tokens[n].areas[0])


def _is_aside(tokens: Sequence[Token], n: int, place_before: Token) -> bool:
    """Whether piece n begins what is said of a place between commas: "Zunyi, the province's | second city, ..."."""
    opens = tokens[n - 1].mark == "," and tokens[n - 2] is place_before
    return opens and (n + 1 == len(tokens) or any(token.mark == "," for token in tokens[n + 1 :]))


def _is_scope(tokens: Sequence[Token], n: int) -> bool:
    """Whether a place is only that of those among which one is set: "among the cities of | the province | it is"."""
    within = n > 2 and tokens[n - 1].word in word_set("parts.of") | word_set("area.at")
    return within and tokens[n - 2].word in word_set("area.divisions") and has_word(tokens[: n - 2], "within.among")


def area_after(words: Words, trail: Sequence[Token], n: int) -> Area | None:
    """The place of piece n after a figure, as in "up 5 percent in Jinan", "4.8 percent for the province"."""
    token = trail[n]
    led = n - (n > 1 and trail[n - 1].word in word_set("name.articles"))
    things = led > 1 and _are_things(trail[: led - 1])
    leads = word_set("area.at") | (word_set("parts.of") if things else frozenset())  # "14 cities | of the province"
    there = led >= 1 and (led < 3 or things) and trail[led - 1].word in leads
    if not there and not _is_where_done(words, trail, n):
        wide = "area.wide" in token.roles and all(map(is_change, trail[:n]))  # "a 4 percent gain | nationwide"
        return nation_of(words.scene) if wide else None
    if token.areas:
        return place(token.areas, words.scene.places.home, words.name(token))
    if "area.nation" in token.roles:
        return nation_of(words.scene)
    return area_at(words.scene, token)


def _are_things(tokens: Sequence[Token]) -> bool:
    """Whether words before a place are all one name of things: "12 steel mills | in Yibin"."""
    names = (token for token in tokens if "link.list" not in token.roles)
    return tokens[-1].word.endswith("s") and all(is_plain(token, or_named=True) for token in names)


def _is_where_done(words: Words, trail: Sequence[Token], n: int) -> bool:
    """Whether piece n is the place, within that of the text, in which things were made: "bases built in Nanhua"."""
    home = words.scene.places.home
    if n < 2 or home is None or home.code is None or trail[n - 1].word not in word_set("area.at"):
        return False
    done = is_verb(trail[n - 2]) or trail[n - 2].word.endswith(word_list("en", "acting.past"))
    inside = not trail[n].areas or LOCAL in trail[n].areas or is_wider(home.code, trail[n].areas[0])
    return done and inside


def _holds(words: Words, outer: Token, inner: Token) -> bool:
    """Whether a place is in another; one without a code is a county or a town of the one that it stands beside."""
    if LOCAL in inner.areas:
        return LOCAL not in outer.areas
    code = place(inner.areas, words.scene.places.home, words.name(inner)).code
    return LOCAL not in outer.areas and code is not None and is_wider(outer.areas[0], code)


def _common(words: Words, tokens: Sequence[Token], found: Sequence[Token]) -> Area | None:
    """The province of places whose figure is of all of them: "the ports of Tangshan and Huanghua"."""
    first, last = tokens.index(found[0]), tokens.index(found[-1])
    between = tokens[first : last + 1]
    if any(not (t.areas or t.mark == "," or "link.list" in t.roles or words.name(t).istitle()) for t in between):
        return None
    if not has_role(between, "link.list"):  # "Zouping, Binzhou City" is one place
        return None
    provinces = {province_of(token.areas[0]) for token in found}
    return areas().get(provinces.pop()) if len(provinces) == 1 else None


def series_named(words: str, base: str | None, local: frozenset[str] = frozenset()) -> Series:
    """The series that a noun phrase names, without the places in it unless they are its part: "trade with Macao"."""
    pieces = words.split()
    owner = (length_of_place(pieces, local) or length_of_site(pieces)) if pieces else 0
    series = name_series_english(" ".join(pieces[owner:]) or words, base)  # "Macao's exports" are Macao's own
    if series.code is None and series.breakdown is None:
        return name_series_english(without_places(words, local), base)
    return series


@lru_cache(maxsize=65536)
def without_places(words: str, local: frozenset[str] = frozenset()) -> str:
    """A noun phrase without the places in it."""
    kept: list[str] = []
    rest = words.split()
    while rest:
        length = length_of_place(rest, local) or noun_of(rest[0].rstrip(",")) in word_set("area.nouns")
        length = length if rest[0][:1].isupper() or (length > 1 and local) else 0
        length += _length_of_epithets(rest[length:]) if length and owns(rest[length - 1]) else 0
        if not length:
            kept.append(rest[0])
        elif kept and kept[-1] in word_set("parts.of"):
            _leave_kind(kept)
        rest = rest[length or 1 :]
        if not rest and length and kept and kept[-1] in word_set("parts.of") | word_set("acting.leads_off"):
            kept.pop()  # "the port | of Jiujiang", "imports | through Gulei"
    return " ".join(kept)


def _leave_kind(kept: list[str]) -> None:
    """Leaves out what kind of place the name is of that comes next: "exports of | the central Chinese province of"."""
    at = len(kept) - len(("province", "of"))
    if at <= 0 or kept[at] not in word_set("area.nouns") or kept[at] in word_set("area.divisions"):
        return
    while at and _is_epithet(kept[at - 1].lower()):
        at -= 1
    del kept[at:]


def _length_of_epithets(words: Sequence[str]) -> int:
    """How many words only say what kind of place follows: "China's | coal-rich province of | Shanxi"."""
    size = 0
    while size < len(words) and (_is_epithet(words[size]) or words[size] in word_set("area.trades")):
        size += 1
    return size if size < len(words) and words[size][:1].isupper() else 0


def tells_only_place(phrase: str) -> bool:
    """Whether the words of a phrase only say what kind of place one is: "coastal", "coal-rich"."""
    return all(map(_is_epithet, phrase.split()))


def _is_epithet(word: str) -> bool:
    return "-" in word or word in word_set("area.nouns") or word in word_set("area.epithets")
