"""Sentences of the language model and conversations."""

CHECKED = (
    "Disusun model bahasa; {kalimat} kalimat dan {sitiran} sitirannya sudah dicocokkan program "
    "dengan teks sumber."
)
CHECKED_DROPPED = " {n} kalimat tanpa dukungan sumber tidak ditampilkan."
MODEL_FAILED = {
    "waktu": "Model bahasa belum menjawab pada waktunya; ini kutipan langsung dari sumber.",
    "anggaran": "Batas kerja model bahasa tercapai; ini kutipan langsung dari sumber.",
    "server": "Model bahasa sedang tidak dapat dihubungi; ini kutipan langsung dari sumber.",
    "kosong": "Model bahasa tidak memberi jawaban; ini kutipan langsung dari sumber.",
    "tanpa_dukungan": (
        "Kalimat model bahasa tidak cukup didukung sumber; ini kutipan langsung dari sumber."
    ),
}
NOTICE_STEERING = (
    "Sumber yang dikutip memuat kalimat yang menyuruh asisten; bagian itu tidak ditampilkan."
)
OWN_QUESTION_HIDDEN = "(pertanyaan memuat data pribadi dan tidak disimpan)"
STEP = {
    "search_passages": "Mencari bacaan …",
    "open_pasal": "Membuka pasal …",
    "regulation_status": "Memeriksa status peraturan …",
    "list_services": "Membaca daftar pelayanan …",
    "laporan_score": "Membaca nilai laporan …",
    "laporan_findings": "Membaca temuan laporan …",
}
EVIDENCE_REVOKED = "{nama} sudah dicabut, tidak berlaku lagi, dan diganti oleh {oleh}."
TOOL_EMPTY = "Isi pertanyaan pencarian dengan beberapa kata."
TOOL_NO_CITATION = "Sebutkan pasal dan peraturannya, misalnya: Pasal 6 ayat (3) PP 2/2018."
TOOL_NOT_INDEXED = "Bunyi tempat itu belum ada di basis ini."
TOOL_UNKNOWN_REGULATION = "Peraturan itu tidak dikenal oleh basis ini."
TOOL_STATUS = "Status {nama} pada {hari}: {status}."
TOOL_REVOKED_BY = "{nama} dicabut oleh {oleh}."
TOOL_AMENDED_BY = "{nama} diubah oleh {oleh}."
TOOL_RECEIVER = "Penerima {nama}: {penerima}."
TOOL_NO_SCORE = "Belum ada laporan yang dapat dinilai dalam percakapan ini."
TOOL_NO_FINDINGS = "Belum ada laporan yang diperiksa dalam percakapan ini."
TOOL_SCORE = "IP SPM laporan: {indeks}, kategori {kategori}."
TOOL_SCORE_OPEN = "IP SPM laporan belum dapat dihitung karena isiannya belum lengkap."
TOOL_SCORE_URUSAN = "Indeks urusan {urusan}: {indeks}."
TOOL_OPEN = "belum dapat dihitung"
TOOL_LABEL_SCORE = 'Hasil hitung atas berkas "{nama}"'
TOOL_LABEL_FINDINGS = 'Hasil pemeriksaan atas berkas "{nama}"'
TOOL_NOTHING = "Tidak ada bacaan yang ditemukan."
TOOL_WRONG_ARGUMENT = (
    "Isian alat tidak sah. Perbaiki sesuai keterangannya, atau jawab tanpa alat itu."
)
TOOL_LIMIT = "Batas pemakaian alat tercapai. Jawab dengan bacaan yang sudah ada."
UPLOAD_FORMAT = 'Berkas "{nama}" belum dapat dibaca. Format yang didukung: .pdf, .docx, .xlsx, .txt, .csv, .json.'
UPLOAD_SENT = '(mengirim berkas "{nama}")'
UPLOAD_READ = 'Berkas "{nama}" sudah dibaca.'
UPLOAD_FINDINGS = "Pemeriksaan: {galat} galat, {peringatan} peringatan, {info} info."
UPLOAD_MORE = "Dan {n} temuan lagi."
UPLOAD_ASK = "Silakan bertanya tentang berkas ini; isinya tidak masuk ke basis peraturan."
MODEL_NOT_INSTALLED = 'Paket untuk model "{model}" belum terpasang. Jalankan: pip install {paket}'
MODEL_MISNAMED = (
    'Model "{model}" tidak dikenal. Tulis penyedia dan namanya, misalnya: openai:gpt-5-mini'
)
MODEL_UNUSABLE = (
    'Model "{model}" tidak dapat disiapkan. Periksa SPM_MODEL_KEY dan nama modelnya, lalu jalankan: '
    "spm doctor"
)
SHOW_UNKNOWN = 'Jawaban dengan id "{id}" tidak ditemukan atau sudah lewat masa simpannya.'
SHOW_HEAD = "Jawaban {id} · dibuat {waktu} · {cara} · basis {basis}"
SHOW_MODE = {"model": "disusun model {model}", "extractive": "kutipan langsung"}
SHOW_QUESTION = "Tanya: {tanya}"
SHOW_HOLDS = "Masih sah: {n} sitiran sama dengan teks sekarang."
SHOW_BROKEN = "Tidak lagi sah:"
SHOW_TEXT_CHANGED = "[{mark}] {label}: teksnya berubah atau tidak ada lagi."
SHOW_STATUS_CHANGED = "[{mark}] {label}: statusnya dahulu {dahulu}, sekarang {kini}."
SHOW_SENTENCE = "Kalimat tidak lagi didukung sumber: {kalimat}"
SHOW_OTHER_ANSWER = "Pertanyaan yang sama sekarang dijawab dengan dasar lain."
SHOW_NOT_REPEATED = "[{mark}] {label}: hasil hitungan atau berkas saat itu; tidak diulang."
SHOW_OTHER_STATUS = "Pertanyaan yang sama sekarang berstatus {kini}, dahulu {dahulu}."
SHOW_CORPUS_CHANGED = (
    "Basis peraturan sudah diperbarui sejak jawaban itu (dahulu {dahulu}, sekarang {kini})."
)

MEMORY_UNAVAILABLE = (
    'Percakapan tidak dapat disimpan di "{berkas}". Beri izin tulis pada folder itu, atau pilih '
    "folder lain dengan SPM_HOME."
)
CHAT_WELCOME = (
    "Silakan bertanya. Perintah: /cek BERKAS untuk memeriksa laporan, /hapus untuk melupakan "
    "percakapan. Baris kosong untuk selesai."
)
CHAT_COMMANDS = "Perintah yang ada: /cek BERKAS dan /hapus. Selain itu, tulis pertanyaan Anda."
CHAT_THINKING = "Menyusun jawaban …"
CHAT_PASSPORT = "Id jawaban: {id} · periksa lagi dengan: spm show {id}"
CHAT_FORGOTTEN = "Sudah dilupakan: {n} pesan terhapus, beserta id jawabannya."
CHAT_STOPPED = "Dihentikan; pertanyaan itu tidak dijawab."
CHAT_NO_FILE = 'Berkas "{berkas}" tidak ditemukan.'
