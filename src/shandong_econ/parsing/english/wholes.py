"""The whole that "the total" goes back to, after parts of it were told: after exports and imports, all trade."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.english.listed_words import noun_of
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.series import FLOWS, Series, families, is_total, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad, without_country
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import COUNTED

_ALL_TRADE = FLOWS["IE"]


def whole_told(scene: Scene) -> Subject | None:
    """The whole, told before, of which the series that is spoken of is a part."""
    whole = whole_of(scene.subject.series)
    if whole.code is None or whole == scene.subject.series:
        return None
    told = next((one.subject for one in reversed(scene.recent) if one.subject.series.code == whole.code), None)
    if told is None and scene.subject.series.base in FLOWS.values():
        return Subject(word_list("en", "back.whole")[0], whole)  # of exports and imports all know what the total is
    return told


def whole_of_parts_told(scene: Scene) -> Subject | None:
    """The whole that goes on after more than one part of it: "exports were 8 billion, imports 5. The growth was"."""
    code = whole_of(scene.subject.series).code
    at = next((n for n, one in enumerate(reversed(scene.recent)) if one.subject.series.code == code), None)
    if code is None or not at:
        return None
    parts = {one.subject.series for one in scene.recent[-at:]}
    known = all(part.code is not None and whole_of(part).code == code for part in parts)
    return scene.recent[-at - 1].subject if known and len(parts) > 1 else None


def whole_of_less(scene: Scene) -> Subject | None:
    """What the sentence before was about, if all it told after that is less of the same: "of which 3 left. It"."""
    levels = [one for one in scene.recent if one.measure is Measure.LEVEL and one.unit not in COUNTED]
    at = next((n for n, one in enumerate(levels) if one.subject == scene.main_before), len(levels))
    whole, parts = levels[at : at + 1], levels[at + 1 :]
    less = whole and all(one.unit == whole[0].unit and one.amount < whole[0].amount for one in parts)
    return scene.main_before if parts and less else None


def rate_told(scene: Scene, words: str) -> Subject:
    """What goes on, which is the rate told last where words such as "the rates" go back to one."""
    called = words.lower().rpartition(" ")[2] in word_set("rate.nouns") and not scene.subject.is_rate
    rates = (one.subject for one in reversed(scene.recent) if called and (one.subject.is_rate or _is_inflation(one)))
    return next(rates, scene.subject)


def _is_inflation(one: Reading) -> bool:
    return one.measure is Measure.GROWTH and families().get(one.subject.series.base or "") == "prices"


def value_of_all(scene: Scene, words: str) -> Subject | None:
    """What "the total value" is where trade, or a flow of it, was spoken of last: that of all trade."""
    series = whole_of(scene.subject.series)
    if words.lower() not in word_set("back.values") or series.base not in FLOWS.values():
        return None
    scene.base, scene.subject = series.base, Subject(words, series)
    return scene.subject


def whole_of(series: Series) -> Series:
    """The series that a series is a part of: trade of its two flows, or that of all of its base."""
    if series.base in FLOWS.values():
        return put_together(_ALL_TRADE, series.breakdown or "_T")
    if series.base is None or is_total(series.breakdown):
        return series
    return put_together(series.base, "_T")


def flow_of_last(scene: Scene, words: str, series: Series) -> Subject | None:
    """Exports or imports of the trade that was told of last: "trade with ASEAN was 9 billion, exports 5"."""
    if series.code is None or without_country(scene, words) != words:
        return None  # "UK exports", and "exports of machinery", are not those of the trade with one partner
    here = [one for one in reversed(scene.recent) if one.figure.start >= scene.position.previous_start]
    before = [one for one in here if one.figure.start < scene.position.sentence_start]
    shares = (one for one in before if one.measure is Measure.SHARE and one.area == scene.places.home)
    parts = {one.subject.label for one in shares}  # "firms had 51 percent. Exports", but not "Xiamen had 51 percent"
    told = [one.subject for one in here if one.subject.label not in parts]
    other = scene.subject.series.base != series.base  # not "exports of machinery, higher than total exports"
    of_one = _TOLD_OF_ALL.isdisjoint(scene.told_codes)
    if (other or series.base == _ALL_TRADE) and scene.position.opens_paragraph and of_one:
        told.append(_whole_of_other(scene.subject))  # of a text on trade with one partner
    if series.base == _ALL_TRADE and not (of_one and scene.position.opens_paragraph and _is_both(words)):
        return None
    wholes = ((one.label, _within(one.series, series)) for one in told)
    label, flow = next(((label, flow) for label, flow in wholes if flow is not None), ("", None))
    if flow is None:
        return None
    if series.base == _ALL_TRADE:
        _, link, partner = label.partition(f" {word_list('en', 'partner.links')[0]} ")
        return Subject(f"{words}{link}{partner}", flow)
    return Subject(f"{words} of {label}", flow)


def _is_both(words: str) -> bool:
    """Whether a noun phrase names both flows and no more, which goes back to a trade: "the imports and exports"."""
    return all(flow_of(word) for word in words.replace(" and ", " ").split())


def _whole_of_other(subject: Subject) -> Subject:
    """The trade of which the other flow was told, where no code is of that: of "exports of the trade with ASEAN"."""
    label = subject.label.partition(" of ")[2]
    return subject if subject.series.code or not label else Subject(label, whole_of(subject.series))


_TOLD_OF_ALL = frozenset({"TRADE_TOTAL", "EXPORTS", "IMPORTS"})


def _within(whole: Series, flow: Series) -> Series | None:
    """The exports, say, of the trade that was just told of: with one partner they are those to this partner."""
    is_flow = flow.base in FLOWS.values() and is_total(flow.breakdown)
    if whole.base != _ALL_TRADE or is_total(whole.breakdown) or not is_flow:
        return None
    return put_together(flow.base or "", whole.breakdown or "")


def tells_whole(lead: Sequence[Token], last: Reading | None) -> bool:
    """Whether words behind a share lead to the amount of its whole: "5 percent | of the country's crop of" 3 tons."""
    if last is None or last.measure is not Measure.SHARE or len(lead) < len(("of", "crop", "of")):
        return False
    led = lead[0].word in word_set("parts.of") and lead[-1].word in word_set("parts.of")
    return led and not any(is_verb(token) or token.mark for token in lead)


def flow_of(phrase: str) -> str:
    """The base of the exports or imports that a noun phrase ends with the name of, or ""."""
    base = name_series_english(phrase.rpartition(" ")[2], None).base or ""
    return base if base in FLOWS.values() and base != _ALL_TRADE else ""


def whole_named(tokens: Sequence[Token]) -> str:
    """The "total" of "the total was" and "the region's total of", which can be a verb too."""
    named = (b.word for a, b in pairwise(tokens) if a.word == "the" or "area.home" in a.roles)
    return next((word for word in named if word in word_set("back.whole")), "")


def without_share(words: Words, clues: Clues, tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before "share in all exports", "as a share of", or after "its": "its | share of GDP"."""
    for n, token in enumerate(tokens[:-1]):
        if token.naming is None and token.word in word_set("share.noun"):
            if at := _within_whole(words, tokens, n):
                clues.says.add(Says.SHARE_NOUN)
                clues.relative = words.phrase(core(tokens[at + 1 :]))
                return [*tokens[:n], *tokens[n + 1 : at]]
            owned = n > 0 and tokens[n - 1].word in word_set("owner.pronouns")
            _, _, link = token.word.partition(" ")
            whole = core(tokens[n + (1 if link else 2) :])
            part = _of_owner(tokens[n - 1]) if n else None  # "oil's | share of output"
            told = _told_as(tokens, n)  # "exports | as a share of output"
            links = word_set("parts.whole_links" if owned or part or told else "parts.share_links")
            led = (link or tokens[n + 1].word.split(" ")[0]) in links
            if led and whole and not any(t.time or t.mark for t in whole):
                clues.says.add(Says.SHARE_NOUN)
                clues.relative = words.phrase(whole)
                if part is not None:
                    return [*tokens[: n - 1], part]
                return [t for t in tokens[:n] if t.time or t.mark or t.areas] if owned else tokens[: told or n]
    return tokens


