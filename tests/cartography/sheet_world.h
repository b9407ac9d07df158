#pragma once

#include "cartography/sheet.h"
#include "model/atlas.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace antardesa::cartography::test {

/// What a made-up kabupaten holds.
struct SheetWorld {
    int columns = 6;
    int rows = 4;
    int agreements = 12;
    bool definitive = false;
    std::string regency = "Contoh";
    std::int64_t revision = 214;
};

inline geo::Point corner(int column, int row) {
    return {109.10 + 0.02 * column, -7.60 + 0.02 * row};
}

inline model::SharedPolygons cell(int column, int row) {
    const geo::Ring ring{corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                         corner(column, row + 1), corner(column, row)};
    return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}});
}

inline model::Table<model::BoundarySegment> segments_of(const SheetWorld& world) {
    model::Table<model::BoundarySegment> table;
    for (int row = 0; row < world.rows; ++row)
        for (int column = 0; column + 1 < world.columns; ++column) {
            model::BoundarySegment segment;
            segment.id = table.next_id();
            segment.first = {row * world.columns + column + 1};
            segment.second = {row * world.columns + column + 2};
            segment.state =
                world.definitive ? model::SegmentState::enacted : model::SegmentState::documents;
            segment.geometry = std::make_shared<const geo::MultiLine>(
                geo::MultiLine{{corner(column + 1, row), corner(column + 1, row + 1)}});
            table.put(segment);
        }
    return table;
}

/// Villages in a chessboard, one kecamatan for each two columns, agreements between neighbours.
inline std::shared_ptr<const model::Atlas> make_atlas(const SheetWorld& world) {
    model::TableSet tables;
    for (int d = 1; d <= (world.columns + 1) / 2; ++d)
        std::get<model::Table<model::District>>(tables).put(
            {{d}, "99.01.0" + std::to_string(d), "Kaliharjo " + std::to_string(d), world.regency});
    for (int row = 0; row < world.rows; ++row)
        for (int column = 0; column < world.columns; ++column) {
            model::Village village;
            village.id = {row * world.columns + column + 1};
            village.name = "Sumberrejo " + std::to_string(village.id.value);
            village.kind = model::VillageKind::village;
            village.district = {column / 2 + 1};
            village.geometry = cell(column, row);
            std::get<model::Table<model::Village>>(tables).put(village);
        }
    const int villages = world.columns * world.rows;
    for (int i = 1; i <= world.agreements; ++i) {
        model::Agreement agreement;
        agreement.id = {i};
        agreement.title = "Pengelolaan bersama air bersih Kali Contoh nomor " + std::to_string(i);
        agreement.field = static_cast<model::Field>(i % 10);
        agreement.stage = i % 3 == 0 ? model::Stage::drafting : model::Stage::execution;
        std::get<model::Table<model::Agreement>>(tables).put(agreement);
        for (int side = 0; side < 2; ++side) {
            model::AgreementParty party;
            party.id = {2 * i + side};
            party.agreement = {i};
            party.village = {(i - 1 + side) % villages + 1};
            std::get<model::Table<model::AgreementParty>>(tables).put(party);
        }
    }
    std::get<model::Table<model::BoundarySegment>>(tables) = segments_of(world);
    Progress progress;
    return model::Atlas::build(
        {world.regency, "Contoh", "data contoh, edisi 2026-11, status indikatif"},
        std::move(tables), world.revision, progress);
}

/// Points of the segment between villages 1 and 2, which is segment 1.
inline std::shared_ptr<const model::Atlas> with_points(int count, const SheetWorld& world = {}) {
    const auto atlas = make_atlas(world);
    model::TableSet tables = atlas->tables();
    auto& points = std::get<model::Table<model::TurningPoint>>(tables);
    for (int i = 0; i < count; ++i) {
        model::TurningPoint point;
        point.id = {i + 1};
        point.segment = {1};
        point.order = i + 1;
        point.kind = "TK";
        const bool end = i == 0 || i + 1 == count;
        point.number = end ? "000" : i < 10 ? "00" + std::to_string(i) : "0" + std::to_string(i);
        point.position = corner(1, 0) + (corner(1, 1) - corner(1, 0)) * (double(i) / (count - 1));
        points.put(point);
    }
    Progress progress;
    return model::Atlas::build(atlas->identity(), std::move(tables), 3, progress);
}

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

} // namespace antardesa::cartography::test
