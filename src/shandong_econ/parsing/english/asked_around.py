"""What a figure measures by what is said around it: a rank, a count, a part, a thing named behind it."""

from __future__ import annotations

from shandong_econ.parsing.english.asked import Asked, Rule
from shandong_econ.parsing.english.containers import told_in_containers
from shandong_econ.parsing.english.counted_things import count_of, some_of_them, some_that_did, those_who
from shandong_econ.parsing.english.crops import is_product, produced
from shandong_econ.parsing.english.deeds import without_verb
from shandong_econ.parsing.english.divisions import divisions_counted
from shandong_econ.parsing.english.naming import (
    is_bare,
    is_place,
    named,
    names_nothing,
    of_pronoun,
)
from shandong_econ.parsing.english.objects import is_earned, more_of, object_of
from shandong_econ.parsing.english.places import without_places
from shandong_econ.parsing.english.share_subjects import of_share
from shandong_econ.parsing.english.those_that_did import series_of_those, some_of_whole, whole_of_some
from shandong_econ.parsing.english.unit_nouns import amount_of_things, counts_by_unit, told_by_unit
from shandong_econ.parsing.english.within import CONTRIBUTES, grown_within, told_within
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.amounts import fits
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.readings import NO_SUBJECT, Subject
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY, PERCENT, RATES, WEIGHTS


def _told_again(asked: Asked) -> Subject | None:
    """What an amount is of that is told once more in another currency: "31,000 yuan, or 4,900 dollars on the rate"."""
    last, unit = asked.scene.last, asked.figure.unit
    if last is None or unit not in MONEY or not (asked.clues.also and is_bare(asked.words)):
        return None
    return last.subject if (last.unit or "").partition("_")[0] in MONEY - {unit} else None


def _of_pronoun(asked: Asked) -> Subject | None:
    """What a noun names of those spoken of: "investment in it"."""
    if asked.figure.unit not in PERCENT | MONEY:
        return None
    return of_pronoun(asked.scene, asked.clues.words)


def _contributed(asked: Asked) -> None:
    """Goes on about value added, with which something contributes to GDP."""
    clues = asked.clues
    if not clues.says.isdisjoint(CONTRIBUTES) and name_series_english(clues.relative, None).base == "GDP":
        asked.scene.base = "GDP"


def _ranked(asked: Asked) -> Subject | None:
    """What a rank or a streak is of: "it is the second largest producer of tea"."""
    scene, clues, words = asked.scene, asked.clues, asked.words
    if not (asked.figure.ordinal or Says.STREAK in clues.says):
        return None
    if clues.ranked_in:
        theirs = f"{clues.ranked_in} of {without_places(words, scene.places.local_places)}"
        if not is_bare(words) and (series := name_series_english(theirs, None)).code is not None:
            scene.base, scene.subject = series.base, Subject(clues.ranked_in, series)
            return scene.subject  # "rural residents of the city ranked third for | income per head"
        if names_nothing(scene, words):
            return named(scene, clues.ranked_in)
    held = words.lower().rpartition(" ")[2] in word_set("ranked.held")  # "kept the top spot for a fifth year"
    nothing = held or is_bare(words) or is_place(scene, words)
    of_place = clues.ranked_as.lower() in word_set("growth_nouns.economy")
    if nothing and asked.first and clues.ranked_as and not of_place:
        return named(scene, clues.ranked_as)
    goes_on = nothing and scene.subject is not NO_SUBJECT
    return scene.subject if goes_on else named(scene, words)


def _among_those(asked: Asked) -> Subject | None:
    """What some did of those among whom they are, or of those just told of."""
    scene, clues, words = asked.scene, asked.clues, asked.words
    if clues.among and clues.did and not (clues.counted or clues.of_which) and (is_bare(words) or words in clues.among):
        own = series_of_those(scene, did := f"{clues.among} {clues.did}")
        return Subject(did, own if own.code else Series(None, asked.called(clues.among).base, None))
    were = clues.did.partition(" ")[0] in word_set("passive.be") and asked.figure.unit is None
    some = were and asked.first and is_bare(words)  # "In May, 310 were newly registered"
    of_them = (clues.of_them or clues.of_which or some) and clues.did and not clues.counted
    if of_them and asked.figure.unit in COUNTED | {None} and (those := those_who(scene, clues.did)) is not None:
        return those
    be, _, kind = clues.did.partition(" ")
    things = of_them and asked.figure.unit in COUNTED | {None}
    if things and be in word_set("passive.be") and is_product(made := asked.called(kind)):
        return Subject(kind, made)  # "120,000 of them were | new energy vehicles"
    if of_them and (clues.of_them or (some and scene.subject.series.code is None)):
        told = scene.subject
        label = told.label if told.series.code else without_verb(told.label)
        return Subject(f"{label} {clues.did}", Series(None, told.series.base, None))
    return some_of_them(scene, clues, first=asked.first) if clues.of_them else None


