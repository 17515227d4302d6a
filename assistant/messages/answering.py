"""Sentences of cited answers and refusals."""

LAW_ASSUMED = (
    "Peraturan tidak disebut, jadi yang ditampilkan PP Nomor 2 Tahun 2018. "
    "Sebutkan peraturannya bila yang dimaksud lain."
)
PASAL_OUT_OF_RANGE = "{nama} hanya sampai Pasal {jumlah}, jadi {diminta} tidak ada di dalamnya."
PASAL_COUNT = "Peraturan ini terdiri atas {jumlah} pasal."
AYAT_NOT_FOUND = (
    "{diminta} tidak ditemukan dalam {nama}, sedangkan pasalnya ada. Periksa nomor ayatnya."
)
REGULATION_UNKNOWN = (
    'Peraturan "{nama}" tidak dikenal oleh basis ini; itu tidak berarti peraturannya tidak ada. '
    "Bila Anda punya naskahnya, tambahkan dengan: spm index add BERKAS --id ID"
)
PASAL_NOT_INDEXED = (
    "{nama} {diminta} belum ada di basis ini. Bila Anda punya naskah resminya, tambahkan dengan: "
    "spm index add BERKAS"
)
MORE_AYAT = "Masih ada {jumlah} ayat lagi pada {diminta}; tanyakan ayatnya untuk bunyi lengkap."
ON_DAY = " Keadaan ini dilihat pada {hari}."
REVOKED = "{nama} sudah dicabut oleh {oleh}."
NOW_IN_FORCE = "Yang berlaku sekarang {nama}."
AMENDED = "{nama} masih berlaku dengan perubahan oleh {oleh}."
IN_FORCE = "{nama} masih berlaku sejauh diketahui basis ini."
REPLACES = "{nama} menggantikan {lama}."
NOT_YET = "{nama} belum berlaku pada {hari}; mulai berlaku {mulai}."
STATUS_UNCERTAIN = "Status {nama} pada hari itu belum dapat dipastikan dari sumber yang ada."
STATUS_WEAK = "Keterangan status {nama} berasal dari sumber lemah; periksa pada JDIH."
IN_FORCE_THEN = "Pada {hari} yang berlaku {nama}."
REPLACED_LATER = "Sesudahnya diganti; yang terakhir {nama}."
LEVEL_NAMES = {"kabkota": "kabupaten/kota", "provinsi": "provinsi"}
SERVICES_HEADER = "SPM {urusan} di {tingkat} mencakup {jumlah} jenis pelayanan dasar:"
COUNT_DIFFERS = "Pertanyaan menyebut {klaim} jenis; jumlah menurut peraturan seperti di atas."
COUNT_RIGHT = (
    "Benar, SPM {urusan} di {tingkat} ada {klaim} jenis pelayanan dasar "
    "(kabupaten/kota {kab} jenis, provinsi {prov} jenis)."
)
COUNT_IS_SUM = (
    "Tidak ada satu tingkat dengan {klaim} jenis: SPM {urusan} di kabupaten/kota ada {kab} jenis "
    "dan di provinsi {prov} jenis. Angka {klaim} adalah jumlah keduanya."
)
COUNT_WRONG = (
    "Bukan {klaim} jenis: SPM {urusan} di kabupaten/kota ada {kab} jenis pelayanan dasar dan di "
    "provinsi {prov} jenis."
)
RECEIVERS_HEADER = "Penerimanya:"
COUNT_ALL = (
    "SPM mencakup {jumlah} jenis pelayanan dasar pada enam urusan: {kab} di kabupaten/kota dan "
    "{prov} di provinsi"
)
COUNT_LINE = "- {urusan} (Pasal {pasal}): kabupaten/kota {kab}, provinsi {prov}"
COUNT_LEVEL = "Seluruhnya ada {jumlah} jenis pelayanan dasar di {tingkat}."
LEGAL_BASIS = "Dasar hukum SPM: {daftar}."
LEGAL_STANDARD = "Standar teknisnya: {daftar}."
RESPONSIBLE_WHOLE = "SPM {urusan}"
RESPONSIBLE = "Pengampu {layanan}: {pengampu}."
RESPONSIBLE_VARIES = (
    "Nama perangkat daerah dapat berbeda di tiap daerah; lihat keputusan kepala daerah Anda."
)
LEVEL_OF = "{layanan} termasuk SPM {tingkat}."
RECEIVER_OF = "Penerima {layanan} di {tingkat}: {penerima}."
CATEGORY_OF = "Indeks {nilai} termasuk kategori {kategori} ({batas})."
FROM_TO_BELOW = "{bawah} sampai di bawah {atas}"
BELOW = "di bawah {atas}"
GREETING = (
    "Halo. Silakan bertanya tentang Standar Pelayanan Minimal (SPM) dan peraturannya, misalnya: "
    '"apa saja jenis pelayanan dasar SPM kesehatan kabupaten?"'
)
THANKS = "Sama-sama. Silakan bertanya lagi bila perlu."
IDENTITY = "{nama} mengatur tentang {tentang}."
IDENTITY_DAY = " Mulai berlaku atau diundangkan {hari}."
IDENTITY_BASIS = " Peraturan ini melaksanakan {dasar}."
WHICH_YEAR = 'Tahun "{sitiran}" belum disebut. Yang dikenal di sini: {pilihan}. Yang mana?'
WHICH_YEAR_UNKNOWN = (
    'Tahun "{sitiran}" belum disebut. Sebutkan nomor dan tahunnya, misalnya 59/2021.'
)
PARTS = "Pertanyaan ini memuat {jumlah} bagian; {terjawab} terjawab dengan dasar yang cukup."
NOT_A_PASAL = "{judul} (bukan bunyi pasal)"
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
NEXT_YEAR = " tahun berikutnya"
QUARTER_DUE = (
    "Laporan SPM triwulan {triwulan} diisi di e-SPM paling lambat {batas}, yaitu tanggal 20 bulan "
    "pertama setelah triwulan berakhir; ini kebijakan Sekretariat Bersama, bukan bunyi pasal."
)
YEAR_DUE = "Untuk tahun anggaran {tahun}, batasnya 31 Maret {berikut}."
CHECK_WITH_SEKBER = (
    "Tanggal tiap triwulan diumumkan Sekretariat Bersama SPM; pastikan yang terbaru."
)
REGION_FIGURES = (
    "Angka capaian {daerah} tidak ada di basis ini; yang ada peraturan dan cara menghitungnya. "
    "Nilai IP SPM dari laporan Anda dapat dihitung dengan: spm score BERKAS. "
    "Angka resmi ada di e-SPM atau pada tim penerapan SPM daerah itu."
)
ALL_REGIONS = "tiap daerah"
OWN_REGION = "daerah Anda"
OTHER_LAW = (
    "Hal ini bukan bagian dari SPM; biasanya diatur dalam {aturan}, yang naskahnya tidak ada di basis "
    "ini. Tanyakan kepada instansi yang menanganinya."
)
LAW_NOT_HELD = (
    "Naskah {nama} belum ada di basis ini. Bila Anda punya naskah resminya, tambahkan dengan: "
    "spm index add BERKAS"
)
SENSE = "{bentuk} di sini berarti {arti}."
WHICH_SENSE = '"{bentuk}" dapat berarti {pilihan}. Yang mana yang Anda maksud?'
ARTICLE_UNCONFIRMED = (
    "Nomor pasalnya belum dipastikan pada naskah resmi; periksa sebelum dikutip dalam dokumen."
)
PRACTICE_ONLY = "Sebagian keterangan ini praktik pelaksanaan, bukan bunyi peraturan."
NOTICE_REVOKED = "{nama} sudah dicabut oleh {oleh}."
NOTICE_AMENDED = "{nama} telah diubah oleh {oleh}."
NOTICE_UNKNOWN = (
    'Peraturan "{nama}" tidak dikenal oleh basis ini; itu tidak berarti peraturannya tidak ada.'
)
NOTICE_NOT_YET = "{nama} belum berlaku pada {hari}."
OUT_OF_SCOPE = (
    "Maaf, pertanyaan ini di luar bahan yang saya miliki. Saya menjawab soal Standar Pelayanan "
    "Minimal dan peraturan pemerintahan daerah yang terkait."
)
NO_SOURCE = (
    "Belum ada sumber yang cukup untuk menjawab pertanyaan ini. Yang terdekat: {terdekat}. "
    "Coba sebutkan peraturan atau layanannya, atau tanyakan kepada Sekretariat Bersama SPM."
)
NO_SOURCE_AT_ALL = (
    "Belum ada sumber untuk menjawab pertanyaan ini. Coba sebutkan peraturan atau layanannya."
)
NOT_A_TASK = (
    "Saya hanya menjawab pertanyaan tentang SPM dan peraturannya dengan dasar yang dapat "
    "diperiksa, bukan membuat naskah atau menuruti perintah lain."
)
PERSONAL_DATA_IN = (
    "Pertanyaan memuat data pribadi ({jenis}). Demi pelindungan data, kirim ulang tanpa data itu."
)
HIDDEN = "[pertanyaan memuat data pribadi dan tidak disimpan]"
PERSONAL_DATA_ASKED = (
    "Data pribadi warga tidak tersedia dan tidak dapat diberikan di sini. Identitas penerima "
    "layanan dikelola perangkat daerah pengampu sesuai UU Nomor 27 Tahun 2022 tentang Pelindungan "
    "Data Pribadi."
)
BASIS = "Dasar:"
NOTICE = "Catatan"
TIER_OFFICIAL = "naskah resmi"
TIER_DIGEST = "ringkasan"
TIER_CURATED = "jawaban admin"
LEGAL_STATUS = {
    "berlaku": "berlaku",
    "dicabut": "sudah dicabut",
    "diubah": "berlaku dengan perubahan",
    "tidak_diketahui": "status belum diketahui",
}
LOCATOR_OPEN = "nomor pasal belum dipastikan"
OUR_FAILURE = "Maaf, sistem sedang bermasalah. Coba lagi beberapa menit lagi. Kode: {kode}"
CITATION_UNKNOWN = (
    'Sitiran "{sitiran}" tidak dikenal oleh basis ini; itu tidak berarti peraturannya tidak ada. '
    "Tulis jenis, nomor, dan tahunnya, misalnya: permendagri 59/2021."
)
REGISTRY_STATUS = {
    "berlaku": "berlaku",
    "dicabut": "sudah dicabut",
    "diubah": "berlaku dengan perubahan",
    "belum_berlaku": "belum berlaku",
    "tidak_diketahui": "belum dapat dipastikan",
}
EMPTY_QUESTION = "Pertanyaannya kosong. Tulis pertanyaan Anda dalam satu atau dua kalimat."
QUESTION_TOO_LONG = "Pertanyaan lebih dari {batas} huruf. Ringkas menjadi beberapa kalimat."
