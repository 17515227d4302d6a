"""Findings over time: what is new since an earlier check, and what a person acknowledged."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant import messages as m
from assistant.checking.models import HasilPeriksa
from corpus.errors import MasukanError

SUFFIX = ".periksa.json"


@dataclass(frozen=True)
class Perbandingan:
    """Fingerprints that are new, remain, or are gone since `berkas`."""

    berkas: str
    baru: tuple[str, ...]
    tetap: tuple[str, ...]
    selesai: tuple[str, ...]

    def kalimat(self) -> str:
        """The comparison as a sentence."""
        return m.PERIKSA_SEJAK.format(
            berkas=self.berkas,
            baru=len(self.baru),
            tetap=len(self.tetap),
            selesai=len(self.selesai),
        )


def since(results: Sequence[HasilPeriksa], old: Path) -> Perbandingan:
    """The results against an earlier JSON.

    Raises:
        MasukanError: the file is no earlier result.
    """
    try:
        raw = json.loads(old.read_text(encoding="utf-8"))
        before = [str(f["fingerprint"]) for f in raw["findings"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MasukanError(m.PERIKSA_LAMA_RUSAK.format(berkas=old.name)) from error
    now = [t.sidik_jari for r in results for t in r.temuan]
    return Perbandingan(
        old.name,
        tuple(x for x in now if x not in before),
        tuple(x for x in now if x in before),
        tuple(x for x in before if x not in now),
    )


def ledger(laporan: Path) -> Path:
    """The file beside the laporan that keeps what was acknowledged."""
    return laporan.with_name(laporan.name + SUFFIX)


def acknowledged(laporan: Path) -> dict[str, str]:
    """Reasons by fingerprint.

    Raises:
        MasukanError: the file beside the laporan is damaged.
    """
    path = ledger(laporan)
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return {str(k): str(v["alasan"]) for k, v in raw["diakui"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise MasukanError(m.PERIKSA_LAMA_RUSAK.format(berkas=path.name)) from error


def acknowledge(laporan: Path, fingerprint: str, reason: str, day: str) -> Path:
    """Keeps a reason; the finding stays in the result, marked.

    Args:
        day: The day it was acknowledged, ISO.
    """
    path = ledger(laporan)
    raw = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"diakui": {}}
    raw["diakui"][fingerprint] = {"alasan": reason, "tanggal": day}
    path.write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def marked(result: HasilPeriksa, reasons: dict[str, str]) -> HasilPeriksa:
    """The result with acknowledged findings marked."""
    return replace(
        result,
        temuan=tuple(replace(t, diakui=reasons.get(t.sidik_jari)) for t in result.temuan),
    )
