"""Three flaws planted in the villages' borders, so that the work list of the boundary check shows what it is for:
an overlap and a gap for people to settle, and a technical sliver. All on lines that nobody has traced yet.

    sample_flaws.py SHAPEFILE    plants them in a clean file that exists already
"""
import math
import sys

from osgeo import ogr

METRE = 1 / 111320  # in degrees along a meridian
#          the second village's line leaves the first one's by so many metres; positive: into the first village
PLANTED = [('99.01.12.2006', '99.01.12.2007', 45.0),  # both claim some hectares
           ('99.01.07.2003', '99.01.07.2008', -30.0),  # nobody does
           ('99.01.12.2002', '99.01.12.2005', 0.4)]  # two digitisings of one line
LONGEST = 60  # vertices that leave it


def outline(shape):
    """The outer ring of the first part: a reference into the geometry."""
    part = shape.GetGeometryRef(0)
    return part if part.GetGeometryName() == 'LINEARRING' else part.GetGeometryRef(0)


def signed_area(points):
    x0, y0 = points[0]
    return sum((a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0) for a, b in zip(points, points[1:])) / 2


def common_run(ring, others):
    """Positions of the longest stretch whose vertices the other ring has, without its ends."""
    best, run = [], []
    for i, point in enumerate(ring[:-1]):
        run = run + [i] if point in others else []
        if len(run) > len(best):
            best = run
    best = best[2:-2]
    spare = max(0, len(best) - LONGEST) // 2
    return best[spare:len(best) - spare]


def moved(ring, run, metres):
    """The run swollen sideways: nothing at its ends, the whole way in its middle."""
    points = list(ring)
    (ax, ay), (bx, by) = ring[run[0] - 1], ring[run[-1] + 1]
    length = math.dist((ax, ay), (bx, by))
    for k, i in enumerate(run, 1):
        off = metres * METRE * math.sin(math.pi * k / (len(run) + 1)) ** 2
        points[i] = (ring[i][0] - (by - ay) / length * off, ring[i][1] + (bx - ax) / length * off)
    return points


def plant(shapes):
    """`shapes`: OGR geometries in degrees by code. Changes those of the second villages in place."""
    for first, second, metres in PLANTED:
        ring = [p[:2] for p in outline(shapes[second]).GetPoints()]
        others = {p[:2] for p in outline(shapes[first]).GetPoints()}
        run = common_run(ring, others)
        points = moved(ring, run, abs(metres))
        grows = abs(signed_area(points)) > abs(signed_area(ring))
        if grows != (metres > 0):
            points = moved(ring, run, -abs(metres))
        target = outline(shapes[second])
        for i in run:
            target.SetPoint_2D(i, *points[i])
    return shapes


def main():
    source = ogr.Open(sys.argv[1], update=1)
    layer = source.GetLayer()
    features = {feature['KDEPUM']: feature for feature in layer if feature['KDEPUM']}
    shapes = {code: feature.GetGeometryRef().Clone() for code, feature in features.items()}
    plant(shapes)
    for _, code, _ in PLANTED:
        features[code].SetGeometry(shapes[code])
        layer.SetFeature(features[code])


if __name__ == '__main__':
    main()
