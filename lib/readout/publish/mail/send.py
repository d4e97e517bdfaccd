"""One report mailed: rendered if needed, composed, handed over once, and written down."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Literal

import nbformat
from filelock import FileLock

from readout.publish.html import slug
from readout.publish.mail.content import Content, content_of
from readout.publish.mail.deliver import Delivery, Login, deliver
from readout.publish.mail.message import Attachment, MailError, compose, content_hash
from readout.publish.mail.outbox import Outbox, Sending
from readout.publish.mail.settings import MailSettings
from readout.publish.manifest import is_current
from readout.publish.parameters import notebook_parameters
from readout.publish.render import Progress, render
from readout.publish.reports import Report, find_notebook

Send = Callable[[EmailMessage, Sequence[str]], Sequence[Delivery]]
Tell = Callable[[Progress], None]
RECORD = "sent.jsonl"
MIME = {"html": "text/html", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True)
class Mailing:
    """One report's message, ready to go; `folder` holds what belongs to its mail."""

    message: EmailMessage
    content: str
    folder: Path
    facts: Path

    @property
    def outbox(self) -> Outbox:
        """The record of what of this report was sent."""
        return Outbox(self.folder / RECORD)


@dataclass(frozen=True, slots=True)
class Sent:
    """How a report's mailing ended: why nothing was sent, or how each recipient fared."""

    why_not: Literal["", "unchanged", "sent before"]
    deliveries: tuple[Delivery, ...] = ()

    @property
    def good(self) -> bool:
        """Whether everyone who should have it has it."""
        return all(d.outcome == "sent" for d in self.deliveries)


def prepare(report: Report, settings: MailSettings, out: Path, tell: Tell, *, again: bool = False) -> Mailing:
    """Render `report` into `out`/NAME unless it is current, and compose its message.

    The summary is the notebook `brief`, told what was sent last, so that it starts with what changed since.
    Raises ReportError, NotebookFailed or MailError where the report or its message cannot be made.
    """
    made = out / report.name
    if not is_current(report, made):
        render(report, out, tell)
    folder = made / "mail"
    folder.mkdir(exist_ok=True)
    facts = folder / "facts.json"
    brief = _brief(report, facts, folder, tell)
    attachments = _attachments(report, made, brief.subject)
    subject = settings.subject or brief.subject
    content = content_hash(subject, facts.read_bytes(), attachments)
    repetition = Outbox(folder / RECORD).times_sent(content) if again else 0
    message = compose(
        settings,
        subject=subject,
        text=brief.text,
        key=content[:32] + (f".{repetition}" if repetition else ""),
        sent_at=datetime.now(UTC),
        html=brief.html,
        pictures=brief.pictures,
        attachments=attachments,
    )
    return Mailing(message, content, folder, facts)


def has_changed(mailing: Mailing) -> bool:
    """Whether the story says anything else than when it was sent last; true where it never was."""
    last = _last_sent_facts(mailing.folder)
    if last is None:
        return True
    from readout.story.changes import find_changes
    from readout.story.facts import load_facts, read_facts

    return bool(find_changes(load_facts(last), read_facts(mailing.facts)))


def send(
    mailing: Mailing,
    settings: MailSettings,
    login: Login | None,
    *,
    if_changed: bool = False,
    again: bool = False,
    hand_over: Send | None = None,
) -> Sent:
    """Hand the message over to everyone who does not have it yet, and write down what came of it.

    Before anything goes out, the outbox says that it is going: a run that is cut off leaves `uncertain` behind
    and not a second message. With `again`, also those get it who have it or may have it.
    """
    hand_over = hand_over or (lambda m, to: deliver(m, to, settings.server, login))
    with FileLock(mailing.folder / "sent.lock", timeout=0):
        if if_changed and not has_changed(mailing):
            return Sent("unchanged")
        state = {} if again else mailing.outbox.state(mailing.content)
        left = [r for r in settings.recipients if state.get(r) not in ("sent", "uncertain")]
        if not left:
            unsure = tuple(
                Delivery(r, "uncertain", "an earlier run was cut off while sending; --again sends anew")
                for r in settings.recipients
                if state.get(r) == "uncertain"
            )
            return Sent("sent before", unsure)
        mailing.outbox.add([_line(mailing, Delivery(r, "sending", "")) for r in left])
        deliveries = tuple(hand_over(mailing.message, left))
        mailing.outbox.add([_line(mailing, d) for d in deliveries])
        if any(d.outcome == "sent" for d in deliveries):
            shutil.copyfile(mailing.facts, mailing.folder / "last-sent.json")
        return Sent("", deliveries)


def _line(mailing: Mailing, d: Delivery) -> Sending:
    return Sending(
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        message_id=mailing.message["Message-ID"],
        content=mailing.content,
        recipient=d.recipient,
        outcome=d.outcome,
        answer=d.answer,
    )


def _last_sent_facts(folder: Path) -> Path | None:
    last = folder / "last-sent.json"
    return last.resolve() if last.exists() else None


def _brief(report: Report, facts: Path, folder: Path, tell: Tell) -> Content:
    """The notebook `brief` with the report's parameters, run and turned into the parts of a message.

    The run writes the `facts` that the message rests on, for the next one to compare with.
    """
    beside = report.notebooks[0].with_name("brief.ipynb")
    notebook = beside if beside.is_file() else find_notebook("brief", report.file)
    last_sent = _last_sent_facts(folder)
    since = {"since_report": str(last_sent)} if last_sent else {}
    accepted = notebook_parameters(notebook)
    if "facts" not in accepted:
        raise MailError(f"{notebook}: needs a parameter `facts`, the file to write its facts to")
    wanted = report.parameters | since | {"facts": str(facts.resolve())}
    parameters = {n: v for n, v in wanted.items() if n in accepted}
    summary = replace(report, name="summary", notebooks=(notebook,), formats=(), parameters=parameters)
    made = render(summary, folder, tell)
    run = nbformat.read(made / notebook.name, as_version=4)
    return content_of(run, report.name)


def _attachments(report: Report, made: Path, title: str) -> list[Attachment]:
    """The report's files under the names that readers see."""
    found = []
    for notebook in report.notebooks:
        base = slug(title)[:60].strip("-") or slug(report.name)
        part = "" if len(report.notebooks) == 1 else f"-{notebook.stem}"
        for fmt in report.formats:
            content = (made / f"{notebook.stem}.{fmt}").read_bytes()
            found.append(Attachment(f"{base}{part}.{fmt}", content, MIME[fmt]))
    return found
