#include "base/text.h"
#include "workspace/register_row.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::optional<geo::Point> position(RegisterRow& row) {
    const auto longitude = row.number("bujur", -180, 180);
    const auto latitude = row.number("lintang", -90, 90);
    if (!longitude || !latitude)
        return std::nullopt;
    return geo::Point{*longitude, *latitude};
}

/// "1;3": which of the four aims.
std::bitset<4> aims(RegisterRow& row) {
    std::bitset<4> set;
    bool unknown = false;
    for (const std::string& part : split(row.text("tujuan"), ';')) {
        const auto number = parse_integer(trimmed(part));
        if (number && *number >= 1 && *number <= 4)
            set.set(static_cast<std::size_t>(*number - 1));
        else
            unknown = unknown || !trimmed(part).empty();
    }
    if (unknown)
        row.warn("workspace.register.unknown_part", "register_unknown_part", "tujuan");
    return set;
}

model::Agreement read_agreement(RegisterRow& row) {
    model::Agreement agreement;
    agreement.number = row.text("nomor");
    agreement.title = row.text("judul");
    agreement.branch = row.code("cabang", agreement.branch);
    agreement.kind = row.code("jenis", agreement.kind);
    agreement.field = row.code("bidang", agreement.field);
    agreement.current_field = row.code("bidang_kini", agreement.current_field);
    agreement.aims = aims(row);
    agreement.stage = row.code("tahap", agreement.stage);
    agreement.end_reason = row.code("alasan_berakhir", agreement.end_reason);
    agreement.signed_on = row.date("tanggal");
    agreement.starts = row.date("mulai");
    agreement.ends = row.date("berakhir");
    agreement.body = row.reference<model::CooperationBody>("bkad_id", Register::body);
    agreement.value_rupiah = row.rupiah("nilai");
    agreement.last_report = row.date("laporan_terakhir");
    agreement.document = row.reference<model::Document>("dokumen_id", Register::document);
    agreement.remark = row.text("keterangan");
    agreement.initiative = row.code("prakarsa", agreement.initiative);
    if (const auto months = row.number("interval_laporan", 1, 600))
        agreement.report_months = static_cast<int>(*months);
    if (row.context().only)
        agreement.amends = row.reference<model::Agreement>("mengubah_id", Register::agreement);
    agreement.postponed_until = row.date("ditunda_sampai");
    agreement.content_scope = row.text("isi_ruang_lingkup");
    agreement.content_field = row.text("isi_bidang");
    agreement.content_procedure = row.text("isi_tata_cara");
    agreement.content_term = row.text("isi_jangka_waktu");
    agreement.content_rights = row.text("isi_hak_kewajiban");
    agreement.content_funding = row.text("isi_pendanaan");
    agreement.content_change = row.text("isi_perubahan");
    agreement.content_settlement = row.text("isi_perselisihan");
    return agreement;
}

void keep_unsaid(RegisterRow& row, model::Agreement& agreement) {
    using A = model::Agreement;
    row.keep_unsaid(agreement, "nomor", &A::number, "cabang", &A::branch, "jenis", &A::kind,
                    "bidang", &A::field, "bidang_kini", &A::current_field, "tujuan", &A::aims,
                    "tahap", &A::stage, "alasan_berakhir", &A::end_reason, "tanggal", &A::signed_on,
                    "mulai", &A::starts, "berakhir", &A::ends, "nilai", &A::value_rupiah,
                    "laporan_terakhir", &A::last_report, "keterangan", &A::remark);
    row.keep_unsaid(agreement, "prakarsa", &A::initiative, "interval_laporan", &A::report_months,
                    "mengubah_id", &A::amends, "ditunda_sampai", &A::postponed_until,
                    "isi_ruang_lingkup", &A::content_scope, "isi_bidang", &A::content_field,
                    "isi_tata_cara", &A::content_procedure, "isi_jangka_waktu", &A::content_term,
                    "isi_hak_kewajiban", &A::content_rights, "isi_pendanaan", &A::content_funding,
                    "isi_perubahan", &A::content_change, "isi_perselisihan",
                    &A::content_settlement);
}

} // namespace

