#include "workspace/kugi_import.h"

#include "analysis/line_match.h"
#include "analysis/segments.h"
#include "base/text.h"
#include "model/state_papers.h"
#include "workspace/kugi_layers.h"
#include "workspace/kugi_line.h"
#include "workspace/words.h"

#include <algorithm>
#include <map>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;
using model::Document;
using model::SegmentState;

/// How far a line that names the pair may lie off: two digitisings of one line at 1:25.000.
constexpr double same_pair_m = 25;

std::string cell(const io::FeatureTable& table, const char* column, std::size_t row) {
    const auto index = table.column_index(column);
    return index ? trimmed(table.columns[*index].text(row)) : std::string();
}

/// The middle vertex, where a person is taken to look.
std::optional<Place> place_of(const geo::MultiLine& lines) {
    if (lines.empty() || lines.front().empty())
        return std::nullopt;
    const geo::Point at = lines.front()[lines.front().size() / 2];
    return Place{at.x, at.y};
}

Finding finding_of(const char* code, const std::string& subject, std::vector<std::string> arguments,
                   std::optional<Place> place = std::nullopt) {
    return {Severity::warning,
            code,
            subject,
            place,
            {std::string("workspace.finding.") + code, std::move(arguments)}};
}

class LineLayer {
  public:
    LineLayer(ImportDraft& draft, const model::ProjectIdentity& identity,
              const io::FeatureTable& table, Progress& progress)
        : draft_(draft), table_(table), progress_(progress),
          atlas_(model::Atlas::build(identity, draft.tables(), 0, progress)) {
        std::vector<geo::Box> boxes;
        for (const BoundarySegment& segment : atlas_->segments()) {
            boxes.push_back(segment.geometry ? geo::bounds(*segment.geometry).grown(3e-4)
                                             : geo::Box{});
            by_pair_.emplace(std::minmax(segment.first, segment.second), segment.id);
        }
        index_ = geo::BoxIndex(boxes);
    }

    KugiReport run() {
        look_at_fcodes(table_, kugi_lines, report_.findings);
        progress_.start(static_cast<std::int64_t>(table_.features.size()));
        for (std::size_t row = 0; row < table_.features.size(); ++row) {
            progress_.check();
            progress_.advance();
            match(row);
        }
        for (const auto& [id, said] : said_)
            settle(*atlas_->find(id), said);
        return std::move(report_);
    }

  private:
    using Said = KugiLine;

    std::string label(std::size_t row) const {
        const std::string pair = cell(table_, "ADMIN1", row) + " – " + cell(table_, "ADMIN2", row);
        return pair == " – " ? "#" + std::to_string(table_.features[row].fid) : pair;
    }

    /// The segment of the two codes, where both are known.
    const BoundarySegment* by_codes(std::size_t row) const {
        const auto* first = atlas_->village_by_code(cell(table_, "ADMIN1", row));
        const auto* second = atlas_->village_by_code(cell(table_, "ADMIN2", row));
        if (!first || !second)
            return nullptr;
        const auto at = by_pair_.find(std::minmax(first->id, second->id));
        return at == by_pair_.end() ? nullptr : atlas_->find(at->second);
    }

    /// The segment that a line lies on, by the greatest share of the line.
    const BoundarySegment* by_place(const geo::MultiLine& lines) const {
        const BoundarySegment* best = nullptr;
        double most = analysis::same_line_share;
        for (const std::uint32_t at : index_.find(geo::bounds(lines))) {
            const BoundarySegment& segment = atlas_->segments()[at];
            const double share = analysis::share_along(lines, analysis::NearLine(*segment.geometry),
                                                       analysis::same_line_m);
            if (share >= most) {
                most = share;
                best = &segment;
            }
        }
        return best;
    }

    void match(std::size_t row) {
        const auto* set = std::get_if<geo::LineSet>(&table_.features[row].geometry);
        if (!set || set->lines.empty()) {
            report_.findings.push_back(finding_of("kugi_line_empty", label(row), {label(row)}));
            return;
        }
        const BoundarySegment* segment = by_codes(row);
        const double tolerance = segment ? same_pair_m : analysis::same_line_m;
        if (segment && (!segment->geometry ||
                        analysis::share_along(set->lines, analysis::NearLine(*segment->geometry),
                                              tolerance) < analysis::same_line_share)) {
            report_.findings.push_back(
                finding_of("kugi_line_elsewhere", label(row),
                           {label(row), pair_name(*atlas_, segment->first, segment->second)},
                           place_of(set->lines)));
            return;
        }
        if (!segment)
            segment = by_place(set->lines);
        if (!segment) {
            report_.findings.push_back(
                finding_of("kugi_line_unmatched", label(row), {label(row)}, place_of(set->lines)));
            return;
        }
        ++report_.matched;
        Said said = read_kugi_line(table_, row, label(row), report_.findings);
        said.share =
            analysis::share_along(*segment->geometry, analysis::NearLine(set->lines), tolerance);
        said_[segment->id].push_back(std::move(said));
    }

    /// What several lines of one segment say in common; what they contradict each other in is left.
    static Said together(const std::vector<Said>& all) {
        Said said = all.front();
        for (const Said& other : all) {
            said.pillars = said.pillars && other.pillars;
            if (other.character != said.character)
                said.character = model::LineCharacter::none;
            if (other.workflow != said.workflow)
                said.workflow = model::BoundaryWorkflow::none;
            if (other.accuracy_m != said.accuracy_m)
                said.accuracy_m.reset();
            if (other.method != said.method)
                said.method.clear();
        }
        return said;
    }

