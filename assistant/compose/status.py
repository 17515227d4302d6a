"""Is it still in force, what replaced it, and which regulation counted on a day."""

import re

from assistant import messages
from assistant.compose.draft import Case, Draft, numbers_in
from assistant.format import day as written_day
from corpus.kinds import KIND, prefix_of
from corpus.models import Perubahan, Regulasi
from corpus.names import full_name, short_name
from corpus.registry import first_day, get, regulations, status_on, successors

ASKED = re.compile(
    r"\b(?:masih\s+(?:berlaku|dipakai|aktif|bisa|jadi|valid|relevan|digunakan)|berlakukah"
    r"|(?:sudah|telah|apakah|dah|udah)\s+(?:dicabut|diganti|berubah|diubah|tidak berlaku)"
    r"|dicabut|pengganti|penggantinya|diganti|menggantikan|gantinya|status(?:nya)?"
    r"|(?:tidak|gak|ga)\s+berlaku|kedaluwarsa|kadaluarsa|usang|dicabut oleh|yang terbaru)\b"
)
WHICH = re.compile(
    r"\b(?:yang\s+mana|mana\s+yang|aturan\s+(?:apa|mana|yang)|permen\w*\s+(?:apa|mana|yang)|pp\s+(?:apa|mana|yang)"
    r"|regulasi\s+(?:apa|mana|yang)|peraturan\s+(?:apa|mana|menteri\s+apa|yang)|pakai\s+(?:aturan|permen|pp|yang)"
    r"|(?:pp|uu|perpres|permen\w*|peraturan|regulasi|aturan)\b.{0,40}\b(?:nomor|no)\s+(?:berapa|brp)"
    r"|dasar\s+hukum(?:nya)?|(?:mengacu|acuan|merujuk)\w*\s+(?:ke|pada|apa))\b"
)
REGIONAL = ("perbup", "perda", "pergub", "perwali")
FEWEST_SHARED = 2
NEARLY = 0.7


def status(case: Case) -> Draft | None:
    """Status of the regulations that the question names, or the one in force on the day asked."""
    normal = case.question.normal
    named = [
        r
        for ref in case.question.references
        if ref.dikenal and not ref.pasal and (r := get(ref.regulasi or ""))
    ]
    if named and ASKED.search(normal):
        draft = Draft(case.day, tells_status=True)
        for regulation in named:
            _tell(case, draft, regulation)
        return draft
    if not named and WHICH.search(normal) and (case.question.past or ASKED.search(normal)):
        return _on_topic(case)
    return None


def _tell(case: Case, draft: Draft, regulation: Regulasi) -> None:
    """One sentence on the status, one on what comes after."""
    found = status_on(regulation, case.day)
    name = full_name(regulation)
    on = messages.ON_DAY.format(hari=written_day(case.day)) if case.question.past else ""
    if found.status == "dicabut" and found.oleh:
        by = get(found.oleh.oleh)
        text = messages.REVOKED.format(nama=name, oleh=short_name(by) if by else found.oleh.oleh)
        mark = _repeal_mark(case, draft, regulation, found.oleh, text)
        draft.say(text + on, mark, computed=numbers_in(text + on))
        chain = list(successors(regulation))
        if chain and (by is None or chain[-1].id != by.id):
            last = messages.NOW_IN_FORCE.format(nama=full_name(chain[-1]))
            draft.say(last, draft.cite_registry(chain[-1], last))
    elif found.status == "diubah" and found.oleh:
        amending = [get(change.oleh) for change in regulation.diubah_oleh]
        names = ", ".join(short_name(r) for r in amending if r)
        text = messages.AMENDED.format(nama=name, oleh=names or found.oleh.oleh)
        draft.say(text + on, draft.cite_registry(regulation, text), computed=numbers_in(on))
    elif found.status == "belum_berlaku":
        start = first_day(regulation)
        since = written_day(start) if start else str(regulation.tahun)
        text = messages.NOT_YET.format(nama=name, hari=written_day(case.day), mulai=since)
        draft.say(text, draft.cite_registry(regulation, text))
    elif found.status == "tidak_diketahui":
        text = messages.STATUS_UNCERTAIN.format(nama=name)
        draft.say(text, draft.cite_registry(regulation, text))
    else:
        text = messages.IN_FORCE.format(nama=name)
        draft.say(text + on, draft.cite_registry(regulation, text), computed=numbers_in(on))
        old = [short_name(r) for i in regulation.mencabut if (r := get(i))]
        if old:
            more = messages.REPLACES.format(nama=short_name(regulation), lama=", ".join(old))
            draft.say(more, draft.cite_registry(regulation, text))
    if found.keyakinan in ("rendah", "ingatan"):
        draft.notices.append(messages.STATUS_WEAK.format(nama=short_name(regulation)))
    elif regulation.catatan and "sejauh diketahui" in regulation.catatan.lower():
        draft.notices.append(regulation.catatan)


def _repeal_mark(
    case: Case, draft: Draft, regulation: Regulasi, change: Perubahan, text: str
) -> int:
    """The pasal that repeals where it is known and indexed; else what the registry says."""
    by = get(change.oleh)
    pasal = re.search(r"Pasal (\d+)", change.letak or "")
    if by and pasal:
        passage = case.retriever.place(f"{by.id}/pasal-{pasal[1]}")
        if passage:
            return draft.cite_passage(passage)
    return draft.cite_registry(by or regulation, text, pasal[1] if pasal else None)


def _on_topic(case: Case) -> Draft | None:
    """The regulation of the topic asked about that was in force on the day."""
    kinds = {prefix_of(m.group()) for m in KIND.finditer(case.question.normal)}
    asked = [r for r in regulations().values() if not r.id.startswith(REGIONAL)]
    asked = [r for r in asked if not kinds or r.id.split("-")[0] in kinds]
    ranked = sorted(((_shared(case, r), r) for r in asked), key=lambda p: (-p[0], p[1].id))
    if not ranked:
        return None
    # The one in force on the day may share fewer words than its successor, but not many fewer.
    least = max(FEWEST_SHARED, NEARLY * ranked[0][0])
    families = [r for score, r in ranked if score >= least]
    valid = [r for r in families if status_on(r, case.day).status in ("berlaku", "diubah")]
    if not valid:
        return None
    chosen = valid[0]
    draft = Draft(case.day, tells_status=True)
    text = messages.IN_FORCE_THEN.format(nama=full_name(chosen), hari=written_day(case.day))
    draft.say(text, draft.cite_registry(chosen, text))
    later = list(successors(chosen))
    if later:
        after = messages.REPLACED_LATER.format(nama=full_name(later[-1]))
        draft.say(after, draft.cite_registry(later[-1], after))
    return draft


def _shared(case: Case, regulation: Regulasi) -> float:
    """How much a regulation is about the question: words of its title and topics."""
    from corpus.lexical import tokens

    wanted = {*case.question.stems, *case.question.expansion}
    title = set(tokens(f"{regulation.tentang} {' '.join(regulation.topik)}"))
    score = float(len(wanted & title))
    if case.question.urusan and set(case.question.urusan) & set(regulation.topik):
        score += 1
    if case.question.about_spm and "pelayanan minimal" in regulation.tentang.lower():
        score += 2
    return score
