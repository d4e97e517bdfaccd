"""The name tagger: a linear-chain CRF whose weights are data, decoded for all sentences of a text at once."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from readout.extract.people.features import CLASSES, EDGE, REACH, triple, word_class, word_features

Matrix = NDArray[np.float32]
# Sentences are read in pieces of so many words at most: decoding takes steps as many as the longest has words.
_PIECE = 120


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

    def _forbid_orphans(self) -> None:
        """`I-X` follows `B-X` or `I-X` and nothing else."""
        for j, after in enumerate(self.labels):
            for i, before in enumerate(self.labels):
                if after.startswith("I-") and before[2:] != after[2:]:
                    self.transitions[i, j] = -1e4


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
    """Label scores of each word of `flat`, in which two edges part the sentences and stand at both ends."""
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


def _decode(weights: Weights, scores: Matrix, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Best label of each word: pieces x longest piece (Viterbi; what lies beyond a piece's end is noise)."""
    pieces, longest, size = scores.shape
    back = np.zeros((pieces, longest, size), np.int64)
    starts = np.array([-1e4 if label.startswith("I-") else 0.0 for label in weights.labels], np.float32)
    best = scores[:, 0] + starts
    finals = np.zeros((pieces, size), np.float32)
    finals[lengths == 1] = best[lengths == 1]
    for t in range(1, longest):
        paths = best[:, :, None] + weights.transitions[None]
        back[:, t] = paths.argmax(1)
        best = paths.max(1) + scores[:, t]
        finals[lengths == t + 1] = best[lengths == t + 1]
    out = np.zeros((pieces, longest), np.int64)
    label = finals.argmax(1)
    every = np.arange(pieces)
    for t in range(longest - 1, -1, -1):
        inside = t < lengths
        out[inside, t] = label[inside]
        label = np.where(inside, back[every, t, label], label)
    return out


def tag(sentences: Sequence[Sequence[str]], weights: Weights | None = None) -> list[list[str]]:
    """Labels (`B-PER`, `I-PER`, `O` and so on) of the words of each sentence."""
    weights = weights or model()
    pieces = [
        (s, at, min(len(words), at + _PIECE))
        for s, words in enumerate(sentences)
        for at in range(0, len(words), _PIECE)
    ]
    if not pieces:
        return [[] for _ in sentences]
    flat, begins = [EDGE, EDGE], []
    for words in sentences:
        begins.append(len(flat))
        flat += [*words, EDGE, EDGE]
    scores = _scores(weights, flat)
    lengths = np.array([end - at for _, at, end in pieces], np.int64)
    padded = np.zeros((len(pieces), int(lengths.max()), len(weights.labels)), np.float32)
    for row, (s, at, end) in enumerate(pieces):
        padded[row, : end - at] = scores[begins[s] + at : begins[s] + end]
    best = _decode(weights, padded, lengths)
    out: list[list[str]] = [[] for _ in sentences]
    for row, (s, at, end) in enumerate(pieces):
        out[s] += [weights.labels[i] for i in best[row, : end - at].tolist()]
    return out
