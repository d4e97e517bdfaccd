"""Train the name tagger and measure it: same corpora in, same weights out.

    python tools/train_names.py                    write lib/readout/extract/people/model/weights.tsv.gz
    python tools/train_names.py --cross-validate   people in re3d, each fifth of its documents by a model of the rest

Reads ../shared/train (wikigold, Broad Twitter Corpus, GUM) and ../shared/eval/data/re3d. python-crfsuite trains; the
package itself only reads the weights.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MODEL = ROOT / "lib/readout/extract/people/model/weights.tsv.gz"
sys.path[:0] = [str(ROOT / "lib"), str(SHARED / "eval")]

import pycrfsuite  # noqa: E402
import re3d  # noqa: E402

from readout.corpus import Article  # noqa: E402
from readout.extract.people import find_people, tagger  # noqa: E402
from readout.extract.people.features import CLASSES, EDGE, REACH, features_at, kinds, word_class  # noqa: E402
from readout.extract.people.tokens import offsets_of, words_in  # noqa: E402
from readout.lexicon import words  # noqa: E402
from readout.text import split_sentences  # noqa: E402

# L1 keeps the model small, L2 keeps it calm; both chosen on documents that the model had not seen.
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 2}
BTC_SECTIONS = ("g", "f", "e")
NOT_NAMES = frozenset(
    [
        "i",
        "he",
        "she",
        "they",
        "we",
        "you",
        "it",
        "who",
        "my",
        "his",
        "her",
        "their",
        "our",
        "your",
        "its",
        "this",
        "that",
        "these",
        "those",
        "the",
        "a",
        "an",
        "him",
        "them",
        "us",
        "me",
    ]
)
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with a BIO label a word."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def tokenize(text: str, begin: int, end: int) -> list[tuple[str, int, int]]:
    """Words of `text[begin:end]` with their places."""
    own = words_in(text[begin:end])
    return [(word, b, e) for word, (b, e) in zip(own, offsets_of(own, text, begin), strict=True)]


def labelled(text: str, begin: int, end: int, spans: Sequence[Span]) -> Example | None:
    """`text[begin:end]` as an example; `spans` are (begin, end, kind) and do not overlap."""
    tokens = tokenize(text, begin, end)
    labels = []
    for _, b, e in tokens:
        kind = next((s for s in spans if s[0] <= b and e <= s[1]), None)
        labels.append("O" if kind is None else ("B-" if b == kind[0] else "I-") + kind[2])
    for i, label in enumerate(labels):
        if label.startswith("I-") and (i == 0 or labels[i - 1][2:] != label[2:]):
            labels[i] = "B-" + label[2:]
    return Example(tuple(t[0] for t in tokens), tuple(labels)) if tokens else None


def joined(rows: Sequence[tuple[str, str]]) -> Example | None:
    """Columns of words and kinds as an example, cut into words the way that articles are."""
    text, spans, last = "", [], ""
    for word, label in rows:
        begin = len(text)
        text += word
        kind = label[2:] if label != "O" else ""
        if kind and kind == last and not label.startswith("B-") and spans:
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind:
            spans.append((begin + (word[0] in "#@" and len(word) > 1), len(text), kind))
        last = kind
        text += " "
    return labelled(text, 0, len(text), spans)


def blocks(path: Path) -> Iterator[list[list[str]]]:
    """Runs of non-empty lines, split into columns."""
    block: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            block.append(line.split("\t") if "\t" in line else line.rsplit(" ", 1))
        elif block:
            yield block
            block = []


def conll(path: Path) -> Iterator[Example]:
    """Sentences of a CoNLL file (wikigold, BTC)."""
    for block in blocks(path):
        if example := joined([(c[0], c[1]) for c in block if len(c) > 1 and not c[0].startswith("http")]):
            yield example


def is_title(word: str) -> bool:
    """Whether `word` is a title, an honorific or a role rather than part of a name."""
    return bool({"honorific", "title", "role"} & set(kinds(word)))


def gum(path: Path) -> Iterator[Example]:
    """Sentences of a GUM file: of every mention only the capitalised words that bear a name."""
    short = {"person": "PER", "organization": "ORG", "place": "LOC"}
    for block in blocks(path):
        rows, last = [], ""
        for word, kind, *_ in block:
            name = short.get(kind, "")
            if name and not (word[0].isupper() and word.lower() not in NOT_NAMES):
                name = ""
            if name == "PER" and is_title(word):
                name = ""
            rows.append((word, (("I-" if last == name else "B-") + name) if name else "O"))
            last = name
        if example := joined(rows):
            yield example


def name_inside(text: str, begin: int, end: int, others: Sequence[tuple[int, int]]) -> Span | None:
    """The name within a person phrase: its last run of capitalised words before a comma that are no titles."""
    cut = min((i for i in (text.find(c, begin, end) for c in ",\n") if i > 0), default=end)
    runs: list[list[tuple[int, int]]] = [[]]
    for word, b, e in tokenize(text, begin, cut):
        beside = any(o[0] <= b and e <= o[1] and o != (begin, end) for o in others)
        if ((word[0].isupper() or word[0] in '“”"-') and not beside and not is_title(word)) or (
            "particle" in kinds(word) and runs[-1]
        ):
            runs[-1].append((b, e))
        elif runs[-1]:
            runs.append([])
    whole = [r for r in runs if r]
    return (whole[-1][0][0], whole[-1][-1][1], "PER") if whole else None


def re3d_examples(
    docs: Iterable[re3d.Doc], others: dict[str, list[tuple[int, int, str]]]
) -> Iterator[Example]:
    """Sentences of conflict reports."""
    for doc in docs:
        around = others.get(doc.name, [])
        names = [
            n for b, e in doc.named if (n := name_inside(doc.text, b, e, [(o[0], o[1]) for o in around]))
        ]
        spans = list(names)
        for b, e, kind in around:
            if not any(b < n[1] and n[0] < e for n in spans):
                spans.append((b, e, kind))
        for b, e in split_sentences(doc.text):
            if example := labelled(doc.text, b, e, spans):
                yield example


def re3d_others() -> dict[str, list[Span]]:
    """Names of other kinds in re3d, by document: the capitalised part of each organisation, place and weapon."""
    short = {
        "Organisation": "ORG",
        "Location": "LOC",
        "MilitaryPlatform": "MISC",
        "Weapon": "MISC",
        "Nationality": "MISC",
    }
    out: dict[str, list[Span]] = defaultdict(list)
    for folder in sorted((SHARED / "eval/data/re3d").iterdir()):
        for e in sorted(re3d.read_lines(folder / "entities.json"), key=lambda e: (e["begin"], -e["end"])):
            if e["type"] in short and e["confidence"] >= 0.5:
                caps = [
                    t
                    for t in tokenize(e["value"], 0, len(e["value"]))
                    if t[0][0].isupper() and t[0].lower() not in NOT_NAMES
                ]
                span = (e["begin"] + caps[0][1], e["begin"] + caps[-1][2], short[e["type"]]) if caps else None
                if span and not any(span[0] < o[1] and o[0] < span[1] for o in out[e["documentId"]]):
                    out[e["documentId"]].append(span)
    return out


def general_examples() -> list[Example]:
    """All that is trained on beside re3d."""
    train = SHARED / "train"
    out = list(conll(train / "wikigold/wikigold.conll"))
    for section in BTC_SECTIONS:
        out += conll(train / f"btc/{section}.conll")
    for path in sorted((train / "gum").glob("*.tsv")):
        out += gum(path)
    return [*out, *renamed(out, surnames(out))]


def renamed(examples: Sequence[Example], names: Sequence[str], seed: int = 7) -> Iterator[Example]:
    """Every second sentence that names people once more, with other people: what counts is where a name stands."""
    chance = random.Random(seed)
    given = sorted(words("given_names"))
    for example in [e for e in examples if "B-PER" in e.labels][::2]:
        own = []
        for i, (word, label) in enumerate(zip(example.words, example.labels, strict=True)):
            follows = example.labels[i + 1 : i + 2] == ["I-PER"]
            if label.endswith("-PER") and word[0].isupper() and len(word) > 2:
                word = chance.choice(given).title() if label == "B-PER" and follows else chance.choice(names)
            own.append(word)
        yield Example(tuple(own), example.labels)


def surnames(examples: Sequence[Example]) -> list[str]:
    """Last words of names in `examples`."""
    out = set()
    for example in examples:
        for word, label, after in zip(example.words, example.labels, [*example.labels[1:], "O"], strict=True):
            if label == "I-PER" and after != "I-PER" and word[0].isupper() and len(word) > 3:
                out.add(word)
    return sorted(out)


def attributes(own: Sequence[str]) -> list[list[str]]:
    """crfsuite's view of a sentence: for each word the names of its features."""
    padded = [EDGE, EDGE, *own, EDGE, EDGE]
    classes = [word_class(w) for w in padded]
    out = []
    for i in range(2, len(padded) - 2):
        near = [f for d in REACH for f in features_at(padded[i + d], d)]
        near.append("t:" + "|".join(CLASSES[c] for c in classes[i - 1 : i + 2]))
        out.append(near)
    return out


