"""Errors of the whole project, one tree.

    SpmError                 anything we raise on purpose
    ├── CorpusError          a shipped data file breaks its own rules (developer's fault, English)
    ├── BerkasError          a user's file cannot be read (Indonesian sentence, names the file)
    ├── IndeksError          the index is missing, half-built or made with another embedder
    ├── LaporanError         a laporan cannot be scored or checked (names sheet and cell)
    └── MasukanError         a command or setting is misused (names the value and the way out)

The text of a `CorpusError` is for developers. All others carry one Indonesian sentence that a
user may see as it is:

    try:
        read(path)
    except SpmError as error:
        print(error)
"""


class SpmError(Exception):
    """Anything this project raises on purpose."""


class CorpusError(SpmError):
    """A shipped data file breaks its own rules."""


class BerkasError(SpmError):
    """A file given by the user cannot be read."""


class IndeksError(SpmError):
    """The index is missing, damaged or made with another embedder."""


class LaporanError(SpmError):
    """A laporan cannot be scored or checked."""


class MasukanError(SpmError):
    """A command, an argument or a setting is misused."""
