"""What heads a Chinese sentence and owns the bare nouns after it: 电力行业受来水好转带动，利润…; 板栗减产，产量…."""

from __future__ import annotations

from functools import lru_cache

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.chinese.bare_nouns import is_bare
from shandong_econ.parsing.finding.openings import longest_end
from shandong_econ.parsing.finding.series import NO_SERIES, Series
from shandong_econ.parsing.finding.series_chinese import name_series

LONGEST = 14  # characters of an owner
SHORTEST = 2
_IDIOM = 4  # characters: 从无到有, 破茧成蝶
OF_CROPS = frozenset({"OUTPUT", "SOWN_AREA", "YIELD"})


@lru_cache(maxsize=4096)
def owner_in(words: str, *, moves: bool) -> str:
    """The noun at the head of a clause without figures, before what is said of it; `moves` if it rose or fell."""
    cuts = [cut for word in word_list("zh", "predicate.begins") if (cut := words.find(word)) >= SHORTEST]
    if words[:-_IDIOM].endswith(_holders()) and name_series(words[-_IDIOM:], None) == NO_SERIES:
        cuts = [len(words) - _IDIOM]
    cut = min(cuts, default=len(words) if moves else LONGEST + 1)
    if cut > LONGEST or words.startswith(word_list("zh", "plan.musts") + word_list("zh", "plan.firmly")):
        return ""
    noun = words[:cut]
    end = longest_end(noun, word_list("zh", "predicate.side"))
    return noun.removesuffix(end)


def owned(owner: str, words: str, base: str | None) -> tuple[str, Series] | None:
    """The label and the series of a bare noun that is of an owner, or None where it is of the area itself."""
    alone = name_series(words, base)
    if not owner or alone.base is None or not is_bare(words) or words[:SHORTEST] in owner:
        return None  # 邮政快递业红火，快递业务量…
    named = name_series(owner + words, base)
    is_part = owner.endswith(_holders())
    if named.code is None and not is_part and alone.base not in OF_CROPS:
        return None
    return owner + words, named if named.base is not None else Series(None, alone.base, None)


def _holders() -> tuple[str, ...]:
    return word_list("zh", "goes_on.ends") + word_list("zh", "goes_on.holders")