def train(examples: Iterable[Example]) -> list[str]:
    """The trained model as the lines of its file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for example in examples:
        trainer.append(attributes(example.words), list(example.labels))
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        crf = pycrfsuite.Tagger()
        crf.open(f"{folder}/model")
        info = crf.info()
        crf.close()
    return model_lines(sorted(info.labels), info.state_features, info.transitions)


def model_lines(
    labels: list[str], state: dict[tuple[str, str], float], moves: dict[tuple[str, str], float]
) -> list[str]:
    """The model's file: a row of labels, then a row a feature with its weights at two decimals."""
    rows: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0] * len(labels))
    for (before, after), weight in moves.items():
        rows["transition", before][labels.index(after)] = weight
    for (feature, label), weight in state.items():
        where, name = feature.split(":", 1)
        rows["triple" if where == "t" else where, name][labels.index(label)] = weight
    lines = ["\t".join(["labels", *labels])]
    for (kind, name), weights in sorted(rows.items()):
        cells = [
            f"{w:.2f}".replace("-0.00", "0").replace("0.00", "0") if abs(w) < 0.005 else f"{w:.2f}"
            for w in weights
        ]
        if any(float(c) for c in cells):
            lines.append("\t".join([kind, name, *cells]))
    return lines


def people_of(weights: tagger.Weights) -> Callable[[str], list[tuple[int, int, str]]]:
    """A system as re3d.py calls it, with `weights` in place of the shipped ones."""

    def system(text: str) -> list[tuple[int, int, str]]:
        people, _ = find_people(Article(id="a", path="a", text=text), (), (), weights=weights)
        return [(p.begin, p.end, "Person") for p in people]

    return system


