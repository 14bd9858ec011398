"""What 前者, 后者, 两者 and 三者 point to: one of the things told last, or all of them."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene


def one_of_two(words: str, scene: Scene) -> Subject | None:
    """The one of the two things told last that 前者 or 后者 points to."""
    if words not in word_list("zh", "two.former") and words not in word_list("zh", "two.latter"):
        return None
    last = scene.recent[-2:]
    if len({reading.subject for reading in last}) == 1 < len({reading.area for reading in last}):
        scene.places.area = last[words in word_list("zh", "two.latter")].area
        return last[0].subject  # 盘锦、锦州分列第五、第六位，前者比后者…
    each = (reading.subject for reading in scene.recent if "、" not in reading.subject.label)
    told = list(dict.fromkeys(each))[-2:]
    if len(told) < len(("former", "latter")):
        return None
    return told[words in word_list("zh", "two.latter")]


def both_told(words: str, scene: Scene) -> Subject | None:
    """The two or three things told last that 两者 or 三者 points to."""
    count = 2 if words in word_list("zh", "two.both") else 3 if words in word_list("zh", "two.three") else 0
    last = scene.recent[-count:] if count else []
    if len({reading.subject for reading in last}) == 1 < len({reading.area for reading in last}) == count:
        return last[-1].subject  # 邵阳增长6.1%，怀化增长3%，二者相差…: of one series at two places
    told = list(dict.fromkeys(reading.subject.label for reading in scene.recent))[-count:] if count else []
    return Subject("、".join(told)) if count and len(told) == count and all(told) else None
