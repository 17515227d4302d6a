"""Every sentence a user can see, in Indonesian. Grouped by the part that says it."""

# --- answering ---
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


# --- scoring ---

# Places
LETAK_SEL = 'Lembar "{lembar}", sel {sel}'
LETAK_LEMBAR = 'Lembar "{lembar}"'
LETAK_BARIS = "Baris {baris}"
LETAK_BARIS_KOLOM = 'Baris {baris}, kolom "{kolom}"'
LETAK_JALUR = 'Kunci "{jalur}"'
LETAK_HALAMAN = "Halaman {halaman}"

# A file that cannot be read at all
BERKAS_TIDAK_ADA = 'Berkas "{nama}" tidak ditemukan. Periksa nama dan foldernya.'
BERKAS_FOLDER_KOSONG = (
    'Folder "{nama}" tidak memuat laporan. Format yang didukung: .xlsx, .csv, .json.'
)
BERKAS_FORMAT = (
    'Berkas "{nama}" belum dapat dinilai. Format yang didukung: .xlsx, .csv, .json. '
    "Salin isiannya ke templat (perintah: spm template), lalu kirim kembali."
)
BERKAS_TERLALU_BESAR = (
    'Berkas "{nama}" berukuran {ukuran} MB, sedangkan batasnya {batas} MB. '
    "Hapus gambar dan lembar yang tidak diperlukan, lalu kirim kembali."
)
BERKAS_RUSAK = (
    'Berkas "{nama}" tidak dapat dibuka sebagai {jenis}. Buka dengan aplikasinya, simpan ulang, '
    "lalu kirim kembali."
)
BERKAS_KOSONG = 'Berkas "{nama}" kosong. Kirim berkas yang sudah diisi.'
BERKAS_TAK_DAPAT_DITULIS = 'Berkas "{nama}" tidak dapat ditulis. Periksa folder dan izinnya.'
BERKAS_TERLALU_BANYAK_SEL = (
    'Berkas "{nama}" memuat lebih dari {batas} sel. Hapus lembar yang tidak diperlukan.'
)

# One sentence for every cell that cannot be used
ISIAN_TEKS = '{letak}: tertulis "{nilai}", padahal isian ini memerlukan angka. Ketik angkanya saja.'
ISIAN_NIHIL = (
    '{letak}: tertulis "{nilai}". Ketik 0 bila memang tidak ada, atau kosongkan bila belum didata.'
)
ISIAN_AMBIGU = (
    '{letak}: tertulis "{nilai}", yang dapat dibaca dengan dua cara. '
    "Ketik angkanya tanpa pemisah ribuan."
)
ISIAN_NEGATIF = "{letak}: tertulis {nilai}, sedangkan isian ini tidak dapat kurang dari nol."
ISIAN_PECAHAN = (
    "{letak}: tertulis {nilai}, sedangkan jumlah {satuan} berupa bilangan bulat. "
    "Ketik bilangan bulatnya."
)
ISIAN_TERLALU_BESAR = (
    "{letak}: tertulis {nilai}, terlalu besar atau terlalu panjang untuk sebuah laporan. "
    "Periksa banyaknya angka."
)
ISIAN_RUMUS = (
    "{letak}: berisi rumus tanpa hasil tersimpan. Buka berkas, simpan ulang, atau ketik angkanya."
)
ISIAN_GALAT = "{letak}: rumusnya menghasilkan {nilai}. Perbaiki rumus itu, atau ketik angkanya."
ISIAN_TANGGAL = "{letak}: berisi tanggal, padahal isian ini memerlukan angka. Ketik angkanya saja."
ISIAN_LOGIKA = "{letak}: berisi {nilai}, padahal isian ini memerlukan angka. Ketik angkanya saja."

# Structure of a filled template
LEMBAR_HILANG = (
    'Lembar "{lembar}" tidak ditemukan. Kembalikan lembar itu dari templat, dengan nama yang sama.'
)
TABEL_HILANG = '{letak}: tabel dengan kolom "{kolom}" tidak ditemukan. Salin kembali dari templat.'
KOLOM_HILANG = '{letak}: kolom "{kolom}" tidak ditemukan. Kembalikan judul kolomnya.'
KOLOM_BERUBAH = (
    '{letak}: judul kolom tertulis "{nilai}", sedangkan templat memakai "{kolom}". '
    "Kembalikan judul kolomnya."
)
KOLOM_GANDA = '{letak}: judul kolom "{kolom}" tercantum dua kali. Hapus salah satunya.'
KODE_KOSONG = "{letak}: baris ini berisi angka tetapi kode layanannya kosong. Isi kodenya."
KODE_TAK_DIKENAL = '{letak}: kode layanan "{kode}" tidak dikenal. Periksa kode pada templat.'
KODE_TINGKAT_LAIN = (
    '{letak}: layanan "{kode}" adalah layanan tingkat {milik}, sedangkan laporan ini tingkat '
    "{tingkat}. Pindahkan ke laporan tingkat itu."
)
KODE_GANDA = '{letak}: layanan "{kode}" tercantum lebih dari sekali. Sisakan satu baris saja.'
BUTIR_GANDA = (
    '{letak}: butir mutu "{butir}" pada layanan "{kode}" tercantum lebih dari sekali. '
    "Sisakan satu baris saja."
)
BUTIR_TANPA_NAMA = "{letak}: butir mutu ini belum bernama. Isi nama butirnya."
KOMPONEN_TAK_DIKENAL = (
    '{letak}: komponen mutu "{nilai}" tidak dikenal. Pilihannya: Barang/Jasa, SDM, Tata Cara.'
)
BAGIAN_TAK_DIKENAL = (
    '{letak}: bagian "{nilai}" tidak dikenal. Pilihannya: identitas, penerima, mutu.'
)
KUNCI_TAK_DIKENAL = "{letak}: kunci ini tidak dikenal. Pilihannya: {daftar}."
BENTUK_SALAH = "{letak}: bentuknya bukan {bentuk}. Cocokkan dengan templat."
BENTUK_DAFTAR = "daftar"
BENTUK_OBJEK = "objek berisi kunci dan nilai"
IDENTITAS_KOSONG = '{letak}: "{isian}" belum diisi.'
IDENTITAS_HILANG = 'Isian identitas "{isian}" tidak ditemukan. Salin kembali dari templat.'
IDENTITAS_TAHUN = (
    '{letak}: tahun anggaran tertulis "{nilai}". Isi empat angka, misalnya 2025 (dari {dari} '
    "sampai {sampai})."
)
IDENTITAS_TRIWULAN = '{letak}: periode tertulis "{nilai}". Pilihannya: {daftar}.'
IDENTITAS_TINGKAT = '{letak}: tingkat tertulis "{nilai}". Pilihannya: {daftar}.'
IDENTITAS_DAERAH = (
    '{letak}: kode daerah "{nilai}" tidak dikenal. Pakai kode Kemendagri, misalnya 32.16.'
)
IDENTITAS_DAERAH_TINGKAT = (
    "{letak}: {daerah} bukan daerah tingkat {tingkat}. Periksa kode daerah dan tingkatnya."
)

# Notes on a score
SKOR_SASARAN_NOL = "Sasaran 0, sehingga persentasenya tidak ada."
SKOR_TIDAK_BERLAKU = "Sasaran 0: tidak berlaku pada periode ini dan tidak ikut dirata-ratakan."
SKOR_TIDAK_BERLAKU_TERLAYANI = (
    "Sasaran 0 tetapi terlayani {n}: dianggap tidak berlaku dan tidak ikut dirata-ratakan. "
    "Periksa kembali kedua angka itu."
)
SKOR_SASARAN_NOL_NIHIL = "Sasaran 0: dihitung 0 persen sesuai anggapan yang dipilih."
SKOR_LEBIH = "Terlayani {terlayani} melebihi sasaran {sasaran}: dihitung {batas} persen."
SKOR_TANPA_PENERIMA = (
    "Jumlah penerima belum lengkap (sasaran atau terlayani kosong): indeks belum dapat dihitung."
)
SKOR_TANPA_MUTU = "Data mutu belum ada: indeks belum dapat dihitung."
SKOR_BUTIR_NOL = "{n} butir mutu berkebutuhan 0: tidak berlaku dan tidak ikut dihitung."
SKOR_BUTIR_SEPARUH = (
    "{n} butir mutu baru terisi sebelah (kebutuhan atau terpenuhi saja): mutu belum dapat dihitung."
)
SKOR_BUTIR_KOSONG = "{n} dari {dari} butir mutu belum diisi dan tidak ikut dihitung."
SKOR_BUTIR_KOSONG_GAGAL = "{n} butir mutu belum diisi: mutu belum dapat dihitung."

