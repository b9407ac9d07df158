"""Segment states, boundary disputes and the claim lines of both sides."""
import math
import random

from sample_fabric import length, smoothed, wave

# state · facilitator (empty: by geography) · reported · facilitation since
DISPUTES = [('dilaporkan', '2026-11-02', ''), ('dilaporkan', '2026-10-12', ''),
            ('fasilitasi_camat', '2026-06-15', '2026-08-03'), ('fasilitasi_camat', '2026-03-09', '2026-05-04'),
            ('fasilitasi_camat', '2026-08-24', '2026-09-14'), ('fasilitasi_bupati', '2026-05-18', '2026-07-06'),
            ('fasilitasi_bupati', '2026-02-02', '2026-06-01'), ('fasilitasi_bupati', '2025-11-10', '2026-08-10'),
            ('sepakat', '2025-04-07', '2025-05-05'), ('sepakat', '2025-09-01', '2025-10-06'),
            ('tidak_sepakat', '2025-10-20', '2025-11-17'), ('keputusan_bupati', '2025-01-13', '2025-02-10'),
            ('selesai_perbup', '2024-02-05', '2024-03-04'), ('fasilitasi_camat', '2026-09-07', '2026-10-05')]
BORDER_SEED = 41
AT_EDGE = 8  # number of the case whose segment ends at the neighbouring kabupaten
SUBJECTS = ['Letak garis di lahan bengkok', 'Tepi sungai bergeser sejak banjir 2019', 'Dua peta berbeda, 1987 dan 2015',
            'Permukiman baru di dua sisi garis', 'Batas hutan rakyat', 'Tambak pada garis lama', 'Pilar kayu hilang']
BASES = [('Peta desa 1987', 'Desa', '1987-06-01', '1:5.000'), ('Peta rupabumi 1999', 'Bakosurtanal', '1999-01-01', '1:25.000'),
         ('Peta blok PBB', 'KPP Pratama Contoh', '2004-03-01', '1:2.500'), ('Citra tegak 2015', 'BIG', '2015-08-01', '1:5.000'),
         ('Keterangan tokoh adat', 'Desa', '2012-05-01', ''), ('Peta kerja tim PPBDes', 'Tim PPBDes', '2021-09-01', '1:5.000')]


def write_borders(world):
    rng = random.Random(BORDER_SEED)
    disputes = choose_disputes(world, rng)
    write_disputes(world, disputes, rng)
    write_segments(world, {pair: row[0] for pair, row in disputes}, rng)


def across(world, pair):
    return world.village(pair[0]).district is not world.village(pair[1]).district


def choose_disputes(world, rng):
    """Borders of 1.5 to 5 km, no village twice; the camat's cases lie within one kecamatan."""
    fabric = world.fabric
    pool = [p for p in sorted(fabric.shared, key=lambda p: [world.village(i).code for i in p])
            if 1300 < length(fabric.border(*p)) < 5000 and world.desa(p[0]) and world.desa(p[1])
            and length(fabric.border(*p)) > 0.9 * sum(map(length, fabric.shared[p]))]
    rng.shuffle(pool)
    taken, result = set(), []
    at_edge = lambda p: bool(set(p) & fabric.on_land_border)
    for number, row in enumerate(DISPUTES, 1):
        to_regent = row[0] == 'fasilitasi_bupati'
        fits = lambda p: (not taken & set(p) and across(world, p) == to_regent
                          and (number != AT_EDGE or at_edge(p)))
        pair = next(p for p in pool if fits(p))
        taken |= set(pair)
        result.append((pair, row))
    return result


def facilitator(world, pair, state):
    if state == 'dilaporkan':
        return ''
    return 'bupati' if across(world, pair) else 'camat'


def outcome(world, pair, state, number):
    a, b = (world.village(i) for i in pair)
    between = 'batas Desa %s dengan Desa %s' % (a.name, b.name)
    if state == 'sepakat':
        return world.papers.add('berita_acara', '13%d/BA/2025' % number, '2025-11-%02d' % (10 + number),
                                'Kesepakatan ' + between, 'Camat ' + a.district['name'])
    if state == 'selesai_perbup':
        return world.papers.add('perbup', '21/2024', '2024-10-14', 'Penetapan ' + between, 'Bupati Contoh')
    return ''


def subject(number):
    if number == AT_EDGE:
        return 'Ujung segmen menyangkut batas dengan Kabupaten Tetangga'
    return SUBJECTS[number % len(SUBJECTS)]


