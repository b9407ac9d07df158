#!/usr/bin/python3
"""Adds what is done about the cooperation to the sample's registers.

    sample_proceedings.py [FOLDER]

Run after make_sample.py, over the registers that it wrote: further columns of agreements,
parties, members, enterprises, claims and assets, and the registers of deliberations, funding,
reports, problems, evaluations, activities, care, boundaries concerned, and the evidence and
signatories of cases. Everything is invented;
every fourth agreement is left with gaps, for the list of compliance. Same input, same bytes, also
when run again.
"""
import csv
import datetime
import random
import sys
from pathlib import Path

CONTENTS = {
    'isi_ruang_lingkup': 'Pasal 2: pengelolaan bersama sesuai kewenangan desa',
    'isi_bidang': 'Pasal 3',
    'isi_tata_cara': 'Pasal 4 dan 5: rencana kerja tahunan disusun bersama',
    'isi_jangka_waktu': 'Pasal 6',
    'isi_hak_kewajiban': 'Pasal 7 dan 8',
    'isi_pendanaan': 'Pasal 9: APB Desa para pihak',
    'isi_perubahan': 'Pasal 10: dengan musyawarah semua pihak',
    'isi_perselisihan': 'Pasal 11: musyawarah, lalu fasilitasi camat atau bupati',
}
PRINCIPLES = ['rekognisi', 'kebersamaan', 'kegotongroyongan', 'partisipatif', 'demokratis',
              'kesetaraan', 'pemberdayaan', 'berkelanjutan', 'akuntabilitas']
FUNCTIONS = [('rencana_program', 'rumusan_rencana', 'Rencana kerja tahunan'),
             ('rencana_program', 'rancangan_peraturan', 'Bahan rancangan peraturan bersama'),
             ('rencana_program', 'penjabaran_program', 'Program dan rencana kerja BKAD'),
             ('pengelolaan_monev', 'pelaksanaan', 'Pelaksanaan program bersama'),
             ('pengelolaan_monev', 'penanganan_masalah', 'Rapat penanganan keluhan warga'),
             ('pelestarian_pembangunan', 'pelestarian_aset', 'Pemeriksaan aset bersama'),
             ('laporan_pertanggungjawaban', 'monitoring_pelaporan', 'Laporan tahunan kepada BPD')]
RAN = {'pelaksanaan', 'pelaporan', 'diubah', 'berakhir'}


def read(folder, name):
    with open(folder / f'{name}.csv', newline='', encoding='utf-8') as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames), list(reader)


def write(folder, name, columns, rows):
    with open(folder / f'{name}.csv', 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, columns, lineterminator='\n')
        writer.writeheader()
        writer.writerows(rows)


def extend(folder, name, added, change):
    columns, rows = read(folder, name)
    columns += [column for column in added if column not in columns]
    for row in rows:
        for column in added:
            row[column] = ''
        change(row)
    write(folder, name, columns, rows)
    return rows


def day(text, days=0):
    return (datetime.date.fromisoformat(text) + datetime.timedelta(days)).isoformat()


def is_whole(agreement):
    return int(agreement['id']) % 4 != 0


def agreements(folder):
    def change(row):
        if row['cabang'] == 'pihak_ketiga' and is_whole(row):
            row['prakarsa'] = 'desa' if int(row['id']) % 3 else 'pihak_ketiga'
        if row['tahap'] in RAN and is_whole(row):
            row.update(CONTENTS)
        elif row['tahap'] in RAN:
            row['isi_ruang_lingkup'] = CONTENTS['isi_ruang_lingkup']
            row['isi_pendanaan'] = CONTENTS['isi_pendanaan']
        if row['tahap'] == 'ditunda':
            row['ditunda_sampai'] = '2027-01-31'
    return extend(folder, 'kerja_sama', ['prakarsa', 'interval_laporan', 'mengubah_id',
                                         'ditunda_sampai', *CONTENTS], change)


def parties(folder, whole):
    def change(row):
        if not row['kode_desa'] or row['kerja_sama_id'] not in whole:
            return
        row['rpjm_desa'] = 'Bab IV, kerja sama antar-desa'
        row['rkp_desa'] = 'Bidang pembangunan, kegiatan 01.04.90'
        if row['tanggal']:
            row['tanggal_diundangkan'] = day(row['tanggal'], 5)
            row['jabatan_mulai'] = '2019-12-16'
            row['jabatan_sampai'] = '2027-12-15'
    return extend(folder, 'kerja_sama_pihak', ['tanggal_diundangkan', 'rpjm_desa', 'rkp_desa',
                                               'jabatan_mulai', 'jabatan_sampai'], change)