void lay_third_party(RegisterRow& row) {
    model::ThirdParty party;
    party.name = row.text("nama");
    party.kind = row.code("jenis", party.kind);
    party.address = row.text("alamat");
    party.position = position(row);
    party.id = row.already<model::ThirdParty>(
        [&party](const model::ThirdParty& other) { return other.name == party.name; });
    row.keep_unsaid(party, "jenis", &model::ThirdParty::kind, "alamat", &model::ThirdParty::address,
                    "bujur", &model::ThirdParty::position, "lintang", &model::ThirdParty::position);
    row.lay(std::move(party));
}

void lay_agreement(RegisterRow& row) {
    model::Agreement agreement = read_agreement(row);
    agreement.id = row.already<model::Agreement>([&](const model::Agreement& other) {
        return other.title == agreement.title &&
               (row.any_will_do("nomor") || other.number == agreement.number);
    });
    keep_unsaid(row, agreement);
    row.keep(agreement, &model::Agreement::document, "dokumen_id");
    row.keep(agreement, &model::Agreement::body, "bkad_id");
    if (row.context().only && agreement.id && agreement.amends == agreement.id)
        row.warn("workspace.register.amends_itself", "register_amends_itself", "mengubah_id");
    const std::string amended = row.text("mengubah_id");
    const bool later = !amended.empty() && !row.context().only;
    if (const model::Agreement* before =
            row.context().draft.table<model::Agreement>().find(agreement.id);
        later && before && std::to_string(before->amends.value) == amended)
        agreement.amends = before->amends;
    const Id<model::Agreement> id = row.lay(std::move(agreement));
    const auto about = [&row](const char* key, const char* code) {
        return row.finding(Severity::warning, key, code, "mengubah_id");
    };
    if (later && id)
        row.context().amendments.push_back(
            {id, amended, about("workspace.register.lost_reference", "register_lost_reference"),
             about("workspace.register.amends_itself", "register_amends_itself")});
}

void lay_agreement_party(RegisterRow& row) {
    model::AgreementParty party;
    party.agreement = row.needed<model::Agreement>("kerja_sama_id", Register::agreement);
    party.village = row.village("kode_desa");
    if (!row.text("pihak_ketiga_id").empty())
        party.third_party = row.needed<model::ThirdParty>("pihak_ketiga_id", Register::third_party);
    party.outside_village = row.text("desa_luar");
    party.outside_code = row.text("kode_luar");
    const int named =
        int{!!party.village} + int{!!party.third_party} + int{!party.outside_village.empty()};
    if (row.usable() && named != 1)
        row.refuse("workspace.register.one_party", "register_one_party", "kode_desa");
    if (!row.usable())
        return;
    party.role = row.text("peran");
    party.number = row.text("nomor");
    party.date = row.date("tanggal");
    party.signatory = row.text("penandatangan");
    party.deliberation = row.date("tanggal_musdes");
    party.council_consent = row.yes("persetujuan_bpd");
    party.share_rupiah = row.rupiah("bagian");
    party.promulgated = row.date("tanggal_diundangkan");
    party.medium_term_plan = row.text("rpjm_desa");
    party.annual_plan = row.text("rkp_desa");
    party.term_from = row.date("jabatan_mulai");
    party.term_to = row.date("jabatan_sampai");
    using Party = model::AgreementParty;
    party.id = row.part_of(party.agreement, &Party::agreement, [&party](const Party& other) {
        return other.village == party.village && other.third_party == party.third_party &&
               other.outside_village == party.outside_village;
    });
    row.keep_unsaid(party, "kode_luar", &Party::outside_code, "peran", &Party::role, "nomor",
                    &Party::number, "tanggal", &Party::date, "penandatangan", &Party::signatory,
                    "tanggal_musdes", &Party::deliberation, "persetujuan_bpd",
                    &Party::council_consent, "bagian", &Party::share_rupiah);
    row.keep_unsaid(party, "tanggal_diundangkan", &Party::promulgated, "rpjm_desa",
                    &Party::medium_term_plan, "rkp_desa", &Party::annual_plan, "jabatan_mulai",
                    &Party::term_from, "jabatan_sampai", &Party::term_to);
    row.lay(std::move(party));
}

