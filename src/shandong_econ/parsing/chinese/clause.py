"""A clause of a Chinese sentence: its pieces, and what was read of it so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Period
from shandong_econ.parsing.chinese.clues import is_joint
from shandong_econ.parsing.finding.openings import first_at
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.scene import Scene

REACH = 40  # pieces
GATHERS = "list.gathers"
"""The role of a number that only gathers a list: 医药、电子、汽车三个行业."""


@attrs.define
class Clause:
    """The pieces between two commas, with the text that they are of and the scene that they are read in.

    `opens` says whether what it tells of time and place heads its sentence, `early` whether no
    figure was told in it before, `done` what was read of it, and `led_from`
    the clues of a figure from which the next one starts: 由…转为…, `led_to` when that was reached; `owner` is what
    was counted if the next is of it, `shared` the whole of which the clause tells shares: 全国50%的光伏玻璃、20%的…,
    and `news` the verb by which what it lists is new: 新增规上企业30家、高新技术企业50家.
    """

    tokens: list[Token]
    source: str
    scene: Scene
    opens: bool
    early: bool = False
    done: list[Reading] = attrs.field(factory=list)
    led_from: Clues | None = None
    led_to: Period | None = None
    owner: str = ""
    shared: str = ""
    news: str = ""

    def word(self, token: Token) -> str:
        """The words of one piece."""
        return token.stands_for or self.source[token.start : token.end]

    def words(self, tokens: Sequence[Token]) -> str:
        """The words of these pieces as one string."""
        said = ""
        for token in tokens:
            said += token.stands_for or self.source[token.start : token.end]
        return said.strip()

    def following(self, i: int) -> list[Token]:
        """The next pieces from piece i on, as far as words there can belong to what stands before them."""
        return self.tokens[i : i + REACH]

    def before(self, i: int) -> Token | None:
        """The piece before piece i."""
        return self.tokens[i - 1] if i else None

    def after(self, i: int) -> Token | None:
        """The piece after piece i."""
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None


def run_of_words(tokens: Sequence[Token]) -> list[Token]:
    """The noun phrase that begins with these pieces; a list mark before it means that it belongs to what follows."""
    run: list[Token] = []
    for n, token in enumerate(tokens):
        joins = is_joint(token) if run else "link.joins" in token.roles
        if not joins and not _is_part_of_noun(token) and not _is_rank_of_noun(run, token, tokens[n + 1 : n + 2]):
            break
        run.append(token)
    while run and "link.joins" in run[0].roles:
        run = run[1:]
    while run and (is_joint(run[-1]) or run[-1].mark == "“" or "link.joins" in run[-1].roles):
        run = run[:-1]
    return run if any(t.is_words for t in run) else []


def _is_rank_of_noun(run: list[Token], token: Token, after: Sequence[Token]) -> bool:
    """Whether 以上 stands in the midst of a noun: 省级以上开发区."""
    between = bool(run and after) and run[-1].is_words and after[0].is_words
    return between and "qualifier.after" in token.roles and run[-1].end == token.start and token.end == after[0].start


def _is_part_of_noun(token: Token) -> bool:
    roles = token.roles
    return (
        token.is_words
        or bool(token.areas)
        or is_quote(token)
        or not roles.isdisjoint(("link.joins", "achievement.goal", "area.world"))
    )


def is_quote(token: Token) -> bool:
    """Whether the piece is a quotation mark."""
    return token.mark in ("“", "”") and bool(token.mark)


def items_of(tokens: Sequence[Token], count: int = 0) -> list[list[Token]]:
    """The parts of a list; where they should be `count`, a 及 or 和 inside a name does not part it if that fits."""
    tokens = tokens[: next((n for n, token in enumerate(tokens) if GATHERS in token.roles), len(tokens))]
    everywhere = parted(tokens, is_joint)
    if len(everywhere) == count:
        return everywhere
    at_marks = parted(tokens, is_listed)
    return at_marks if len(at_marks) == count else everywhere


def is_listed(token: Token) -> bool:
    """Whether the piece is the mark between the parts of a list."""
    return token.mark == "、"


def parted(tokens: Sequence[Token], parts: Callable[[Token], bool]) -> list[list[Token]]:
    """The pieces between those that part a list."""
    items: list[list[Token]] = [[]]
    for token in tokens:
        if parts(token):
            items.append([])
        else:
            items[-1].append(token)
    return [item for item in items if item]


def may_stand_inside(token: Token) -> bool:
    """Whether a word may stand between the figures of one list: 增长, 同比, 约."""
    return bool(token.roles) and not token.areas and token.naming is None and "noun.words" not in token.roles


def outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The pieces without those in parentheses: 价格指数(上年同月=100)为98.6, 居全市各县(市、区)第2位."""
    outside: list[Token] = []
    inside = False
    for token in tokens:
        if token.mark in ("(", ")") and token.mark:
            inside = token.mark == "("
        elif not inside:
            outside.append(token)
    return outside


def district_end(clause: Clause, token: Token) -> int:
    """Where the name of a part of a province ends: 苏南, 关中地区; its start if it begins another name: 苏南运河."""
    (kind,) = word_list("zh", "area.kinds")
    following = next((t for t in clause.tokens if t.start == token.end), None)
    alone = clause.source.endswith(word_list("zh", "area.zone"), token.start, token.end)  # 西咸新区总窗口
    if alone or following is None or not following.is_words or following.naming is not None or following.roles:
        return token.end
    return token.end + len(kind) if clause.source.startswith(kind, token.end) else token.start


LONGEST_ZONE = 6  # characters of a zone's name after that of its city


def zone_end(clause: Clause, token: Token) -> int:
    """Where the name of a zone ends that begins with a place's, 青岛西海岸新区, or else that place's own end."""
    rest = clause.source[token.end : token.end + LONGEST_ZONE + 3]
    name = first_at(rest, word_list("zh", "area.districts"))
    if not name:
        cuts = [cut + len(end) for end in word_list("zh", "area.zone") if 0 < (cut := rest.find(end)) <= LONGEST_ZONE]
        name = rest[: min(cuts)] if cuts else ""
    return token.end + len(name) if name.isalpha() else token.end  # it would take in a mark or a number
