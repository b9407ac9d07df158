#include "analysis/detail/compliance_report.h"

#include <algorithm>
#include <array>

namespace antardesa::analysis {

namespace detail {

const ComplianceRule* ComplianceReport::active(std::string_view rule, std::string_view part) const {
    const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const ComplianceRule& one) {
        return one.code == rule && one.part == part;
    });
    return found != rules_.end() && found->active ? &*found : nullptr;
}

double ComplianceReport::limit(std::string_view rule, std::string_view part) const {
    const ComplianceRule* found = active(rule, part);
    return found ? found->limit : 0;
}

void ComplianceReport::add(std::string_view rule, std::string_view part, ComplianceSubject subject,
                           std::vector<ComplianceWord> words) {
    if (const ComplianceRule* one = active(rule, part))
        found_.push_back(
            {one->code, one->part, one->severity, subject, std::move(words), one->laws});
}

Date months_after(Date day, int months) {
    const auto month = day.year() / day.month() + std::chrono::months(months);
    const Date later = month / day.day();
    return later.ok() ? later : Date(month / std::chrono::last);
}

std::string title_of(const model::Agreement& agreement) {
    return agreement.title.empty() ? agreement.number : agreement.title;
}

std::string name_of(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    return village ? village->name : std::string();
}

std::string joined_names(const model::Atlas& atlas, const std::set<Id<model::Village>>& villages,
                         std::string_view between) {
    std::string names;
    for (const Id<model::Village> village : villages)
        names += (names.empty() ? "" : std::string(between)) + name_of(atlas, village);
    return names;
}

} // namespace detail

namespace {
constexpr auto checks = std::to_array<std::string_view>({"V01.pihak",
                                                         "V01.kelurahan",
                                                         "V01.batas",
                                                         "V02.luar_kabupaten",
                                                         "V03.musdes",
                                                         "V03.tanggal",
                                                         "V03.bpd",
                                                         "V04.mad",
                                                         "V05.rencana",
                                                         "V06.instrumen",
                                                         "V06.prakarsa",
                                                         "V06.pihak_ketiga",
                                                         "V06.perorangan",
                                                         "V07.jangka_waktu",
                                                         "V07.urutan_tanggal",
                                                         "V07.isi",
                                                         "V08.nomor",
                                                         "V08.masa_jabatan",
                                                         "V08.tanda_tangan",
                                                         "V09.pembentukan",
                                                         "V09.wakil",
                                                         "V09.unsur",
                                                         "V09.perempuan",
                                                         "V10.laporan",
                                                         "V10.alamat",
                                                         "V11.alasan",
                                                         "V11.lewat",
                                                         "V11.musyawarah",
                                                         "V12.fasilitator",
                                                         "V12.mulai",
                                                         "V12.jatuh_tempo",
                                                         "V12.berita_acara",
                                                         "V12.perbup",
                                                         "V12.masalah",
                                                         "V12.tanda_tangan",
                                                         "V12.tanda_tangan_fasilitator",
                                                         "V13.penetapan",
                                                         "V13.tanggal",
                                                         "V14.dua_desa",
                                                         "V14.titik_ujung",
                                                         "V14.urutan",
                                                         "V14.di_luar_garis",
                                                         "V14.perbup",
                                                         "V14.berita_acara",
                                                         "V14.tumpang_tindih",
                                                         "V14.celah",
                                                         "V15.porsi",
                                                         "V15.tanpa_pemegang",
                                                         "V15.jual_tanah",
                                                         "V15.pemindahtanganan",
                                                         "V15.inventaris",
                                                         "V15.semester"});
} // namespace

std::span<const std::string_view> compliance_checks() {
    return checks;
}

std::vector<ComplianceFinding> check_compliance(const model::Atlas& atlas,
                                                const std::vector<ComplianceRule>& rules,
                                                Date today, Progress& progress) {
    detail::ComplianceReport report(atlas, rules, today);
    const auto each = [&](const auto& rows, auto check) {
        for (const auto& row : rows) {
            progress.check();
            check(report, row);
        }
    };
    each(atlas.agreements(), detail::check_agreement);
    each(atlas.table<model::Problem>(), detail::check_problem);
    each(atlas.table<model::BoundarySubject>(), detail::check_boundary_subject);
    each(atlas.table<model::CooperationBody>(), detail::check_body);
    each(atlas.disputes(), detail::check_dispute);
    each(atlas.segments(), detail::check_segment);
    each(atlas.table<model::BoundaryFinding>(), detail::check_flaw);
    each(atlas.assets(), detail::check_asset);
    std::vector<ComplianceFinding> found = report.take();
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.rule < b.rule; });
    return found;
}

} // namespace antardesa::analysis
