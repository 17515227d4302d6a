"""How the headings of a law look in a line: bab, bagian, paragraf, penjelasan, lampiran, end."""

import re

BAB = re.compile(r"BAB\s+(?P<nomor>[IVXLCl1]+[A-Z]?)\b[.\s]*(?P<judul>.*)")
BAGIAN = re.compile(
    r"Bagian\s+(?P<nomor>Ke[a-z]+(?:\s+(?:Belas|Puluh\s\w+))?|Pertama)\b[.\s]*(?P<judul>.*)"
)
PARAGRAF = re.compile(r"Paragraf\s+(?P<nomor>\d+)\b[.\s]*(?P<judul>.*)")
PENJELASAN_AYAT = re.compile(r"Ayat\s*\(\s*(?P<nomor>\d{1,2})\s*\)\s*(?P<sisa>.*)")
PENJELASAN = re.compile(r"PENJELASAN(\s+A\s?T\s?A\s?S\b.*)?")
DEMI = re.compile(r"(?:II|[Ili1!]{1,2})?\.?\s*PASAL\s+DEMI\s+PASAL.*", re.IGNORECASE)
UMUM = re.compile(r"(?:[I1l]\s?\.?\s*)?U(?:MUM|mum)\.?")
LAMPIRAN = re.compile(r"LAMPIRAN\b(?P<nomor>\s+[IVX]+\b)?.*")
ANNEX_LETTER = re.compile(r"(?P<nomor>[A-Z])\.\s+(?P<judul>[A-Z][^;:]{3,150})")
ANNEX_NUMBER = re.compile(r"(?P<nomor>\d{1,2})\.\s+(?P<judul>[A-Z][^;:]{12,100})")
CLOSING = re.compile(r"(?:Agar\s+(?:setiap|semua)\s+orang|Ditetapkan\s+di|Disahkan\s+di)", re.I)
FOOT = re.compile(r"(?:TAMBAHAN\s+)?LEMBARAN\s+NEGARA|BERITA\s+NEGARA", re.I)
