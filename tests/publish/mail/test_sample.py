"""The sample report as it would arrive: read by two parsers, every figure in both parts, every picture there."""

from __future__ import annotations

import email
import re
from email.policy import default
from html import unescape
from pathlib import Path

import pytest
from fast_mail_parser import parse_email

from readout.publish.mail import MailSettings
from readout.publish.mail.content import MOST_BYTES
from readout.publish.mail.send import prepare
from readout.publish.reports import load_reports

FILE = Path(__file__).parents[3] / "reports" / "abu-dhabi-talks.yml"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    settings = MailSettings.model_validate(
        {"from": "desk@example.org", "to": "ana@example.org", "server": {"host": "mail.example.org"}}
    )
    mailing = prepare(load_reports(FILE)[0], settings, tmp_path_factory.mktemp("out"), lambda _: None)
    return mailing.message.as_bytes()


@pytest.mark.slow
def test_two_parsers_find_no_defect(raw: bytes) -> None:
    message = email.message_from_bytes(raw, policy=default)
    assert not any(part.defects for part in message.walk())
    read = parse_email(raw)
    assert not read.warnings
    assert read.subject == message["Subject"]
    assert {a.mimetype for a in read.attachments} == {"image/png", "text/html", "application/pdf"}


@pytest.mark.slow
def test_text_and_html_say_the_same_and_every_picture_is_there(raw: bytes) -> None:
    message = email.message_from_bytes(raw, policy=default)
    text = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert len(html.encode()) <= MOST_BYTES
    summary = unescape(re.sub(r"<[^>]+>", "", re.search(r'<p class="ro-lead".*?</p>', html, re.DOTALL)[0]))
    for figure in re.findall(r"\d[\d,.]*\d|\d", summary):
        assert figure in text
    shown = set(re.findall(r'src="cid:([^"]+)"', html))
    kept = {str(part["Content-ID"]).strip("<>") for part in message.walk() if part["Content-ID"]}
    assert shown == kept
    assert shown
    assert not re.search(r'(?:src|href)="(?!cid:)', html)
