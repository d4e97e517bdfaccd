"""What differs from an earlier facts file: new, changed and withdrawn articles, people, figures and the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from readout.story.amounts import qualified, thing
from readout.story.facts import story_to_facts
from readout.story.plain import speaker, when
from readout.story.records import Change, Story

Row = Mapping[str, Any]
Kind = Literal["article", "meeting", "figure", "person", "finding"]
What = Literal["new", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class _Table:
    """How the rows of one table are compared: what they are called, known by, and what they say."""

    kind: Kind
    name: str
    label: Callable[[Row], str]
    marks: Callable[[Row], Iterable[Hashable]]
    says: Callable[[Row], Iterable[object]]


def find_changes(before: Mapping[str, Any], after: Story) -> tuple[Change, ...]:
    """Compare the content of an earlier facts file (`load_facts`) with a story.

    Rows are the same thing where they share most of their words in the articles, or else their id. Only fields
    of the facts file's contract are read, and a missing table counts as empty.
    """
    now = story_to_facts(after)
    return tuple(c for t in _TABLES for c in _differences(t, _rows(t, before), _rows(t, now)))


def _rows(table: _Table, facts: Mapping[str, Any]) -> list[Row]:
    """The rows to compare: `second round` and the like count nothing."""
    return [row for row in facts.get(table.name, ()) if row.get("qualifier") != "ordinal"]


def _differences(table: _Table, before: Sequence[Row], after: Sequence[Row]) -> list[Change]:
    pairs = _paired(_marked(table, before), _marked(table, after))
    left = set(range(len(before))) - {i for i, _ in pairs}
    came = set(range(len(after))) - {j for _, j in pairs}
    found = [_change(table, "changed", before[i], after[j]) for i, j in pairs]
    found += [_change(table, "new", None, after[j]) for j in came]
    found += [_change(table, "withdrawn", before[i], None) for i in left]
    told = (c for c in found if c.before != c.after)
    return sorted(told, key=lambda c: (c.what != "new", c.what, c.subject, c.before or "", c.after or ""))


def _change(table: _Table, what: What, before: Row | None, after: Row | None) -> Change:
    label = table.label(after or before or {})
    old, new = (None if row is None else _in_words(table, row) for row in (before, after))
    return Change(what=what, kind=table.kind, subject=label, before=old, after=new)


def _in_words(table: _Table, row: Row) -> str:
    return " · ".join(_shown(part) for part in table.says(row) if part not in (None, "", []))


def _shown(part: object) -> str:
    return ", ".join(map(str, part)) if isinstance(part, list) else str(part)


def _marked(table: _Table, rows: Sequence[Row]) -> list[list[Hashable]]:
    """What each row is known by; the second of two alike is known as the second."""
    seen: Counter[Hashable] = Counter()
    marked: list[list[Hashable]] = []
    for row in rows:
        marks = list(dict.fromkeys(table.marks(row)))
        seen.update(marks)
        marked.append([(mark, seen[mark]) for mark in marks])
    return marked


def _paired(before: list[list[Hashable]], after: list[list[Hashable]]) -> list[tuple[int, int]]:
    """Rows that are one thing: those that share most marks first, each in one pair."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for i, marks in enumerate(before):
        for mark in marks:
            index[mark].append(i)
    shared = Counter((i, j) for j, marks in enumerate(after) for mark in marks for i in index.get(mark, ()))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for (i, j), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _mentions(row: Row) -> Iterator[Hashable]:
    yield row.get("id")
    yield from map(_place, row.get("mentions", ()))


def _place(mention: Row) -> tuple[Any, ...]:
    return mention["article"], mention["begin"], mention["end"]


def _period(row: Row) -> str | None:
    start, end = row.get("start"), row.get("end")
    return when(f"{start}/{end}" if end and end != start else start) if start else None


def _counted(row: Row) -> str:
    """How many of what: `more than 40 boats sunk`."""
    unit, value = row.get("unit") or "", row.get("value")
    ends = (None if row.get(f) is None else f"{row[f]:,.15g}" for f in ("low", "high"))
    number = (
        " to ".join(end or "unknown" for end in ends)
        if value is None
        else qualified(value, row.get("qualifier") or "exact", unit)
    )
    return " ".join(filter(None, (number, thing(unit, value), row.get("of"))))


def _published(row: Row) -> str:
    day = row.get("published")
    return f"published {when(day)} ({row.get('published_basis')})" if day else "not dated"


_TABLES = (
    _Table(
        "article",
        "articles",
        lambda r: r.get("title") or r["id"],
        lambda r: (r["id"], r.get("sha256") or r["id"]),
        lambda r: (_published(r), r.get("publisher"), f"SHA-256 {str(r.get('sha256'))[:8]}"),
    ),
    _Table(
        "meeting",
        "meetings",
        lambda r: r["title"],
        _mentions,
        lambda r: (r["status"], _period(r), r.get("place"), r.get("sides"), r.get("durations")),
    ),
    _Table(
        "figure",
        "figures",
        lambda r: f"“{r['surface']}” in {r['article']}",
        lambda r: ((r["article"], r["surface"]),),
        lambda r: (
            _counted(r),
            r.get("as_of") and f"as of {when(r['as_of'])}",
            r.get("attribution") and f"according to {speaker(r['attribution'])}",
        ),
    ),
    _Table(
        "person",
        "people",
        lambda r: r["name"],
        _mentions,
        # Every article words the lesser roles in its own way: they change with each.
        lambda r: (r["name"], r.get("side"), r.get("roles", [])[:1]),
    ),
    _Table(
        "finding",
        "findings",
        lambda r: f"{r['subject']} ({r['kind']})",
        lambda r: ((r["kind"], r["subject"]), *((r["kind"], *_place(s)) for s in r.get("statements", ()))),
        lambda r: (r.get("verdict"), r.get("explanation")),
    ),
)