    /// Lays what all lines of a segment say together.
    void settle(const BoundarySegment& segment, const std::vector<Said>& all) {
        const std::string pair = pair_name(*atlas_, segment.first, segment.second);
        const auto place = place_of(*segment.geometry);
        double share = 0;
        bool agree = true;
        for (const Said& said : all) {
            share += said.share;
            agree = agree && said.state == all.front().state;
        }
        Said said = together(all);
        if (!agree) {
            report_.findings.push_back(finding_of("kugi_states_differ", pair, {pair}, place));
            return;
        }
        if (share < analysis::same_line_share && said.state &&
            said.state != SegmentState::untraced) {
            report_.findings.push_back(
                finding_of("kugi_line_partial", pair,
                           {pair, std::to_string(static_cast<int>(share * 100))}, place));
            return;
        }
        if (said.state && model::paper_of(*said.state) && !has_document(said) &&
            said.state != segment.state) {
            report_.findings.push_back(finding_of(said.state == SegmentState::enacted
                                                      ? "kugi_official_without_document"
                                                      : "kugi_agreed_without_document",
                                                  pair, {pair}, place));
            said.state.reset();
        }
        if (said.state && keeps_own(segment, said)) {
            if (says_less(segment, said))
                report_.findings.push_back(finding_of("kugi_state_kept", pair, {pair}, place));
            said.state.reset();
        }
        lay(segment, said);
    }

    /// The project knows more, or something that a file does not settle.
    static bool keeps_own(const BoundarySegment& segment, const Said& said) {
        return segment.state != SegmentState::untraced && said.state != segment.state &&
               (segment.state == SegmentState::disputed || segment.state == SegmentState::enacted ||
                *said.state < segment.state);
    }
    /// "Belum ditegaskan" is what every state between the agreement and its beginning is called.
    static bool says_less(const BoundarySegment& segment, const Said& said) {
        return !said.undetermined || segment.state == SegmentState::agreed ||
               segment.state == SegmentState::enacted;
    }
    static bool has_document(const Said& said) {
        return !said.document.number.empty() || !said.document.title.empty();
    }

    void lay(const BoundarySegment& segment, const Said& said) {
        BoundarySegment row = segment;
        row.pillars = row.pillars || said.pillars;
        if (said.character != model::LineCharacter::none)
            row.character = said.character;
        if (said.workflow != model::BoundaryWorkflow::none)
            row.workflow = said.workflow;
        if (said.accuracy_m)
            row.accuracy_m = said.accuracy_m;
        if (!said.method.empty())
            row.method = said.method;
        if (said.state) {
            row.state = *said.state;
            if (has_document(said) && said.state != SegmentState::untraced)
                row.document = document_named(said);
            report_paper(row);
        }
        if (row.state != segment.state || row.pillars != segment.pillars ||
            row.document != segment.document || row.character != segment.character ||
            row.workflow != segment.workflow || row.accuracy_m != segment.accuracy_m ||
            row.method != segment.method)
            draft_.put(std::move(row));
    }

    /// The state comes in as the file has it; that its paper does not carry it yet is said, and
    /// stays a finding of the project.
    void report_paper(const BoundarySegment& row) {
        const Document* document = draft_.table<Document>().find(row.document);
        if (const auto refusal = model::paper_refusal(*atlas_, row, row.state, document);
            refusal && model::paper_of(row.state))
            report_.findings.push_back({Severity::warning, "kugi_paper_incomplete",
                                        pair_name(*atlas_, row.first, row.second),
                                        place_of(*row.geometry), refusal->message});
    }

    Id<Document> document_named(const Said& said) {
        const Document& wanted = said.document;
        for (const Document& document : draft_.table<Document>())
            if (document.kind == wanted.kind &&
                ((!wanted.number.empty() &&
                  (document.number == wanted.number || document_text(document) == wanted.number)) ||
                 (wanted.number.empty() && document.title == wanted.title)) &&
                (!wanted.date || document.date == wanted.date))
                return document.id;
        return draft_.put(wanted);
    }
    static std::string document_text(const Document& document) {
        return document.title.empty() ? document.number : document.number + " · " + document.title;
    }

    ImportDraft& draft_;
    const io::FeatureTable& table_;
    Progress& progress_;
    std::shared_ptr<const model::Atlas> atlas_;
    geo::BoxIndex index_;
    std::map<std::pair<Id<model::Village>, Id<model::Village>>, Id<BoundarySegment>> by_pair_;
    std::map<Id<BoundarySegment>, std::vector<Said>> said_;
    KugiReport report_;
};

bool all_are(const io::FeatureTable& table, std::size_t kind) {
    return std::all_of(table.features.begin(), table.features.end(), [kind](const auto& feature) {
        return feature.geometry.index() == kind || feature.geometry.index() == 0;
    });
}

} // namespace

KugiLayer kugi_layer_of(const io::FeatureTable& table) {
    constexpr std::size_t points = 1;
    constexpr std::size_t lines = 2; // of geo::Geometry's alternatives
    if (all_are(table, lines) && table.column_index("ADMIN1") && table.column_index("ADMIN2") &&
        table.column_index("STSBTS"))
        return KugiLayer::boundary_lines;
    if (all_are(table, points) && (table.column_index("TPBA") || table.column_index("KLSPLR")))
        return KugiLayer::boundary_points;
    return KugiLayer::none;
}

KugiReport lay_boundary_lines(ImportDraft& draft, const model::ProjectIdentity& identity,
                              const io::FeatureTable& table, Progress& progress) {
    return LineLayer(draft, identity, table, progress).run();
}

} // namespace antardesa::workspace
