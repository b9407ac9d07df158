"""The registers of the sample: who works together, who quarrels, who owns what. All invented."""
import csv
import math
import os
import random

from sample_agreements import AGREEMENTS, CURRENT_FIELD, KIND, THIRD_PARTIES
from sample_borders import BORDER_SEED, choose_disputes, write_borders
from sample_assets import write_assets

LAW = [
    ('UU', '6', 2014, 'Desa', '2014-01-15', '', ''),
    ('UU', '3', 2024, 'Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa', '2024-04-25', '', ''),
    ('PP', '43', 2014, 'Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa', '2014-05-30',
     '2026-03-27', 'PP 16/2026'),
    ('PP', '47', 2015, 'Perubahan atas Peraturan Pemerintah Nomor 43 Tahun 2014', '', '2026-03-27', 'PP 16/2026'),
    ('PP', '11', 2019, 'Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014', '', '2026-03-27', 'PP 16/2026'),
    ('PP', '16', 2026, 'Peraturan Pelaksanaan Undang-Undang Desa', '2026-03-27', '', ''),
    ('PP', '11', 2021, 'Badan Usaha Milik Desa', '2021-02-02', '', ''),
    ('Permendagri', '111', 2014, 'Pedoman Teknis Peraturan di Desa', '', '', ''),
    ('Permendagri', '1', 2016, 'Pengelolaan Aset Desa', '', '', ''),
    ('Permendagri', '45', 2016, 'Pedoman Penetapan dan Penegasan Batas Desa', '2016-06-30', '', ''),
    ('Permendagri', '96', 2017, 'Tata Cara Kerja Sama Desa di Bidang Pemerintahan Desa', '', '', ''),
    ('Permendagri', '3', 2024, 'Perubahan atas Permendagri Nomor 1 Tahun 2016 tentang Pengelolaan Aset Desa', '', '', ''),
    ('Perban BIG', '15', 2019, 'Metode Kartometrik pada Penetapan dan Penegasan Batas Desa/Kelurahan', '', '', ''),
    ('Perka BIG', '3', 2016, 'Spesifikasi Teknis Penyajian Peta Desa', '', '', ''),
    ('Permendesa PDTT', '3', 2021, 'Pendaftaran, Pendataan dan Pemeringkatan, Pembinaan dan Pengembangan, dan Pengadaan '
     'Barang dan/atau Jasa Badan Usaha Milik Desa/Badan Usaha Milik Desa Bersama', '', '', '')]
MEN = ['Sutrisno', 'Bambang Hartono', 'Wahyudi', 'Ahmad Fauzi', 'Slamet Riyadi', 'Joko Prasetyo', 'Darmawan', 'Hendra',
       'Suparman', 'Rahmat Hidayat', 'Agus Salim', 'Teguh Santoso', 'Yusuf', 'Kasiman', 'Mulyadi', 'Hadi Purnomo']
WOMEN = ['Siti Aminah', 'Sri Wahyuni', 'Endang Lestari', 'Nurhayati', 'Dewi Rahmawati', 'Kartini', 'Ratna Sari',
         'Yuliana', 'Sulastri', 'Maryam', 'Fitriani', 'Wulandari']


BUSY = {0: 1, 1: 0, 2: 0}  # those that already work with others do so again, up to a point


class Papers:
    """The documents that the other registers refer to."""

    def __init__(self):
        self.rows = []

    def add(self, kind, number, date, title, issuer, scale=''):
        self.rows.append([len(self.rows) + 1, kind, number, date, title, issuer, scale, ''])
        return len(self.rows)


class World:
    def __init__(self, fabric, out):
        self.fabric, self.out, self.papers = fabric, out, Papers()
        self.head_of = {}

    def write(self, name, columns, rows):
        with open(os.path.join(self.out, name + '.csv'), 'w', newline='', encoding='utf-8') as file:
            writer = csv.writer(file, lineterminator='\n')
            writer.writerow(columns.split(','))
            writer.writerows(rows)

    def village(self, i):
        return self.fabric.villages[i]

    def head(self, i):
        """The kepala desa, the same person on every paper."""
        if i not in self.head_of:
            rng = random.Random(1000 + i)
            self.head_of[i] = rng.choice(MEN if rng.random() < 0.8 else WOMEN)
        return self.head_of[i]

    def desa(self, i):
        return not self.village(i).urban

    def cluster(self, start, count, across, used):
        """`count` villages around `start`, those that already work with others first."""
        members, home, seat = [start], self.village(start).district, self.village(start).centre
        while len(members) < count:
            ring = sorted({n for m in members for n in self.fabric.adjacent[m] if n not in members and self.desa(n)
                           and (across or self.village(n).district is home)},
                          key=lambda n: (across and len(members) == 1 and self.village(n).district is home,
                                         BUSY.get(used.get(n, 0), 2), math.dist(seat, self.village(n).centre)))
            if not ring:
                return None
            members.append(ring[0])
        return members


