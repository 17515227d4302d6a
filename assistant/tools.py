"""What the model may call: reading only. The docstrings are what it reads.

Every result is text under a mark, and only what stands under a mark can support a sentence. A tool
writes nothing, fetches nothing and runs nothing; a wrong argument gives a sentence.
"""

import threading
from collections.abc import Callable
from datetime import date
from typing import Literal

from assistant import citing, messages, steering
from assistant.evidence import Evidence, Handout
from assistant.format import day as written_day
from assistant.format import number
from assistant.pipeline import Assistant
from assistant.question import understand
from assistant.retrieval import Passage
from assistant.uploaded import Uploaded
from corpus.catalogue import of, urusan
from corpus.citation import find_references
from corpus.models import Tingkat, UrusanId
from corpus.names import full_name, short_name
from corpus.registry import get, out_of_range, status_on, successors

FOUND, MOST_AYAT, LONGEST_TEXT, MOST_FINDINGS = 5, 8, 1_500, 12
LONGEST_ARGUMENT = 400
OWN_FILE = "sumber-berkas-pengguna"
STATUS_WORDS = {**messages.REGISTRY_STATUS}


class Toolbox:
    """The tools for one question: one day, one handout of marks, one uploaded file or none."""

    def __init__(
        self,
        assistant: Assistant,
        asking: threading.Lock,
        handout: Handout,
        today: date,
        day: date,
        upload: Uploaded | None = None,
    ) -> None:
        self._assistant, self._asking = assistant, asking
        self._handout, self._today, self._day, self._upload = handout, today, day, upload

    def tools(self) -> list[Callable[..., str]]:
        """The tools that make sense here: those about a laporan only where there is one."""
        every: list[Callable[..., str]] = [
            self.search_passages, self.open_pasal, self.regulation_status, self.list_services,
        ]  # fmt: skip
        if self._upload is not None:
            every += [self.laporan_score, self.laporan_findings]
        return every

    def search_passages(self, pertanyaan: str) -> str:
        """Mencari bacaan peraturan yang paling dekat dengan sebuah pertanyaan berbahasa Indonesia.

        Args:
            pertanyaan: Pertanyaan atau kata kunci, misalnya "siapa mengawasi SPM kabupaten".
        """
        text = " ".join(pertanyaan.split())[:LONGEST_ARGUMENT]
        if not text:
            return messages.TOOL_EMPTY
        with self._asking:
            retriever = self._assistant.retriever
            question = understand(text, retriever.lexical.vocabulary, self._day)
            found = retriever.search(question, FOUND)
            return self._shown([self.passage(p) for p in found])

    def open_pasal(self, sitiran: str) -> str:
        """Membuka bunyi sebuah pasal atau ayat yang disebut dengan peraturannya.

        Args:
            sitiran: Misalnya "Pasal 6 ayat (3) PP 2/2018".
        """
        places = [r for r in find_references(sitiran[:LONGEST_ARGUMENT]) if r.pasal and r.regulasi]
        if not places:
            return messages.TOOL_NO_CITATION
        with self._asking:
            found = [p for r in places for p in self._assistant.retriever.at(r)][:MOST_AYAT]
        if found:
            return self._shown([self.passage(p) for p in found])
        place = places[0]
        regulation = get(place.regulasi or "")
        if regulation and place.pasal and out_of_range(regulation, place.pasal):
            text = messages.PASAL_COUNT.format(jumlah=regulation.jumlah_pasal)
            return self._shown(
                [self._handout.give(citing.of_registry(1, regulation, self._day, text))]
            )
        return messages.TOOL_NOT_INDEXED

    def regulation_status(self, sitiran: str) -> str:
        """Memberi status peraturan pada hari yang ditanyakan: berlaku, diubah, dicabut oleh apa.

        Args:
            sitiran: Misalnya "Permendagri 100 Tahun 2018".
        """
        named = [r for r in find_references(sitiran[:LONGEST_ARGUMENT]) if r.dikenal]
        regulation = get(named[0].regulasi or "") if named else None
        if regulation is None:
            return messages.TOOL_UNKNOWN_REGULATION
        found = status_on(regulation, self._day)
        text = messages.TOOL_STATUS.format(
            nama=full_name(regulation),
            status=STATUS_WORDS[found.status],
            hari=written_day(self._day),
        )
        by = get(found.oleh.oleh) if found.oleh else None
        if by is not None:
            verb = (
                messages.TOOL_REVOKED_BY if found.status == "dicabut" else messages.TOOL_AMENDED_BY
            )
            text += " " + verb.format(nama=short_name(regulation), oleh=full_name(by))
        last = list(successors(regulation))
        if last:
            text += " " + messages.NOW_IN_FORCE.format(nama=full_name(last[-1]))
        return self._shown([self._handout.give(citing.of_registry(1, regulation, self._day, text))])

    def list_services(self, urusan_spm: UrusanId, tingkat: Tingkat) -> str:
        """Mendaftar jenis pelayanan dasar SPM sebuah urusan pada satu tingkat pemerintahan.

        Args:
            urusan_spm: Satu dari enam urusan SPM.
            tingkat: "kabkota" atau "provinsi".
        """
        services = of(urusan_spm, tingkat)
        header = messages.SERVICES_HEADER.format(
            urusan=urusan()[urusan_spm].nama.lower(),
            tingkat=messages.LEVEL_NAMES[tingkat], jumlah=len(services),
        )  # fmt: skip
        facts = ["\n".join([header, *(f"{n}. {s.nama}" for n, s in enumerate(services, 1))])]
        facts += [messages.TOOL_RECEIVER.format(nama=s.nama, penerima=s.penerima) for s in services]
        with self._asking:
            place = self._assistant.retriever.place(services[0].dasar.jenis.split("/huruf-")[0])
        if place is None:
            return messages.TOOL_NOT_INDEXED
        return self._shown([self.passage(place, facts)])

    def laporan_score(self) -> str:
        """Memberi IP SPM laporan yang dikirim pengguna: indeks, kategori, dan nilai tiap urusan."""
        skor = self._upload.skor if self._upload else None
        if skor is None:
            return messages.TOOL_NO_SCORE
        lines = []
        if skor.indeks is not None and skor.kategori is not None:
            lines.append(
                messages.TOOL_SCORE.format(
                    indeks=number(skor.indeks, 2), kategori=skor.kategori.nama
                )
            )
        else:
            lines.append(messages.TOOL_SCORE_OPEN)
        for item in skor.urusan:
            value = messages.TOOL_OPEN if item.indeks is None else number(item.indeks, 2)
            lines.append(messages.TOOL_SCORE_URUSAN.format(urusan=item.urusan.nama, indeks=value))
        return self._shown([self._own("\n".join(lines), messages.TOOL_LABEL_SCORE)])

    def laporan_findings(
        self, keparahan: Literal["galat", "peringatan", "info", "semua"] = "semua"
    ) -> str:
        """Memberi temuan pemeriksaan laporan yang dikirim pengguna, yang terberat lebih dahulu.

        Args:
            keparahan: Hanya temuan dengan keparahan itu; "semua" untuk semuanya.
        """
        result = self._upload.periksa if self._upload else None
        if result is None:
            return messages.TOOL_NO_FINDINGS
        counts = {k: result.banyak(k) for k in ("galat", "peringatan", "info")}
        chosen = [t for t in result.temuan if keparahan in ("semua", t.keparahan)]
        lines = [messages.UPLOAD_FINDINGS.format(**counts)]
        # A finding quotes the user's own cells: what speaks to the assistant there is left out.
        lines += [
            f"{t.aturan} ({t.keparahan}): {steering.quiet(t.pesan)}" for t in chosen[:MOST_FINDINGS]
        ]
        return self._shown([self._own("\n".join(lines), messages.TOOL_LABEL_FINDINGS)])

    def passage(self, passage: Passage, facts: list[str] | None = None) -> Evidence:
        """A passage under a mark: the official text, with our digest as a note beside it."""
        notes = list(facts or ())
        if passage.official is not None and passage.digest is not None:
            notes.append(passage.digest.teks)
        citation = citing.of_chunk(1, passage.best, self._day)
        return self._handout.give(citation, facts=notes, chunk=passage.best)

    def _own(self, text: str, label: str) -> Evidence:
        """A result about the user's own file, which is no law and has its own source."""
        name = self._upload.nama if self._upload else ""
        return self._handout.give(
            citing.of_fact(1, OWN_FILE, label.format(nama=steering.quiet(name)), text)
        )

    def _shown(self, every: list[Evidence]) -> str:
        return "\n\n".join(e.shown(LONGEST_TEXT) for e in every) or messages.TOOL_NOTHING