# Choices of the calculation
ANGGAPAN_TAK_DIKENAL = 'Anggapan "{nama}" tidak dikenal. Pilihannya: {daftar}.'
ANGGAPAN_BENTUK = (
    'Anggapan "{teks}" belum berbentuk nama=nilai, misalnya gabungan_mutu=rasio-jumlah.'
)
PILIHAN_TAK_DIKENAL = 'Nilai "{nilai}" untuk {nama} tidak dikenal. Pilihannya: {daftar}.'
BUKAN_BILANGAN = (
    'Nilai "{nilai}" untuk {nama} bukan bilangan dari 0 sampai 100. Pakai titik untuk desimal.'
)
BOBOT_BUKAN_SATU = (
    "Jumlah bobot_penerima dan bobot_mutu adalah {jumlah}, seharusnya 1. Ubah keduanya bersama."
)
BELUM_ADA_KETENTUAN = (
    "Ketentuan IP SPM untuk {hari} tidak ada di basis data; yang pertama berlaku mulai {mulai}. "
    "Pakai --on dengan tanggal sesudahnya bila Anda tetap ingin menghitung."
)

# The template
TEMPLAT_JUDUL = "Laporan Penerapan SPM"
TEMPLAT_PETUNJUK = (
    "Isi lembar Identitas lebih dulu: kode daerah menurut Kemendagri, tahun anggaran, dan periode.",
    "Isi sel berwarna kuning saja. Sel lain terkunci supaya kode dan judulnya tidak berubah.",
    "Tabel A: jumlah orang yang harus dilayani dan yang sudah terlayani, bilangan bulat.",
    "Tabel B: kebutuhan dan pemenuhan tiap butir mutu, menurut satuan pada barisnya.",
    "Tabel C: pagu dan realisasi anggaran dalam rupiah penuh, bukan ribuan atau jutaan.",
    "Ketik angka tanpa titik pemisah ribuan dan tanpa satuan. Aplikasi menampilkan pemisahnya.",
    "Tulis 0 bila memang tidak ada. Kosongkan bila belum didata: kosong tidak sama dengan nol.",
    "Sasaran 0 berarti layanan tidak berlaku pada periode ini.",
    "Butir mutu disusun dari sumber yang terbaca; sesuaikan dengan standar teknis yang berlaku. "
    "Butir lain dapat ditambahkan pada baris kosong di bawah Tabel B.",
    "Jangan mengubah nama lembar, kode layanan, atau judul kolom.",
    "Jangan menulis nama, NIK, atau data pribadi lain di berkas ini.",
    "Setelah terisi, hitung dengan perintah: spm score NAMA-BERKAS.",
)
TEMPLAT_KOLOM_PETUNJUK = "Petunjuk pengisian"
TEMPLAT_TINGKAT = "Tingkat: {tingkat}"
TEMPLAT_URUSAN = "Urusan: {urusan}"
TEMPLAT_BUTIR_LAIN = "Butir lain (bila ada): pilih kode dan komponennya"
TEMPLAT_ISIAN = "Isian"
TEMPLAT_KETERANGAN = "Keterangan"
TEMPLAT_KETERANGAN_IDENTITAS = {
    "daerah": "Dua angka untuk provinsi (32), lima tanda untuk kabupaten/kota (32.16).",
    "nama_daerah": "Nama lengkap, misalnya Kabupaten Bekasi.",
    "tingkat": "Sudah terisi menurut templat ini.",
    "tahun": "Empat angka.",
    "periode": "Pilih dari daftar. Angka triwulan bersifat kumulatif sejak Januari.",
    "perangkat_daerah": "Boleh dikosongkan.",
    "tanggal": "Boleh dikosongkan, misalnya 20 Januari 2026.",
}
TEMPLAT_GALAT_ANGKA = "Ketik angka, 0 atau lebih."
TEMPLAT_GALAT_BULAT = "Ketik bilangan bulat, 0 atau lebih."
TEMPLAT_GALAT_PILIHAN = "Pilih dari daftar."
TEMPLAT_FORMAT = 'Templat hanya dapat ditulis sebagai .xlsx, .csv, atau .json, bukan "{nama}".'
TEMPLAT_ADA = 'Berkas "{nama}" sudah ada. Pakai nama lain, atau --force untuk menggantinya.'
TEMPLAT_DITULIS = "Templat {tingkat} dengan {n} jenis layanan ditulis ke {nama}."
TEMPLAT_TINGKAT_SALAH = 'Tingkat "{nilai}" tidak dikenal. Pilihannya: kabkota, provinsi.'
TEMPLAT_DAERAH_TAK_DIKENAL = (
    'Daerah "{nilai}" tidak dikenal. Pakai kode Kemendagri, misalnya 32.16.'
)
TEMPLAT_DAERAH_TINGKAT = "{daerah} bukan daerah tingkat {tingkat}. Sesuaikan --level."
TEMPLAT_CONTOH_SENDIRI = (
    "Pilihan --sample memakai daerah dan tahun rekaan; jangan gabungkan dengan --daerah, --year, "
    "atau --quarter."
)
CONTOH_DAERAH = "Kabupaten Contoh (angka rekaan)"

# What if, goal, comparison
ANDAI_BENTUK = (
    'Pengandaian "{teks}" belum dikenali. Contoh: kes.kab.08.terlayani=190000, '
    "kes.kab.08.sasaran=200000, atau kes.kab.01.mutu.3.terpenuhi=500."
)
ANDAI_LAYANAN = 'Layanan "{kode}" tidak ada dalam laporan ini. Periksa kodenya.'
ANDAI_BUTIR = (
    'Butir mutu "{butir}" pada layanan "{kode}" tidak ditemukan. Pakai nama butir, atau nomor '
    "urutnya dari 1 sampai {n}."
)
TUJUAN_TAK_DIKENAL = (
    'Tujuan "{nilai}" tidak dikenal. Pilihannya: {daftar}, atau angka dari 0 sampai 100.'
)
TUJUAN_BELUM_DAPAT = (
    "IP SPM belum dapat dihitung, sehingga jalan ke tujuan belum dapat disusun. "
    "Lengkapi dahulu data yang disebut pada catatan."
)
SATU_LAPORAN = "Pilihan {pilihan} memerlukan tepat satu laporan, bukan {n}."

# A score on paper
TEKS_JUDUL = "IP SPM {daerah}, {periode} {tahun}"
TEKS_DAERAH_KOSONG = "daerah belum diisi"
TEKS_INDEKS = "Indeks {indeks}: {kategori}."
TEKS_JARAK = "Kurang {poin} poin lagi menuju {kategori}."
TEKS_TERTINGGI = "Sudah pada kategori tertinggi."
TEKS_BELUM = "IP SPM belum dapat dihitung karena ada data yang belum lengkap (lihat catatan)."
TEKS_RENTANG = "Dengan data yang ada, indeksnya antara {rendah} dan {tinggi}."
TEKS_KATEGORI_BELUM = "belum dapat dihitung"
TEKS_TIDAK_BERLAKU = "tidak berlaku"
TEKS_KOLOM_URUSAN = ("Urusan", "Penerima %", "Mutu %", "Indeks", "Kategori")
TEKS_KOLOM_LAYANAN = ("Kode", "Jenis layanan", "Penerima %", "Mutu %", "Indeks")
TEKS_CATATAN = "Catatan"
TEKS_ANGGAPAN = "Anggapan yang dipakai"
TEKS_ANGGAPAN_BARIS = "{nama} = {nilai} ({status}, keyakinan {keyakinan}). Dasar: {dasar}."
TEKS_TERVERIFIKASI = "tercocokkan dengan naskah"
TEKS_BELUM_TERVERIFIKASI = "belum dicocokkan dengan naskah"
TEKS_DIUBAH = "dipilih pada perintah ini"
TEKS_DASAR_TANPA_LETAK = "{regulasi}, letak belum dicocokkan"
TEKS_KATEGORI_DASAR = (
    "Kategori dibandingkan dengan indeks yang belum dibulatkan. Batas bawah: {batas}."
)
TEKS_LANGKAH = "Langkah penghitungan"
TEKS_LANGKAH_BARIS = "{n}. {aturan} [{tentang}]: {rumus}"
TEKS_LANGKAH_MASUKAN = "   masukan: {masukan}"
TEKS_LANGKAH_HASIL = "   hasil: {hasil}. Dasar: {dasar}."
TEKS_LANGKAH_TANPA_HASIL = "tidak ada"
TEKS_SARAN_LANGKAH = "Tambahkan --steps untuk setiap langkah penghitungan."
TEKS_ANDAI = "Pengandaian"
TEKS_ANDAI_KOLOM = ("Tingkat", "Semula", "Menjadi", "Selisih")
TEKS_DAERAH = "Daerah"
TEKS_ANDAI_KATEGORI = "Kategori: {lama} menjadi {baru}."
TEKS_ANDAI_KATEGORI_TETAP = "Kategori tetap: {lama}."
TEKS_ANDAI_TETAP = "Tidak ada indeks yang berubah."
TEKS_TUJUAN = "Menuju {tujuan} (indeks {batas})"
TEKS_TUJUAN_SUDAH = "Indeks sekarang {indeks}, sudah mencapai tujuan itu."
TEKS_TUJUAN_PERLU = "Cukup dengan tambahan berikut, menjadi {indeks}:"
TEKS_TUJUAN_TIDAK = (
    "Seluruh tambahan yang dapat dihitung pun baru membawa indeks ke {indeks}. Periksa layanan "
    "yang tidak berlaku dan kebutuhan mutunya."
)
TEKS_TUJUAN_PENERIMA = (
    "{layanan} {nama}: {tambah} penerima lagi (dari {semula} menjadi {menjadi}), "
    "menambah {poin} poin, {per} poin tiap orang."
)
TEKS_TUJUAN_MUTU = (
    '{layanan} butir mutu "{nama}": {tambah} {satuan} lagi (dari {semula} menjadi {menjadi}), '
    "menambah {poin} poin."
)
TEKS_TUJUAN_PILIHAN = "Pilihan lain: penerima menurut poin tiap orang, lalu mutu menurut poinnya"
TEKS_TUJUAN_SISA = "Dan {n} lagi; semuanya ada pada --json."
TEKS_TUJUAN_JUJUR = (
    "Ini hitungan semata, bukan saran kebijakan: layanan dasar adalah hak setiap warga yang "
    "berhak, dan targetnya tetap {target} persen di semua layanan."
)
TEKS_BANDING = "Perbandingan {n} laporan"
TEKS_BANDING_KOLOM = ("Daerah", "Periode", "Indeks", "Kategori", "Gerak", "Peringkat")
TEKS_BANDING_URUSAN = "Indeks tiap urusan"
TEKS_BANDING_RATA = "Rata-rata indeks dari {n} laporan yang dapat dihitung: {indeks}."
TEKS_BANDING_GAGAL = "{n} berkas belum dapat dibaca:"
TEKS_BANDING_NAIK = "naik kategori"
TEKS_BANDING_TURUN = "turun kategori"
TEKS_GRAFIK = "Grafik ditulis ke {nama}."
TEKS_GRAFIK_FORMAT = 'Grafik ditulis sebagai .png, bukan "{nama}".'

