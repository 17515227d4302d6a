"""A file of questions, one a line."""

from pathlib import Path

from corpus.errors import MasukanError


def lines_of(path: Path) -> list[str]:
    """The questions in order; empty lines are left out.

    Raises:
        MasukanError: the file cannot be read as text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MasukanError(
            f'Berkas pertanyaan "{path}" tidak dapat dibaca. Simpan sebagai teks UTF-8.'
        ) from error
    return [line.strip() for line in text.splitlines() if line.strip()]
