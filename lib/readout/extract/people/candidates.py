"""Names of people as far as one sentence tells: the tagger's reading, and the words around a run of capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from readout.extract.people.cues import (
    has_cue,
    is_title,
    other_name,
    role_beside,
)
from readout.extract.people.features import kinds
from readout.extract.people.frames import after_title, framed, name_end, nicknamed, placed
from readout.extract.people.lexis import listed
from readout.extract.people.page import Sentence, Span, is_capital
from readout.extract.people.tagger import Reading
from readout.extract.people.vetoes import is_edge, is_vetoed
from readout.lexicon import words
from readout.lexicon.nations import places

# How likely the words of a name must be on average: by themselves; with a cue; with a role in commas after them;
# a single word, to be weighed with its other occurrences.
_SURE, _CUED, _BESIDE, _SINGLE = 0.5, 0.12, 0.03, 0.25
# A whole name that stands beside another in a list.
_FELLOW = 0.2
_LONGEST = 6
# Letters that stand for given names: JP Moss.
_INITIALS = 2


def _trim(own: Sequence[str], first: int, last: int) -> Span | None:
    """The span without what cannot begin or end a name, or None where nothing is left."""
    for i in range(first, last - 1):
        titled = is_title(own[i]) or own[i] in listed("office")
        if titled and own[i + 1] not in listed("generation") and "given" not in kinds(own[i - 1]):
            first = i + 1
    while first < last and (is_edge(own, first, last - first == 1) or _is_field(own, first, last)):
        first += 1
    while first < last and not is_capital(own[last - 1]) and own[last - 1] not in listed("generation"):
        last -= 1
    while last - first > 1 and _ends_in_title(own[last - 1]):
        last -= 1
    return (_carried_on(own, first), last) if first < last else None


def _ends_in_title(word: str) -> bool:
    """Whether `word` ends no name, being a title that is nobody's surname: `Minister`, `Mr.`"""
    if word in listed("office") or word in listed("rank"):
        return True
    return word[-1] == "." and "honorific" in kinds(word)


def _is_field(own: Sequence[str], first: int, last: int) -> bool:
    """Whether word `first` tells what a post is of, and a name follows: Director of `Research` Ann Lee; minister for
    the Middle `East` Ann Lee; Minister of Trade and `Tourism` Ann Lee; head of `NRTA` Ann Lee."""
    if first < 2 or last - first < 3:
        return False
    acronym = own[first].isupper() and len(own[first]) > _INITIALS
    branch = own[first] in places() and own[first - 1].isupper()
    if (
        acronym
        or branch
        or (own[first].lower() in words("office_words") and is_capital(own[first - 1]))
        or f"{own[first - 1]} {own[first]}" in places()
    ):
        return True
    of = first - 1
    if own[of] == "and":
        while of and (is_capital(own[of]) or own[of] == "and"):
            of -= 1
    post = own[of - 1].title() in listed("field") or "org" in kinds(own[of - 1])
    return post and own[of] in {"of", "for"} and "given" not in kinds(own[first])


def _carried_on(own: Sequence[str], first: int) -> int:
    """Where a name begins that a particle carries on to word `first`: `Henk` de Vries; `Said` bin Taimur."""
    if first and own[first - 1] in listed("called") and own[first - 2 : first - 1] != [","]:
        return first - 1
    at = first
    while at and not is_capital(own[at - 1]) and "particle" in kinds(own[at - 1]):
        at -= 1
    if at and not is_capital(own[at]) and is_capital(own[at - 1]):
        # A given name, whatever else `said` is.
        return at - ("given" in kinds(own[at - 1]) or not is_edge(own, at - 1, False))
    return first


def _runs(named: Sequence[bool]) -> Iterator[Span]:
    """Spans that are read as a person; two that touch are one."""
    first = None
    for i, person in enumerate([*named, False]):
        if person and first is None:
            first = i
        elif not person and first is not None:
            yield first, i
            first = None


def _capital_runs(sentence: Sentence, person: Sequence[float]) -> Iterator[Span]:
    """Runs of two and more capitalised words, particles between them included, that may be a person's at all."""
    own, end = sentence.words, 0
    for first in sentence.capitals:
        if first < end:
            continue
        end = name_end(own, first)
        if end - first < 2 or max(person[first:end]) < _BESIDE:
            continue
        span = _trim(own, first, end)
        if span and 2 <= span[1] - span[0] <= _LONGEST:
            yield span


