#pragma once

#include "sheet_world.h"

namespace antardesa::cartography::test {

/// The chessboard with codes, and a case between the villages 1 and 2 over their segment, with a
/// claim on each side of it, papers and people.
inline model::TableSet boundary_tables(int points, const SheetWorld& world = {}) {
    model::TableSet tables = with_points(points, world)->tables();
    auto& villages = std::get<model::Table<model::Village>>(tables);
    for (std::int64_t id = 1; id <= world.columns * world.rows; ++id) {
        model::Village village = *villages.find({id});
        village.code =
            "99.01.0" + std::to_string(village.district.value) + "." + std::to_string(2000 + id);
        villages.put(village);
    }
    std::get<model::Table<model::Document>>(tables).put({{1},
                                                         "berita_acara",
                                                         "12/BA/2025",
                                                         std::chrono::year(2025) / 3 / 3,
                                                         "Kesepakatan",
                                                         "Tim PPBDes",
                                                         {},
                                                         {}});
    model::BoundaryDispute dispute;
    dispute.id = {1};
    dispute.number = "001/SB/2026";
    dispute.segment = {1};
    dispute.first = {1};
    dispute.second = {2};
    std::get<model::Table<model::BoundaryDispute>>(tables).put(dispute);
    for (int side = 0; side < 2; ++side) {
        const geo::Point off{side == 0 ? -0.003 : 0.003, 0};
        model::Claim claim;
        claim.id = {side + 1};
        claim.dispute = {1};
        claim.village = {side + 1};
        claim.line = std::make_shared<const geo::MultiLine>(
            geo::MultiLine{{corner(1, 0) + off, corner(1, 1) + off}});
        std::get<model::Table<model::Claim>>(tables).put(claim);
    }
    return tables;
}

inline std::shared_ptr<const MapGeometry> geometry_of(model::TableSet tables) {
    Progress progress;
    auto atlas = model::Atlas::build({"Contoh", "Contoh", "data contoh, edisi 2026-11"},
                                     std::move(tables), 3, progress);
    return MapGeometry::build(std::move(atlas), nullptr, progress);
}

/// The case's state, and its segment's with the paper that it rests on.
inline void settle(model::TableSet& tables, model::DisputeState state, model::SegmentState line) {
    auto& disputes = std::get<model::Table<model::BoundaryDispute>>(tables);
    model::BoundaryDispute dispute = *disputes.find({1});
    dispute.state = state;
    disputes.put(dispute);
    auto& segments = std::get<model::Table<model::BoundarySegment>>(tables);
    model::BoundarySegment segment = *segments.find({1});
    segment.state = line;
    segment.document = {1};
    segments.put(segment);
}

} // namespace antardesa::cartography::test
