"""Sentences in data that speak to the assistant: no law and no laporan does, an injected one does.

They are cut out before a text goes to a model, and no sentence of an answer may rest on them. This
is the second wall; the first is that nothing but the citation compiler decides what is delivered.
"""

import re

SPEAKS = re.compile(
    r"\b(?:abaikan|lupakan|hiraukan|kesampingkan|batalkan|timpa)\b.{0,60}"
    r"\b(?:instruksi|perintah|aturan|arahan|petunjuk|prompt|batasan|di\s?atas|sebelum\w*)\b"
    r"|\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}"
    r"\b(?:instruction\w*|previous|above|prior|rules?|prompt\w*|polic\w+|all)\b"
    r"|\b(?:system|sistem|developer)\s*(?:prompt|message|override|note|instruction)\b|\bprompt\s+(?:sistem|awal|rahasia)\b"
    r"|\b(?:kamu|kau|engkau)\s+(?:adalah|sekarang|kini|harus|wajib|diminta|diperintahkan|bebas)\b"
    r"|\banda\s+(?:adalah|kini|diperintahkan|bebas\s+dari)\b"
    r"|\byou\s+(?:are|must|should|will|have to)\b"
    r"|\b(?:asisten|assistant|ai|chatbot|model\s+bahasa|language\s+model|llm|bot)\b\s*[:,]?\s*.{0,40}"
    r"\b(?:harus|wajib|jawab\w*|tulis\w*|katakan|sebut\w*|panggil|jalankan|must|should|answer|write|say|call|reply|ikuti|tampilkan|bocorkan)\b"
    r"|\b(?:jawab(?:lah|kan)?|katakan(?:lah)?|tulis(?:lah|kan)?|sebutkan|nyatakan(?:lah)?|balas(?:lah)?|sampaikan(?:lah)?|akui(?:lah)?|simpulkan(?:lah)?)\b"
    r"\s+(?:saja\s+)?(?:bahwa|kepada\s+(?:pengguna|penanya|user)|dengan\s+(?:kalimat|kata)|\")"
    r"|\b(?:dalam|pada|untuk|di)\s+(?:setiap\s+)?(?:jawabanmu|balasanmu|keluaranmu|setiap\s+jawaban)\b"
    r"|\b(?:answer|reply|respond|say|write|state|output|print|reveal|repeat)\s+(?:only|that|with|the|in|your)\b"
    r"|\b(?:panggil|gunakan|pakai|jalankan|call|use|run|execute|invoke)\b.{0,24}(?:\b(?:alat|fungsi)\s+[`'\"]?\w+(?:_\w+|\()|\b(?:tools?|function|perintah\s+shell|kode\s+ini|command)\b)"
    r"|\b(?:ubah|naikkan|tetapkan|set|jadikan|ganti|beri)\b.{0,24}\b(?:skor|nilai|indeks|score)\b.{0,24}\b(?:menjadi|jadi|ke|to|=|100|sempurna)\b"
    r"|\b(?:tolong|mohon|harap)\s+(?:di)?(?:balas|jawab|tulis|salin|katakan|sebut|kirim|abaikan|patuhi)\w*\b"
    r"|\bjawab\w*\s+(?:begitu|demikian|yang\s+benar|sebagai)\b|\bsalin\s+apa\s+adanya\b"
    r"|<\|?/?(?:im_start|im_end|system|assistant|user|inst|data|endoftext)\b|\[/?(?:INST|SYSTEM|SYS|ASSISTANT|USER)\b"
    r"|^\s*(?:system|sistem|assistant|asisten|user|developer)\s*:",
    re.IGNORECASE,
)
ZERO_WIDTH = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]|[\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    return ZERO_WIDTH.sub("", text)


def speaks(text: str) -> bool:
    """Whether a text addresses the assistant."""
    return bool(SPEAKS.search(visible(text)))


def quiet(text: str) -> str:
    """The lines before the first one that addresses the assistant; else unchanged.

    What stands beside or after such a sentence is not trusted either: it is the lie itself.
    """
    clean = visible(text)
    if not SPEAKS.search(clean):
        return clean
    kept: list[str] = []
    for line in clean.splitlines():
        if SPEAKS.search("\n".join((*kept[-1:], line))):
            break
        kept.append(line)
    return "\n".join(kept)
