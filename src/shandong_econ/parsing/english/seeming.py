"""Words before a figure that are not what they seem: particles of verbs, ends of ages, objects, shares."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.moves import move_within
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.verb_forms import irregular_pasts
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_minor, is_plain, word_set
from shandong_econ.parsing.english.words import Words
from shandong_econ.parsing.finding.series import kinds
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.unit_classes import COUNTED, MONEY, PERCENT


def is_particle(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word such as "up" only belongs to a verb that no list has: "gulped down" 694,000 visitors."""
    if not n or tokens[n].word not in word_set("particle.words"):
        return False
    if n + 1 < len(tokens) and "link.by" in tokens[n + 1].roles:
        return False  # "revised down by 2 billion"
    verb = tokens[n - 1]
    if not is_change(verb) and (verb.word in word_set("particle.irregular") or verb.word in irregular_pasts()):
        return True  # "dug up", not "fell off"
    return is_plain(verb) and verb.word.endswith(word_list("en", "particle.verbs"))


def is_open_end(tokens: Sequence[Token], n: int) -> bool:
    """Whether "above" says of a number before it that it is open to one side: "residents aged 60 and above"."""
    if not n or tokens[n].word not in word_set("size.open") or tokens[n - 1].word not in word_set("size.after"):
        return False
    hedges = n + 1 == len(tokens)  # "above 8 percent in May | and above | 6 percent in June"
    return not hedges if n == 1 else tokens[n - 2].figure is not None


def acts_on(tokens: Sequence[Token]) -> bool:
    """Whether a verb right before a count has the things for its object: "built or extended 12 schools"."""
    verb = next((n for n, token in enumerate(tokens) if token.word in word_set("transitive.verbs")), None)
    return verb is not None and all(map(is_light, tokens[verb + 1 :]))


def is_grown_on(tokens: Sequence[Token]) -> bool:
    """Whether a crop is said to be on land: "cotton was grown on 4 million mu"."""
    words = {token.word for token in tokens}
    return not words.isdisjoint(word_set("transitive.crops")) and not words.isdisjoint(word_set("transitive.on"))


def is_grown(lead: Sequence[Token], trail: Sequence[Token]) -> bool:
    """Whether an amount is of a thing, not of a growth: "grew | 3 tons | of tea", "added | 9 | new jobs"."""
    if not lead or not trail:
        return False
    verb = next((token.word for token in reversed(lead) if not is_light(token)), "")
    first = [token.word.partition(" ")[0] for token in trail[:2]]
    of = first[0] in word_set("parts.of")
    if of and lead[-1].word in word_set("transitive.growing"):
        return True
    return verb in word_set("takes.adds") and first[-1 if of else 0] in word_set("transitive.new")


def is_value_added(lead: Sequence[Token], unit: str | None) -> bool:
    """Whether industries are said to have added an amount of money, which is their value added, not a change of it."""
    told = [token for token in lead if not is_light(token)]
    if len(told) < len(("industry", "added")) or unit not in MONEY:
        return False
    adds = told[-1].word in word_set("takes.adds") and told[-1] is lead[-1]
    return adds and told[-2].word.rpartition(" ")[2] in word_set("takes.industries")


def is_gained(lead: Sequence[Token], trail: Sequence[Token], unit: str | None) -> bool:
    """Whether money is what was gained, for its growth follows: "sales | gained | 4 billion yuan, up by 9 percent"."""
    if len(trail) < len((",", "up", "9 percent")) or not lead or unit not in MONEY or trail[0].mark != ",":
        return False
    amount = next((token.figure for token in trail if token.figure is not None), None)
    grown = is_change(trail[1]) and amount is not None and amount.unit in PERCENT
    return grown and lead[-1].word in word_set("takes.gained")


def before_kind_of_change(tokens: Sequence[Token], n: int) -> int:
    """The place before what says only of which kind the change at piece n is: "with | a net | increase of"."""
    if n == len(tokens) or not is_change(tokens[n]):
        return n
    for k in range(n - 1, max(-1, n - 1 - LONGEST_KIND), -1):
        if tokens[k].word in word_set("acting.articles"):
            return k if k + 1 < n else n
        if not is_plain(tokens[k]) and tokens[k].word not in word_set("degree.words"):
            break
    return n


LONGEST_KIND = 3  # pieces of "a further net" increase, "a smaller" rise


def is_share(words: str) -> bool:
    """Whether a noun phrase is of a share: "the proportion of days with good air", "its share in all investment"."""
    pieces = [word for word in words.lower().split() if word not in word_set("pronoun.articles")][:2]
    return any(
        word in word_set("share.noun") and (n == 0 or pieces[0] in word_set("head.of_share"))
        for n, word in enumerate(pieces)
    )


def _frames(token: Token) -> bool:
    return bool(token.mark) or token.time is not None or is_minor(token)


def opens_with_share(tokens: Sequence[Token]) -> bool:
    """Whether a clause begins with the noun of a share that has no "of": "the proportion spent online was"."""
    n = next((n for n, token in enumerate(tokens) if not _frames(token)), 0)
    return n + 1 < len(tokens) and tokens[n].word in word_set("share.noun") and tokens[n].naming is None


def is_told_in_percent(words: Words, phrase: str) -> bool:
    """Whether a noun phrase names a series of its own that is a percentage: "the share of days with good air"."""
    code = series_named(phrase, words.scene.base, words.scene.places.local_places).code
    return code is not None and kinds()[code].unit in PERCENT


def says_where(tokens: Sequence[Token]) -> bool:
    """Whether what was told only says where there is an amount: "harvest has begun in Anxi, where" 600,000 mu."""
    last = next((token for token in reversed(tokens) if not is_light(token)), None)
    return last is not None and last.word in word_set("relative.where")


def move_amount(clues: Clues, lead: Sequence[Token], trail: Sequence[Token], unit: str | None) -> None:
    """Takes what adds an amount for a change of so much, and what is grown for an amount, or things for their count."""
    if clues.adds and not clues.verb and clues.comparison is not None:
        clues.verb = 1  # "adding 420 billion yuan compared with a year earlier"
    if not clues.verb and clues.is_of and unit not in COUNTED | {None}:
        clues.moved = clues.moved or move_within(lead)
    stays = clues.comparison is None and clues.base is None and not clues.side
    if clues.adds and clues.counted and unit in {"NUM", None} and stays:
        clues.verb = 0  # "it added 1,850 base stations"
    if clues.verb and (is_grown(lead, trail) or is_value_added(lead, unit) or is_gained(lead, trail, unit)):
        clues.verb = 0
        clues.says.add(Says.LEVEL_VERB)


def take_saved(clues: Clues, trail: Sequence[Token]) -> None:
    """Takes what power or saved coal spares for an amount: "3 billion kWh, cutting emissions by" so many tons."""
    acts = clues.moved_thing or (trail and trail[0].word in word_set("parts.of"))
    if acts and clues.verb < 0 and clues.comparison is None and clues.base is None:
        clues.verb = 0
        clues.says.add(Says.LEVEL_VERB)


POWER = frozenset({"KWH", "TCE"})
