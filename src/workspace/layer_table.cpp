#include "workspace/layer_table.h"

#include "geo/measure.h"
#include "workspace/dissolve.h"
#include "workspace/finding_layer.h"
#include "workspace/kugi_layers.h"
#include "workspace/layer_columns.h"
#include "workspace/plain_register_layer.h"
#include "workspace/standing_areas.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using namespace model;

geo::Geometry polygons(const SharedPolygons& shared) {
    return shared ? geo::Geometry(geo::PolygonSet{*shared}) : geo::Geometry();
}

geo::Geometry lines(const SharedLines& shared) {
    return shared ? geo::Geometry(geo::LineSet{*shared}) : geo::Geometry();
}

template<class Row>
std::int64_t row_id(const Row& row) {
    return row.id.value;
}

/// A new column set that begins with the key.
template<class Row>
LayerColumns<Row> keyed() {
    LayerColumns<Row> columns;
    columns.integer("id", row_id<Row>);
    return columns;
}

template<class Enum>
std::string code(Enum value) {
    return std::string(code_of(value));
}

/// A point inside each village that is party: what a map can show of an agreement anywhere.
geo::Geometry party_points(const Atlas& atlas, Id<Agreement> agreement) {
    geo::PointSet set;
    for (const auto* party : atlas.parties(agreement)) {
        const Village* village = atlas.find(party->village);
        const auto inside = village && village->geometry
                                ? geo::pole_of_inaccessibility(*village->geometry, 1e-3)
                                : std::nullopt;
        if (inside)
            set.points.push_back(inside->position);
    }
    return set.points.empty() ? geo::Geometry() : geo::Geometry(set);
}

io::VectorFile villages(const Atlas& atlas) {
    const auto district = [&atlas](const Village& row) {
        const District* found = atlas.find(row.district);
        return found ? found->name : std::string();
    };
    const auto regency = [&atlas](const Village& row) {
        const District* found = atlas.find(row.district);
        return found && !found->regency.empty() ? found->regency : atlas.identity().regency;
    };
    return keyed<Village>()
        .text("kode", [](const Village& row) { return row.code; })
        .text("kode_bps", [](const Village& row) { return row.bps_code; })
        .text("nama", [](const Village& row) { return row.name; })
        .text("jenis", [](const Village& row) { return code(row.kind); })
        .id("kecamatan_id", &Village::district)
        .text("kecamatan", district)
        .text("kabupaten", regency)
        .real("luas_resmi_ha", [](const Village& row) { return row.official_area_ha; })
        .text("tanggal_pembentukan",
              [](const Village& row) { return row.formed ? iso_text(*row.formed) : std::string(); })
        .geometry([](const Village& row) { return polygons(row.geometry); })
        .build("desa", atlas.villages());
}

io::VectorFile districts(const Atlas& atlas) {
    return keyed<District>()
        .text("kode", [](const District& row) { return row.code; })
        .text("nama", [](const District& row) { return row.name; })
        .text("kabupaten", [](const District& row) { return row.regency; })
        .geometry([&atlas](const District& row) {
            return geo::Geometry(geo::PolygonSet{district_outline(atlas, row.id)});
        })
        .build("kecamatan", atlas.districts());
}

io::VectorFile agreements(const Atlas& atlas) {
    return keyed<Agreement>()
        .text("nomor", [](const Agreement& row) { return row.number; })
        .text("judul", [](const Agreement& row) { return row.title; })
        .text("cabang", [](const Agreement& row) { return code(row.branch); })
        .text("jenis", [](const Agreement& row) { return code(row.kind); })
        .text("bidang", [](const Agreement& row) { return code(row.field); })
        .text("tahap", [](const Agreement& row) { return code(row.stage); })
        .text("alasan_berakhir", [](const Agreement& row) { return code(row.end_reason); })
        .date("mulai", &Agreement::starts)
        .date("berakhir", &Agreement::ends)
        .real("nilai_rupiah", [](const Agreement& row) { return row.value_rupiah; })
        .id("dokumen_id", &Agreement::document)
        .geometry([&atlas](const Agreement& row) { return party_points(atlas, row.id); })
        .build("kerja_sama", atlas.agreements());
}