def small_additions(folder):
    def term(row):
        row['jabatan_mulai'], row['jabatan_sampai'] = '2023-01-02', '2028-01-01'
    extend(folder, 'bkad_anggota', ['jabatan_mulai', 'jabatan_sampai'], term)

    def office(row):
        row['alamat'] = f"Kantor {row['nama']}"
        row['penasihat'] = 'Para kepala desa'
        row['pengawas'] = 'Wakil BPD tiap desa'
    extend(folder, 'bum_desa_bersama', ['alamat', 'penasihat', 'pengawas'], office)

    def origin(row):
        row['asal'] = 'masyarakat' if row['nilai'].endswith('5000000') else 'desa'
    extend(folder, 'bum_desa_modal', ['asal', 'tanggal'], origin)

    def author(row):
        row['penyusun'] = 'Tim penegasan batas desa'
    extend(folder, 'klaim_batas', ['penyusun'], author)

    def use(row):
        row['pemanfaatan'] = 'sewa' if row['jenis'] == 'pasar' else ''
    return extend(folder, 'aset_bersama', ['pemanfaatan'], use)


def deliberations(folder, rows, villages):
    made = []

    def add(**values):
        made.append({'id': len(made) + 1, **values})
    for row in rows:
        present = villages[row['id']]
        if row['cabang'] == 'antar_desa' and row['tahap'] in RAN and row['tanggal'] and \
                is_whole(row):
            add(jenis='mad', kerja_sama_id=row['id'], tanggal=day(row['tanggal'], -9),
                tempat='Pendopo kecamatan', agenda=f"Rancangan: {row['judul']}",
                kode_desa_hadir=';'.join(sorted(present)), hadir_lain='Camat, BPD',
                hasil='sepakat', keputusan='Rancangan disepakati semua desa.')
        if row['tahap'] == 'berakhir' and row['mulai'] and is_whole(row):
            add(jenis='mad', kerja_sama_id=row['id'], tanggal=day(row['mulai'], 400),
                tempat='Balai desa', agenda='Pengakhiran kerja sama',
                kode_desa_hadir=';'.join(sorted(present)), hasil='sepakat',
                keputusan='Kerja sama diakhiri; hasilnya diserahkan kepada para pihak.')
    for body in read(folder, 'bkad')[1]:
        add(jenis='mad', bkad_id=body['id'], tanggal=body['tanggal'], tempat='Pendopo kecamatan',
            agenda='Pembentukan BKAD', hasil='sepakat', keputusan='BKAD dibentuk.')
    for case in read(folder, 'sengketa_batas')[1]:
        # The one that ends at the neighbouring kabupaten still waits for it.
        if case['mulai_fasilitasi'] and case['id'] != '8':
            add(jenis='pertemuan_sengketa', sengketa_id=case['id'],
                tanggal=day(case['mulai_fasilitasi'], 14), tempat='Kantor kecamatan',
                agenda='Pemaparan klaim kedua desa',
                kode_desa_hadir=';'.join(sorted([case['kode_desa_1'], case['kode_desa_2']])),
                hadir_lain='Tim penegasan batas kabupaten',
                keputusan='Kedua desa menyerahkan peta dan dokumennya.')
    write(folder, 'musyawarah', ['id', 'jenis', 'kerja_sama_id', 'bkad_id', 'sengketa_id',
                                 'kode_desa', 'tanggal', 'tempat', 'agenda', 'kode_desa_hadir',
                                 'hadir_lain', 'hasil', 'keputusan', 'dokumen_id'], made)


