"""Stories at the edges: nothing, one article, a crowd with names in many scripts, text that means harm."""

# ruff: noqa: E501 (rows of a table read better unbroken)

from __future__ import annotations

from datetime import date
from itertools import cycle, islice

from readout.extract import (
    DateMention,
    DurationMention,
    FigureMention,
    MeetingMention,
    PersonMention,
    Statement,
)
from readout.story import Evidence, Finding, Meeting, Person, Session, Story
from tests.helpers.talks import article

_NAMES = (
    "Aleksandra-Konstantinovna Wołodyjowska-Przybyszewska von und zu Hohenfels",
    "عبد الرحمن بن محمد الهاشمي",
    "Владимир Всеволодович Преображенский-Староверов",
    "Þórhildur Sævarsdóttir",
    "Nguyễn Thị Phương Thảo",
    "Γεώργιος Παπαδόπουλος",
    "יהודה בן־ארצי",
    "王小明",
    "Donaudampfschifffahrtsgesellschaftskapitänsgattin Ö. Müller",
    "X Æ",
)
_SIDES = (
    "Bosnia and Herzegovina",
    "Democratic Republic of the Congo",
    "Saint Vincent and the Grenadines",
    None,
)

# Each of these would do something if it were taken for anything but words.
HARM = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<!-- <b>",
    "$(rm -rf ~)",
    '=cmd|" /C calc"!A0',
    '#eval("1+1") #panic("x") \\ #set page(width: 1pt)',
    "[x](javascript:alert(3)) **b** `c` ``` ~~~",
    "*stars* _under_ @label <label> $x^2$ $5 and $6",
    "{{ 7*7 }} {% raw %} ${7*7} %s %(x)s",
    '" onmouseover="alert(4)" x="',
    "\u202eright to left\u202c \x07 bell",
)


def empty() -> Story:
    """Nothing could be read."""
    return Story()


def single() -> Story:
    """One article without a date, in which nothing was found."""
    return Story(articles=(article("only", "A quiet day\nNothing of note was said."),))


def crowd() -> Story:
    """Forty people with long names in many scripts, twelve meetings, thirty articles."""
    days = [date(2025, 12, 1 + n) for n in range(30)]
    names = [f"{name} {n}" if n >= len(_NAMES) else name for n, name in enumerate(islice(cycle(_NAMES), 40))]
    articles = tuple(
        article(f"a{n:02d}", f"Report {n}\n{names[n]} met {names[n + 10]} for 3 hours.", f"Gazette {n}", day, "stated", "dateline")
        for n, day in enumerate(days)
    )  # fmt: skip
    people = tuple(
        Person(
            id=f"p{n}",
            name=name,
            side=_SIDES[n % 4],
            roles=("deputy minister for the coordination of cross-border infrastructure and water",),
            mentions=tuple(
                PersonMention(person=name, article=a.id, begin=at, end=at + len(name), surface=name)
                for a in articles
                if (at := a.text.find(name + " ")) >= 0
            )
            or (PersonMention(person=name, article="a00", begin=0, end=6, surface="Report"),),
        )
        for n, name in enumerate(names)
    )
    meetings = tuple(
        Meeting(
            id=f"m{n}",
            title=f"Round {n} of the quadrilateral consultations on the delimitation of the common boundary",
            status="held" if n % 3 else "planned",
            start=days[2 * n].isoformat(),
            end=days[2 * n + 1].isoformat(),
            place="Palais des Nations, Geneva",
            slipped_from=days[2 * n - 1].isoformat() if n % 5 == 4 else None,
            sessions=(_session(articles[n].id, articles[n].text),),
            mentions=(MeetingMention(title="met", status="held", article=f"a{n:02d}", **_at(articles[n].text, "met")),),
        )
        for n in range(12)
    )  # fmt: skip
    statements = tuple(
        Statement(
            subject=p.id, property="role", value=p.roles[0], article=m.article, begin=m.begin, end=m.end
        )
        for p in people
        for m in p.mentions
    )
    durations = tuple(s.mention for m in meetings for s in m.sessions)
    return Story(
        articles=articles, people=people, meetings=meetings, statements=statements, durations=durations
    )


def _at(text: str, words: str) -> dict[str, object]:
    begin = text.index(words)
    return {"begin": begin, "end": begin + len(words), "surface": words}


def _session(name: str, text: str) -> Session:
    mention = DurationMention(article=name, value="PT3H", **_at(text, "3 hours"))  # type: ignore[arg-type]
    return Session(day=None, value="PT3H", mod=None, mention=mention)


def hostile() -> Story:
    """Every name, unit, place, title, quotation and explanation is text that means harm."""
    all_of_it = " ".join(HARM)
    text = "\n".join((*HARM, "On 4 May 2026 it met."))
    one = article("one", text, all_of_it, date(2026, 5, 4), "stated", all_of_it)
    two = article("two", text, "Other", date(2026, 5, 6), "inferred", all_of_it)
    where = {"article": "one", "begin": 0, "end": len(HARM[0])}
    span = {**where, "surface": HARM[0]}
    crossing = DateMention(
        article="one", begin=3, end=40, surface=text[3:40], type="DATE", value="2026-05-04"
    )
    evidence = Evidence(subject="", property="", value=all_of_it, **where)  # type: ignore[arg-type]
    figure = {"unit": all_of_it, "of": all_of_it, "attribution": all_of_it, "place": all_of_it}
    return Story(
        articles=(one, two),
        dates=(crossing,),
        people=tuple(
            Person(id=f"p{n}", name=words, aliases=(words + " x",), side=words, roles=(words,), mentions=(PersonMention(person=words, **span),))  # type: ignore[arg-type]
            for n, words in enumerate(HARM)
        ),
        figures=(
            FigureMention(value=7, as_of="2026-05-04", as_of_basis="stated", **figure, **span),  # type: ignore[arg-type]
            FigureMention(value=9, as_of="<b>", **figure, **span),  # type: ignore[arg-type]
        ),
        meetings=tuple(
            Meeting(id=f"m{n}", title=words, status="held", start="2026-05-04", place=words, sides=(words, words), mentions=(MeetingMention(title=words, status="held", **span),))  # type: ignore[arg-type]
            for n, words in enumerate(HARM)
        ),
        findings=(
            Finding(kind="conflict", subject=all_of_it, verdict=all_of_it, explanation=all_of_it, evidence=(evidence,), data={"values": [{"value": all_of_it, "articles": ["one"]}]}),
            Finding(
                kind="series", subject=all_of_it, verdict="", explanation=all_of_it, evidence=(evidence,),
                data={"points": [{"as_of": "2026-05-04", "value": 7, "qualifier": "exact", "article": "one"}]},
            ),
        ),
    )  # fmt: skip