def _counted(asked: Asked) -> Subject | None:
    """What is counted, by its unit or by the noun behind its number."""
    scene, clues, figure, words = asked.scene, asked.clues, asked.figure, asked.words
    if figure.unit in COUNTED | {None} and (some := some_of_whole(scene, clues)) is not None:
        return some
    if figure.unit in COUNTED | {None} and (amount := amount_of_things(clues, asked.plain, figure)):
        return named(scene, amount)
    if not clues.counted:
        return told_by_unit(scene, words, figure) if counts_by_unit(scene, clues, words, figure) else None
    if figure.unit not in COUNTED | {None} or (clues.side and not clues.more_of) or asked.tells_of:
        return None
    goes_on = clues.is_to and not asked.first and is_bare(words) and asked.called(clues.counted).base is None
    if goes_on and clues.counted.lower() in word_set("people.words"):
        return scene.subject  # "staff were cut from 210 people | to 64 people"
    scene.base = name_series_english(asked.plain, scene.base).base or scene.base
    divisions = divisions_counted(scene, clues, clues.counted, figure, part=asked.said.is_part)
    rest = divisions or whole_of_some(scene, clues, figure) or some_that_did(scene, clues)
    return rest or count_of(scene, clues, figure)


def _more_of(asked: Asked) -> Subject | None:
    """What somebody made or sold more of, if the words before name no series."""
    if not asked.clues.more_of or asked.said.done is not None:
        return None
    own, thing = asked.called(asked.words).code, asked.clues.more_of
    theirs = f"{thing} of {asked.plain}"  # "manufacturing drew 9 percent more | investment"
    if name_series_english(theirs, None).code not in (None, own, name_series_english(thing, None).code):
        return named(asked.scene, theirs)
    return None if own is not None else more_of(asked.scene, asked.clues, asked.words)


def _completed(asked: Asked) -> Subject | None:
    """A part that is named behind its figure: "of which 130 million came from new energy"."""
    clues, unit = asked.clues, asked.figure.unit
    if not clues.complement or asked.said.part_of is not None:
        return None
    if unit in COUNTED | {None}:
        return Subject(clues.complement, asked.called(clues.complement))
    if clues.of_which and unit not in PERCENT:
        if clues.among:
            named(asked.scene, clues.among)  # "of the investment, 3 billion yuan went to | homes"
        asked.scene.subject = Subject(clues.complement, asked.called(clues.complement))
        return asked.scene.subject
    return None


def _of_thing(asked: Asked) -> Subject | None:
    """What an amount is of that is named behind it: "took in 8 billion yuan in taxes"."""
    scene, clues, figure = asked.scene, asked.clues, asked.figure
    thing = "" if figure.unit in RATES or asked.tells_of else clues.counted or object_of(scene, clues, figure)
    if not thing and names_nothing(scene, asked.words) and clues.acts:
        thing = figure.word.partition(" of ")[2]  # "saving 20 tons of standard coal"
    if thing and clues.acts in word_set("told_by_verb.giving"):
        scene.subject = Subject(thing)  # "the firms paid 780 million yuan in taxes", which are not all taxes
        return scene.subject
    if not thing or is_bare(thing):
        return None
    part = name_series_english(asked.plain, None).breakdown not in (None, "_T")
    if Says.SHARE in clues.says and figure.unit in MONEY and part:
        whole = without_places(thing, scene.places.local_places)
        return named(scene, f"{asked.plain} {whole}")  # "ASEAN accounted for 38 billion yuan of | Ji'an's trade"
    if names_nothing(scene, asked.words):
        theirs = name_series_english(f"{asked.plain} {thing}", None).code  # "private firms handled 5 billion of trade"
        own = theirs not in (None, name_series_english(thing, None).code) and not is_bare(asked.plain)
        return produced(scene, named(scene, f"{asked.plain} {thing}" if own else thing))
    code = name_series_english(asked.plain, scene.base).code
    earned = figure.unit in MONEY and is_earned(thing)
    # "visitors contributed 20 billion yuan in tourism revenue", "firms made 8 billion yuan in profits"
    tries = 2 if code is None or not fits(code, figure.unit) else int(earned)
    for phrase in (f"{asked.plain} {thing}", thing)[:tries]:
        if name_series_english(phrase, scene.base).code not in (None, code):
            return named(scene, phrase)
    # "the port cleared 28 million tonnes of iron ore"
    return named(scene, thing) if figure.unit in WEIGHTS and clues.acts else None


def _within(asked: Asked) -> Subject | None:
    """A part of a share, a part that grew within its whole, or one whose amount is told within it."""
    scene, clues, figure, words = asked.scene, asked.clues, asked.figure, asked.words
    if (part := of_share(scene, clues, words)) is not None:
        return part
    grows = figure.unit in PERCENT or (figure.unit == "RO" and clues.verb and figure.word)
    grows = grows or (figure.unit not in RATES | {"RO"} and bool(clues.verb or clues.noun))
    if grows and (narrower := grown_within(scene, clues, asked.said, first=asked.first)) is not None:
        asked.said.inside = True
        return narrower
    amount = figure.unit not in RATES
    if amount or (figure.unit in PERCENT and is_bare(words)):
        part = told_within(scene, clues, words, amount=amount)
    return told_in_containers(scene, words) if part is None and figure.unit == "TEU" else part


AROUND: tuple[Rule, ...] = (
    _told_again,
    _of_pronoun,
    _contributed,
    _ranked,
    _among_those,
    _counted,
    _more_of,
    _completed,
    _of_thing,
    _within,
)
