#pragma once

#include "model/edit.h"

namespace antardesa::model {

inline SharedPolygons square(double x, double y, double size = 1) {
    const geo::Ring ring{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}};
    return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}});
}

inline Village village(std::int64_t id, std::string name, std::int64_t district, double x,
                       double y) {
    Village row;
    row.id = {id};
    row.code = "99.01.0" + std::to_string(district) + ".200" + std::to_string(id);
    row.name = std::move(name);
    row.kind = VillageKind::village;
    row.district = {district};
    row.geometry = square(x, y);
    return row;
}

inline BoundarySegment segment(std::int64_t id, std::int64_t first, std::int64_t second,
                               geo::Line line) {
    BoundarySegment row;
    row.id = {id};
    row.first = {first};
    row.second = {second};
    row.geometry = std::make_shared<const geo::MultiLine>(geo::MultiLine{std::move(line)});
    return row;
}

inline AgreementParty party(std::int64_t id, std::int64_t agreement, std::int64_t village_id) {
    AgreementParty row;
    row.id = {id};
    row.agreement = {agreement};
    row.village = {village_id};
    return row;
}

inline void fill_bodies_and_assets(TableSet& tables) {
    SharedAsset spring;
    spring.id = {1};
    spring.name = "Mata air Cikahuripan";
    std::get<Table<SharedAsset>>(tables).put(spring);
    std::get<Table<AssetShare>>(tables) =
        Table<AssetShare>({{{1}, {1}, HolderKind::village, {1}, "", 60.0},
                           {{2}, {1}, HolderKind::village, {5}, "", 40.0}});
    std::get<Table<ThirdParty>>(tables).put({{1}, "PT Tirta", {}, "", std::nullopt});
    std::get<Table<CooperationBody>>(tables).put({{1}, "BKAD Batutengah", {1}, {}, {}});
    BodyMember member;
    member.id = {1};
    member.body = {1};
    std::get<Table<BodyMember>>(tables).put(member);
    JointEnterprise enterprise;
    enterprise.id = {1};
    std::get<Table<JointEnterprise>>(tables).put(enterprise);
    EnterpriseCapital capital;
    capital.id = {1};
    capital.enterprise = {1};
    std::get<Table<EnterpriseCapital>>(tables).put(capital);
}

/// Three unit villages in a row (1 and 2 in district 1, 3 in district 2 of the same regency, 4
/// far away in another regency), two segments, two agreements, a dispute, an asset, a body and
/// an enterprise. Ids have gaps on purpose.
inline TableSet sample_tables() {
    TableSet tables;
    std::get<Table<District>>(tables) =
        Table<District>({{{1}, "99.01.01", "Batutengah", "Contoh"},
                         {{2}, "99.01.02", "Bumikencana", "Contoh"},
                         {{3}, "99.02.01", "Seberang", "Tetangga"}});
    std::get<Table<Village>>(tables) =
        Table<Village>({village(5, "Sukamaju", 2, 2, 0), village(1, "Mekarsari", 1, 0, 0),
                        village(2, "Sidomulyo", 1, 1, 0), village(9, "Ranupani", 3, 9, 9)});
    std::get<Table<SpecialArea>>(tables) = Table<SpecialArea>(
        {{{1}, SpecialAreaKind::undefined, "Area tidak terdefinisi", square(3, 0)}});
    std::get<Table<BoundarySegment>>(tables) = Table<BoundarySegment>(
        {segment(1, 1, 2, {{1, 0}, {1, 1}}), segment(4, 2, 5, {{2, 0}, {2, 1}})});
    Document decree;
    decree.id = {1};
    decree.kind = "perbup";
    decree.number = "12/2025";
    decree.title = "Batas Desa Mekarsari dengan Desa Sidomulyo";
    decree.date = Date{std::chrono::year{2025} / 3 / 4};
    std::get<Table<Document>>(tables).put(decree);
    Agreement water;
    water.id = {1};
    water.title = "Air bersih";
    Agreement waste;
    waste.id = {3};
    waste.title = "Sampah";
    std::get<Table<Agreement>>(tables) = Table<Agreement>({waste, water});
    std::get<Table<AgreementParty>>(tables) =
        Table<AgreementParty>({party(1, 3, 1), party(2, 3, 2), party(3, 1, 2), party(4, 1, 2),
                               party(5, 1, 5), party(6, 77, 1)});
    BoundaryDispute dispute;
    dispute.id = {2};
    dispute.segment = {4};
    dispute.first = {2};
    dispute.second = {5};
    std::get<Table<BoundaryDispute>>(tables).put(dispute);
    Claim claim;
    claim.id = {1};
    claim.dispute = {2};
    claim.village = {5};
    std::get<Table<Claim>>(tables).put(claim);
    fill_bodies_and_assets(tables);
    return tables;
}

inline std::shared_ptr<const Atlas> sample_atlas(TableSet tables = sample_tables()) {
    return Atlas::build({"Contoh", "Provinsi Contoh", "data uji"}, std::move(tables), 7,
                        std::make_shared<const topology::Coverage>());
}

} // namespace antardesa::model
