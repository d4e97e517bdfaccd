"""What `readout send` does and says: who got which report, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import Timeout
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from readout.publish.batch import Outcome
from readout.publish.mail.deliver import deliver, find_login
from readout.publish.mail.message import MailError, compose, content_hash
from readout.publish.mail.send import Mailing, Sent, prepare, send
from readout.publish.mail.settings import MailSettings
from readout.publish.render import NotebookFailed
from readout.publish.reports import Report, ReportError, explain, load_reports, read_report_file


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for."""

    dry_run: bool = False
    if_changed: bool = False
    again: bool = False


def mail_settings(file: Path) -> MailSettings:
    """The `mail:` part of a report's file. Raises ReportError, with the line where there is one."""
    mail = read_report_file(file).mail
    if mail is None:
        raise ReportError(
            f"{file}: has no `mail:` part: say `from:`, `to:` and `server:` there to mail this report"
        )
    try:
        return MailSettings.model_validate(mail)
    except ValidationError as error:
        raise ReportError(explain(file, error, MailSettings, "mail")) from None


def send_files(files: Sequence[Path], out: Path | None, options: Options, console: Console) -> bool:
    """Mail the reports that the YAML `files` describe; returns whether all went well."""
    good = True
    for file in files:
        try:
            settings = mail_settings(file)
            for report in load_reports(file):
                good &= _send_one(report, settings, out or report.folder / "out", options, console)
        except (ReportError, MailError, NotebookFailed, LookupError, Timeout) as error:
            words = "is being sent by another run" if isinstance(error, Timeout) else str(error)
            # What is wrong in a file is told with its line.
            where = "" if isinstance(error, ReportError) else f"{file.name}: "
            console.print(f"{where}{words}", markup=False, highlight=False, soft_wrap=True)
            good = False
    return good


def _send_one(report: Report, settings: MailSettings, out: Path, options: Options, console: Console) -> bool:
    if not settings.recipients and not options.dry_run:
        raise MailError("`mail:` names nobody in `to:`, `cc:` or `bcc:`")
    with console.status(escape(report.name)) as status:
        mailing = prepare(
            report,
            settings,
            out,
            lambda p: status.update(escape(f"{report.name}: {p.step}")),
            again=options.again,
        )
        if options.dry_run:
            return _show(report, settings, mailing, console)
        status.update(escape(f"{report.name}: handing over to {settings.server.host}"))
        login = find_login()
        sent = send(mailing, settings, login, if_changed=options.if_changed, again=options.again)
    for line in _account(report, sent):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return sent.good


def _show(report: Report, settings: MailSettings, mailing: Mailing, console: Console) -> bool:
    """Write the message beside the report and say who would get it."""
    path = mailing.folder.parent / f"{report.name}.eml"
    path.write_bytes(mailing.message.as_bytes())
    size = path.stat().st_size / 1e6
    who = ", ".join(settings.recipients) or "nobody"
    for line in (
        f"{report.name}: nothing was sent; {path} ({size:.1f} MB) would go to {who}",
        f"  subject: {mailing.message['Subject']}",
    ):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return True


def _account(report: Report, sent: Sent) -> list[str]:
    if sent.why_not == "unchanged":
        return [f"{report.name}: not sent, the story has not changed since it was sent last"]
    if sent.why_not == "sent before" and not sent.deliveries:
        return [f"{report.name}: not sent, everyone has it already (--again sends it once more)"]
    return [f"{report.name}: {d.recipient}: {d.outcome} ({d.answer})" for d in sent.deliveries]


def notify_failures(files: Sequence[Path], failed: Sequence[Outcome], console: Console) -> None:
    """Tell the operator of each report's file (`notify:`) what of it failed, with the error and the cell."""
    for file in files:
        try:
            own = [o for o in failed if o.name in _names(file)]
            settings = mail_settings(file)
            if own and settings.notify:
                _notify(settings, file, own, console)
        except (ReportError, LookupError) as error:
            console.print(f"{file.name}: nobody was notified: {error}", markup=False, soft_wrap=True)


def _names(file: Path) -> set[str]:
    """Under which names outcomes speak of `file`: its reports', or its own where it describes none."""
    try:
        return {report.name for report in load_reports(file)}
    except ReportError:
        return {file.stem}


def _notify(settings: MailSettings, file: Path, failed: Sequence[Outcome], console: Console) -> None:
    assert settings.notify
    operator = settings.model_copy(update={"to": (settings.notify,), "cc": (), "bcc": ()})
    text = "\n\n".join(f"{o.name} failed:\n{o.detail}" for o in failed) + "\n"
    subject = f"Readout: {file.stem} failed"
    now = datetime.now(UTC)
    key = content_hash(subject, f"{now.isoformat()}{text}".encode(), ())[:32]
    message = compose(operator, subject=subject, text=text, key=key, sent_at=now)
    for d in deliver(message, operator.recipients, operator.server, find_login()):
        console.print(
            f"{file.name}: told {d.recipient}: {d.outcome} ({d.answer})", markup=False, soft_wrap=True
        )
