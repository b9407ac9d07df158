#include "workspace/case_lines.h"

#include "base/text.h"
#include "model/village_law.h"
#include "workspace/card_builder.h"
#include "workspace/compliance_text.h"
#include "workspace/papers.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

std::string joined(const std::string& first, const std::string& second) {
    return second.empty() ? first : first.empty() ? second : first + " · " + second;
}

/// "Peta desa 1987"; a title that tells this year already gets it no second time, and one that
/// tells another number keeps that apart: "Peta desa 1987, 2015".
std::string dated_title(const model::Evidence& row) {
    const std::string year = row.year ? std::to_string(*row.year) : std::string();
    if (year.empty() || row.title.find(year) != std::string::npos)
        return row.title;
    const bool has_number = row.title.find_first_of("0123456789") != std::string::npos;
    return row.title + (row.title.empty() ? "" : has_number ? ", " : " ") + year;
}

class CaseText {
  public:
    CaseText(const Shown& shown, const Words& words, const model::BoundaryDispute& dispute,
             const std::array<Id<model::Village>, 2>& sides)
        : shown_(shown), atlas_(*shown.atlas), words_(words), dispute_(dispute), sides_(sides) {}

    std::vector<CaseLine> evidence() const {
        std::vector<CaseLine> lines;
        for (const model::Evidence* row : atlas_.evidence(dispute_.id)) {
            const std::string& title = row->title;
            const std::string kind = words_.name("evidence_kind", row->kind);
            lines.push_back({lower_case(title) == lower_case(kind) ? kind : joined(kind, title),
                             evidence_detail(*row), side_of(row->village)});
        }
        return lines;
    }

    std::vector<CaseLine> meetings() const {
        std::vector<const model::Meeting*> held;
        for (const model::Meeting* meeting : atlas_.meetings(dispute_.id))
            held.push_back(meeting);
        std::stable_sort(held.begin(), held.end(), [](const auto* a, const auto* b) {
            return a->date && (!b->date || *b->date < *a->date);
        });
        std::vector<CaseLine> lines;
        for (const model::Meeting* meeting : held) {
            const std::string outcome = meeting->outcome == model::MeetingOutcome::none
                                            ? std::string()
                                            : words_.name("meeting_outcome", meeting->outcome);
            lines.push_back(
                {joined(words_.date(meeting->date), meeting->place),
                 joined(joined(outcome, meeting->decision), attended(attending_villages(*meeting))),
                 {},
                 attended(meeting->others_attended)});
        }
        return lines;
    }

    /// The village's own map with year and scale, else what it says its claim rests on.
    std::string source(std::size_t side) const {
        for (const model::Evidence* row : atlas_.evidence(dispute_.id)) {
            if (row->village != sides_.at(side) || row->kind != model::EvidenceKind::map)
                continue;
            const std::string text = dated_title(*row);
            return row->scale.empty() ? text
                                      : words_.say("workspace.proposal.source", {text, row->scale});
        }
        for (const model::Claim* claim : atlas_.claims(dispute_.id))
            if (claim->village == sides_.at(side))
                return claim->basis;
        return {};
    }

    /// What the law asks for, then what the minutes lack; between two kabupaten there are none.
    std::vector<std::string> open_points() const {
        std::vector<std::string> points;
        if (!shown_.cooperation)
            return points;
        for (const analysis::ComplianceFinding& finding : shown_.cooperation->compliance)
            if (subject_of(finding.subject) == Subject{SubjectKind::dispute, dispute_.id.value})
                points.push_back(finding.rule + " · " +
                                 compliance_text(finding, words_.language(), words_.in_city()));
        if (model::is_outside_village_law(atlas_.tables(), dispute_))
            return points;
        PaperRequest minutes;
        minutes.dispute = dispute_.id;
        for (const std::string& missing :
             missing_in_minutes({atlas_, words_.language(), words_.today(), {}}, minutes))
            points.push_back(words_.say("workspace.proposal.minutes_lack", {missing}));
        return points;
    }

  private:
    /// Whose it is in words, for colour alone tells it to nobody who does not see colours.
    std::string evidence_detail(const model::Evidence& row) const {
        std::string detail = row.village ? village_name(atlas_, row.village) : std::string();
        if (row.year)
            detail =
                joined(detail, words_.say("workspace.proposal.year", {std::to_string(*row.year)}));
        return joined(joined(detail, row.issuer), row.scale);
    }

    std::string attending_villages(const model::Meeting& meeting) const {
        std::string names;
        for (const Id<model::Village> village : meeting.attended)
            names += (names.empty() ? "" : ", ") + village_name(atlas_, village);
        return names;
    }

    std::string attended(const std::string& who) const {
        return who.empty() ? std::string() : words_.say("workspace.proposal.attended", {who});
    }

    std::optional<std::size_t> side_of(Id<model::Village> village) const {
        for (std::size_t side = 0; side < 2; ++side)
            if (village == sides_.at(side))
                return side;
        return std::nullopt;
    }

    const Shown& shown_;
    const model::Atlas& atlas_;
    const Words& words_;
    const model::BoundaryDispute& dispute_;
    const std::array<Id<model::Village>, 2>& sides_;
};

} // namespace

void add_case_lines(ProposalView& view, const Shown& shown, const Words& words,
                    const model::BoundaryDispute& dispute,
                    const std::array<Id<model::Village>, 2>& sides) {
    const CaseText text(shown, words, dispute, sides);
    view.evidence = text.evidence();
    view.meetings = text.meetings();
    view.claim_sources = {text.source(0), text.source(1)};
    view.open_points = text.open_points();
}

} // namespace antardesa::workspace
