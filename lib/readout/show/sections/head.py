"""The head: title, what it rests on, and the four answers at a glance."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from readout.lexicon import words as lexicon
from readout.show.display import Section
from readout.show.nodes import Card, Cards, Inlines, Para, Title
from readout.show.sections.figures import of_what
from readout.show.sections.when import meeting_dates, meeting_words, plain_title
from readout.show.view import View, meeting_days
from readout.show.words import (
    capital,
    count,
    date_words,
    hours,
    hours_words,
    lasted,
    listed,
    period_words,
)
from readout.story import Meeting
from readout.story.amounts import amount_words, subject
from readout.story.plain import speaker

# A file or a pattern rather than a folder.
_FILE = re.compile(r"[*?\[]|\.\w+\Z")


def head(view: View) -> Section:
    """Title, basis and cards."""
    cards = [card for card in (_when(view), _long(view), _who(view), _many(view)) if card]
    blocks = (Title(title(view)), Para(_basis(view), "meta"), *((Cards(tuple(cards)),) if cards else ()))
    as_of = {"as_of": view.period[1].isoformat()} if view.period else {}
    return Section("head", blocks, {"title": title(view), **as_of}, opening=True)


def title(view: View) -> str:
    """The title asked for, or one made from the meetings' place or the folder's name, and the period."""
    if view.title:
        return view.title
    places = Counter(m.place for m in view.story.meetings if m.place)
    told = {mention.article for m in view.story.meetings for mention in m.mentions}
    # Articles of which most speak of no meeting are about something else.
    about_talks = places and 2 * len(told) > len(view.story.articles)
    what = (
        f"Talks in {places.most_common(1)[0][0]}" if about_talks else _folder(view) or "What the articles say"
    )
    return f"{what}, {period_words(*view.period)}" if view.period else what


def _folder(view: View) -> str | None:
    """What the analyst calls the story: the name of the one folder that its articles are in, as words."""
    paths = view.parameters.get("articles", ())
    name = Path(paths[0]).name if len(paths) == 1 else ""
    words = capital(" ".join(re.findall(r"\w+", name.replace("_", " "))))
    named = words[:1].isalpha() and words.lower() not in lexicon("plain_folders") and not _FILE.search(name)
    return words if named else None


def _basis(view: View) -> Inlines:
    articles = view.story.articles
    if not articles:
        return ("From no article.",)
    publishers = {a.publisher for a in articles}
    known = f" of {count(len(publishers), 'publisher')}" if all(publishers) else ""
    parts = [f"from {count(len(articles), 'article')}{known}"]
    if view.period:
        if view.title:
            parts.insert(0, period_words(*view.period))
        parts.append(f"as of {date_words(view.period[1].isoformat())}")
    parts.append("every statement cites the sentence it rests on")
    return (capital(" · ".join(parts)),)


def lead_meeting(view: View) -> Meeting | None:
    """The meeting that a report opens with: the last one held, or else the next one planned."""
    dated = [m for m in view.meetings() if meeting_days(m)]
    held = [m for m in dated if m.status == "held"]
    return held[-1] if held else next((m for m in dated if m.status == "planned"), None)


def _when(view: View) -> Card | None:
    meeting = lead_meeting(view)
    span = meeting_days(meeting) if meeting else None
    if not meeting or not span:
        return None
    announced = date_words(meeting.slipped_from, view.year) if meeting.slipped_from else ""
    small = f"{meeting.status}; announced for {announced}" if announced else meeting.status
    refs = view.refs.cites(meeting.mentions, most=3)
    return Card(
        "when",
        meeting_dates(view, meeting, short=True),
        (meeting_words(meeting),),
        (small, *refs),
    )


def _long(view: View) -> Card | None:
    meeting = lead_meeting(view)
    sessions = meeting.sessions if meeting else ()
    if not meeting or not sessions:
        return None
    known = [(s.mention, n) for s in sessions if (n := hours(s.value)) is not None]
    refs = view.refs.cites((s.mention for s in sessions), most=3)
    if len(known) < 2:
        told = known[0][0] if known else sessions[0].mention
        return Card("long", lasted(told), (plain_title(meeting),), refs)
    about = "about " if any(d.mod or d.high for d, _ in known) else ""
    each = listed([lasted(d) for d, _ in known])
    return Card(
        "long",
        about + hours_words(sum(n for _, n in known)),
        (f"at the table: {plain_title(meeting)}",),
        (f"{each} ", *refs),
    )


def _who(view: View) -> Card | None:
    people = view.story.people
    if not people:
        return None
    sides = Counter(p.side for p in people if p.side)
    on = f", {count(len(sides), 'side')}" if sides else ""
    small = listed([f"{side} {n}" for side, n in sides.most_common(4)])
    return Card(
        "who", str(len(people)), (("person named" if len(people) == 1 else "people named") + on,), (small,)
    )


def _many(view: View) -> Card | None:
    best = view.best_figure()
    if not best:
        return None
    same = [f for f in view.story.figures if (f.value, f.unit) == (best.value, best.unit)]
    when = date_words(best.as_of, view.year) if best.as_of else ""
    said = ", ".join(filter(None, (when, speaker(best.attribution))))
    return Card(
        "many",
        amount_words(best),
        (of_what(best) or subject(best.unit),),
        (said, *view.refs.cites(same, most=3)),
    )
