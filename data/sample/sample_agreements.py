"""The agreements of the sample as one table, and what follows from a field."""

CURRENT_FIELD = {'ekonomi': 'pemberdayaan_masyarakat', 'pendidikan': 'pembangunan_desa', 'kesehatan': 'pembangunan_desa',
                 'sosial_budaya': 'pembinaan_kemasyarakatan', 'tramtib': 'pembinaan_kemasyarakatan',
                 'sda_ttg': 'pembangunan_desa', 'tenaga_kerja': 'pemberdayaan_masyarakat',
                 'pekerjaan_umum': 'pembangunan_desa', 'batas_desa': 'pemerintahan_desa', 'lain_lain': 'pemerintahan_desa'}
SERVICE = 'kemasyarakatan_pelayanan_pembangunan_pemberdayaan'
KIND = {field: SERVICE for field in CURRENT_FIELD} | {'ekonomi': 'usaha_bersama', 'tramtib': 'keamanan_ketertiban'}

THIRD_PARTIES = [
    ('PT Kelapa Nusantara Contoh', 'swasta', 'Jalan Raya Contoh 12'),
    ('PT Pati Singkong Lestari', 'swasta', 'Kawasan Industri, luar kabupaten'),
    ('Yayasan Sehat Bersama', 'lembaga_lainnya', 'Jalan Melati 4'),
    ('Universitas Samudra Contoh', 'lembaga_lainnya', 'Jalan Pendidikan 1, luar kabupaten'),
    ('Perkumpulan Nelayan Segara', 'organisasi_kemasyarakatan', 'Dermaga 2'),
    ('Karang Taruna Kabupaten Contoh', 'organisasi_kemasyarakatan', 'Gedung Pemuda'),
    ('Koperasi Mikrohidro Mandiri', 'badan_hukum', 'Jalan Bendung 7'),
    ('H. Sumardi', 'perorangan', 'Jalan Pasar 3')]

