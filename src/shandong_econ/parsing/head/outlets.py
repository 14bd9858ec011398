"""Who published a text, where a line under its title only names a paper, a site or a bureau: `China Daily | ...`."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_set, speech_words
from shandong_econ.parsing.head.bylines import without_day
from shandong_econ.parsing.speech.speakers_chinese import is_organisation

_PARTS = re.compile(r"[|()]|\s{2,}")
_SITE = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+", re.ASCII)
_TITLED = re.compile("《 ?([^《》]{2,20}?) ?》")
_WORD_EN = re.compile(r"[A-Za-z][\w'&.-]*|\S")
_LONGEST = {"en": 80, "zh": 20}


def outlet(line: str, language: str) -> str | None:
    """The paper, the site, the agency or the bureau that a line names beside a day or an author."""
    for part in _PARTS.split(_marks(language).sub("|", without_day(line))):
        words = part.strip(" ,:-—")
        if words and (found := _outlet(words, language)):
            return found
    return None


def bureaus(line: str, language: str) -> str | None:
    """A line that is made of the names of organisations alone, as the bureaus' that sign a communique."""
    parts = line.split() if language == "zh" else [line]
    is_alone = all(_is_name(part, language) and _is_bureau(part, language) for part in parts)
    return " ".join(parts) if is_alone else None


def _outlet(words: str, language: str) -> str | None:
    if language == "zh" and (titled := _TITLED.match(words)):
        return titled[1]
    if words in speech_set(language, "publisher.agencies") or _SITE.fullmatch(words):
        return words
    named = speech_words(language, "publisher.outlets")
    is_outlet = words.endswith(named) if language == "zh" else words.split(" ")[-1].lower() in named
    return words if _is_name(words, language) and (is_outlet or _is_bureau(words, language)) else None


def _is_bureau(words: str, language: str) -> bool:
    if language == "zh":
        return is_organisation(words)
    return not speech_set("en", "publisher.bureaus").isdisjoint(words.lower().split(" "))


def _is_name(words: str, language: str) -> bool:
    """Whether a line is one name: short, without numbers, in English with capitals to all words but small ones."""
    if len(words) > _LONGEST[language] or any(char.isdigit() for char in words):
        return False
    if language == "zh":
        return not set(words) & set("，,。、: ")
    small = speech_set("en", "publisher.small")
    return all(word[0].isupper() or word in small for word in _WORD_EN.findall(words))


@cache
def _marks(language: str) -> re.Pattern[str]:
    """Words such as `Updated`, which only tell that a day follows."""
    return re.compile(f"{any_of(language, 'date.markers')} ?:?", re.IGNORECASE)