# The chart
GRAFIK_JUDUL = "Indeks Pencapaian SPM {daerah}"
GRAFIK_PERIODE = "{periode} {tahun}"
GRAFIK_DAERAH = "IP SPM {indeks} ({kategori})"
GRAFIK_BELUM = "IP SPM belum dapat dihitung"
GRAFIK_URUSAN = "Indeks tiap urusan"
GRAFIK_SISI = "Penerima dan mutu (rata-rata layanan)"
GRAFIK_PENERIMA = "Penerima"
GRAFIK_MUTU = "Mutu"
GRAFIK_CATATAN = "Bobot dan cara hitung: lihat anggapan pada hasil penilaian."
TEMPLAT_TAHUN = "Tahun {nilai} di luar jangkauan. Isi dari {dari} sampai {sampai}."

# --- checking ---
PERIKSA_JENIS = {
    "laporan_tahunan": "laporan tahunan penerapan SPM",
    "espm_triwulan": "isian e-SPM triwulanan",
    "rad": "rencana aksi daerah",
    "lppd": "LPPD",
    "konsultan_bulanan": "laporan bulanan konsultan",
    "sop": "SOP",
    "lainnya": "jenis tidak dikenali",
}
PERIKSA_KEPARAHAN = {"galat": "Galat", "peringatan": "Peringatan", "info": "Info"}
PERIKSA_JUDUL = "Hasil pemeriksaan {nama}"
PERIKSA_IDENTITAS = "Dibaca sebagai {jenis}; {tingkat}; {daerah}; {periode}."
PERIKSA_TINGKAT = {
    "kabkota": "tingkat kabupaten/kota",
    "provinsi": "tingkat provinsi",
    None: "tingkat tidak dikenali",
}
PERIKSA_TANPA_DAERAH = "daerah tidak dikenali"
PERIKSA_TANPA_PERIODE = "periode tidak dikenali"
PERIKSA_UBAH = (
    "Bila keliru, tentukan sendiri dengan --kind, --level, --daerah, atau --period; peran kolom "
    "terlihat dengan --columns dan dapat diganti dengan --role."
)
PERIKSA_KOLOM = "Tabel dan kolom yang dikenali"
PERIKSA_KOLOM_TABEL = "{letak}: {judul}"
PERIKSA_TAK_LAYAK = "tidak layak diperiksa"
PERIKSA_TANPA_JUDUL = "tanpa judul"
PERIKSA_RINGKAS = "{galat} galat, {peringatan} peringatan, {info} info."
PERIKSA_BERSIH = "Tidak ada temuan. Yang diperiksa tercantum di bawah; itu bukan jaminan benar."
PERIKSA_HITUNGAN = (
    "{dicek} perbandingan dilakukan: {lolos} cocok, {bulat} cocok karena pembulatan, {gagal} tidak, "
    "{tak} tidak dapat dicek."
)
PERIKSA_UMUM = "Jenis dokumennya tidak dikenali, jadi hanya aturan umum yang berlaku penuh."
PERIKSA_DIREDAM = "{n} temuan lain adalah akibat dari temuan di atas."
PERIKSA_LAGI = "dan {n} lagi"
PERIKSA_AKIBAT = "Kategori dapat berubah menjadi {kategori}."
PERIKSA_PERLU_CEK = "perlu dipastikan pada dokumen aslinya"
PERIKSA_KEYAKINAN = "dibaca dengan OCR, keyakinan terendah {n} persen"
PERIKSA_TEMPAT_LAIN = "Tempat lain: {tempat}."
PERIKSA_TEMPAT_LAGI = "dan {n} tempat lain"
PERIKSA_REGISTRI = "data peraturan Asisten SPM"
PERIKSA_PUTUSAN = {
    "tidak_konsisten": "tidak cocok",
    "konsisten_pembulatan": "cocok karena pembulatan",
    "perlu_cek": "perlu dipastikan",
    "tidak_dapat_dicek": "tidak dapat dicek",
}
PERIKSA_DASAR = "Dasar: {dasar}."
PERIKSA_KAIDAH = "kaidah hitung atau kaidah dokumen"
PERIKSA_KALI = "{judul} [{aturan}] ({n})"
PERIKSA_TAK_DICEK = "Tidak dapat dicek: {judul} [{aturan}], karena {alasan}."
PERIKSA_SEJAK = "Dibanding {berkas}: {baru} baru, {tetap} tetap, {selesai} selesai."
PERIKSA_DIAKUI = "diakui: {alasan}"
PERIKSA_SUDAH_DIAKUI = 'Temuan {sidik} ditandai diakui di "{berkas}".'
PERIKSA_SIDIK_TIDAK_ADA = 'Tidak ada temuan dengan sidik jari "{sidik}" dalam laporan ini.'
PERIKSA_ALASAN_WAJIB = "Sebutkan alasannya dengan --reason."
PERIKSA_LAMA_RUSAK = (
    'Berkas "{berkas}" bukan hasil "spm check --format json". Buat ulang, lalu coba lagi.'
)
PERIKSA_FORMAT = 'Format "{format}" tidak dikenal. Yang tersedia: text, json, html, xlsx, docx.'
PERIKSA_PERLU_OUT = "Format {format} perlu nama berkas hasil: tambahkan --out NAMA.{format}"
PERIKSA_TERTULIS = 'Hasil ditulis ke "{berkas}".'
PERIKSA_ATURAN_TIDAK_ADA = 'Aturan "{id}" tidak ada. Daftar lengkap: spm rules'
PERIKSA_TINGKAT_SALAH = 'Tingkat "{level}" tidak dikenal. Pilihannya: kabkota, provinsi.'
PERIKSA_JENIS_SALAH = 'Jenis dokumen "{kind}" tidak dikenal. Pilihannya: {pilihan}.'
PERIKSA_DAERAH_SALAH = (
    'Daerah "{nama}" tidak dikenal. Tulis nama lengkap atau kodenya, misalnya "Kabupaten Bekasi" '
    "atau 32.16."
)
PERIKSA_DAERAH_GANDA = 'Nama "{nama}" dapat berarti {pilihan}. Tulis salah satunya atau kodenya.'
PERIKSA_PERIODE_SALAH = (
    'Periode "{periode}" tidak dikenal. Contoh: 2024, 2024-TW2, 2024-07, atau 2025-2029.'
)
PERIKSA_PERAN_SALAH = (
    'Peran kolom "{peran}" belum dapat dipakai. Tulis JUDUL=PERAN, dengan peran salah satu dari: '
    "{pilihan}."
)
PERIKSA_KOLOM_TIDAK_ADA = 'Kolom berjudul "{kolom}" tidak ditemukan. Yang mirip atau ada: {ada}.'
PERIKSA_PENDUDUK_BACA = 'Berkas penduduk "{berkas}" belum dapat dibaca. Simpan sebagai CSV UTF-8.'
PERIKSA_PENDUDUK_KOLOM = (
    'Berkas penduduk "{berkas}" perlu kolom kode, jumlah, dan sumber, paling besar 4 MB.'
)
PERIKSA_PENDUDUK_BARIS = (
    'Berkas penduduk "{berkas}" baris {baris}: isi kode daerah yang dikenal, jumlah jiwa lebih dari '
    "nol, dan sumbernya."
)
PERIKSA_CONTOH_LOLOS = "Contoh yang lolos"
PERIKSA_CONTOH_GAGAL = "Contoh yang tidak lolos"
PERIKSA_CONTOH_KEDUA = "Berkas kedua:"
PERIKSA_CONTOH_PESAN = "Temuannya: {pesan}"
PERIKSA_SURAT = (
    "Berikut temuan pemeriksaan konsistensi atas {nama} untuk ditindaklanjuti. Angka di sini dikutip "
    "dari laporan itu; bila dua angka berbeda, pemeriksaan ini tidak menentukan mana yang benar."
)
PERIKSA_SKOR = "IP SPM dihitung ulang dari isian laporan ini: {nilai} ({kategori})."


