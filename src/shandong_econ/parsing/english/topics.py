"""What a sentence without a figure tells of the next ones: what, when and where they are about, and whose."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Status
from shandong_econ.parsing.english.before import clues_before
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.lone_nouns import note_told
from shandong_econ.parsing.english.naming import is_bare, is_place, named
from shandong_econ.parsing.english.owners import note_topics
from shandong_econ.parsing.english.partners import leads_to_partner
from shandong_econ.parsing.english.possessives import note_owner
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.run_in import enter_run_in
from shandong_econ.parsing.english.usual import compare_next, head_with, over_move
from shandong_econ.parsing.english.verb_forms import verb_forms
from shandong_econ.parsing.english.whereabouts import move
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.series import Series
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.resolving.reach_of_times import go_to, head_paragraph
from shandong_econ.parsing.resolving.readings import Mention, Subject
from shandong_econ.parsing.resolving.within import is_within

PAIR = 2  # things of which one is "the former" and the other "the latter"


def set_topic(sentence: Progress) -> None:
    """Takes from a sentence without a figure what, when and where the next are about."""
    scene = sentence.scene
    if not sentence.tokens or enter_run_in(sentence.words, sentence.tokens):
        return  # "customs data showed" alone tells nothing
    clues = clues_before(sentence.words, sentence.tokens, 1, None)
    clues.times = _of_now(sentence, clues.times)
    move(sentence, clues, sentence.tokens, [])
    _go_to_reviewed(sentence)
    note_topics(sentence.words, sentence.tokens)
    over = over_move(scene, clues.base)
    if scene.position.in_heading:
        head_with(scene, clues.comparison)
    elif sentence.tokens[-1].mark == ":" and over is not None:
        head_with(scene, over)  # "most of the rise between May and June came from:"
    elif (told := clues.comparison or over) is not None:
        compare_next(scene, told)
    if any(is_change(t) for t in sentence.tokens) and any(t.word == "%" for t in sentence.tokens):
        scene.position.growth_column = True  # the heading of a table: "(output; growth over 2017, %)"
    head = _before_verb(sentence.tokens)
    phrase = sentence.words.phrase(head)
    here = not head or is_place(scene, phrase)
    if (here and not scene.position.in_heading) or has_word(head, "stock.exists"):
        # "there was growth among | private firms"
        note_owner(sentence.words, sentence.tokens, sentence.tokens[-1].word)
    elif head and not is_bare(phrase):
        scene.possessor = scene.headed = phrase
        _list_pair(sentence, head)
        _list_partners(sentence)
    elif scene.position.in_heading and is_abroad(scene):
        scene.headed = scene.section = sentence.words.phrase(core(sentence.tokens))
    after = next((n + 1 for n, token in enumerate(sentence.tokens) if "link.source" in token.roles), 0)
    if after and not is_bare(source := sentence.words.until_break(sentence.tokens[after:])):
        named(scene, source)
        return
    _name_series(sentence)


def _go_to_reviewed(sentence: Progress) -> None:
    """Goes on from the year gone by that somebody looks back on: "summed up 2014 and set out the tasks for 2015"."""
    scene, tokens = sentence.scene, sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.word in word_set("topic.reviews")), len(tokens))
    times = [token.time for token in tokens[at:] if token.time is not None]
    years = [(time, resolve(time, scene.times.calendar)) for time in times if time.form == "year"]
    if not years or (year := years[0][1]) is None or year.year is None:
        return
    if scene.times.is_over(year) or any(later is not None and year < later for _, later in years[1:]):
        scene.plans.status = Status.A
        head_paragraph(scene, year, years[0][0])
        go_to(scene, year)


def _of_now(sentence: Progress, times: list[Time]) -> list[Time]:
    """The times but those that a sentence does not open with and are past, or the year of what is told.

    "Since the plan was launched in 2021", "rural travel this year was in fashion".
    """
    told, opening = sentence.scene.times, sentence.tokens[0].start
    verb = next((token.start for token in sentence.tokens if is_verb(token)), 0)

    def moves(time: Time) -> bool:
        period = resolve(time, told.calendar, told.period)
        if is_within(told.period, period):
            return time.start == opening
        return time.start < verb or not told.looks_back_to(period)

    return list(filter(moves, times))


def head_before_colon(sentence: Progress, lead: Sequence[Token]) -> None:
    """Takes what the words up to a colon are about for whose figures follow: "corn fared ill: its yield fell"."""
    colon = next((n for n, token in enumerate(lead) if token.mark == ":"), 0)
    if colon and is_abroad(sentence.scene) and enter_run_in(sentence.words, lead[: colon + 1]):
        return
    if colon and (phrase := sentence.words.phrase(_before_verb(lead[:colon]))):
        sentence.scene.possessor = phrase
        if has_word(lead[colon + 1 : colon + 2], "pronoun.subjects"):
            named(sentence.scene, phrase)  # "mortgages barely grew: they came to"


def _before_verb(tokens: Sequence[Token]) -> list[Token]:
    """The noun phrase with which a sentence begins, up to its first verb; what only says when or where is left off."""
    verb = next((n for n, token in enumerate(tokens) if n and _tells(token)), 0)
    head = tokens[:verb]
    parts: list[list[Token]] = [[]]
    for token in head:
        if token.mark:
            parts.append([])
        else:
            parts[-1].append(token)
    told = (part for one in reversed(parts) if (part := core(one)))  # "mortgages, by contrast, | barely grew"
    return next(told, [])


def _tells(token: Token) -> bool:
    """Whether a word is the verb of a topic, be it in no list: "early rice | did well"."""
    return is_verb(token) or (is_plain(token) and token.word in verb_forms()) or token.word in word_set("topic.verbs")


def _list_pair(sentence: Progress, head: list[Token]) -> None:
    """Remembers two series that are spoken of together: "retail sales and investment both grew"."""
    items = listed(sentence.words, [head], PAIR)[0]
    series = [name_series_english(item, sentence.scene.base) for item in items]
    if len(series) == PAIR and all(one.code or one.breakdown for one in series):
        sentence.scene.listed = [Mention(Subject(item, one)) for item, one in zip(items, series, strict=True)]


def _list_partners(sentence: Progress) -> None:
    """Remembers the partners of trade that a sentence lists, each once: "ASEAN, the US and the EU were its top"."""
    found: dict[str, Mention] = {}
    for token in sentence.tokens:
        part = None if token.naming is None else token.naming.breakdown
        if part is not None and part.startswith(_PARTNER):
            found.setdefault(part, Mention(Subject(sentence.words.name(token), Series(None, None, part))))
    if len(found) > 1:
        sentence.scene.listed = list(found.values())


_PARTNER = "PARTNER:"


def _name_series(sentence: Progress) -> None:
    scene = sentence.scene
    for n, token in enumerate(sentence.tokens):
        if token.naming is not None and token.word not in word_set("area.divisions"):  # "these cities did best:"
            partner = leads_to_partner(sentence.tokens, n + 1)  # "trade | with ASEAN"
            phrase = sentence.words.until_break(sentence.tokens[n:]) if partner else token.word
            series = name_series_english(phrase, scene.base)
            note_told(scene, phrase, series)
            if series.base is not None and token.naming.base is not None:
                scene.base = series.base
            if series.base is not None and series.code is not None:
                scene.base = series.base
                scene.subject = Subject(phrase if partner else sentence.words.name(token), series)
                return
