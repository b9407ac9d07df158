#include "io/vector_reader.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/finding_list.h"
#include "io/detail/format.h"
#include "io/detail/geometry_reader.h"
#include "io/detail/shapefile_parts.h"
#include "io/detail/text_encoding.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace antardesa::io {

namespace {

using namespace detail;

constexpr std::int64_t rows_between_checks = 256;

/// One data set opened by its one driver, with what had to be prepared for it.
struct OpenSource {
    const VectorSource* source = nullptr;
    ShapefileParts parts;
    ReadyShapefile shapefile;
    Dataset dataset;

    bool is_shapefile() const { return source->format == Format::shapefile; }
};

std::vector<std::string> open_options(Format format) {
    switch (format) {
    case Format::shapefile:
        // Texts stay bytes: what they are is found out here.
        return {"ENCODING=", "ADJUST_TYPE=NO", "ADJUST_GEOM_TYPE=NO"};
    case Format::geopackage:
        return {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO"};
    case Format::geojson:
        return {"ARRAY_AS_STRING=YES"};
    default:
        return {};
    }
}

OpenSource open_source(const VectorSource& source, const Session& session) {
    OpenSource open;
    open.source = &source;
    std::string path = source.path;
    if (open.is_shapefile()) {
        open.parts = find_parts(source.path);
        open.shapefile = ready_shapefile(open.parts, source.shown);
        path = open.shapefile.path;
    }
    register_driver(source.format);
    const Strings drivers = strings({driver_name(source.format)});
    const Strings options = strings(open_options(source.format));
    open.dataset.reset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.get(),
                                  options.get(), nullptr));
    if (!open.dataset)
        throw Error({"io.unreadable", {source.shown, shown_on_one_line(session.last_failure())}});
    return open;
}

FieldType field_type(OGRFieldDefnH field) {
    switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
        return FieldType::integer;
    case OFTReal:
        return FieldType::real;
    default:
        return FieldType::text;
    }
}

std::string geometry_name(OGRLayerH layer) {
    switch (wkbFlatten(OGR_L_GetGeomType(layer))) {
    case wkbPoint:
    case wkbMultiPoint:
        return "point";
    case wkbLineString:
    case wkbMultiLineString:
    case wkbMultiCurve:
    case wkbCompoundCurve:
        return "line";
    case wkbPolygon:
    case wkbMultiPolygon:
    case wkbMultiSurface:
    case wkbCurvePolygon:
        return "polygon";
    case wkbNone:
        return "none";
    default:
        return "mixed";
    }
}

struct StatedCrs {
    std::optional<crs::Crs> crs;
    bool named = false; ///< the file names a system, understood or not
};

StatedCrs stated_crs(const OpenSource& open, OGRLayerH layer) {
    if (open.source->crs_refused)
        return {std::nullopt, true};
    if (open.is_shapefile())
        return {crs_of_prj(open.parts), !open.parts.prj.empty()};
    const OGRSpatialReferenceH system = OGR_L_GetSpatialRef(layer);
    return {crs_of(system), system != nullptr && !OSRIsLocal(system)};
}

std::vector<OGRLayerH> layers_of(const OpenSource& open) {
    std::vector<OGRLayerH> layers;
    const int count = GDALDatasetGetLayerCount(open.dataset.get());
    for (int i = 0; i < count; ++i)
        layers.push_back(GDALDatasetGetLayer(open.dataset.get(), i));
    return layers;
}

LayerSummary summary_of(const OpenSource& open, OGRLayerH layer) {
    LayerSummary summary;
    summary.name = OGR_L_GetName(layer);
    summary.features =
        open.is_shapefile() ? open.shapefile.records : OGR_L_GetFeatureCount(layer, TRUE);
    summary.geometry = geometry_name(layer);
    summary.crs = stated_crs(open, layer).crs;
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
        summary.fields.push_back({OGR_Fld_GetNameRef(field), field_type(field)});
    }
    OGREnvelope box;
    if (OGR_L_GetExtent(layer, &box, FALSE) == OGRERR_NONE)
        summary.box = {{box.MinX, box.MinY}, {box.MaxX, box.MaxY}};
    summary.findings = open.shapefile.findings;
    return summary;
}

/// Fills a table from one layer.
class LayerReader {
  public:
    LayerReader(const OpenSource& open, OGRLayerH layer, FeatureTable& table)
        : open_(open), layer_(layer), table_(table), findings_(table.findings) {}

