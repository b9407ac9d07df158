#pragma once

#include "model/codes.h"

/// The closed lists of what is done about an agreement, a body, an asset or a case.
namespace antardesa::model {

/// Musyawarah Desa (UU 6/2014 art. 93), Musyawarah Antar-Desa (art. 92), a meeting on a boundary
/// dispute (Permendagri 45/2016 art. 18), any other.
enum class MeetingKind { village, inter_village, dispute, other };
enum class MeetingOutcome { none, agreed, refused, postponed };

enum class FundingSource { village_budget, third_party, community, regency_budget, other };

enum class ReportKind { execution, accountability, evaluation };

/// The four main tasks and seven functions of a BKAD, in the order of the source text.
enum class BodyTask { plans, management, preservation, accountability };
enum class BodyFunction { plans, draft_rules, programmes, execution, problems, assets, monitoring };
enum class ActivityState { planned, running, done };

/// What is done with an asset (Permendagri 1/2016 art. 7, 11; 3/2024 art. 25, 28).
/// `other_transfer`: a grant, a share in a company and the like, which the law no longer knows but
/// offices have done.
enum class CareKind {
    upkeep,
    protection,
    use,
    inventory,
    semester_report,
    exchange,
    sale,
    other_transfer
};
/// Pemanfaatan (Permendagri 1/2016 art. 11).
enum class AssetUse { none, rent, loan, joint_use, build_then_hand_over, hand_over_then_build };

/// Who proposed a cooperation with a third party (Permendagri 96/2017 art. 14, 15).
enum class Initiative { none, village, third_party };
enum class CapitalSource { village, community };

/// In what capacity a person signs a berita acara of a boundary (domain.md §3.6): of a village's
/// own team, the Kepala Desa who agrees, the camat or bupati who facilitates, the regency's team.
enum class SignatoryRole { village_team, village_head, facilitator, regency_team, witness };
enum class EvidenceKind { map, document, photo, statement, survey, other };

template<>
struct Codes<MeetingKind> {
    static constexpr std::array<Code<MeetingKind>, 4> list{
        {{MeetingKind::village, "musdes"},
         {MeetingKind::inter_village, "mad"},
         {MeetingKind::dispute, "pertemuan_sengketa"},
         {MeetingKind::other, "lain_lain"}}};
};
template<>
struct Codes<MeetingOutcome> {
    static constexpr std::array<Code<MeetingOutcome>, 4> list{
        {{MeetingOutcome::none, ""},
         {MeetingOutcome::agreed, "sepakat"},
         {MeetingOutcome::refused, "tidak_sepakat"},
         {MeetingOutcome::postponed, "ditunda"}}};
};
template<>
struct Codes<FundingSource> {
    static constexpr std::array<Code<FundingSource>, 5> list{
        {{FundingSource::village_budget, "apb_desa"},
         {FundingSource::third_party, "pihak_ketiga"},
         {FundingSource::community, "swadaya"},
         {FundingSource::regency_budget, "apbd"},
         {FundingSource::other, "lain_lain"}}};
};
template<>
struct Codes<ReportKind> {
    static constexpr std::array<Code<ReportKind>, 3> list{
        {{ReportKind::execution, "pelaksanaan"},
         {ReportKind::accountability, "pertanggungjawaban"},
         {ReportKind::evaluation, "evaluasi"}}};
};
template<>
struct Codes<BodyTask> {
    static constexpr std::array<Code<BodyTask>, 4> list{
        {{BodyTask::plans, "rencana_program"},
         {BodyTask::management, "pengelolaan_monev"},
         {BodyTask::preservation, "pelestarian_pembangunan"},
         {BodyTask::accountability, "laporan_pertanggungjawaban"}}};
};
template<>
struct Codes<BodyFunction> {
    static constexpr std::array<Code<BodyFunction>, 7> list{
        {{BodyFunction::plans, "rumusan_rencana"},
         {BodyFunction::draft_rules, "rancangan_peraturan"},
         {BodyFunction::programmes, "penjabaran_program"},
         {BodyFunction::execution, "pelaksanaan"},
         {BodyFunction::problems, "penanganan_masalah"},
         {BodyFunction::assets, "pelestarian_aset"},
         {BodyFunction::monitoring, "monitoring_pelaporan"}}};
};
template<>
struct Codes<ActivityState> {
    static constexpr std::array<Code<ActivityState>, 3> list{{{ActivityState::planned, "rencana"},
                                                              {ActivityState::running, "berjalan"},
                                                              {ActivityState::done, "selesai"}}};
};
template<>
struct Codes<CareKind> {
    static constexpr std::array<Code<CareKind>, 8> list{
        {{CareKind::upkeep, "pemeliharaan"},
         {CareKind::protection, "pengamanan"},
         {CareKind::use, "pemanfaatan"},
         {CareKind::inventory, "inventarisasi"},
         {CareKind::semester_report, "laporan_semester"},
         {CareKind::exchange, "tukar_menukar"},
         {CareKind::sale, "penjualan"},
         {CareKind::other_transfer, "pemindahtanganan_lain"}}};
};
template<>
struct Codes<AssetUse> {
    static constexpr std::array<Code<AssetUse>, 6> list{
        {{AssetUse::none, ""},
         {AssetUse::rent, "sewa"},
         {AssetUse::loan, "pinjam_pakai"},
         {AssetUse::joint_use, "kerja_sama_pemanfaatan"},
         {AssetUse::build_then_hand_over, "bangun_guna_serah"},
         {AssetUse::hand_over_then_build, "bangun_serah_guna"}}};
};
template<>
struct Codes<Initiative> {
    static constexpr std::array<Code<Initiative>, 3> list{
        {{Initiative::none, ""},
         {Initiative::village, "desa"},
         {Initiative::third_party, "pihak_ketiga"}}};
};
template<>
struct Codes<CapitalSource> {
    static constexpr std::array<Code<CapitalSource>, 2> list{
        {{CapitalSource::village, "desa"}, {CapitalSource::community, "masyarakat"}}};
};
template<>
struct Codes<SignatoryRole> {
    static constexpr std::array<Code<SignatoryRole>, 5> list{
        {{SignatoryRole::village_team, "tim_desa"},
         {SignatoryRole::village_head, "kepala_desa"},
         {SignatoryRole::facilitator, "fasilitator"},
         {SignatoryRole::regency_team, "tim_kabupaten"},
         {SignatoryRole::witness, "saksi"}}};
};
template<>
struct Codes<EvidenceKind> {
    static constexpr std::array<Code<EvidenceKind>, 6> list{
        {{EvidenceKind::map, "peta"},
         {EvidenceKind::document, "dokumen"},
         {EvidenceKind::photo, "foto"},
         {EvidenceKind::statement, "keterangan_saksi"},
         {EvidenceKind::survey, "pengukuran"},
         {EvidenceKind::other, "lain_lain"}}};
};

} // namespace antardesa::model
