"""Many articles' mentions in, one story out: who is who, what agrees, what conflicts, what came of it."""

from readout.story.build import build_story
from readout.story.records import Change, Correction, Evidence, Finding, Meeting, Person, Session, Story

__all__ = [
    "Change",
    "Correction",
    "Evidence",
    "Finding",
    "Meeting",
    "Person",
    "Session",
    "Story",
    "build_story",
]
