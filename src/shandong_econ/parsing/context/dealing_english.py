"""As many subjects as figures, dealt out from the items of an English list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.context.nominal_english import without_places
from shandong_econ.parsing.context.owners_english import of_what
from shandong_econ.parsing.context.state import Context
from shandong_econ.parsing.context.subjects import Choice
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.frames import Frame
from shandong_econ.parsing.grammar.classes import AND, AREA, THAT_OF, one_of
from shandong_econ.parsing.told import Subject

_SPLIT, _ITEM = re.compile(r",? (?:and|&) |, "), re.compile(f"[^{AND}]+")
_LINKS = one_of("JOIN IN WITH TO FROM")
_WHOSE = one_of("BEST HEDGE ITS")  # before what others are: its three top markets
LONGEST_TAIL = 3  # words that the items of a list may share


def dealt(
    frame: Frame, spans: Sequence[tuple[int, int]], context: Context, had: Subject | None = None
) -> Choice | None:
    """So many subjects as figures, of the items of a list, which share how the first begins or the last ends.

    They are parts of what they `had`, if that is told, else of the concept told last. Of one item more the first says
    only what the others are: its top markets, Japan and Kenya.
    """
    sentence, current, count = frame.sentence, context.subjects.current, frame.of
    tokens, classes = sentence.tokens, sentence.classes
    items = [*spans] if len(spans) == count else [x.span() for span in spans for x in _ITEM.finditer(classes, *span)]
    first, stop = items[0]
    links = word_list("en", "link.to_items")
    at = max([-1, *(n for n in range(first, stop) if classes[n] in _LINKS and sentence.said(n, n + 1) in links)])
    if len(items) > count and not _WHOSE.isdisjoint(classes[max(first - 1, 0) : items[-count][0]]):
        items = items[-count:]
    elif len(items) == count and at > first:
        items[0] = at + 1, stop
    if len(items) == count:
        head = f"{without_places(sentence, first, at, context)[0]} {sentence.said(at, at + 1)} " if at > first else ""
        told = [without_places(sentence, *item, context) for item in items]
        names, areas = [one[0] for one in told], [one[3] for one in told]
    else:
        items = [(first, spans[-1][1])] * count
        words, _, _, area = without_places(sentence, *items[0], context)
        points = next((one for one in word_list("en", "link.to_a_list") if one in words), "")
        head = words.partition(points)[0] + " " if points else ""  # trade with them
        names = [part.strip() for part in _SPLIT.split(context.subjects.listed if points else words) if part.strip()]
        areas = [area] * count
    if len(names) != count:
        return None
    if not any(names) and not head:
        return tuple(current._replace(area=area) for area in areas)
    if classes[first - 1 : first] == THAT_OF:
        said, link, _ = current.label.partition(f" {sentence.said(first - 1, first).rpartition(' ')[2]} ")
        head = said + link if link else ""
    elif not head and (link := next((f" {one} " for one in links if f" {one} " in names[0]), "")):
        head = names[0][: names[0].rindex(link) + len(link)]
    tails = [] if {*classes[slice(*items[-1])]} == {AREA} else names[-1].split()
    base = (had and name_series_english(had.label, None).base) or context.subjects.base
    subjects = _shared_out([names[0].removeprefix(head), *names[1:]], head, tails, base)
    return tuple(
        (of_what(had, one) if had else one)._replace(area=area, start=tokens[start].start, end=tokens[end - 1].end)
        for one, area, (start, end) in zip(subjects, areas, items, strict=True)
    )


def _shared_out(names: Sequence[str], head: str, last: Sequence[str], base: str | None) -> list[Subject]:
    tails = [" ".join(last[-n:]) for n in range(1, LONGEST_TAIL + 1) if len(last) > n]
    done: list[Subject] = []
    for n, name in enumerate(names):
        forms = [f"{head}{name}", name] if n and head else [f"{head}{name}"]
        forms += [f"{form} {tail}" for form in forms for tail in tails]
        told = next((form for form in forms if name_series_english(form, base).code is not None), None)
        if told is None:
            plain = n == len(names) - 1 or not tails or name.endswith(("s", tails[0]))
            told = forms[0] if plain else f"{forms[0]} {tails[0]}"
        done.append(Subject(told, name_series_english(told, base)))
    return done