def money_and_reports(folder, rows, villages):
    chance = random.Random(5)
    paid = random.Random(55)
    funding, reports, problems, evaluations = [], [], [], []
    for row in rows:
        if row['tahap'] not in RAN or not row['mulai']:
            continue
        present = sorted(villages[row['id']])
        value = float(row['nilai'] or 0)
        # Each party plans its part in each year of the term; what 2026 spends is not closed yet.
        first, last = int(row['mulai'][:4]), int((row['berakhir'] or '2026')[:4])
        for year in range(first, min(last, 2026) + 1):
            for code in present:
                planned = round(value / max(1, len(present)) / (last - first + 1), -5)
                if planned:
                    spent = planned * paid.choice([1, .9, .75]) if year < 2026 else 0
                    funding.append({'kerja_sama_id': row['id'], 'kode_desa': code,
                                    'sumber': 'apb_desa', 'tahun': year,
                                    'rencana': f'{planned:.0f}',
                                    'realisasi': f'{spent:.0f}' if spent else ''})
        if is_whole(row) and row['mulai'] < '2026':
            inter = row['cabang'] == 'antar_desa'
            reports.append({'id': len(reports) + 1, 'kerja_sama_id': row['id'],
                            'jenis': 'pelaksanaan', 'periode': '2025',
                            'jatuh_tempo': '2026-01-31', 'tanggal': '2026-01-20',
                            'pengirim': 'BKAD' if inter else 'Kepala desa',
                            'penerima': 'Kepala desa' if inter else 'BPD',
                            'tembusan': 'BPD; Bupati melalui Camat' if inter
                            else 'Bupati melalui Camat'})
            evaluations.append({'kerja_sama_id': row['id'], 'tanggal': '2026-02-10',
                                'penilai': 'Dinas PMD',
                                **{name: chance.choice([2, 3, 3, 4]) for name in PRINCIPLES}})
        if int(row['id']) % 9 == 2:
            problems.append({'kerja_sama_id': row['id'], 'tanggal': '2025-07-14',
                             'uraian': 'Satu desa terlambat menyetor bagiannya',
                             'fasilitator': 'camat',
                             'penyelesaian': 'Disepakati dicicil dua kali',
                             'tanggal_selesai': '2025-09-01'})
    write(folder, 'kerja_sama_dana', ['kerja_sama_id', 'kode_desa', 'pihak_ketiga_id', 'sumber',
                                      'tahun', 'rencana', 'realisasi'], funding)
    for body in read(folder, 'bkad')[1]:
        reports.append({'id': len(reports) + 1, 'bkad_id': body['id'],
                        'jenis': 'pertanggungjawaban', 'periode': '2025',
                        'jatuh_tempo': '2026-03-31', 'tanggal': '2026-03-12',
                        'pengirim': body['nama'], 'penerima': 'BPD tiap desa',
                        'tembusan': 'Kepala desa; Bupati melalui Camat'})
    write(folder, 'laporan', ['id', 'kerja_sama_id', 'bkad_id', 'jenis', 'periode', 'jatuh_tempo',
                              'tanggal', 'pengirim', 'penerima', 'tembusan', 'dokumen_id'],
          reports)
    write(folder, 'masalah', ['kerja_sama_id', 'tanggal', 'uraian', 'fasilitator', 'penyelesaian',
                              'tanggal_selesai', 'dokumen_id'], problems)
    write(folder, 'evaluasi', ['kerja_sama_id', 'tanggal', 'penilai', *PRINCIPLES, 'catatan'],
          evaluations)


def activities(folder):
    made = []
    for body in read(folder, 'bkad')[1]:
        for number, (task, function, text) in enumerate(FUNCTIONS):
            made.append({'bkad_id': body['id'], 'tugas': task, 'fungsi': function, 'tahun': 2026,
                         'tanggal': f'2026-{number + 2:02}-15', 'uraian': f'{text} 2026',
                         'keadaan': 'selesai' if number < 4 else 'berjalan'})
    write(folder, 'bkad_kegiatan', ['bkad_id', 'kerja_sama_id', 'tugas', 'fungsi', 'tahun',
                                    'tanggal', 'uraian', 'keadaan', 'dokumen_id'], made)


def care(folder, assets):
    made = []
    for asset in assets:
        if int(asset['id']) % 5 != 0:
            made.append({'aset_id': asset['id'], 'jenis': 'inventarisasi',
                         'tanggal': '2023-11-30', 'uraian': 'Inventarisasi lima tahunan'})
            made.append({'aset_id': asset['id'], 'jenis': 'laporan_semester',
                         'tanggal': '2026-07-10', 'uraian': 'Semester I 2026'})
        if asset['kondisi'] != 'baik':
            made.append({'aset_id': asset['id'], 'jenis': 'pemeliharaan', 'tanggal': '2025-08-04',
                         'uraian': 'Perbaikan ringan', 'biaya': '7500000'})
    write(folder, 'aset_perawatan', ['aset_id', 'jenis', 'tanggal', 'uraian', 'biaya',
                                     'dokumen_id'], made)


