#include "workspace/kugi_import.h"

#include "analysis/line_match.h"
#include "analysis/segments.h"
#include "base/text.h"
#include "workspace/kugi_layers.h"
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

/// What one line says about the segment under it.
struct Said {
    SegmentState state = SegmentState::untraced;
    bool pillars = false;
    std::string document; ///< number or title
    double share = 0;     ///< of the segment
};

/// What a line's attributes mean; nothing for STSBTS values that say nothing.
std::optional<Said> said_by(const io::FeatureTable& table, std::size_t row) {
    const std::string remark = cell(table, "REMARK", row);
    Said said;
    said.pillars = remark_value(remark, "pilar") == "ya";
    said.document = remark_value(remark, "dokumen");
    if (said.document.empty())
        said.document = cell(table, "UUPP", row);
    if (const auto own = model::from_code<SegmentState>(remark_value(remark, "keadaan"))) {
        said.state = *own;
        return said;
    }
    const std::string status = cell(table, "STSBTS", row);
    if (status == "1")
        said.state = SegmentState::enacted;
    else if (status == "2")
        said.state = SegmentState::agreed;
    else if (status == "3")
        said.state = SegmentState::untraced;
    else
        return std::nullopt;
    return said;
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
        if (auto said = said_by(table_, row)) {
            said->share = analysis::share_along(*segment->geometry, analysis::NearLine(set->lines),
                                                tolerance);
            said_[segment->id].push_back(*said);
        }
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
        Said said = all.front();
        if (!agree) {
            report_.findings.push_back(finding_of("kugi_states_differ", pair, {pair}, place));
            return;
        }
        if (share < analysis::same_line_share && said.state != SegmentState::untraced) {
            report_.findings.push_back(
                finding_of("kugi_line_partial", pair,
                           {pair, std::to_string(static_cast<int>(share * 100))}, place));
            return;
        }
        if (said.state == SegmentState::enacted && said.document.empty()) {
            report_.findings.push_back(
                finding_of("kugi_official_without_document", pair, {pair}, place));
            return;
        }
        if (segment.state != SegmentState::untraced && said.state != segment.state &&
            (segment.state == SegmentState::disputed || segment.state == SegmentState::enacted ||
             said.state < segment.state)) {
            if (said.state != SegmentState::untraced)
                report_.findings.push_back(finding_of("kugi_state_kept", pair, {pair}, place));
            return;
        }
        lay(segment, said);
    }

    void lay(const BoundarySegment& segment, const Said& said) {
        BoundarySegment row = segment;
        row.state = said.state;
        row.pillars = row.pillars || said.pillars;
        if (!said.document.empty() && said.state != SegmentState::untraced)
            row.document = document_named(said);
        if (row.state != segment.state || row.pillars != segment.pillars ||
            row.document != segment.document)
            draft_.put(std::move(row));
    }

    Id<Document> document_named(const Said& said) {
        for (const Document& document : draft_.table<Document>())
            if (document.number == said.document || document.title == said.document ||
                document_text(document) == said.document)
                return document.id;
        Document document;
        document.kind = said.state == SegmentState::enacted ? "perbup" : "berita_acara";
        document.number = said.document;
        return draft_.put(std::move(document));
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
    return !table.features.empty() &&
           std::all_of(table.features.begin(), table.features.end(), [kind](const auto& feature) {
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
