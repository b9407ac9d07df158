#include "model/casework.h"
#include "workspace/register_row.h"
#include "workspace/well_known_text.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// 1 to 4; the row is refused for anything else.
std::optional<int> score(RegisterRow& row, std::string_view column) {
    const auto number = row.number(column);
    if (!number)
        return std::nullopt;
    if (*number != 1 && *number != 2 && *number != 3 && *number != 4) {
        row.refuse("workspace.register.bad_score", "register_bad_score", column);
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

std::optional<int> year(RegisterRow& row) {
    const auto number = row.number("tahun", 0, 9999);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

Id<model::Document> paper(RegisterRow& row) {
    return row.reference<model::Document>("dokumen_id", Register::document);
}

Id<model::Agreement> agreement_of(RegisterRow& row) {
    return row.reference<model::Agreement>("kerja_sama_id", Register::agreement);
}

Id<model::CooperationBody> body_of(RegisterRow& row) {
    return row.reference<model::CooperationBody>("bkad_id", Register::body);
}

Id<model::BoundaryDispute> dispute_of(RegisterRow& row) {
    return row.reference<model::BoundaryDispute>("sengketa_id", Register::dispute);
}

} // namespace

void lay_meeting(RegisterRow& row) {
    model::Meeting meeting;
    meeting.agreement = agreement_of(row);
    meeting.body = body_of(row);
    meeting.dispute = dispute_of(row);
    // Without a kind it is none that the law asks for.
    meeting.kind = row.code("jenis", meeting.dispute ? model::MeetingKind::dispute
                                                     : model::MeetingKind::other);
    meeting.village = row.village("kode_desa");
    meeting.attended = row.villages("kode_desa_hadir");
    if (row.usable() && !meeting.agreement && !meeting.body && !meeting.dispute)
        row.refuse("workspace.register.no_owner", "register_no_owner", "kerja_sama_id");
    if (!row.usable())
        return;
    meeting.place = row.text("tempat");
    meeting.agenda = row.text("agenda");
    meeting.others_attended = row.text("hadir_lain");
    meeting.outcome = row.code("hasil", meeting.outcome);
    meeting.decision = row.text("keputusan");
    meeting.document = paper(row);
    meeting.step = row.reference<model::LocalStep>("langkah_daerah_id", Register::local_step);
    const auto written = row.date("tanggal");
    meeting.date = model::was_held(meeting) ? row.unless_to_come(written, "tanggal") : written;
    meeting.id = row.already<model::Meeting>([&](const model::Meeting& other) {
        return other.kind == meeting.kind && other.agreement == meeting.agreement &&
               other.body == meeting.body && other.dispute == meeting.dispute &&
               (row.any_will_do("kode_desa") || other.village == meeting.village) &&
               (other.date == meeting.date || other.date == written);
    });
    using Meeting = model::Meeting;
    row.keep_unsaid(meeting, "kode_desa", &Meeting::village, "kode_desa_hadir", &Meeting::attended,
                    "tempat", &Meeting::place, "agenda", &Meeting::agenda, "hadir_lain",
                    &Meeting::others_attended, "hasil", &Meeting::outcome, "keputusan",
                    &Meeting::decision);
    row.keep(meeting, &model::Meeting::document, "dokumen_id");
    row.keep(meeting, &model::Meeting::step, "langkah_daerah_id");
    row.lay(std::move(meeting));
}

void lay_report(RegisterRow& row) {
    model::Report report;
    report.agreement = agreement_of(row);
    report.body = body_of(row);
    if (!report.agreement && !report.body)
        return row.refuse("workspace.register.no_owner", "register_no_owner", "kerja_sama_id");
    report.kind = row.code("jenis", report.kind);
    report.period = row.text("periode");
    report.due = row.date("jatuh_tempo");
    report.handed_in = row.date("tanggal");
    report.sender = row.text("pengirim");
    report.receiver = row.text("penerima");
    report.copies = row.text("tembusan");
    report.document = paper(row);
    report.id = row.already<model::Report>([&](const model::Report& other) {
        return other.kind == report.kind && other.agreement == report.agreement &&
               other.body == report.body &&
               (row.any_will_do("periode") || other.period == report.period) &&
               (row.any_will_do("jatuh_tempo") || other.due == report.due);
    });
    using Report = model::Report;
    row.keep_unsaid(report, "periode", &Report::period, "jatuh_tempo", &Report::due, "tanggal",
                    &Report::handed_in, "pengirim", &Report::sender, "penerima", &Report::receiver,
                    "tembusan", &Report::copies);
    row.keep(report, &model::Report::document, "dokumen_id");
    row.lay(std::move(report));
}

void lay_funding(RegisterRow& row) {
    model::Funding funding;
    funding.agreement = row.needed<model::Agreement>("kerja_sama_id", Register::agreement);
    funding.village = row.village("kode_desa");
    if (!row.usable())
        return;
    funding.third_party =
        row.reference<model::ThirdParty>("pihak_ketiga_id", Register::third_party);
    funding.source = row.code("sumber", funding.source);
    funding.year = year(row);
    funding.planned_rupiah = row.rupiah("rencana");
    funding.realised_rupiah = row.rupiah("realisasi");
    using Funding = model::Funding;
    funding.id = row.told_again(funding.agreement, &Funding::agreement, [&](const Funding& other) {
        return (row.any_will_do("kode_desa") || other.village == funding.village) &&
               row.same_link(funding.third_party, other.third_party, "pihak_ketiga_id") &&
               other.source == funding.source &&
               (row.any_will_do("tahun") || other.year == funding.year);
    });
    row.keep_unsaid(funding, "kode_desa", &Funding::village, "tahun", &Funding::year, "rencana",
                    &Funding::planned_rupiah, "realisasi", &Funding::realised_rupiah);
    row.keep(funding, &model::Funding::third_party, "pihak_ketiga_id");
    row.lay(funding);
}

void lay_problem(RegisterRow& row) {
    model::Problem problem;
    problem.agreement = row.needed<model::Agreement>("kerja_sama_id", Register::agreement);
    if (!row.usable())
        return;
    problem.date = row.date("tanggal");
    problem.description = row.text("uraian");
    problem.facilitator = row.code("fasilitator", problem.facilitator);
    problem.settlement = row.text("penyelesaian");
    problem.settled = row.date("tanggal_selesai");
    problem.document = paper(row);
    using Problem = model::Problem;
    problem.id = row.told_again(problem.agreement, &Problem::agreement, [&](const Problem& other) {
        return (row.any_will_do("tanggal") || other.date == problem.date) &&
               other.description == problem.description;
    });
    row.keep_unsaid(problem, "tanggal", &Problem::date, "fasilitator", &Problem::facilitator,
                    "penyelesaian", &Problem::settlement, "tanggal_selesai", &Problem::settled);
    row.keep(problem, &model::Problem::document, "dokumen_id");
    row.lay(std::move(problem));
}

void lay_evaluation(RegisterRow& row) {
    model::Evaluation evaluation;
    evaluation.agreement = row.needed<model::Agreement>("kerja_sama_id", Register::agreement);
    evaluation.recognition = score(row, "rekognisi");
    evaluation.togetherness = score(row, "kebersamaan");
    evaluation.mutual_help = score(row, "kegotongroyongan");
    evaluation.participation = score(row, "partisipatif");
    evaluation.democracy = score(row, "demokratis");
    evaluation.equality = score(row, "kesetaraan");
    evaluation.empowerment = score(row, "pemberdayaan");
    evaluation.sustainability = score(row, "berkelanjutan");
    evaluation.accountability = score(row, "akuntabilitas");
    if (!row.usable())
        return;
    evaluation.date = row.date("tanggal");
    evaluation.evaluator = row.text("penilai");
    evaluation.note = row.text("catatan");
    using Evaluation = model::Evaluation;
    evaluation.id =
        row.told_again(evaluation.agreement, &Evaluation::agreement, [&](const Evaluation& other) {
            return (row.any_will_do("tanggal") || other.date == evaluation.date) &&
                   (row.any_will_do("penilai") || other.evaluator == evaluation.evaluator);
        });
    row.keep_unsaid(evaluation, "tanggal", &Evaluation::date, "penilai", &Evaluation::evaluator,
                    "rekognisi", &Evaluation::recognition, "kebersamaan", &Evaluation::togetherness,
                    "kegotongroyongan", &Evaluation::mutual_help, "partisipatif",
                    &Evaluation::participation, "demokratis", &Evaluation::democracy);
    row.keep_unsaid(evaluation, "kesetaraan", &Evaluation::equality, "pemberdayaan",
                    &Evaluation::empowerment, "berkelanjutan", &Evaluation::sustainability,
                    "akuntabilitas", &Evaluation::accountability, "catatan", &Evaluation::note);
    row.lay(std::move(evaluation));
}

void lay_body_activity(RegisterRow& row) {
    model::BodyActivity activity;
    activity.body = row.needed<model::CooperationBody>("bkad_id", Register::body);
    if (!row.usable())
        return;
    activity.agreement = agreement_of(row);
    activity.task = row.code("tugas", activity.task);
    activity.function = row.code("fungsi", activity.function);
    activity.year = year(row);
    activity.date = row.date("tanggal");
    activity.description = row.text("uraian");
    activity.state = row.code("keadaan", activity.state);
    activity.document = paper(row);
    using Activity = model::BodyActivity;
    activity.id = row.told_again(activity.body, &Activity::body, [&](const Activity& other) {
        return (!activity.agreement || other.agreement == activity.agreement) &&
               (row.any_will_do("tugas") || other.task == activity.task) &&
               (row.any_will_do("fungsi") || other.function == activity.function) &&
               (row.any_will_do("tahun") || other.year == activity.year) &&
               (row.any_will_do("tanggal") || other.date == activity.date) &&
               other.description == activity.description;
    });
    row.keep_unsaid(activity, "tugas", &Activity::task, "fungsi", &Activity::function, "tahun",
                    &Activity::year, "tanggal", &Activity::date, "keadaan", &Activity::state);
    row.keep(activity, &model::BodyActivity::document, "dokumen_id");
    row.keep(activity, &model::BodyActivity::agreement, "kerja_sama_id");
    row.lay(std::move(activity));
}

void lay_asset_care(RegisterRow& row) {
    model::AssetCare care;
    care.asset = row.needed<model::SharedAsset>("aset_id", Register::asset);
    if (!row.usable())
        return;
    care.kind = row.code("jenis", care.kind);
    care.date = row.date("tanggal");
    care.description = row.text("uraian");
    care.cost_rupiah = row.rupiah("biaya");
    care.document = paper(row);
    using Care = model::AssetCare;
    care.id = row.told_again(care.asset, &Care::asset, [&](const Care& other) {
        return other.kind == care.kind && (row.any_will_do("tanggal") || other.date == care.date) &&
               (row.any_will_do("uraian") || other.description == care.description);
    });
    row.keep_unsaid(care, "tanggal", &Care::date, "uraian", &Care::description, "biaya",
                    &Care::cost_rupiah);
    row.keep(care, &model::AssetCare::document, "dokumen_id");
    row.lay(std::move(care));
}

void lay_boundary_subject(RegisterRow& row) {
    model::BoundarySubject subject;
    subject.agreement = row.needed<model::Agreement>("kerja_sama_id", Register::agreement);
    const auto [first, second] =
        std::minmax({row.village("kode_desa_1"), row.village("kode_desa_2")});
    subject.dispute = dispute_of(row);
    if (!row.usable())
        return;
    if (first)
        subject.segment = row.first<model::BoundarySegment>(
            [first = first, second = second](const model::BoundarySegment& segment) {
                return segment.first == first && segment.second == second;
            });
    const bool half_named = row.lacks("kode_desa_1") || row.lacks("kode_desa_2");
    if (!subject.segment && (half_named ? !subject.dispute : second || !subject.dispute))
        return row.refuse("workspace.register.no_segment", "register_no_segment", "kode_desa_2");
    using Subject = model::BoundarySubject;
    subject.id = row.part_of(subject.agreement, &Subject::agreement, [&](const Subject& other) {
        return (row.any_will_do("kode_desa_1") || row.any_will_do("kode_desa_2") ||
                other.segment == subject.segment) &&
               row.same_link(subject.dispute, other.dispute, "sengketa_id");
    });
    row.keep_unsaid(subject, "kode_desa_1", &Subject::segment, "kode_desa_2", &Subject::segment);
    row.keep(subject, &Subject::dispute, "sengketa_id");
    row.lay(subject);
}

void lay_proposal(RegisterRow& row) {
    model::Proposal proposal;
    proposal.dispute = row.needed<model::BoundaryDispute>("sengketa_id", Register::dispute);
    auto geometry = from_well_known_text(row.long_text("garis"));
    auto* line = geometry ? std::get_if<geo::LineSet>(&*geometry) : nullptr;
    if (!line)
        row.refuse("workspace.register.bad_geometry", "register_bad_geometry", "garis");
    if (!line || !row.usable())
        return;
    proposal.name = row.text("nama");
    proposal.method = row.text("cara");
    proposal.share = row.text("bagian");
    proposal.author = row.text("pengusul");
    proposal.date = row.date("tanggal");
    proposal.line = std::make_shared<const geo::MultiLine>(std::move(line->lines));
    proposal.id = row.told_again(
        proposal.dispute, &model::Proposal::dispute,
        [&proposal](const model::Proposal& other) { return other.name == proposal.name; });
    row.keep_unsaid(proposal, "cara", &model::Proposal::method, "bagian", &model::Proposal::share,
                    "pengusul", &model::Proposal::author, "tanggal", &model::Proposal::date);
    row.lay(std::move(proposal));
}

} // namespace antardesa::workspace
