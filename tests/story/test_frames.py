"""A story as DataFrames: documented columns, also where a table is empty."""

from __future__ import annotations

import pandas as pd
import pytest

from readout.story import Story, frames
from tests.story.test_facts import whole_story


@pytest.mark.parametrize("table", frames.COLUMNS)
@pytest.mark.parametrize("story", [whole_story(), Story()], ids=["whole", "empty"])
def test_the_columns_are_the_documented_ones(table: str, story: Story) -> None:
    frame = getattr(frames, table)(story)
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == list(frames.COLUMNS[table])
    assert all(frames.COLUMNS[table].values())
    assert len(frame) == 0 or story != Story()


def test_people_are_counted_over_articles() -> None:
    (row,) = frames.people(whole_story()).to_dict("records")
    assert (row["name"], row["roles"], row["mentions"], row["articles"]) == ("Lena Grau", ["envoy"], 2, ["a"])
    assert row["first"] == row["last"] == pd.Timestamp("2031-05-03")


def test_a_session_cites_the_words_that_say_how_long() -> None:
    (row,) = frames.sessions(whole_story()).to_dict("records")
    assert (row["meeting"], row["value"], row["surface"]) == ("talks", "PT2H", "two hours")
    assert row["sentence"] == "Talks lasted two hours."


def test_mentions_are_one_row_each() -> None:
    assert list(frames.mentions(whole_story())["surface"]) == ["Lena Grau", "Dr. Grau"]
