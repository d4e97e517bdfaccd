"""The record of what was sent survives crashes and answers whether a recipient has had a content."""

from __future__ import annotations

from dataclasses import replace

from readout.publish.mail.outbox import Outbox, Sending

ONE = Sending(
    at="2026-02-06T07:00:00Z", message_id="<1@x>", content="c1", recipient="ana@x", outcome="sending"
)


def test_empty(tmp_path):
    box = Outbox(tmp_path / "sent.jsonl")
    assert box.entries() == []
    assert box.last_sent() is None
    assert box.state("c1") == {}


def test_the_last_word_counts_and_a_cut_off_sending_is_uncertain(tmp_path):
    box = Outbox(tmp_path / "deep" / "sent.jsonl")
    bo = replace(ONE, recipient="bo@x")
    box.add([ONE, bo])
    box.add([replace(ONE, outcome="sent", answer="250 kept")])
    assert box.state("c1") == {"ana@x": "sent", "bo@x": "uncertain"}
    assert box.state("c2") == {}
    assert box.last_sent() == "c1"
    assert box.times_sent("c1") == 1


def test_a_line_cut_short_is_passed_over(tmp_path):
    box = Outbox(tmp_path / "sent.jsonl")
    box.add([ONE])
    with box.path.open("a") as file:
        file.write('{"at": "2026')
    assert box.entries() == [ONE]
