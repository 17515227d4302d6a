"""What kind of answer a question wants, and which forms of text can hold such an answer."""

import re
from typing import Literal

Intent = Literal["definisi", "daftar", "angka", "waktu"]

ASKED: dict[Intent, re.Pattern[str]] = {
    "definisi": re.compile(
        r"\b(?:apa\s+(?:itu|sih|tuh)|itu\s+apa|definisi\w*|pengertian\w*|arti(?:nya)?|apa\s+maksud\w*"
        r"|maksudnya|(?:yang|siapa)\s+(?:yang\s+)?dimaksud|kepanjangan|singkatan)\b"
    ),
    "daftar": re.compile(
        r"\b(?:apa\s*(?:saja|aja|sj)|sebutkan|meliputi|mencakup|terdiri|(?:mana|siapa)\s+(?:saja|aja)"
        r"|jenis\s+apa|macam\s+apa|isinya\s+apa|komponen)\b"
    ),
    "angka": re.compile(r"\b(?:berapa|brp|seberapa|persen|persentase|batas\s+umur)\b"),
    "waktu": re.compile(
        r"\b(?:kapan|berapa\s+(?:lama|hari|bulan|tahun|jam|menit)|paling\s+lambat|sejak\s+tanggal"
        r"|tanggal\s+berapa|batas\s+waktu|tenggat|mulai\s+berlaku)\b"
    ),
}
HOLDS: dict[Intent, re.Pattern[str]] = {
    "definisi": re.compile(r"\b(?:adalah|yang dimaksud dengan|ialah|merupakan|singkatan)\b"),
    "daftar": re.compile(r"(?:\n|[:;]\s+(?:dan\s+)?)(?:b|\(?2)[.)]\s"),
    "angka": re.compile(
        r"\d\s*(?:\([a-z ]+\)|%|persen|orang|kali|unit|liter|menit|tahun|hari|bulan)"
    ),
    "waktu": re.compile(
        r"\b\d+\s*(?:\([a-z ]+\)\s*)?(?:hari|bulan|tahun|jam|menit|minggu)\b|\btanggal\s+\d"
        r"|\b\d{1,2}\s+(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober"
        r"|November|Desember)\b"
    ),
}
COMPARE = re.compile(r"\b(?:beda\w*|perbedaan\w*|banding\w*|bandingkan|dibanding\w*|versus|vs)\b")
# Tasks that an assistant for the law does not take on, and attempts to steer it.
NOT_A_QUESTION = re.compile(
    r"\b(?:buatkan|bikinkan|bikinin|buatin|tuliskan|karangkan|karang(?:lah)?|terjemahkan|nyanyikan)\b"
    r"|\b(?:abaikan|lupakan|hiraukan|ignore|disregard)\b.{0,40}\b(?:instruksi|perintah|aturan|instruction\w*|prompt|batasan)\b"
    r"|\b(?:anda|kamu|kau|engkau)\s+(?:sekarang\s+)?adalah\b|\bmulai\s+sekarang\s+(?:anda|kamu|kau)\b"
    r"|\b(?:bertindaklah|berpura-?puralah|bocorkan|mengarang)\b|\bhapus\s+semua\b|\bkeluarkan\s+surat\b"
    r"|\b(?:kamu|anda|kau)\s+harus\s+(?:setuju|menjawab|bilang)\b|\bjawab\s+(?:saja\s+)?(?:ya|iya|tanpa)\b"
    r"|\bkatakan\b.{0,40}\bwalau\w*\b|\btranslate\b|\bmulai\s+(?:saat\s+ini|sekarang)\s+jawab\b"
    r"|\b(?:jadilah|nyatakan\s+bahwa|ulangi\s+(?:kalimat|kata)|katakan\s+bahwa)\b"
    r"|\btanpa\s+(?:aturan|batasan|filter)\b|\b(?:tidak|tanpa|tak)\s+(?:punya|ada|memiliki)\s+batasan\b"
    r"|\b(?:system\s+prompt|prompt\s+sistem|jailbreak|berpura-?pura|pura-?pura|role-?play|bertindak\s+sebagai)\b"
)
_TO_WHOM = (
    r"(?:[\s,]+(?:pak|bu|bapak|ibu|min|admin|kak|bos|bro|gan|semua\w*|asisten|bot|ya|banyak))*"
)
GREETING = re.compile(
    r"(?:hal+o+|hai+|hi|hey|pagi|siang|sore|malam|p|permisi|tes|test|(?:as+ala\w+(?:\W+\w+)*)"
    rf"|(?:selamat|met)\s+(?:pagi|siang|sore|malam)){_TO_WHOM}[\s!.?,]*"
)
THANKS = re.compile(
    rf"(?:ok(?:e|ay)?|baik|siap|sip)?[\s,]*(?:(?:terima|trima)\s*kasih|makasih|mksh|thanks?|tq|thx)"
    rf"{_TO_WHOM}[\s!.?,]*"
)
PARTS = re.compile(
    r"[;,]?\s+(?:dan|serta|lalu|terus|kemudian|juga)\s+(?=(?:apa|siapa|berapa|bagaimana|kapan|mana"
    r"|(?:di|ke|dari)\s?mana|(?:untuk|dengan|kepada|oleh|sampai|sejak|atas|pada)\s+(?:apa|siapa|kapan|berapa)"
    r"|apakah|kenapa|mengapa|pasal\s+berapa|layanan\s+apa|bentuk|seperti\s+apa|prinsip\s+apa|diwujudkan)\b)"
    r"|;\s+|\?\s+(?=\w)|,\s+(?=(?:siapa|berapa|bagaimana|kapan)\b)"
)


def intents(normal: str) -> frozenset[Intent]:
    """Every kind of answer that a question wants."""
    return frozenset(kind for kind, pattern in ASKED.items() if pattern.search(normal))


def holds(kinds: frozenset[Intent], text: str) -> bool:
    """Whether a text has the form of one of the wanted kinds of answer."""
    return any(HOLDS[kind].search(text) for kind in kinds)


def split(text: str) -> list[str]:
    """The questions that one message asks, in order; the message itself where it asks one."""
    pieces = [p.strip() for p in PARTS.split(text) if p and p.strip()]
    return pieces if len(pieces) > 1 and all(len(p.split()) >= 3 for p in pieces) else [text]
