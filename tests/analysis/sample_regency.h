#pragma once

#include "model/atlas.h"

namespace antardesa::analysis {

inline constexpr Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

inline Date day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

/// A box in hundredths of a degree around 109° E, 7° S, with a vertex at every corner of the
/// grid, so that neighbours share vertices.
inline model::SharedPolygons grid_box(int x0, int y0, int x1, int y1) {
    geo::Ring ring;
    const auto add = [&](int x, int y) { ring.push_back({109 + x * 0.01, -7 + y * 0.01}); };
    for (int x = x0; x < x1; ++x)
        add(x, y0);
    for (int y = y0; y < y1; ++y)
        add(x1, y);
    for (int x = x1; x > x0; --x)
        add(x, y1);
    for (int y = y1; y > y0; --y)
        add(x0, y);
    ring.push_back(ring.front());
    return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}});
}

/// Tables filled in one expression each; ids are given in order of calls.
class SampleRegency {
  public:
    template<class Row>
    Id<Row> put(Row row) {
        auto& table = std::get<model::Table<Row>>(tables);
        if (!row.id)
            row.id = table.next_id();
        const Id<Row> id = row.id;
        table.put(std::move(row));
        return id;
    }

    Id<model::District> district(std::string name, std::string regency = "Contoh") {
        model::District row;
        row.name = std::move(name);
        row.regency = std::move(regency);
        return put(row);
    }
    Id<model::Village> village(std::string name, Id<model::District> district,
                               model::SharedPolygons geometry, std::string code = {}) {
        model::Village row;
        row.name = std::move(name);
        row.code = std::move(code);
        row.district = district;
        row.kind = model::VillageKind::village;
        row.geometry = std::move(geometry);
        return put(row);
    }
    Id<model::Agreement> agreement(model::Agreement row,
                                   const std::vector<Id<model::Village>>& villages) {
        const Id<model::Agreement> id = put(std::move(row));
        for (const Id<model::Village> village : villages) {
            model::AgreementParty party;
            party.agreement = id;
            party.village = village;
            put(party);
        }
        return id;
    }
    std::shared_ptr<const model::Atlas> atlas() const {
        Progress progress;
        return model::Atlas::build({"Contoh", "Contoh", "uji"}, tables, 1, progress);
    }

    model::TableSet tables;
};

/// Two kecamatan, four villages in a square (1 and 2 south in Hilir, 3 and 4 north in Hulu, 4 a
/// kelurahan), a fifth far away on an island, and a lake between 2 and 4.
///
///     3 | 4
///     --+--
///     1 | 2      5
struct SquareRegency : SampleRegency {
    Id<model::District> lower = district("Hilir");
    Id<model::District> upper = district("Hulu");
    Id<model::Village> south_west = village("Satu", lower, grid_box(0, 0, 2, 2));
    Id<model::Village> south_east = village("Dua", lower, grid_box(2, 0, 4, 2));
    Id<model::Village> north_west = village("Tiga", upper, grid_box(0, 2, 2, 4));
    Id<model::Village> north_east = village("Empat", upper, grid_box(2, 2, 4, 4));
    Id<model::Village> island = village("Lima", upper, grid_box(9, 0, 10, 1));

    SquareRegency() {
        model::Village town = *std::get<model::Table<model::Village>>(tables).find(north_east);
        town.kind = model::VillageKind::urban_village;
        put(town);
        model::SpecialArea lake;
        lake.kind = model::SpecialAreaKind::lake;
        lake.geometry = grid_box(4, 0, 5, 4);
        put(lake);
    }
};

} // namespace antardesa::analysis
