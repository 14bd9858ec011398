"""An English sentence read group by group, each with the words that lead to it and trail it."""

from __future__ import annotations

from shandong_econ.parsing.english.ages import with_ages
from shandong_econ.parsing.english.anaphora import sides_of
from shandong_econ.parsing.english.announced import announce
from shandong_econ.parsing.english.answers import with_answers
from shandong_econ.parsing.english.apart import with_brackets_in_name, with_left_out
from shandong_econ.parsing.english.bases import join_times_of_levels
from shandong_econ.parsing.english.beginnings import without_beginnings
from shandong_econ.parsing.english.between_groups import words_of_first
from shandong_econ.parsing.english.clocks import without_clocks
from shandong_econ.parsing.english.comparing_times import with_compared_times, without_dates
from shandong_econ.parsing.english.denominators import with_ones_of_land
from shandong_econ.parsing.english.extremes import with_extremes
from shandong_econ.parsing.english.firms import note_firm
from shandong_econ.parsing.english.group_reading import read_group
from shandong_econ.parsing.english.groups import find_groups
from shandong_econ.parsing.english.groups_of_places import with_groups_of_places
from shandong_econ.parsing.english.in_pairs import in_pairs
from shandong_econ.parsing.english.index_bases import without_index_bases
from shandong_econ.parsing.english.invitations import without_concession, without_invitation
from shandong_econ.parsing.english.lasting import without_ends
from shandong_econ.parsing.english.listed_places import head_item
from shandong_econ.parsing.english.machine_order import in_order, with_chain
from shandong_econ.parsing.english.made_adjectives import with_made_adjectives
from shandong_econ.parsing.english.named_late import name_at_end
from shandong_econ.parsing.english.names_and_classes import with_years_in_names
from shandong_econ.parsing.english.names_in_brackets import named_by_rate
from shandong_econ.parsing.english.other_countries import other_countries
from shandong_econ.parsing.english.partners import with_members, without_partners
from shandong_econ.parsing.english.parts import opens_with_whole
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.possessives import with_owners
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.records import without_records
from shandong_econ.parsing.english.relatives import without_relatives
from shandong_econ.parsing.english.scenes import compare_anew, goes_on_about_figure, leave_time_of_scene, stay_on_day
from shandong_econ.parsing.english.semicolons import join_lists
from shandong_econ.parsing.english.shared_out import share_out
from shandong_econ.parsing.english.sized_classes import with_sized_classes
from shandong_econ.parsing.english.stems import note_stem, with_stem
from shandong_econ.parsing.english.stocks import leave_day
from shandong_econ.parsing.english.stories import go_on_with_story
from shandong_econ.parsing.english.tellers import without_tellers
from shandong_econ.parsing.english.times_of_sentence import back_from_before, date_late, without_year_of_month
from shandong_econ.parsing.english.told_over import tell_over
from shandong_econ.parsing.english.topics import set_topic
from shandong_econ.parsing.english.trails import trail_of
from shandong_econ.parsing.english.unlisted_verbs import with_losses
from shandong_econ.parsing.english.usual import frame_with
from shandong_econ.parsing.english.verbs_as_nouns import turn_to_nouns
from shandong_econ.parsing.english.wider_places import without_examples, without_namesakes, without_wider_places
from shandong_econ.parsing.english.with_clauses import back_to_main
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.asides import without_asides
from shandong_econ.parsing.finding.tokenise_english import tokenise_english
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.reach import go_on
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import PERCENT


