"""The fabric of the sample: cells of the coverage, shared arcs, kecamatan, names, codes.
All lengths and coordinates are metres in UTM zone 49S until `lonlat` is asked."""
import heapq
import math
import random

from osgeo import ogr, osr

ogr.UseExceptions()
SOUTH = -85000.0  # the coverage is moved into the open sea south of every real coast
VILLAGES = 150
CELLS = VILLAGES + 4  # three become exclaves, one is nobody's
CAPITAL = 'Contoh Kota'
DISTRICTS = ['Tanjungasri', 'Pandanwangi', 'Kaliharjo', 'Girimakmur', CAPITAL, 'Tirtomulyo', 'Wanasari',
             'Sumberagung', 'Karangluhur', 'Margajaya', 'Muararaya', 'Telukindah']
INLAND = ['Suka', 'Sumber', 'Karang', 'Banjar', 'Purwo', 'Sido', 'Wono', 'Mekar', 'Kali', 'Bumi', 'Tegal', 'Giri',
          'Tirto', 'Jati', 'Marga', 'Argo', 'Wana', 'Randu', 'Cempaka', 'Batu', 'Lubuk', 'Kedung', 'Gunung', 'Sri']
COASTAL = ['Muara', 'Teluk', 'Tanjung', 'Pasir', 'Karang', 'Labuhan', 'Ujung', 'Segara', 'Mekar', 'Nusa']
ENDING = ['maju', 'rejo', 'sari', 'jaya', 'mulyo', 'agung', 'harjo', 'mukti', 'asri', 'indah', 'tengah', 'raya',
          'makmur', 'wangi', 'karya', 'bakti', 'luhur', 'panjang', 'kencana', 'murni', 'manik', 'laksana', 'dadi']
SIDE = ['', '', '', '', '', '', '', ' Hulu', ' Hilir', ' Lor', ' Kidul', ' Wetan', ' Kulon']
TAKEN = {'Wonosari', 'Purwodadi', 'Tanjungpanjang', 'Sumberagung', 'Wanasari', 'Karangluhur', 'Girimakmur',
         'Kaliharjo', 'Margajaya', 'Muararaya', 'Telukindah', 'Tanjungasri', 'Tirtomulyo', 'Sridadi',
         'Purworejo', 'Banjarsari', 'Wonoasri'}
TWINS = ['Sidomulyo', 'Sidomulyo', 'Sidomulyo', 'Mekarsari', 'Mekarsari', 'Sukamaju', 'Sukamaju']
URBAN = {CAPITAL: 6, 'Muararaya': 2, 'Kaliharjo': 1}


def area(ring):
    x0, y0 = ring[0]
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(ring, ring[1:])) / 2


def length(line):
    return sum(math.dist(a, b) for a, b in zip(line, line[1:]))


def station(line, along):
    """Point and unit direction at a distance from the start."""
    for a, b in zip(line, line[1:]):
        step = math.dist(a, b)
        if along <= step and step > 0:
            t = along / step
            return (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])), ((b[0] - a[0]) / step, (b[1] - a[1]) / step)
        along -= step
    a, b = line[-2], line[-1]
    step = math.dist(a, b) or 1
    return b, ((b[0] - a[0]) / step, (b[1] - a[1]) / step)


def smoothed(line, step, window):
    """Resampled every `step`, each station averaged over +-`window`; the ends stay."""
    total = length(line)
    count = max(2, int(total / step))
    out = [line[0]]
    for i in range(1, count):
        s = total * i / count
        reach = min(window, s, total - s)
        near = [station(line, s + reach * k / 4)[0] for k in range(-4, 5)]
        out.append((sum(p[0] for p in near) / 9, sum(p[1] for p in near) / 9))
    return out + [line[-1]]


def wave(rng, octaves=4):
    """A smooth function on [0, 1], roughly within -1 … 1."""
    terms = [(rng.uniform(0.5, 1) / (k + 1), (k + 1) * rng.uniform(0.8, 1.2), rng.uniform(0, 2 * math.pi))
             for k in range(octaves)]
    scale = sum(t[0] for t in terms)
    return lambda t: sum(a * math.sin(2 * math.pi * f * t + p) for a, f, p in terms) / scale


