"""What a citation means, for `spm regulation`."""

import json
from dataclasses import dataclass
from datetime import date

from assistant import messages
from assistant.format import day as written_day
from corpus.citation import Rujukan, find_references
from corpus.models import Regulasi
from corpus.names import full_name, short_name
from corpus.registry import get, out_of_range, status_on, successors


@dataclass(frozen=True)
class Described:
    """A citation with what the registry knows of it on a day."""

    citation: str
    reference: Rujukan | None
    regulation: Regulasi | None
    day: date

    @property
    def known(self) -> bool:
        """Whether the registry knows the regulation."""
        return self.regulation is not None


def describe(citation: str, day: date) -> Described:
    """The first reference in a text."""
    found = find_references(citation)
    reference = next((r for r in found if r.regulasi), None)
    regulation = get(reference.regulasi or "") if reference else None
    return Described(citation, reference, regulation, day)


def to_text(found: Described) -> str:
    """A few lines for people."""
    regulation, reference = found.regulation, found.reference
    if regulation is None or reference is None:
        return messages.CITATION_UNKNOWN.format(sitiran=found.citation)
    status = status_on(regulation, found.day)
    lines = [full_name(regulation)]
    shown = messages.REGISTRY_STATUS[status.status]
    lines.append(f"Status pada {written_day(found.day)}: {shown} (keyakinan {status.keyakinan})")
    if status.oleh:
        by = get(status.oleh.oleh)
        place = f", {status.oleh.letak}" if status.oleh.letak else ""
        lines.append(f"Oleh: {short_name(by) if by else status.oleh.oleh}{place}")
    chain = [full_name(r) for r in successors(regulation)]
    if chain:
        lines.append("Penggantinya: " + "; ".join(chain))
    published = [
        f"{name} {value}"
        for name, value in (("LN", regulation.ln), ("TLN", regulation.tln), ("BN", regulation.bn))
        if value
    ]
    if published:
        lines.append("Dimuat di: " + ", ".join(published))
    if reference.pasal and out_of_range(regulation, reference.pasal):
        lines.append(
            messages.PASAL_OUT_OF_RANGE.format(
                nama=short_name(regulation),
                jumlah=regulation.jumlah_pasal,
                diminta=f"Pasal {reference.pasal}",
            )
        )
    if regulation.catatan:
        lines.append(f"{messages.NOTICE}: {regulation.catatan}")
    return "\n".join(lines)


def to_json(found: Described) -> str:
    """One JSON object: schema, id, known, status on the day, successors, pasal asked for."""
    regulation, reference = found.regulation, found.reference
    status = status_on(regulation, found.day) if regulation else None
    return json.dumps(
        {
            "schema": 1,
            "citation": found.citation,
            "known": found.known,
            "regulation": reference.regulasi if reference else None,
            "name": full_name(regulation) if regulation else None,
            "day": found.day.isoformat(),
            "legal_status": status.status if status else "tidak_diketahui",
            "changed_by": status.oleh.oleh if status and status.oleh else None,
            "successors": [r.id for r in successors(regulation)] if regulation else [],
            "pasal": reference.pasal if reference else None,
            "ayat": reference.ayat if reference else None,
            "huruf": reference.huruf if reference else None,
            "pasal_in_range": not (
                regulation and reference and reference.pasal
                and out_of_range(regulation, reference.pasal)
            ),
            "confidence": status.keyakinan if status else None,
            "sources": list(regulation.sumber) if regulation else [],
        },
        ensure_ascii=False,
    )  # fmt: skip
