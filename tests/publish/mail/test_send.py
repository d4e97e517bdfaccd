"""A report from its YAML to the reader's mailbox, and never twice."""

from __future__ import annotations

import email
import re
from email.policy import default
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from readout.cli import app
from readout.publish.mail import Delivery
from readout.publish.mail.command import mail_settings
from readout.publish.mail.message import MailError
from readout.publish.mail.send import has_changed, prepare, send
from readout.publish.reports import ReportError, load_reports
from readout.story.facts import load_facts
from tests.publish.mail.post_office import PASSWORD, USER

ARTICLE = """---
title: Harbour talks end without a deal
published: 2026-03-0{day}
publisher: Quay Gazette
---

Port director Lena Okafor met the dockers' union in Marlow on Monday for almost three hours. Around 140 dockers
were still on strike, she said.
"""
YAML = """
notebook: report
formats: [html]
parameters:
  articles: ../articles
  title: The harbour talks
mail:
  from: Desk <desk@example.org>
  to: [ana@example.org, bo@example.org]
  server: {{host: localhost, port: {port}, timeout: 5}}
"""


def notebook(path: Path, *cells: str) -> None:
    parameters = nbformat.v4.new_code_cell(
        'articles = "../articles"\ntitle = None\nsince_report = None\nfacts = None',
        metadata={"tags": ["parameters"]},
    )
    opened = "from readout.show import open_report\nreport = open_report("
    opened += "articles, title=title, since_report=since_report, facts=facts)"
    made = [nbformat.v4.new_code_cell(c) for c in (opened, *cells)]
    nb = nbformat.v4.new_notebook(cells=[parameters, *made])
    nb.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nb, path)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with articles, notebooks and one report's YAML, which is returned."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.md").write_text(ARTICLE.format(day=2))
    notebook(tmp_path / "notebooks" / "report.ipynb", "report.head()", "report.sources()")
    notebook(tmp_path / "notebooks" / "brief.ipynb", "report.head()")
    (tmp_path / "reports").mkdir()
    file = tmp_path / "reports" / "harbour.yml"
    file.write_text(YAML.format(port=2525))
    return file


def prepared(file: Path, **options):
    return prepare(load_reports(file)[0], mail_settings(file), file.parent / "out", lambda _: None, **options)


def taken(message, to):
    return [Delivery(r, "sent", "250 kept") for r in to]


def test_whole_way_to_a_real_server(desk, post_office, monkeypatch):
    monkeypatch.setenv("READOUT_SMTP_USER", USER)
    monkeypatch.setenv("READOUT_SMTP_PASSWORD", PASSWORD)
    with post_office() as (post, server):
        desk.write_text(YAML.format(port=server.port))
        first = CliRunner().invoke(app, ["send", str(desk)])
        second = CliRunner().invoke(app, ["send", str(desk)])
    assert first.exit_code == 0, first.output
    assert "ana@example.org: sent" in first.output
    assert second.exit_code == 0, second.output
    assert "everyone has it already" in second.output
    assert len(post.envelopes) == 1
    message = email.message_from_bytes(post.envelopes[0].content, policy=default)
    assert message["Subject"] == "The harbour talks"
    html = message.get_body(("html",)).get_content()
    text = message.get_body(("plain",)).get_content()
    for fact in re.findall(r'class="ro-value"[^>]*>([^<]*)<', html):
        assert fact in text
    assert not re.search(r"<(script|link)|(src|href)=\"(?!cid:|#)", html)
    assert [a.get_filename() for a in message.iter_attachments()] == ["the-harbour-talks.html"]
    assert PASSWORD not in first.output + second.output


def test_dry_run_writes_the_message_and_sends_nothing(desk):
    done = CliRunner().invoke(app, ["send", str(desk), "--dry-run"])
    assert done.exit_code == 0, done.output
    assert "would go to ana@example.org, bo@example.org" in done.output
    written = desk.parent / "out" / "harbour" / "harbour.eml"
    assert email.message_from_bytes(written.read_bytes(), policy=default)["Subject"] == "The harbour talks"
    assert not (desk.parent / "out" / "harbour" / "mail" / "sent.jsonl").exists()