io::VectorFile parties(const Atlas& atlas) {
    return keyed<AgreementParty>()
        .id("kerja_sama_id", &AgreementParty::agreement)
        .id("desa_id", &AgreementParty::village)
        .id("pihak_ketiga_id", &AgreementParty::third_party)
        .text("desa_luar", [](const AgreementParty& row) { return row.outside_village; })
        .text("peran", [](const AgreementParty& row) { return row.role; })
        .text("nomor", [](const AgreementParty& row) { return row.number; })
        .date("tanggal", &AgreementParty::date)
        .date("tanggal_musdes", &AgreementParty::deliberation)
        .build("kerja_sama_pihak", atlas.table<AgreementParty>());
}

io::VectorFile third_parties(const Atlas& atlas) {
    return keyed<ThirdParty>()
        .text("nama", [](const ThirdParty& row) { return row.name; })
        .text("jenis", [](const ThirdParty& row) { return code(row.kind); })
        .text("alamat", [](const ThirdParty& row) { return row.address; })
        .geometry([](const ThirdParty& row) {
            return row.position ? geo::Geometry(geo::PointSet{{*row.position}}) : geo::Geometry();
        })
        .build("pihak_ketiga", atlas.table<ThirdParty>());
}

io::VectorFile bodies(const Atlas& atlas) {
    return keyed<CooperationBody>()
        .text("nama", [](const CooperationBody& row) { return row.name; })
        .id("kecamatan_id", &CooperationBody::district)
        .date("tanggal_berdiri", &CooperationBody::founded)
        .build("bkad", atlas.table<CooperationBody>());
}

io::VectorFile enterprises(const Atlas& atlas) {
    return keyed<JointEnterprise>()
        .text("nama", [](const JointEnterprise& row) { return row.name; })
        .text("status", [](const JointEnterprise& row) { return code(row.state); })
        .text("unit_usaha", [](const JointEnterprise& row) { return row.businesses; })
        .text("direktur", [](const JointEnterprise& row) { return row.director; })
        .build("bum_desa_bersama", atlas.table<JointEnterprise>());
}

io::VectorFile disputes(const Atlas& atlas) {
    return keyed<BoundaryDispute>()
        .text("nomor", [](const BoundaryDispute& row) { return row.number; })
        .id("segmen_id", &BoundaryDispute::segment)
        .id("desa_a_id", &BoundaryDispute::first)
        .id("desa_b_id", &BoundaryDispute::second)
        .text("status", [](const BoundaryDispute& row) { return code(row.state); })
        .text("fasilitator", [](const BoundaryDispute& row) { return code(row.facilitator); })
        .date("tanggal_lapor", &BoundaryDispute::reported)
        .text("pokok", [](const BoundaryDispute& row) { return row.subject; })
        .geometry([](const BoundaryDispute& row) { return polygons(row.contested); })
        .build("sengketa_batas", atlas.disputes());
}

io::VectorFile claims(const Atlas& atlas) {
    return keyed<Claim>()
        .id("sengketa_id", &Claim::dispute)
        .id("desa_id", &Claim::village)
        .text("dasar", [](const Claim& row) { return row.basis; })
        .id("dokumen_id", &Claim::document)
        .geometry([](const Claim& row) { return lines(row.line); })
        .build("klaim_batas", atlas.table<Claim>());
}

io::VectorFile assets(const Atlas& atlas) {
    return keyed<SharedAsset>()
        .text("nama", [](const SharedAsset& row) { return row.name; })
        .text("jenis", [](const SharedAsset& row) { return code(row.kind); })
        .text("kode_barang", [](const SharedAsset& row) { return row.code; })
        .real("nilai_rupiah", [](const SharedAsset& row) { return row.value_rupiah; })
        .text("kondisi", [](const SharedAsset& row) { return code(row.condition); })
        .id("kerja_sama_id", &SharedAsset::agreement)
        .geometry(
            [](const SharedAsset& row) { return row.geometry ? *row.geometry : geo::Geometry(); })
        .build("aset_bersama", atlas.assets());
}

io::VectorFile shares(const Atlas& atlas) {
    return keyed<AssetShare>()
        .id("aset_id", &AssetShare::asset)
        .text("pemegang", [](const AssetShare& row) { return code(row.holder); })
        .id("desa_id", &AssetShare::village)
        .text("nama_pemegang", [](const AssetShare& row) { return row.holder_name; })
        .real("persen", [](const AssetShare& row) { return row.percent; })
        .build("aset_bersama_hak", atlas.table<AssetShare>());
}

io::VectorFile documents(const Atlas& atlas) {
    return keyed<Document>()
        .text("jenis", [](const Document& row) { return row.kind; })
        .text("nomor", [](const Document& row) { return row.number; })
        .date("tanggal", &Document::date)
        .text("judul", [](const Document& row) { return row.title; })
        .text("penerbit", [](const Document& row) { return row.issuer; })
        .text("kutipan", [](const Document& row) { return row.citations; })
        .build("dokumen", atlas.table<Document>());
}