def blob(rng, centre, radius, points=40, rough=0.3):
    """A closed, star-shaped, uneven outline."""
    f = [(rng.uniform(0.3, 1) / k, k, rng.uniform(0, 2 * math.pi)) for k in range(1, 7)]
    scale = sum(a for a, _, _ in f)
    ring = []
    for i in range(points):
        angle = 2 * math.pi * i / points
        r = radius * (1 + rough * sum(a * math.sin(k * angle + p) for a, k, p in f) / scale * 2)
        ring.append((centre[0] + r * math.cos(angle), centre[1] + r * math.sin(angle)))
    return ring + ring[:1]


class Village:
    """A village: its parts (rings without holes), its place in the administration."""

    def __init__(self, ring):
        self.rings = [ring]
        self.district = self.code = self.name = None
        self.urban = False
        self.undefined = False
        self.centre = centre_of(ring)

    def area(self):
        return sum(abs(area(r)) for r in self.rings)


def centre_of(ring):
    a = cx = cy = 0.0
    x0, y0 = ring[0]
    for p, q in zip(ring, ring[1:]):
        w = (p[0] - x0) * (q[1] - y0) - (q[0] - x0) * (p[1] - y0)
        a += w
        cx += w * (p[0] + q[0] - 2 * x0)
        cy += w * (p[1] + q[1] - 2 * y0)
    return (x0 + cx / (3 * a), y0 + cy / (3 * a))


def western_part(rings):
    """The rings ordered so that the first CELLS lie west of a line that no ruler drew."""
    def key(ring):
        x, y = centre_of(ring)
        return x + 1100 * math.sin(y / 3400)
    return sorted(rings, key=key)


