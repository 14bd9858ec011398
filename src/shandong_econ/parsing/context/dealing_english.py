"""As many subjects as figures, dealt out from the items of an English list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.model import Area
from shandong_econ.parsing.clauses import AND
from shandong_econ.parsing.context.nominal_english import without_places
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.lexing.tokens import Sentence
from shandong_econ.parsing.told import Subject, Told

_SPLIT = re.compile(r",? (?:and|&) |, ")
LONGEST_TAIL = 3  # words that the items of a list may share


def dealt(
    frame: Frame, spans: Sequence[tuple[int, int]], count: int, context: Context, base: str | None = None
) -> Choice | None:
    """So many subjects as figures, of the items of a list, which share how the first begins or the last ends.

    They are parts of the concept `base`, if one is given, else of the one that was told.
    """
    items = list(spans) if len(spans) == count else [part for span in spans for part in _split(frame.sentence, *span)]
    texts: list[tuple[str, Told[Area] | None, int, int]] = []
    if len(items) != count:
        words, _, kept, area = without_places(frame.sentence, spans[0][0], spans[-1][1], context)
        parts = [part.strip() for part in _SPLIT.split(words) if part.strip()]
        if len(parts) != count or not kept:
            return None
        start, end = frame.sentence.tokens[kept[0]].start, frame.sentence.tokens[kept[-1]].end
        texts = [(part, area, start, end) for part in parts]
    else:
        for first, stop in items:
            words, _, kept, area = without_places(frame.sentence, first, stop, context)
            texts.append((words, area, frame.sentence.tokens[first].start, frame.sentence.tokens[stop - 1].end))
    if not any(words for words, *_ in texts):
        current = context.subjects.current
        return tuple(current._replace(area=area) for _, area, _, _ in texts)
    names = [words for words, *_ in texts]
    subjects = _shared_out(names, base or context.subjects.base)
    return tuple(
        one._replace(area=area, start=start, end=end)
        for one, (_, area, start, end) in zip(subjects, texts, strict=True)
    )


def _split(sentence: Sentence, first: int, stop: int) -> list[tuple[int, int]]:
    cuts = [n for n in range(first, stop) if sentence.classes[n] == AND]
    starts = [first, *(n + 1 for n in cuts)]
    return [(a, b) for a, b in zip(starts, [*cuts, stop], strict=True) if b > a]


def _shared_out(names: Sequence[str], base: str | None) -> list[Subject]:
    link = next((one for one in (" of ", " in ", " with ") if one in names[0]), None)
    head, _, _ = names[0].rpartition(link) if link else ("", "", "")
    last = names[-1].split()
    tails = [" ".join(last[-n:]) for n in range(1, LONGEST_TAIL + 1) if len(last) > n]
    done: list[Subject] = []
    for n, name in enumerate(names):
        forms = [name] if n == 0 or not head else [f"{head}{link}{name}", name]
        forms += [f"{form} {tail}" for form in forms for tail in tails if n < len(names) - 1]
        told = next((form for form in forms if name_series_english(form, base).code is not None), None)
        if told is None:
            plain = n == len(names) - 1 or not tails or name.endswith("s")
            told = forms[0] if plain else f"{forms[0]} {tails[0]}"
        done.append(Subject(told, name_series_english(told, base)))
    return done
