"""Personal identifiers leave a text for good before a session keeps it."""

from assistant import messages as m
from assistant.privacy import FORMS, PLACEHOLDER, Vault

_VAULT = Vault()
_OWNER = "sesi"


def masked(text: str) -> str:
    """The text with "[NIK disamarkan]" where an identifier stood; nothing can bring it back."""
    hidden = _VAULT.mask(_OWNER, text)
    if hidden != text:
        _VAULT.forget(_OWNER)
    hidden = PLACEHOLDER.sub(lambda found: _words(found.group()[1:].split("-")[0]), hidden)
    for kind, form in FORMS.items():
        hidden = form.sub(_words(kind), hidden)
    return hidden


def _words(kind: str) -> str:
    name = kind if kind.isupper() and len(kind) <= 4 else kind.lower()
    return m.SESI_DISAMARKAN.format(jenis=name)