class Fabric:
    def __init__(self, rings):
        rings = western_part(rings)
        self.beyond = rings[CELLS:]  # the land of the neighbouring kabupaten: not ours, but not sea
        self.villages = [Village(r) for r in rings[:CELLS]]
        self.owner = list(range(CELLS))
        self.find_arcs(rings)
        self.make_exclaves()
        self.make_undefined()
        self.join_owners()
        self.make_districts()
        self.add_islands()
        self.name_and_number()
        utm, wgs = osr.SpatialReference(), osr.SpatialReference()
        utm.ImportFromEPSG(32749)
        wgs.ImportFromEPSG(4326)
        wgs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self.wgs = wgs
        self.transform = osr.CoordinateTransformation(utm, wgs)

    @staticmethod
    def from_coverage(path):
        rings = []
        source = ogr.Open(path)
        for feature in source.GetLayer():
            shape = feature.geometry()
            parts = [shape] if shape.GetGeometryName() == 'POLYGON' else [shape.GetGeometryRef(i) for i in
                                                                         range(shape.GetGeometryCount())]
            largest = max(parts, key=lambda p: p.GetArea())  # islets of the generator are replaced by our islands
            rings.append([(x, y + SOUTH) for x, y, *_ in largest.GetGeometryRef(0).GetPoints()])
        return Fabric(rings)

    def lonlat(self, points):
        return [p[:2] for p in self.transform.TransformPoints([(x, y) for x, y in points])]

    # ---- arcs of the coverage
    def find_arcs(self, rings):
        sides, steps = {}, {}
        for cell, ring in enumerate(rings):
            for a, b in zip(ring, ring[1:]):
                sides.setdefault((min(a, b), max(a, b)), []).append(cell)
                steps.setdefault(a, set()).add(b)
                steps.setdefault(b, set()).add(a)
        nodes = sorted(p for p, to in steps.items() if len(to) != 2)
        self.arcs, self.on_land_border, seen = [], set(), set()
        for node in nodes:
            for first in sorted(steps[node]):
                if (node, first) in seen:
                    continue
                line = [node, first]
                while len(steps[line[-1]]) == 2:
                    line.append(next(p for p in sorted(steps[line[-1]]) if p != line[-2]))
                seen.add((node, first))
                seen.add((line[-1], line[-2]))
                edge = (min(line[0], line[1]), max(line[0], line[1]))
                ours = sorted(c for c in sides[edge] if c < CELLS)
                if len(ours) == len(sides[edge]):
                    self.arcs.append((ours, line))
                else:
                    self.on_land_border |= set(ours)
        self.neighbours = {i: set() for i in range(CELLS)}
        for cells, _ in self.arcs:
            if len(cells) == 2:
                self.neighbours[cells[0]].add(cells[1])
                self.neighbours[cells[1]].add(cells[0])
        self.coastal = {cells[0] for cells, _ in self.arcs if len(cells) == 1}

    def make_exclaves(self):
        """Three small inland cells become second parts of villages two steps away."""
        inner = [i for i in self.neighbours if i not in self.coastal | self.on_land_border]
        small = sorted(inner, key=lambda i: self.villages[i].area())
        made, blocked = 0, set()
        for cell in small[8:]:
            near = self.neighbours[cell]
            far = sorted({f for n in near for f in self.neighbours[n]} - near - {cell} - self.coastal - self.on_land_border,
                         key=lambda f: math.dist(self.villages[f].centre, self.villages[cell].centre))
            if not far or cell in blocked or far[0] in blocked:
                continue
            self.owner[cell] = far[0]
            self.villages[far[0]].rings += self.villages[cell].rings
            blocked |= near | {cell, far[0]} | self.neighbours[far[0]]
            made += 1
            if made == 3:
                break
        self.exclaves = [i for i, o in enumerate(self.owner) if o != i]

    def make_undefined(self):
        taken = set(self.exclaves) | {self.owner[e] for e in self.exclaves}
        self.undefined = min((i for i in self.neighbours if i not in self.coastal | self.on_land_border | taken),
                             key=lambda i: self.villages[i].area())
        self.villages[self.undefined].undefined = True

    def join_owners(self):
        self.living = [i for i in range(len(self.owner)) if self.owner[i] == i and i != self.undefined]
        assert len(self.living) == VILLAGES, len(self.living)
        self.adjacent = {i: set() for i in self.living}
        self.shared = {}
        for cells, line in self.arcs:
            if len(cells) < 2:
                continue
            pair = tuple(sorted(self.owner[c] for c in cells))
            if pair[0] == pair[1] or self.undefined in pair:
                continue
            self.adjacent[pair[0]].add(pair[1])
            self.adjacent[pair[1]].add(pair[0])
            self.shared.setdefault(pair, []).append(line)

    # ---- kecamatan: grown evenly from spread-out centres
    def make_districts(self):
        centre = {i: self.villages[i].centre for i in self.living}
        middle = (sum(c[0] for c in centre.values()) / len(centre), sum(c[1] for c in centre.values()) / len(centre))
        seeds = [min(centre, key=lambda i: math.dist(centre[i], middle))]
        while len(seeds) < len(DISTRICTS):
            seeds.append(max(centre, key=lambda i: min(math.dist(centre[i], centre[s]) for s in seeds)))
        for _ in range(12):  # Lloyd: even out
            groups = {s: [] for s in seeds}
            for i in self.living:
                groups[min(seeds, key=lambda s: math.dist(centre[i], centre[s]))].append(i)
            moved = []
            for members in groups.values():
                c = (sum(centre[i][0] for i in members) / len(members), sum(centre[i][1] for i in members) / len(members))
                moved.append(min(members, key=lambda i: math.dist(centre[i], c)))
            seeds = sorted(set(moved))
        district = {s: k for k, s in enumerate(seeds)}
        size = [1] * len(seeds)
        while len(district) < len(self.living):
            for k in sorted(range(len(seeds)), key=lambda k: size[k]):
                free = [n for i, d in district.items() if d == k for n in self.adjacent[i] if n not in district]
                if free:
                    pick = min(free, key=lambda n: math.dist(centre[n], centre[seeds[k]]))
                    district[pick] = k
                    size[k] += 1
                    break
        order = sorted(range(len(seeds)), key=lambda k: centre[seeds[k]][0])
        rank = {k: r for r, k in enumerate(order)}
        names = list(DISTRICTS)
        capital = rank[min(range(len(seeds)), key=lambda k: math.dist(centre[seeds[k]], middle))]
        at = names.index(CAPITAL)
        names[at], names[capital] = names[capital], names[at]
        self.districts = [{'number': r + 1, 'name': names[r], 'code': '99.01.%02d' % (r + 1),
                           'seat': seeds[order[r]]} for r in range(len(seeds))]
        for i, k in district.items():
            self.villages[i].district = self.districts[rank[k]]

    def add_islands(self):
        """Five coastal villages get one to three islands off their own shore."""
        rng = random.Random(5)
        reach = [p for v in self.villages for r in v.rings for p in r[::7]]
        reach += [p for r in self.beyond for p in r[::7]]
        shore = [(cells[0], line) for cells, line in self.arcs if len(cells) == 1 and length(line) > 1500
                 and cells[0] in self.adjacent]
        rng.shuffle(shore)
        made = set()
        for cell, line in shore:
            if len(made) == 5:
                break
            if cell in made or any(n in made for n in self.adjacent[cell]):
                continue
            middle, (dx, dy) = station(line, length(line) / 2)
            home = self.villages[cell].centre
            side = 1 if (middle[0] - home[0]) * -dy + (middle[1] - home[1]) * dx > 0 else -1
            placed = 0
            for k in range(1 + len(made) % 3):
                off, along, radius = rng.uniform(850, 1400) + 400 * k, rng.uniform(-1000, 1000), rng.uniform(230, 500)
                c = (middle[0] - side * dy * off + dx * along, middle[1] + side * dx * off + dy * along)
                if min(math.dist(c, p) for p in reach) < radius * 1.6 + 150:
                    continue
                ring = blob(rng, c, radius, points=90)
                self.villages[cell].rings.append(ring)
                reach += ring
                placed += 1
            if placed:
                made.add(cell)
        self.with_islands = made

    # ---- names and codes
    def name_and_number(self):
        rng = random.Random(3)
        used, twins = set(TAKEN), list(TWINS)
        for district in self.districts:
            members = [i for i in self.living if self.villages[i].district is district]
            seat = self.villages[district['seat']].centre
            members.sort(key=lambda i: (-round(self.villages[i].centre[1] / 4000), self.villages[i].centre[0]))
            urban = set(sorted(members, key=lambda i: math.dist(self.villages[i].centre, seat))
                        [:URBAN.get(district['name'], 0)])
            here = set()
            for number, i in enumerate(sorted(members, key=lambda i: i not in urban), 1):
                village = self.villages[i]
                village.urban = i in urban
                village.code = '%s.%04d' % (district['code'], (1000 if village.urban else 2000) + number)
                village.name = self.new_name(rng, used, i, twins, here, number)
                here.add(village.name)
        self.villages[next(iter(sorted(self.with_islands)))].name = "Nusa Sa'adah"
        self.by_code = {self.villages[i].code: i for i in self.living}

    def new_name(self, rng, used, i, twins, here, number):
        if number == 7 and twins and twins[-1] not in here:
            return twins.pop()
        while True:
            first = rng.choice(COASTAL if i in self.coastal and rng.random() < 0.6 else INLAND)
            last = rng.choice(ENDING)
            if first.lower()[-1] == last[0] or first.lower() in last:
                continue
            name = first + last
            if name in used or name in TWINS:
                continue
            used.add(name)
            return name + rng.choice(SIDE)

    # ---- ways through the fabric
    def border(self, a, b):
        """The longest run of shared border of two villages, joined from their arcs."""
        lines = [list(l) for l in self.shared[tuple(sorted((a, b)))]]
        joined = True
        while joined:
            joined = False
            for i in range(len(lines)):
                for j in range(len(lines)):
                    if i != j and lines[i] and lines[j] and lines[i][-1] == lines[j][0]:
                        lines[i] += lines[j][1:]
                        lines[j] = []
                        joined = True
                    elif i < j and lines[i] and lines[j] and lines[i][-1] == lines[j][-1]:
                        lines[i] += lines[j][-2::-1]
                        lines[j] = []
                        joined = True
                    elif i < j and lines[i] and lines[j] and lines[i][0] == lines[j][0]:
                        lines[i] = lines[j][:0:-1] + lines[i]
                        lines[j] = []
                        joined = True
        return max(lines, key=length)

    def shortest(self, graph, start, goals):
        best, heap = {start: (0, None)}, [(0, start)]
        while heap:
            cost, at = heapq.heappop(heap)
            if at in goals:
                path = [at]
                while best[path[-1]][1] is not None:
                    path.append(best[path[-1]][1])
                return path[::-1]
            if cost > best[at][0]:
                continue
            for to, weight in graph.get(at, []):
                if to not in best or cost + weight < best[to][0]:
                    best[to] = (cost + weight, at)
                    heapq.heappush(heap, (cost + weight, to))
        return None
