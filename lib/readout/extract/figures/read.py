"""From the numbers of a text to its figures: value, bounds, unit and qualifier, each with its exact span."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.extract.figures.amounts import Amount, join_range, signed_amounts
from readout.extract.figures.nouns import Noun, is_plural, read_label, read_noun
from readout.extract.figures.qualifiers import qualifier_after, qualifier_before
from readout.extract.figures.refuse import is_no_figure
from readout.extract.figures.units import Unit, read_measure, read_money, read_percent
from readout.extract.mentions import Qualifier
from readout.lexicon import words
from readout.text import Sentences, any_of, find_numbers


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as read from its own phrase: nothing yet of who says so or as of when."""

    begin: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    per: str | None = None


_COMPOUND = re.compile(r"-(?P<word>[^\W\d_]+)(?P<rest>(?:-[^\W\d_]+)*)")
_MORE = re.compile(r"[ \u00a0](?:more|others?|additional|further|extra)\b(?![ ]than\b)")
_PARTIES = re.compile(r"\b(?:the|these|those|both|all|its|their)[ ]\Z", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no|the|this|that|any|each|every|which|number|last|next)[ -]\Z", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:several|a few|few|many|some|a couple of|couple of)[ ]\Z", re.IGNORECASE)
_PER = re.compile(r"[ ](?:per|an?|every)[ ](?P<unit>[^\W\d_]+)\b")
_EACH_BEFORE = re.compile(r"\b[Ee]ach[ ](?:of[ ]the[ ])?(?P<unit>[a-z]+)\b[^,.;:]*\Z")
_EACH = re.compile(r"[ ](?:each|apiece)\b")
_MAGNITUDE = re.compile(r"\bmagnitude[ -](?:of[ ])?\Z", re.IGNORECASE)
_LACKING = re.compile(rf"[ ]without[ ]{any_of(words('figures/lacks'))}\b")
_STATE = re.compile(
    rf"[ ](?:(?:who|have|has|had|are|is|were|was|be|been|being|still|reported|reportedly|now|left)[ ]){{0,4}}"
    rf"{any_of(words('figures/people_states'))}\b"
)
# What a bare plural says at least and at most; from millions on there is no telling how many they are.
_OPEN_ENDED = 1e6
# Ordinals of the first place count only these.
_FIRST = frozenset({"round", "phase", "leg", "wave"})
_WINDOW = 60
# How far back an article, a quantifier or `the` may stand.
_BACK = 14


def _plural(word: str) -> str:
    if is_plural(word) or word.endswith("s"):
        return word
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else f"{word}s"


