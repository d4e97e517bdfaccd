"""The name tagger: a linear-chain CRF whose weights are data, decoded for all sentences of a text at once."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from readout.extract.people.features import (
    CLASSES,
    EDGE,
    REACH,
    may_name,
    triple,
    word_class,
    word_features,
)
from readout.extract.people.page import Sentence, Span
from readout.extract.people.tokens import KEPT

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
# A piece has so many words at most: decoding takes steps as many as the longest piece has words.
_PIECE = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger makes of one sentence: whether each word is likeliest a person's, how likely that is, and how
    likely it is another name's."""

    named: list[bool]
    person: list[float]
    other: list[float]


class Weights:
    """The model as read from its file: what each feature, class triple and transition adds to each label."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.labels = tuple(lines[0].split("\t")[1:])
        size = len(self.labels)
        self.words: dict[str, Matrix] = {}
        self.triples: Matrix = np.zeros((len(CLASSES) ** 3, size), np.float32)
        transitions: Matrix = np.zeros((size, size), np.float32)
        for line in lines[1:]:
            kind, name, *cells = line.split("\t")
            row = np.array(cells, np.float32)
            if kind == "transition":
                transitions[self.labels.index(name)] = row
            elif kind == "triple":
                before, here, after = (CLASSES.index(c) for c in name.split("|"))
                self.triples[triple(before, here, after)] = row
            else:
                block = self.words.setdefault(name, np.zeros((len(REACH), size), np.float32))
                block[REACH.index(int(kind))] = row
        self.emission = lru_cache(maxsize=KEPT)(self._emission)
        self._forbid_orphans(transitions)
        onward = np.exp(transitions.astype(np.float64))
        # From a word to the next, and from a word to the one before it.
        self.moves = np.stack([onward, onward.T])
        self.outside = self.labels.index("O")
        self.person = [i for i, name in enumerate(self.labels) if name.endswith("-PER")]

    def _emission(self, word: str) -> bytes:
        """What `word` adds to each label of the words around it, by distance: the numbers of REACH x labels."""
        block = np.zeros((len(REACH), len(self.labels)), np.float32)
        for feature in word_features(word):
            if (own := self.words.get(feature)) is not None:
                block += own
        return block.tobytes()

    def _forbid_orphans(self, transitions: Matrix) -> None:
        """`I-X` follows `B-X` or `I-X` and nothing else."""
        for j, after in enumerate(self.labels):
            for i, before in enumerate(self.labels):
                if after.startswith("I-") and before[2:] != after[2:]:
                    transitions[i, j] = -np.inf


@cache
def model() -> Weights:
    """The weights that ship with the package."""
    packed = files(__package__).joinpath("model", "weights.tsv.gz").read_bytes()
    return Weights(gzip.decompress(packed).decode("utf-8").splitlines())


def _scores(weights: Weights, flat: Sequence[str]) -> Numbers:
    """Label scores of each word of `flat`, which begins and ends with two edges."""
    size, labels = len(flat), len(weights.labels)
    packed = b"".join(map(weights.emission, flat))
    blocks = np.frombuffer(packed, np.float32).reshape(size, len(REACH), labels)
    scores = np.zeros((size, labels))
    for k, distance in enumerate(REACH):
        low, high = max(0, -distance), min(size, size - distance)
        scores[low:high] += blocks[low + distance : high + distance, k]
    kinds = np.fromiter(map(word_class, flat), np.int64, size)
    scores[1:-1] += weights.triples[triple(kinds[:-2], kinds[1:-1], kinds[2:])]  # type: ignore[arg-type]
    return scores


def _chances(weights: Weights, scores: Numbers, first: Places, last: Places) -> Numbers:
    """Probability of each label of each word, read forward and backward at once.

    `first` and `last` (exclusive) bound the pieces that the words are of, outside any name before and after; word 0
    is of none: it fills the steps that a shorter piece does not have.
    """
    local = np.exp(scores - scores.max(1, keepdims=True))
    steps = np.arange((last - first).max())[:, None]
    at = np.where(steps < last - first, [first + steps, last - 1 - steps], 0).swapaxes(0, 1)
    ways = local[at]
    told = np.empty_like(ways)
    told[0] = weights.moves[:, [weights.outside]]
    for step in range(1, len(told)):
        carried = told[step - 1] * ways[step - 1]
        np.matmul(carried / carried.sum(2, keepdims=True), weights.moves, out=told[step])
    forward, backward = np.ones((2, *local.shape))
    forward[at[:, 0]], backward[at[:, 1]] = told[:, 0], told[:, 1]
    chances = forward * backward * local
    return np.asarray(chances / chances.sum(1, keepdims=True))


def _pieces(sentence: Sentence) -> Iterator[Span]:
    """Stretches of capitalised words with a word on either side, where one may be a person's: no name is elsewhere."""
    first = last = 0
    hopeful = False
    for i in sentence.capitals:
        if i - 1 > last or i + 2 - first > _PIECE:
            if hopeful:
                yield first, last
            first, hopeful = max(last, i - 1), False
        last = min(i + 2, len(sentence.words))
        hopeful = hopeful or may_name(sentence.words[i])
    if hopeful:
        yield first, last


def tag(sentences: Sequence[Sentence], weights: Weights | None = None) -> list[Reading]:
    """For each sentence how likely each word is part of a person's name, and of another name."""
    weights = weights or model()
    flat, begins = [EDGE, EDGE], []
    inside, pieces = [0], []
    for sentence in sentences:
        at = len(flat)
        begins.append(at)
        for first, last in _pieces(sentence):
            pieces.append((len(inside), len(inside) + last - first))
            inside += range(at + first, at + last)
        flat += sentence.words
        flat += (EDGE, EDGE)
    named, told = np.zeros(len(flat), np.bool_), np.zeros((2, len(flat)))
    if pieces:
        chances = _chances(weights, _scores(weights, flat)[inside], *np.array(pieces).T)
        person = chances[:, weights.person]
        named[inside] = person.max(1) == chances.max(1)
        told[0, inside] = person.sum(1)
        told[1, inside] = 1 - person.sum(1) - chances[:, weights.outside]
    likeliest, (likely, other) = named.tolist(), told.tolist()
    ends = [begin + len(s.words) for begin, s in zip(begins, sentences, strict=True)]
    return [Reading(likeliest[b:e], likely[b:e], other[b:e]) for b, e in zip(begins, ends, strict=True)]
