"""Assets that villages own together: points, lines and areas near the borders they share."""
import math
import random

from sample_fabric import blob, length, smoothed, station, wave

# kind · shape · how many · names
KINDS = [('mata_air', 'point', 7, ['Mata air {A}', 'Sendang {A}', 'Tuk {A}']),
         ('pasar', 'point', 6, ['Los pasar {A}', 'Pasar pagi {A}']),
         ('bangunan', 'point', 5, ['Balai pertemuan {A}', 'Gudang pangan {A}', 'Lumbung {A}']),
         ('jalan', 'line', 6, ['Jalan usaha tani {A}–{B}', 'Jalan poros {A}–{B}']),
         ('jembatan', 'point', 5, ['Jembatan {A}–{B}', 'Jembatan gantung {A}']),
         ('irigasi', 'line', 5, ['Saluran irigasi {A}', 'Saluran sekunder {A}–{B}']),
         ('tpa', 'polygon', 3, ['TPS3R {A}', 'Tempat pemrosesan sampah {A}']),
         ('sekolah', 'point', 4, ['PAUD terpadu {A}', 'Madrasah desa {A}']),
         ('puskesmas', 'point', 4, ['Pondok bersalin {A}', 'Posyandu {A}']),
         ('wisata', 'polygon', 4, ['Wisata alam {A}', 'Bumi perkemahan {A}']),
         ('masjid', 'point', 3, ['Masjid perbatasan {A}']),
         ('peralatan', 'point', 4, ['Ambulans desa {A}', 'Mesin penggiling {A}']),
         ('tanah', 'polygon', 5, ['Tanah kas bersama {A}', 'Lapangan {A}']),
         ('hutan', 'polygon', 4, ['Hutan rakyat {A}', 'Hutan bakau {A}']),
         ('lain_lain', 'point', 3, ['Makam umum {A}', 'Menara siaga {A}'])]
BASES = ['APB Desa bersama', 'Hibah kabupaten', 'Kekayaan asli desa', 'Hasil kerja sama', 'Eks PNPM', 'Swadaya']


def write_assets(world, agreements):
    rng = random.Random(53)
    pool = sorted((p for p in world.fabric.shared if length(world.fabric.border(*p)) > 900
                   and world.desa(p[0]) and world.desa(p[1])), key=lambda p: [world.village(i).code for i in p])
    rng.shuffle(pool)
    partners = {}
    for number, members in agreements.items():
        for a in members:
            for b in members:
                partners.setdefault((a, b), number)
    rows, shares = [], []
    for kind, shape, count, names in KINDS:
        for k in range(count):
            pair = pool.pop()
            number = len(rows) + 1
            a, b = (world.village(i) for i in pair)
            rows.append([number, names[k % len(names)].replace('{A}', a.name).replace('{B}', b.name), kind,
                         '0%d.%02d.%02d.%03d' % (1 + number % 5, number % 9 + 1, number % 7 + 1, number),
                         2004 + (number * 7) % 22, 1000000 * rng.randint(15, 900),
                         rng.choices(['baik', 'rusak_ringan', 'rusak_berat', 'tidak_diketahui'], [60, 24, 10, 6])[0],
                         rng.choice(BASES), partners.get(pair, ''), geometry(world, pair, shape, rng)])
            shares += share_rows(world, number, pair, rng)
    world.write('aset_bersama', 'id,nama,jenis,kode_barang,tahun,nilai,kondisi,dasar,kerja_sama_id,geometri', rows)
    world.write('aset_bersama_hak', 'aset_id,pemegang,kode_desa,nama_pemegang,persen', shares)


def share_rows(world, number, pair, rng):
    """Mostly shares that sum to 100; some with a third holder, some unclear, one that does not sum."""
    a, b = (world.village(i).code for i in pair)
    if number % 17 == 0:
        return [[number, 'desa', a, '', ''], [number, 'belum_jelas', '', 'Belum dibagi', '']]
    if number == 40:
        return [[number, 'desa', a, '', 50], [number, 'desa', b, '', 40]]
    if number % 9 == 0:
        return [[number, 'desa', a, '', 40], [number, 'desa', b, '', 40],
                [number, 'kabupaten', '', 'Pemerintah Kabupaten Contoh', 20]]
    if number % 11 == 0:
        return [[number, 'bkad', '', 'BKAD Tirta Contoh', 100]]
    if number % 13 == 0:
        return [[number, 'bumdesma', '', 'BUM Desa Bersama Segara Mukti', 60], [number, 'desa', a, '', 20],
                [number, 'desa', b, '', 20]]
    common = sorted(world.fabric.adjacent[pair[0]] & world.fabric.adjacent[pair[1]])
    if number % 4 == 0 and common and world.desa(common[0]):
        return [[number, 'desa', a, '', 50], [number, 'desa', b, '', 30],
                [number, 'desa', world.village(common[0]).code, '', 20]]
    part = rng.choice([50, 50, 60, 40, 75])
    return [[number, 'desa', a, '', part], [number, 'desa', b, '', 100 - part]]


def geometry(world, pair, shape, rng):
    border = world.fabric.border(*pair)
    at, (dx, dy) = station(border, length(border) * rng.uniform(0.25, 0.75))
    if shape == 'point':
        side = rng.uniform(-220, 220)
        points = [(at[0] - dy * side, at[1] + dx * side)]
        return 'POINT (%s)' % text(world, points)
    if shape == 'polygon':
        return 'POLYGON ((%s))' % text(world, blob(rng, at, rng.uniform(90, 330), points=28, rough=0.35))
    ends = [toward(at, world.village(i).centre, rng.uniform(0.45, 0.85)) for i in pair]
    straight = smoothed([ends[0], at, ends[1]], 60, 300)
    sway = wave(rng)
    line = []
    for k, p in enumerate(straight):
        t = k / (len(straight) - 1)
        off = 90 * sway(t) * math.sin(math.pi * t)
        line.append((p[0] + off, p[1] - off))
    return 'LINESTRING (%s)' % text(world, line)


def toward(start, end, part):
    return (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))


def text(world, points):
    return ', '.join('%.7f %.7f' % p for p in world.fabric.lonlat(points))
