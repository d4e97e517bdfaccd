"""One article in, its mentions out: dates, durations, people, figures, meetings. Pure functions."""

from readout.extract.mentions import (
    DateMention,
    DurationMention,
    Extraction,
    FigureMention,
    MeetingMention,
    Mention,
    PersonMention,
    Statement,
)
from readout.extract.pipeline import extract

__all__ = [
    "DateMention",
    "DurationMention",
    "Extraction",
    "FigureMention",
    "MeetingMention",
    "Mention",
    "PersonMention",
    "Statement",
    "extract",
]
