#include "workspace/register_export.h"
#include "workspace/well_known_text.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using io::SheetStyle;
using io::SheetValue;
using io::WrittenSheet;

/// One register being filled: a row is begun, then takes its values by the order of the columns.
class Sheet {
  public:
    Sheet(const model::Atlas& atlas, const char* name, std::vector<io::SheetColumn> columns)
        : atlas_(atlas), sheet_{name, std::move(columns), {}} {}

    Sheet& row() {
        sheet_.rows.emplace_back();
        return *this;
    }
    Sheet& add(SheetValue value) {
        sheet_.rows.back().push_back(std::move(value));
        return *this;
    }
    Sheet& add(const std::optional<Date>& day) {
        return add(day ? SheetValue(*day) : SheetValue());
    }
    Sheet& add(const std::optional<double>& number) {
        return add(number ? SheetValue(*number) : SheetValue());
    }
    Sheet& add(const char* text) { return add(SheetValue(std::string(text))); }
    Sheet& yes(bool value) { return add(value ? "ya" : ""); }
    template<class Enum>
    Sheet& code(Enum value) {
        return add(SheetValue(std::string(model::code_of(value))));
    }
    template<class Row>
    Sheet& id(Id<Row> id) {
        return add(id ? SheetValue(static_cast<double>(id.value)) : SheetValue());
    }
    Sheet& village(Id<model::Village> id) {
        const model::Village* village = atlas_.find(id);
        return add(village ? SheetValue(reference_text(atlas_, *village)) : SheetValue());
    }
    /// The last column, which goes on in as many more as the longest of its texts needs.
    Sheet& last(const std::string& text) {
        std::size_t parts = 0;
        for (std::size_t at = 0; at < text.size() || parts == 0;
             at += io::longest_cell_text, ++parts) {
            add(SheetValue(text.substr(at, io::longest_cell_text)));
            more_ = std::max(more_, parts);
        }
        return *this;
    }

    WrittenSheet finish() {
        const std::string last = sheet_.columns.back().title;
        for (std::size_t part = 0; part < more_; ++part)
            sheet_.columns.push_back({continued(last, static_cast<int>(part) + 2)});
        for (auto& row : sheet_.rows)
            row.resize(sheet_.columns.size());
        return std::move(sheet_);
    }

  private:
    const model::Atlas& atlas_;
    WrittenSheet sheet_;
    std::size_t more_ = 0;
};

io::SheetColumn number(const char* title) {
    return {title, 10, SheetStyle::number};
}
io::SheetColumn rupiah(const char* title) {
    return {title, 18, SheetStyle::rupiah};
}
io::SheetColumn date(const char* title) {
    return {title, 12, SheetStyle::date};
}
io::SheetColumn text(const char* title, double width = 16) {
    return {title, width, SheetStyle::text};
}

WrittenSheet documents(const model::Atlas& atlas) {
    Sheet sheet(atlas, "dokumen",
                {number("id"), text("jenis"), text("nomor"), date("tanggal"), text("judul", 44),
                 text("penerbit", 30), text("skala"), text("berkas", 30)});
    for (const model::Document& row : atlas.table<model::Document>())
        sheet.row()
            .id(row.id)
            .add(row.kind)
            .add(row.number)
            .add(row.date)
            .add(row.title)
            .add(row.issuer)
            .add(row.scale)
            .add(row.file);
    return sheet.finish();
}

WrittenSheet legal_bases(const model::Atlas& atlas) {
    Sheet sheet(atlas, "dasar_hukum",
                {number("id"), text("jenis"), text("nomor"), number("tahun"), text("judul", 60),
                 date("berlaku_sejak"), date("dicabut_sejak"), text("dicabut_oleh")});
    for (const model::LegalBasis& row : atlas.table<model::LegalBasis>())
        sheet.row()
            .id(row.id)
            .add(row.kind)
            .add(row.number)
            .add(SheetValue(static_cast<double>(row.year)))
            .add(row.title)
            .add(row.in_force_since)
            .add(row.revoked_since)
            .add(row.revoked_by);
    return sheet.finish();
}

