"""Each way in which a server can behave has its outcome, and nothing is handed over twice."""

from __future__ import annotations

import datetime as dt

import pytest

from readout.publish.mail import Login, MailSettings, ServerSettings, compose, deliver
from tests.publish.mail.post_office import PASSWORD, USER, free_port

LOGIN = Login(USER, PASSWORD)
TO = ("ana@example.org", "bo@example.org")


def message(server: ServerSettings):
    settings = MailSettings(**{"to": TO, "from": "Desk <desk@example.org>", "server": server})
    when = dt.datetime(2026, 2, 6, 7, 0, tzinfo=dt.UTC)
    return compose(
        settings, subject="Harbour talks", text="Text.", key="k", html="<p>Text.</p>", sent_at=when
    )


def send(server: ServerSettings, login: Login | None = LOGIN):
    waits: list[float] = []
    out = deliver(message(server), TO, server, login, backoff=(1, 2), sleep=waits.append)
    return {d.recipient: (d.outcome, d.answer) for d in out}, waits


def test_everyone_gets_it_once(post_office):
    with post_office() as (post, server):
        out, waits = send(server)
    assert {o for o, _ in out.values()} == {"sent"}
    assert len(post.envelopes) == 1
    assert post.envelopes[0].rcpt_tos == list(TO)
    assert waits == []


def test_wrong_password_is_permanent_and_not_repeated_in_the_error(post_office):
    with post_office() as (post, server):
        out, waits = send(server, Login(USER, "wrong and secret"))
    assert {o for o, _ in out.values()} == {"refused"}
    assert all("535" in a and "wrong and secret" not in a for _, a in out.values())
    assert waits == []
    assert post.envelopes == []


def test_expired_certificate_is_refused(post_office):
    with post_office(expired=True) as (post, server):
        out, _ = send(server)
    assert {o for o, _ in out.values()} == {"refused"}
    assert all("certificate" in a and "expired" in a for _, a in out.values())
    assert post.envelopes == []


def test_refused_recipient_does_not_stop_the_other(post_office):
    with post_office() as (post, server):
        post.rcpt[TO[0]] = ["550 no such user"]
        out, waits = send(server)
    assert out[TO[0]] == ("refused", "550 no such user")
    assert out[TO[1]][0] == "sent"
    assert [e.rcpt_tos for e in post.envelopes] == [[TO[1]]]
    assert waits == []


def test_temporarily_refused_recipient_is_tried_again_alone(post_office):
    with post_office() as (post, server):
        post.rcpt[TO[0]] = ["451 greylisted, come back"]
        out, waits = send(server)
    assert {o for o, _ in out.values()} == {"sent"}
    assert [e.rcpt_tos for e in post.envelopes] == [[TO[1]], [TO[0]]]
    assert waits == [1]


def test_temporary_answer_to_the_message_then_taken(post_office):
    with post_office() as (post, server):
        post.data = ["451 try again", "250 kept"]
        out, waits = send(server)
    assert {o for o, _ in out.values()} == {"sent"}
    assert len(post.envelopes) == 1
    assert waits == [1]


def test_permanent_answer_to_the_message(post_office):
    with post_office() as (post, server):
        post.data = ["554 looks like spam"]
        out, waits = send(server)
    assert {o for o, _ in out.values()} == {"refused"}
    assert waits == []
    assert post.envelopes == []


def test_server_gone_in_the_middle_of_data_is_uncertain_and_not_tried_again(post_office):
    with post_office() as (post, server):
        post.hang_up = True
        out, waits = send(server)
    assert {o for o, _ in out.values()} == {"uncertain"}
    assert waits == []


def test_no_server_is_tried_again_then_failed():
    out, waits = send(ServerSettings(host="localhost", port=free_port(), timeout=2))
    assert {o for o, _ in out.values()} == {"failed"}
    assert waits == [1, 2]


def test_no_password_without_encryption(post_office):
    with post_office() as (post, server):
        out, _ = send(server.model_copy(update={"security": "none"}))
    assert all(o == "refused" and "without encryption" in a for o, a in out.values())
    assert post.envelopes == []


@pytest.mark.parametrize("echo", [PASSWORD])
def test_a_server_that_repeats_the_password_does_not_get_it_shown(post_office, echo):
    with post_office() as (post, server):
        post.data = [f"554 not with {echo}"]
        out, _ = send(server)
    assert all(echo not in a and "***" in a for _, a in out.values())
    assert PASSWORD not in repr(LOGIN)
