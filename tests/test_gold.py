"""Sixty-three articles on many stories (a strike, a quake, a truce, a ferry): what is found, against gold of our own.

A file is a story of one article, a folder is one of several; one folder has seven that have nothing in common. Most
are in many newspapers' manners, and their gold was made before any run had read them: each set of them has floors of
its own. The floors are what a run has reached: raise them, never lower them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from readout.corpus import read_articles
from readout.extract import extract
from readout.story import build_story
from readout.story.facts import story_to_facts

STORIES = Path(__file__).parent / "gold" / "stories"
Row = dict[str, Any]
MANNERS = {
    "barrage-selenia-webpage",
    "climate-port-lisle-live",
    "exchange-maridia-explainer",
    "ferry-meghla-daily",
    "quake-apacheta-sitrep",
    "quake-apacheta-wire",
    "rail-pennine-broadsheet",
    "rail-pennine-trade",
    "zambara-talks-longform",
    "zambara-talks-note",
}
WIRES = {
    "airline-passaat-financial",
    "border-yaracui-latin",
    "cholera-malawi-update",
    "coup-dorimba-broadcaster",
    "cyclone-vayla-daily",
    "hostages-tessala-broadcaster",
    "nuclear-kuwait-agency",
    "nuclear-kuwait-gulfdaily",
    "wildfire-mercer-local",
    "wildfire-mercer-wire",
}
KINDS = {
    "eggs-explainer",
    "flood-sitrep",
    "paper-results",
    "plane-wire",
    "port-live",
    "sugarcane-daily",
}
FLOORS = {  # precision and recall
    "short": {
        "dates": (0.98, 1.00),
        "durations": (1.00, 1.00),
        "people": (1.00, 1.00),
        "figures": (0.98, 1.00),
    },
    "manners": {
        "dates": (0.98, 0.99),
        "durations": (1.00, 0.97),
        "people": (0.98, 0.97),
        "figures": (1.00, 1.00),
    },
    "wires": {
        "dates": (1.00, 0.99),
        "durations": (1.00, 1.00),
        "people": (1.00, 1.00),
        "figures": (1.00, 1.00),
    },
    "kinds": {
        "dates": (0.96, 0.89),
        "durations": (0.96, 0.96),
        "people": (1.00, 1.00),
        "figures": (0.96, 0.97),
    },
    "canal": {
        "dates": (0.96, 0.96),
        "durations": (0.94, 0.85),
        "people": (1.00, 1.00),
        "figures": (0.97, 0.97),
    },
    "mine": {
        "dates": (0.95, 1.00),
        "durations": (0.95, 0.95),
        "people": (1.00, 1.00),
        "figures": (0.92, 0.98),
    },
    "englishes": {
        "dates": (0.93, 0.97),
        "durations": (0.97, 0.97),
        "people": (0.90, 1.00),
        "figures": (0.97, 0.99),
    },
    "desert": {
        "dates": (0.95, 0.76),
        "durations": (0.94, 0.86),
        "people": (0.97, 0.92),
        "figures": (0.94, 0.98),
    },
    "dam": {
        "dates": (0.90, 0.69),
        "durations": (1.00, 0.97),
        "people": (0.94, 0.97),
        "figures": (0.91, 0.92),
    },
}
GROUPS = {
    "englishes": {"seven-stories"},
    "desert": {"desert-truce"},
    "dam": {"dam-flood"},
    "manners": MANNERS,
    "wires": WIRES,
    "kinds": KINDS,
    "canal": {"canal-talks"},
    "mine": {"mine-blast"},
}


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def touch(a: str, b: str) -> bool:
    """Whether two wordings overlap: one holds the other."""
    return fold(a) in fold(b) or fold(b) in fold(a)


def day(value: str) -> str:
    """A value without its part of the day."""
    return re.sub(r"T(?:[A-Z]{2}|\d\d.*)$", "", value)


def same_date(gold: Row, found: Row) -> bool:
    accepted = {day(v) for v in (gold["value"], gold.get("day", ""), *gold.get("accept", ())) if v}
    return touch(gold["surface"], found["surface"]) and day(found["value"] or "") in accepted


def same_duration(gold: Row, found: Row) -> bool:
    return touch(gold["surface"], found["surface"]) and gold["value"].replace("PXH", "PTXH") == found["value"]


def same_person(gold: Row, found: Row) -> bool:
    return any(
        fold(gold["name"]).replace("-", " ") == fold(n).replace("-", " ")
        for n in (found["name"], *found["aliases"])
    )


def same_figure(gold: Row, found: Row) -> bool:
    if gold.get("qualifier") == "vague" or gold.get("value") is None:
        return touch(gold["surface"], found["surface"]) and found["low"] is not None
    shared = set(fold(gold["surface"]).split()) & set(fold(found["surface"]).split())
    value = found["value"]
    return bool(shared) and value is not None and abs(value - gold["value"]) <= 1e-4 * max(1.0, gold["value"])


SAME: dict[str, Callable[[Row, Row], bool]] = {
    "dates": same_date,
    "durations": same_duration,
    "people": same_person,
    "figures": same_figure,
}


def beside_the_point(kind: str, found: Row, unsure: Iterable[str]) -> bool:
    """Vague references, lengths without a number, bare ordinals, and what the annotator was unsure of."""
    value = str(found.get("value") or "")
    if (kind == "dates" and (value.endswith("_REF") or not value)) or (kind == "durations" and "X" in value):
        return True
    surface = fold(found.get("surface") or found["name"])
    return found.get("qualifier") == "ordinal" or any(surface in fold(note) for note in unsure)


def compare(
    kind: str, gold: list[Row], found: list[Row], unsure: Iterable[str]
) -> tuple[int, list[str], list[str]]:
    """How many are right, what was missed and what is too much. Optional gold counts neither way."""
    left, missed, right = list(found), [], 0
    for want in sorted(gold, key=lambda g: bool(g.get("optional"))):
        hit = next((f for f in left if SAME[kind](want, f)), None)
        if hit is not None:
            left.remove(hit)
            right += not want.get("optional")
        elif not want.get("optional"):
            missed.append(want.get("surface") or want["name"])
    extra = [f.get("surface") or f["name"] for f in left if not beside_the_point(kind, f, unsure)]
    return right, missed, extra


def stories() -> list[tuple[str, list[Path]]]:
    """Each story's name and its articles' files, each of which has its gold beside it."""
    told = sorted(p for p in STORIES.iterdir() if p.suffix != ".json")
    return [
        (p.stem, sorted(f for f in p.iterdir() if f.suffix != ".json") if p.is_dir() else [p]) for p in told
    ]


def facts_of(files: list[Path]) -> dict[str, Row]:
    """Facts by file name: those of the story that stand in the file's article."""
    facts = story_to_facts(build_story([extract(a) for a in read_articles(files).articles]))
    found: dict[str, Row] = {}
    for article in facts["articles"]:
        own: Row = {
            kind: [f for f in facts[kind] if f["article"] == article["id"]]
            for kind in SAME
            if kind != "people"
        }
        own["people"] = [
            p for p in facts["people"] if any(m["article"] == article["id"] for m in p["mentions"])
        ]
        found[Path(article["path"]).name] = own
    return found


