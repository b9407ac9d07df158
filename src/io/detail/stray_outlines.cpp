#include "io/detail/stray_outlines.h"

#include "io/detail/feature_place.h"
#include "io/detail/finding_list.h"
#include "io/detail/row_label.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace antardesa::io::detail {

namespace {

// Degrees. No village with its islets is wider than two; the widest kabupaten (Natuna, Maluku
// Barat Daya) reach about four.
constexpr double widest_village = 2;
constexpr double often_the_usual = 20;
constexpr double regency_reach = 4;
constexpr double far_away = 6;
constexpr std::size_t fewest = 5;

struct Outline {
    std::size_t row = 0;
    geo::Box box; ///< longitude and latitude
    double width() const { return std::max(box.max.x - box.min.x, box.max.y - box.min.y); }
};

std::vector<Outline> outlines_of(const FeatureTable& table, const FeaturePlace& place) {
    std::vector<Outline> outlines;
    for (std::size_t row = 0; row < table.features.size(); ++row) {
        if (!std::holds_alternative<geo::PolygonSet>(table.features[row].geometry))
            continue;
        const geo::Box numbers = geo::bounds(table.features[row].geometry);
        if (numbers.empty())
            continue;
        const auto low = place(numbers.min);
        const auto high = place(numbers.max);
        if (!low || !high)
            continue;
        Outline& outline = outlines.emplace_back();
        outline.row = row;
        outline.box.extend(geo::Point{low->longitude, low->latitude});
        outline.box.extend(geo::Point{high->longitude, high->latitude});
    }
    return outlines;
}

template<class Value>
double median(const std::vector<Outline>& outlines, Value value) {
    std::vector<double> values;
    for (const Outline& outline : outlines)
        values.push_back(value(outline));
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::string tenths(double degrees) {
    const auto tenths = std::lround(degrees * 10);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

} // namespace

void check_strays(FeatureTable& table) {
    const FeaturePlace place(table);
    const std::vector<Outline> outlines = outlines_of(table, place);
    if (outlines.size() < fewest)
        return;
    const double usual = median(outlines, [](const Outline& o) { return o.width(); });
    const geo::Point middle{median(outlines, [](const Outline& o) { return o.box.centre().x; }),
                            median(outlines, [](const Outline& o) { return o.box.centre().y; })};
    const auto together = std::count_if(outlines.begin(), outlines.end(), [&](const Outline& o) {
        return geo::distance(o.box.centre(), middle) < regency_reach;
    });
    const bool one_place = static_cast<std::size_t>(together) * 10 >= outlines.size() * 8;
    FindingList findings(table.findings);
    for (const Outline& outline : outlines) {
        const bool wide = outline.width() > std::max(widest_village, often_the_usual * usual);
        const double away = geo::distance(outline.box.centre(), middle);
        if (!wide && (!one_place || away < far_away))
            continue;
        const std::string label = row_label(table, outline.row, table.features[outline.row].fid);
        const char* code = wide ? "outline_too_wide" : "outline_far_away";
        findings.add(Severity::warning, code, label,
                     {label, table.layer, tenths(wide ? outline.width() : away)},
                     Place{outline.box.centre().x, outline.box.centre().y});
    }
    findings.finish();
}

} // namespace antardesa::io::detail