def write_registers(fabric, out):
    world = World(fabric, out)
    world.write('dasar_hukum', 'id,jenis,nomor,tahun,judul,berlaku_sejak,dicabut_sejak,dicabut_oleh',
                [[k, *row] for k, row in enumerate(LAW, 1)])
    agreements = choose_parties(world)
    write_third_parties(world, agreements)
    bodies = write_bodies(world, agreements)
    write_agreements(world, agreements, bodies)
    write_enterprises(world)
    write_borders(world)
    write_assets(world, agreements)
    world.write('dokumen', 'id,jenis,nomor,tanggal,judul,penerbit,skala,berkas', world.papers.rows)


def write_third_parties(world, agreements):
    """Each has its seat beside the villages it first worked with, or outside the kabupaten."""
    rng, rows = random.Random(17), []
    for k, (name, kind, address) in enumerate(THIRD_PARTIES, 1):
        number = next(n for n, row in enumerate(AGREEMENTS, 1) if k in row['thirds'])
        x, y = world.village(agreements[number][-1]).centre
        lon, lat = world.fabric.lonlat([(x + rng.choice([-1, 1]) * rng.uniform(500, 900), y + rng.uniform(-500, 500))])[0]
        place = ['', ''] if 'luar kabupaten' in address else ['%.6f' % lon, '%.6f' % lat]
        rows.append([k, name, kind, address, *place])
    world.write('pihak_ketiga', 'id,nama,jenis,alamat,bujur,lintang', rows)


def choose_parties(world):
    """Villages for every agreement: spread over the kabupaten, some drawn more often than others."""
    rng, used, chosen = random.Random(19), {}, {}
    everywhere = sorted((i for i in world.fabric.living if world.desa(i)), key=lambda i: world.village(i).code)
    for number, row in enumerate(AGREEMENTS, 1):
        members = chosen.get(row['same_as'])
        while not members:
            members = world.cluster(pick_start(world, rng, everywhere, row, used), row['villages'], row['across'], used)
        chosen[number] = members
        for m in members:
            used[m] = used.get(m, 0) + 1
    return {**chosen, **parties_of_borders(world)}


def parties_of_borders(world):
    """An agreement about a border binds the villages on both sides of one that is a case: one that was reported, one
    that was agreed and one that has its Perbup."""
    cases = choose_disputes(world, random.Random(BORDER_SEED))
    about = [n for n, row in enumerate(AGREEMENTS, 1) if row['field'] == 'batas_desa']
    chosen = {}
    for number, case in zip(about, (0, 8, 12)):
        pair = list(cases[case][0])
        near = sorted({i for shared in world.fabric.shared if set(shared) & set(pair) for i in shared
                       if world.desa(i)} - set(pair), key=lambda i: world.village(i).code)
        chosen[number] = pair + near[:AGREEMENTS[number - 1]['villages'] - 2]
    return chosen


def pick_start(world, rng, everywhere, row, used):
    pool = [i for i in everywhere if (i in world.fabric.coastal) or not row['coastal']]
    if row['outside']:
        pool = [i for i in pool if i in world.fabric.on_land_border]
    fresh = [i for i in pool if used.get(i, 0) == 0] if rng.random() < 0.45 else pool
    return rng.choice(fresh or pool)


def title_of(world, row, members):
    first = world.village(members[0])
    return row['title'].replace('{A}', first.name).replace('{K}', first.district['name'])


def write_bodies(world, agreements):
    """A BKAD for five of the larger agreements, delegates from each of their villages."""
    rng, rows, members, of_agreement = random.Random(23), [], [], {}
    elements = ['pemerintah_desa', 'bpd', 'lembaga_kemasyarakatan', 'lembaga_lainnya', 'tokoh_masyarakat']
    offices = ['ketua', 'sekretaris', 'bendahara'] + ['anggota'] * 60
    names = ['Tirta Contoh', 'Segara Makmur', 'Lereng Asri', 'Guyub Rukun', 'Bina Warga']
    wanted = [n for n, row in enumerate(AGREEMENTS, 1) if row['body']]
    for body, (name, number) in enumerate(zip(names, wanted), 1):
        of_agreement[number] = body
        district = world.village(agreements[number][0]).district
        founded = '20%02d-0%d-1%d' % (21 + body % 4, 2 + body, body)
        paper = world.papers.add('permakades', '0%d/PB/20%s' % (body, founded[2:4]), founded,
                                 'Pembentukan Badan Kerja Sama Antar-Desa ' + name,
                                 'Para kepala desa Kecamatan ' + district['name'])
        rows.append([body, 'BKAD ' + name, district['code'], paper, founded])
        seats = [(v, k) for k in range(2) for v in agreements[number]]
        for k, (v, _) in enumerate(seats):
            woman = k % 5 in (1, 3) or (k % 5 == 4 and rng.random() < 0.3)
            members.append([body, world.village(v).code, rng.choice(WOMEN if woman else MEN), offices[k],
                            elements[k % 5], 'perempuan' if woman else 'laki_laki'])
    world.write('bkad', 'id,nama,kode_kecamatan,dokumen_id,tanggal', rows)
    world.write('bkad_anggota', 'bkad_id,kode_desa,nama,jabatan,unsur,kelamin', members)
    return of_agreement