def gold_of(file: Path) -> Row:
    gold: Row = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    return gold | {"people": gold["participants"]}


Scores = dict[tuple[str, str], tuple[int, list[str], list[str]]]


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Over all stories of a group: right, missed and extra by kind."""
    total: Scores = {(group, kind): (0, [], []) for group in FLOORS for kind in SAME}
    for name, files in stories():
        group = next((g for g, names in GROUPS.items() if name in names), "short")
        facts = facts_of(files)
        for file, kind in product(files, SAME):
            gold = gold_of(file)
            right, missed, extra = compare(kind, gold[kind], facts[file.name][kind], gold.get("unsure", ()))
            was = total[group, kind]
            tell = [f"{file.stem}: {x}" for x in missed], [f"{file.stem}: {x}" for x in extra]
            total[group, kind] = (was[0] + right, was[1] + tell[0], was[2] + tell[1])
    return total


@pytest.mark.parametrize("kind", SAME)
@pytest.mark.parametrize("group", FLOORS)
def test_stories_of_many_kinds(scores: Scores, group: str, kind: str) -> None:
    right, missed, extra = scores[group, kind]
    precision, recall = right / (right + len(extra)), right / (right + len(missed))
    floor = FLOORS[group][kind]
    assert precision >= floor[0], f"too much {extra}"
    assert recall >= floor[1], f"missed {missed}"


def test_nobody_who_must_never_be_named_is() -> None:
    for name, files in stories():
        named = {fold(p["name"]) for facts in facts_of(files).values() for p in facts["people"]}
        never = {fold(n) for file in files for n in gold_of(file).get("never", ())}
        assert not named & never, name
