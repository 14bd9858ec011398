"""Who does what an English sentence tells of, noted for the figures that leave it out."""

from __future__ import annotations

from shandong_econ.parsing.english.appositions import head_of_apposition
from shandong_econ.parsing.english.deeds import deed_of
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.owners import without_deed
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.projects import attends
from shandong_econ.parsing.english.unlisted_verbs import leads_to_figure
from shandong_econ.parsing.english.word_kinds import is_verb, tells, word_set
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import NO_SERIES
from shandong_econ.parsing.finding.tokens import Token, has_role
from shandong_econ.parsing.resolving.unit_classes import COUNTED, PERCENT


def note_deed(sentence: Progress, lead: list[Token], trail: list[Token], figure: Figure) -> None:
    """Notes what a verb beside a figure names, and who does what the sentence tells of."""
    said, words = sentence.said, sentence.words
    said.agent = said.agent or _counted_at_head(sentence)
    said.done = deed_of(words, lead, trail, figure, said.agent)
    priced = figure.unit not in PERCENT | {None} and all(token.word in word_set("passive.price") for token in lead)
    if said.done is None and said.clause and priced:
        clause = said.clause  # "sold 2 million of them for"
        objects = word_set("passive.object") | word_set("passive.worth")
        if said.verb and len(trail) > 1 and trail[0].word in objects:
            clause = [one for one in clause if one.start <= said.verb[-1].start]  # "sold 8 tons of tea and 3 | of silk"
        said.done = deed_of(words, [*clause, *lead], trail, figure, said.agent)
    elif said.done is None and said.verb and core(lead) and not any(map(tells, (*lead, *trail))):
        carries = not leads_to_figure(lead, len(lead) - 1)  # "... and restaurants 8 million", not "... and sent"
        said.done = deed_of(words, [*lead, *said.verb], trail, figure, said.agent) if carries else None
    if said.done is None and not any(map(tells, lead)) and (behind := _passive_behind(sentence, trail)):
        said.done = deed_of(words, lead, behind, figure, said.agent)
    if said.done is not None and (figure.ordinal or (said.done.whole == NO_SERIES and attends(lead))):
        said.done = None  # "... 40 granaries, with a capacity of", "... in first place"
    said.there = said.done is None and figure.unit in COUNTED | {None} and has_word(lead[-2:], "stock.exists")
    if said.done is not None:
        said.agent, said.verb = said.done.doer or said.agent, said.done.verb
    if figure.unit not in PERCENT:
        said.clause = [*lead, *trail]


def _passive_behind(sentence: Progress, trail: list[Token]) -> list[Token]:
    """A thing of a list, with what is said behind the list: "5 million | sheep | and 2 million pigs | were sold"."""
    if not core(trail) or any(token.mark or is_verb(token) for token in trail):
        return []
    later = [token for token in sentence.tokens if token.start > trail[-1].start]
    at = next((n for n, token in enumerate(later) if is_verb(token)), 0)
    goes_on = at > 0 and (later[0].mark == "," or "link.list" in later[0].roles)
    listed = goes_on and any(token.figure is not None for token in later[:at])
    listed = listed and not has_role(later[:at], "link.of_which")  # "20 mines, of which 3 | were closed"
    return [*trail, *later[at:]] if listed and later[at].word in word_set("passive.be") else []


def _counted_at_head(sentence: Progress) -> str:
    """Who does what a sentence tells of, where it opens with their number: "its 1,400 knife makers"."""
    if not sentence.done or sentence.done[0].unit not in COUNTED:
        return ""
    first = next((token.start for token in sentence.tokens if is_verb(token)), 0)
    count = sentence.done[0].figure.start
    verb = next((n for n, t in enumerate(sentence.tokens) if t.start > count and t.mark == ","), len(sentence.tokens))
    if head := head_of_apposition(sentence.tokens, count, next(iter(sentence.tokens[verb + 1 : verb + 2]), None)):
        return sentence.words.phrase(head)
    who = without_deed(sentence.scene, sentence.done[0].subject.label)
    return who if sentence.done[0].figure.start < first else ""
