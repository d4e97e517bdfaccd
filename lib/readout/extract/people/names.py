"""Where names of people stand: the tagger's reading, held against the whole article and a few plain rules.

A name of several words is taken where the tagger reads one, or where it half does and the words around it say so (a
title before it, a role beside it, a speech verb after it). A single word is taken where the article gives a full name
that it is part of, where an honorific stands before it, or where the tagger reads most of its occurrences as a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readout.extract.people.features import kinds
from readout.extract.people.page import Name, Page, Sentence, Span, is_capital
from readout.extract.people.phrases import POSSESSIVE, is_role, role_phrases
from readout.extract.people.tagger import Reading, Weights, tag
from readout.lexicon import words
from readout.lexicon.nations import countries, institutions, peoples, places

_SHIPS = frozenset({"USS", "HMS", "HMAS", "HMCS", "FS", "INS", "SS", "MV", "MT", "USNS", "ROKS", "MS"})
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# Where one goes or is: hardly ever right before a person.
_WHERE = frozenset({"in", "near", "at", "outside", "around", "across", "inside", "via", "throughout"})
_QUOTES = frozenset({'"', "“", "”"})
# How likely the words of a name must be on average: by themselves; with a cue; with a role in commas
# after them; a single word; and one with a cue.
_SURE, _CUED, _BESIDE, _SINGLE, _SINGLE_CUED = 0.5, 0.12, 0.03, 0.45, 0.25
_LONGEST = 6


@dataclass(slots=True)
class _Evidence:
    """What the article says of one single word: how likely each occurrence is a person, and any honorific."""

    chances: list[float] = field(default_factory=list)
    honoured: bool = False
    articled: bool = False
    cued: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the word is a person's throughout the article."""
        mean = sum(self.chances) / max(1, len(self.chances))
        return self.honoured or (not self.articled and mean >= (_SINGLE_CUED if self.cued else _SINGLE))


def is_title(word: str) -> bool:
    """Whether `word` is a capitalised title, rank or honorific."""
    return word[0].isupper() and bool({"honorific", "title"} & kinds(word))


def _is_edge(own: Sequence[str], i: int, alone: bool) -> bool:
    """Whether word `i` cannot begin a name: a title, a function word, a sign, a nationality before a name."""
    word = own[i]
    if is_title(word) or word.lower() in words("not_names"):
        return True
    if not alone and "given" not in kinds(word) and (word in peoples() or word in countries()):
        return True
    return not is_capital(word) and "particle" not in kinds(word)


def _trim(own: Sequence[str], first: int, last: int) -> Span | None:
    """The span without what cannot begin or end a name, or None where nothing is left."""
    while first < last and _is_edge(own, first, last - first == 1):
        first += 1
    while first < last and not is_capital(own[last - 1]) and not own[last - 1] in _SUFFIXES:
        last -= 1
    return (first, last) if first < last else None


def _vetoed(own: Sequence[str], first: int, last: int) -> bool:
    """Whether these words are no person whatever the tagger says: a place, a ship, an office, an acronym."""
    name = own[first:last]
    said = " ".join(name)
    if said in places() or said in peoples() or said in institutions() or said in words("groups"):
        return True
    if first and (own[first - 1] in _SHIPS or name[0] in _SHIPS):
        return True
    if len(name) == 1 and (len(said.strip(".")) < 2 or (said.isupper() and len(said) < 6) or "month" in kinds(said)):
        return True
    if first > 2 and own[first - 1] == "of" and is_capital(own[first - 2]) and not _is_edge(own, first - 2, False):
        return True
    marks = [kinds(w) for w in name]
    if {"org", "calendar", "site"} & marks[-1] or all(m & {"place", "people", "institution", "org"} for m in marks):
        return True
    after = kinds(own[last]) if last < len(own) else frozenset()
    return bool("site" in after or ("org" in after and own[last][0].isupper()))


def _runs(labels: Sequence[str]) -> Iterator[Span]:
    """Spans that are labelled as a person; two that touch are one."""
    first = None
    for i, label in enumerate([*labels, "O"]):
        person = label.endswith("-PER")
        if person and first is None:
            first = i
        elif not person and first is not None:
            yield first, i
            first = None


def _capital_runs(sentence: Sentence) -> Iterator[Span]:
    """Runs of two and more capitalised words, particles between them included."""
    own, end = sentence.words, 0
    for first in sentence.capitals:
        if first < end:
            continue
        end = _run_end(own, first)
        span = _trim(own, first, end) if end - first > 1 else None
        if span and 2 <= span[1] - span[0] <= _LONGEST:
            yield span