def test_only_those_left_get_it_and_again_means_again(desk):
    settings, calls = mail_settings(desk), []

    def half(message, to):
        calls.append((message["Message-ID"], tuple(to)))
        return [Delivery(r, "sent" if r.startswith("ana") else "failed", "") for r in to]

    mailing = prepared(desk)
    assert not send(mailing, settings, None, hand_over=half).good
    send(prepared(desk), settings, None, hand_over=half)
    send(prepared(desk, again=True), settings, None, again=True, hand_over=half)
    assert [to for _, to in calls] == [
        ("ana@example.org", "bo@example.org"),
        ("bo@example.org",),
        settings.recipients,
    ]
    assert calls[0][0] == calls[1][0] != calls[2][0]


def test_the_facts_are_those_of_the_run_with_the_notebooks_own_parameters(desk):
    desk.write_text(YAML.format(port=2525).replace("  articles: ../articles\n", "").replace("[html]", "[]"))
    facts = prepared(desk).facts
    assert [a["title"] for a in load_facts(facts)["articles"]] == ["Harbour talks end without a deal"]


def test_a_brief_that_writes_no_facts_is_refused(desk):
    brief = desk.parents[1] / "notebooks" / "brief.ipynb"
    brief.write_text(brief.read_text().replace("facts = None", "nothing = None"))
    with pytest.raises(MailError, match="needs a parameter `facts`"):
        prepared(desk)


def test_what_changed_last_time_is_not_a_change_of_the_content(desk):
    settings = mail_settings(desk)
    first = prepared(desk)
    send(first, settings, None, hand_over=taken)
    (desk.parents[1] / "articles" / "two.md").write_text(ARTICLE.format(day=3))
    second = prepared(desk)
    send(second, settings, None, hand_over=taken)
    third = prepared(desk)
    assert first.content != second.content == third.content


def test_a_run_cut_off_while_sending_is_not_repeated(desk):
    def crash(message, to):
        raise KeyboardInterrupt

    settings = mail_settings(desk)
    with pytest.raises(KeyboardInterrupt):
        send(prepared(desk), settings, None, hand_over=crash)
    after = send(prepared(desk), settings, None, hand_over=taken)
    assert not after.good
    assert {d.outcome for d in after.deliveries} == {"uncertain"}


def test_if_changed_sends_nothing_until_the_story_changes(desk):
    settings = mail_settings(desk)
    first = prepared(desk)
    assert has_changed(first)
    send(first, settings, None, hand_over=taken)
    assert send(prepared(desk), settings, None, if_changed=True, hand_over=taken).why_not == "unchanged"
    more = ARTICLE.format(day=4).replace("140 dockers", "90 dockers").replace("Monday", "Wednesday")
    (desk.parent.parent / "articles" / "two.md").write_text(more)
    changed = send(prepared(desk), settings, None, if_changed=True, hand_over=taken)
    assert changed.why_not == ""
    assert changed.good


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("mail:", "mial:", "did you mean 'mail'"),
        ("  to:", "  too:", "did you mean 'to'"),
        ("ana@example.org", "ana-at-example.org", "not an e-mail address"),
        ("timeout: 5", "password: hush", "READOUT_SMTP_PASSWORD"),
    ],
)
def test_what_is_wrong_with_the_mail_part_is_said_with_its_line(desk, old, new, words):
    desk.write_text(YAML.format(port=25).replace(old, new))
    with pytest.raises(ReportError, match=re.escape(words)) as caught:
        mail_settings(desk)
    assert re.search(r"harbour\.yml:\d+: ", str(caught.value))
    assert "hush" not in str(caught.value)


def test_a_report_without_mail_part_ends_with_status_1(desk):
    desk.write_text(YAML.partition("mail:")[0])
    done = CliRunner().invoke(app, ["send", str(desk)])
    assert done.exit_code == 1
    assert "has no `mail:` part" in done.output


def test_a_failed_rendering_is_told_to_the_operator(desk, post_office, monkeypatch):
    monkeypatch.setenv("READOUT_SMTP_USER", USER)
    monkeypatch.setenv("READOUT_SMTP_PASSWORD", PASSWORD)
    notebook(desk.parent.parent / "notebooks" / "report.ipynb", "1 / 0")
    with post_office() as (post, server):
        desk.write_text(YAML.format(port=server.port) + "  notify: ops@example.org\n")
        silent = CliRunner().invoke(app, ["render", str(desk)])
        told = CliRunner().invoke(app, ["render", str(desk), "--notify"])
    assert (silent.exit_code, told.exit_code) == (1, 1)
    assert [e.rcpt_tos for e in post.envelopes] == [["ops@example.org"]]
    text = email.message_from_bytes(post.envelopes[0].content, policy=default).get_content()
    assert "1 / 0" in text
    assert "ZeroDivisionError" in text
