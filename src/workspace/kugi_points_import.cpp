#include "analysis/turning_points.h"
#include "base/text.h"
#include "model/point_verbs.h"
#include "workspace/kugi_import.h"
#include "workspace/kugi_layers.h"
#include "workspace/words.h"

#include <algorithm>
#include <map>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;
using model::TurningPoint;

/// Practitioners' radius for looking up the villages of a point (domain.md §3.3).
constexpr double lookup_m = 0.5;

std::string cell(const io::FeatureTable& table, const char* column, std::size_t row) {
    const auto index = table.column_index(column);
    return index ? trimmed(table.columns[*index].text(row)) : std::string();
}

/// The two village codes of "TK.35.29.16.2002-19.2009-000"; empty when it is none.
std::pair<std::string, std::string> codes_in(const std::string& name) {
    const auto parts = split(name, '-');
    if (parts.size() < 3 || !parts[0].starts_with("TK."))
        return {};
    const std::string first = parts[0].substr(3);
    const auto mine = split(first, '.');
    const auto rest = split(parts[1], '.');
    if (rest.size() > mine.size())
        return {};
    std::string second;
    for (std::size_t i = 0; i + rest.size() < mine.size(); ++i)
        second += mine[i] + ".";
    return {first, second + parts[1]};
}

class PointLayer {
  public:
    PointLayer(ImportDraft& draft, const model::ProjectIdentity& identity,
               const io::FeatureTable& table, Progress& progress)
        : draft_(draft), table_(table), progress_(progress),
          atlas_(model::Atlas::build(identity, draft.tables(), 0, progress)) {
        std::vector<geo::Box> boxes;
        for (const BoundarySegment& segment : atlas_->segments())
            boxes.push_back(segment.geometry ? geo::bounds(*segment.geometry).grown(1e-5)
                                             : geo::Box{});
        index_ = geo::BoxIndex(boxes);
    }

    KugiReport run() {
        look_at_fcodes(table_, kugi_points, report_.findings);
        progress_.start(static_cast<std::int64_t>(table_.features.size()));
        for (std::size_t row = 0; row < table_.features.size(); ++row) {
            progress_.check();
            progress_.advance();
            lay(row);
        }
        for (const auto& [id, points] : fresh_)
            number(*atlas_->find(id), points);
        return std::move(report_);
    }

  private:
    TurningPoint point_in(std::size_t row, const std::string& label) {
        const std::string remark = cell(table_, "REMARK", row);
        const std::string name = cell(table_, "NAMOBJ", row);
        TurningPoint point;
        point.kind = remark_value(remark, "jenis");
        if (point.kind.empty())
            point.kind = name.starts_with("TK.") ? "TK" : cell(table_, "TPBA", row);
        if (point.kind.empty() || !std::isupper(static_cast<unsigned char>(point.kind[0]))) {
            unknown(label, "TPBA", point.kind, "TK, PBU, PABU, PBA, PKB, PBP");
            point.kind = "PBU";
        }
        point.number = remark_value(remark, "nomor");
        if (point.number.empty() && point.kind != "TK")
            point.number = name;
        point.remark = cell(table_, "LOKASI", row);
        point.method = cell(table_, "METUKR", row);
        std::string accuracy = cell(table_, "AKURAV", row);
        if (accuracy.empty())
            accuracy = remark_value(remark, "akurasi_m");
        const auto metres = parse_number(accuracy);
        if (metres && *metres > 0)
            point.accuracy_m = *metres;
        else if (!accuracy.empty() &&
                 !(metres && *metres == 0)) // 0 is an empty cell of a shapefile
            unknown(label, "AKURAV", accuracy, "> 0");
        const std::string marker = remark_value(remark, "penanda");
        const auto known = model::from_code<model::PointMarker>(marker);
        if (!known)
            unknown(label, "penanda", marker, "alam, buatan");
        point.marker = known.value_or(model::PointMarker::none);
        return point;
    }

    /// A value that no list has: said with the feature, what it is and what it may be.
    void unknown(const std::string& label, const char* field, const std::string& value,
                 const char* allowed) {
        report_.findings.push_back(
            {Severity::warning,
             "kugi_unknown_value",
             label,
             std::nullopt,
             {"workspace.finding.kugi_unknown_value", {label, field, value, allowed}}});
    }

