"""The report by e-mail: what is sent, to whom, over which server, and a record of what was sent."""

from readout.publish.mail.deliver import Delivery, Login, deliver
from readout.publish.mail.message import Attachment, MailError, Picture, compose
from readout.publish.mail.outbox import Outbox
from readout.publish.mail.settings import MailSettings, ServerSettings

__all__ = [
    "Attachment",
    "Delivery",
    "Login",
    "MailError",
    "MailSettings",
    "Outbox",
    "Picture",
    "ServerSettings",
    "compose",
    "deliver",
]
