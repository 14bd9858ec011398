"""Who says what in a text: quotations, reported speech, and what is expected or promised."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import NamedTuple

from shandong_econ.model import Span, Speaker, Statement, StatementKind
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.speech import beside_chinese, beside_english
from shandong_econ.parsing.speech.attributing import attributions, has_cue, has_speech
from shandong_econ.parsing.speech.outlooks import has_outlook, opens_outlook, parts
from shandong_econ.parsing.speech.passages import Attribution, Passage
from shandong_econ.parsing.speech.quotations import Quotation, find_quotations, hush
from shandong_econ.parsing.speech.quoting import stands_alone
from shandong_econ.parsing.speech.speakers import Place, Voices
from shandong_econ.parsing.speech.turns import Turn, is_told

_PERSON_IN = {"en": beside_english.person_in, "zh": beside_chinese.person_in}
_START = itemgetter(0)


class _Said(NamedTuple):
    kind: StatementKind
    speaker: Speaker | None
    start: int
    end: int


def find_statements(
    source: str, cleaned: str, paragraphs: Sequence[tuple[int, int, str]], talk: Mapping[int, Turn]
) -> list[Statement]:
    """The statements of a text in the order in which they stand; no two of them overlap.

    `cleaned` is the text as `clean` gives it, a paragraph is its start, its end and its language, and `talk` is whose
    turns begin with which paragraph.
    """
    quotations = find_quotations(cleaned, [(start, end) for start, end, _ in paragraphs])
    hushed = hush(cleaned, quotations)
    voices = Voices(source)
    found: list[Statement] = []
    speaker: Speaker | None = None  # whose turn it is
    at = 0
    for start, end, language in paragraphs:
        voices.begin_paragraph()
        first = at
        while at < len(quotations) and quotations[at].start < end:
            at += 1
        body = start
        if start in talk:
            mention, body = talk[start]
            speaker = voices.hear(mention)
        if speaker is not None:
            if body < end and is_told(cleaned, end):
                found.append(_statement(source, _Said(StatementKind.QUOTE, speaker, body, end)))
            continue
        speaks = has_cue(hushed, start, end, language)
        if first == at and not speaks:
            continue
        begin = dateline_end(cleaned, start, end, language)
        passage = Passage(cleaned, hushed, begin, end, language, tuple(quotations[first:at]))
        found.extend(_statement(source, said) for said in _in_order(_in_paragraph(passage, voices, speaks=speaks)))
    return found


def speakers_of(statements: Sequence[Statement], places: Sequence[int]) -> list[Speaker | None]:
    """For each place the speaker of the statement that it stands in; `statements` are those of `find_statements`."""
    spans = [said.span for said in statements if said.span is not None]
    starts = [span.start for span in spans]
    return [
        statements[n].speaker if (n := bisect_right(starts, at) - 1) >= 0 and at < spans[n].end else None
        for at in places
    ]


def _in_paragraph(passage: Passage, voices: Voices, *, speaks: bool) -> Iterator[_Said]:
    """What is said in a paragraph; `speaks` tells whether it has any word for that beside its quotations."""
    sentences = passage.sentences()
    claimed: dict[Quotation, Speaker | None] = {}
    for number, sentence in enumerate(sentences if speaks else (), 1):
        spoke = False
        for attribution in attributions(passage, sentence, voices):
            spoke = True
            speaker = voices.hear(attribution.speaker)
            claimed.update(dict.fromkeys(attribution.quotations, speaker))
            if attribution.clause is not None:
                yield from _clause(passage, attribution, speaker, sentences, number)
        if not spoke:
            voices.hear(_PERSON_IN[passage.language](passage.hushed, *sentence, voices))
            yield from _outlook(passage, sentence)
    yield from _quoted(passage, claimed, voices, sentences)


def _clause(
    passage: Passage, attribution: Attribution, speaker: Speaker | None, sentences: Sequence[Place], following: int
) -> Iterator[_Said]:
    """The clause of an attribution, and the sentences after it that go on with it, as reports and expectations."""
    assert attribution.clause is not None
    if attribution.is_promise:
        yield _Said(StatementKind.EXPECTATION, speaker, *attribution.clause)
        return
    said: _Said | None = None
    opens = True
    for start, end in _stretches(passage, attribution, sentences, following):
        for expected, first, last in parts(passage.hushed, start, end, passage.language, opens=opens):
            if said is not None and not expected and said.kind is StatementKind.REPORTED:
                said = said._replace(end=last)
                continue
            if said is not None:
                yield said
            said = _Said(StatementKind.EXPECTATION if expected else StatementKind.REPORTED, speaker, first, last)
        opens = False
    if said is not None:
        yield said


def _stretches(
    passage: Passage, attribution: Attribution, sentences: Sequence[Place], following: int
) -> Iterator[Place]:
    assert attribution.clause is not None
    yield attribution.clause
    while attribution.goes_on and following < len(sentences):
        start, end = passage.trimmed(*sentences[following])
        if start == end or passage.quotation_at(start) or has_speech(passage.hushed, start, end, passage.language):
            return
        if not has_outlook(passage.hushed, start, end, passage.language):
            return
        yield start, end
        following += 1


def _outlook(passage: Passage, sentence: Place) -> Iterator[_Said]:
    """A sentence that opens by looking ahead and expects something, though nobody is named who does."""
    start, end = passage.trimmed(*sentence)
    if opens_outlook(passage.hushed, start, end, passage.language) and has_outlook(
        passage.hushed, start, end, passage.language
    ):
        yield _Said(StatementKind.EXPECTATION, None, start, end)


def _quoted(
    passage: Passage, claimed: dict[Quotation, Speaker | None], voices: Voices, sentences: Sequence[Place]
) -> Iterator[_Said]:
    """The quotations that are somebody's words: those that were attributed, stand beside such a one, or stand alone."""
    last: Speaker | None = None
    for number, quotation in enumerate(passage.quotations):
        beside = passage.quotations[number + 1] if number + 1 < len(passage.quotations) else None
        if quotation in claimed:
            last = claimed[quotation] or _named_after(passage, quotation, voices, sentences)
            last = last or _named_before(passage, quotation, voices, sentences)
        elif beside in claimed and passage.past_spaces(quotation.end, beside.start) == beside.start:
            last = claimed[beside]
        elif stands_alone(passage, quotation):
            named = _named_after(passage, quotation, voices, sentences) or last
            last = named or _named_before(passage, quotation, voices, sentences)
        else:
            continue
        yield _Said(StatementKind.QUOTE, last, quotation.first, quotation.last)


