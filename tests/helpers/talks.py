"""A story written for these tests: fishery talks that never took place, with all a report has to show."""

# ruff: noqa: E501 (rows of a table read better unbroken)

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from readout.corpus import Article
from readout.extract import DurationMention, FigureMention, MeetingMention, PersonMention, Statement
from readout.story import Change, Correction, Evidence, Finding, Meeting, Person, Session, Story

_TEXTS = {
    "a-harbour-wire": """Norway, Iceland and the Faroes open quota talks in Reykjavik
Negotiators of Norway, Iceland and the Faroe Islands met in Reykjavik on Monday for two days of talks.
Fisheries Minister Ingrid Solberg-Haugen leads the Norwegian team, Sigríður Jónsdóttir that of Iceland.
A dinner of the three ministers on the eve of the talks lasted some four hours, said Tor Eide, a spokesman.
More than 420 trawlers lay idle in port on Monday, the shipowner Poul Djurhuus said.
Thousands of crew members have been without pay since the dispute began.""",
    "b-north-post": """Dinner in Reykjavik ends without a deal
The ministers talked for almost four hours, the envoy Birkir Thorsson said.
Talks go on for two days, Monday and Tuesday, in the Icelandic capital.
Hundreds of crew members are without pay, according to the union leader Annika Joensen.
Mikkel Aasen, a state secretary, and Liv Brandt, the chief scientist, sit beside Ms. Solberg-Haugen.""",
    "c-skagen-daily": """Quota talks to resume on 20 March
The second round will be held on 20 March in Reykjavik, Tor Eide said, calling the date a working assumption.
More than 260 trawlers were still idle on Thursday, Mr. Djurhuus said.
Halla Egilsdóttir and Már Stefánsson joined the Icelandic delegation.
The first round took two days.""",
    "d-harbour-wire-2": """Second round put off
The talks planned for 20 March will be held on 24 March, said Sigridur Jonsdottir, the Icelandic minister.
Odd Nygaard, a ship inspector, and Jógvan Restorff, who heads the Faroese delegation, gave no reason.
The dispute has gone on for three months.""",
    "e-north-post-2": """Deal on 1,150 tonnes after second round
The second round, held in Reykjavik on 24 and 25 March, ended with a deal on 1,150 tonnes of mackerel.
Negotiators sat for about six hours and a quarter on Tuesday and for three hours on Wednesday.
“It is a start,” said Rannvá Lamhauge, who speaks for the Faroese.
A third round is planned for 14 April in Torshavn.
Fewer than 90 trawlers were idle on Wednesday, Mr. Djurhuus said.""",
}
_ARTICLES = {
    "a-harbour-wire": ("Harbour Wire", date(2026, 3, 9), "stated", "dateline: 9 March 2026"),
    "b-north-post": ("The North Post", date(2026, 3, 10), "inferred", "its dinner and its two days of talks are those of article 1"),
    "c-skagen-daily": ("Skagen Daily", date(2026, 3, 13), "stated", "dateline: 13 March 2026"),
    "d-harbour-wire-2": ("Harbour Wire", date(2026, 3, 18), "inferred", "after article 3, which has the old date, and before the new one"),
    "e-north-post-2": ("The North Post", date(2026, 3, 26), "stated", "front matter"),
}  # fmt: skip
_PEOPLE = (
    ("Ingrid Solberg-Haugen", "Norway", "fisheries minister", "Norway", {"a": "Ingrid Solberg-Haugen", "b": "Solberg-Haugen"}),
    ("Tor Eide", "Norway", "spokesman", None, {"a": "Tor Eide", "c": "Tor Eide"}),
    ("Mikkel Aasen", "Norway", "state secretary", None, {"b": "Mikkel Aasen"}),
    ("Liv Brandt", "Norway", "chief scientist", None, {"b": "Liv Brandt"}),
    ("Odd Nygaard", "Norway", "ship inspector", None, {"d": "Odd Nygaard"}),
    ("Sigríður Jónsdóttir", "Iceland", "minister", "Iceland", {"a": "Sigríður Jónsdóttir", "d": "Sigridur Jonsdottir"}),
    ("Birkir Thorsson", "Iceland", "envoy", None, {"b": "Birkir Thorsson"}),
    ("Halla Egilsdóttir", "Iceland", None, None, {"c": "Halla Egilsdóttir"}),
    ("Már Stefánsson", "Iceland", None, None, {"c": "Már Stefánsson"}),
    ("Poul Djurhuus", "Faroe Islands", "shipowner", None, {"a": "Poul Djurhuus", "c": "Djurhuus", "e": "Djurhuus"}),
    ("Annika Joensen", "Faroe Islands", "union leader", None, {"b": "Annika Joensen"}),
    ("Jógvan Restorff", "Faroe Islands", "head of the delegation", "Faroe Islands", {"d": "Jógvan Restorff"}),
    ("Rannvá Lamhauge", "Faroe Islands", "speaker", None, {"e": "Rannvá Lamhauge"}),
)  # fmt: skip


