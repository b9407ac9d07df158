#include "io/detail/shapefile_reader.h"

#include "base/result.h"
#include "base/text.h"
#include "crs/crs_text.h"
#include "io/detail/bytes.h"
#include "io/detail/dbf.h"
#include "io/detail/row_label.h"
#include "io/detail/shape_outline.h"
#include "io/detail/shapefile_walk.h"

#include <algorithm>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t rows_between_checks = 256;

class ShapefileReader {
  public:
    ShapefileReader(const ShapefileBytes& files, FeatureTable& table)
        : files_(files), table_(table), findings_(table.findings),
          walk_(walk_shapefile(files.shp, files.shx)), dbf_(dbf_shape(files.dbf)) {
        if (!walk_.is_shapefile)
            throw Error({"io.unreadable", {table.layer, "Shapefile"}});
    }

    void read(Progress& progress) {
        const std::uint64_t rows = std::max<std::uint64_t>(walk_.records.size(), row_count(dbf_));
        table_.features_in_file = static_cast<std::int64_t>(rows);
        report_index();
        report_table();
        report_encoding();
        for (std::uint64_t row = 0; row < rows; ++row)
            if (!is_deleted(dbf_, files_.dbf, row))
                kept_.push_back(row);
        table_.columns = read_columns(dbf_, files_.dbf, kept_, table_.layer, findings_);
        progress.start(static_cast<std::int64_t>(rows));
        table_.features.reserve(kept_.size());
        for (const std::uint64_t row : kept_) {
            add_feature(row);
            progress.advance();
            if (table_.features.size() % rows_between_checks == 0)
                progress.check();
        }
        report_deleted(rows);
        if (types_differ_ > 0)
            note(Severity::information, "record_types_differ", {std::to_string(types_differ_)});
        findings_.finish();
    }

    ShapefileNotes notes() const {
        ShapefileNotes notes;
        notes.crs_named = files_.has_prj && !trimmed(files_.prj).empty();
        notes.crs = crs::Crs::from_wkt(files_.prj);
        notes.encoding = encoding();
        return notes;
    }

  private:
    void note(Severity severity, const char* code, std::vector<std::string> arguments = {}) {
        arguments.insert(arguments.begin(), table_.layer);
        findings_.add(severity, code, table_.layer, std::move(arguments));
    }

    void report_index() {
        const std::string count = std::to_string(walk_.records.size());
        if (walk_.truncated)
            note(Severity::error, "truncated", {count});
        if (!files_.has_shx || walk_.index_rejected || files_.shx.empty())
            note(Severity::warning, "index_rebuilt", {count, std::to_string(walk_.indexed)});
        if (walk_.length_wrong && !walk_.truncated)
            note(Severity::warning, "length_wrong");
        if (walk_.headers_wrong > 0)
            note(Severity::warning, "record_headers_wrong",
                 {std::to_string(walk_.headers_wrong), count});
        if (walk_.numbers_wrong > 0)
            note(Severity::warning, "record_numbers_wrong",
                 {std::to_string(walk_.numbers_wrong), count});
    }

    void report_table() {
        const std::uint64_t outlines = walk_.records.size();
        const std::uint64_t rows = row_count(dbf_);
        if (!files_.has_dbf)
            return note(Severity::warning, "missing_dbf");
        if (!dbf_.usable)
            return note(Severity::error, "table_unusable");
        if (dbf_.claimed != dbf_.physical || dbf_.cut_row)
            note(Severity::warning, "table_header_wrong",
                 {std::to_string(dbf_.claimed), std::to_string(dbf_.physical)});
        if (rows < outlines)
            note(Severity::error, "outlines_without_row",
                 {std::to_string(outlines - rows), std::to_string(outlines)});
        if (rows > outlines)
            note(Severity::error, "rows_without_outline",
                 {std::to_string(rows - outlines), std::to_string(rows)});
    }

    void report_encoding() {
        if (!is_encoding_name(files_.cpg))
            return note(Severity::warning, "encoding_name_odd",
                        {std::to_string(files_.cpg.size())});
        const std::string_view mark = "\xef\xbb\xbf";
        const std::string_view name =
            files_.cpg.starts_with(mark) ? files_.cpg.substr(mark.size()) : files_.cpg;
        if (!is_known_encoding(encoding_by_name(name)))
            note(Severity::warning, "encoding_name_unknown", {shown_on_one_line(trimmed(name))});
    }