WrittenSheet segments(const model::Atlas& atlas) {
    Sheet sheet(atlas, "segmen_batas",
                {text("kode_desa_1"), text("kode_desa_2"), text("keadaan", 20), text("pilar", 8),
                 number("dokumen_id")});
    for (const model::BoundarySegment& row : atlas.segments())
        sheet.row()
            .village(row.first)
            .village(row.second)
            .code(row.state)
            .yes(row.pillars)
            .id(row.document);
    return sheet.finish();
}

/// Coordinates are texts: a spreadsheet keeps fifteen digits of a number.
WrittenSheet third_parties(const model::Atlas& atlas) {
    Sheet sheet(atlas, "pihak_ketiga",
                {number("id"), text("nama", 36), text("jenis", 20), text("alamat", 36),
                 text("bujur"), text("lintang")});
    for (const model::ThirdParty& row : atlas.table<model::ThirdParty>())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.kind)
            .add(row.address)
            .add(row.position ? std::optional(row.position->x) : std::nullopt)
            .add(row.position ? std::optional(row.position->y) : std::nullopt);
    return sheet.finish();
}

WrittenSheet bodies(const model::Atlas& atlas) {
    Sheet sheet(atlas, "bkad",
                {number("id"), text("nama", 36), text("kode_kecamatan"), number("dokumen_id"),
                 date("tanggal")});
    for (const model::CooperationBody& row : atlas.table<model::CooperationBody>()) {
        const model::District* district = atlas.find(row.district);
        sheet.row()
            .id(row.id)
            .add(row.name)
            .add(district ? reference_text(*district) : std::string())
            .id(row.founding)
            .add(row.founded);
    }
    return sheet.finish();
}

WrittenSheet members(const model::Atlas& atlas) {
    Sheet sheet(atlas, "bkad_anggota",
                {number("bkad_id"), text("kode_desa"), text("nama", 30), text("jabatan"),
                 text("unsur", 24), text("kelamin")});
    for (const model::BodyMember& row : atlas.table<model::BodyMember>())
        sheet.row()
            .id(row.body)
            .village(row.village)
            .add(row.person)
            .add(row.office)
            .code(row.element)
            .code(row.gender);
    return sheet.finish();
}

WrittenSheet enterprises(const model::Atlas& atlas) {
    Sheet sheet(atlas, "bum_desa_bersama",
                {number("id"), text("nama", 36), text("keadaan"), text("nomor_sertifikat", 28),
                 date("tanggal_sertifikat"), text("bidang_usaha", 36), text("direktur", 24),
                 number("dokumen_id")});
    for (const model::JointEnterprise& row : atlas.table<model::JointEnterprise>())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.state)
            .add(row.certificate)
            .add(row.certificate_date)
            .add(row.businesses)
            .add(row.director)
            .id(row.founding);
    return sheet.finish();
}

WrittenSheet capital(const model::Atlas& atlas) {
    Sheet sheet(
        atlas, "bum_desa_modal",
        {number("bum_desa_bersama_id"), text("kode_desa"), text("desa_luar", 30), rupiah("nilai")});
    for (const model::EnterpriseCapital& row : atlas.table<model::EnterpriseCapital>())
        sheet.row()
            .id(row.enterprise)
            .village(row.village)
            .add(row.outside_village)
            .add(SheetValue(row.amount_rupiah));
    return sheet.finish();
}

/// "1;3": which of the four.
std::string aims_text(const model::Agreement& agreement) {
    std::string text;
    for (std::size_t aim = 0; aim < agreement.aims.size(); ++aim)
        if (agreement.aims.test(aim))
            text += (text.empty() ? "" : ";") + std::to_string(aim + 1);
    return text;
}

WrittenSheet agreements(const model::Atlas& atlas) {
    Sheet sheet(atlas, "kerja_sama",
                {number("id"), text("nomor"), text("judul", 44), text("cabang"), text("jenis", 24),
                 text("bidang", 20), text("bidang_kini", 24), text("tujuan", 8), text("tahap", 20),
                 text("alasan_berakhir", 20), date("tanggal"), date("mulai"), date("berakhir"),
                 number("bkad_id"), rupiah("nilai"), date("laporan_terakhir"), number("dokumen_id"),
                 text("keterangan", 40)});
    for (const model::Agreement& row : atlas.agreements())
        sheet.row()
            .id(row.id)
            .add(row.number)
            .add(row.title)
            .code(row.branch)
            .code(row.kind)
            .code(row.field)
            .code(row.current_field)
            .add(aims_text(row))
            .code(row.stage)
            .code(row.end_reason)
            .add(row.signed_on)
            .add(row.starts)
            .add(row.ends)
            .id(row.body)
            .add(row.value_rupiah)
            .add(row.last_report)
            .id(row.document)
            .add(row.remark);
    return sheet.finish();
}