    void read(Progress& progress) {
        table_.layer = OGR_L_GetName(layer_);
        table_.features_in_file =
            open_.is_shapefile() ? open_.shapefile.records : OGR_L_GetFeatureCount(layer_, TRUE);
        add_columns();
        progress.start(table_.features_in_file);
        table_.features.reserve(static_cast<std::size_t>(
            std::clamp<std::int64_t>(table_.features_in_file, 0, 1 << 20)));
        OGR_L_ResetReading(layer_);
        while (const FeatureHandle feature{OGR_L_GetNextFeature(layer_)}) {
            add_feature(feature.get());
            progress.advance();
            if (static_cast<std::int64_t>(table_.features.size()) % rows_between_checks == 0)
                progress.check();
        }
        report_count();
        findings_.finish();
    }

  private:
    void add_columns() {
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer_);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
            const std::string name = OGR_Fld_GetNameRef(field);
            // GDAL invents this column for a shapefile without a .dbf.
            const bool invented = open_.is_shapefile() && open_.parts.dbf.empty();
            if (!invented) {
                table_.columns.emplace_back(is_utf8(name) ? name : from_windows_1252(name),
                                            field_type(field));
                field_numbers_.push_back(i);
            }
        }
    }

    void add_feature(OGRFeatureH feature) {
        Feature row;
        row.fid = OGR_F_GetFID(feature);
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            add_value(table_.columns[i], feature, field_numbers_[i]);
        GeometryFlaws flaws;
        row.geometry = read_geometry(OGR_F_GetGeometryRef(feature), flaws);
        if (flaws.not_finite)
            row.geometry = std::monostate();
        report_flaws(row, flaws);
        table_.features.push_back(std::move(row));
    }

    static void add_value(Column& column, OGRFeatureH feature, int field) {
        if (!OGR_F_IsFieldSetAndNotNull(feature, field))
            return column.append_null();
        if (column.type() == FieldType::integer)
            return column.append(std::int64_t{OGR_F_GetFieldAsInteger64(feature, field)});
        if (column.type() == FieldType::real)
            return column.append(OGR_F_GetFieldAsDouble(feature, field));
        column.append(std::string_view(OGR_F_GetFieldAsString(feature, field)));
    }

    void report_flaws(const Feature& row, const GeometryFlaws& flaws) {
        const std::string number = "#" + std::to_string(row.fid);
        const auto report = [&](Severity severity, const char* code) {
            findings_.add(severity, code, number, {number, table_.layer});
        };
        if (flaws.not_finite)
            report(Severity::error, "bad_coordinate");
        else if (std::holds_alternative<std::monostate>(row.geometry))
            report(Severity::warning, flaws.unsupported ? "unsupported_outline" : "no_outline");
        if (flaws.unclosed_rings > 0)
            report(Severity::warning, "unclosed_ring");
        if (flaws.short_rings > 0)
            report(Severity::warning, "short_ring");
        if (flaws.mixed)
            report(Severity::warning, "mixed_outline");
    }

    void report_count() {
        const auto read = static_cast<std::int64_t>(table_.features.size());
        if (read == table_.features_in_file)
            return;
        const char* code = open_.is_shapefile() && read < table_.features_in_file ? "deleted_rows"
                                                                                  : "count_differs";
        findings_.add(Severity::warning, code, table_.layer,
                      {table_.layer, std::to_string(read), std::to_string(table_.features_in_file),
                       std::to_string(table_.features_in_file - read)});
    }

    const OpenSource& open_;
    OGRLayerH layer_;
    FeatureTable& table_;
    FindingList findings_;
    std::vector<int> field_numbers_;
};

DeclaredEncoding declared_encoding(const OpenSource& open, const std::string& wanted) {
    if (!open.is_shapefile())
        return {Encoding::utf8, {}};
    if (!wanted.empty())
        return encoding_by_name(wanted);
    if (!open.parts.cpg.empty()) {
        const auto declared = encoding_by_name(first_bytes(open.parts.cpg, 64));
        if (declared.encoding != Encoding::unknown)
            return declared;
    }
    const std::string header = open.parts.dbf.empty() ? "" : first_bytes(open.parts.dbf, 32);
    return header.size() < 32 ? DeclaredEncoding{}
                              : encoding_by_language_driver(static_cast<unsigned char>(header[29]));
}

void add_finding(FeatureTable& table, Severity severity, const char* code,
                 std::vector<std::string> arguments) {
    table.findings.push_back(
        {severity, code, table.layer, std::nullopt, {std::string("io.") + code, arguments}});
}

