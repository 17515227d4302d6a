"""Rules of tables taken out of the picture of a page: OCR takes them for letters."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DARK = 150  # of 255
INCH_SHARE = 0.3  # a straight run longer than this part of an inch is no letter


def erase_rules(picture: Path, dpi: int) -> bool:
    """Whites out long straight lines in a grey picture; whether there were any.

    Args:
        picture: PNG, changed in place.
        dpi: Its pixels per inch.
    """
    import numpy as np
    from PIL import Image

    with Image.open(picture) as image:
        grey = np.array(image.convert("L"))
    dark = grey < DARK
    length = int(dpi * INCH_SHARE)
    rules = _runs(dark, length) | _runs(dark.T, length).T
    if not rules.any():
        return False
    # The soft edge of a rule goes with it.
    wide = rules.copy()
    wide[1:] |= rules[:-1]
    wide[:-1] |= rules[1:]
    wide[:, 1:] |= rules[:, :-1]
    wide[:, :-1] |= rules[:, 1:]
    grey[wide] = 255
    Image.fromarray(grey).save(picture)
    return True


def _runs(dark: "NDArray[np.bool_]", length: int) -> "NDArray[np.bool_]":
    """Pixels that stand in a run of `length` or more dark ones in their row."""
    import numpy as np

    if dark.shape[1] < length:
        return np.zeros_like(dark)
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    starts = (sums[:, length:] - sums[:, :-length]) == length
    steps = np.zeros((dark.shape[0], dark.shape[1] + 1), dtype=np.int32)
    steps[:, : starts.shape[1]] += starts
    steps[:, length : length + starts.shape[1]] -= starts
    return np.asarray(np.cumsum(steps, axis=1)[:, :-1] > 0)
