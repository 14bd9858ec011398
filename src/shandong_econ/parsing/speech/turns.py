"""Who speaks in turn where a talk is written down, each after a name and a colon: 记者:……, 统计局副局长刘志刚:……."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_words
from shandong_econ.parsing.speech.speakers import Mention
from shandong_econ.parsing.speech.speakers_chinese import LONGEST, is_name, is_organisation, mention_in

_LABEL = re.compile(rf"(?P<who>[^:，,。;；！？!?“”()\n]{{2,{LONGEST}}}): *")
_ENDS = "。！？!?…”）)"
_A_TALK = 2  # who are named with a post, where nobody asks
Turn = tuple[Mention, int]
"""Who speaks, and where what is said begins."""


def turns(text: str, paragraphs: Sequence[tuple[int, int, str]]) -> dict[int, Turn]:
    """The turns of a talk, each by where its first paragraph begins; none where no talk is written down.

    It is one if somebody asks or leads in it, or if several are named with their posts: a name alone may be any word.
    """
    found: dict[int, Turn] = {}
    asked = False
    for start, end, language in paragraphs:
        label = _LABEL.match(text, start, end) if language == "zh" else None
        if label is None or (label.end() < end and not is_told(text, end)):  # 记者：李明
            continue
        asks = _asks(text, start, label.end("who"))
        asked = asked or asks is not None
        mention = asks or _named(text, *label.span("who"))
        if mention is not None:
            found[start] = mention, label.end()
    named = [mention for mention, _ in found.values() if mention.has_post and mention.name is not None]
    return found if len(found) >= _A_TALK and (asked or len(named) >= _A_TALK) else {}


def is_told(text: str, end: int) -> bool:
    """Whether a paragraph that ends here is somebody's words, and no heading among them."""
    return text[end - 1] in _ENDS


def _asks(text: str, start: int, end: int) -> Mention | None:
    """Who asks or leads: 新华社记者, 主持人, 主持人 寿小丽."""
    found = _asking().fullmatch(text, start, end)
    if found is None or (found["name"] and not is_name(found["name"])):
        return None
    organisation = found.span("of") if found["of"] else None
    return Mention(start, end, found.span("name") if found["name"] else None, found.span("role"), organisation)


def _named(text: str, start: int, end: int) -> Mention | None:
    """Who is named, or has a post alone: 有关负责人; behind a space also with an office: 新闻办新闻局 寿小丽."""
    mention = mention_in(text, start, end)
    if mention is not None and (mention.name is not None or mention.role is not None):
        return mention
    at = text.rfind(" ", start, end)
    is_of_office = at > start and is_name(text[at + 1 : end]) and is_organisation(text[start:at])
    return Mention(start, end, (at + 1, end), None, (start, at)) if is_of_office else None


@cache
def _asking() -> re.Pattern[str]:
    never = "".join(f"(?!{word})" for word in speech_words("zh", "byline.reporters"))
    return re.compile(rf"(?P<of>(?:{never}.)*?)(?P<role>{any_of('zh', 'roles.asks')})(?: *(?P<name>[\u3400-\u9fff]+))?")
