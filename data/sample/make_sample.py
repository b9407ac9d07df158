#!/usr/bin/python3
"""Makes the sample kabupaten ("Kabupaten Contoh") from the output of a coverage generator.

    make_sample.py COVERAGE_FOLDER [OUTPUT_FOLDER]

COVERAGE_FOLDER holds desa.shp: a clean village coverage in UTM zone 49S (every vertex of a
shared border is in both neighbours) of about twice as many polygons as are needed. The
western 154 become 150 villages, three exclaves and one "Area tidak terdefinisi"; what lies
east of them is the neighbouring kabupaten and is left out. Nothing but shapes is used. The
place, the names, the codes (99.01), the people and every paper are invented.

Same input, same bytes: one seeded random stream per table, no clock. Written are the
shapefiles ADMINISTRASIDESA_AR_25K, SUNGAI, JALAN (EPSG:4326) and one CSV per register; the
columns are described in README.md beside this script. Needs python3-gdal (Debian).
"""
import sys

from sample_fabric import Fabric
from sample_layers import write_layers
from sample_registers import write_registers


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    out = sys.argv[2] if len(sys.argv) == 3 else '.'
    fabric = Fabric.from_coverage(sys.argv[1] + '/desa.shp')
    write_layers(fabric, out)
    write_registers(fabric, out)


main()