# --- agent ---
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

# --- bot ---
BOT_COMMANDS = {
    "mulai": "Mulai, atau masuk dengan kode undangan",
    "bantuan": "Cara memakai bot ini",
    "tanya": "Tanya aturan SPM: /tanya pertanyaan Anda",
    "cek": "Periksa laporan: kirim berkasnya",
    "skor": "Hitung IP SPM langkah demi langkah",
    "urusan": "Enam urusan SPM dan jenis pelayanannya",
    "peraturan": "Status peraturan: /peraturan pp 2/2018",
    "sumber": "Bahan yang dipakai untuk menjawab",
    "daerah": "Atur daerah Anda: /daerah bekasi",
    "sesi": "Sesi asistensi: buka, tutup, notulen, rekap",
    "catat": "Catat dalam sesi: masalah, solusi, keputusan, tindaklanjut",
    "ubah": "Perbaiki catatan sesi: balas pesannya",
    "hapus": "Hapus data Anda dari bot ini",
    "privasi": "Apa yang disimpan dan berapa lama",
}
BOT_ADMIN_COMMANDS = {
    "undang": "Buat kode undangan",
    "pengguna": "Daftar, cabut, atau atur kuota pengguna",
    "statistik": "Pemakaian hari ini",
    "belum_terjawab": "Pertanyaan yang belum ada sumbernya",
    "jawab": "Jawab pertanyaan itu: /jawab nomor teks",
    "siaran": "Kirim pengumuman ke semua pengguna",
}
BOT_ROLES = {
    "petugas": "petugas daerah",
    "konsultan": "konsultan",
    "sekber": "Sekretariat Bersama",
    "admin": "administrator",
    "grup": "anggota grup",
}
BOT_SELAMAT = (
    "Selamat datang. Anda masuk sebagai {peran}{daerah}. Tulis pertanyaan tentang SPM, atau kirim "
    "berkas laporan untuk diperiksa. Perintah lain: /bantuan"
)
BOT_SUDAH_MASUK = "Anda terdaftar sebagai {peran}{daerah}. Silakan bertanya, atau lihat /bantuan"
BOT_UNTUK_DAERAH = " untuk {daerah}"
BOT_TERTUTUP = (
    "Bot ini hanya untuk yang diundang. Bila Anda punya kode, kirim: /mulai KODE. "
    "Bila belum, minta kepada administrator dan sebutkan nomor Anda: {id}"
)
BOT_KODE_SALAH = (
    "Kode itu tidak berlaku: salah ketik, sudah habis dipakai, atau lewat tanggalnya. "
    "Minta kode baru kepada administrator."
)
BOT_BANTUAN = (
    "Tulis pertanyaan seperti kepada rekan kerja, misalnya: siapa yang mengawasi SPM kabupaten? "
    "Tekan tombol [1] di bawah jawaban untuk membaca dasarnya.",
    "Kirim laporan (.pdf, .docx, .xlsx) sampai {batas} MB untuk diperiksa; hasilnya dikirim "
    "kembali sebagai berkas. Sesudah itu Anda dapat bertanya tentang laporan tersebut.",
    "Di grup, sebut nama bot atau balas pesannya.",
)
BOT_PERINTAH = "Perintah"
BOT_PERINTAH_TAK_DIKENAL = "Perintah /{perintah} tidak dikenal. Lihat /bantuan"
BOT_HANYA_ADMIN = "Perintah ini hanya untuk administrator."
BOT_HANYA_PRIBADI = "Lakukan ini dalam obrolan pribadi dengan bot, bukan di grup."
BOT_GRUP_TERTUTUP = (
    "Grup ini belum terdaftar. Administrator bot dapat mendaftarkannya dengan mengirim "
    "/undang grup di sini."
)
BOT_GRUP_DIBUKA = "Grup ini terdaftar. Sebut nama bot atau balas pesannya untuk bertanya."
BOT_GRUP_DITUTUP = "Grup ini tidak lagi terdaftar; bot tidak menjawab di sini."
BOT_TANYA_APA = "Tulis pertanyaannya sesudah perintah, misalnya: /tanya apa itu SPM?"
BOT_SEDANG = "Sedang mencari jawabannya …"
BOT_LANJUTAN_BERKAS = "Isinya panjang; yang lengkap ada dalam berkas ini."
BOT_BERKAS_JAWABAN = "jawaban.txt"
BOT_TOMBOL_LANJUT = "Tanya lanjut"
BOT_TOMBOL_KURANG = "Kurang tepat"
BOT_LANJUT = "Silakan tulis pertanyaan lanjutannya."
BOT_ALASAN_TANYA = "Apa yang kurang tepat?"
BOT_ALASAN = {
    "dasar": "Dasarnya keliru",
    "isi": "Isinya keliru",
    "kurang": "Kurang lengkap",
    "bahasa": "Sulit dipahami",
    "lain": "Lainnya, saya tulis",
}
BOT_ALASAN_TULIS = "Tulis alasannya dalam satu pesan. Jangan sertakan data pribadi."
BOT_ALASAN_DITERIMA = "Terima kasih, catatan Anda disimpan untuk administrator."
BOT_TOMBOL_BASI = "Tombol ini sudah tidak berlaku. Ajukan lagi pertanyaannya."
BOT_LETAK_BERKAS = "Berkas {berkas}, halaman {halaman}"
BOT_LETAK_BERKAS_SAJA = "Berkas {berkas}"
BOT_KUOTA_HABIS = {
    "tanya": "Kuota pertanyaan hari ini ({batas}) sudah terpakai. Coba lagi besok.",
    "unggah": "Kuota berkas hari ini ({batas}) sudah terpakai. Kirim lagi besok.",
    "model": "Kuota jawaban dengan model hari ini ({batas}) sudah terpakai. Coba lagi besok.",
}
BOT_KUOTA_SISA = {
    "tanya": "Sisa kuota pertanyaan hari ini: {sisa} dari {batas}.",
    "unggah": "Sisa kuota berkas hari ini: {sisa} dari {batas}.",
    "model": "Sisa kuota jawaban dengan model hari ini: {sisa} dari {batas}.",
}
BOT_CEK = (
    "Kirim laporannya sebagai berkas (.pdf, .docx, atau .xlsx; templat terisi juga dapat .csv atau "
    ".json), paling besar {batas} MB. Keterangan berkas dapat berisi pertanyaan Anda."
)
BOT_BERKAS_DITERIMA = 'Berkas "{nama}" diterima.'
BOT_BERKAS_ANTRE = " Ada {n} berkas lain lebih dahulu."
BOT_BERKAS_UNDUH = 'Mengunduh "{nama}" …'
BOT_BERKAS_PERIKSA = 'Memeriksa "{nama}" …'
BOT_BERKAS_SELESAI = 'Pemeriksaan "{nama}" selesai.'
BOT_BERKAS_GAGAL = (
    'Maaf, "{nama}" belum berhasil diperiksa sesudah beberapa kali dicoba. Simpan ulang berkasnya, '
    "lalu kirim kembali."
)
BOT_BERKAS_BESAR = (
    'Berkas "{nama}" berukuran {ukuran} MB, sedangkan batasnya {batas} MB. Kirim per bagian, atau '
    "hapus gambar di dalamnya."
)
BOT_TEMUAN_TERATAS = "Temuan terpenting"
BOT_TEMUAN_LAIN = "Dan {n} temuan lagi dalam berkas hasil."
BOT_HASIL_BERKAS = "Hasil pemeriksaan lengkap"
BOT_GRAFIK = "Grafik IP SPM"
BOT_HASIL_GAGAL = (
    "Maaf, berkas hasil belum dapat dibuat. Kirim ulang laporannya beberapa menit lagi bila "
    "Anda memerlukannya."
)
BOT_HASIL_TIDAK_ADA = "Berkas hasil itu sudah dihapus. Kirim ulang laporannya untuk diperiksa lagi."
BOT_TANYA_LAPORAN = "Anda dapat bertanya tentang laporan ini dalam obrolan ini."
BOT_BUKAN_BERKAS = {
    "photo": (
        "Foto halaman belum dapat diperiksa. Kirim laporan aslinya sebagai berkas PDF, DOCX, atau "
        "XLSX; dokumen kertas dapat dipindai menjadi satu PDF."
    ),
    "voice": "Pesan suara belum dapat dibaca. Tulis pertanyaannya sebagai teks.",
    "video": "Video belum dapat dibaca. Tulis pertanyaannya, atau kirim laporannya sebagai berkas.",
    "sticker": "Stiker tidak dapat saya baca. Tulis pertanyaan Anda tentang SPM.",
    "contact": "Kontak tidak diperlukan dan tidak disimpan. Tulis pertanyaan Anda.",
    "location": "Lokasi tidak diperlukan dan tidak disimpan. Atur daerah dengan /daerah nama",
    "poll": "Jajak pendapat tidak dapat saya baca. Tulis pertanyaan Anda tentang SPM.",
    "other": "Jenis pesan ini belum dapat dibaca. Tulis pertanyaan, atau kirim laporan.",
}
BOT_TAUTAN = (
    "Tautan tidak dibuka demi keamanan. Unduh berkasnya, lalu kirim ke sini sebagai berkas, atau "
    "tulis pertanyaannya."
)
BOT_URUSAN = "Urusan pemerintahan wajib yang mempunyai SPM. Pilih satu:"
BOT_URUSAN_ISI = "{urusan}, {tingkat}: {n} jenis pelayanan dasar"
BOT_PENERIMA = "Penerima: {penerima}"
BOT_PERATURAN_APA = "Tulis sitirannya, misalnya: /peraturan permendagri 59/2021"
BOT_SUMBER = (
    "Basis jawaban: {potongan} bacaan dari {jumlah} peraturan, dibuat {hari}. "
    "Naskah resmi: {resmi}. Ringkasan: {ringkasan}. Jawaban administrator: {kurasi}."
)
BOT_SUMBER_LAIN = "dan {n} peraturan lagi"
BOT_DAERAH_SEKARANG = "Daerah Anda: {daerah}. Untuk mengubah: /daerah nama"
BOT_DAERAH_KOSONG = "Daerah Anda belum diatur. Tulis: /daerah nama, misalnya /daerah kota bogor"
BOT_DAERAH_PILIH = "Yang mana?"
BOT_DAERAH_TAK_DIKENAL = (
    'Daerah "{nama}" tidak dikenal. Periksa ejaannya, atau tulis kodenya (32.16).'
)
BOT_DAERAH_DIATUR = "Daerah Anda sekarang {daerah}."
BOT_PRIVASI = (
    "Disimpan: nomor Telegram dan nama Anda, peran, dan daerah; hitungan pemakaian per hari selama "
    "{pemakaian} hari. Nomor dipakai untuk mengenali Anda; administrator dapat melihatnya.",
    "Pertanyaan dan jawaban disimpan paling lama {percakapan} hari agar dapat dilanjutkan; catatan "
    "dasar tiap jawaban {paspor} hari. NIK, nomor telepon, dan data pribadi lain disamarkan dulu.",
    'Pertanyaan tanpa sumber dan alasan "Kurang tepat", yang sudah disamarkan, dapat dibaca '
    "administrator, paling lama {catatan} hari.",
    "Berkas laporan dihapus setelah diperiksa. Hasilnya disimpan {hasil} jam supaya dapat diunduh "
    "ulang, dan tidak masuk ke basis peraturan.",
    "Jejak kejadian (siapa, kapan, perintah apa) disimpan {jejak} hari tanpa isi pesan. Catatan "
    "sesi asistensi disimpan bersama notulennya.",
    "Pesan Telegram sendiri tersimpan di layanan Telegram. /hapus menghapus data Anda di sini.",
)
BOT_PRIVASI_MODEL = "Jawaban disusun dengan model bahasa di {letak}; data pribadi disamarkan sebelum dikirim ke sana."
BOT_PRIVASI_TANPA_MODEL = (
    "Jawaban disusun tanpa model bahasa; isi pesan tidak dikirim ke pihak lain."
)
BOT_HAPUS_TANYA = (
    'Yang dihapus: percakapan, catatan jawaban, alasan "Kurang tepat", pertanyaan tanpa sumber, '
    "hasil pemeriksaan, serta nama dan daerah Anda. Keanggotaan tetap ada. Lanjutkan?"
)
BOT_HAPUS_YA = "Ya, hapus"
BOT_HAPUS_TIDAK = "Batal"
BOT_HAPUS_SUDAH = (
    "Sudah dihapus: {pesan} pesan percakapan, {jawaban} catatan jawaban, {alasan} alasan, "
    "{pertanyaan} pertanyaan tanpa sumber, {berkas} pemeriksaan berkas."
)
BOT_HAPUS_TETAP = (
    "Yang tetap: nomor, peran, dan hitungan kuota hari ini, agar Anda masih dapat masuk; juga "
    "catatan sesi asistensi, karena bagian dari notulen. Untuk keluar sama sekali, minta "
    "administrator mencabut keanggotaan Anda. Hapus juga pesan di aplikasi Telegram Anda bila "
    "perlu."
)
BOT_DIBATALKAN = "Dibatalkan."
BOT_UNDANG_CARA = (
    "Tulis: /undang peran [daerah] [hari] [kali]. Peran: petugas, konsultan, sekber, admin. Contoh: "
    "/undang petugas 32.16 7 3 (kode daerah, berlaku 7 hari, untuk 3 orang). Juga: /undang batal, "
    "dan /undang grup atau /undang cabut di dalam grup."
)
BOT_UNDANG_KODE = (
    "Kode undangan: {kode}\nPeran: {peran}{daerah}. Berlaku sampai {sampai} untuk {kali} orang. "
    "Kode ini hanya ditampilkan sekali. Penerimanya mengirim:"
)
BOT_UNDANG_BATAL = "{n} undangan yang masih terbuka dibatalkan."
BOT_PENGGUNA = "Pengguna ({n})"
BOT_PENGGUNA_BARIS = "{id} · {nama} · {peran} · {daerah} · {status}"
BOT_PENGGUNA_AKTIF = {True: "aktif", False: "dicabut"}
BOT_PENGGUNA_CARA = (
    "Cabut: /pengguna cabut ID. Pulihkan: /pengguna pulih ID. Kuota sendiri: /pengguna kuota ID "
    "60/5/40 (tanya/unggah/model, - tanpa batas), atau bawaan peran: /pengguna kuota ID bawaan"
)
BOT_PENGGUNA_DICABUT = "Pengguna {id} dicabut."
BOT_PENGGUNA_DIPULIHKAN = "Pengguna {id} dipulihkan."
BOT_PENGGUNA_KUOTA = "Kuota pengguna {id} diatur."
BOT_PENGGUNA_TAK_ADA = "Pengguna {id} tidak ditemukan atau sudah begitu keadaannya."
BOT_STATISTIK = (
    "Hari ini: {tanya} pertanyaan, {unggah} berkas, {model} jawaban dengan model, {orang} orang.",
    "Seluruhnya: {aktif} pengguna aktif, {grup} grup, {antre} berkas mengantre, {kotak} pesan "
    'menunggu terkirim, {alasan} alasan "Kurang tepat", {belum} pertanyaan tanpa sumber.',
)
BOT_BELUM = "Belum terjawab ({n})"
BOT_BELUM_BARIS = "{id}. {tanya} ({hari})"
BOT_BELUM_KOSONG = "Tidak ada pertanyaan yang belum terjawab."
BOT_BELUM_CARA = "Jawab dengan: /jawab nomor teks jawaban"
BOT_ALASAN_TERBARU = 'Alasan "Kurang tepat" terbaru'
BOT_JAWAB_CARA = "Tulis: /jawab nomor teks jawaban. Nomornya dari /belum_terjawab"
BOT_JAWAB_TIDAK_ADA = "Pertanyaan nomor {id} tidak ada."
BOT_JAWAB_DISIMPAN = "Jawaban disimpan dan masuk ke basis sebagai jawaban administrator."
BOT_JAWAB_KABAR = "Pertanyaan Anda sekarang ada jawabannya. Tanya: {tanya}"
BOT_SIARAN_CARA = "Tulis pengumumannya sesudah perintah: /siaran teks"
BOT_SIARAN_TANYA = "Kirim pengumuman ini ke {n} pengguna?"
BOT_SIARAN_KIRIM = "Kirim"
BOT_SIARAN_JUDUL = "Pengumuman"
BOT_SIARAN_TERKIRIM = "Pengumuman dikirim ke {n} pengguna."
BOT_SKOR_MULAI = (
    "Penghitungan IP SPM langkah demi langkah, tanpa berkas. Bila punya templat terisi, kirim saja "
    "berkasnya. Tingkat mana?"
)
BOT_SKOR_URUSAN = "Pilih urusan yang akan diisi. Yang bertanda ✓ sudah terisi."
BOT_SKOR_HITUNG = "Hitung"
BOT_SKOR_BATAL = "Batal"
BOT_SKOR_LEWATI = "Lewati"
BOT_SKOR_TIDAK_BERLAKU = "Tidak berlaku"
BOT_SKOR_LAYANAN = "{urusan}, {n} dari {dari}"
BOT_SKOR_ISI = (
    "Tulis tiga angka: jumlah yang harus dilayani, yang terlayani, dan persen pemenuhan mutu. "
    "Contoh: 500 450 90"
)
BOT_SKOR_BENTUK = (
    "Belum terbaca. Tulis tepat tiga angka dipisah spasi, tanpa titik ribuan: harus dilayani, "
    "terlayani, persen mutu (0 sampai 100). Contoh: 500 450 90"
)
BOT_SKOR_TERCATAT = "Tercatat: {terlayani} dari {sasaran} terlayani, mutu {mutu}."
BOT_SKOR_MUTU = "Pemenuhan mutu menurut pengisi"
BOT_SKOR_BARIS = "{urusan}: {indeks}, {kategori} (penerima {penerima}, mutu {mutu})"
BOT_SKOR_KOSONG = "Belum ada yang terisi. Pilih satu urusan dahulu."
BOT_SKOR_BELUM_LENGKAP = (
    "{urusan}: {n} layanan dilewati, jadi indeksnya belum dapat dihitung. Pilih lagi urusan ini "
    "untuk melengkapinya."
)
BOT_SKOR_BELUM_SEMUA = (
    "IP SPM belum dapat dihitung karena memerlukan keenam urusan. Belum lengkap: {urusan}."
)
BOT_SKOR_SENDIRI = (
    "Dihitung dari angka yang Anda ketik. Mutu memakai satu angka persen tiap layanan, bukan tiap "
    "butir, jadi hasilnya dapat berbeda dari penghitungan templat."
)
BOT_SESI_TIDAK_ADA = "Belum ada sesi yang berjalan dalam obrolan ini."
BOT_SESI_DIBUKA = "Sesi {id} dibuka untuk obrolan ini."
BOT_SESI_CARA = (
    "Buka: /sesi mulai daerah | topik. Catat: /catat masalah teks (juga solusi, keputusan, "
    "tindaklanjut). Selesai: /sesi tutup. Lainnya: /sesi bantuan"
)
BOT_TOKEN_BELUM = (
    "Token bot belum diatur. Dapatkan dari @BotFather, lalu: export SPM_TELEGRAM_TOKEN=…"
)
BOT_TOKEN_DITOLAK = "Token bot ditolak oleh Telegram. Periksa SPM_TELEGRAM_TOKEN."
BOT_SUDAH_JALAN = "Bot dengan token ini sudah berjalan di mesin ini. Hentikan dahulu yang lama."
BOT_ADMIN_SALAH = 'SPM_ADMIN_IDS memuat "{nilai}". Isi dengan nomor Telegram, dipisah koma.'
BOT_SETELAN_SALAH = 'Setelan {nama} memuat "{nilai}". {cara}'
BOT_SETELAN_WEBHOOK = (
    "Mode webhook memerlukan SPM_TELEGRAM_WEBHOOK_URL, misalnya https://bot.contoh.id"
)
BOT_BASIS_ALAMAT = (
    "SPM_DATABASE_URL belum terbaca. Contoh: postgresql://pengguna:sandi@127.0.0.1/spm"
)
BOT_BASIS_PENGGERAK = (
    'Penggerak basis data "{nama}" belum terpasang. Pasang: pip install "asisten-spm[postgresql]"'
)
BOT_BASIS_TAK_TERSAMBUNG = (
    "Basis data pada SPM_DATABASE_URL tidak tersambung. Periksa alamat, nama pengguna, sandi, dan "
    "apakah servernya berjalan."
)
BOT_BERJALAN = "Bot berjalan sebagai @{nama}. Ctrl-C untuk berhenti."
BOT_BERHENTI = "Bot berhenti; pesan yang belum selesai dilanjutkan saat dijalankan lagi."