def write_disputes(world, disputes, rng):
    rows, claims = [], []
    for number, (pair, (state, reported, since)) in enumerate(disputes, 1):
        pair = sorted(pair, key=lambda i: world.village(i).code)
        codes = [world.village(i).code for i in pair]
        rows.append([number, '%03d/SB/%s' % (number, reported[:4]), *codes, state, facilitator(world, pair, state),
                     reported, since, subject(number), outcome(world, pair, state, number)])
        for k, line in enumerate(claim_lines(world, pair, rng.uniform(22, 46), rng)):
            basis, issuer, date, scale = BASES[(number * 2 + k) % len(BASES)]
            village = world.village(pair[k])
            paper = world.papers.add('peta', '', date, '%s, Desa %s' % (basis, village.name),
                                     issuer if issuer != 'Desa' else 'Pemerintah Desa ' + village.name, scale)
            claims.append([number, codes[k], basis, paper, line])
    world.write('sengketa_batas', 'id,nomor,kode_desa_1,kode_desa_2,keadaan,fasilitator,dilaporkan,mulai_fasilitasi,'
                'pokok,dokumen_id', rows)
    world.write('klaim_batas', 'sengketa_id,kode_desa,dasar,dokumen_id,garis', claims)


def claim_lines(world, pair, hectares, rng):
    """Each side's line from end to end of the shared border, bent into the other's land."""
    border = world.fabric.border(*pair)
    base = smoothed(border, 70, 350)
    lean = rng.uniform(0.35, 0.65)
    width = hectares * 1e4 / length(base) / 0.68  # 0.68: mean of the envelope below
    lines = []
    for k, part in ((0, lean), (1, 1 - lean)):
        sign = away(base, world.village(pair[k]).centre)
        lines.append(offset(base, sign * width * part, wave(rng, 5)))
    return [wkt_line(world, line) for line in lines]


def away(line, centre):
    """+1 when left of the line leads away from the village, else -1."""
    m = len(line) // 2
    (ax, ay), (bx, by) = line[m], line[m + 1]
    return -1 if (bx - ax) * (centre[1] - ay) - (by - ay) * (centre[0] - ax) > 0 else 1


def offset(line, distance, sway):
    out, last = [line[0]], len(line) - 1
    for k in range(1, last):
        t = k / last
        (ax, ay), (bx, by) = line[max(0, k - 4)], line[min(last, k + 4)]
        n = math.hypot(bx - ax, by - ay) or 1
        d = distance * math.sin(math.pi * t) ** 0.8 * (1 + 0.45 * sway(t))
        out.append((line[k][0] - (by - ay) / n * d, line[k][1] + (bx - ax) / n * d))
    return out + [line[-1]]


def wkt_line(world, line):
    points = world.fabric.lonlat(line)
    return 'LINESTRING (%s)' % ', '.join(
        '%r %r' % p if k in (0, len(points) - 1) else '%.7f %.7f' % p for k, p in enumerate(points))


def write_segments(world, disputed, rng):
    """The kecamatan differ in how far they have come; a Perbup covers many segments at once."""
    mixes = [[30, 15, 15, 10, 0, 0], [10, 10, 15, 30, 10, 25], [0, 5, 5, 20, 15, 55], [20, 25, 25, 20, 5, 5]]
    states = ['belum_ditelusuri', 'dokumen', 'pelacakan', 'sepakat', 'verifikasi_teknis', 'perbup']
    perbup = {}
    rows = []
    by_code = lambda p: [world.village(i).code for i in p]
    for pair in sorted((tuple(sorted(p, key=lambda i: world.village(i).code)) for p in world.fabric.shared), key=by_code):
        a, b = (world.village(i) for i in pair)
        at_odds = disputed.get(tuple(sorted(pair)))
        state = rng.choices(states, mixes[a.district['number'] % 4])[0]
        if at_odds:
            state = {'sepakat': 'sepakat', 'selesai_perbup': 'perbup'}.get(at_odds, 'sengketa')
        paper = segment_paper(world, a, b, state, perbup, rng)
        rows.append([a.code, b.code, state, 'ya' if state == 'perbup' or rng.random() < 0.1 else 'tidak', paper])
    world.write('segmen_batas', 'kode_desa_1,kode_desa_2,keadaan,pilar,dokumen_id', rows)


def segment_paper(world, a, b, state, perbup, rng):
    between = 'batas Desa %s dengan Desa %s' % (a.name, b.name)
    if state == 'perbup':
        key = a.district['number']
        if key not in perbup:
            year = rng.choice([2023, 2024, 2025])
            perbup[key] = world.papers.add('perbup', '%d/%d' % (8 + 3 * key, year), '%d-%02d-12' % (year, 1 + key % 12),
                                           'Batas desa di Kecamatan ' + a.district['name'], 'Bupati Contoh')
        return perbup[key]
    if state in ('sepakat', 'verifikasi_teknis'):
        number, year = 100 + len(world.papers.rows), rng.choice([2024, 2025, 2026])
        date = '%d-%02d-%02d' % (year, rng.randint(1, 10), rng.randint(1, 28))
        if state == 'verifikasi_teknis':
            return world.papers.add('verifikasi_teknis', '%d/VT/%d' % (number, year), date,
                                    'Hasil verifikasi teknis ' + between, 'Badan Informasi Geospasial')
        return world.papers.add('berita_acara', '%d/BA/%d' % (number, year), date,
                                'Kesepakatan ' + between, 'Tim PPBDes Kabupaten Contoh')
    return ''
