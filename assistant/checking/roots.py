"""Which finding explains another: one wrong cell breaks several relations, told once."""

from collections.abc import Iterator, Sequence

from assistant.checking.models import Temuan
from ingest.report.model import Letak

# root -> what it explains at the same record
SAME_RECORD: dict[str, tuple[str, ...]] = {
    "ARI-02": ("ARI-01",),
    "ARI-03": ("ARI-01",),
    "ARI-01": ("ARI-04",),
    "PEN-01": ("ARI-04", "ARI-01"),
    "PEN-11": ("ARI-04",),
    "PEN-02": ("ARI-01", "ARI-02", "ARI-04", "PEN-01"),
    "ARI-18": ("PEN-01", "ARI-04"),
    "ANG-01": ("ANG-02", "ANG-03"),
    "ARI-09": ("ARI-11",),
    "OCR-02": ("PEN-02",),
}
# root -> what it explains in the same urusan
SAME_URUSAN: dict[str, tuple[str, ...]] = dict.fromkeys(("ARI-01", "ARI-02", "ARI-03"), ("ARI-09",))
CAUSES = {
    effect: tuple(root for root, effects in SAME_RECORD.items() if effect in effects)
    for effect in {e for effects in SAME_RECORD.values() for e in effects}
}
URUSAN_CAUSES = {
    effect: tuple(root for root, effects in SAME_URUSAN.items() if effect in effects)
    for effect in {e for effects in SAME_URUSAN.values() for e in effects}
}
COLUMN = ("ARI-05", "ANG-04", "ARI-08")
ROW = ("ARI-04", "ARI-06", "ANG-03", "ANG-02", "ARI-09", "ARI-07", "ANG-05")
FIGURES = (
    "ARI-01", "ARI-02", "ARI-03", "ARI-04", "ARI-18", "PEN-01", "PEN-02", "PEN-11", "LKP-08",
    "LKP-02", "LKP-03", "WIL-08", "OCR-02",
)  # fmt: skip


class Indeks:
    """Findings by record, urusan and cell, so that a workbook with thousands of wrong rows is
    gone through once."""

    def __init__(self, findings: Sequence[Temuan]) -> None:
        self.record: dict[tuple[str, str], Temuan] = {}
        self.urusan: dict[tuple[str, str], Temuan] = {}
        self.sel: dict[Letak, list[Temuan]] = {}
        self.aturan: dict[str, list[Temuan]] = {}
        for finding in findings:
            self.aturan.setdefault(finding.aturan, []).append(finding)
            if finding.kunci:
                self.record.setdefault((finding.aturan, _record(finding.kunci)), finding)
            if finding.urusan:
                self.urusan.setdefault((finding.aturan, finding.urusan), finding)
            if finding.aturan in ROW or finding.aturan in FIGURES:
                for place in finding.tempat:
                    if place.letak.tabel:
                        self.sel.setdefault(place.letak, []).append(finding)

    def root(self, effect: Temuan) -> Temuan | None:
        """The finding that alone makes this one appear."""
        rule = effect.aturan
        for root in CAUSES.get(rule, ()):
            found = self.record.get((root, _record(effect.kunci))) if effect.kunci else None
            if found is not None:
                return found
        for root in URUSAN_CAUSES.get(rule, ()):
            found = self.urusan.get((root, effect.urusan)) if effect.urusan else None
            if found is not None:
                return found
        if rule == "ARI-08" and effect.sidik[:1] == ("ip-spm",):
            return next((f for r in FIGURES for f in self.aturan.get(r, ())), None)
        if rule in COLUMN:
            return next((f for f in self._near(effect, ROW) if _same_gap(f, effect)), None)
        if rule in ("TAB-01", "TAB-02"):
            return next(self._near(effect, FIGURES), None)
        if rule == "HUK-10":
            laws = (f for r in ("HUK-02", "HUK-03") for f in self.aturan.get(r, ()))
            return next((f for f in laws if f.seharusnya == effect.seharusnya), None)
        if rule == "STR-03":
            doubled = self.aturan.get("STR-02", ())
            return next((f for f in doubled if _doubled_before(f, effect)), None)
        return None

    def _near(self, effect: Temuan, rules: tuple[str, ...]) -> Iterator[Temuan]:
        """Findings of these rules that name a cell of this one."""
        for place in effect.tempat:
            for finding in self.sel.get(place.letak, ()):
                if finding is not effect and finding.aturan in rules:
                    yield finding


def roots(findings: Sequence[Temuan]) -> dict[str, str]:
    """Fingerprint of the root by the fingerprint of what it explains."""
    index = Indeks(findings)
    return {
        f.sidik_jari: root.sidik_jari
        for f in findings
        if (root := index.root(f)) is not None and root is not f
    }


def _record(key: str) -> str:
    """The record of a key: table, row and first column, without what was checked in it."""
    return "/".join(key.split("/")[:3])


def _same_gap(root: Temuan, effect: Temuan) -> bool:
    """A row's wrong cell stands among the addends of a column, and the gaps are the same (in a
    mean: the gap is shared among the rows)."""
    if not root.tempat or root.selisih is None or effect.selisih is None:
        return False
    cells = {t.letak for t in effect.tempat}
    shared = [t for t in root.tempat if t.letak in cells]
    if not shared:
        return False
    if effect.aturan == "ARI-08":
        return True
    return abs(root.selisih - effect.selisih) <= 1


def _doubled_before(root: Temuan, effect: Temuan) -> bool:
    """A number used twice and then one left out: the second use is the one left out."""
    return effect.sidik[1] in root.sidik and effect.selisih == 1
