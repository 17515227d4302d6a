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
BENTUK_TEKS = "teks"
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
GRAFIK_PERSEN = "persen"
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
PERIKSA_UBAH = "Bila keliru, tentukan sendiri dengan --level dan --kind."
PERIKSA_RINGKAS = "{galat} galat, {peringatan} peringatan, {info} info."
PERIKSA_BERSIH = "Tidak ada temuan. Yang diperiksa tercantum di bawah; itu bukan jaminan benar."
PERIKSA_HITUNGAN = (
    "{dicek} perbandingan dilakukan: {lolos} cocok, {bulat} cocok karena pembulatan, {gagal} tidak, "
    "{tak} tidak dapat dicek."
)
PERIKSA_UMUM = (
    "Jenis dokumennya tidak dikenali, jadi hanya aturan umum yang berlaku penuh."
)
PERIKSA_DIREDAM = "{n} temuan lain adalah akibat dari temuan di atas."
PERIKSA_LAGI = "dan {n} lagi"
PERIKSA_AKIBAT = "Kategori dapat berubah menjadi {kategori}."
PERIKSA_PERLU_CEK = "perlu dicocokkan dengan halaman aslinya"
PERIKSA_DASAR = "Dasar: {dasar}."
PERIKSA_KAIDAH = "kaidah hitung atau kaidah dokumen"
PERIKSA_KALI = "{judul} [{aturan}] ({n})"
PERIKSA_TAK_DICEK = "Tidak dapat dicek: {aturan} karena {alasan}."
PERIKSA_SEJAK = "Dibanding {berkas}: {baru} baru, {tetap} tetap, {selesai} selesai."
PERIKSA_DIAKUI = "diakui: {alasan}"
PERIKSA_SUDAH_DIAKUI = 'Temuan {sidik} ditandai diakui di "{berkas}".'
PERIKSA_SIDIK_TIDAK_ADA = 'Tidak ada temuan dengan sidik jari "{sidik}" dalam laporan ini.'
PERIKSA_ALASAN_WAJIB = "Sebutkan alasannya dengan --reason."
PERIKSA_LAMA_RUSAK = (
    'Berkas "{berkas}" bukan hasil "spm check --format json". Buat ulang, lalu coba lagi.'
)
PERIKSA_FORMAT = (
    'Format "{format}" tidak dikenal. Yang tersedia: text, json, html, xlsx, docx.'
)
PERIKSA_PERLU_OUT = "Format {format} perlu nama berkas hasil: tambahkan --out NAMA.{format}"
PERIKSA_TERTULIS = 'Hasil ditulis ke "{berkas}".'
PERIKSA_ATURAN_TIDAK_ADA = 'Aturan "{id}" tidak ada. Daftar lengkap: spm rules'
PERIKSA_TINGKAT_SALAH = 'Tingkat "{level}" tidak dikenal. Pilihannya: kabkota, provinsi.'
PERIKSA_JENIS_SALAH = 'Jenis dokumen "{kind}" tidak dikenal. Pilihannya: {pilihan}.'
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
OWN_QUESTION_HIDDEN = "(pertanyaan memuat data pribadi dan tidak disimpan)"
STEP = {
    "search_passages": "Mencari bacaan …",
    "open_pasal": "Membuka pasal …",
    "regulation_status": "Memeriksa status peraturan …",
    "list_services": "Membaca daftar pelayanan …",
    "laporan_score": "Membaca nilai laporan …",
    "laporan_findings": "Membaca temuan laporan …",
}
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
TOOL_WRONG_ARGUMENT = "Isian alat tidak sah. Perbaiki sesuai keterangannya, atau jawab tanpa alat itu."
TOOL_LIMIT = "Batas pemakaian alat tercapai. Jawab dengan bacaan yang sudah ada."
UPLOAD_FORMAT = (
    'Berkas "{nama}" belum dapat dibaca. Format yang didukung: .pdf, .docx, .xlsx, .txt, .csv, .json.'
)
UPLOAD_SENT = '(mengirim berkas "{nama}")'
UPLOAD_READ = 'Berkas "{nama}" sudah dibaca.'
UPLOAD_FINDINGS = "Pemeriksaan: {galat} galat, {peringatan} peringatan, {info} info."
UPLOAD_MORE = "Dan {n} temuan lagi."
UPLOAD_ASK = "Silakan bertanya tentang berkas ini; isinya tidak masuk ke basis peraturan."
MODEL_NOT_INSTALLED = 'Paket untuk model "{model}" belum terpasang. Jalankan: pip install {paket}'
MODEL_MISNAMED = 'Model "{model}" tidak dikenal. Tulis penyedia dan namanya, misalnya: openai:gpt-5-mini'
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
SHOW_CORPUS_CHANGED = "Basis peraturan sudah diperbarui sejak jawaban itu (dahulu {dahulu}, sekarang {kini})."