void check_plausibility(FeatureTable& table, const geo::Box& box) {
    if (box.empty() || !table.crs->is_geographic())
        return;
    const bool on_earth =
        box.min.x >= -360 && box.max.x <= 360 && box.min.y >= -90.001 && box.max.y <= 90.001;
    const geo::Box swapped{{-15, 90}, {10, 145}};
    if (swapped.contains(box))
        add_finding(table, Severity::error, "swapped_axes", {table.layer});
    else if (!on_earth) {
        const auto guess = plausible_crs(box);
        add_finding(table, Severity::error, "coordinates_not_degrees",
                    {table.layer, table.crs->name(), guess ? guess->name() : "–"});
    }
}

void settle_crs(FeatureTable& table, const StatedCrs& stated, const ReadOptions& options) {
    table.crs = stated.crs;
    const geo::Box box = bounds(table);
    if (!table.crs && stated.named)
        add_finding(table, Severity::warning, "unknown_crs", {table.layer});
    if (!table.crs && options.assumed_crs) {
        table.crs = options.assumed_crs;
        add_finding(table, Severity::information, "assumed_crs", {table.layer, table.crs->name()});
    }
    if (table.crs)
        return check_plausibility(table, box);
    const auto guess = plausible_crs(box);
    Finding missing{Severity::error, "missing_crs", table.layer, std::nullopt, {}};
    missing.message = guess ? Message{"io.missing_crs", {table.layer, guess->name()}}
                            : Message{"io.missing_crs_unguessed", {table.layer}};
    table.findings.push_back(std::move(missing));
}

struct ChosenLayer {
    OpenSource open;
    OGRLayerH layer = nullptr;
};

// Later sources are opened only while nothing suits, so that a large archive costs one layer.
ChosenLayer choose_layer(const LocatedSources& located, const std::string& wanted,
                         const Session& session) {
    ChosenLayer first;
    for (const VectorSource& source : located.sources) {
        OpenSource open = open_source(source, session);
        for (OGRLayerH layer : layers_of(open)) {
            const bool suits =
                wanted.empty() ? geometry_name(layer) == "polygon" : wanted == OGR_L_GetName(layer);
            if (suits)
                return {std::move(open), layer};
        }
        const auto layers = layers_of(open);
        if (wanted.empty() && !first.layer && !layers.empty())
            first = {std::move(open), layers.front()};
    }
    return first;
}

} // namespace

std::vector<LayerSummary> inspect_vector(const std::filesystem::path& path, Progress& progress) {
    return inspect_vector(Inputs::gather(path), progress);
}

FeatureTable read_vector(const std::filesystem::path& path, const ReadOptions& options,
                         Progress& progress) {
    return read_vector(Inputs::gather(path), options, progress);
}

std::vector<LayerSummary> inspect_vector(const Inputs& inputs, Progress& progress) {
    const Session session;
    const LocatedSources located = locate(inputs);
    std::vector<LayerSummary> summaries;
    for (const VectorSource& source : located.sources) {
        progress.check();
        const OpenSource open = open_source(source, session);
        for (OGRLayerH layer : layers_of(open))
            summaries.push_back(summary_of(open, layer));
    }
    if (!summaries.empty())
        summaries.front().findings.insert(summaries.front().findings.end(),
                                          located.findings.begin(), located.findings.end());
    return summaries;
}

FeatureTable read_vector(const Inputs& inputs, const ReadOptions& options, Progress& progress) {
    const Session session;
    const LocatedSources located = locate(inputs);
    const ChosenLayer chosen = choose_layer(located, options.layer, session);
    if (!chosen.layer && !options.layer.empty())
        throw Error({"io.no_such_layer", {inputs.shown(), options.layer}});
    if (!chosen.layer)
        throw Error({"io.empty_file", {inputs.shown()}});
    FeatureTable table;
    table.source = inputs.shown();
    table.findings = located.findings;
    const auto& repaired = chosen.open.shapefile.findings;
    table.findings.insert(table.findings.end(), repaired.begin(), repaired.end());
    LayerReader(chosen.open, chosen.layer, table).read(progress);
    decode_texts(table, declared_encoding(chosen.open, options.encoding));
    settle_crs(table, stated_crs(chosen.open, chosen.layer), options);
    const auto said = findings_of(session, table.layer);
    table.findings.insert(table.findings.end(), said.begin(), said.end());
    return table;
}

} // namespace antardesa::io
