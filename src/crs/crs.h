#pragma once

#include "geo/geometry.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace antardesa::crs {

/// A horizontal reference system. Of a compound system only the horizontal part is kept.
/// Axis order is always x = longitude/easting, y = latitude/northing. An immutable value.
class Crs {
  public:
    /// EPSG code, for example 4326 or 32749. Nothing if PROJ does not know it.
    static std::optional<Crs> from_epsg(int code);
    /// WKT (1, 2, ESRI). Refused (nothing) when it names a grid file, an extension, a URL or
    /// `+init`: a text from a stranger must not make PROJ open files.
    static std::optional<Crs> from_wkt(std::string_view wkt);

    const std::string& name() const { return name_; }
    /// 0 when the system matches no EPSG code with confidence.
    int epsg() const { return epsg_; }
    bool is_geographic() const { return geographic_; }
    /// WKT 1 (GDAL flavour), understood by everyone.
    const std::string& wkt() const { return wkt_; }

    friend bool operator==(const Crs& a, const Crs& b) {
        return a.epsg_ == b.epsg_ && (a.epsg_ != 0 || a.wkt_ == b.wkt_);
    }

  private:
    struct Maker;
    Crs() = default;
    std::string name_;
    std::string wkt_;
    int epsg_ = 0;
    bool geographic_ = false;
};

/// EPSG:4326 in x = longitude, y = latitude: what projects store.
const Crs& wgs84();

struct UtmZone {
    int number = 49; ///< 1 … 60; Indonesia: 46 … 54
    bool south = true;
    friend bool operator==(UtmZone, UtmZone) = default;
};
/// Zone of a position in degrees.
UtmZone utm_zone(geo::Point longitude_latitude);
/// "49S".
std::string utm_zone_name(UtmZone zone);
/// WGS 84 / UTM: 326zz north, 327zz south.
Crs utm(UtmZone zone);
/// SRGI2013 / UTM as printed on sheets: 9476–9482 north (46–52), 9487–9494 south (47–54);
/// nothing outside. Numerically treated as WGS 84 / UTM (domain.md §5.4).
std::optional<Crs> srgi2013_utm(UtmZone zone);

/// From one system to another. Owns a PROJ context: one per thread, movable, not copyable.
/// Never reads grids or the network.
class Transformer {
  public:
    /// Throws `Error` ("crs.no_transformation") if there is none.
    Transformer(const Crs& from, const Crs& to);
    ~Transformer();
    Transformer(Transformer&&) noexcept;
    Transformer& operator=(Transformer&&) noexcept;

    /// Nothing when the position cannot be transformed (infinite result).
    std::optional<geo::Point> operator()(geo::Point p) const;
    std::optional<geo::Point> inverse(geo::Point p) const;
    /// In place, in bulk; failed positions become NaN. Returns how many failed. Skips all work
    /// when both systems are the same up to datum identity.
    std::size_t apply(std::span<geo::Point> points) const;
    std::size_t apply(geo::Geometry& geometry) const;
    bool is_identity() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::crs