def read_sentence(text: str, lower: str, source: str, start: int, end: int, scene: Scene) -> list[Reading]:
    """The figures of a sentence of cleaned `text`, in order; moves `scene` on."""
    if scene.position.opens:
        scene.position.previous_start, scene.position.sentence_start = scene.position.sentence_start, start
    local = scene.places.local_places
    tokens = tokenise_english(text, lower, start, end, local)
    if others := other_countries(scene, tokens, text[start:end]):
        scene.places.local_places = local | others
        tokens = tokenise_english(text, lower, start, end, local | others)
    compare_anew(scene, tokens)
    words = Words(lower, source, scene)
    tokens, asides = without_asides(tokens)
    scene.account.see(asides)
    tokens = with_groups_of_places(scene, without_namesakes(words, tokens))
    tokens = with_answers(words, with_ages(scene.account, without_clocks(scene.account, tokens)))
    tokens = with_ones_of_land(scene.account, tokens)
    tokens = with_sized_classes(scene.account, with_left_out(with_made_adjectives(scene.account, tokens)))
    tokens = without_year_of_month(scene, with_years_in_names(scene.account, tokens))
    tokens = with_losses(without_examples(without_wider_places(tokens)))
    tokens = with_chain(tokens, goes_on=not scene.position.opens)
    tokens = join_times_of_levels(with_compared_times(tokens))
    tokens = in_pairs(tokens, lambda first, last: tokenise_english(text, lower, first, last, local | others))
    tokens = with_owners(without_partners(scene, with_members(tokens)))
    turn_to_nouns(tokens)
    tokens = with_brackets_in_name(tokens) if is_abroad(scene) else tokens
    join_lists(tokens)
    scene.account.see(tokens)
    tokens = named_by_rate(without_dates(tokens))
    note_firm(tokens, source, start, end, scene)
    go_on_with_story(tokens, source, scene)
    head_item(words, tokens)
    told = without_concession(without_invitation(without_tellers(without_ends(scene, tokens))))
    kept = without_relatives(words, without_index_bases(without_beginnings(told)))
    kept, records = without_records(kept)
    kept = with_extremes(tell_over(scene, with_stem(scene, kept)))
    read = _read(Progress(kept, words, scene, records))
    scene.places.local_places = local
    return read


def _read(sentence: Progress) -> list[Reading]:
    if not sentence.tokens:
        return []  # nothing but who says it
    pieces = Pieces(sentence.tokens, sentence.words)
    groups = find_groups(pieces)
    if not groups:
        note_stem(sentence.scene, sentence.tokens)
        set_topic(sentence)
        return []
    frame_with(sentence.words, sentence.tokens)
    announce(sentence.words, sentence.tokens)
    opening = sentence.tokens[0]
    goes_on = "link.of_which" in opening.roles or opening.word in word_set("owner.many")
    goes_on |= opens_with_whole(sentence.tokens) or goes_on_about_figure(sentence.tokens)
    if sentence.scene.position.opens and goes_on:
        go_on(sentence.scene)
        stay_on_day(
            sentence.scene,
            [one for one in sentence.scene.recent if one.figure.start >= sentence.scene.position.previous_start],
        )
    leave_day(sentence.words, sentence.tokens)
    sentence.scene.position.growth_column &= not any(map(is_verb, sentence.tokens))
    sentence.said.compared, sentence.scene.compared = sentence.scene.compared, []
    begin, told = 0, sentence.scene.times.period
    for n, group in enumerate(groups):
        following = groups[n + 1] if n + 1 < len(groups) else None
        block = sentence.tokens[group.last + 1 : len(sentence.tokens) if following is None else following.first]
        percent = group.figures[-1].figure is not None and group.figures[-1].figure.unit in PERCENT
        own = len(block) if following is None else words_of_first(block, percent=percent)
        trail = block[:own] if following is None else trail_of(sentence, pieces, block, own, following)
        lead, trail = in_order(sentence.tokens[begin : group.first], sentence.tokens[group.first], trail)
        read_group(sentence, pieces, lead, group, trail)
        shared = own == len(block) and bool(block) and block[-1].word in word_set("parts.of")
        begin = group.last + 1 + (0 if shared else own)
    name_at_end(sentence, sentence.tokens[groups[-1].last + 1 :])
    share_out(sentence, groups)
    back_to_main(sentence.scene, sentence.tokens)
    back_from_before(sentence, told)
    sentence.scene.compared = sides_of(sentence.done) or sentence.scene.compared
    leave_time_of_scene(sentence)
    date_late(sentence, sentence.tokens[groups[-1].last + 1 :])
    asides = [aside.like(reading) for aside, reading in sentence.asides]
    return sorted(sentence.done + asides, key=lambda reading: reading.figure.start)
