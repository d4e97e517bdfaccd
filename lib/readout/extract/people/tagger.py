"""The name tagger: a linear-chain CRF whose weights are data, decoded for all sentences of a text at once."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from readout.extract.people.features import CLASSES, EDGE, REACH, triple, word_class, word_features
from readout.extract.people.page import Sentence, Span

Matrix = NDArray[np.float32]
# A piece has so many words at most: decoding takes steps as many as the longest piece has words.
_PIECE = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger makes of one sentence: a label a word, and how likely it is a person's, or another name's."""

    labels: list[str]
    person: list[float]
    other: list[float]


class Weights:
    """The model as read from its file: what each feature, class triple and transition adds to each label."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.labels = tuple(lines[0].split("\t")[1:])
        size = len(self.labels)
        self.words: dict[str, Matrix] = {}
        self.triples: Matrix = np.zeros((len(CLASSES) ** 3, size), np.float32)
        self.transitions: Matrix = np.zeros((size, size), np.float32)
        for line in lines[1:]:
            kind, name, *cells = line.split("\t")
            row = np.array(cells, np.float32)
            if kind == "transition":
                self.transitions[self.labels.index(name)] = row
            elif kind == "triple":
                before, here, after = (CLASSES.index(c) for c in name.split("|"))
                self.triples[triple(before, here, after)] = row
            else:
                block = self.words.setdefault(name, np.zeros((len(REACH), size), np.float32))
                block[REACH.index(int(kind))] = row
        self._forbid_orphans()
        self.outside = self.labels.index("O")
        self.person = [i for i, name in enumerate(self.labels) if name.endswith("-PER")]

    def _forbid_orphans(self) -> None:
        """`I-X` follows `B-X` or `I-X` and nothing else."""
        for j, after in enumerate(self.labels):
            for i, before in enumerate(self.labels):
                if after.startswith("I-") and before[2:] != after[2:]:
                    self.transitions[i, j] = -np.inf


@cache
def model() -> Weights:
    """The weights that ship with the package."""
    packed = files(__package__).joinpath("model", "weights.tsv.gz").read_bytes()
    return Weights(gzip.decompress(packed).decode("utf-8").splitlines())


@lru_cache(maxsize=65536)
def _emission(weights: Weights, word: str) -> Matrix:
    """What `word` adds to each label of the words around it, by distance: REACH x labels."""
    block = np.zeros((len(REACH), len(weights.labels)), np.float32)
    for feature in word_features(word):
        if (own := weights.words.get(feature)) is not None:
            block += own
    return block


def _scores(weights: Weights, flat: Sequence[str]) -> Matrix:
    """Label scores of each word of `flat`, which begins and ends with two words that only stand around others."""
    rows = {w: i for i, w in enumerate(dict.fromkeys(flat))}
    blocks = np.stack([_emission(weights, w) for w in rows])
    classes = np.array([word_class(w) for w in rows], np.int64)
    ids = np.array([rows[w] for w in flat], np.int64)
    size = len(ids)
    scores = np.zeros((size, len(weights.labels)), np.float32)
    for k, distance in enumerate(REACH):
        low, high = max(0, -distance), min(size, size - distance)
        scores[low:high] += blocks[ids[low + distance : high + distance], k]
    kinds = classes[ids]
    scores[1:-1] += weights.triples[triple(kinds[:-2], kinds[1:-1], kinds[2:])]  # type: ignore[arg-type]
    return scores


def _marginals(weights: Weights, scores: Matrix, lengths: NDArray[np.int64]) -> Matrix:
    """Probability of each label of each word (forward and backward); what lies beyond a piece's end is noise."""
    moves = np.exp(weights.transitions)
    local = np.exp(scores - scores.max(2, keepdims=True))
    forward, backward = np.empty_like(local), np.ones_like(local)
    forward[:, 0] = local[:, 0] * moves[weights.outside]
    for t in range(1, local.shape[1]):
        step = forward[:, t - 1] @ moves * local[:, t]
        forward[:, t] = step / step.sum(1, keepdims=True)
    for t in range(local.shape[1] - 2, -1, -1):
        step = (backward[:, t + 1] * local[:, t + 1]) @ moves.T
        inside = (t + 1 < lengths)[:, None]
        backward[:, t] = np.where(inside, step / step.sum(1, keepdims=True), 1.0)
    both = forward * backward
    return np.asarray(both / both.sum(2, keepdims=True), np.float32)


def _pieces(sentence: Sentence) -> Iterator[Span]:
    """Stretches of capitalised words with a word on either side: nowhere else can a name be."""
    first = last = 0
    for i in sentence.capitals:
        if i - 1 > last or i + 2 - first > _PIECE:
            if last:
                yield first, last
            first = max(last, i - 1)
        last = min(i + 2, len(sentence.words))
    if last:
        yield first, last


def _around(
    sentences: Sequence[Sentence], pieces: Sequence[tuple[int, int, int]]
) -> tuple[list[str], list[int]]:
    """The words of all pieces, each with the two words or edges on either side, and where each piece begins."""
    flat: list[str] = []
    begins = []
    for i, first, last in pieces:
        own = sentences[i].words
        before, after = own[max(0, first - 2) : first], own[last : last + 2]
        flat += [EDGE] * (2 - len(before)) + before
        begins.append(len(flat))
        flat += own[first:last] + after + [EDGE] * (2 - len(after))
    return flat, begins


def tag(sentences: Sequence[Sentence], weights: Weights | None = None) -> list[Reading]:
    """For each sentence the likeliest label of each word, and how likely it is part of a person's name."""
    weights = weights or model()
    out = [Reading(["O"] * len(s.words), [0.0] * len(s.words), [0.0] * len(s.words)) for s in sentences]
    pieces = [(i, first, last) for i, s in enumerate(sentences) for first, last in _pieces(s)]
    if not pieces:
        return out
    flat, begins = _around(sentences, pieces)
    scores = _scores(weights, flat)
    lengths = np.array([last - first for _, first, last in pieces], np.int64)
    padded = np.zeros((len(pieces), int(lengths.max()), len(weights.labels)), np.float32)
    for row, (_, first, last) in enumerate(pieces):
        padded[row, : last - first] = scores[begins[row] : begins[row] + last - first]
    chances = _marginals(weights, padded, lengths)
    labels, person = chances.argmax(2).tolist(), chances[:, :, weights.person].sum(2)
    other = (1 - person - chances[:, :, weights.outside]).tolist()
    person = person.tolist()
    for row, (i, first, last) in enumerate(pieces):
        out[i].labels[first:last] = [weights.labels[n] for n in labels[row][: last - first]]
        out[i].person[first:last] = person[row][: last - first]
        out[i].other[first:last] = other[row][: last - first]
    return out