class _Reader:
    """Reads one text's figures from left to right."""

    def __init__(self, text: str, claimed: Sequence[tuple[int, int]], sentences: Sentences) -> None:
        self.text, self.sentences = text, sentences
        self.claimed, self.begins = claimed, [b for b, _ in claimed]
        self.amounts = signed_amounts(text, [n for n in find_numbers(text) if self._is_free(n.begin, n.end)])
        self.found: list[Reading] = []

    def _is_free(self, begin: int, end: int) -> bool:
        at = bisect_right(self.begins, begin)
        before = at and self.claimed[at - 1][1] > begin
        return not before and not (at < len(self.begins) and self.begins[at] < end)

    def _limit(self, at: int) -> int:
        """How far the phrase of amount `at` may reach: its sentence, the next number, the next date."""
        begin, end = self.amounts[at].begin, self.amounts[at].end
        limit = self.sentences.at(begin)[1]
        following = at + 1
        while following < len(self.amounts) and _COMPOUND.match(self.text, self.amounts[following].end):
            following += 1
        if following < len(self.amounts):
            limit = min(limit, max(end, self.amounts[following].begin))
        claim = bisect_right(self.begins, end)
        return min(limit, self.begins[claim]) if claim < len(self.begins) else limit

    def _measured(self, amount: Amount) -> Unit | None:
        if amount.kind not in ("cardinal", "vague", "fraction"):
            return None
        after = qualifier_after(self.text, amount.end)
        large = max(abs(amount.value or 0), amount.high or 0) >= 1e6
        return (
            read_percent(self.text, amount.end)
            or read_money(self.text, amount.end, amount.code, large)
            or read_measure(self.text, after[0] if after else amount.end, amount.in_digits)
        )

    def _compound(self, amount: Amount, limit: int) -> tuple[int, str] | None:
        """`20-point plan`: where the phrase ends and what is counted; an empty unit where nothing is."""
        match = _COMPOUND.match(self.text, amount.end, limit)
        if not match or match["word"] in {"plus", "odd"}:
            return None
        if match["word"].lower() in words("figures/compound_modifiers"):
            return match.end(), ""
        noun = read_noun(self.text, match.end(), limit, one=True)
        return noun.end if noun else match.end(), _plural(match["word"])

    def _is_idiom(self, amount: Amount, noun: Noun | None) -> bool:
        """`one another`, `the two sides`: no count of anything new."""
        back = max(0, amount.begin - _BACK)
        head = noun.unit.rpartition(" ")[2].lower() if noun else ""
        if amount.value == 1 and not amount.in_digits:
            return (
                not noun
                or head in words("figures/one_idioms")
                or bool(_NO_ONE.search(self.text, back, amount.begin))
            )
        small = amount.value is not None and amount.value <= 4
        return (
            small
            and head in words("figures/parties")
            and bool(_PARTIES.search(self.text, back, amount.begin))
        )

    def _bounds(self, amount: Amount) -> tuple[float | None, float | None, float | None] | None:
        """Value, low and high; None for a bare scale that nothing makes a count of (`per thousand`)."""
        if amount.kind != "vague" or amount.value is None:
            return amount.value, amount.low, amount.high
        scale = amount.value
        plural = self.text[amount.end - 1] == "s"
        several = _SEVERAL.search(self.text, max(0, amount.begin - _BACK), amount.begin)
        if not plural and not several:
            return None
        return None, 2 * scale, 10 * scale if scale < _OPEN_ENDED else None

    def _ordinal(self, amount: Amount, limit: int) -> Reading | None:
        """`seventh visit`, `third round`: the place of one among several of its kind."""
        noun = read_noun(self.text, amount.end, limit, one=True)
        if not noun or amount.value is None or noun.end - amount.end > _WINDOW:
            return None
        head = noun.unit.rpartition(" ")[2].lower()
        if head not in words("figures/counted_events") or (amount.value == 1 and head not in _FIRST):
            return None
        return Reading(amount.begin, noun.end, amount.value, None, None, noun.unit, "ordinal")

    def _count(self, amount: Amount, limit: int) -> tuple[int, str] | None:
        """Where the counted phrase ends, and its unit; None for what is no figure."""
        if compound := self._compound(amount, limit):
            return compound if compound[1] else None
        at = amount.end
        if after := qualifier_after(self.text, at):
            at = after[0]
        more = _MORE.match(self.text, at, limit)
        if more:
            at = more.end()
        noun = read_noun(self.text, at, limit, one=amount.value == 1)
        sentence = self.sentences.at(amount.begin)[0]
        if not noun and (label := read_label(self.text[sentence : amount.begin])):
            return at, label.unit
        if self._is_idiom(amount, noun) or is_no_figure(self.text, amount, noun, sentence):
            return None
        if noun and not is_plural(noun.unit) and amount.value != 1 and _STATE.match(self.text, noun.end):
            return max(noun.end, at), "people"
        if noun:
            return max(noun.end, at), noun.unit
        if _STATE.match(self.text, at) or _LACKING.match(self.text, at):
            return at, "people"
        if amount.kind == "fraction":
            return at, ""
        if more or _EACH.match(self.text, at):
            return at, self._previous(sentence)
        return at, self._previous(sentence) if amount.in_digits or amount.kind == "vague" else ""

    def _previous(self, sentence: int) -> str:
        """The unit of the figure before, for a number that leaves its own out (`3,000 more`)."""
        counts = [r for r in self.found[-2:] if r.begin >= sentence and r.qualifier != "ordinal"]
        return counts[-1].unit if counts else ""

    def _read(self, amount: Amount, limit: int) -> Reading | None:
        if amount.kind == "ordinal":
            return self._ordinal(amount, limit)
        bounds = self._bounds(amount)
        if not bounds:
            return None
        unit = self._measured(amount)
        if unit and unit.kind == "time":
            return None
        if unit:
            end, name, scale, per = unit.end, unit.name, unit.scale, unit.per
        elif counted := self._count(amount, limit):
            (end, name), scale, per = counted, 1.0, None
        else:
            return None
        value, low, high = (None if b is None else b * scale for b in bounds)
        return self._qualified(amount, Reading(amount.begin, end, value, low, high, name, "exact", per))

    def _qualified(self, amount: Amount, reading: Reading) -> Reading:
        before = qualifier_before(self.text, reading.begin)
        after = qualifier_after(self.text, amount.end)
        if before:
            reading = replace(reading, begin=before[0], qualifier=before[1])
        elif after:
            reading = replace(reading, end=max(reading.end, after[0]), qualifier=after[1])
        elif amount.kind == "vague":
            several = _SEVERAL.search(self.text, max(0, amount.begin - _BACK), amount.begin)
            reading = replace(reading, begin=several.start() if several else reading.begin, qualifier="vague")
        per = _PER.match(self.text, reading.end)
        if amount.each:
            return replace(reading, per="side")
        if _EACH.match(self.text, reading.end):
            return replace(reading, per="each")
        start = self.sentences.at(reading.begin)[0]
        if each := _EACH_BEFORE.search(self.text, max(start, reading.begin - _WINDOW), reading.begin):
            return replace(reading, per=each["unit"])
        return replace(reading, per=per["unit"]) if per and not reading.per else reading

    def read(self) -> list[Reading]:
        """All figures, in order, none on another's characters."""
        at, last = 0, 0
        while at < len(self.amounts):
            amount, limit = self.amounts[at], self._limit(at)
            if at + 1 < len(self.amounts):
                unit, second = self._measured(amount), self._measured(self.amounts[at + 1])
                same = not unit or not second or unit.name == second.name
                joined = join_range(self.text, amount, unit, self.amounts[at + 1]) if same else None
                if joined:
                    at += 1
                    amount, limit = joined, self._limit(at)
            at += 1
            if amount.begin < last:
                continue
            if reading := self._read(amount, limit):
                reading = replace(reading, begin=max(reading.begin, last))
                self.found.append(reading)
                last = reading.end
        return self.found


def read_figures(text: str, claimed: Sequence[tuple[int, int]], sentences: Sentences) -> list[Reading]:
    """The figures of `text`, outside the `claimed` spans (sorted), in order."""
    return _Reader(text, claimed, sentences).read()
