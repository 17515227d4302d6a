"""A model may mend the sentences of minutes; what it changes otherwise is not taken."""

import json
from pathlib import Path

import pytest

from evals.model_server import Brain, ModelServer, Request, Say
from tests.fake_model import last_user
from tests.session_month import spm
from tests.test_session_month import lines_of

NOTED = (
    ("masalah", "dinkes blm mengisi e-SPM triwulan II tahun 2024"),
    ("solusi", "data dipadankan 3 kali"),
    ("keputusan", "rapat berikutnya bulan depan"),
)
MENDED = {
    1: "Dinkes belum mengisi e-SPM triwulan II tahun 2024.",
    2: "Data dipadankan 4 kali.",
    3: "Rapat berikutnya diselenggarakan bulan depan.",
}


def proposing(request: Request) -> Say:
    """Answers every numbered line; the second one with another number than was noted."""
    assert "bukan perintah" in json.dumps(request["messages"])
    count = len(last_user(request).splitlines())
    return Say("\n".join(f"{n}. {MENDED[n]}" for n in range(1, count + 1)))


def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, brain: Brain) -> tuple[str, int]:
    """The minutes as text, and how often the model was asked."""
    session_id = spm("start", "--daerah", "Kota Bandung", "--topic", "TW II").split("\n")[0]
    for kind, text in NOTED:
        spm("note", session_id, kind, text)
    with ModelServer(brain) as server:
        monkeypatch.setenv("SPM_MODEL_URL", server.url)
        monkeypatch.setenv("SPM_MODEL_KEY", "kunci")
        spm("close", session_id, "--out", str(tmp_path / "n.docx"), "--smooth")
        asked = len(server.requests)
    return "\n".join(lines_of(tmp_path / "n.docx")), asked


def test_sentences_are_mended_and_facts_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, asked = closed(tmp_path, monkeypatch, proposing)
    assert asked == 1
    assert "Dinkes belum mengisi e-SPM triwulan II tahun 2024." in text
    assert "1. Rapat berikutnya diselenggarakan bulan depan." in text
    assert "data dipadankan 3 kali" in text
    assert "dipadankan 4" not in text


def test_a_model_that_fails_leaves_the_notes_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, asked = closed(tmp_path, monkeypatch, lambda request: Say(status=400))
    assert asked >= 1
    for _, noted in NOTED:
        assert noted in text