# --- sessions ---
SESI_JENIS = {
    "asistensi": "Asistensi",
    "bimtek": "Bimbingan Teknis",
    "monev": "Monitoring dan Evaluasi Terpadu",
    "rakor": "Rapat Koordinasi",
}
SESI_KEGIATAN = {
    "asistensi": "Asistensi Penerapan SPM {daerah}",
    "bimtek": "Bimbingan Teknis Penerapan SPM {daerah}",
    "monev": "Monitoring dan Evaluasi Terpadu Penerapan SPM {daerah}",
    "rakor": "Rapat Koordinasi Penerapan SPM {daerah}",
}
SESI_JENIS_ENTRI = {
    "masalah": "masalah",
    "solusi": "solusi",
    "keputusan": "keputusan",
    "tindaklanjut": "tindak lanjut",
    "tanya": "pertanyaan",
    "lampiran": "laporan diperiksa",
}
SESI_TAHAPAN = {
    "pengumpulan_data": "Pengumpulan data",
    "penghitungan_kebutuhan": "Penghitungan kebutuhan",
    "penyusunan_rencana": "Penyusunan rencana",
    "pelaksanaan": "Pelaksanaan",
    "pelaporan": "Pelaporan",
}
SESI_TANPA_TAHAPAN = "Umum"
SESI_LINTAS_URUSAN = "Lintas urusan"
SESI_PIC = "PJ {pic}"
SESI_TENGGAT = "tenggat {hari}"
SESI_BERES = "selesai {hari}"