io::VectorFile special_areas(const Atlas& atlas) {
    return keyed<SpecialArea>()
        .text("jenis", [](const SpecialArea& row) { return code(row.kind); })
        .text("nama", [](const SpecialArea& row) { return row.name; })
        .geometry([](const SpecialArea& row) { return polygons(row.geometry); })
        .build("area_khusus", atlas.table<SpecialArea>());
}

io::VectorFile references(const Atlas& atlas) {
    return keyed<ReferenceLine>()
        .text("jenis", [](const ReferenceLine& row) { return code(row.kind); })
        .text("nama", [](const ReferenceLine& row) { return row.name; })
        .geometry([](const ReferenceLine& row) { return lines(row.geometry); })
        .build("unsur_acuan", atlas.table<ReferenceLine>());
}

io::VectorFile legal_bases(const Atlas& atlas) {
    return keyed<LegalBasis>()
        .text("jenis", [](const LegalBasis& row) { return row.kind; })
        .text("nomor", [](const LegalBasis& row) { return row.number; })
        .integer("tahun", [](const LegalBasis& row) { return std::int64_t{row.year}; })
        .text("judul", [](const LegalBasis& row) { return row.title; })
        .date("berlaku_sejak", &LegalBasis::in_force_since)
        .date("dicabut_sejak", &LegalBasis::revoked_since)
        .text("dicabut_oleh", [](const LegalBasis& row) { return row.revoked_by; })
        .build("dasar_hukum", atlas.table<LegalBasis>());
}

/// "99.01.10.2003 Mekarsari; 99.01.10.2004 Sidomulyo", as they are called now.
std::string villages_text(const Atlas& atlas, const std::vector<Id<Village>>& ids) {
    std::string text;
    for (const Id<Village> id : ids)
        if (const Village* village = atlas.find(id))
            text += (text.empty() ? "" : "; ") + village->code +
                    (village->code.empty() ? "" : " ") + village->name;
    return text;
}

/// The paper that a row rests on, readable without the table of documents.
template<class Row>
void add_basis(LayerColumns<Row>& columns, const Atlas& atlas) {
    using Part = std::string (*)(const Document&);
    const auto add = [&](const char* name, Part part) {
        columns.text(name, [&atlas, part](const Row& row) {
            const Document* document = atlas.find(row.document);
            return document ? part(*document) : std::string();
        });
    };
    columns.id("dokumen_id", &Row::document);
    add("jenis_dok", [](const Document& row) { return row.kind; });
    add("nomor_dok", [](const Document& row) { return row.number; });
    add("tgl_dok",
        [](const Document& row) { return row.date ? iso_text(*row.date) : std::string(); });
    add("judul_dok", [](const Document& row) { return row.title; });
}

io::VectorFile exceptions(const Atlas& atlas) {
    auto columns = keyed<BoundaryException>();
    columns.text("jenis", [](const BoundaryException& row) { return code(row.kind); })
        .text("alasan", [](const BoundaryException& row) { return code(row.reason); })
        .text("nama", [](const BoundaryException& row) { return row.names; })
        .text("keterangan", [](const BoundaryException& row) { return row.remark; });
    add_basis(columns, atlas);
    return columns.date("tanggal", &BoundaryException::date)
        .real("luas_m2", [](const BoundaryException& row) { return std::optional(row.area_m2); })
        .geometry([](const BoundaryException& row) { return polygons(row.geometry); })
        .build("pengecualian_batas", atlas.table<BoundaryException>());
}

/// Areas of the kabupaten by themselves until they are settled: of one kind, or of both. `parties`
/// is the column of the villages: who claim it or who border on it.
io::VectorFile areas_layer(const Atlas& atlas, std::optional<ExceptionReason> reason,
                           const char* layer, const char* parties) {
    std::vector<StandingArea> rows = standing_areas(atlas);
    std::erase_if(rows, [&](const StandingArea& row) { return reason && row.reason != *reason; });
    LayerColumns<StandingArea> columns;
    columns.integer("id", [](const StandingArea& row) { return row.id; })
        .text("jenis", [](const StandingArea& row) { return code(row.reason); })
        .text("asal",
              [](const StandingArea& row) {
                  return std::string(row.imported ? "area_khusus" : "pengecualian_batas");
              })
        .text("nama", [](const StandingArea& row) { return row.names; })
        .text(parties,
              [&atlas](const StandingArea& row) { return villages_text(atlas, row.villages); })
        .date("sejak", &StandingArea::since)
        .text("keterangan", [](const StandingArea& row) { return row.remark; });
    add_basis(columns, atlas);
    return columns
        .real("luas_ha", [](const StandingArea& row) { return std::optional(row.area_m2 / 1e4); })
        .geometry([](const StandingArea& row) { return polygons(row.geometry); })
        .build(layer, rows);
}

