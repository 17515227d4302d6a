"""When a laporan is due: the rule, and the dated decision where one is known."""

import re
from datetime import date

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.format import day as written_day
from corpus.load import sources
from corpus.models import Tenggat
from corpus.parameters import deadlines as known_deadlines

WHEN = re.compile(
    r"\b(?:kapan|batas\s+(?:waktu|akhir|lapor\w*)|tenggat|deadline|terakhir|tanggal\s+(?:berapa|brp)"
    r"|paling\s+(?:lama|lambat)|jatuh\s+tempo)\b"
)
REPORT = re.compile(
    r"\b(?:lapor\w*|laporan\w*|pelaporan\w*|input\w*|isi|pengisian|entri|e-?spm|setor|kirim)\b"
)
QUARTER = re.compile(
    r"\b(?:tw|triwulan|triw|kuartal)\s*[.-]?\s*(?:ke\s*-?\s*)?(?P<n>iv|iii|ii|i|[1-4]|satu|dua|tiga|empat)\b"
)
YEAR = re.compile(r"\b(20\d\d)\b")
YEARLY = re.compile(r"\b(?:tahunan|setahun|akhir\s+tahun|tahun\s+anggaran)\b")
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "satu": 1, "dua": 2, "tiga": 3, "empat": 4}
DUE_DAY = 20


def deadlines(case: Case) -> Draft | None:
    """The deadline of a quarterly or yearly SPM report; None where none is asked for."""
    normal = case.question.normal
    quarter = QUARTER.search(normal)
    if not (WHEN.search(normal) and REPORT.search(normal)):
        return None
    # Quarterly reports are those of SPM here, also where the question does not say so.
    if case.question.references or not (quarter or "spm" in normal.replace("-", "")):
        return None
    year = YEAR.search(normal)
    draft = Draft(case.day)
    if quarter or re.search(r"\b(?:tw|triwulan\w*)\b", normal):
        number = _number(quarter["n"]) if quarter else None
        _quarterly(draft, number, int(year[1]) if year else None)
    elif YEARLY.search(normal) or not re.search(r"\b(?:tw|triwulan)", normal):
        _yearly(draft, int(year[1]) if year else None)
        if not YEARLY.search(normal):
            _quarterly(draft, None, None)
    return draft


def _number(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS[written]


def _cite(draft: Draft, deadline: Tenggat) -> int:
    source = sources()[deadline.sumber[0]]
    return draft.cite_fact(
        source.id,
        messages.NOT_A_PASAL.format(judul=source.judul),
        " ".join(deadline.aturan.split()),
    )


def _quarterly(draft: Draft, quarter: int | None, year: int | None) -> None:
    every = [d for d in known_deadlines() if d.jenis == "triwulan"]
    rule = next(d for d in every if d.tahun is None)
    if quarter is None:
        draft.say(" ".join(rule.aturan.split()), _cite(draft, rule))
        return
    exact = [d for d in every if d.triwulan == quarter and d.tahun is not None and d.tahun == year]
    if exact:
        draft.say(" ".join(exact[0].aturan.split()), _cite(draft, exact[0]))
        return
    month = date(2000, quarter * 3 % 12 + 1, DUE_DAY)
    due = written_day(month).rsplit(" ", 1)[0]
    where = messages.NEXT_YEAR if quarter == 4 else ""
    text = messages.QUARTER_DUE.format(triwulan=messages.ROMAN[quarter], batas=due + where)
    draft.say(text, _cite(draft, rule))
    dated = [d for d in every if d.triwulan == quarter and d.tanggal]
    if dated:
        last = max(dated, key=lambda d: d.tahun or 0)
        draft.say(" ".join(last.aturan.split()), _cite(draft, last))
    draft.notices.append(messages.CHECK_WITH_SEKBER)


def _yearly(draft: Draft, year: int | None) -> None:
    rule = next(d for d in known_deadlines() if d.jenis == "tahunan")
    text = " ".join(rule.aturan.split())
    draft.say(text, _cite(draft, rule))
    if year:
        due = messages.YEAR_DUE.format(tahun=year, berikut=year + 1)
        draft.say(due, _cite(draft, rule), computed=[year, year + 1])
