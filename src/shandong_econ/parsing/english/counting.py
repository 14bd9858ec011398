"""Which numbers of an English sentence measure something, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.parsing.english.words import Words, is_change, is_verb, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token, qualifier_of
from shandong_econ.parsing.resolving.measures import COUNTED

NEAR = 6  # pieces within which a word still belongs to a number
FAR = 40  # pieces within which a number can be part of another
LARGE = 100  # from where a number after a verb of amount is no ordinal or age
_RANGE = frozenset({"-", "~"})
LIST = 12  # pieces within which a list goes on


@attrs.frozen
class Pieces:
    """The pieces of a sentence, asked by their place; a place outside it has the word ""."""

    tokens: Sequence[Token]
    words: Words

    def word(self, i: int) -> str:
        """The word at a place, in lower case."""
        return self.words.word(self.tokens[i]) if 0 <= i < len(self.tokens) else ""

    def at(self, i: int) -> Token | None:
        """The piece at a place."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def figure(self, i: int) -> Figure:
        """The figure at a place where there is one."""
        figure = self.tokens[i].figure
        assert figure is not None
        return figure

    # ------------------------------------------------------------------ the question

    def measures(self, i: int) -> bool:
        """Whether a number measures something; one that could and does not leaves a remark."""
        reason = self.why_not(i)
        self.words.scene.judge(reason, self.tokens[i])
        return not reason

    def why_not(self, i: int) -> str:
        """Why a number is no figure, or "" if it is one."""
        figure = self.figure(i)
        if figure.ordinal:
            return "" if self.is_rank(i) or self.is_streak(i) else "ordinal"
        if figure.unit is not None:
            return self._why_no_amount(i, figure)
        return self._why_no_count(i, figure)

    def _why_no_amount(self, i: int, figure: Figure) -> str:
        before = self.word(i - 1)
        if before in word_set("each.words"):
            return "unit"
        if figure.unit in ("DAYS", "HOURS") and before in word_set("span.before"):
            return "span"
        if self.is_threshold(i):
            return "threshold"
        return ""

    def _why_no_count(self, i: int, figure: Figure) -> str:
        after = self.at(i + 1)
        if self.is_name(i, figure):
            return "name"
        if figure.is_word and figure.value == 1:
            return "article"
        if after is not None and "streak.word" in after.roles:
            return ""
        if self.is_numbering(i):
            return "numbering"
        if self.word(i - 1) in word_set("each.words"):
            return "unit"
        if ":" in (self.word(i + 1), self.word(i - 1)):
            return "" if self.is_ratio(i) else "clock"
        if self.word(i + 1) in word_set("not_counted.words"):
            return "span"
        if (
            after is not None
            and after.start == self.tokens[i].end
            and not after.mark
            and self.word(i + 1) not in _RANGE
        ):
            return "name"  # 12-inch
        if self.words.scene.growth_column and self.is_column(i):
            figure.unit = "PT"
            return ""
        if self.is_class(i):
            return "class"
        if self.names(i, "index.words"):
            figure.unit = "IX"
            return ""
        if self.names(i, "ratio.words") and "." in str(figure.value):
            figure.unit = "RO"
            return ""
        if (figure.power and not figure.is_word) or self.in_list(i) or self.is_end(i):
            return ""
        if self.is_told(i) or self.is_related(i):
            return ""
        if self.is_part(i) or (after is not None and self.is_counted_noun(i + 1)):
            return ""
        return "no_unit"

    # ------------------------------------------------------------------ no figures

    def is_name(self, i: int, figure: Figure) -> bool:
        """Whether a number belongs to a name: "No. 27", "Table 2"."""
        named = self.word(i - 1) if self.word(i - 1) != "." else self.word(i - 2)
        return named in word_set("names_before.words") and not figure.power

    def is_numbering(self, i: int) -> bool:
        """Whether a number numbers a note or a paragraph: "[1]", "(3)", "2. Investment"."""
        figure, before, after = self.figure(i), self.word(i - 1), self.word(i + 1)
        if figure.power or not after:
            return False
        if before in ("(", "[") and after in (")", "]"):
            return True
        return i == 0 and after in (".", ")")

    def is_class(self, i: int) -> bool:
        """Whether a number is the size of a class of which no part is counted: "among the 41 major industries"."""
        before = self.word(i - 1) in word_set("class.articles") and self.word(i - 2) in word_set("class.before")
        if not before or i > NEAR or any(t.figure is not None for t in self.tokens[:i]):
            return False
        return not any(t.figure is not None and t.figure.unit is None for t in self.tokens[i + 1 :])

    def is_threshold(self, i: int) -> bool:
        """Whether an amount only tells how large the things are: "projects of more than 5 million yuan"."""
        if self.word(i + 1) in word_set("size.after") and self.word(i + 2) in word_set("size.open"):
            return True
        j = i - 1
        while j > 0 and (token := self.at(j)) is not None and qualifier_of(token) is not None:
            j -= 1
        sized = self.word(j) in word_set("size.links") and self.word(j - 1) in word_set("size.nouns")
        return sized and (j < i - 1 or self.word(i + 1) in word_set("size.after"))

    # ------------------------------------------------------------------ figures without a unit

    def is_column(self, i: int) -> bool:
        """Whether a number stands in the second column of a row: "raw coal, 623.3 million tons, 9.4"."""
        ends = (after := self.at(i + 1)) is None or bool(after.mark)
        return ends and self.word(i - 1) == "," and i > 1 and self.tokens[i - 2].figure is not None

    def is_ratio(self, i: int) -> bool:
        """Whether a number is one of three between colons, or the first of two in a sentence that speaks of a ratio."""
        colons = [j for j in range(max(0, i - 3), i + 4) if self.word(j) == ":"]
        if len(colons) > 1:
            near = [j for j in range(max(0, i - 4), i + 5) if (t := self.at(j)) is not None and t.figure is not None]
            return len(near) > 2
        return self.word(i + 1) == ":" and any(
            self.word(j) in word_set("ratio.words") for j in range(max(0, i - LIST), i)
        )

    def in_list(self, i: int) -> bool:
        """Whether a list goes on from here to a figure that has the unit."""
        for j in range(i + 1, min(i + LIST, len(self.tokens))):
            token = self.tokens[j]
            if token.figure is not None:
                if token.figure.unit is not None:
                    return self.word(j - 1) != "or"
            elif not (
                token.mark == ","
                or "link.list" in token.roles
                or self.word(j) in ("to", "-", "by")
                or qualifier_of(token)
            ):
                return False
        return False

    def is_end(self, i: int) -> bool:
        """Whether a number is A or B of "from A to B", of which the other has a unit or a noun."""
        j = i - 1
        while (token := self.at(j)) is not None and qualifier_of(token) is not None:
            j -= 1
        if self.word(j) == "from":
            return any(
                self.word(k) == "to" and any(t.figure is not None for t in self.tokens[k : k + 4])
                for k in range(i + 1, min(i + 8, len(self.tokens)))
            )
        return self.word(j) == "to" and any(self.word(k) == "from" for k in range(max(0, j - 8), j))

    def is_told(self, i: int) -> bool:
        """Whether a number follows what can only lead to an amount: "came to 905,000", "the number was 96"."""
        j = self._before_hedge(i)
        before = self.word(j)
        if before in word_set("told.verbs"):
            return self.figure(i).value >= LARGE or self._names_count(j)
        near = range(max(0, j - LIST), j)
        if before in word_set("index.verbs") and any(self.word(k) in word_set("told.numbers") for k in near):
            return True
        rises = any(t.figure is not None and t.figure.unit == "PT" for t in self.tokens[max(0, j - 3) : max(0, j)])
        return before == "to" and rises and self.figure(i).value >= LARGE  # "rose 12 percent to 527,000"

    def is_related(self, i: int) -> bool:
        """Whether a number is set beside another one: "up from 14,900", "seven out of 103", "an increase of 312"."""
        j = self._before_hedge(i)
        before, led = self.word(j), self.at(j - 1)
        if before in word_set("told.from"):
            return True
        if led is None:
            return False
        if before == "from":
            return is_change(led)
        if before == "of" and "achievement.goal" in led.roles:
            return True
        near = [t.figure for t in self.tokens[max(0, j - LIST) : j] if t.figure is not None]
        if before in word_set("told.by") and is_change(led):
            return near[-1].unit in COUNTED | {None} if near else self._names_count(j)
        return before in word_set("parts.out_of") and bool(near)

    def _names_count(self, stop: int) -> bool:
        """Whether the words before name a series that counts: births, listed companies."""
        namings = [token.naming for token in self.tokens[max(0, stop - LIST) : stop] if token.naming is not None]
        return any(naming.indicator and kinds()[naming.indicator].unit in COUNTED for naming in namings)

    def _before_hedge(self, i: int) -> int:
        j = i - 1
        while (token := self.at(j)) is not None and qualifier_of(token) is not None and not is_verb(token):
            j -= 1
        return j

    def is_part(self, i: int) -> bool:
        """Whether it tells how many of a number named before: "of 41 industries, 33 posted gains"."""
        start = max(0, i - FAR)
        whole = any(t.figure is not None and self._is_whole(n) for n, t in enumerate(self.tokens[start:i], start))
        if not whole or (after := self.at(i + 1)) is None:
            return False
        return is_verb(after) or (self.word(i + 1), self.word(i + 2)) == (",", "or")

    def _is_whole(self, i: int) -> bool:
        """Whether a number is one of which parts can be told: "of the city's 36 industries"."""
        before = self.at(i - 1)
        return self.word(i - 1) in word_set("whole.before") or (before is not None and "area.home" in before.roles)

    def names(self, i: int, role: str) -> bool:
        """Whether a number is the value of an index or a ratio that was named just before."""
        j = i - 1 if self.word(i - 1) in word_set("told.verbs") else self._before_hedge(i)
        gives = self.word(j) in word_set("index.verbs") and (j == i - 1 or is_verb(self.tokens[j]))
        if not gives and self.word(j) not in word_set("told.verbs"):
            return False
        return any(not word_set(role).isdisjoint(self.word(j).split()) for j in range(max(0, i - LIST), i))

    def is_counted_noun(self, i: int) -> bool:
        """Whether a number before this word counts what it names."""
        token, word = self.tokens[i], self.word(i)
        if token.mark or token.time or token.figure or token.is_name or word in word_set("not_counted.words"):
            return False
        if token.naming is not None or token.areas or not token.roles:
            return word[0].isalpha()
        return not {"change.less", "change.more"}.isdisjoint(token.roles) or word in word_set("counting.after")

    # ------------------------------------------------------------------ ordinals

    def is_rank(self, i: int) -> bool:
        """Whether an ordinal is a place in an order: "ranked third", "the second largest"."""
        after = self.at(i + 1)
        if after is not None and "rank.superlative" in after.roles:
            return True
        ranked = any(self.word(j) in word_set("ranked.words") for j in range(max(0, i - 3), i))
        return ranked and self.word(i + 1) not in word_set("not_counted.words")

    def is_streak(self, i: int) -> bool:
        """Whether an ordinal or a number tells how long something has gone on: "14th year in a row"."""
        for token in self.tokens[i + 1 : i + 4]:
            if token.figure is not None:
                return False
            if "streak.word" in token.roles:
                return True
        return False
