"""Sentences of scoring and templates."""

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