def _run_end(own: Sequence[str], first: int) -> int:
    """Where the capitalised words and the particles between them that begin at `first` end."""
    last = first
    while last < len(own) and (is_capital(own[last]) or (last > first and "particle" in kinds(own[last]))):
        last += 1
    while last > first and not is_capital(own[last - 1]):
        last -= 1
    return last


def _cue(own: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around say that a person stands here: a title, a speech verb, a role beside it."""
    before = own[first - 1] if first else ""
    after = own[last] if last < len(own) else ""
    if before and (is_title(before) or (is_role(before) and not before.endswith("s"))):
        return True
    if before in POSSESSIVE and own[first - 2] in countries():
        return True
    if before == "," and first > 1 and is_role(own[first - 2]) and after in {",", ".", "said"}:
        return True
    if after and after.islower() and "says" in kinds(after):
        return True
    return own[last : last + 2] == [",", "who"] or _role_beside(own, last)


def _role_beside(own: Sequence[str], last: int) -> bool:
    """Whether a role in commas follows word `last`: `, the secretary of the council,`."""
    return own[last : last + 1] == [","] and bool(role_phrases(own, last + 1, frozenset()))


def _floor(own: Sequence[str], first: int, last: int) -> float:
    """How likely the words of a name must be, given what stands around them."""
    if not _cue(own, first, last):
        return _SURE
    return _BESIDE if _role_beside(own, last) else _CUED


def _nicknamed(sentence: Sentence) -> Iterator[Span]:
    """Names with a nickname in quotes: `Robert "Bob" Hale`."""
    own = sentence.words
    for i in sentence.capitals:
        quoted = own[i - 1 : i] and own[i - 1] in _QUOTES and own[i + 1 : i + 2] and own[i + 1] in _QUOTES
        if quoted and i > 1 and i + 2 < len(own) and is_capital(own[i - 2]) and is_capital(own[i + 2]):
            yield i - 2, _run_end(own, i + 2)


def _after_title(sentence: Sentence) -> Iterator[Span]:
    """Capitalised words that no list knows, after an honorific or (two at least) after a title."""
    own = sentence.words
    for i in sentence.capitals:
        if not is_title(own[i]) or own[i] in {"St", "St."}:
            continue
        last = _run_end(own, i + 1)
        plain = all(kinds(w) <= {"particle", "given"} or "particle" in kinds(w) for w in own[i + 1 : last])
        if plain and 0 < last - i - 1 <= 4 and ("honorific" in kinds(own[i]) or last - i > 2):
            yield i + 1, last


def _widened(own: Sequence[str], first: int, last: int) -> Span:
    """The span with the `al-Masri` or `Jr.` that follows it."""
    while last < len(own) and own[last][0].islower() and is_capital(own[last]):
        last += 1
    if own[last : last + 1] and own[last] in _SUFFIXES:
        return first, last + 1
    if own[last : last + 1] == [","] and own[last + 1 : last + 2] and own[last + 1] in _SUFFIXES:
        return first, last + 2
    return first, last


def _has_capital_beside(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is part of a longer run of capitalised words."""
    before = own[i - 1] if i else "."
    after = own[i + 1] if i + 1 < len(own) else "."
    if is_capital(after) or "particle" in kinds(before):
        return True
    return is_capital(before) and not is_title(before) and before.lower() not in words("not_names")


def _is_attribute(own: Sequence[str], i: int) -> bool:
    """Whether the surname `i` only names something else: `the Assad regime`, `the Trump administration`."""
    after = own[i + 1] if i + 1 < len(own) else ""
    return after in words("reigns")


def _read(sentence: Sentence, reading: Reading) -> list[Span]:
    """Names in one sentence, as far as the sentence alone tells."""
    own = sentence.words
    spans: list[Span] = []

    def add(first: int, last: int, floor: float) -> None:
        span = _trim(own, first, last)
        if span is None or _vetoed(own, *span) or any(span[0] < s[1] and s[0] < span[1] for s in spans):
            return
        chance = sum(reading.person[span[0] : span[1]]) / (span[1] - span[0])
        if chance >= floor:
            spans.append(_widened(own, *span))

    for first, last in _nicknamed(sentence):
        add(first, last, _CUED)
    for first, last in _after_title(sentence):
        add(first, last, 0.0)
    for first, last in _runs(reading.labels):
        add(first, last, _floor(own, first, last) if last - first > 1 else _SURE)
    for first, last in _capital_runs(sentence):
        add(first, last, _floor(own, first, last))
    for i in sentence.capitals:
        if not _has_capital_beside(own, i):
            add(i, i + 1, _SINGLE_CUED)
    return sorted(spans)


def _weigh(
    sentence: Sentence, reading: Reading, spans: Sequence[Span], known: dict[str, _Evidence]
) -> None:
    """Add to each single word's evidence what this sentence shows of it."""
    own = sentence.words
    inside = {i for first, last in spans if last - first > 1 for i in range(first, last)}
    for i in sentence.capitals:
        word = own[i]
        if word not in known or i in inside or _is_attribute(own, i):
            continue
        seen = known[word]
        before = own[i - 1] if i else ""
        seen.chances.append(0.0 if before in _WHERE else reading.person[i])
        seen.honoured |= "honorific" in kinds(before) if before else False
        seen.cued |= _cue(own, i, i + 1)
        seen.articled |= before.lower() == "the" and (i + 1 == len(own) or not own[i + 1].islower())


def _surname(name: Sequence[str]) -> str:
    plain = [w for w in name if w not in _SUFFIXES and w != ","]
    return plain[-1]


def _free(own: Sequence[str], first: int, last: int, headline: bool) -> bool:
    """Whether a surname stands alone: no capitalised stranger beside it that would make another name of it."""
    if _is_attribute(own, last - 1):
        return False
    if headline:
        return True
    before, after = own[first - 1] if first else "", own[last] if last < len(own) else ""
    if first > 1 and is_capital(before) and not kinds(before):
        return False
    return not (after and after[0].isupper() and {"org", "place"} & kinds(after))


def _occurrences(
    sentence: Sentence, spans: Sequence[Span], names: dict[str, list[tuple[str, ...]]]
) -> Iterator[Span]:
    """Every known name in one sentence, the longest first."""
    own, kept, last = sentence.words, dict(spans), 0
    for i in sorted({*sentence.capitals, *kept}):
        if i < last:
            continue
        end = kept.get(i)
        for name in names.get(own[i], ()) if end is None else ():
            stop = i + len(name)
            if tuple(own[i:stop]) == name and not any(i < f < stop for f in kept):
                end = stop if len(name) > 1 or _free(own, i, stop, sentence.headline) else None
                break
        if end is not None:
            yield i, end
            last = end


def _lead(own: Sequence[str], first: int) -> int:
    """The first of the titles and honorifics right before a name."""
    while first and is_title(own[first - 1]):
        first -= 1
    return first


def _known_names(
    sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> tuple[list[list[Span]], set[tuple[str, ...]]]:
    """Names by sentence, and all names that the article may be searched for."""
    spans = [_read(s, reading) for s, reading in zip(sentences, readings, strict=True)]
    said = [[tuple(s.words[a:b]) for a, b in found] for s, found in zip(sentences, spans, strict=True)]
    full = {name for found in said for name in found if len(name) > 1}
    surnames = {_surname(name) for name in full}
    evidence = {name[0]: _Evidence() for found in said for name in found if len(name) == 1 and name[0] not in surnames}
    for sentence, reading, found in zip(sentences, readings, spans, strict=True):
        _weigh(sentence, reading, found, evidence)
    good = surnames | {word for word, seen in evidence.items() if seen.is_person}
    kept = [
        [(a, b) for a, b in found if b - a > 1 or (s.words[a] in good and not _is_attribute(s.words, a))]
        for s, found in zip(sentences, spans, strict=True)
    ]
    return kept, full | {(word,) for word in good}


def find_names(page: Page, weights: Weights | None = None) -> list[Name]:
    """Names of people in `page`, in text order. Headlines are searched for names of the body and yield none."""
    body = [i for i, s in enumerate(page.sentences) if not s.headline]
    sentences = [page.sentences[i] for i in body]
    kept, known = _known_names(sentences, tag(sentences, weights))
    by_word: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted(known, key=lambda n: (-len(n), n)):
        by_word[name[0]].append(name)
    spans = dict(zip(body, kept, strict=True))
    return [
        Name(i, first, last, _lead(sentence.words, first))
        for i, sentence in enumerate(page.sentences)
        for first, last in _occurrences(sentence, spans.get(i, []), by_word)
    ]
