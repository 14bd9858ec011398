"""Subjects by the noun phrases that name them, and phrases that name none: nothing, a place, a pronoun."""

from __future__ import annotations

from functools import lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.heads import head_of_told, instead_of_that
from shandong_econ.parsing.english.lone_nouns import is_short_for_another, note_told
from shandong_econ.parsing.english.ones import head_words, of_ones
from shandong_econ.parsing.english.partners import mutual_partner, with_told
from shandong_econ.parsing.english.places import series_named, tells_only_place, without_places
from shandong_econ.parsing.english.possessives import of_those_told, owned, owner_phrase
from shandong_econ.parsing.english.wholes import flow_of_last
from shandong_econ.parsing.english.word_kinds import word_set
from shandong_econ.parsing.finding.names_english import is_generic
from shandong_econ.parsing.finding.series import FLOWS, WITHOUT_PARTS, Series, is_total, put_together
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.resolving.abroad import is_abroad, without_country
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def names_nothing(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names no series and no thing: it is empty, a place or a pronoun."""
    return (
        is_bare(words) or name_series_english(without_places(words, scene.places.local_places), scene.base).base is None
    )


def named(scene: Scene, words: str, instead: str = "") -> Subject:
    """The subject that a noun phrase names, which the text goes on about; `instead` is "those of" before it."""
    if scene.owners.entity is not None and scene.owners.entity.keeps_codes:
        words = words.removeprefix(f"{scene.owners.entity.name}'s ")  # "Beibu Gulf Port's | throughput"
    plain = without_places(words, scene.places.local_places)
    if plain != words and plain.split(" ")[0].lower() in word_set("name.articles"):
        words = " ".join(plain.split()[1:])  # "in Scotland | the average price"
    words = _of_such(scene, words)
    series = of_those_told(scene, words)
    if series.code is None:
        series = series_named(_by_size(without_country(scene, words)), scene.base, scene.places.local_places)
    series = with_told(scene, words, series)
    if (partner := mutual_partner(scene, words, series)) is not None:
        series = put_together(series.base or "", partner)
    if series.code is not None and _has_partner(scene, words):
        series = Series(None, series.base, None)
    if (flow := flow_of_last(scene, words, series)) is not None:
        scene.subject = flow
        return flow
    if words and series.code is None:
        if _is_head_of(scene.subject, without_places(words, scene.places.local_places)):
            return scene.subject
        if is_total(series.breakdown) and len(words.split()) == 1:  # "summer grain is in; output hit 451,000 tons"
            series = _of_owner(scene, words, series) or series
    if series.code is None and (kind := _kind_of_all(words)):
        series = series_named(kind, scene.base, scene.places.local_places)  # "rice and other | grain"
    if series.code is None and (made := _made_of_it(scene, words)) is not None:
        scene.base, scene.subject = made.series.base, made
        return made
    if series.code is None and (same := of_ones(scene, words)) is not None:
        words, series = same
    if is_short_for_another(scene, without_places(words, scene.places.local_places), series.code):
        series = Series(None, series.base, None)
    note_told(scene, words, series)
    if series.code is None and instead and scene.subject.label:
        words = instead_of_that(scene, instead, words)
        whole = series_named(words, scene.base, scene.places.local_places)
        series = whole if whole.code is not None else series
    scene.possessor = words
    if series.base not in WITHOUT_PARTS and not (series.code is None and is_abroad(scene)):
        scene.base = series.base or scene.base
    told, scene.subject = scene.subject, Subject(words, series, is_rate(words))
    if instead and told.label:
        scene.head_of_list = (scene.subject, head_of_told(scene, told))
    return scene.subject


def _of_such(scene: Scene, words: str) -> str:
    """A noun phrase with the things that its "such" goes back to: "sales of such buildings", after commercial ones."""
    head, such, noun = words.partition(f" {word_list('en', 'counting.such')[0]} ")
    pieces = scene.subject.label.split()
    stop = next((n + 1 for n, piece in enumerate(pieces) if such and piece.lower() == noun.lower()), 0)
    start = max((n + 1 for n in range(stop) if pieces[n] in word_set("link.preposition")), default=0)
    return f"{head} {' '.join(pieces[start:stop])}" if stop else words


def _kind_of_all(words: str) -> str:
    """The kind that a noun phrase names after some of it: "rice and other | grain", or ""."""
    links = (f" {link} " for link in word_list("en", "kinds.links"))
    return next((kind for link in links if (kind := words.partition(link)[2])), "")


def _by_size(words: str) -> str:
    """A noun phrase in which firms are called by their size: "profits of firms with sales over 20 million yuan"."""
    head, link, size = words.partition(" with ")
    names, *sums = word_list("en", "size.designated")
    least = next((one for one in sums if one in size), "") if link else ""
    if not least:
        return words
    behind = size.partition(least)[2].split()
    if behind and behind[0] in word_set("size.after"):
        behind = behind[2:]  # "or more"
    return " ".join((head, names, *behind))


def of_pronoun(scene: Scene, words: str) -> Subject | None:
    """What a noun names of those spoken of, where a pronoun follows it: "investment in it"."""
    phrase = owner_phrase(words)
    if not phrase:
        return None
    noun, told = words[: -len(phrase) - 1], scene.possessor
    found = owned(scene, phrase, noun) or _of_group(scene, noun)
    if found is None and phrase.split()[-1] in word_set("owners.groups") | word_set("owners.vague"):
        return None  # "investment in the sector", where no sector was told of
    found = found or named(scene, noun)
    all_trade = found.series.base in FLOWS.values() and is_total(found.series.breakdown)
    if all_trade and phrase.partition(" ")[0] in word_set("partner.before"):
        named_so = told[:1].isupper() and name_series_english(told, None).base is None
        partner = told if named_so else phrase.partition(" ")[2]
        label = f"{noun} {phrase.partition(' ')[0]} {partner}"  # "trade with | Peru", for "with the country"
        scene.subject = found = Subject(label, Series(None, found.series.base, None))
    return found


def _of_group(scene: Scene, noun: str) -> Subject | None:
    """The series that a noun names of those who were spoken of last: "value added of the group", after the firms."""
    series = series_named(label := f"{noun} of {scene.possessor}", None, scene.places.local_places)
    if not scene.possessor or series.code in (None, name_series_english(noun, scene.base).code):
        return None
    scene.base, scene.subject = series.base or scene.base, Subject(label, series)
    return scene.subject


def _of_owner(scene: Scene, noun: str, alone: Series) -> Series | None:
    """The series that a bare noun names of what was spoken of last."""
    owner = without_places(scene.possessor, scene.places.local_places)
    series = name_series_english(f"{owner} {noun}", scene.base) if owner else alone
    if series.code is None or (alone.base is None and not is_generic(noun)):
        return None
    return series if (series.base or "").endswith(alone.base or "") else None  # GRAIN_OUTPUT is an OUTPUT


def _has_partner(scene: Scene, words: str) -> bool:
    """Whether a report on another country names a partner that no series of China's has: "exports to China"."""
    plain = without_places(words, scene.places.local_places)
    if plain == words or not is_abroad(scene):
        return False
    return plain.rpartition(" ")[2] in word_set("partner.before")


def with_partner(scene: Scene, instead: str, words: str) -> Subject | None:
    """What "that" stands for, with another partner: after "trade with Japan", "that with China"."""
    link = instead.rpartition(" ")[2]
    if not scene.subject.label or link not in word_set("partner.links") or not is_place(scene, words):
        return None
    return named(scene, instead_of_that(scene, instead, words))


def _made_of_it(scene: Scene, words: str) -> Subject | None:
    """The output of the product that was spoken of: after "the area under wheat", "output"."""
    product = scene.subject.series.breakdown or ""
    if not product.startswith("P:") or words.lower() not in word_set("back.made"):
        return None
    return Subject(words, put_together("OUTPUT", product))


def _is_head_of(subject: Subject, noun: str) -> bool:
    """Whether a noun is what the name of what was spoken of comes to: "output", of "raw coal output across Shanxi"."""
    return subject.series.code is not None and bool(noun) and head_words(subject.label.lower())[-1:] == [noun.lower()]


@lru_cache(maxsize=4096)
def is_bare(words: str) -> bool:
    """Whether a noun phrase says nothing of its own: it is empty or stands for what was named before."""
    lower, articles = words.lower(), word_set("pronoun.articles")
    kept = [word for word in lower.split() if word not in articles]
    if len(kept) == 1 and kept[0].endswith(word_list("en", "adverbs.endings")):
        return kept[0] not in word_set("adverbs.not_these")  # "nominally": only how it grew
    same = not kept or " ".join(kept) in word_set("pronoun.same") or lower in word_set("stop.per_head")
    return same or word_set("degree.words").issuperset(kept)


def without_anaphor(words: str) -> str:
    """A noun phrase without what only goes back: "it overtook coal" names nothing, "for towns the figure" the towns."""
    pieces = words.split()
    if pieces and not word_set("pronoun.subjects").isdisjoint({pieces[0].lower(), pieces[-1].lower()}):
        return ""
    article, noun = pieces[-2:] if len(pieces) > len(("the", "figure")) else ("", "")
    links = word_set("link.preposition") | word_set("gap_prepositions.words")
    led = len(pieces) > len(("on", "the", "scale")) and pieces[-3] in links
    own = led and noun not in word_set("back.last") | word_set(
        "back.first"
    )  # "the industry on the scale", "above the scale"
    goes_back = not own and article.lower() in word_set("pronoun.articles") and noun in word_set("pronoun.same")
    return " ".join(pieces[:-2]) if goes_back else words


def is_place(scene: Scene, words: str) -> bool:
    """Whether a noun phrase names only a place."""
    rest = _without_joins(without_places(words, scene.places.local_places))
    divides = words.lower() in word_set("area.divisions") and name_series_english(words, scene.base).code is None
    named_so = rest != words or divides  # but "in the cities the figure was" of urban incomes
    return not is_bare(words) and (is_bare(_without_end(rest)) or (named_so and tells_only_place(rest)))


def _without_end(phrase: str) -> str:
    """A noun phrase without what led to a place that was taken off: "the equivalent rate | for the"."""
    pieces = phrase.split()
    while pieces and (pieces[-1] in word_set("area.at") or pieces[-1] in word_set("name.articles")):
        pieces.pop()
    return " ".join(pieces)


def _without_joins(rest: str) -> str:
    """What a list leaves without the places in it: nothing, of "Zunyi, Anshun and Tongren each"."""
    return "" if word_set("place_lists.joins").issuperset(rest.replace(",", " ").lower().split()) else rest


def is_rate(words: str) -> bool:
    """Whether a noun phrase is headed by the name of a rate."""
    head = words.lower()
    for link in word_list("en", "rate.before"):
        head = head.partition(f" {link} ")[0]
    return head.endswith(word_list("en", "rate.ends")) and not head.endswith(word_list("en", "rate.prices"))
