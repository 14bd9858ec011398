"""Ports whose name is that of a place or their own with 港: 宁波舟山港货物吞吐量, 盐卡港完成…, but not 天津港口."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import either
from shandong_econ.parsing.finding.tokens import Token

SHORTEST, LONGEST_PORT = 2, 5  # characters


def port_end(source: str, tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name of a port ends that is a place's with 港: 宁波舟山港货物吞吐量, but not 天津港口."""
    (word,) = word_list("zh", "entity.port")
    run = tokens[first : last + 1]
    start = end = run[0].start
    for token in run:
        if not is_place(token) and token.start < token.end:
            break
        end = token.end
    if (told := _ports().match(source, end)) is not None:
        return told.end() - start  # 北部湾港完成集装箱吞吐量…
    following = tokens[last + 1] if last + 1 < len(tokens) and first == last else None
    loaded = following is not None and following.figure is not None and following.figure.unit == "TEU"
    timed = following is not None and (following.time is not None or loaded)
    if timed and SHORTEST < run[0].end - start <= LONGEST_PORT and source.startswith(word, run[0].end - len(word)):
        return run[0].end - start  # 北部湾港1—9月完成…; 洋浦港135万标箱
    is_port = start < end and source.startswith(word, end)
    after = end + len(word)
    goes_on = source.startswith(word_list("zh", "entity.port_goes_on"), after)  # 烟台港商品车出口, not 港商
    is_port = is_port and (goes_on or not source.startswith(word_list("zh", "entity.not_port"), after))
    return end + len(word) - start if is_port else 0


@cache
def _ports() -> re.Pattern[str]:
    """The name of a port that is no place's, before what is told of ports."""
    (word,) = word_list("zh", "entity.port")
    not_name = "".join(word_list("zh", "entity.port_moves"))  # 到港的船舶
    return re.compile(rf"[\u4e00-\u9fff]{{1,3}}[^\W{not_name}]{word}(?={either(word_list('zh', 'entity.port_does'))})")


def is_place(token: Token) -> bool:
    """Whether a piece names a place or a part of a province."""
    return bool(token.areas) or "area.districts" in token.roles