    void report_deleted(std::uint64_t rows) {
        if (const std::uint64_t odd = odd_marks(dbf_, files_.dbf); odd > 0)
            note(Severity::warning, "row_marks_odd", {std::to_string(odd)});
        if (kept_.size() != rows)
            note(Severity::warning, "deleted_rows",
                 {std::to_string(kept_.size()), std::to_string(rows),
                  std::to_string(rows - kept_.size())});
    }

    void add_feature(std::uint64_t row) {
        GeometryFlaws flaws;
        Feature feature;
        feature.fid = static_cast<std::int64_t>(row);
        const bool has_record = row < walk_.records.size();
        if (has_record)
            feature.geometry = read_shape(content_of(row), flaws);
        check_other_coordinates(feature.geometry, flaws);
        table_.features.push_back(std::move(feature));
        report_flaws(table_, findings_, flaws);
        if (has_record)
            report_kind(row);
    }

    std::string_view content_of(std::uint64_t row) const {
        const ShapeRecord& record = walk_.records[row];
        return files_.shp.substr(record.content, record.length);
    }

    // Those of rings were looked at while the rings were put together.
    static void check_other_coordinates(geo::Geometry& geometry, GeometryFlaws& flaws) {
        if (!std::holds_alternative<geo::PolygonSet>(geometry))
            check_geometry(geometry, flaws);
    }

    void report_kind(std::uint64_t row) {
        const std::string_view content = content_of(row);
        const std::uint32_t type = content.size() < 4 ? 0 : little_endian_32(content, 0);
        types_differ_ += type != 0 && type != walk_.type;
        if (type == 0 || flat_shape_type(type) == flat_shape_type(walk_.type))
            return;
        const std::string label =
            row_label(table_, table_.features.size() - 1, static_cast<std::int64_t>(row));
        findings_.add(Severity::warning, "outline_other_kind", label, {label, table_.layer});
    }

    /// "UTF-8", "88592", "ANSI 1252": a short line of letters and digits.
    static bool is_encoding_name(std::string_view text) {
        constexpr std::size_t longest = 64;
        const std::string name = trimmed(text.starts_with("\xef\xbb\xbf") ? text.substr(3) : text);
        return name.size() <= longest &&
               std::all_of(name.begin(), name.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    }

    DeclaredEncoding encoding() const {
        if (!files_.cpg.empty()) {
            constexpr std::size_t longest_name = 64;
            const auto declared = encoding_by_name(files_.cpg.substr(0, longest_name));
            if (declared.encoding != Encoding::unknown)
                return declared;
        }
        return dbf_.present ? encoding_by_language_driver(dbf_.language) : DeclaredEncoding{};
    }

    const ShapefileBytes& files_;
    FeatureTable& table_;
    FindingList findings_;
    ShapefileWalk walk_;
    DbfShape dbf_;
    std::vector<std::uint64_t> kept_; ///< rows not marked deleted
    std::int64_t types_differ_ = 0;   ///< records of another type than the header states
};

std::string geometry_word(std::string_view shp) {
    constexpr std::size_t type_at = 32;
    if (shp.size() < type_at + 4)
        return "none";
    switch (flat_shape_type(little_endian_32(shp, type_at))) {
    case 1:
    case 8:
        return "point";
    case 3:
        return "line";
    case 5:
        return "polygon";
    default:
        return "none";
    }
}

} // namespace

ShapefileNotes read_shapefile(const ShapefileBytes& files, FeatureTable& table,
                              Progress& progress) {
    ShapefileReader reader(files, table);
    reader.read(progress);
    return reader.notes();
}

void describe(const ShapefileBytes& files, LayerSummary& layer) {
    const DbfShape shape = dbf_shape(files.dbf);
    layer.geometry = geometry_word(files.shp);
    layer.crs = crs::Crs::from_wkt(files.prj);
    layer.features = static_cast<std::int64_t>(std::max<std::uint64_t>(
        walk_shapefile(files.shp, files.shx).records.size(), row_count(shape)));
    for (const DbfField& field : shape.fields)
        layer.fields.push_back(
            {is_utf8(field.name) ? field.name : from_windows_1252(field.name), column_type(field)});
}

} // namespace antardesa::io::detail
