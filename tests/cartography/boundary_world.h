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

/// A line of the case with a third village, and as long names as there are: of villages, of their
/// heads, of team and witnesses, each with the number that must be read whole.
inline model::TableSet crowded_tables(int count, int points) {
    model::TableSet tables = boundary_tables(points);
    if (count > 2)
        std::get<model::Table<model::CaseSegment>>(tables).put({{1}, {1}, {2}});
    auto& villages = std::get<model::Table<model::Village>>(tables);
    for (std::int64_t id = 1; id <= 24; ++id) {
        model::Village village = *villages.find({id});
        village.name = "Sumberrejo Kidul Hulu Tanjungasri " + std::to_string(id);
        villages.put(village);
    }
    auto& signatories = std::get<model::Table<model::Signatory>>(tables);
    const auto add = [&](model::SignatoryRole role, std::int64_t village) {
        model::Signatory one;
        one.id = signatories.next_id();
        one.dispute = {1};
        one.role = role;
        one.village = {village};
        one.name = "Drs. H. Abdurrahman Wahid Suryaningrat Kusumaatmadja, M.Si.";
        one.employee_number = "19650101199003100" + std::to_string(one.id.value);
        signatories.put(one);
    };
    for (int village = 1; village <= count; ++village)
        add(model::SignatoryRole::village_head, village);
    for (const auto role : {model::SignatoryRole::regency_team, model::SignatoryRole::witness})
        for (int i = 0; i < 2; ++i)
            add(role, 0);
    return tables;
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