# What is refused
SESI_TIDAK_ADA = 'Sesi "{id}" tidak ditemukan. Periksa id-nya pada daftar sesi.'
SESI_HANYA_SEKBER = "Langkah ini hanya untuk Sekretariat Bersama dan administrator."
SESI_BUKAN_CATATAN_ANDA = (
    "Catatan #{nomor} ditulis orang lain. Mintalah Sekretariat Bersama mengubahnya."
)
SESI_MASIH_BERJALAN = 'Sesi "{id}" masih berjalan di sini. Tutup dahulu, baru buka sesi yang baru.'
SESI_SUDAH_DITUTUP = (
    'Sesi "{id}" sudah ditutup, jadi tidak dapat diubah. Sekretariat Bersama dapat membukanya lagi.'
)
SESI_ENTRI_TIDAK_ADA = 'Catatan {entri} tidak ada dalam sesi "{id}". Periksa nomornya.'
SESI_BUKAN_TINDAK_LANJUT = (
    "Catatan #{nomor} bukan tindak lanjut, jadi tidak dapat ditandai selesai."
)
SESI_TEKS_KOSONG = "Catatannya kosong. Tulis isinya setelah jenisnya."
SESI_TEKS_PANJANG = "Catatan lebih dari {batas} huruf. Bagi menjadi beberapa catatan."
SESI_TOPIK_KOSONG = "Topik sesi belum disebut. Contoh: Kota Bandung | evaluasi TW II"
SESI_DAERAH_TAK_DIKENAL = (
    'Daerah "{nilai}" tidak dikenal. '
    "Tulis nama lengkap atau kodenya, misalnya Kota Bandung atau 32.73."
)
SESI_DAERAH_GANDA = '"{nilai}" dapat berarti {pilihan}. Tulis yang Anda maksud.'
SESI_BUKAN_PROVINSI = '"{nilai}" bukan provinsi. Perbandingan dibuat untuk satu provinsi.'
SESI_KEGIATAN_TAK_DIKENAL = 'Jenis kegiatan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_JENIS_TAK_DIKENAL = 'Jenis catatan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_URUSAN_TAK_DIKENAL = 'Urusan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_TAHAPAN_TAK_DIKENAL = 'Tahapan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_TANGGAL_TAK_DIKENAL = 'Tanggal "{nilai}" belum terbaca. Tulis misalnya 15 September 2024.'
SESI_ZONA_TAK_DIKENAL = 'Zona waktu "{nilai}" tidak dikenal. Pilihannya: WIB, WITA, WIT.'
SESI_JAM_SALAH = 'Jam "{nilai}" belum terbaca. Tulis misalnya 09.00.'
SESI_BULAN_SALAH = 'Bulan "{nilai}" belum terbaca. Tulis misalnya 2024-08.'
SESI_TRIWULAN_SALAH = 'Triwulan "{nilai}" belum terbaca. Tulis misalnya 2024-3.'
SESI_TAHUN_SALAH = 'Tahun "{nilai}" belum terbaca. Tulis misalnya 2024.'
SESI_SATU_KURUN = "Sebutkan satu kurun saja: --month, --quarter, atau --year."
SESI_BASIS_DATA = (
    "Basis data sesi tidak dapat dibuka. Periksa SPM_DATABASE_URL, foldernya, dan izinnya."
)
SESI_BASIS_DATA_BARU = (
    "Basis data sesi dibuat program yang lebih baru (susunan {ada}, yang dikenal {kenal}). "
    "Perbarui program ini."
)
SESI_PDF_TIDAK_ADA = (
    "Notulen PDF memerlukan LibreOffice, yang belum terpasang. Naskah DOCX tetap dapat dibuat."
)
SESI_PDF_GAGAL = (
    'Berkas "{nama}" belum dapat diubah menjadi PDF. Buka naskah DOCX-nya, lalu simpan sebagai PDF.'
)
SESI_FORMAT_NOTULEN = 'Notulen ditulis sebagai .docx atau .pdf, bukan "{nama}".'
SESI_FORMAT_REKAP = (
    'Rekap ditulis sebagai .docx, .pdf, .xlsx, .png, .json, atau .txt, bukan "{nama}".'
)
SESI_YAKIN_HAPUS = "Penghapusan tidak dapat dibatalkan. Ulangi dengan --yes bila Anda yakin."