def _named_after(passage: Passage, quotation: Quotation, voices: Voices, sentences: Sequence[Place]) -> Speaker | None:
    """The person whom the sentence after a quotation tells of: "...” Li Pan, the manager, makes no secret of it."""
    at = passage.past_spaces(quotation.end, passage.end)
    end = next((end for _, end in sentences[max(0, bisect_right(sentences, at, key=_START) - 1) :][:1] if at < end), at)
    return voices.hear(_PERSON_IN[passage.language](passage.hushed, at, end, voices))


def _named_before(passage: Passage, quotation: Quotation, voices: Voices, sentences: Sequence[Place]) -> Speaker | None:
    """The person of whom the sentence before a quotation tells, or the one in which it stands."""
    last = bisect_left(sentences, quotation.start, key=_START)
    for start, end in reversed(sentences[max(0, last - 2) : last]):
        mention = _PERSON_IN[passage.language](passage.hushed, start, min(end, quotation.start), voices)
        if mention is not None:
            return voices.hear(mention)
    return None


def _in_order(found: Iterator[_Said]) -> Iterator[_Said]:
    at = 0
    for said in sorted(found, key=attrgetter("start", "end")):
        if at <= said.start < said.end:
            at = said.end
            yield said


def _statement(source: str, said: _Said) -> Statement:
    words = source[said.start : said.end]
    text = words.strip()
    start = said.start + len(words) - len(words.lstrip())
    return Statement(kind=said.kind, speaker=said.speaker, text=text, span=Span(start, start + len(text)))