# title · field · villages · stage · branch · signed · starts · ends · value (million rupiah) · flags
# flags: x across kecamatan, c coastal, b has a BKAD, o one member outside the kabupaten, =N the
# villages of agreement N, t1,t2 third parties, r:REASON why it ended, d:DATE last report
TABLE = """
Pasar desa bersama {A}|ekonomi|2|pelaksanaan|2023-11-20|2024-01-04|2027-01-04|450|d:2025-12-15
Lumbung pangan bersama Kecamatan {K}|ekonomi|5|pelaksanaan|2024-03-12|2024-04-01|2029-03-31|320|b d:2026-01-20
Pemasaran gula kelapa {A}|ekonomi|2|pelaksanaan|2024-06-03|2024-07-01|2027-06-30|180|t1 d:2026-06-30
Tempat pelelangan ikan {A}|ekonomi|3|pelaksanaan|2022-12-10|2023-01-01|2027-12-31|900|c t5 d:2025-12-30
Simpan pinjam perempuan Kecamatan {K}|ekonomi|8|pelaporan|2021-08-17|2021-09-01|2026-12-31|640|d:2026-08-31
Sentra batik tulis {A}|ekonomi|2|penawaran||||75|
Kemitraan tepung singkong {A}|ekonomi|3|penandatanganan||||260|t2
Wisata pantai {A}|ekonomi|3|pelaksanaan|2025-02-14|2025-03-01|2030-02-28|520|c d:2026-03-05
Desa wisata lereng {K}|ekonomi|5|persiapan||||150|
PAUD terpadu {A}|pendidikan|2|pelaksanaan|2023-05-02|2023-07-01|2028-06-30|120|d:2026-07-10
Angkutan pelajar Kecamatan {K}|pendidikan|5|pelaksanaan|2024-01-15|2024-02-01|2027-01-31|275|d:2026-02-02
Perpustakaan keliling {K}|pendidikan|8|pelaporan|2022-04-20|2022-05-01|2027-04-30|96|d:2026-05-04
Beasiswa anak nelayan|pendidikan|3|pelaksanaan|2025-06-16|2025-07-01|2028-06-30|144|c t4 d:2026-07-01
Ambulans desa {A}|kesehatan|2|pelaksanaan|2025-05-20|2025-07-01|2028-06-30|240|=1 d:2026-07-06
Posyandu terpadu {A}|kesehatan|3|pelaksanaan|2024-09-09|2024-10-01|2027-09-30|90|d:2026-10-01
Penanganan stunting Kecamatan {K}|kesehatan|8|pelaksanaan|2025-01-20|2025-02-01|2028-01-31|480|b d:2026-02-10
Pondok bersalin {A}|kesehatan|2|penyusunan_rancangan||||160|
Klinik keliling {A}|kesehatan|5|pelaksanaan|2023-12-01|2024-01-01|2026-12-31|300|t3 x d:2026-01-12
Sedekah bumi bersama {A}|sosial_budaya|2|pelaksanaan|2022-06-25|2022-07-01|2027-06-30|40|d:2026-07-15
Kirab budaya pesisir|sosial_budaya|5|pelaksanaan|2024-08-01|2024-09-01|2029-08-31|85|c x d:2026-09-07
Sanggar tari dan karawitan {A}|sosial_budaya|2|berakhir|2019-03-11|2019-04-01|2024-03-31|35|r:masa_berakhir
Rukun kematian antar-desa {A}|sosial_budaya|3|persiapan||||20|
Ronda terpadu {A}|tramtib|2|pelaksanaan|2024-02-19|2024-03-01|2027-02-28|30|=19 d:2026-03-02
Pos kamling perbatasan {A}|tramtib|2|tidak_disepakati||||25|x
Forum siaga bencana pesisir|tramtib|14|pelaksanaan|2025-03-24|2025-04-01|2030-03-31|700|c x b d:2026-04-20
Pengamanan laut dan pantai {A}|tramtib|3|ditunda|2023-07-10|2023-08-01|2028-07-31|210|c t5 =4
Air bersih Kali Contoh|sda_ttg|5|pelaksanaan|2023-03-06|2023-04-01|2027-12-31|1250|b d:2026-01-30
Perlindungan mata air {A}|sda_ttg|3|pelaksanaan|2025-09-15|2025-10-01|2030-09-30|110|d:2026-10-05
Irigasi bersama Kecamatan {K}|sda_ttg|8|diubah|2022-10-03|2022-11-01|2027-10-31|830|d:2025-11-20
Rehabilitasi hutan bakau {A}|sda_ttg|3|pelaksanaan|2024-05-06|2024-06-01|2029-05-31|165|c x d:2026-06-08
Biogas ternak {A}|sda_ttg|2|berakhir|2020-02-10|2020-03-01|2025-02-28|70|r:tujuan_tercapai
Listrik mikrohidro {A}|sda_ttg|2|penyusunan_rancangan||||950|t7 x
Pelatihan las dan listrik {A}|tenaga_kerja|3|pelaporan|2023-09-18|2023-10-01|2026-12-04|105|t6 d:2025-10-10
Padat karya tunai {A}|tenaga_kerja|2|pelaksanaan|2025-01-13|2025-02-01|2026-09-30|130|=19 d:2026-02-03
Bursa kerja desa {K}|tenaga_kerja|5|penawaran||||55|x
Pelindungan pekerja migran|tenaga_kerja|8|penandatanganan||||200|x t4
Jalan usaha tani {A}|pekerjaan_umum|3|penandatanganan||||560|
Jembatan gantung {A}|pekerjaan_umum|2|pelaporan|2022-02-07|2022-03-01|2027-02-28|1400|x d:2026-03-11
Pengelolaan sampah TPS3R {K}|pekerjaan_umum|5|pelaksanaan|2024-10-14|2024-11-01|2029-10-31|780|b x d:2025-11-12
Drainase perbatasan {A}|pekerjaan_umum|2|berakhir|2021-05-03|2021-06-01|2023-05-31|210|x r:kesepakatan
Jalan poros antar-desa {A}|pekerjaan_umum|5|diubah|2023-06-12|2023-07-01|2028-06-30|2100|o x d:2025-07-18
Tanggul sungai {A}|pekerjaan_umum|3|pelaporan|2023-02-20|2023-03-01|2026-08-31|640|x d:2025-03-15
Penelusuran batas bersama {A}|batas_desa|2|pelaksanaan|2026-02-16|2026-03-01|2027-02-28|45|d:2026-09-01
Pemasangan pilar batas {A}|batas_desa|3|persiapan||||60|x
Pemeliharaan pilar dan rintisan batas {A}|batas_desa|2|berakhir|2021-01-18|2021-02-01|2026-01-31|30|x r:perjanjian_baru
Sistem informasi desa bersama|lain_lain|14|ditunda|2024-04-22|2024-05-01|2029-04-30|420|x d:2025-05-09
Pemadam kebakaran desa {A}|lain_lain|3|tidak_disepakati||||190|
Sewa gudang {A}|lain_lain|2|berakhir|2022-09-05|2022-10-01|2025-09-30|48|t8 r:pelanggaran
""".strip()


def parsed(line):
    title, field, villages, stage, signed, starts, ends, value, flags = line.split('|')
    words = flags.split()
    value_of = lambda mark: next((w[len(mark):] for w in words if w.startswith(mark)), '')
    thirds = [int(w[1:]) for w in words if w[0] == 't']
    if stage == 'penandatanganan' and not signed:
        signed = ''
    return {'title': title, 'field': field, 'villages': int(villages), 'stage': stage, 'signed': signed,
            'starts': starts, 'ends': ends, 'value': int(value) * 1000000 if value else 0, 'across': 'x' in words,
            'coastal': 'c' in words, 'body': 'b' in words, 'outside': 'o' in words,
            'same_as': int(value_of('=') or 0), 'thirds': thirds, 'reason': value_of('r:'), 'report': value_of('d:'),
            'branch': 'pihak_ketiga' if thirds else 'antar_desa', 'role': 'pengusul',
            # What is done for a whole kecamatan speaks for its people there.
            'aims': ('1;3' if field in ('ekonomi', 'sda_ttg', 'pekerjaan_umum') else '2;3')
                    + (';4' if ' Kecamatan ' in title else ''),
            'remark': 'Penyedia juga melayani desa di luar kabupaten.' if 'o' in words else ''}


AGREEMENTS = [parsed(line) for line in TABLE.split('\n')]
