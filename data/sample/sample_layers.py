"""The map layers of the sample as ESRI Shapefiles in BIG's schema."""
import os
import random

from osgeo import ogr

from sample_fabric import length, smoothed, station, wave
from sample_flaws import plant

TEXT = [('NAMOBJ', 48), ('FCODE', 12), ('REMARK', 40), ('METADATA', 32), ('SRS_ID', 8), ('KDBBPS', 4), ('KDCBPS', 7),
        ('KDCPUM', 8), ('KDEBPS', 10), ('KDEPUM', 13), ('KDPBPS', 2), ('KDPKAB', 5), ('KDPPUM', 2), ('WADMKC', 32),
        ('WADMKD', 48), ('WADMKK', 32), ('WADMPR', 32), ('WIADKC', 2), ('WIADKK', 2), ('WIADPR', 2), ('WIADKD', 2),
        ('UUPP', 24)]
RIVERS = ['Kali Contoh', 'Kali Wangi', 'Kali Tirto', 'Kali Jernih', 'Kali Pandan', 'Kali Luhur', 'Kali Randu']


def layer_file(out, name, kind, srs, fields):
    path = os.path.join(out, name + '.shp')
    driver = ogr.GetDriverByName('ESRI Shapefile')
    if os.path.exists(path):
        driver.DeleteDataSource(path)
    source = driver.CreateDataSource(path)
    layer = source.CreateLayer(name, srs, kind, options=['ENCODING=UTF-8', 'DBF_DATE_LAST_UPDATE=2026-11-02'])
    for field, width in fields:
        definition = ogr.FieldDefn(field, ogr.OFTString)
        definition.SetWidth(width)
        layer.CreateField(definition)
    return source, layer


def write_layers(fabric, out):
    write_villages(fabric, out)
    write_lines(fabric, out, 'SUNGAI', rivers(fabric))
    write_lines(fabric, out, 'JALAN', roads(fabric))


def write_villages(fabric, out):
    source, layer = layer_file(out, 'ADMINISTRASIDESA_AR_25K', ogr.wkbPolygon, fabric.wgs, TEXT)
    area = ogr.FieldDefn('LUASWH', ogr.OFTReal)
    area.SetWidth(14)
    area.SetPrecision(4)
    layer.CreateField(area)
    layer.CreateField(ogr.FieldDefn('TIPADM', ogr.OFTInteger))
    rng = random.Random(11)
    shapes = plant({fabric.villages[i].code: polygons(fabric, fabric.villages[i].rings) for i in fabric.living})
    for i in sorted(fabric.living, key=lambda i: fabric.villages[i].code) + [fabric.undefined]:
        village = fabric.villages[i]
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in attributes(village, rng).items():
            feature[name] = value
        feature.SetGeometry(polygons(fabric, village.rings) if village.undefined else shapes[village.code])
        layer.CreateFeature(feature)
    source = None


def attributes(village, rng):
    both = {'METADATA': 'TASWIL25K20261101_DATA_CONTOH', 'SRS_ID': '4326', 'FCODE': 'BA03070040',
            'UUPP': 'Data contoh'}
    if village.undefined:
        return both | {'NAMOBJ': 'Area tidak terdefinisi', 'LUASWH': 0.0, 'TIPADM': 0}
    district = village.district
    official = village.area() / 1e4 * rng.uniform(0.985, 1.015)  # a decree never says what is computed
    return both | {'NAMOBJ': village.name, 'REMARK': 'Wilayah Administrasi Desa/Kelurahan', 'KDEPUM': village.code,
                   'KDCPUM': district['code'], 'KDPKAB': '99.01', 'KDPPUM': '99', 'WADMKD': village.name,
                   'WADMKC': district['name'], 'WADMKK': 'Contoh', 'WADMPR': 'Contoh',
                   'LUASWH': round(official, 1), 'TIPADM': 2 if village.urban else 1}


def polygons(fabric, rings):
    shape = ogr.Geometry(ogr.wkbMultiPolygon if len(rings) > 1 else ogr.wkbPolygon)
    for ring in rings:
        outline = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in fabric.lonlat(ring):
            outline.AddPoint_2D(x, y)
        if len(rings) == 1:
            shape.AddGeometry(outline)
        else:
            part = ogr.Geometry(ogr.wkbPolygon)
            part.AddGeometry(outline)
            shape.AddGeometry(part)
    return shape


