"""An English sentence read group by group: what each figure measures, from the words that lead to it and trail it."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Comparison, Measure, Period, Status
from shandong_econ.parsing.english.after import add_clues_after
from shandong_econ.parsing.english.announced import announce
from shandong_econ.parsing.english.back_then import opens_back_then, tell_back_then
from shandong_econ.parsing.english.before import clues_before
from shandong_econ.parsing.english.brackets import bracketed, keep_in_brackets, name_by_bracket, without_opening
from shandong_econ.parsing.english.carrying import (
    carry,
    date_late,
    gets_to,
    part_ends,
    share_base,
    share_own_time,
    take_left_out_verb,
)
from shandong_econ.parsing.english.deeds import deed_of
from shandong_econ.parsing.english.denominators import denominator, named_for_one
from shandong_econ.parsing.english.firms import note_firm
from shandong_econ.parsing.english.groups import Group, find_groups, words_of_first
from shandong_econ.parsing.english.index_bases import without_index_bases
from shandong_econ.parsing.english.looking_back import compare_with_looked_back, look_back
from shandong_econ.parsing.english.naming import is_bare
from shandong_econ.parsing.english.of_them import count_of_them
from shandong_econ.parsing.english.other_side import is_by_how_much, other_side, set_beside, without_other
from shandong_econ.parsing.english.part_of_own import part_of_own
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.place_grows import place_grows
from shandong_econ.parsing.english.plans import is_goal, keep_plan_period, led_by_goal, was_goal
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.records import period_of_record, without_records
from shandong_econ.parsing.english.relatives import without_beginnings, without_relatives
from shandong_econ.parsing.english.revisions import note_grown
from shandong_econ.parsing.english.shared_out import share_out
from shandong_econ.parsing.english.stocks import date_flow, date_plan, date_stock, leave_day
from shandong_econ.parsing.english.times import looks_back, month_of, quarter_to
from shandong_econ.parsing.english.together import put_beside
from shandong_econ.parsing.english.told_over import tell_over
from shandong_econ.parsing.english.topics import set_topic
from shandong_econ.parsing.english.trails import trail_of
from shandong_econ.parsing.english.units import diffuses, name_unit, share_unit, unit_told
from shandong_econ.parsing.english.unlisted_verbs import turn_to_nouns
from shandong_econ.parsing.english.usual import (
    compare_as_told,
    compare_in_frame,
    frame_with,
    go_on_comparing,
    go_on_since_new_year,
    go_on_with_index,
)
from shandong_econ.parsing.english.whereabouts import move, subjects
from shandong_econ.parsing.english.who_did import count_who_did, take_who_did
from shandong_econ.parsing.english.wider_places import without_wider_places
from shandong_econ.parsing.english.words import Words, core, is_change, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Says
from shandong_econ.parsing.resolving.completing import complete
from shandong_econ.parsing.resolving.measures import measure
from shandong_econ.parsing.resolving.reach import go_on
from shandong_econ.parsing.resolving.readings import Mention, Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT

RECENT = 8  # figures that a later one can look back to


def read_sentence(text: str, lower: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    if scene.opens:
        scene.previous_start, scene.sentence_start = scene.sentence_start, start
    tokens = without_wider_places(tokenise_english(text, lower, start, end, scene.local_places))
    turn_to_nouns(tokens)
    scene.account.see(tokens)
    note_firm(tokens, source, start, end, scene)
    words = Words(lower, source, scene)
    kept = without_relatives(words, without_index_bases(without_beginnings(tokens)))
    kept, records = without_records(kept)
    return _read(Progress(tell_over(scene, kept), words, scene, records))


def _read(sentence: Progress) -> list[Reading]:
    pieces = Pieces(sentence.tokens, sentence.words)
    groups = find_groups(pieces)
    if not groups:
        set_topic(sentence)
        return []
    leave_day(sentence.words, sentence.tokens)
    frame_with(sentence.words, sentence.tokens)
    announce(sentence.words, sentence.tokens)
    if sentence.scene.opens and "link.of_which" in sentence.tokens[0].roles:
        go_on(sentence.scene)
    sentence.scene.growth_column &= not any(is_verb(token) for token in sentence.tokens)
    sentence.said.compared, sentence.scene.compared = sentence.scene.compared, []
    begin = 0
    for n, group in enumerate(groups):
        following = groups[n + 1] if n + 1 < len(groups) else None
        block = sentence.tokens[group.last + 1 : len(sentence.tokens) if following is None else following.first]
        own = len(block) if following is None else words_of_first(block)
        trail = block[:own] if following is None else trail_of(sentence, pieces, block, own, following)
        _read_group(sentence, pieces, sentence.tokens[begin : group.first], group, trail)
        shared = own == len(block) and bool(block) and block[-1].word in word_set("parts.of")
        begin = group.last + 1 + (0 if shared else own)
    share_out(sentence, groups)
    date_late(sentence, sentence.tokens[groups[-1].last + 1 :])
    return sorted(sentence.done + sentence.asides, key=lambda reading: reading.figure.start)


def _read_group(sentence: Progress, pieces: Pieces, lead: list[Token], group: Group, trail: list[Token]) -> None:
    scene = sentence.scene
    figures = [token.figure for token in group.figures if token.figure is not None]
    other, before = other_side(sentence.words, sentence.tokens[: group.first], figures[-1].unit), sentence.other
    lead = lead if other is None else without_other(lead)
    record = sentence.records.get(group.figures[0].start)
    inside = bracketed(lead, figures[-1].unit) if other is None and record is None else None
    lead = without_opening(lead) if inside is None else inside.inner
    clues = clues_before(sentence.words, lead, len(figures), unit_told(scene, figures[-1]))
    if inside is not None:
        name_by_bracket(sentence.words, clues, inside, sentence.tokens, figures[-1].unit)
    if before is not None and is_by_how_much(lead):
        set_beside(clues, before)
    sentence.other, clues.beside = other, other is not None
    take_left_out_verb(sentence, clues, lead, figures[-1].unit)
    add_clues_after(sentence.words, clues, trail, figures[-1].unit, ranks=figures[-1].ordinal)
    if figures[-1].unit is None and figures[-1].word and not figures[-1].is_word:
        clues.counted = ""  # "at 2,300 degrees | becomes a membrane": its unit has no code
    count_of_them(sentence, clues, group, figures[-1])
    take_who_did(sentence.words, clues, lead, trail, figures[-1].unit)
    count_who_did(clues, lead, figures[-1])
    if figures[-1].unit in PERCENT:
        clues.own_part = part_of_own(sentence.words, lead, trail)
    share_unit(figures)
    clues.near = bool(sentence.done) and not clues.words and _is_aside(lead)
    clues.met = any(token.word in word_set("met.verbs") for token in trail)
    keep_in_brackets(clues, sentence.tokens[: group.first], lead)
    clues.per = denominator(lead, trail, sentence.tokens[: group.first])
    if figures[-1].unit is None and any(is_change(token) for token in trail):
        sentence.said.is_part = True
    stated = clues.comparison is not None
    _note_deed(sentence, lead, trail, figures[-1])
    carry(sentence, pieces, group, clues, figures, lead)
    compare_in_frame(scene, clues)
    reached = Says.GOAL in clues.says and figures[-1].unit in PERCENT
    move(sentence, clues, lead, [] if reached else trail)  # "59 percent of the target" is no target
    if clues.met and Says.SHARE in clues.says:
        scene.status = Status.A  # what was met is no plan any more
    if figures[-1].unit in PERCENT and scene.status is not Status.A and place_grows(lead):
        clues.words = word_list("en", "growth_nouns.of_all")[0]  # "the city aims to grow by 5 percent"
    told = bool(clues.times or clues.own_time or clues.aside_time)
    backward = figures[:1] if pieces.word(group.first + 1) == "to" else figures  # of "from 36 to 31" only the first
    goal = led_by_goal(sentence.tokens[: group.first])
    missed = goal and any(one.status is Status.A for one in [*scene.recent, *sentence.done][-1:])
    then, change = opens_back_then(lead), gets_to(sentence, lead, told=told)
    for figure, (subject, period, area) in zip(figures, subjects(sentence, clues, figures, lead), strict=True):
        name_unit(figure, clues, subject, scene, near=bool(sentence.done))
        if (told_so := named_for_one(subject, figure.unit)) is not subject:
            scene.subject = subject = told_so
        reading = measure(figure, clues, subject, scene)
        reading.period, reading.told = period, told or record is not None
        reading.told_base = stated or clues.base is not None
        if told and reading.status is Status.T and scene.is_among_goals() and scene.calendar.is_gone(period):
            reading.status = Status.A  # beside this year's goals, "(2022: 9.2 percent)"
        if change is not None:
            reading.period, reading.status = change.period, change.status
        reading.area = area if other is None else other.area
        _compare(scene, reading, record, stated=stated)
        if clues.comparison is Comparison.MONTH_ON_MONTH and reading.comparison is not None and period is not None:
            reading.comparison, reading.period = clues.comparison, month_of(period)
        compare_with_looked_back(sentence, clues, reading, stated=stated)
        compare_as_told(scene, sentence.done, clues, reading)
        if looks_back(clues) and figure in backward:
            look_back(sentence, clues, reading, stated=stated)
        keep_plan_period(scene, reading)
        if then is not None:
            tell_back_then(scene, reading, then)
        if Says.GOAL in clues.says and reading.measure is Measure.LEVEL:
            reading.status, reading.period = Status.T, None if period is None else Period.of(period.year)
        elif is_goal(trail) or was_goal(trail) or goal:
            reading.status = Status.T
        scene.diffuses = diffuses(reading.subject, scene)
        note_grown(scene, reading)
        sentence.done.append(reading)
        if not looks_back(clues):
            sentence.said.main = reading
    part_ends(sentence, clues, sentence.done[-len(figures) :])
    go_on_comparing(
        scene,
        sentence.done[-1],
        stated=bool(clues.comparison or clues.base),
        first=all(one.measure is not Measure.GROWTH for one in sentence.done[: -len(figures)]),
    )
    share_own_time(sentence, clues, len(figures), lead)
    share_base(sentence, clues, sentence.done[-len(figures) :])
    sentence.said.stated = stated or clues.base is not None
    put_beside(pieces, group, clues, sentence.done[-len(figures) :], scene)
    for reading in sentence.done[-len(figures) :]:
        complete(scene, reading, told=told or missed or is_goal(trail), name=name_series_english)
        if not told:
            date_stock(scene, reading)
            date_plan(reading)
        elif any(time.is_point or time.groups.get("until") for time in clues.times):
            date_flow(scene, reading, lead)
        if not (stated or clues.comparison or clues.base):
            go_on_since_new_year(scene, reading)
            go_on_with_index(scene, reading)
    if not sentence.said.goes_back and (len(figures) > 1 or not is_bare(clues.words)):
        scene.listed = [Mention(one.subject, one.area) for one in sentence.done[-len(figures) :] if len(figures) > 1]
    sentence.asides.extend(aside.like(sentence.done[n - len(figures)]) for n, aside in group.asides)
    scene.headed = ""
    scene.spoken_of = ""
    scene.recent = (scene.recent + sentence.done[-len(figures) :])[-RECENT:]
    sentence.said.is_part = sentence.said.goes_back = False


def _note_deed(sentence: Progress, lead: list[Token], trail: list[Token], figure: Figure) -> None:
    """Notes what a verb beside a figure names, and who does what the sentence tells of."""
    said, words = sentence.said, sentence.words
    said.done = deed_of(words, lead, trail, figure, said.agent)
    if said.done is None and said.clause and all(token.word in word_set("passive.price") for token in lead):
        said.done = deed_of(words, [*said.clause, *lead], trail, figure, said.agent)  # "sold 2 million of them for"
    elif said.done is None and said.verb and core(lead) and not any(_tells(token) for token in (*lead, *trail)):
        said.done = deed_of(words, [*lead, *said.verb], trail, figure, said.agent)  # "... and restaurants 8 million"
    if said.done is not None:
        said.agent, said.verb = said.done.doer or said.agent, said.done.verb
    if figure.unit not in PERCENT:
        said.clause = [*lead, *trail]


def _tells(token: Token) -> bool:
    return is_verb(token) or is_change(token)


def _is_finite(token: Token) -> bool:
    return is_verb(token) and not is_change(token) and token.word in word_set("met_with.verbs")


def _is_aside(lead: list[Token]) -> bool:
    """Whether a change is told by the way of the figure before: "12.3 percent, up 0.4 percent", not "..., rose 0.4"."""
    if any(_is_finite(token) for token in lead):
        return False  # "stores, which account for 39 percent, | saw a fall of"
    changes = [token for token in lead if is_change(token)]
    return bool(changes) and all(
        t.word in word_set("points.adverbs")
        or "change.fall_noun" in t.roles
        or t.word in word_set("growth_nouns.words")
        for t in changes
    )


def _compare(scene: Scene, reading: Reading, record: Time | None, *, stated: bool) -> None:
    """Gives a record its own time and the comparison of what beat it, and a growth over a quarter that quarter."""
    if record is not None:
        reading.period = period_of_record(scene, record)
        if scene.recent and scene.recent[-1].measure is reading.measure:
            reading.comparison = scene.recent[-1].comparison
    if reading.comparison is Comparison.QUARTER_ON_QUARTER and not (stated and record is None):
        reading.period = quarter_to(reading.period)