io::VectorFile mutual_claims(const Atlas& atlas) {
    return areas_layer(atlas, ExceptionReason::mutual_claim, "area_saling_klaim", "penuntut");
}

io::VectorFile undefined_areas(const Atlas& atlas) {
    return areas_layer(atlas, ExceptionReason::undefined, "area_tidak_terdefinisi", "berbatasan");
}

io::VectorFile unsettled_areas(const Atlas& atlas) {
    return areas_layer(atlas, std::nullopt, "area_klaim_tak_terdefinisi", "desa");
}

io::VectorFile boundary_findings(const Atlas& atlas) {
    std::vector<FindingLine> lines;
    for (const BoundaryFinding& finding : atlas.table<BoundaryFinding>())
        lines.push_back(finding_line(atlas, finding));
    return finding_layer(std::move(lines));
}

io::VectorFile boundary_proposals(const Atlas& atlas) {
    return keyed<Proposal>()
        .id("sengketa_id", &Proposal::dispute)
        .text("nama", [](const Proposal& row) { return row.name; })
        .text("cara", [](const Proposal& row) { return row.method; })
        .text("bagian", [](const Proposal& row) { return row.share; })
        .text("pengusul", [](const Proposal& row) { return row.author; })
        .geometry([](const Proposal& row) { return lines(row.line); })
        .build("usulan_batas", atlas.table<Proposal>());
}

io::VectorFile evidence(const Atlas& atlas) {
    return keyed<Evidence>()
        .id("sengketa_id", &Evidence::dispute)
        .id("desa_id", &Evidence::village)
        .text("jenis", [](const Evidence& row) { return code(row.kind); })
        .text("judul", [](const Evidence& row) { return row.title; })
        .text("penerbit", [](const Evidence& row) { return row.issuer; })
        .text("tahun",
              [](const Evidence& row) { return row.year ? std::to_string(*row.year) : ""; })
        .text("skala", [](const Evidence& row) { return row.scale; })
        .text("keterangan", [](const Evidence& row) { return row.note; })
        .geometry([](const Evidence& row) {
            return row.position ? geo::Geometry(geo::PointSet{{*row.position}}) : geo::Geometry();
        })
        .build("bukti_sengketa", atlas.table<Evidence>());
}

struct Layer {
    std::string_view name;
    io::VectorFile (*build)(const Atlas&);
};
constexpr std::array<Layer, 24> layers{{{"desa", villages},
                                        {"kecamatan", districts},
                                        {"segmen_batas", kugi_boundary_lines},
                                        {"kerja_sama", agreements},
                                        {"kerja_sama_pihak", parties},
                                        {"pihak_ketiga", third_parties},
                                        {"bkad", bodies},
                                        {"bum_desa_bersama", enterprises},
                                        {"sengketa_batas", disputes},
                                        {"klaim_batas", claims},
                                        {"aset_bersama", assets},
                                        {"aset_bersama_hak", shares},
                                        {"dokumen", documents},
                                        {"area_khusus", special_areas},
                                        {"unsur_acuan", references},
                                        {"dasar_hukum", legal_bases},
                                        {"titik_batas", kugi_boundary_points},
                                        {"pengecualian_batas", exceptions},
                                        {"temuan_batas", boundary_findings},
                                        {"area_saling_klaim", mutual_claims},
                                        {"area_tidak_terdefinisi", undefined_areas},
                                        {"area_klaim_tak_terdefinisi", unsettled_areas},
                                        {"usulan_batas", boundary_proposals},
                                        {"bukti_sengketa", evidence}}};

} // namespace

std::vector<std::string_view> layer_names() {
    std::vector<std::string_view> names;
    for (const Layer& layer : layers)
        names.push_back(layer.name);
    names.insert(names.end(), plain_register_layers.begin(), plain_register_layers.end());
    return names;
}

std::optional<io::VectorFile> layer_table(const Atlas& atlas, std::string_view name) {
    for (const Layer& layer : layers)
        if (layer.name == name)
            return layer.build(atlas);
    return plain_register_layer(atlas, name);
}

} // namespace antardesa::workspace