def write_lines(fabric, out, name, lines):
    source, layer = layer_file(out, name, ogr.wkbLineString, fabric.wgs,
                               [('NAMOBJ', 48), ('FCODE', 12), ('REMARK', 40), ('METADATA', 32), ('SRS_ID', 8)])
    for label, remark, line in lines:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature['NAMOBJ'], feature['REMARK'] = label, remark
        feature['FCODE'] = 'BE02010200' if name == 'SUNGAI' else 'CA01020200'
        feature['METADATA'], feature['SRS_ID'] = 'RBI25K_DATA_CONTOH', '4326'
        shape = ogr.Geometry(ogr.wkbLineString)
        for x, y in fabric.lonlat(line):
            shape.AddPoint_2D(round(x, 7), round(y, 7))
        feature.SetGeometry(shape)
        layer.CreateFeature(feature)
    source = None


def border_graph(fabric):
    """Inland arcs as a graph of nodes; a river follows it to the coast."""
    graph, line_of, mouths = {}, {}, set()
    for cells, line in fabric.arcs:
        a, b = line[0], line[-1]
        if len(cells) == 1:
            mouths |= {a, b}
            continue
        weight = length(line)
        graph.setdefault(a, []).append((b, weight))
        graph.setdefault(b, []).append((a, weight))
        line_of[(a, b)], line_of[(b, a)] = line, line[::-1]
    return graph, line_of, mouths


def rivers(fabric):
    graph, line_of, mouths = border_graph(fabric)
    inner = sorted(graph, key=lambda n: -min((n[0] - m[0]) ** 2 + (n[1] - m[1]) ** 2 for m in mouths))
    used, result = set(), []
    for spring in inner:
        if len(result) == len(RIVERS):
            break
        if any((spring[0] - u[0]) ** 2 + (spring[1] - u[1]) ** 2 < 5e3 ** 2 for u in used):
            continue
        path = fabric.shortest(graph, spring, mouths)
        if not path or len(path) < 4 or used & set(path):
            continue
        line = [path[0]]
        for a, b in zip(path, path[1:]):
            line += line_of[(a, b)][1:]
        used |= set(path)
        result.append((RIVERS[len(result)], 'Sungai', smoothed(line, 60, 90)))
    fabric.rivers = result
    return result


def roads(fabric):
    """Main roads between neighbouring kecamatan seats, through the villages between them."""
    rng = random.Random(13)
    centre = {i: fabric.villages[i].centre for i in fabric.living}
    graph = {i: [(n, ((centre[i][0] - centre[n][0]) ** 2 + (centre[i][1] - centre[n][1]) ** 2) ** 0.5)
                 for n in sorted(fabric.adjacent[i])] for i in fabric.living}
    touching = {tuple(sorted((fabric.villages[a].district['number'], fabric.villages[b].district['number'])))
                for a, b in fabric.shared}
    seat = {d['number']: d for d in fabric.districts}
    result, laid = [], set()
    for a, b in sorted(t for t in touching if t[0] != t[1]):
        path = fabric.shortest(graph, seat[a]['seat'], {seat[b]['seat']})
        fresh = [tuple(sorted(e)) for e in zip(path, path[1:])]
        if sum(e in laid for e in fresh) * 2 > len(fresh):
            continue
        laid |= set(fresh)
        line = bent([centre[i] for i in path], rng)
        result.append(('Jalan %s–%s' % (seat[a]['name'], seat[b]['name']), 'Jalan kabupaten', line))
    return result


def bent(corners, rng):
    """A polyline with soft, uneven bends through its corners."""
    line = smoothed(corners, 120, 500)
    sway, total = wave(rng), length(corners)
    out = [line[0]]
    for k, p in enumerate(line[1:-1], 1):
        t = k / (len(line) - 1)
        _, (dx, dy) = station(corners, t * total)
        off = 140 * sway(t * max(1, total / 6000)) * min(1, 8 * t, 8 * (1 - t))
        out.append((p[0] - dy * off, p[1] + dx * off))
    return out + [line[-1]]
