"""`spm doctor`: what is installed, what is missing, and the command that mends it."""

import shutil
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bots.settings import SETTINGS, model, shown
from corpus import generations
from corpus.errors import SpmError
from ingest import ocr

PACKAGES = ("chromadb", "bm25s", "PyStemmer", "scikit-learn", "pypdf", "pydantic", "langchain",
            "python-telegram-bot")  # fmt: skip
EXTRAS = {
    "sentence-transformers": 'pip install torch==2.13.0 "asisten-spm[transformer]"',
}
PROGRAMS = {
    "tesseract": ocr.HINT,
    "pdftoppm": "apt-get install poppler-utils",
    "soffice": "apt-get install libreoffice-calc libreoffice-writer",
    "chromium": "apt-get install chromium",
}


def report(home: Path) -> tuple[str, bool]:
    """The report and whether everything needed is there; optional things never make it false."""
    lines, healthy = ["Paket yang wajib:"], True
    for name in PACKAGES:
        held = _version(name)
        healthy &= held is not None
        lines.append(f"  {name:22} {held or 'BELUM ADA  → pip install asisten-spm'}")
    lines.append("Tambahan (tidak wajib):")
    for name, command in EXTRAS.items():
        lines.append(f"  {name:22} {_version(name) or f'tidak terpasang  → {command}'}")
    for name, command in PROGRAMS.items():
        held = shutil.which(name)
        lines.append(f"  {name:22} {'ada' if held else f'tidak terpasang  → {command}'}")
    lines.append("Indeks:")
    try:
        made = generations.manifest(generations.current(home))
        lines.append(f"  {made.chunks} potongan, penyemat {made.embedder}, dibuat {made.built}")
    except SpmError as error:
        lines.append(f"  {error}")
        healthy = False
    sentence, usable = _model()
    healthy &= usable
    lines += ["Model bahasa:", f"  {sentence}", "Setelan:"]
    lines += [f"  {s.name:26} {shown(s)}  ({s.arti})" for s in SETTINGS]
    return "\n".join(lines), healthy


def _model() -> tuple[str, bool]:
    """What the model settings come to, without calling anybody, and whether they can be used."""
    chosen = model()
    if not chosen.configured:
        return "tidak dipakai; jawaban dikutip langsung dari sumber", True
    if not chosen.url and ":" not in (chosen.model or ""):
        return f'"{chosen.model}" tanpa penyedia  → SPM_MODEL=openai:{chosen.model}', False
    if _version(chosen.package) is None:
        return f"{chosen.name}: paketnya belum ada  → pip install {chosen.package}", False
    return f"{chosen.name}, lewat {chosen.package} di {chosen.url or 'alamat penyedianya'}", True


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
