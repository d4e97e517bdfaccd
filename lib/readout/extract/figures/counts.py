"""What a bare number counts: a noun phrase, a noun before it, or what the figure before it counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.extract.figures.amounts import Amount
from readout.extract.figures.kinds import kind_of
from readout.extract.figures.nouns import LABEL_REACH, Noun, is_plural, plural, read_label, read_noun
from readout.extract.figures.predicates import done_to, is_toll
from readout.extract.figures.qualifiers import qualifier_after
from readout.extract.figures.refuse import is_denied, is_glued, is_idiom, is_no_figure, is_told_again
from readout.extract.figures.units import LETTERS, SCALE_LETTER
from readout.lexicon import words
from readout.text import any_of


@dataclass(frozen=True, slots=True)
class Count:
    """Where a counted phrase ends, its unit (empty where the text gives none), and a scale (`1.2m members`)."""

    end: int
    name: str
    scale: float = 1.0


_COMPOUND = re.compile(r"-(?P<word>[^\W\d_]+)(?:-[^\W\d_]+)*")
_MORE = re.compile(r"[ \u00a0](?:more|others?|additional|further|extra)\b(?![ ]than\b)")
_EACH = re.compile(r"[ ](?:each|apiece)\b|[ ][a-z]+[ ]each[ ]")
_COMMA_BEFORE = re.compile(r"(?P<noun>[a-z]+),[ ]\Z")
# `1,200 – the number of people at sea`, as a list of figures has it.
_DEFINED = re.compile(r"[ ]?[^\w\s,.;()][ ]?[Tt]he (?:total )?number of(?=[ ])")
_LAST = re.compile(r"[ ]?\(|[.;]?(?:\s|\Z)(?![a-z])|[ ]?\Z")
_LACKING = re.compile(
    rf"(?:[ ](?:are|were|remain|remained|left|still)){{0,3}}[ ]without[ ]{any_of(words('figures/lacks'))}\b"
)
_STATE = re.compile(
    r"[ ](?:(?:who|have|has|had|are|is|were|was|be|been|being|believed|confirmed|feared|presumed|still|reported|"
    r"reportedly|now|left)[ ]){0,4}"
    rf"{any_of(words('figures/people_states'))}\b"
)
# `Of the dead, 60 were ...`; `put the crowd at 5,000`.
_OF_THEM = re.compile(
    rf"\b[Oo]f (?:the|those)(?: who (?:were|are|had|have))? {any_of(words('figures/people_states'))}\b"
)
# `a bus with 40 aboard`
_ABOARD = re.compile(r"[ ](?:aboard|on board)\b")
_CROWD = re.compile(
    r"\b(?:crowds?|attendance)[ ](?:\w+[ ]){0,4}?(?:at|of|to|was|is|reached|numbered|exceeded)[ ](?:\w+[ ]){0,2}\Z"
)
# `a patrol of around 40`, `room for 400`
_BAND = re.compile(
    rf"\b(?:{any_of(words('figures/bands'))}[ ]of|(?:food|room|seats|shelter|space)[ ]for)[ ]"
    r"(?:(?:about|around|at least|more than|nearly|over|roughly|some|up to)[ ])?\Z"
)
# `missing sailors ... a storm that killed at least 40`: the 40 are not of those told before.
_OWN_VERB = re.compile(r"\b(?:that|which)(?:[ ](?:has|have|had))?[ ][a-z]+[ ](?:[a-z]+[ ]){0,3}\Z")
# `the city of 90,000 burned`: so many live there.
_LIVED_IN = re.compile(rf"\b{any_of(words('figures/settlements'))}[ ]of[ ](?:[a-z]+[ ]){{0,2}}\Z")
_MARCHED = re.compile(rf"[ ](?:(?:have|had|has|also|then) )?{any_of(words('figures/people_acts'))}\b")
# Ordinals of the first place count only these.
_FIRST = frozenset({"round", "phase", "leg", "wave"})
_NEAR = 60


def starts_compound(text: str, at: int) -> bool:
    """Whether a hyphen ties the number that ends at `at` to a word (`20-point`)."""
    return bool(_COMPOUND.match(text, at))


def _is_countable(word: str) -> bool:
    """Whether a number and a hyphen count what `word` names (`20-point`), unlike in `486-based`."""
    low = word.lower()
    no_noun = low in words("figures/compound_modifiers") or low in words("figures/phrase_stops")
    return not no_noun and not low.endswith("ed")


def _compound(text: str, amount: Amount, limit: int) -> Count | None:
    """`20-point plan` counts points; the unit is empty for what counts nothing (`three-way`, `half-brother`)."""
    match = _COMPOUND.match(text, amount.end, limit)
    if not match or match["word"] in {"plus", "odd"}:
        return None
    if amount.kind == "fraction" or not _is_countable(match["word"]):
        return Count(match.end(), "")
    noun = read_noun(text, match.end(), limit, one=True)
    whole = amount.value is None or amount.value == int(amount.value)
    return Count(noun.end if noun else match.end(), plural(match["word"]) if whole else match["word"])


def is_population(left: str) -> bool:
    """Whether the words before a number make it that of the people of a place."""
    return " of " in left and bool(_LIVED_IN.search(left))


def is_band(left: str) -> bool:
    """Whether the words before a number make it that of a band, of which all is said that is said of them."""
    return bool(_BAND.search(left))


def _before_each(text: str, amount: Amount) -> str:
    """What is counted in `freed prisoners, 157 each`."""
    noun = _COMMA_BEFORE.search(text, max(0, amount.begin - LABEL_REACH), amount.begin)
    return noun["noun"] if noun and _EACH.match(text, amount.end) and is_plural(noun["noun"]) else ""


def _elliptic(text: str, amount: Amount, at: int, sentence: int, previous: str) -> str:
    """The unit of a number without a noun: people where only people can be meant, else as the one before."""
    left = text[max(sentence, amount.begin - LABEL_REACH) : amount.begin]
    if any(said.match(text, at) for said in (_STATE, _LACKING, _MARCHED, _ABOARD)):
        return "people"
    if any(said.search(left) for said in (_OF_THEM, _CROWD, _BAND, _LIVED_IN)):
        return "people"
    if done_to(text, amount.begin, sentence) in words("figures/people_states") and _OWN_VERB.search(left):
        return "people"
    known = previous or _before_each(text, amount)
    # `destroyed 90 homes and killed 12`: what was done to the one is not done to the other.
    done = kind_of(known) != "people" and done_to(text, amount.begin, sentence)
    return "people" if done in words("figures/people_states") else known


def read_count(text: str, amount: Amount, limit: int, sentence: int, previous: str) -> Count | None:
    """What `amount` counts; None where it is no figure.

    `limit` is how far its phrase may reach, `sentence` where its sentence begins, and `previous` the unit of
    the count before it in that sentence.
    """
    if compound := _compound(text, amount, limit):
        return compound if compound.name else None
    after = qualifier_after(text, amount.end)
    at = after[0] if after else amount.end
    more = _MORE.match(text, at, limit)
    if more:
        at = more.end()
    if is_glued(text, amount) or is_denied(text, amount):
        return None
    if amount.in_digits and (letter := SCALE_LETTER.match(text, at)):
        noun = read_noun(text, letter.end(), limit, one=False)
        return Count(noun.end, noun.unit, LETTERS[letter[1].lower()]) if noun else None
    noun = read_noun(text, at, limit, one=amount.value == 1, share=amount.kind == "fraction")
    if not noun and (defined := _DEFINED.match(text, at)):
        noun = read_noun(text, defined.end(), len(text), one=False)
        return Count(at, noun.unit) if noun else None
    left = text[max(sentence, amount.begin - LABEL_REACH) : amount.begin]
    if not noun and is_toll(text, amount.begin, sentence):
        return Count(at, "people")
    if not noun and (label := read_label(left, bool(_LAST.match(text, at)))):
        return Count(at, label.unit)
    if is_idiom(text, amount, noun) or is_no_figure(text, amount, noun, sentence):
        return None
    if noun:
        people = amount.value != 1 and not is_plural(noun.unit) and _STATE.match(text, noun.end)
        return Count(max(noun.end, at), "people" if people else noun.unit)
    if amount.kind == "fraction":
        return Count(at, amount.noun)
    unit = _elliptic(text, amount, at, sentence, previous)
    if unit != "people" and is_told_again(text, amount):
        return None
    return Count(at, unit) if unit or not more or "more" not in more.group() else None


def read_ordinal(text: str, amount: Amount, limit: int) -> Count | None:
    """`seventh visit`, `third round`: the place of one among several of its kind; None for all other ordinals."""
    noun: Noun | None = read_noun(text, amount.end, limit, one=True)
    if not noun or noun.end - amount.end > _NEAR:
        return None
    head = noun.unit.rpartition(" ")[2].lower()
    counts = head in words("figures/counted_events") and (amount.value != 1 or head in _FIRST)
    return Count(noun.end, noun.unit) if counts else None