def write_agreements(world, chosen, bodies):
    rows, parties = [], []
    for number, row in enumerate(AGREEMENTS, 1):
        members = chosen[number]
        title, signed = title_of(world, row, members), row['signed']
        register = '%02d/%s/%s' % (number, 'PB' if row['branch'] == 'antar_desa' else 'PKS', signed[:4]) if signed else ''
        paper = ''
        if signed:
            kind = 'permakades' if row['branch'] == 'antar_desa' else 'perjanjian_bersama'
            issuer = 'Kepala Desa ' + world.village(members[0]).name + (' dan lainnya' if len(members) > 2 else '')
            paper = world.papers.add(kind, register, signed, title, issuer)
        rows.append([number, register, title, row['branch'], KIND[row['field']], row['field'],
                     CURRENT_FIELD[row['field']], row['aims'], row['stage'], row['reason'], signed, row['starts'],
                     row['ends'], bodies.get(number, ''), row['value'] or '', row['report'], paper, row['remark']])
        parties += party_rows(world, number, row, members)
    world.write('kerja_sama', 'id,nomor,judul,cabang,jenis,bidang,bidang_kini,tujuan,tahap,alasan_berakhir,tanggal,'
                'mulai,berakhir,bkad_id,nilai,laporan_terakhir,dokumen_id,keterangan', rows)
    world.write('kerja_sama_pihak', 'kerja_sama_id,kode_desa,pihak_ketiga_id,desa_luar,kode_luar,peran,nomor,tanggal,'
                'penandatangan,tanggal_musdes,persetujuan_bpd,bagian', parties)


def party_rows(world, number, row, members):
    rng, rows, signed = random.Random(2900 + number), [], row['signed']
    share = round((row['value'] or 0) / max(1, len(members)), -5)
    for k, v in enumerate(members):
        paper = '%02d/PB/%s' % (rng.randint(1, 30), signed[:4]) if signed else ''
        met = earlier(signed) if signed else ('2026-0%d-15' % rng.randint(5, 9) if k < len(members) - 1 else '')
        if row['stage'] == 'persiapan':
            met = ''
        rows.append([number, world.village(v).code, '', '', '', row['role'] if k == 0 else 'mitra', paper, signed,
                     world.head(v) if signed else '', met, 'ya' if met else 'tidak', int(share) or ''])
    for third in row['thirds']:
        rows.append([number, '', third, '', '', 'pelaksana', '', signed, '', '', 'tidak', ''])
    if row['outside']:
        rows.append([number, '', '', 'Ranupasir, Kabupaten Tetangga', '99.02.03.2005', 'mitra', '', signed, '', '',
                     'tidak', ''])
    return rows


def earlier(date):
    """Some weeks before a date, as the Musdes is."""
    year, month, day = map(int, date.split('-'))
    month -= 1
    return '%04d-%02d-%02d' % ((year - 1, 12, min(day, 28)) if month == 0 else (year, month, min(day, 28)))


def write_enterprises(world):
    rng, used = random.Random(31), {}
    rows, capital = [], []
    pool = sorted((i for i in world.fabric.living if world.desa(i)), key=lambda i: world.village(i).code)
    for k, (name, state, businesses, count) in enumerate([
            ('BUM Desa Bersama Segara Mukti', 'berbadan_hukum', 'tempat pelelangan ikan; pabrik es', 5),
            ('BUM Desa Bersama Guyub LKD', 'berbadan_hukum', 'simpan pinjam perempuan (eks PNPM)', 8),
            ('BUM Desa Bersama Lereng Wisata', 'terdaftar_nama', 'wisata; homestay', 3),
            ('BUM Desa Bersama Tirta Raharja', 'rencana', 'air minum', 2)], 1):
        members = None
        while not members:
            members = world.cluster(rng.choice(pool), count, False, used)
        for m in members:
            used[m] = 1
        date = '' if state == 'rencana' else '202%d-0%d-20' % (2 + k, 3 + k)
        paper = world.papers.add('permakades', '%02d/PB/%s' % (60 + k, date[:4]), date, 'Pendirian ' + name,
                                 'Kepala Desa ' + world.village(members[0]).name + ' dan lainnya') if date else ''
        legal = state == 'berbadan_hukum'
        rows.append([k, name, state, 'AHU-%05d.AH.01.33.TAHUN %s' % (4100 + 37 * k, date[:4]) if legal else '',
                     date if legal else '', businesses, rng.choice(MEN + WOMEN) if date else '', paper])
        capital += [[k, world.village(m).code, '', 25000000 + 5000000 * rng.randint(0, 15)] for m in members]
        if k == 1:
            capital.append([k, '', 'Ranupasir, Kabupaten Tetangga', 40000000])
    world.write('bum_desa_bersama', 'id,nama,keadaan,nomor_sertifikat,tanggal_sertifikat,bidang_usaha,direktur,dokumen_id',
                rows)
    world.write('bum_desa_modal', 'bum_desa_bersama_id,kode_desa,desa_luar,nilai', capital)
