#include "base/result.h"
#include "base/text.h"
#include "io/detail/finding_list.h"
#include "io/detail/source.h"
#include "io/detail/text_limits.h"
#include "io/detail/xml_walk.h"

#include <cmath>

namespace antardesa::io::detail {

namespace {

/// What a GPX holds (topografix.com/GPX/1/1): pieces of tracks and routes are lines, waypoints are
/// points, each with its name and what it was called: trk, rte, wpt.
struct Drawn {
    std::string kind;
    std::string name;
    geo::Geometry geometry;
};

class Walk {
  public:
    std::vector<Drawn> drawn;
    std::int64_t bad_positions = 0;
    bool is_gpx = false;

    XmlEvents events() {
        return {[this](const auto& name, const auto& attributes) { open(name, attributes); },
                [this](const auto& name) { close(name); },
                [this](std::string_view text) {
                    if (naming_ && name_.size() < most_of_a_name)
                        name_ += text;
                },
                {}};
    }

  private:
    using Attributes = std::map<std::string, std::string>;
    static constexpr std::size_t most_of_a_name = 512;

    void open(const std::string& element, const Attributes& attributes) {
        is_gpx = is_gpx || (path_.empty() && element == "gpx");
        const std::string parent = path_.empty() ? std::string() : path_.back();
        path_.push_back(element);
        naming_ = element == "name" && (parent == "trk" || parent == "rte" || parent == "wpt");
        if (element == "trk" || element == "rte" || element == "wpt") {
            kind_ = element;
            name_.clear();
            line_.clear();
            first_ = drawn.size();
        }
        if (element == "trkseg")
            line_.clear();
        if (element == "trkpt" || element == "rtept" || element == "wpt")
            add_position(attributes);
    }

    void close(const std::string& element) {
        naming_ = false;
        if (!path_.empty())
            path_.pop_back();
        if (element == "trkseg" || element == "rte")
            add_line();
        if (element == "wpt" && !line_.empty())
            drawn.push_back({kind_, {}, geo::PointSet{{line_.front()}}});
        if (element == "trk" || element == "rte" || element == "wpt")
            for (std::size_t i = first_; i < drawn.size(); ++i)
                drawn[i].name = kept_name(trimmed(name_));
    }

    void add_position(const Attributes& attributes) {
        const auto number = [&](const char* key) {
            const auto found = attributes.find(key);
            return found == attributes.end() ? std::nullopt : parse_number(found->second);
        };
        const auto latitude = number("lat");
        const auto longitude = number("lon");
        const bool good =
            latitude && longitude && std::abs(*latitude) <= 90 && std::abs(*longitude) <= 180;
        bad_positions += !good;
        if (good)
            line_.push_back({*longitude, *latitude});
    }

    void add_line() {
        if (line_.size() > 1)
            drawn.push_back({kind_, {}, geo::LineSet{{line_}}});
        line_.clear();
    }

    std::vector<std::string> path_;
    std::string kind_;
    std::string name_;
    geo::Line line_;
    std::size_t first_ = 0; ///< of what belongs to the open track, route or waypoint
    bool naming_ = false;
};

class GpxSource : public Source {
  public:
    explicit GpxSource(const VectorSource& source) : findings_(source.findings) {
        Walk walk;
        const XmlOutcome outcome = walk_xml(memory_bytes(source.path), walk.events());
        require_sound(outcome, source.shown);
        if (!walk.is_gpx)
            throw Error({"io.unreadable", {source.shown, driver_name(Format::gpx)}});
        drawn_ = std::move(walk.drawn);
        if (walk.bad_positions > 0)
            FindingList(findings_).add(Severity::warning, "gpx_bad_positions", source.shown,
                                       {source.shown, std::to_string(walk.bad_positions)});
        LayerSummary& layer = layers_.emplace_back();
        layer.name = std::filesystem::path(source.path).stem().string();
        layer.features = static_cast<std::int64_t>(drawn_.size());
        layer.geometry = geometry();
        layer.crs = crs::wgs84();
        layer.fields = {{"name", FieldType::text}, {"kind", FieldType::text}};
    }

    const std::vector<LayerSummary>& layers() const override { return layers_; }
    const std::vector<Finding>& findings() const override { return findings_; }

    void read(std::size_t, LayerReading& reading, Progress& progress) const override {
        FeatureTable& table = reading.table;
        table.layer = layers_.front().name;
        table.columns = {Column("name", FieldType::text), Column("kind", FieldType::text)};
        table.features_in_file = layers_.front().features;
        for (const Drawn& one : drawn_) {
            progress.check();
            table.features.push_back(
                {static_cast<std::int64_t>(table.features.size()), one.geometry});
            table.columns[0].append(std::string_view(one.name));
            table.columns[1].append(std::string_view(one.kind));
        }
        reading.crs = crs::wgs84();
        reading.crs_named = true;
    }

  private:
    std::string geometry() const {
        bool lines = false;
        bool points = false;
        for (const Drawn& one : drawn_) {
            lines = lines || std::holds_alternative<geo::LineSet>(one.geometry);
            points = points || std::holds_alternative<geo::PointSet>(one.geometry);
        }
        return lines && points ? "mixed" : lines ? "line" : points ? "point" : "none";
    }

    std::vector<Finding> findings_;
    std::vector<Drawn> drawn_;
    std::vector<LayerSummary> layers_;
};

} // namespace

std::unique_ptr<Source> open_gpx(const VectorSource& source) {
    return std::make_unique<GpxSource>(source);
}

} // namespace antardesa::io::detail