def _floor(own: Sequence[str], first: int, last: int) -> float:
    """How likely the words of a name must be, given what stands around them."""
    if not has_cue(own, first, last):
        return _SURE
    return _BESIDE if role_beside(own, last) else _CUED


def _widened(own: Sequence[str], first: int, last: int) -> Span:
    """The span with the `al-Masri`, `de la Cruz` or `Jr.` that follows it."""
    if own[last : last + 1] and own[last].islower() and "particle" in kinds(own[last]):
        last = max(last, name_end(own, first))
    while last < len(own) and own[last][0].islower() and is_capital(own[last]):
        last += 1
    if own[last : last + 1] and own[last] in listed("generation"):
        return first, last + 1
    if own[last : last + 1] == [","] and own[last + 1 : last + 2] and own[last + 1] in listed("generation"):
        return first, last + 2
    return first, last


def _has_capital_beside(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is part of a longer run of capitalised words."""
    before = own[i - 1] if i else "."
    after = own[i + 1] if i + 1 < len(own) else "."
    if is_capital(after) or "particle" in kinds(before):
        return True
    return is_capital(before) and not is_title(before) and before.lower() not in words("not_names")


def _chance(reading: Reading, first: int, last: int) -> float:
    """How likely the words are a person's, on average.

    Several capitalised words in a row are hardly ever no name at all, however often a sentence begins with a capital:
    where a person is likelier than any other name, that counts.
    """
    person, other = sum(reading.person[first:last]), sum(reading.other[first:last])
    mean = person / (last - first)
    return person / (person + other) if last - first > 1 and mean >= _CUED else mean


def _fellow(own: Sequence[str], end: int, begins: Set[int]) -> Span | None:
    """The two words, in no list, that `and` joins to a name ending at word `end`, or that stand between it and another
    name: Ann Lee and `Marek Tusoł` left; Ann Lee, `Marek Tusoł`, Tom Orrin."""
    last = name_end(own, end + 1) if own[end : end + 1] in (["and"], [","]) else end
    if last - end != 3 or any(kinds(w) - {"given"} for w in own[end + 1 : last]):
        return None
    return (end + 1, last) if own[end] == "and" or last + 1 in begins else None


def read_sentence(sentence: Sentence, reading: Reading) -> list[Span]:
    """Names in one sentence, as far as the sentence alone tells."""
    own = sentence.words
    spans: list[Span] = []
    certain = list(framed(sentence))
    if not certain and max(reading.person) < _BESIDE and not any(is_title(own[i]) for i in sentence.capitals):
        return spans

    def add(first: int, last: int, floor: float | None = None) -> None:
        span = _trim(own, first, last)
        if span is None or any(span[0] < s[1] and s[0] < span[1] for s in spans):
            return
        chance = _chance(reading, *span)
        if chance < (_BESIDE if floor is None else floor) or is_vetoed(own, *span, chance):
            return
        if floor is not None or chance >= _floor(own, *span):
            spans.append(_widened(own, *span))

    for first, last in nicknamed(sentence):
        add(first, last, _CUED)
    for first, last in after_title(sentence):
        add(first, last, 0.0)
    for first, last in [*placed(sentence), *certain]:
        add(first, last, 0.0)
    runs = list(_runs(reading.named))
    for first, last in [run for run in runs if run[1] - run[0] > 1]:
        add(first, last)
    for first, last in _capital_runs(sentence, reading.person):
        add(first, last)
    for first, last in [run for run in runs if run[1] - run[0] == 1]:
        add(first, last, _SURE)
    for i in sentence.capitals:
        if reading.person[i] >= _SINGLE and not _has_capital_beside(own, i):
            add(i, i + 1, _SINGLE)
    whole = sorted(span for span in spans if span[1] - span[0] > 1)
    begins = {first for first, _ in whole}
    for first, last in [fellow for _, end in whole if (fellow := _fellow(own, end, begins))]:
        add(first, last, _FELLOW if own[first - 1] == "and" else _BESIDE)
    for at in [other_name(own, last) for _, last in spans]:
        if at is not None:
            add(at, name_end(own, at), 0.0)
    return sorted(spans)