def boundaries(folder, rows, villages):
    cases = read(folder, 'sengketa_batas')[1]
    about = [row for row in rows if row['bidang'] == 'batas_desa']
    made = [{'kerja_sama_id': row['id'], 'kode_desa_1': case['kode_desa_1'],
             'kode_desa_2': case['kode_desa_2'], 'sengketa_id': case['id']}
            for row in about for case in cases
            if {case['kode_desa_1'], case['kode_desa_2']} <= villages[row['id']]]
    write(folder, 'kerja_sama_batas', ['kerja_sama_id', 'kode_desa_1', 'kode_desa_2',
                                       'sengketa_id'], made)


PEOPLE = ['Sutrisno', 'Siti Aminah', 'Bambang Wijaya', 'Sri Rahayu', 'Agus Santoso', 'Dewi Lestari',
          'Joko Susilo', 'Endang Wahyuni', 'Hendra Gunawan', 'Nurhayati']


def papers_of_cases(folder):
    """What each party lays before, and who signed where there is a berita acara."""
    cases = read(folder, 'sengketa_batas')[1]
    claims = read(folder, 'klaim_batas')[1]
    laid = []
    for number, claim in enumerate(claims):
        laid.append({'sengketa_id': claim['sengketa_id'], 'kode_desa': claim['kode_desa'],
                     'jenis': 'peta' if 'eta' in claim['dasar'] else 'dokumen',
                     'judul': claim['dasar'], 'penerbit': ('Kantor pertanahan', 'BIG')[number % 2],
                     'tahun': (1987, 2015, 2006)[number % 3],
                     'skala': ('1:5.000', '1:10.000', '')[number % 3],
                     'keterangan': 'diserahkan pada pertemuan pertama'})
    write(folder, 'bukti_sengketa', ['sengketa_id', 'kode_desa', 'jenis', 'judul', 'penerbit',
                                     'tahun', 'skala', 'keterangan', 'dokumen_id', 'bujur',
                                     'lintang'], laid)
    signed = []
    minutes = {row['id']: row['tanggal'] for row in read(folder, 'dokumen')[1]
               if row['jenis'] == 'berita_acara'}
    for case in cases:
        if case['keadaan'] not in ('sepakat', 'selesai_perbup'):
            continue
        on = minutes.get(case['dokumen_id']) or day(case['mulai_fasilitasi'], 120)
        names = [PEOPLE[(int(case['id']) * 3 + k) % len(PEOPLE)] for k in range(8)]

        def sign(role, name, office, village='', number='', on=on, case=case):
            signed.append({'sengketa_id': case['id'], 'peran': role, 'kode_desa': village,
                           'nama': name, 'jabatan': office, 'nomor_berita_acara': number,
                           'tanggal': on})
        for side, village in enumerate((case['kode_desa_1'], case['kode_desa_2'])):
            sign('tim_desa', names[side * 3], 'Ketua tim desa', village)
            sign('tim_desa', names[side * 3 + 1], 'Anggota tim desa', village)
            sign('kepala_desa', names[side * 3 + 2], 'Kepala Desa', village,
                 f'{int(case["id"]):02}/BA-BATAS/{"AB"[side]}/{on[:4]}')
        sign('fasilitator', names[6], 'Camat')
        sign('tim_kabupaten', names[7], 'Sekretaris Tim PPBDes')
    write(folder, 'penanda_tangan', ['sengketa_id', 'peran', 'kode_desa', 'nama', 'jabatan', 'nip',
                                     'nomor_berita_acara', 'tanggal'], signed)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    rows = agreements(folder)
    villages = {row['id']: set() for row in rows}
    whole = {row['id'] for row in rows if is_whole(row)}
    for party in parties(folder, whole):
        if party['kode_desa']:
            villages[party['kerja_sama_id']].add(party['kode_desa'])
    assets = small_additions(folder)
    deliberations(folder, rows, villages)
    money_and_reports(folder, rows, villages)
    activities(folder)
    care(folder, assets)
    boundaries(folder, rows, villages)
    papers_of_cases(folder)


main()
