"""The order in which an article is read: each step sees what the steps before it have claimed."""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.figures import find_figures
from readout.extract.meetings import find_meetings
from readout.extract.mentions import Extraction
from readout.extract.people import find_people
from readout.extract.shared import shared
from readout.extract.times import find_times


@shared
def extract(article: Article) -> Extraction:
    """Read one article.

    Dates and durations come first and own their characters; people are found beside them; figures skip what
    both have claimed; meetings are put together from all of it.
    """
    dates, durations = find_times(article)
    people, statements = find_people(article, dates, durations)
    figures = find_figures(article, dates, durations, people)
    meetings = find_meetings(article, dates, durations, people, statements)
    return Extraction(
        article=article,
        dates=dates,
        durations=durations,
        people=people,
        figures=figures,
        meetings=meetings,
        statements=statements,
    )
