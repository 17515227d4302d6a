"""An answer for a terminal: the text, the citations below it, the notices last."""

from assistant import messages
from assistant.answer import Answer, Citation

TIERS = {
    "resmi": messages.TIER_OFFICIAL,
    "ringkasan": messages.TIER_DIGEST,
    "kurasi": messages.TIER_CURATED,
}


def citation_line(citation: Citation) -> str:
    """ "[1] PP Nomor 2 Tahun 2018 Pasal 6 ayat (3) · naskah resmi, berkas.pdf hlm. 7 · berlaku"."""
    parts = [citation.label]
    if citation.regulation.startswith("sumber-"):
        return f"[{citation.mark}] {citation.label}"
    tier = TIERS[citation.tier]
    if citation.source.file:
        page = f" hlm. {citation.source.page}" if citation.source.page else ""
        tier += f", {citation.source.file}{page}"
    parts.append(tier)
    parts.append(messages.LEGAL_STATUS[citation.legal_status])
    if not citation.verified_locator:
        parts.append(messages.LOCATOR_OPEN)
    return f"[{citation.mark}] " + " · ".join(parts)


def render(answer: Answer) -> str:
    """The whole reply as plain text."""
    blocks = [answer.answer]
    if answer.citations:
        lines = [citation_line(c) for c in answer.citations]
        blocks.append("\n".join([messages.BASIS, *lines]))
    if answer.notices:
        blocks.append("\n".join(f"{messages.NOTICE}: {n}" for n in answer.notices))
    return "\n\n".join(blocks)
