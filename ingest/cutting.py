"""Cuts a run of text where a structure word follows the end of a sentence."""

import re

# Cuts are generous: a piece that turns out to open nothing is joined to its text again.
MARKERS = re.compile(
    r"(?<=[.;:,”\"])\s+(?=[({]\w{1,2}[)}tlI1]?\s+[A-Z“\"])"
    r"|(?<!dalam)(?<!pada)(?<!dan)(?<!atau)(?<!ketentuan)(?<!dari)(?<!dengan)(?<!,)\s+"
    r"(?=Pasal\s+[0-9IlLOG]{1,3}[A-Z]?\s+(?:[({]\w|Ayat|Cukup|[A-Z][a-z]))"
    r"|(?<=[.;:”\"])\s+(?=Pasal\s+\d{1,3}[A-Z]?$)"
    r"|(?<=[.;:”\"])\s+(?=(?:Ayat\s*\(\d+\)|Huruf\s+[a-z]\b|Angka\s+\d+\b))"
    r"|(?<=[.;”\"A-Z])\s+(?=(?:Bagian\s+Ke[a-z]+|Paragraf\s+\d+)\s+[A-Z])"
    r"|\s+(?=BAB\s+[IVXL]+\s+[A-Z]{3})"
    r"|\s+(?=PENJELASAN\s+A\s?T\s?A\s?S\b)"
    r"|(?<!I\.)(?<!l\.)\s+(?=(?:(?:II|ll|Il|lI|il)\.?\s+)?PASAL\s+DEMI\s+PASAL)"
    r"|(?<=PASAL DEMI PASAL)\s+"
    r"|\s+(?=(?:II|ll|Il|lI|il)\.?\s+Pasal\s+[Dd]emi\s+[Pp]asal)"
    r"|\s+(?=I\.\s*U(?:MUM|mum)\b)|(?<=I\. U(?:MUM|mum))\s+(?=[A-Z])"
    r"|(?<=[A-Z]{4})\s+(?=UMUM\s+\d\.)|(?<=[A-Z] UMUM)\s+(?=\d\.\s)"
)


def split_markers(text: str) -> list[str]:
    """A paragraph cut where a structure word follows the end of a sentence."""
    return [piece for piece in MARKERS.split(text) if piece and piece.strip()]