def article(name: str, text: str, *known: Any) -> Article:
    """An article of `text`; `known` is publisher, date, basis and evidence."""
    publisher, published, basis, evidence = known or (None, None, "unknown", "")
    return Article(
        id=name,
        path=f"articles/{name}.txt",
        text=text,
        title=text.split("\n")[0],
        publisher=publisher,
        published=published,
        published_basis=basis,
        published_evidence=evidence,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


class _Place:
    """Finds words in the articles: `("a", "two days")` is where article a has them."""

    def __init__(self) -> None:
        self.articles = {k[0]: article(k, _TEXTS[k], *known) for k, known in _ARTICLES.items()}

    def __call__(self, key: str, words: str) -> dict[str, Any]:
        found = self.articles[key]
        begin = found.text.index(words)
        return {"article": found.id, "begin": begin, "end": begin + len(words), "surface": words}

    def evidence(self, key: str, words: str, prop: str, value: str, subject: str = "") -> Evidence:
        span = self(key, words)
        del span["surface"]
        return Evidence(subject=subject, property=prop, value=value, **span)


def talks() -> Story:
    """The whole story."""
    at = _Place()
    return Story(
        articles=tuple(at.articles.values()),
        durations=tuple(s.mention for m in _meetings(at) for s in m.sessions),
        people=tuple(_person(at, *row) for row in _PEOPLE),
        figures=_figures(at),
        meetings=_meetings(at),
        statements=tuple(s for row in _PEOPLE for s in _statements(at, *row)),
        findings=_findings(at),
        corrections=(
            Correction(
                kind="person",
                target="Odd Nygaard",
                original="Denmark",
                corrected="Norway",
                reason="the ministry's own list names him",
                by="M. Holm",
                applied=True,
            ),
            Correction(
                kind="figure",
                target="mackerel",
                original="1150",
                corrected="1,150 tonnes",
                reason="unit was missing",
                by="M. Holm",
                applied=False,
            ),
        ),
        changes=(
            Change(what="new", kind="article", subject="Deal on 1,150 tonnes after second round"),
            Change(
                what="changed",
                kind="meeting",
                subject="Second round",
                before="2026-03-20",
                after="2026-03-24",
            ),
            Change(what="withdrawn", kind="figure", subject="boats searched", before="12"),
        ),
    )


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _person(
    at: _Place, name: str, side: str, role: str | None, leads: str | None, where: dict[str, str]
) -> Person:
    return Person(
        id=_id(name),
        name=name,
        aliases=tuple(sorted({w for w in where.values() if w != name})),
        side=side,
        roles=(role,) if role else (),
        leads=leads,
        mentions=tuple(PersonMention(person=name, **at(k, w)) for k, w in where.items()),
    )


def _statements(
    at: _Place, name: str, side: str, role: str | None, leads: str | None, where: dict[str, str]
) -> tuple[Statement, ...]:
    key, words = next(iter(where.items()))
    span = at(key, words)
    del span["surface"]
    said = (("side", side), ("role", role), ("leads", leads))
    return tuple(Statement(subject=_id(name), property=p, value=v, **span) for p, v in said if v)  # type: ignore[arg-type]


def _session(at: _Place, day: str, value: str, mod: str | None, key: str, words: str) -> Session:
    mention = DurationMention(value=value, mod=mod, **at(key, words))  # type: ignore[arg-type]
    return Session(day=day, value=value, mod=mod, mention=mention)


def _meetings(at: _Place) -> tuple[Meeting, ...]:
    def said(key: str, words: str, status: str) -> MeetingMention:
        return MeetingMention(title=words, status=status, **at(key, words))  # type: ignore[arg-type]

    sides = ("Norway", "Iceland", "Faroe Islands")
    return (
        Meeting(
            id="m1", title="Ministers' dinner", status="held", start="2026-03-08", place="Reykjavik", sides=sides,
            people=("ingrid-solberg-haugen",),
            sessions=(
                _session(at, "2026-03-08", "PT4H", "APPROX", "a", "some four hours"),
                _session(at, "2026-03-08", "PT4H", "LESS_THAN", "b", "almost four hours"),
            ),
            mentions=(said("a", "A dinner of the three ministers", "held"),),
        ),
        Meeting(
            id="m2", title="First round", status="held", start="2026-03-09", end="2026-03-10", place="Reykjavik",
            sides=sides, round=1, sessions=(_session(at, "2026-03-09", "P2D", None, "a", "two days"),),
            mentions=(
                said("a", "two days of talks", "held"),
                said("b", "Talks go on for two days", "held"),
                said("c", "The first round took two days", "held"),
            ),
        ),
        Meeting(
            id="m3", title="Second round", status="held", start="2026-03-24", end="2026-03-25", place="Reykjavik",
            sides=sides, round=2, slipped_from="2026-03-20",
            sessions=(
                _session(at, "2026-03-24", "PT6H15M", "APPROX", "e", "about six hours and a quarter"),
                _session(at, "2026-03-25", "PT3H", None, "e", "three hours"),
            ),
            mentions=(
                said("c", "The second round will be held on 20 March", "planned"),
                said("d", "will be held on 24 March", "planned"),
                said("e", "The second round, held in Reykjavik", "held"),
            ),
        ),
        Meeting(
            id="m4", title="Third round", status="planned", start="2026-04-14", place="Torshavn", sides=sides, round=3,
            mentions=(said("e", "A third round is planned", "planned"),),
        ),
    )  # fmt: skip


def _figures(at: _Place) -> tuple[FigureMention, ...]:
    boats: dict[str, Any] = {"unit": "trawlers", "of": "idle in port", "attribution": "Poul Djurhuus", "place": "Faroe Islands"}  # fmt: skip
    return (
        FigureMention(value=420, low=420, qualifier="more_than", as_of="2026-03-09", as_of_basis="stated", **boats, **at("a", "More than 420 trawlers")),
        FigureMention(value=None, low=2000, qualifier="vague", unit="crew members", of="without pay", **at("a", "Thousands of crew members")),
        FigureMention(value=None, low=200, high=1000, qualifier="vague", unit="crew members", of="without pay", attribution="Annika Joensen", **at("b", "Hundreds of crew members")),
        FigureMention(value=260, low=260, qualifier="more_than", as_of="2026-03-12", as_of_basis="stated", **boats, **at("c", "More than 260 trawlers")),
        FigureMention(value=1150, unit="tonnes of mackerel", of="agreed catch", as_of="2026-03-26", as_of_basis="published", **at("e", "1,150 tonnes of mackerel")),
        FigureMention(value=90, high=90, qualifier="less_than", as_of="2026-03-25", as_of_basis="stated", **boats, **at("e", "Fewer than 90 trawlers")),
    )  # fmt: skip


def _findings(at: _Place) -> tuple[Finding, ...]:
    one, two, three, five = "a-harbour-wire", "b-north-post", "c-skagen-daily", "e-north-post-2"
    return (
        Finding(
            kind="agreement", subject="First round: two days in Reykjavik", verdict="agree",
            explanation="Three articles say two days.",
            evidence=tuple(at.evidence(k, "two days", "duration", "P2D") for k in "abc"),
            data={"values": [{"value": "P2D", "articles": [one, two, three]}]},
        ),
        Finding(
            kind="compatible", subject="Length of the ministers' dinner", verdict="compatible",
            explanation="Some four hours and almost four hours can both be true.",
            evidence=(
                at.evidence("a", "some four hours", "duration", "some four hours"),
                at.evidence("b", "almost four hours", "duration", "almost four hours"),
            ),
            data={"values": [{"value": "some four hours", "articles": [one]}, {"value": "almost four hours", "articles": [two]}]},
        ),
        Finding(
            kind="conflict", subject="Crew members without pay", verdict="conflict",
            explanation="One article says thousands, one hundreds.",
            evidence=(
                at.evidence("a", "Thousands of crew members", "figure", "thousands"),
                at.evidence("b", "Hundreds of crew members", "figure", "hundreds"),
            ),
            data={"values": [{"value": "thousands", "articles": [one]}, {"value": "hundreds", "articles": [two]}]},
        ),
        Finding(
            kind="series", subject="trawlers idle in port, Faroe Islands", verdict="falling",
            explanation="Bounds of two kinds: more than 420, more than 260, then fewer than 90.",
            evidence=(
                at.evidence("a", "More than 420 trawlers", "figure", "420"),
                at.evidence("c", "More than 260 trawlers", "figure", "260"),
                at.evidence("e", "Fewer than 90 trawlers", "figure", "90"),
            ),
            data={
                "points": [
                    {"as_of": "2026-03-09", "value": 420, "qualifier": "more_than", "article": one},
                    {"as_of": "2026-03-12", "value": 260, "qualifier": "more_than", "article": three},
                    {"as_of": "2026-03-25", "value": 90, "qualifier": "less_than", "article": five},
                ]
            },
        ),
        Finding(
            kind="slip", subject="Second round", verdict="4 days late",
            explanation="Announced for 20 March, held on 24 and 25 March.",
            evidence=(
                at.evidence("c", "on 20 March in Reykjavik", "start", "2026-03-20"),
                at.evidence("e", "on 24 and 25 March", "start", "2026-03-24/2026-03-25"),
            ),
            data={
                "meeting": "m3",
                "announced": [{"value": "2026-03-20", "by": "Tor Eide", "article": three}],
                "held": "2026-03-24/2026-03-25", "days": 4,
            },
        ),
        Finding(
            kind="variant", subject="Sigríður Jónsdóttir", verdict="one person",
            explanation="The same name with and without its accents.",
            evidence=(
                at.evidence("a", "Sigríður Jónsdóttir", "name", "Sigríður Jónsdóttir"),
                at.evidence("d", "Sigridur Jonsdottir", "name", "Sigridur Jonsdottir"),
            ),
            data={"names": ["Sigríður Jónsdóttir", "Sigridur Jonsdottir"]},
        ),
        Finding(
            kind="inferred_date", subject="b-north-post", verdict="inferred",
            explanation="Its dinner and its two days of talks are those of article 1.",
            evidence=(at.evidence("b", "Monday and Tuesday", "published", "2026-03-10"),),
            data={"article": two, "published": "2026-03-10"},
        ),
        Finding(
            kind="pending", subject="Third round", verdict="pending",
            explanation="Planned for 14 April; no article reports it yet.",
            evidence=(at.evidence("e", "A third round is planned", "start", "2026-04-14"),),
        ),
    )  # fmt: skip
