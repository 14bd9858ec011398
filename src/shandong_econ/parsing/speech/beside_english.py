"""Who is named beside an English quotation that nobody is said to say: `"..." Li Pan, the manager, makes no secret`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from shandong_econ.lexicon.speech import speech_set
from shandong_econ.parsing.speech.speaker_words_english import Word, begins_role, pieces
from shandong_econ.parsing.speech.speakers import Mention, Voices
from shandong_econ.parsing.speech.speakers_english import mention_after

_MOST = 4  # pieces between commas within which the sentence names its subject


def person_in(text: str, start: int, stop: int, voices: Voices) -> Mention | None:
    """The first person whom these words name: with a role, with a usual surname, or known from before."""
    told = list(pieces(text, start, stop))
    has_role = any(map(begins_role, chain.from_iterable(told)))
    for piece in told[:_MOST]:
        mention = mention_after(text, piece[0].start, stop) if has_role else None
        if mention is not None and mention.name is not None and mention.role is not None:
            return mention
        bare = _bare_name(text, piece, voices)
        if bare is not None:
            return bare
    return None


def _bare_name(text: str, piece: Sequence[Word], voices: Voices) -> Mention | None:
    """A full name that begins the words, as of a person: "Liu Fang's orchard"."""
    if len(piece) < _FULL or not all(word.is_capital for word in piece[:_FULL]):
        return None
    start, last = piece[0].start, piece[1]
    end = text.find("'", last.start, last.end) if last.is_possessive else last.end
    is_person = text[start:end] in voices.known or piece[0].lower in speech_set("en", "names.surnames")
    return Mention(start, end, name=(start, end)) if is_person else None


_FULL = 2  # words of a full name
