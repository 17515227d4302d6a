"""The catalogue of checks as text."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from assistant import messages as m
from assistant.checking.examples import of_rule
from assistant.checking.masking import masked
from assistant.checking.models import Aturan, Temuan
from assistant.checking.trial import trial
from assistant.render.check_words import basis_text

MOST_LINES = 16


def one(rule: Aturan, hari: date) -> str:
    """Everything about one rule, with what it says about an example that fails it."""
    fields = (
        ("Aturan", f"{rule.id} (versi {rule.versi})"),
        ("Judul", rule.judul),
        ("Kelompok", rule.kelompok.capitalize()),
        ("Tingkat bawaan", m.PERIKSA_KEPARAHAN[rule.keparahan]),
        ("Butuh", "; ".join(rule.butuh)),
        ("Bila kosong", rule.bila_kosong),
        ("Toleransi", rule.toleransi),
        ("Pesan", rule.pesan),
        ("Dasar", basis_text(rule)),
        ("Saran", rule.saran),
        ("Terkait", ", ".join(rule.terkait) or "-"),
    )
    told = "".join(f"{name:15} {value}\n" for name, value in fields)
    return told + "".join(f"{line}\n" for line in _examples(rule, hari))


def _examples(rule: Aturan, hari: date) -> Iterator[str]:
    """The first example that passes, and the first that fails with its finding."""
    for kind, title in (("lolos", m.PERIKSA_CONTOH_LOLOS), ("gagal", m.PERIKSA_CONTOH_GAGAL)):
        example = next((e for e in of_rule(rule.id) if e.macam == kind), None)
        if example is None:
            continue
        yield ""
        yield title + (f": {example.nama}" if example.nama != kind else "")
        yield from _quoted(example.masukan)
        if example.kedua:
            yield f"  {m.PERIKSA_CONTOH_KEDUA}"
            yield from _quoted(example.kedua)
        found = next((r for r in trial(example, hari) if isinstance(r, Temuan)), None)
        if found is not None:
            yield "  " + m.PERIKSA_CONTOH_PESAN.format(pesan=masked(found.pesan))


def _quoted(text: str) -> Iterator[str]:
    """At most sixteen lines, bars between cells."""
    lines = text.strip("\n").splitlines()
    yield from (f"  | {line.replace(chr(9), ' | ')}" for line in lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        yield f"  {m.PERIKSA_LAGI.format(n=len(lines) - MOST_LINES)}"


def every(rules: Sequence[Aturan]) -> str:
    """One line a rule, group by group."""
    lines = []
    for group, entries in groupby(rules, key=lambda r: r.kelompok):
        lines += ["", group.capitalize()]
        lines += [f"  {r.id}  {m.PERIKSA_KEPARAHAN[r.keparahan]:10}  {r.judul}" for r in entries]
    return "\n".join(lines[1:]) + "\n"
