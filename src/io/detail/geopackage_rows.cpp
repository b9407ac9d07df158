#include "io/detail/geopackage.h"

#include "base/text.h"
#include "geo/wkb.h"
#include "io/detail/columns.h"
#include "io/detail/finding_list.h"
#include "io/detail/geometry_reader.h"
#include "io/detail/outline_flaws.h"
#include "io/detail/row_label.h"
#include "io/detail/text_encoding.h"
#include "io/detail/text_limits.h"

#include <algorithm>
#include <cmath>

namespace antardesa::io::detail {

namespace {

using sqlite::quoted_name;

constexpr std::int64_t rows_between_checks = 256;

/// Values as a column holds them; one that does not fit its column turns the column to text.
class RowFiller {
  public:
    RowFiller(const GeoPackageLayer& layer, FeatureTable& table, FindingList& findings)
        : layer_(layer), table_(table), findings_(findings) {}

    /// Column 0 of the statement is the key, 1 the geometry, then the fields.
    void add(const sqlite::Statement& row, std::int64_t fallback_key) {
        Feature feature;
        feature.fid = row.is_integer(0) ? row.integer(0) : fallback_key;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            add_value(i, row);
        table_.features.push_back(std::move(feature));
        add_geometry(row);
        if (blob_in_text_ || odd_text_)
            report_texts();
        meter_.report(table_, findings_);
    }

  private:
    void add_value(std::size_t index, const sqlite::Statement& row) {
        Column& column = table_.columns[index];
        const int at = static_cast<int>(index) + 2;
        if (row.is_null(at))
            return column.append_null();
        if (row.is_blob(at)) {
            blob_in_text_ = true;
            return column.append_null();
        }
        if (column.type() == FieldType::integer && row.is_integer(at))
            return column.append(row.integer(at));
        if (column.type() == FieldType::real && row.is_number(at))
            return column.append(row.real(at));
        if (column.type() != FieldType::text)
            column = as_text(column);
        const std::string_view text = meter_.kept(row.text(at), index, table_);
        if (is_utf8(text) && text.find('\0') == std::string_view::npos)
            return column.append(text);
        odd_text_ = true;
        column.append(std::string_view(repaired_utf8(text)));
    }

    void report_texts() {
        const std::string label = label_of_last();
        if (blob_in_text_)
            findings_.add(Severity::warning, "blob_not_shown", label, {label, table_.layer});
        if (odd_text_)
            findings_.add(Severity::warning, "odd_text", label, {label, table_.layer});
        blob_in_text_ = odd_text_ = false;
    }

    std::string label_of_last() const {
        return row_label(table_, table_.features.size() - 1, table_.features.back().fid);
    }

    void add_geometry(const sqlite::Statement& row) {
        GeometryFlaws flaws;
        geo::Geometry& geometry = table_.features.back().geometry;
        if (row.is_null(1))
            return report_flaws(table_, findings_, flaws);
        geo::BlobReading reading;
        reading.fault = geo::WkbFault::not_geopackage;
        if (row.is_blob(1))
            reading = geo::read_geopackage(row.blob(1));
        geometry = std::move(reading.geometry);
        flaws.mixed = reading.mixed;
        if (reading.fault == geo::WkbFault::curve)
            geometry = read_wkb_with_gdal(reading.wkb, flaws);
        else if (reading.fault != geo::WkbFault::none)
            return report_fault(reading.fault);
        check_geometry(geometry, flaws);
        report_flaws(table_, findings_, flaws);
        report_header(reading);
    }

    void report_fault(geo::WkbFault fault) {
        const std::string label = label_of_last();
        const char* code = fault == geo::WkbFault::too_deep    ? "outline_too_deep"
                           : fault == geo::WkbFault::truncated ? "outline_cut_short"
                                                               : "outline_no_geometry";
        findings_.add(Severity::error, code, label, {label, table_.layer});
    }

    void report_header(const geo::BlobReading& reading) {
        const geo::Box box = geo::bounds(table_.features.back().geometry);
        const bool empty_wrong = reading.says_empty != box.empty();
        const bool box_wrong =
            reading.envelope && !box.empty() && !same_box(*reading.envelope, box);
        if (!box_wrong && !empty_wrong && reading.version == 0 && reading.srs_id == layer_.srs_id)
            return;
        const std::string label = label_of_last();
        if (box_wrong)
            findings_.add(Severity::information, "outline_box_wrong", label, {label, table_.layer});
        if (reading.version != 0 || (reading.says_empty && !box.empty()))
            findings_.add(Severity::warning, "outline_header_odd", label, {label, table_.layer});
        if (reading.srs_id != layer_.srs_id)
            findings_.add(Severity::warning, "outline_other_crs", label,
                          {label, table_.layer, std::to_string(reading.srs_id),
                           std::to_string(layer_.srs_id)});
    }

    static bool same_box(const geo::Box& a, const geo::Box& b) {
        const double tolerance = 1e-6 * std::max({1.0, std::abs(b.max.x), std::abs(b.max.y)});
        const auto near = [&](double p, double q) { return std::abs(p - q) <= tolerance; };
        return near(a.min.x, b.min.x) && near(a.min.y, b.min.y) && near(a.max.x, b.max.x) &&
               near(a.max.y, b.max.y);
    }

    const GeoPackageLayer& layer_;
    FeatureTable& table_;
    FindingList& findings_;
    bool blob_in_text_ = false;
    bool odd_text_ = false;
    TextMeter meter_;
};

std::string select_of(const GeoPackageLayer& layer) {
    std::string sql =
        "SELECT " + (layer.key_column.empty() ? "NULL" : quoted_name(layer.key_column));
    sql += ", " + quoted_name(layer.geometry_column);
    for (const LayerField& field : layer.fields)
        sql += ", " + quoted_name(field.name);
    return sql + " FROM " + quoted_name(layer.table);
}

} // namespace

void GeoPackage::read(const GeoPackageLayer& layer, FeatureTable& table, Progress& progress) const {
    table.layer = kept_name(repaired_utf8(layer.table));
    table.features_in_file = count(layer);
    FindingList findings(table.findings);
    if (layer.key_column.empty())
        findings.add(Severity::information, "gpkg_no_key", table.layer, {table.layer});
    for (const LayerField& field : layer.fields)
        table.columns.emplace_back(kept_name(repaired_utf8(field.name)), field.type);
    progress.start(table.features_in_file);
    constexpr std::int64_t most_reserved = 1 << 20;
    table.features.reserve(static_cast<std::size_t>(
        std::clamp<std::int64_t>(table.features_in_file, 0, most_reserved)));
    sqlite::Statement row = database_.prepare(select_of(layer));
    RowFiller filler(layer, table, findings);
    while (row.step()) {
        filler.add(row, static_cast<std::int64_t>(table.features.size()) + 1);
        progress.advance();
        if (static_cast<std::int64_t>(table.features.size()) % rows_between_checks == 0)
            progress.check();
    }
    for (Feature& feature : table.features)
        if (feature.fid <= 0) {
            findings.add(Severity::information, "gpkg_odd_key", table.layer,
                         {table.layer, std::to_string(feature.fid)});
            break;
        }
    findings.finish();
}

} // namespace antardesa::io::detail