# What is told
SESI_MASIH_TERBUKA = "Tindak lanjut {daerah} yang masih terbuka: {jumlah}."
SESI_TANPA_TERBUKA = "Tidak ada tindak lanjut yang masih terbuka."
SESI_DIHAPUS_SELURUHNYA = 'Sesi "{id}" dihapus bersama {jumlah} catatannya.'
SESI_ENTRI_DIHAPUS = "Catatan {entri} dihapus."
SESI_DITUTUP = 'Sesi "{id}" ditutup.'
SESI_DIBUKA_LAGI = 'Sesi "{id}" dibuka lagi.'
SESI_TERTULIS = 'Ditulis ke "{berkas}".'
SESI_KOSONG = "Belum ada sesi."
SESI_RINGKAS_JUDUL = "{kegiatan} · {hari} · {topik}"
SESI_RINGKAS_BERJALAN = "Sesi {id} sedang berjalan."
SESI_RINGKAS_SELESAI = "Sesi {id} sudah ditutup."
SESI_KEADAAN = {"berjalan": "berjalan", "ditutup": "ditutup"}
SESI_RINGKAS_JUMLAH = "Tercatat: {rincian}."
SESI_RINGKAS_BELUM = "Belum ada catatan."
SESI_DISAMARKAN = "[{jenis} disamarkan]"
SESI_PENGINGAT = {
    "awal": "Tindak lanjut ini jatuh tempo dalam {sisa} hari, {hari}.",
    "besok": "Tindak lanjut ini jatuh tempo besok, {hari}.",
    "hari_ini": "Tindak lanjut ini jatuh tempo hari ini, {hari}.",
    "lewat": "Tindak lanjut ini lewat {sisa} hari dari tenggat {hari}.",
    "lama": "Tindak lanjut ini sudah lewat {sisa} hari dari tenggat {hari}. Perlukah tenggat baru?",
}
SESI_PENGINGAT_ISI = "#{nomor} {teks} ({daerah}{pic}; sesi {sesi})"

# Sessions in a chat
SESI_BANTUAN = (
    "Membuka (Sekretariat Bersama dan administrator):\n"
    "/sesi mulai Kota Bandung | evaluasi TW II\n"
    "Rincian boleh menyusul, satu tiap baris: jenis, tempat, fasilitator, peserta, hari, jam, zona. "
    "Contoh: /sesi peserta Rina (Dinas Kesehatan); Budi (Dinas Pendidikan)",
    "Selama sesi berjalan, setiap pertanyaan dan laporan yang diperiksa di obrolan ini ikut "
    "tercatat.\n"
    "/catat masalah teks, juga solusi, keputusan, tindaklanjut\n"
    "Balas pesan catatan dengan /ubah teks atau /hapus untuk memperbaikinya.\n"
    "/sesi ringkasan: isi sesi sampai saat ini",
    "Sesudahnya:\n"
    "/sesi tutup: menutup dan mengirim notulen\n"
    "/sesi notulen, /sesi buka, /sesi daftar, /sesi ekspor, /sesi hapus: memerlukan id sesi\n"
    "/sesi terbuka: tindak lanjut yang belum selesai, boleh diikuti daerah atau pj: nama\n"
    "/sesi selesai 3 keterangan: menandai tindak lanjut nomor 3\n"
    "/sesi ingatkan ya, atau tidak: pengingat tenggat di obrolan ini\n"
    "/sesi rekap 2024-08, /sesi banding Jawa Barat 2024: dalam obrolan pribadi",
)
SESI_IKUT_TERCATAT = (
    "Pertanyaan dan laporan yang diperiksa di obrolan ini ikut tercatat sampai sesi ditutup."
)
SESI_RINCIAN_KOSONG = 'Isi "{nama}" belum disebut. Contoh: /sesi {nama} lalu isinya.'
SESI_ID_KOSONG = "Sebutkan id sesinya, misalnya 20240807-3273-1. Daftarnya: /sesi daftar"
SESI_RINCIAN_DICATAT = "Rincian sesi dicatat."
SESI_CATAT_CARA = (
    "Tulis jenis lalu isinya, misalnya: /catat tindaklanjut Dinas Kesehatan melengkapi isian "
    "paling lambat 15 September. Jenisnya: masalah, solusi, keputusan, tindaklanjut."
)
SESI_UBAH_CARA = (
    "Balas pesan catatan yang hendak diperbaiki dengan /ubah lalu teks barunya, atau dengan /hapus."
)
SESI_KEPALA = "{apa} #{nomor} · sesi {sesi}"
SESI_KEPALA_APA = {
    "catatan": "Catatan",
    "pic": "PJ",
    "tenggat": "Tenggat",
    "selesai": "Selesai",
}
SESI_KARTU_ISI = "{jenis}: {teks}"
SESI_KARTU_BIDANG = {
    "urusan": "Urusan: {nilai}",
    "tahapan": "Tahapan: {nilai}",
    "pic": "PJ: {nilai}",
    "tenggat": "Tenggat: {nilai}",
}
SESI_KARTU_TEBAKAN = "Ini tebakan dari teksnya. Tekan Benar, atau ubah dengan tombol."
SESI_KARTU_PASTI = "Sudah dipastikan."
SESI_KARTU_HAPUS = "Hapus catatan ini?"
SESI_TOMBOL = {
    "benar": "Benar",
    "urusan": "Urusan",
    "tahapan": "Tahapan",
    "pic": "PJ",
    "tenggat": "Tenggat",
    "hapus": "Hapus",
    "hapus_ya": "Ya, hapus",
    "kembali": "Kembali",
    "ubah": "Ubah",
    "kosong": "Belum ditentukan",
    "tulis": "Tulis tanggal",
    "selesai": "Selesai #{nomor}",
}
SESI_TENGGAT_PILIHAN = {"seminggu": "Seminggu", "dua_minggu": "Dua minggu", "bulan": "Akhir bulan"}
SESI_MINTA_PIC = "Balas pesan ini dengan nama atau perangkat daerah yang bertanggung jawab."
SESI_MINTA_TENGGAT = (
    "Balas pesan ini dengan tanggalnya, misalnya 15 September 2024 atau minggu depan."
)
SESI_MINTA_KETERANGAN = "Balas pesan ini dengan keterangannya bila ada."
SESI_PERTANYAAN_TAK_TERCATAT = "Pertanyaan ini tidak masuk ke sesi: {sebab}"
SESI_LAMPIRAN_DICATAT = 'Hasil pemeriksaan "{nama}" dilampirkan pada sesi {id} (#{nomor}).'
SESI_LAMPIRAN_SUSULAN = (
    "Sesi itu sudah ditutup sebelum pemeriksaan selesai. Minta notulen barunya: /sesi notulen {id}"
)
SESI_MASIH_DIPERIKSA = (
    "Berkas yang masih diperiksa di obrolan ini: {jumlah}. Hasilnya menyusul ke sesi ini; sesudahnya "
    "minta notulen baru: /sesi notulen {id}"
)
SESI_NOTULEN_BERKAS = "Notulen {id}"
SESI_REKAP_BERKAS = "Rekap {kurun}"
SESI_EKSPOR_BERKAS = "Seluruh isi sesi {id}"
SESI_SELESAI_CARA = "Sebutkan nomornya, misalnya: /sesi selesai 3 sudah dikirim 2 September"
SESI_INGATKAN = {
    True: "Pengingat tindak lanjut di obrolan ini menyala: tiga hari sebelum, sehari sebelum, pada "
    "harinya, dan setelah lewat.",
    False: "Pengingat tindak lanjut di obrolan ini mati.",
}
SESI_INGATKAN_CARA = "Tulis /sesi ingatkan ya, atau /sesi ingatkan tidak."
SESI_TERBUKA_JUDUL = "Tindak lanjut yang masih terbuka: {jumlah}."
SESI_LEBIH = "Dan {n} lagi."
SESI_HAPUS_TANYA = (
    "Hapus sesi {id} bersama {jumlah} catatannya? Ini tidak dapat dibatalkan. Simpan dahulu dengan "
    "/sesi ekspor {id} bila perlu."
)

