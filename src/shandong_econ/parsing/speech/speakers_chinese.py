"""Chinese words for a speaker, with the organisation first and the name last: 青岛海关副关长袁涛."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_codes
from shandong_econ.lexicon.speech import any_of, speech_set, speech_words
from shandong_econ.parsing.speech.speakers import Mention, Place

LONGEST = 60  # characters in which a speaker is named
_HAN = "[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)?"


def mention_in(text: str, start: int, stop: int) -> Mention | None:
    """The speaker whom the words between a comma and a verb of saying name, if they name one."""
    if stop - start > LONGEST:
        return None
    start, stop = _bared(text, start, stop)
    words = text[start:stop]
    if words in speech_set("zh", "speaker.pronouns"):
        return Mention(start, stop)
    role = _role_start(words)
    if role is not None:
        before = words[:role]
        if is_name(before) and words[role:] in speech_set("zh", "roles.after_name"):
            return Mention(start, stop, name=(start, start + role), role=(start + role, stop))
        return _at_work(text, start, start + role, stop, None)
    for length in (2, 3, 4):  # 大学生泽让: a name of any kind, right after a role
        before = words[:-length].rstrip()  # 企业负责人 陈涛
        if may_be_name(words[-length:]) and (role := _role_start(before)) is not None:
            return _at_work(text, start, start + role, start + len(before), (stop - length, stop))
    if is_name(words):
        return Mention(start, stop, name=(start, stop))
    if is_organisation(words):
        first = _organisation_start(text, start, stop)
        return Mention(first, stop, organisation=(first, stop))
    return None


def _at_work(text: str, start: int, role: int, role_end: int, name: Place | None) -> Mention:
    """Who has a role, with the organisation that the words before it name, or the surname: 王经理."""
    stop = role_end if name is None else name[1]
    first, end = _organisation(text, start, role)
    if name is None and text[first:end] in speech_set("zh", "names.surnames"):
        return Mention(start, stop, (first, end), (role, role_end))
    return Mention(start, stop, name, (role, role_end), (first, end) if first < end else None)


def _organisation(text: str, start: int, end: int) -> tuple[int, int]:
    """What of the words before a role is an organisation: nothing of 参加论坛的代表, of 局长、公司总经理 only 公司."""
    end = start + len(text[start:end].rstrip("、"))
    is_described = text.endswith(speech_words("zh", "speaker.of"), start, end)
    end -= is_described
    start = _past_before(text, _organisation_start(text, start, end), end)
    comma = text.rfind("、", start, end)
    if comma > start and _role_start(text[start:comma]) is not None:
        start = comma + 1
    words = text[start:end]
    if is_described and not (is_organisation(words) or words in area_codes("zh")):
        return end, end
    return start, end


def _organisation_start(text: str, start: int, end: int) -> int:
    """Past what the organisation is told to be: of 位于寿光的豪佳公司 only 豪佳公司."""
    for word in speech_words("zh", "speaker.of"):
        at = text.rfind(word, start, end)
        if at >= 0:
            return at + len(word)
    return start


def is_organisation(words: str) -> bool:
    """Whether words end like the name of an organisation."""
    return words.endswith(speech_words("zh", "organisations.ends")) and not words.endswith(
        speech_words("zh", "organisations.never")
    )


def is_name(words: str) -> bool:
    """Whether words look like a person's full name: a surname and one or two characters, and no place."""
    if not may_be_name(words) or words in speech_set("zh", "names.never"):
        return False
    if words[:2] in speech_set("zh", "names.compound"):
        return 3 <= len(words) <= 4
    return 2 <= len(words) <= 3 and words[0] in speech_set("zh", "names.surnames")


def may_be_name(words: str) -> bool:
    """Whether nothing speaks against words that stand where a person's name is due."""
    if re.fullmatch(_HAN, words) is None:
        return False
    return not (words in area_codes("zh") or is_organisation(words) or _role_start(words) is not None)


def _role_start(words: str) -> int | None:
    """Where the role begins with which words end: 党组成员、副局长."""
    at = _one_role_start(words)
    while at and words[at - 1] == "、" and (earlier := _one_role_start(words[: at - 1])) is not None:
        at = earlier
    return at


def _one_role_start(words: str) -> int | None:
    start, found = None, word_ending("roles.words").search(words)
    while found:
        start = found.start()
        found = word_ending("roles.modifiers", "roles.words").search(words, 0, start)
    return start


@cache
def word_ending(*lists: str) -> re.Pattern[str]:
    """A pattern for the longest word of some lists with which what is looked at ends."""
    return re.compile(rf"{any_of('zh', *lists)}\Z")


def _bared(text: str, start: int, stop: int) -> Place:
    """The words without those before and after them that only tell when and how somebody speaks."""
    start = _past_before(text, start, stop)
    while after := _after().search(text, start, stop):
        stop = after.start()
    return start, stop


def _past_before(text: str, start: int, stop: int) -> int:
    """Past the words that stand before a speaker and are no part of the name: 日前, 许多."""
    found = _before().match(text, start, stop)
    return found.end() if found else start


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?: |{any_of('zh', 'speaker.before')})+")


@cache
def _after() -> re.Pattern[str]:
    """What tells behind a speaker when and how it is said: 16日在济南举行的新闻发布会上, 笑着, an aside."""
    opens, closes, after, ends = (
        any_of("zh", role) for role in ("speaker.opens", "speaker.closes", "speaker.after", "date.ends")
    )
    date = f"[{''.join(speech_words('zh', 'date.signs') + speech_words('zh', 'date.ends'))}0-9 ]"
    first = "".join(f"(?<!{word})" for word in speech_words("zh", "speaker.opens"))  # no run is begun twice
    circumstance = rf"{first}{opens}+(?:(?!{opens}).)*{closes}"
    return re.compile(rf"(?:[ 、]|{after}|\([^(]*\)|(?<!{date}){date}++(?<={ends})|{circumstance})\Z")