def _within_whole(words: Words, tokens: Sequence[Token], n: int) -> int:
    """The place of the "in" before the whole of a share that tells its part too: "the share of tea | in exports"."""
    of = tokens[n].word.rpartition(" ")[2] in word_set("parts.of") or tokens[n + 1].word in word_set("parts.of")
    at = next(
        (k for k in range(n + 2, len(tokens)) if tokens[k].word.split(" ")[0] in word_set("parts.share_links")), 0
    )
    if not (of and at) or any(token.mark or token.time is not None for token in tokens[n:]):
        return 0
    whole = words.phrase(core(tokens[at + 1 :]))
    if is_abroad(words.scene) and whole.rpartition(" ")[2] in word_set("takes.industries"):
        return 0  # "the proportion of jobs in the services sector" is of all jobs
    return at if series_named(whole, None, words.scene.places.local_places).base is not None else 0


def _told_as(tokens: Sequence[Token], n: int) -> int:
    """Where what is told "as a" share of something ends, or 0."""
    before = max(0, n - 2)
    return before if " ".join(token.word for token in tokens[before:n]) in word_set("parts.told_as") else 0


def _of_owner(token: Token) -> Token | None:
    """The noun that a possessive is of, where it is no place: whose share of something is told."""
    noun = noun_of(token.word)
    if token.areas or token.mark or noun == token.word:
        return None
    return attrs.evolve(token, end=token.start + len(noun), word=noun)
