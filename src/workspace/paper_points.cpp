#include "workspace/paper_points.h"

#include "analysis/turning_points.h"
#include "crs/coordinate_text.h"
#include "crs/ellipsoid.h"
#include "workspace/paper_words.h"

#include <algorithm>
#include <cmath>

namespace antardesa::workspace {

namespace {

using documents::Align;
using documents::Cell;
using model::TurningPoint;

/// A point as a sentence calls it: "TK 001".
std::string short_name(const PaperFacts& facts, const TurningPoint& point) {
    return point.kind == "TK" ? "TK " + text_or_blank(point.number)
                              : analysis::point_code(facts.atlas, point);
}

std::string marker_words(const TurningPoint& point) {
    std::string words;
    if (point.marker == model::PointMarker::natural)
        words = "penanda alam";
    if (point.marker == model::PointMarker::artificial)
        words = "penanda buatan";
    if (!point.remark.empty())
        words += (words.empty() ? "" : ", ") + point.remark;
    return words.empty() ? words : " (" + words + ")";
}

std::string position_words(geo::Point position) {
    return crs::latitude_text(position.y) + " dan " + crs::longitude_text(position.x);
}

std::string character_words(const model::BoundarySegment& segment) {
    if (segment.character == model::LineCharacter::natural)
        return " mengikuti batas alam";
    if (segment.character == model::LineCharacter::artificial)
        return " mengikuti batas buatan";
    return {};
}

struct Stop {
    const TurningPoint* point = nullptr;
    analysis::NumberedLine::Station station;
};

/// Points on the line as it is walked.
std::vector<Stop> stops_along(const PaperFacts& facts, const model::BoundarySegment& segment) {
    std::vector<Stop> stops;
    if (!segment.geometry || segment.geometry->empty())
        return stops;
    const analysis::NumberedLine line(facts.atlas, segment);
    for (const TurningPoint* point : facts.atlas.points_of(segment.id))
        if (const auto station = line.station(point->position);
            station && station->off_m <= analysis::on_line_m)
            stops.push_back({point, *station});
    std::stable_sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) {
        return std::pair(a.station.line, a.station.along_m) <
               std::pair(b.station.line, b.station.along_m);
    });
    return stops;
}

Cell metre_cell(double metres) {
    return {crs::grouped_metres(metres, 2), std::round(metres * 100) / 100};
}

} // namespace

crs::UtmZone paper_zone(const std::vector<const model::BoundarySegment*>& segments,
                        const model::Atlas& atlas) {
    geo::Box box;
    for (const model::BoundarySegment* segment : segments)
        if (segment->geometry)
            for (const geo::Line& line : *segment->geometry)
                for (const geo::Point p : line)
                    box.extend(p);
    if (box.empty())
        box = atlas.box();
    return crs::utm_zone(box.empty() ? geo::Point{} : box.centre());
}

documents::Table point_table(const PaperFacts& facts, const model::BoundarySegment& segment,
                             crs::UtmZone zone) {
    documents::Table table;
    table.columns = {{"NO", 8, Align::centre},       {"TITIK KARTOMETRIK", 56, Align::left},
                     {"LINTANG", 31, Align::centre}, {"BUJUR", 32, Align::centre},
                     {"X (M)", 23, Align::right},    {"Y (M)", 26, Align::right}};
    const crs::Transformer to_metres(crs::wgs84(), crs::utm(zone));
    int number = 0;
    for (const TurningPoint* point : facts.atlas.points_of(segment.id)) {
        const auto metres = to_metres(point->position);
        ++number;
        table.rows.push_back(
            {Cell(std::to_string(number), number), analysis::point_code(facts.atlas, *point),
             crs::latitude_text(point->position.y), crs::longitude_text(point->position.x),
             metres ? metre_cell(metres->x) : Cell(paper_blank),
             metres ? metre_cell(metres->y) : Cell(paper_blank)});
    }
    return table;
}

std::string stray_note(const PaperFacts& facts, const model::BoundarySegment& segment) {
    std::string names;
    for (const analysis::StrayPoint& stray : analysis::stray_points(facts.atlas, segment.id)) {
        const TurningPoint* point = facts.atlas.find(stray.point);
        if (!point)
            continue;
        names += (names.empty() ? "" : ", ") + short_name(facts, *point) + " (" +
                 (std::isfinite(stray.off_m) ? facts.indonesian.number(stray.off_m, 2) + " m"
                                             : std::string("segmen tanpa garis")) +
                 ")";
    }
    return names.empty() ? names
                         : "Titik yang tidak terletak pada garis segmen menurut data, dengan "
                           "jaraknya: " +
                               names + ".";
}

std::vector<std::string> walk_along(const PaperFacts& facts,
                                    const model::BoundarySegment& segment) {
    const std::vector<Stop> stops = stops_along(facts, segment);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const Stop& here = stops[i];
        const bool begins = i == 0 || stops[i - 1].station.line != here.station.line;
        const std::string name = short_name(facts, *here.point) + marker_words(*here.point) +
                                 " pada koordinat " + position_words(here.point->position);
        if (begins) {
            items.push_back(
                (i == 0 ? "Garis batas dimulai dari " : "Bagian garis berikutnya dimulai dari ") +
                name + ".");
            continue;
        }
        const Stop& before = stops[i - 1];
        items.push_back("Dari " + short_name(facts, *before.point) + " garis batas" +
                        character_words(segment) + " menuju ke arah " +
                        direction_in_words(before.point->position, here.point->position) +
                        " sepanjang " +
                        facts.indonesian.number(here.station.along_m - before.station.along_m, 1) +
                        " meter sampai ke " + name + ".");
    }
    return items;
}

} // namespace antardesa::workspace
