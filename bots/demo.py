"""`make demo`: three answered questions with their citations and one honest refusal."""

import sys
from datetime import date
from pathlib import Path

from assistant.pipeline import Assistant
from assistant.render.answer_text import render

QUESTIONS = (
    "apa saja jenis pelayanan dasar SPM kesehatan kabupaten?",
    "siapa yang mengawasi SPM kabupaten?",
    "permendagri 100/2018 masih berlaku?",
    "resep rendang",
)


def main(home: Path) -> None:
    """Asks the questions of the demo from the index in `home`."""
    assistant = Assistant(home)
    for question in QUESTIONS:
        print(f"\n{'─' * 78}\nTanya: {question}\n")
        print(render(assistant.ask(question, today=date.today())))
    print(f"\n{'─' * 78}")
    print("Tambahkan naskah resmi milik Anda: .venv/bin/spm index build --from FOLDER")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
