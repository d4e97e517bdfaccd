"""What a reader's mail program gets: parts, headers, pictures; and what is refused before it is sent."""

from __future__ import annotations

import datetime as dt
import email
from dataclasses import replace
from email.policy import default

import pytest
from fast_mail_parser import parse_email
from pydantic import ValidationError

from readout.publish.mail import Attachment, MailError, MailSettings, Picture, compose
from readout.publish.mail.message import content_hash

WHEN = dt.datetime(2026, 2, 6, 7, 0, tzinfo=dt.UTC)
SERVER = {"host": "mail.example.org"}
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def settings(**changes):
    return MailSettings.model_validate(
        {"to": ["Ana Ruiz <ana@example.org>"], "from": "desk@example.org", "server": SERVER, **changes}
    )


def composed(who=None, **changes):
    parts = {
        "subject": "Harbour talks: second round, ten days late",
        "text": "The harbour talks résumé.\n",
        "html": '<p>Talks <img src="cid:timeline" alt="Two rounds of talks"></p>',
        "pictures": [Picture("timeline", PNG)],
        "attachments": [Attachment("harbour-talks.pdf", b"%PDF-1.7 ...", "application/pdf")],
        "key": "k1",
        "sent_at": WHEN,
    }
    return compose(who or settings(), **{**parts, **changes})


def test_the_parts_nest_as_mail_programs_expect():
    message = email.message_from_bytes(composed().as_bytes(), policy=default)
    assert message.get_content_type() == "multipart/mixed"
    body, attachment = message.iter_parts()
    assert body.get_content_type() == "multipart/alternative"
    text, rich = body.iter_parts()
    assert text.get_content().splitlines() == ["The harbour talks résumé."]
    html, picture = rich.iter_parts()
    assert 'src="cid:timeline"' in html.get_content()
    assert picture["Content-ID"] == "<timeline>"
    assert picture.get_content() == PNG
    assert attachment.get_filename() == "harbour-talks.pdf"
    assert not message.defects
    assert not any(part.defects for part in message.walk())


def test_headers():
    who = settings(cc="bo@example.org", bcc=["eve@example.org"], reply_to="editor@example.org",
                   list_unsubscribe="mailto:stop@example.org")  # fmt: skip
    message = composed(who)
    assert message["To"] == "Ana Ruiz <ana@example.org>"
    assert message["Reply-To"] == "editor@example.org"
    assert message["List-Unsubscribe"] == "<mailto:stop@example.org>"
    assert message["Date"] == "Fri, 06 Feb 2026 07:00:00 +0000"
    assert who.recipients == ("ana@example.org", "bo@example.org", "eve@example.org")
    assert b"eve@example.org" not in message.as_bytes()


def test_message_id_is_made_from_the_key():
    assert composed(key="k2")["Message-ID"] == "<k2@example.org>"


def test_the_content_hash_is_the_contents_own():
    pdf = Attachment("a.pdf", b"%PDF", "application/pdf")
    same = replace(pdf, name="renamed.pdf")
    assert content_hash("s", b"{}", [pdf]) == content_hash("s", b"{}", [same])
    assert (
        len({content_hash(*c) for c in [("s", b"{}", [pdf]), ("t", b"{}", [pdf]), ("s", b"{}%PDF", [])]}) == 3
    )


def test_a_message_may_be_text_alone():
    message = composed(html=None, pictures=[], attachments=[])
    assert message.get_content_type() == "text/plain"


def test_a_second_parser_reads_the_same():
    read = parse_email(composed().as_bytes())
    assert read.subject == "Harbour talks: second round, ten days late"
    assert [t.strip() for t in read.text_plain] == ["The harbour talks résumé."]
    assert len(read.text_html) == 1
    assert {a.mimetype for a in read.attachments} == {"image/png", "application/pdf"}


@pytest.mark.parametrize("bad", ["Talks\nBcc: eve@example.org", "Talks\r", "a\x0bb", "a\u2028b"])
def test_a_line_break_in_a_header_is_refused(bad):
    with pytest.raises(MailError, match="line break"):
        composed(subject=bad)
    with pytest.raises(MailError, match="line break"):
        composed(attachments=[Attachment(bad, b"", "text/html")])
    with pytest.raises(ValidationError, match="line break"):
        settings(subject=bad)
    with pytest.raises(ValidationError, match="line break"):
        settings(to=f"{bad}@example.org")


@pytest.mark.parametrize("bad", ["nobody", "a@", "@b.org", "a b@c.org", "a@b.org, c@d.org", "ü@b.org", ""])
def test_what_is_no_address_is_refused(bad):
    with pytest.raises(ValidationError):
        settings(to=bad)


def test_attachments_over_the_limit_are_refused_with_their_sizes():
    big = Attachment("report.pdf", bytes(1_200_000), "application/pdf")
    with pytest.raises(MailError, match=r"1\.2 MB, over the limit of 1 MB \(report\.pdf 1\.2 MB\)"):
        composed(settings(max_attachments_mb=1), attachments=[big])


def test_a_password_in_the_reports_file_is_refused_without_repeating_it():
    with pytest.raises(ValidationError, match="READOUT_SMTP_PASSWORD") as caught:
        settings(server={**SERVER, "password": "very secret"})
    assert "very secret" not in str(caught.value)


def test_unknown_keys_are_refused():
    with pytest.raises(ValidationError, match="subjekt"):
        settings(subjekt="x")
