"""Numbers in Indonesian words, both ways."""

ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
DIGITS = {word: n for n, word in enumerate(ONES)}
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
UNITS = frozenset(
    "rupiah persen orang tahun bulan hari kali jenis kegiatan buah liter per kecamatan desa".split()
)


def spelled(text: str) -> int | None:
    """The number that words mean; None where a word is no numeral.

    "dua milyar dua ratus lima puluh juta rupiah" is 2,250,000,000. Units behind it are allowed.
    """
    total = group = last = 0
    numerals = 0
    for word in text.lower().replace("-", " ").split():
        if word in DIGITS:
            last = last * 10 + DIGITS[word] if last else DIGITS[word]
        elif word in ("puluh", "belas", "ratus"):
            last = last or 1
            add = {"puluh": last * 10, "belas": last + 10, "ratus": last * 100}[word]
            group, last = group + add, 0
        elif word in ("sepuluh", "sebelas", "seratus"):
            group, last = group + last + {"sepuluh": 10, "sebelas": 11, "seratus": 100}[word], 0
        elif word == "seribu":
            total, group, last = total + 1000, 0, 0
        elif word in SCALES:
            total, group, last = total + max(group + last, 1) * SCALES[word], 0, 0
        elif word in UNITS and numerals:
            break
        else:
            return None
        numerals += 1
    return total + group + last if numerals else None


def in_words(number: int) -> str:
    """A number from 0 to below 10^15 in words."""
    if number < 10:
        return ONES[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number) or f"{ONES[number - 10]} belas"
    if number < 100:
        return _join(f"{ONES[number // 10]} puluh", number % 10)
    if number < 1000:
        head = "seratus" if number < 200 else f"{ONES[number // 100]} ratus"
        return _join(head, number % 100)
    if number < 2000:
        return _join("seribu", number % 1000)
    for name in ("triliun", "miliar", "juta", "ribu"):
        scale = SCALES[name]
        if number >= scale:
            return _join(f"{in_words(number // scale)} {name}", number % scale)
    raise ValueError(number)


def _join(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head
