"""Chinese words for a speaker, with the organisation first and the name last: 青岛海关副关长袁涛."""

from __future__ import annotations

import re
from functools import cache

from shandong_econ.lexicon.concepts import area_words
from shandong_econ.lexicon.speech import speech_set, speech_words
from shandong_econ.parsing.speech.speakers import Mention, Place

LONGEST = 60  # characters in which a speaker is named
_HAN = "[\u3400-\u9fff]+(?:·[\u3400-\u9fff]+)?"


def mention_in(text: str, start: int, stop: int) -> Mention | None:
    """The speaker whom the words between a comma and a verb of saying name, if they name one."""
    if stop - start > LONGEST:
        return None
    start, stop = _bared(text, start, stop)
    words = text[start:stop]
    if not words:
        return None
    if words in speech_set("zh", "speaker.pronouns"):
        return Mention(start, stop)
    role = _role_start(words)
    if role is not None:
        before = words[:role]
        if is_name(before) and words[role:] in speech_set("zh", "roles.after_name"):
            return Mention(start, stop, name=(start, start + role), role=(start + role, stop))
        return _at_work(text, start, start + role, stop, None)
    for length in (3, 2, 4):
        if len(words) > length and is_name(words[-length:]):
            before = words[:-length].rstrip()  # 企业负责人 陈涛
            role = _role_start(before)
            if role is not None:
                return _at_work(text, start, start + role, start + len(before), (stop - length, stop))
    for length in (2, 3, 4):  # 大学生泽让: a name of another kind, right after a role
        if may_be_name(words[-length:]) and (role := _role_start(words[:-length])) is not None:
            return _at_work(text, start, start + role, stop - length, (stop - length, stop))
    if is_name(words):
        return Mention(start, stop, name=(start, stop))
    if is_organisation(words):
        first = _organisation_start(text, start, stop)
        return Mention(first, stop, organisation=(first, stop))
    return None


def _at_work(text: str, start: int, role: int, role_end: int, name: Place | None) -> Mention:
    """Who has a role, with the organisation that the words before it name."""
    stop = role_end if name is None else name[1]
    first, end = _organisation(text, start, role)
    if name is None and first < end and text[end - 1] in _surnames():
        if end - first == 1:  # 王经理
            return Mention(start, stop, (first, end), (role, role_end))
        earlier = _role_start(text[first : end - 1])
        if earlier is not None:  # 村民李大爷
            return _at_work(text, first, first + earlier, end - 1, (end - 1, stop))
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
    if is_described and not (is_organisation(words) or words in area_names()):
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
    return 2 <= len(words) <= 3 and words[0] in _surnames()


def may_be_name(words: str) -> bool:
    """Whether nothing speaks against words that stand where a person's name is due."""
    if re.fullmatch(_HAN, words) is None:
        return False
    return not (words in area_names() or is_organisation(words) or _role_start(words) is not None)


def _role_start(words: str) -> int | None:
    """Where the role begins with which words end: 党组成员、副局长."""
    at = _one_role_start(words)
    while at is not None and at > 1 and words[at - 1] in "、":
        earlier = _one_role_start(words[: at - 1])
        if earlier is None:
            break
        at = earlier
    return at


def _one_role_start(words: str) -> int | None:
    at = len(words) - _ending(words, len(words), "roles.words")
    if at == len(words):
        return None
    while length := _ending(words, at, "roles.modifiers") or _ending(words, at, "roles.words"):
        at -= length
    return at


def _ending(words: str, end: int, role: str) -> int:
    """How long the longest word of a list is that ends here."""
    known = speech_set("zh", role)
    for length in _lengths(role):
        if length <= end and words[end - length : end] in known:
            return length
    return 0


@cache
def _lengths(role: str) -> tuple[int, ...]:
    return tuple(sorted({len(word) for word in speech_words("zh", role)}, reverse=True))


def _bared(text: str, start: int, stop: int) -> tuple[int, int]:
    """The words without those before and after them that only tell when and how somebody speaks."""
    changed = True
    while changed and start < stop:
        before = start, stop
        while start < stop and text[start] == " ":
            start += 1
        while stop > start and text[stop - 1] in " 、":
            stop -= 1
        start = _past_before(text, start, stop)
        stop = _without_tail(text, start, stop)
        changed = before != (start, stop)
    return start, stop


def _past_before(text: str, start: int, stop: int) -> int:
    """Past a word that stands before a speaker and is no part of the name: 日前, 许多."""
    if not text.startswith(speech_words("zh", "speaker.before"), start, stop):
        return start
    found = (word for word in speech_words("zh", "speaker.before") if text.startswith(word, start, stop))
    return start + len(next(found))


def _without_tail(text: str, start: int, stop: int) -> int:
    words = text[start:stop]
    if words.endswith(speech_words("zh", "speaker.after")):
        return stop - next(len(word) for word in speech_words("zh", "speaker.after") if words.endswith(word))
    if words.endswith(")") and "(" in words:
        return start + words.rindex("(")
    if words.endswith(speech_words("zh", "date.ends")):
        return start + len(
            words.rstrip(
                "".join(speech_words("zh", "date.signs")) + "".join(speech_words("zh", "date.ends")) + "0123456789 "
            )
        )
    if words.endswith(speech_words("zh", "speaker.closes")):
        opens = speech_words("zh", "speaker.opens")
        opened = max(words.rfind(word) for word in opens)
        while opened > 0 and words[:opened].endswith(opens):
            opened -= next(len(word) for word in opens if words[:opened].endswith(word))  # 在 + 回答记者提问时
        if opened >= 0:
            return start + opened
    return stop


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(speech_words("zh", "names.surnames")))


@cache
def area_names() -> frozenset[str]:
    """The Chinese names of places."""
    return frozenset(word for _, words in area_words("zh") for word in words)