void lay_body(RegisterRow& row) {
    model::CooperationBody body;
    body.name = row.text("nama");
    body.district = row.district("kode_kecamatan");
    body.founding = row.reference<model::Document>("dokumen_id", Register::document);
    body.founded = row.date("tanggal");
    body.id = row.already<model::CooperationBody>(
        [&body](const model::CooperationBody& other) { return other.name == body.name; });
    row.keep_unsaid(body, "kode_kecamatan", &model::CooperationBody::district, "tanggal",
                    &model::CooperationBody::founded);
    row.keep(body, &model::CooperationBody::founding, "dokumen_id");
    row.lay(std::move(body));
}

void lay_body_member(RegisterRow& row) {
    model::BodyMember member;
    member.body = row.needed<model::CooperationBody>("bkad_id", Register::body);
    member.village = row.village("kode_desa");
    if (!row.usable())
        return;
    member.person = row.text("nama");
    member.office = row.text("jabatan");
    member.element = row.code("unsur", member.element);
    member.gender = row.code("kelamin", member.gender);
    member.term_from = row.date("jabatan_mulai");
    member.term_to = row.date("jabatan_sampai");
    using Member = model::BodyMember;
    member.id = row.part_of(member.body, &Member::body, [&](const Member& other) {
        return other.person == member.person &&
               (row.any_will_do("kode_desa") || other.village == member.village);
    });
    row.keep_unsaid(member, "kode_desa", &Member::village, "jabatan", &Member::office, "unsur",
                    &Member::element, "kelamin", &Member::gender, "jabatan_mulai",
                    &Member::term_from, "jabatan_sampai", &Member::term_to);
    row.lay(std::move(member));
}

void lay_enterprise(RegisterRow& row) {
    model::JointEnterprise enterprise;
    enterprise.name = row.text("nama");
    enterprise.state = row.code("keadaan", enterprise.state);
    enterprise.certificate = row.text("nomor_sertifikat");
    enterprise.certificate_date = row.date("tanggal_sertifikat");
    enterprise.businesses = row.text("bidang_usaha");
    enterprise.director = row.text("direktur");
    enterprise.address = row.text("alamat");
    enterprise.adviser = row.text("penasihat");
    enterprise.supervisor = row.text("pengawas");
    enterprise.founding = row.reference<model::Document>("dokumen_id", Register::document);
    enterprise.id =
        row.already<model::JointEnterprise>([&enterprise](const model::JointEnterprise& other) {
            return other.name == enterprise.name;
        });
    using Enterprise = model::JointEnterprise;
    row.keep_unsaid(enterprise, "keadaan", &Enterprise::state, "nomor_sertifikat",
                    &Enterprise::certificate, "tanggal_sertifikat", &Enterprise::certificate_date,
                    "bidang_usaha", &Enterprise::businesses, "direktur", &Enterprise::director,
                    "alamat", &Enterprise::address, "penasihat", &Enterprise::adviser, "pengawas",
                    &Enterprise::supervisor);
    row.keep(enterprise, &Enterprise::founding, "dokumen_id");
    row.lay(std::move(enterprise));
}

void lay_enterprise_capital(RegisterRow& row) {
    model::EnterpriseCapital capital;
    capital.enterprise =
        row.needed<model::JointEnterprise>("bum_desa_bersama_id", Register::enterprise);
    capital.village = row.village("kode_desa");
    capital.outside_village = row.text("desa_luar");
    if (row.usable() && !capital.village && capital.outside_village.empty())
        row.refuse("workspace.register.missing_value", "register_missing_value", "kode_desa");
    if (!row.usable())
        return;
    const auto amount = row.rupiah("nilai");
    capital.amount_rupiah = amount.value_or(0);
    capital.source = row.code("asal", capital.source);
    capital.date = row.date("tanggal");
    using Capital = model::EnterpriseCapital;
    capital.id = row.part_of(capital.enterprise, &Capital::enterprise, [&](const Capital& other) {
        return other.village == capital.village &&
               other.outside_village == capital.outside_village &&
               (row.any_will_do("asal") || other.source == capital.source) &&
               (row.any_will_do("tanggal") || other.date == capital.date);
    });
    if (const Capital* before = row.context().draft.table<Capital>().find(capital.id);
        before && !amount)
        capital.amount_rupiah = before->amount_rupiah;
    row.keep_unsaid(capital, "asal", &Capital::source, "tanggal", &Capital::date);
    row.lay(std::move(capital));
}

} // namespace antardesa::workspace
