#include "workspace/register_row.h"
#include "workspace/well_known_text.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Nothing, and the row refused, for text that is no geometry.
std::optional<geo::Geometry> shape(RegisterRow& row, std::string_view column) {
    auto geometry = from_well_known_text(row.long_text(column));
    if (!geometry)
        row.refuse("workspace.register.bad_geometry", "register_bad_geometry", column);
    return geometry;
}

Id<model::BoundarySegment> segment_between(RegisterRow& row, Id<model::Village> a,
                                           Id<model::Village> b) {
    const auto [first, second] = std::minmax(a, b);
    return row.first<model::BoundarySegment>(
        [first = first, second = second](const model::BoundarySegment& segment) {
            return segment.first == first && segment.second == second;
        });
}

/// As a register writes them.
bool same_line(const model::SharedLines& a, const model::SharedLines& b) {
    return a && b && to_well_known_text(geo::LineSet{*a}) == to_well_known_text(geo::LineSet{*b});
}

} // namespace

void lay_dispute(RegisterRow& row) {
    model::BoundaryDispute dispute;
    dispute.number = row.text("nomor");
    dispute.first = row.village("kode_desa_1");
    dispute.second = row.village("kode_desa_2");
    if (row.usable() && (!dispute.first || !dispute.second))
        row.refuse("workspace.register.missing_value", "register_missing_value", "kode_desa_2");
    if (!row.usable())
        return;
    dispute.segment = segment_between(row, dispute.first, dispute.second);
    dispute.state = row.code("keadaan", dispute.state);
    dispute.facilitator = row.code("fasilitator", dispute.facilitator);
    dispute.reported = row.date("dilaporkan");
    dispute.facilitation_start = row.date("mulai_fasilitasi");
    dispute.subject = row.text("pokok");
    dispute.outcome = row.reference<model::Document>("dokumen_id", Register::document);
    dispute.id = row.already<model::BoundaryDispute>([&](const model::BoundaryDispute& other) {
        return other.first == dispute.first && other.second == dispute.second &&
               (row.any_will_do("nomor") || other.number == dispute.number);
    });
    using Dispute = model::BoundaryDispute;
    row.keep_unsaid(dispute, "nomor", &Dispute::number, "keadaan", &Dispute::state, "fasilitator",
                    &Dispute::facilitator, "dilaporkan", &Dispute::reported, "mulai_fasilitasi",
                    &Dispute::facilitation_start, "pokok", &Dispute::subject);
    row.keep(dispute, &model::BoundaryDispute::outcome, "dokumen_id");
    // It follows from the claims.
    if (const Dispute* before = row.context().draft.table<Dispute>().find(dispute.id))
        dispute.contested = before->contested;
    row.lay(std::move(dispute));
}

void lay_claim(RegisterRow& row) {
    model::Claim claim;
    claim.dispute = row.needed<model::BoundaryDispute>("sengketa_id", Register::dispute);
    claim.village = row.village("kode_desa");
    auto geometry = shape(row, "garis");
    auto* line = geometry ? std::get_if<geo::LineSet>(&*geometry) : nullptr;
    if (geometry && !line)
        row.refuse("workspace.register.bad_geometry", "register_bad_geometry", "garis");
    if (!row.usable())
        return;
    claim.basis = row.text("dasar");
    claim.document = row.reference<model::Document>("dokumen_id", Register::document);
    claim.author = row.text("penyusun");
    claim.line = std::make_shared<const geo::MultiLine>(std::move(line->lines));
    using Claim = model::Claim;
    claim.id = row.told_again(claim.dispute, &Claim::dispute, [&](const Claim& other) {
        return (row.any_will_do("kode_desa") || other.village == claim.village) &&
               (row.any_will_do("dasar") || other.basis == claim.basis) &&
               (row.any_will_do("penyusun") || other.author == claim.author);
    });
    row.keep_unsaid(claim, "kode_desa", &Claim::village, "dasar", &Claim::basis, "penyusun",
                    &Claim::author);
    const Claim* before = row.context().draft.table<Claim>().find(claim.id);
    if (row.usable() && !(before && same_line(before->line, claim.line)))
        row.context().newly_claimed.insert(claim.dispute);
    row.keep(claim, &model::Claim::document, "dokumen_id");
    row.lay(std::move(claim));
}

void lay_asset(RegisterRow& row) {
    // Lists that offices keep seldom say where a thing lies; that it is theirs is worth keeping.
    const bool placed = !row.long_text("geometri").empty();
    auto geometry = placed ? shape(row, "geometri") : std::nullopt;
    if (placed && !geometry)
        return;
    if (!placed && !row.context().only)
        row.warn("workspace.register.no_place", "register_no_place", "nama");
    model::SharedAsset asset;
    asset.name = row.text("nama");
    asset.kind = row.code("jenis", asset.kind);
    asset.code = row.text("kode_barang");
    if (const auto year = row.number("tahun", 0, 9999))
        asset.year = static_cast<int>(*year);
    asset.value_rupiah = row.rupiah("nilai");
    asset.condition = row.code("kondisi", asset.condition);
    asset.basis = row.text("dasar");
    asset.use = row.code("pemanfaatan", asset.use);
    asset.agreement = row.reference<model::Agreement>("kerja_sama_id", Register::agreement);
    if (geometry)
        asset.geometry = std::make_shared<const geo::Geometry>(*std::move(geometry));
    asset.id = row.already<model::SharedAsset>([&](const model::SharedAsset& other) {
        return other.name == asset.name &&
               (row.any_will_do("kode_barang") || other.code == asset.code);
    });
    using Asset = model::SharedAsset;
    row.keep_unsaid(asset, "kode_barang", &Asset::code, "jenis", &Asset::kind, "tahun",
                    &Asset::year, "nilai", &Asset::value_rupiah, "kondisi", &Asset::condition,
                    "dasar", &Asset::basis, "pemanfaatan", &Asset::use);
    row.keep(asset, &model::SharedAsset::agreement, "kerja_sama_id");
    row.lay(std::move(asset));
}

void lay_asset_share(RegisterRow& row) {
    model::AssetShare share;
    share.asset = row.needed<model::SharedAsset>("aset_id", Register::asset);
    share.village = row.village("kode_desa");
    if (!row.usable())
        return;
    share.holder = row.code("pemegang", share.holder);
    share.holder_name = row.text("nama_pemegang");
    share.percent = row.number("persen", 0, 100);
    using Share = model::AssetShare;
    share.id = row.part_of(share.asset, &Share::asset, [&](const Share& other) {
        return (row.any_will_do("kode_desa") || other.village == share.village) &&
               other.holder == share.holder &&
               (row.any_will_do("nama_pemegang") || other.holder_name == share.holder_name);
    });
    row.keep_unsaid(share, "kode_desa", &Share::village, "nama_pemegang", &Share::holder_name,
                    "persen", &Share::percent);
    row.lay(std::move(share));
}

} // namespace antardesa::workspace
