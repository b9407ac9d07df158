#include "project/project_sample.h"

namespace antardesa::project {

namespace {

using namespace model;

template<class Row>
void fill(TableSet& tables, std::vector<Row> rows) {
    std::get<Table<Row>>(tables) = Table<Row>(std::move(rows));
}

void fill_ground(TableSet& tables) {
    fill<Document>(tables, {{{3},
                             "perbup",
                             "12/2025",
                             day(2025, 3, 1),
                             "Batas desa Mekarsari – Sukamaju",
                             "Bupati Contoh",
                             "1:10.000",
                             "perbup-12.pdf"},
                            {{4}, "peta", "", std::nullopt, "", "", "", ""}});
    fill<LegalBasis>(tables, {{{1},
                               "Permendagri",
                               "45",
                               2016,
                               "Pedoman Penetapan dan Penegasan Batas Desa",
                               day(2016, 8, 1),
                               day(2030, 1, 1),
                               "Permendagri 1/2030"}});
    fill<District>(tables,
                   {{{1}, "99.01.10", "Batutengah", "Contoh"}, {{2}, "", "Bumikencana", "Contoh"}});
    Village odd = village(7, 110.02, -7.0);
    odd.name = "Ja'far \"Hulu\"; DROP TABLE desa;";
    odd.kind = VillageKind::customary_village;
    odd.district = {2};
    odd.bps_code = "9901010007";
    odd.official_area_ha = 312.25;
    odd.previous_codes = "99.01.10.2003 s.d. 2026-03-01";
    odd.geometry = shared(geo::MultiPolygon{
        {square(110.02, -7.0)[0].outer,
         {{{110.024, -6.996}, {110.026, -6.996}, {110.026, -6.994}, {110.024, -6.996}}}},
        square(110.05, -7.05, 0.001)[0]});
    Village bare = village(9, 110.5, -7.5);
    bare.code = "";
    bare.district = {};
    fill<Village>(tables, {village(1, 110.0, -7.0), village(2, 110.01, -7.0), odd, bare});
    fill<SpecialArea>(tables, {{{1}, SpecialAreaKind::lake, "Danau", shared(square(110.1, -7.1))}});
    fill<ReferenceLine>(
        tables, {{{1},
                  ReferenceKind::road,
                  "Jalan Raya",
                  shared(geo::MultiLine{{{110, -7}, {110.1, -7.1}}, {{110.2, -7}, {110.3, -7}}})}});
}

void fill_boundaries(TableSet& tables) {
    fill<BoundarySegment>(tables, {{{1},
                                    {1},
                                    {2},
                                    SegmentLevel::district,
                                    SegmentState::enacted,
                                    true,
                                    1105.7425,
                                    {3},
                                    shared(geo::MultiLine{{{110.01, -7}, {110.01, -6.99}}}),
                                    2.5,
                                    "kartometrik"},
                                   {{2}, {2}, {7}, {}, {}, false, 0, {}, nullptr}});
    fill<TurningPoint>(tables, {{{1},
                                 {1},
                                 2,
                                 "001",
                                 "PBU",
                                 "Di tepi jalan",
                                 0.05,
                                 "RTK",
                                 PointMarker::artificial,
                                 {110.01, -6.995}},
                                {{2}, {1}, 1, "000", "TK", "", {}, "", {}, {110.01, -7}}});
    fill<BoundaryDispute>(tables, {{{1},
                                    "01/SB/2026",
                                    {2},
                                    {2},
                                    {7},
                                    DisputeState::regency_facilitation,
                                    Facilitator::regent,
                                    day(2026, 1, 2),
                                    day(2026, 2, 3),
                                    "Letak sungai lama",
                                    {3},
                                    shared(square(110.015, -7.0, 0.002))},
                                   {{2}, "", {}, {1}, {9}, {}, {}, {}, {}, "", {}, nullptr}});
    fill<Claim>(tables, {{{1},
                          {1},
                          {2},
                          "Peta desa 1987",
                          {4},
                          shared(geo::MultiLine{{{110.02, -7}, {110.021, -6.99}}})}});
}

void fill_check(TableSet& tables) {
    fill<BoundaryException>(tables, {{{1},
                                      model::FlawKind::gap,
                                      ExceptionReason::mutual_claim,
                                      "Menunggu rapat",
                                      {3},
                                      day(2026, 4, 5),
                                      {{1}, {2}},
                                      {{1}},
                                      "Desa 1; Desa 2; Danau",
                                      1234.5,
                                      shared(square(110.01, -6.995, 0.0001))}});
    BoundaryFinding grown;
    grown.id = {1};
    grown.kind = FlawKind::gap;
    grown.severity = Severity::warning;
    grown.villages = {{1}, {2}};
    grown.special_areas = {{1}};
    grown.names = "Desa 1; Desa 2; Danau";
    grown.count = 3;
    grown.area_m2 = 2234.5;
    grown.width_m = 0.75;
    grown.sliver = true;
    grown.outgrown = {1};
    grown.fingerprint = "celah 1,2";
    grown.revision = 7;
    grown.longitude = 110.01005;
    grown.latitude = -6.99495;
    grown.geometry =
        std::make_shared<const geo::Geometry>(geo::PolygonSet{square(110.01, -6.995, 0.0002)});
    BoundaryFinding spike;
    spike.id = {2};
    spike.kind = FlawKind::invalid_ring;
    spike.fault = topology::RingFault::spike;
    spike.villages = {{7}};
    spike.geometry = std::make_shared<const geo::Geometry>(geo::PointSet{{{110.02, -7}}});
    fill<BoundaryFinding>(tables, {grown, spike});
}

void fill_cooperation(TableSet& tables) {
    fill<ThirdParty>(
        tables,
        {{{1}, "PT Tirta", ThirdPartyKind::individual, "Jl. Mawar 1", geo::Point{110.03, -7.03}},
         {{2}, "LSM", ThirdPartyKind::mass_organisation, "", std::nullopt}});
    fill<CooperationBody>(tables, {{{1}, "BKAD Batutengah", {1}, {3}, day(2019, 5, 6)}});
    fill<BodyMember>(
        tables,
        {{{1}, {1}, {1}, "Siti Aminah", "ketua", BodyElement::public_figure, Gender::woman}});
    fill<JointEnterprise>(tables, {{{1},
                                    "Maju Bersama",
                                    EnterpriseState::legal_entity,
                                    "AHU-1",
                                    day(2022, 7, 8),
                                    "air, wisata",
                                    "Budi",
                                    {3}}});
    fill<EnterpriseCapital>(
        tables, {{{1}, {1}, {2}, "", 2.5e8}, {{2}, {1}, {}, "Ranupani, Kabupaten Tetangga", 1e8}});
}

void fill_agreements(TableSet& tables) {
    Agreement water;
    water.id = {1};
    water.number = "05/KSD/2024";
    water.title = "Air bersih";
    water.branch = Branch::third_party;
    water.kind = CooperationKind::security_and_order;
    water.field = Field::village_boundary;
    water.current_field = CurrentField::empowerment;
    water.aims = std::bitset<4>(0b1011);
    water.stage = Stage::ended;
    water.end_reason = EndReason::public_interest;
    water.signed_on = day(2024, 1, 1);
    water.starts = day(2024, 2, 1);
    water.ends = day(2027, 1, 31);
    water.body = {1};
    water.value_rupiah = 1.25e9;
    water.last_report = day(2025, 6, 1);
    water.document = {3};
    water.remark = "Baris satu\nbaris dua";
    Agreement plain;
    plain.id = {2};
    fill<Agreement>(tables, {water, plain});
    AgreementParty village_party;
    village_party.id = {1};
    village_party.agreement = {1};
    village_party.village = {1};
    village_party.role = "penyedia";
    village_party.number = "140/7";
    village_party.date = day(2024, 1, 1);
    village_party.signatory = "Kades";
    village_party.deliberation = day(2023, 12, 12);
    village_party.council_consent = true;
    village_party.share_rupiah = 5e8;
    AgreementParty third = {};
    third.id = {2};
    third.agreement = {1};
    third.third_party = {1};
    AgreementParty outside = {};
    outside.id = {3};
    outside.agreement = {2};
    outside.outside_village = "Ranupani, Kabupaten Tetangga";
    outside.outside_code = "99.02.01.2001";
    fill<AgreementParty>(tables, {village_party, third, outside});
}

void fill_assets(TableSet& tables) {
    const auto geometry = [](geo::Geometry value) {
        return std::make_shared<const geo::Geometry>(std::move(value));
    };
    SharedAsset spring;
    spring.id = {1};
    spring.name = "Mata air";
    spring.kind = AssetKind::spring;
    spring.code = "1.3.4";
    spring.year = 1998;
    spring.value_rupiah = 7.5e7;
    spring.condition = AssetCondition::heavy_damage;
    spring.basis = "SK Bupati 4/1998";
    spring.agreement = {1};
    spring.geometry = geometry(geo::PointSet{{{110.005, -6.995}}});
    SharedAsset road = spring;
    road.id = {2};
    road.geometry = geometry(geo::LineSet{{{{110, -7}, {110.02, -6.99}}}});
    SharedAsset forest = spring;
    forest.id = {3};
    forest.geometry = geometry(geo::PolygonSet{square(110.03, -7.0)});
    SharedAsset nowhere;
    nowhere.id = {4};
    fill<SharedAsset>(tables, {spring, road, forest, nowhere});
    fill<AssetShare>(tables,
                     {{{1}, {1}, HolderKind::village, {1}, "", 62.5},
                      {{2}, {1}, HolderKind::regency, {}, "Kabupaten Contoh", std::nullopt}});
}

/// The first row of the table, to be written again.
template<class Row, class Change>
void change_first(TableSet& tables, Change change) {
    Row row = std::get<Table<Row>>(tables)[0];
    change(row);
    std::get<Table<Row>>(tables).put(std::move(row));
}

/// What schema 5 added to rows that were there before.
void fill_later_members(TableSet& tables) {
    change_first<Agreement>(tables, [](Agreement& row) {
        row.initiative = Initiative::third_party;
        row.report_months = 6;
        row.amends = {2};
        row.postponed_until = day(2024, 3, 1);
        row.content_scope = "ruang lingkup";
        row.content_field = "bidang";
        row.content_procedure = "tata cara";
        row.content_term = "tiga tahun";
        row.content_rights = "hak";
        row.content_funding = "dana";
        row.content_change = "perubahan";
        row.content_settlement = "musyawarah";
    });
    change_first<AgreementParty>(tables, [](AgreementParty& row) {
        row.promulgated = day(2024, 1, 8);
        row.medium_term_plan = "RPJM 2022 bab IV";
        row.annual_plan = "RKP 2024 baris 12";
        row.term_from = day(2019, 12, 1);
        row.term_to = day(2027, 11, 30);
    });
    change_first<BodyMember>(tables, [](BodyMember& row) {
        row.term_from = day(2023, 1, 1);
        row.term_to = day(2028, 1, 1);
    });
    change_first<JointEnterprise>(tables, [](JointEnterprise& row) {
        row.address = "Jl. Melati 3";
        row.adviser = "Para kepala desa";
        row.supervisor = "Wati";
    });
    change_first<EnterpriseCapital>(tables, [](EnterpriseCapital& row) {
        row.source = CapitalSource::community;
        row.date = day(2022, 8, 9);
    });
    change_first<Claim>(tables, [](Claim& row) { row.author = "Tim desa"; });
    change_first<SharedAsset>(tables, [](SharedAsset& row) { row.use = AssetUse::rent; });
}

void fill_proceedings(TableSet& tables) {
    fill<Proposal>(tables, {{{1},
                             {1},
                             "A",
                             "midline",
                             shared(geo::MultiLine{{{110.02, -7}, {110.0205, -6.99}}}),
                             "Camat",
                             day(2026, 3, 4),
                             "60:40"}});
    fill<BoundarySubject>(tables, {{{1}, {1}, {1}, {}}, {{2}, {1}, {}, {1}}});
    fill<Meeting>(tables, {{{1},
                            MeetingKind::village,
                            {1},
                            {1},
                            {1},
                            {2},
                            day(2023, 12, 12),
                            "Balai desa",
                            "Air bersih",
                            {{1}, {2}},
                            "Camat",
                            MeetingOutcome::agreed,
                            "Disetujui",
                            {3},
                            {1}}});
    fill<Funding>(tables, {{{1}, {1}, {1}, {1}, FundingSource::other, 2025, 1e6, 9e5}});
    fill<Report>(tables, {{{1},
                           {1},
                           {1},
                           ReportKind::accountability,
                           "2025",
                           day(2026, 1, 31),
                           day(2026, 1, 20),
                           "BKAD",
                           "Kepala desa",
                           "BPD; Bupati melalui Camat",
                           {3}}});
    fill<Problem>(tables, {{{1},
                            {1},
                            day(2025, 4, 1),
                            "Debit turun",
                            Facilitator::district_head,
                            "Giliran",
                            day(2025, 5, 1),
                            {3}}});
    fill<Evaluation>(tables,
                     {{{1}, {1}, day(2025, 12, 1), "DPMD", 1, 2, 3, 4, 1, 2, 3, 4, 1, "Cukup"}});
    fill<BodyActivity>(tables, {{{1},
                                 {1},
                                 {1},
                                 BodyTask::accountability,
                                 BodyFunction::monitoring,
                                 2025,
                                 day(2025, 12, 31),
                                 "Laporan tahunan",
                                 ActivityState::done,
                                 {3}}});
    fill<AssetCare>(
        tables, {{{1}, {1}, CareKind::inventory, day(2024, 6, 30), "Inventarisasi", 2.5e6, {3}}});
}

SharedBytes bytes(std::vector<std::uint8_t> content) {
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(content));
}

void fill_casework(TableSet& tables) {
    fill<LocalStep>(
        tables,
        {{{1}, "Mediasi Tim PPBDes", DisputeState::district_facilitation, "Perbup 12/2024 ps. 9"}});
    fill<CaseSegment>(tables, {{{1}, {1}, {1}}});
    fill<Signatory>(tables, {{{1},
                              {1},
                              SignatoryRole::village_head,
                              {2},
                              "Siti",
                              "Kepala Desa",
                              "197001012000031001",
                              "BA/1/2026",
                              day(2026, 3, 4)}});
    fill<VillageAlias>(tables, {{{1}, {2}, "Ds. Soekamadjoe"}});
    fill<ColumnMeaning>(tables, {{{1}, "Nama Kegiatan", "judul"}});
    fill<Attachment>(
        tables,
        {{{1}, {3}, "peta.pdf", "application/pdf", "parit lama", "", bytes({0x25, 0x00, 0xff})},
         {{2}, {3}, "besar.tif", "", "", "D:/arsip/besar.tif", nullptr},
         {{3}, {3}, "kosong.txt", "text/plain", "", "", bytes({})}});
    fill<Evidence>(tables, {{{1},
                             {1},
                             {2},
                             EvidenceKind::photo,
                             "Foto pilar",
                             "Desa",
                             2024,
                             "1:10.000",
                             "di tepi parit",
                             {3},
                             geo::Point{110.5, -7.25}}});
}

} // namespace

TableSet full_tables() {
    TableSet tables;
    fill_ground(tables);
    fill_boundaries(tables);
    fill_cooperation(tables);
    fill_agreements(tables);
    fill_assets(tables);
    fill_casework(tables);
    fill_check(tables);
    fill_later_members(tables);
    fill_proceedings(tables);
    return tables;
}

} // namespace antardesa::project