def cross_validate(folds: int) -> None:
    """Print right F1 of named people in re3d, each document read by a model that was not trained on it."""
    docs, others, base = re3d.load(SHARED / "eval/data/re3d", "dev"), re3d_others(), general_examples()
    systems = {}
    for fold in range(folds):
        rest = [d for i, d in enumerate(docs) if i % folds != fold]
        weights = tagger.Weights(train([*base, *re3d_examples(rest, others)]))
        systems.update({d.text: people_of(weights) for i, d in enumerate(docs) if i % folds == fold})
    scores, _, errors = re3d.evaluate(lambda text: systems[text](text), docs, ("Person",))
    row = scores["Person:named"].row()
    print("Person:named  P {P:.3f}  R {R:.3f}  F1 {F1:.3f}  right F1 {rightF1:.3f}".format(**row))
    for kind, _, doc, (b, e) in errors:
        print(
            f"{kind:5} ...{doc.text[max(0, b - 40) : b]}[{doc.text[b:e]}]{doc.text[e : e + 25]}".replace(
                "\n", " "
            )
        )


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("-o", "--output", type=Path, default=MODEL)
    args = parser.parse_args()
    if args.cross_validate:
        cross_validate(args.folds)
        return
    docs = re3d.load(SHARED / "eval/data/re3d", "dev")
    lines = train([*general_examples(), *re3d_examples(docs, re3d_others())])
    packed = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    args.output.write_bytes(packed)
    print(f"{args.output}: {len(lines)} rows, {len(packed)} bytes")


if __name__ == "__main__":
    main()
