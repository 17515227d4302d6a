"""A recap to a file, by its suffix."""

from pathlib import Path

from assistant import messages as m
from assistant.sessions.recap_models import Rekap
from corpus.errors import BerkasError, MasukanError


def write(rekap: Rekap, path: Path) -> None:
    """Writes .docx, .xlsx, .pdf, .png, .json or .txt.

    Raises:
        MasukanError: another suffix.
        BerkasError: the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from assistant.render import recap_docx

        recap_docx.write(rekap, path)
    elif suffix == ".pdf":
        from assistant.render import docx_pdf, recap_docx

        docx_pdf.written(lambda source: recap_docx.write(rekap, source), path)
    elif suffix == ".xlsx":
        from assistant.render import recap_xlsx

        recap_xlsx.write(rekap, path)
    elif suffix == ".png":
        from assistant.render import recap_chart

        recap_chart.draw(rekap, path)
    elif suffix in (".json", ".txt"):
        from assistant.render import recap_json, recap_text

        text = recap_json.render(rekap) if suffix == ".json" else recap_text.render(rekap)
        try:
            path.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise BerkasError(m.BERKAS_TAK_DAPAT_DITULIS.format(nama=path.name)) from error
    else:
        raise MasukanError(m.SESI_FORMAT_REKAP.format(nama=path.name))