# Minutes
NOTULEN_JUDUL = "NOTULEN"
NOTULEN_BERJALAN = "RANCANGAN - sesi belum ditutup"
NOTULEN_KAKI = "Notulen {id}"
HALAMAN = "halaman"
HALAMAN_DARI = "dari"
NOTULEN_IDENTITAS = {
    "kegiatan": "Kegiatan",
    "hari": "Hari/tanggal",
    "waktu": "Waktu",
    "tempat": "Tempat",
    "acara": "Acara",
    "fasilitator": "Fasilitator",
    "peserta": "Peserta",
}
NOTULEN_DARING = "Pertemuan daring (video)"
NOTULEN_TEMPAT_KOSONG = "belum dicatat"
NOTULEN_PESERTA_KOSONG = "daftar hadir belum dicatat"
NOTULEN_BAGIAN = {
    "sebelumnya": "Tindak lanjut sebelumnya yang masih terbuka",
    "pembahasan": "Pembahasan",
    "temuan": "Temuan pemeriksaan laporan",
    "keputusan": "Keputusan",
    "tindaklanjut": "Tindak lanjut",
    "lampiran": "Lampiran",
}
NOTULEN_KOLOM_BAHAS = ("No.", "Jenis", "Uraian dan dasar hukum")
NOTULEN_KELOMPOK = "{urusan} · {tahapan}"
NOTULEN_KOLOM_TINDAK = ("No.", "Tindak lanjut", "Penanggung jawab", "Tenggat", "Keadaan")
NOTULEN_KOLOM_TEMUAN = ("No.", "Laporan", "Hasil pemeriksaan")
NOTULEN_LABEL = {
    "masalah": "Masalah",
    "solusi": "Solusi",
    "tanya": "Pertanyaan",
    "jawab": "Jawaban",
}
NOTULEN_DASAR = "Dasar: {dasar}."
NOTULEN_DASAR_STATUS = "{label} ({status})"
NOTULEN_TANPA_DASAR = "Belum ada sumber yang cukup; perlu dijawab Sekretariat Bersama."
NOTULEN_LUAR_LINGKUP = "Di luar lingkup SPM; tidak dijawab di sini."
NOTULEN_DATA_PRIBADI = "Tidak dijawab karena menyangkut data pribadi."
NOTULEN_TANPA_BAHASAN = "Tidak ada pembahasan yang dicatat."
NOTULEN_TANPA_KEPUTUSAN = "Tidak ada keputusan yang dicatat."
NOTULEN_TANPA_TINDAK = "Tidak ada tindak lanjut yang dicatat."
NOTULEN_TERBUKA = "terbuka"
NOTULEN_LEWAT = "terbuka, lewat tenggat"
NOTULEN_SELESAI = "selesai {hari}"
NOTULEN_SELESAI_CATATAN = "selesai {hari}: {catatan}"
NOTULEN_BELUM_DITENTUKAN = "belum ditentukan"
NOTULEN_HITUNG_TEMUAN = "{galat} galat, {peringatan} peringatan, {info} info"
NOTULEN_SKOR = "IP SPM {indeks} ({kategori})"
NOTULEN_SKOR_SAJA = "IP SPM {indeks}"
NOTULEN_TEMUAN_LAIN = "dan {n} temuan lain"
NOTULEN_LAMPIRAN = "{nama}{periode} (sidik berkas {sha})"
NOTULEN_TTD = ("Pimpinan rapat,", "Notulis,")
NOTULEN_TTD_GARIS = "(........................................)"
NOTULEN_PENUTUP = (
    "Dasar hukum dan hasil pemeriksaan dikutip sistem menurut keadaan pada hari kegiatan."
)

# Recaps
REKAP_JUDUL = {
    "bulanan": "Laporan Bulanan Kegiatan Pendampingan Penerapan SPM",
    "triwulanan": "Laporan Triwulanan Kegiatan Pendampingan Penerapan SPM",
    "tahunan": "Laporan Tahunan Kegiatan Pendampingan Penerapan SPM",
}
REKAP_KURUN = "Sekretariat Bersama SPM · {kurun}"
REKAP_SARINGAN = "Hanya {saringan}."
REKAP_RINGKAS = "Pada {kurun} tercatat {jumlah} kegiatan di {daerah} daerah: {rincian}."
REKAP_TERBUKA_RINGKAS = "Tindak lanjut yang masih terbuka: {n}."
REKAP_RINGKAS_KOSONG = "Pada {kurun} tidak ada kegiatan yang tercatat."
REKAP_RINGKAS_JENIS = "{nama} {jumlah}"
REKAP_RINGKAS_CATATAN = (
    "Catatannya: {masalah} masalah, {solusi} solusi, {keputusan} keputusan, {tindaklanjut} tindak "
    "lanjut, {tanya} pertanyaan, dan {lampiran} laporan diperiksa."
)
REKAP_BAGIAN = {
    "ringkasan": "Ringkasan",
    "kegiatan": "Daftar kegiatan",
    "masalah": "Masalah menurut urusan dan tahapan",
    "pertanyaan": "Pertanyaan yang paling sering diajukan",
    "tanpa_jawaban": "Pertanyaan yang belum berjawab",
    "terbuka": "Tindak lanjut yang masih terbuka",
    "grafik": "Grafik",
    "banding": "Perbandingan daerah",
}
REKAP_KOLOM_KEGIATAN = ("No.", "Tanggal", "Kegiatan", "Daerah", "Keluaran")
REKAP_BARIS_KEGIATAN = "{hari}, kegiatan {judul}"
REKAP_KOLOM_URUSAN = "Urusan"
REKAP_JUMLAH = "Jumlah"
REKAP_KOLOM_TANYA = ("No.", "Pertanyaan", "Kali")
REKAP_KOLOM_TERBUKA = ("No.", "Tindak lanjut", "Daerah", "Penanggung jawab", "Tenggat")
REKAP_KOLOM_BANDING = ("Daerah", "Sesi", "Terbuka", "Galat", "Peringatan", "IP SPM")
REKAP_KELUARAN_AWAL = "Keluaran: {keluaran}."
REKAP_KOLOM_KEGIATAN_LAIN = (
    "Jenis", "Kode daerah", "Masalah", "Solusi", "Keputusan", "Tindak lanjut", "Pertanyaan", "Laporan",
)  # fmt: skip
REKAP_KELUARAN = "Pembahasan {topik}"
REKAP_KELUARAN_RINCI = "{topik}; {rincian}"
REKAP_TIDAK_ADA = "Tidak ada."
REKAP_LEBIH = "Dan {n} lagi; seluruhnya ada pada berkas XLSX."
REKAP_TANPA_JAWABAN = (
    "Basis peraturan belum memuat sumber yang cukup untuk pertanyaan berikut; ini bahan untuk "
    "melengkapinya."
)
REKAP_GRAFIK_JENIS = "Kegiatan menurut jenis"
REKAP_GRAFIK_TAHAPAN = "Masalah menurut tahapan"
REKAP_GRAFIK_URUSAN = "Masalah menurut urusan"
REKAP_LEMBAR = {
    "ringkasan": "Ringkasan",
    "kegiatan": "Kegiatan",
    "masalah": "Masalah",
    "pertanyaan": "Pertanyaan",
    "terbuka": "Tindak lanjut",
}
REKAP_BANDING_TANPA = "belum ada"
REKAP_BANDING_JUDUL = "Perbandingan daerah di {provinsi}, {kurun}"
REKAP_BANDING_SISA = "Daerah lain di provinsi ini tanpa sesi: {n}."
REKAP_KOLOM_STATUS = "Jawaban"
REKAP_STATUS = {
    "answered": "terjawab dengan dasar",
    "clarification": "perlu diperjelas",
    "unanswerable_no_source": "belum ada sumber",
    "unanswerable_out_of_scope": "di luar lingkup",
    "refused_personal_data": "menyangkut data pribadi",
    "error": "gagal dijawab",
}