    /// By the codes in its name, else the nearest line.
    const BoundarySegment* segment_at(const std::string& name, geo::Point place) const {
        const auto [first, second] = codes_in(name);
        const auto* one = atlas_->village_by_code(first);
        const auto* other = atlas_->village_by_code(second);
        const BoundarySegment* best = nullptr;
        double least = lookup_m;
        for (const std::uint32_t at : index_.find({place, place})) {
            const BoundarySegment& segment = atlas_->segments()[at];
            const auto near = analysis::NearLine(*segment.geometry).nearest(place, lookup_m);
            if (!near)
                continue;
            if (one && other &&
                std::minmax(one->id, other->id) == std::minmax(segment.first, segment.second))
                return &segment;
            if (near->distance_m < least) {
                least = near->distance_m;
                best = &segment;
            }
        }
        return best;
    }

    void lay(std::size_t row) {
        const std::string name = cell(table_, "NAMOBJ", row);
        const std::string label =
            name.empty() ? "#" + std::to_string(table_.features[row].fid) : name;
        const auto* set = std::get_if<geo::PointSet>(&table_.features[row].geometry);
        const BoundarySegment* segment =
            set && !set->points.empty() ? segment_at(name, set->points.front()) : nullptr;
        if (!segment) {
            std::optional<Place> place;
            if (set && !set->points.empty())
                place = Place{set->points.front().x, set->points.front().y};
            report_.findings.push_back({Severity::warning,
                                        "kugi_point_unmatched",
                                        label,
                                        place,
                                        {"workspace.finding.kugi_point_unmatched", {label}}});
            return;
        }
        ++report_.matched;
        TurningPoint point = point_in(row, label);
        point.position = set->points.front();
        fresh_[segment->id].push_back(std::move(point));
    }

    bool is_known(const std::vector<TurningPoint>& points, const TurningPoint& fresh,
                  const analysis::NearLine& near) const {
        return std::any_of(points.begin(), points.end(), [&](const TurningPoint& point) {
            return point.kind == fresh.kind &&
                   geo::distance(near.to_metres(point.position), near.to_metres(fresh.position)) <
                       analysis::on_line_m;
        });
    }

    void number(const BoundarySegment& segment, const std::vector<TurningPoint>& fresh) {
        std::vector<TurningPoint> points;
        for (const TurningPoint* point : atlas_->points_of(segment.id))
            points.push_back(*point);
        const std::vector<TurningPoint> known = points; // two of the file may lie close together
        // What a Perbup fixed takes its points from a file once: they are those of its annex.
        const bool points_are_new = points.empty();
        const analysis::NumberedLine line(*atlas_, segment);
        const analysis::NearLine near(*segment.geometry);
        for (TurningPoint point : fresh) {
            const auto station = line.station(point.position);
            // A file's decimals may fall short of the tolerance; the line does not move for them.
            if (station && model::lies_on_line(point) && station->off_m <= lookup_m)
                point.position = station->place;
            if (!is_known(known, point, near))
                points.push_back(std::move(point));
        }
        const auto edit = model::replace_points(
            *atlas_, {{"edit.add_point", {}},
                      segment.id,
                      analysis::numbered(line, std::move(points)),
                      points_are_new ? segment.document : Id<model::Document>{}});
        if (!edit) {
            report_.findings.push_back({Severity::warning, "kugi_points_refused",
                                        pair_name(*atlas_, segment.first, segment.second),
                                        std::nullopt, edit.refusal().message});
            return;
        }
        for (const model::RowWrite& write : edit.value().writes)
            if (const auto* put = std::get_if<model::Put<TurningPoint>>(&write)) {
                TurningPoint row = put->row;
                if (!atlas_->find(row.id))
                    row.id = {}; // several segments are laid on one draft: it knows the next id
                draft_.put(std::move(row));
            }
    }

    ImportDraft& draft_;
    const io::FeatureTable& table_;
    Progress& progress_;
    std::shared_ptr<const model::Atlas> atlas_;
    geo::BoxIndex index_;
    std::map<Id<BoundarySegment>, std::vector<TurningPoint>> fresh_;
    KugiReport report_;
};

} // namespace

KugiReport lay_boundary_points(ImportDraft& draft, const model::ProjectIdentity& identity,
                               const io::FeatureTable& table, Progress& progress) {
    return PointLayer(draft, identity, table, progress).run();
}

} // namespace antardesa::workspace