WrittenSheet parties(const model::Atlas& atlas) {
    Sheet sheet(atlas, "kerja_sama_pihak",
                {number("kerja_sama_id"), text("kode_desa"), number("pihak_ketiga_id"),
                 text("desa_luar", 30), text("kode_luar"), text("peran"), text("nomor"),
                 date("tanggal"), text("penandatangan", 24), date("tanggal_musdes"),
                 text("persetujuan_bpd", 10), rupiah("bagian")});
    for (const model::AgreementParty& row : atlas.table<model::AgreementParty>())
        sheet.row()
            .id(row.agreement)
            .village(row.village)
            .id(row.third_party)
            .add(row.outside_village)
            .add(row.outside_code)
            .add(row.role)
            .add(row.number)
            .add(row.date)
            .add(row.signatory)
            .add(row.deliberation)
            .yes(row.council_consent)
            .add(row.share_rupiah);
    return sheet.finish();
}

WrittenSheet disputes(const model::Atlas& atlas) {
    Sheet sheet(atlas, "sengketa_batas",
                {number("id"), text("nomor"), text("kode_desa_1"), text("kode_desa_2"),
                 text("keadaan", 20), text("fasilitator"), date("dilaporkan"),
                 date("mulai_fasilitasi"), text("pokok", 44), number("dokumen_id")});
    for (const model::BoundaryDispute& row : atlas.disputes())
        sheet.row()
            .id(row.id)
            .add(row.number)
            .village(row.first)
            .village(row.second)
            .code(row.state)
            .code(row.facilitator)
            .add(row.reported)
            .add(row.facilitation_start)
            .add(row.subject)
            .id(row.outcome);
    return sheet.finish();
}

WrittenSheet claims(const model::Atlas& atlas) {
    Sheet sheet(atlas, "klaim_batas",
                {number("sengketa_id"), text("kode_desa"), text("dasar", 30), number("dokumen_id"),
                 text("garis", 30)});
    for (const model::Claim& row : atlas.table<model::Claim>())
        sheet.row()
            .id(row.dispute)
            .village(row.village)
            .add(row.basis)
            .id(row.document)
            .last(row.line ? to_well_known_text(geo::LineSet{*row.line}) : std::string());
    return sheet.finish();
}

WrittenSheet assets(const model::Atlas& atlas) {
    Sheet sheet(atlas, "aset_bersama",
                {number("id"), text("nama", 36), text("jenis"), text("kode_barang"),
                 number("tahun"), rupiah("nilai"), text("kondisi"), text("dasar", 24),
                 number("kerja_sama_id"), text("geometri", 30)});
    for (const model::SharedAsset& row : atlas.assets())
        sheet.row()
            .id(row.id)
            .add(row.name)
            .code(row.kind)
            .add(row.code)
            .add(row.year ? SheetValue(static_cast<double>(*row.year)) : SheetValue())
            .add(row.value_rupiah)
            .code(row.condition)
            .add(row.basis)
            .id(row.agreement)
            .last(row.geometry ? to_well_known_text(*row.geometry) : std::string());
    return sheet.finish();
}

WrittenSheet shares(const model::Atlas& atlas) {
    Sheet sheet(atlas, "aset_bersama_hak",
                {number("aset_id"), text("pemegang", 20), text("kode_desa"),
                 text("nama_pemegang", 30), number("persen")});
    for (const model::AssetShare& row : atlas.table<model::AssetShare>())
        sheet.row()
            .id(row.asset)
            .code(row.holder)
            .village(row.village)
            .add(row.holder_name)
            .add(row.percent);
    return sheet.finish();
}

} // namespace

std::vector<WrittenSheet> register_sheets(const model::Atlas& atlas) {
    return {agreements(atlas), parties(atlas),     third_parties(atlas), bodies(atlas),
            members(atlas),    enterprises(atlas), capital(atlas),       assets(atlas),
            shares(atlas),     disputes(atlas),    claims(atlas),        segments(atlas),
            documents(atlas),  legal_bases(atlas)};
}

} // namespace antardesa::workspace
