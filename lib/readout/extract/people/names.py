"""Where names of people stand: each sentence's reading, held against the whole article.

A name of several words is taken where a sentence tells it. A single word is taken where the article gives a full name
that it is part of, where an honorific stands before it, or where most of its occurrences read as a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readout.extract.people.candidates import read_sentence
from readout.extract.people.cues import has_cue, is_title, other_name
from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.organisations import incorporated, is_company
from readout.extract.people.page import Name, Page, Sentence, Span, is_capital
from readout.extract.people.phrases import before_retired, is_role
from readout.extract.people.tagger import Reading, Weights, tag
from readout.extract.people.towns import count_places, locates, named_places
from readout.lexicon import words
from readout.lexicon.nations import places

# How likely a single word must be a person on average over the article, and where a cue stands beside it once.
_SINGLE, _SINGLE_CUED = 0.45, 0.25


@dataclass(slots=True)
class _Evidence:
    """What the article says of one single word: how likely each occurrence is a person, and what stands beside it.

    `placed` counts where the word is used as a place, `personal` where it has a title or speaks, as towns seldom do;
    `traded` tells a company, by a longer name or by its shares.
    """

    placed: int = 0
    personal: int = 0
    chances: list[float] = field(default_factory=list)
    honoured: bool = False
    articled: bool = False
    cued: bool = False
    inside: bool = False
    traded: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the word is a person's throughout the article."""
        mean = sum(self.chances) / max(1, len(self.chances))
        if self.honoured:
            return True
        return (
            not (self.articled or self.traded)
            and (not self.placed or self.placed < self.personal)
            and (self.inside or self.cued)
            and mean >= (_SINGLE_CUED if self.cued else _SINGLE)
        )


def _is_attribute(own: Sequence[str], i: int) -> bool:
    """Whether the surname `i` only names something else: `the Reyes regime`; `Reyes` aides."""
    after = own[i + 1] if i + 1 < len(own) else ""
    return after in words("reigns") or (after.islower() and is_role(after) and singular(after) != after)


def _acts(own: Sequence[str], i: int) -> bool:
    """Whether a title stands before the single word `i`, or it speaks: `Beloso said`; `said Beloso,`."""
    before = own[i - 1] if i else "."
    after = own[i + 1] if i + 1 < len(own) else "."
    if is_title(before) or after in listed("inverted"):
        return True
    return before in listed("inverted") and not after[0].isalpha()


def _names_post(own: Sequence[str], i: int) -> bool:
    """Whether the single word `i` tells whose a post before a name is: `Lomnice` governor Ann Lee."""
    return i + 2 < len(own) and own[i + 1].islower() and is_role(own[i + 1]) and is_capital(own[i + 2])


def _weigh(sentence: Sentence, reading: Reading, spans: Sequence[Span], known: dict[str, _Evidence]) -> None:
    """Add to each single word's evidence what this sentence shows of it."""
    own = sentence.words
    if known.keys().isdisjoint(own):
        return
    inside = {i for first, last in spans if last - first > 1 for i in range(first, last)}
    others = {other_name(own, last) for _, last in spans}
    for i in sentence.capitals:
        word = own[i]
        if word not in known or i in inside or _is_attribute(own, i):
            continue
        seen = known[word]
        before = own[i - 1] if i else ""
        after = own[i + 1] if i + 1 < len(own) else "."
        elsewhere = before in listed("where") or _names_post(own, i)
        elsewhere |= (is_title(after) and "honorific" not in kinds(after)) or after.lower() in listed("ill")
        # The last word of a longer name: College of Nursing.
        elsewhere |= before == "of" and i > 1 and "org" in kinds(own[i - 2])
        seen.chances.append(0.0 if elsewhere else reading.person[i])
        seen.honoured |= "honorific" in kinds(before) if before else False
        seen.honoured |= i in others
        seen.personal += _acts(own, i)
        seen.inside |= bool(i) and before[0].isalnum()
        seen.cued |= has_cue(own, i, i + 1)
        attribute = (
            after[0].isalpha()
            and after.islower()
            and not {"says"} & kinds(after)
            and after not in listed("auxiliary")
        )
        seen.traded |= is_company(own, i, i + 1)
        seen.articled |= before.lower() == "the" and not attribute


def _surname(name: Sequence[str]) -> str:
    plain = [w for w in name if w not in listed("generation") and w != ","]
    return plain[-1] if plain else name[-1]


def _free(own: Sequence[str], first: int, last: int, headline: bool) -> bool:
    """Whether a surname stands alone: no capitalised stranger beside it that would make another name of it."""
    if _is_attribute(own, last - 1):
        return False
    before, after = own[first - 1] if first else "", own[last] if last < len(own) else ""
    if own[last - 1] in listed("surname"):
        return bool(before and is_title(before)) or (not before and "says" in kinds(after or "."))
    if "&" in {before, after} or (own[first] in places() and locates(own, first)):
        return False
    if headline:
        return True
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
    rank = before_retired(own, first)
    if rank < first and rank and is_title(own[rank - 1]):
        first = rank
    while first and is_title(own[first - 1]):
        first -= 1
    return first


def _known_names(
    sentences: Sequence[Sentence], readings: Sequence[Reading]
) -> tuple[list[list[Span]], set[tuple[str, ...]]]:
    """Names by sentence, and all names that the article may be searched for."""
    firms = incorporated(sentences)
    others = named_places(sentences) | {firm[:n] for firm in firms for n in range(2, len(firm) + 1)}
    spans = [
        [(a, b) for a, b in read_sentence(s, reading) if tuple(s.words[a:b]) not in others]
        for s, reading in zip(sentences, readings, strict=True)
    ]
    said = [[tuple(s.words[a:b]) for a, b in found] for s, found in zip(sentences, spans, strict=True)]
    full = {name for found in said for name in found if len(name) > 1}
    surnames = {_surname(name) for name in full}
    singles = [n[0] for found in said for n in found if len(n) == 1 and n[0] not in surnames]
    placed, traders = count_places(sentences, singles), {firm[0] for firm in firms if firm}
    evidence = {w: _Evidence(placed[w.lower()], traded=w in traders) for w in singles}
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
