#include "cli/line_vertices.h"

#include "analysis/line_edit.h"
#include "cli/rows_json.h"
#include "crs/coordinate_text.h"
#include "crs/tm3.h"
#include "workspace/spoken_position.h"

namespace antardesa::cli {

namespace {

/// Positions in the systems of the segment's middle, the same for all its vertices.
class Positions {
  public:
    explicit Positions(geo::Point middle)
        : utm_(crs::utm_zone(middle)), tm3_(crs::tm3_zone(middle)),
          to_utm_(crs::wgs84(), crs::utm(utm_)) {
        if (const auto system = crs::tm3(tm3_))
            to_tm3_.emplace(crs::wgs84(), *system);
    }

    json::Value utm(geo::Point p) const { return planar(to_utm_(p), crs::utm_zone_name(utm_)); }
    json::Value tm3(geo::Point p) const {
        return planar(to_tm3_ ? (*to_tm3_)(p) : std::nullopt, crs::tm3_zone_name(tm3_));
    }

  private:
    static json::Value planar(const std::optional<geo::Point>& metres, const std::string& zone) {
        json::Value entry;
        if (!metres)
            return entry;
        return entry.set("x", metres->x).set("y", metres->y).set("zone", zone);
    }

    crs::UtmZone utm_;
    crs::Tm3Zone tm3_;
    crs::Transformer to_utm_;
    std::optional<crs::Transformer> to_tm3_;
};

json::Array vertices_json(const analysis::SegmentLine& line) {
    const Positions positions(line.vertices[line.vertices.size() / 2].position);
    json::Array list;
    for (std::size_t i = 0; i < line.vertices.size(); ++i) {
        const topology::BoundaryVertex& vertex = line.vertices[i];
        json::Value entry;
        list.push_back(entry.set("number", static_cast<std::int64_t>(i + 1))
                           .set("lon", vertex.position.x)
                           .set("lat", vertex.position.y)
                           .set("dms", crs::dms_text(vertex.position, 3))
                           .set("utm", positions.utm(vertex.position))
                           .set("tm3", positions.tm3(vertex.position))
                           .set("line", static_cast<std::int64_t>(vertex.line + 1))
                           .set("node", vertex.node)
                           .set("locked", static_cast<bool>(line.locked[i])));
    }
    return list;
}

/// As `move --to` and `points --add` read it again.
std::string planar_text(const json::Value& planar) {
    if (planar.is_null())
        return "–";
    return crs::grouped_metres(planar["x"].number(), 2) + " mT  " +
           crs::grouped_metres(planar["y"].number(), 2) + " mU  " + planar["zone"].string();
}

void print_vertices(const Session& session, const json::Array& list) {
    const i18n::Language spoken = session.catalogue().language();
    for (const json::Value& entry : list) {
        std::string line = std::to_string(entry["number"].integer()) + "\t" +
                           workspace::spoken_position(entry["dms"].string(), spoken);
        for (const char* system : {"utm", "tm3"})
            line += "\t" + workspace::spoken_position(planar_text(entry[system]), spoken);
        if (entry["node"].boolean())
            line += "\t" + session.text("cli.vertices.node");
        if (entry["locked"].boolean())
            line += "\t" + session.text("cli.vertices.locked");
        session.print(line);
    }
}

} // namespace

void print_vertices(const Session& session, const model::Atlas& atlas,
                    Id<model::BoundarySegment> segment, bool as_json) {
    const auto line = analysis::line_of(atlas, segment);
    if (!line)
        throw Error({"model.unknown_segment", {std::to_string(segment.value)}});
    json::Array list = vertices_json(*line);
    if (!as_json)
        return print_vertices(session, list);
    const model::BoundarySegment& row = *atlas.find(segment);
    json::Value document;
    session.print(document.set("segment", json_of(atlas, row)).set("vertices", std::move(list)));
}

} // namespace antardesa::cli
