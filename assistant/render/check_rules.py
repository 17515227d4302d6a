"""The catalogue of checks as text."""

from collections.abc import Sequence
from itertools import groupby

from assistant import messages as m
from assistant.checking.models import Aturan
from assistant.render.check_words import basis_text


def one(rule: Aturan) -> str:
    """Everything about one rule."""
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
    return "".join(f"{name:15} {value}\n" for name, value in fields)


def every(rules: Sequence[Aturan]) -> str:
    """One line a rule, group by group."""
    lines = []
    for group, entries in groupby(rules, key=lambda r: r.kelompok):
        lines += ["", group.capitalize()]
        lines += [f"  {r.id}  {m.PERIKSA_KEPARAHAN[r.keparahan]:10}  {r.judul}" for r in entries]
    return "\n".join(lines[1:]) + "\n"
