#include "base/result.h"
#include "base/text.h"
#include "io/detail/geometry_reader.h"
#include "io/detail/layer_limit.h"
#include "io/detail/source.h"
#include "io/detail/text_limits.h"

#include <algorithm>

namespace antardesa::io::detail {

namespace {

constexpr std::int64_t rows_between_checks = 256;

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

/// Fills a table from one layer.
class LayerReader {
  public:
    LayerReader(OGRLayerH layer, FeatureTable& table)
        : layer_(layer), table_(table), findings_(table.findings) {}

    void read(Progress& progress) {
        constexpr std::int64_t most_reserved = 1 << 20;
        table_.layer = kept_name(repaired_utf8(OGR_L_GetName(layer_)));
        table_.features_in_file = OGR_L_GetFeatureCount(layer_, TRUE);
        add_columns();
        progress.start(table_.features_in_file);
        table_.features.reserve(static_cast<std::size_t>(
            std::clamp<std::int64_t>(table_.features_in_file, 0, most_reserved)));
        OGR_L_ResetReading(layer_);
        while (const FeatureHandle feature{OGR_L_GetNextFeature(layer_)}) {
            add_feature(feature.get());
            progress.advance();
            if (static_cast<std::int64_t>(table_.features.size()) % rows_between_checks == 0)
                progress.check();
        }
        const auto read = static_cast<std::int64_t>(table_.features.size());
        if (read != table_.features_in_file)
            findings_.add(
                Severity::warning, "count_differs", table_.layer,
                {table_.layer, std::to_string(read), std::to_string(table_.features_in_file)});
        findings_.finish();
    }

  private:
    void add_columns() {
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer_);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
            const std::string name = OGR_Fld_GetNameRef(field);
            table_.columns.emplace_back(kept_name(is_utf8(name) ? name : from_windows_1252(name)),
                                        field_type(field));
        }
    }

    void add_feature(OGRFeatureH feature) {
        Feature row;
        row.fid = OGR_F_GetFID(feature);
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            add_value(i, feature);
        GeometryFlaws flaws;
        row.geometry = read_geometry(OGR_F_GetGeometryRef(feature), flaws);
        table_.features.push_back(std::move(row));
        report_flaws(table_, findings_, flaws);
        meter_.report(table_, findings_);
    }

    void add_value(std::size_t index, OGRFeatureH feature) {
        Column& column = table_.columns[index];
        const int field = static_cast<int>(index);
        if (!OGR_F_IsFieldSetAndNotNull(feature, field))
            return column.append_null();
        if (column.type() == FieldType::integer)
            return column.append(std::int64_t{OGR_F_GetFieldAsInteger64(feature, field)});
        if (column.type() == FieldType::real)
            return column.append(OGR_F_GetFieldAsDouble(feature, field));
        column.append(meter_.kept(OGR_F_GetFieldAsString(feature, field), index, table_));
    }

    OGRLayerH layer_;
    FeatureTable& table_;
    FindingList findings_;
    TextMeter meter_;
};

class GdalSource : public Source {
  public:
    GdalSource(const VectorSource& source, const Session& session)
        : source_(source), findings_(source.findings) {
        register_driver(source.format);
        const Strings drivers = strings({driver_name(source.format)});
        const Strings options = strings(source.format == Format::geojson
                                            ? std::vector<std::string>{"ARRAY_AS_STRING=YES"}
                                            : std::vector<std::string>{});
        dataset_.reset(GDALOpenEx(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                  drivers.get(), options.get(), nullptr));
        if (!dataset_)
            throw Error({"io.unreadable", {source.shown, driver_name(source.format)}},
                        session.last_failure());
        const int count = GDALDatasetGetLayerCount(dataset_.get());
        if (count > most_layers)
            findings_.push_back(layers_not_read(source.shown, count));
        for (int i = 0; i < std::min(count, most_layers); ++i)
            layers_.push_back(summary_of(GDALDatasetGetLayer(dataset_.get(), i)));
        if (count <= most_layers)
            count_lost();
    }

    const std::vector<LayerSummary>& layers() const override { return layers_; }
    const std::vector<Finding>& findings() const override { return findings_; }

    void read(std::size_t layer, LayerReading& reading, Progress& progress) const override {
        OGRLayerH handle = GDALDatasetGetLayer(dataset_.get(), static_cast<int>(layer));
        LayerReader(handle, reading.table).read(progress);
        reading.table.features_in_file += lost_;
        const StatedCrs stated = stated_crs(handle);
        reading.crs = stated.crs;
        reading.crs_named = stated.named;
    }

  private:
    struct StatedCrs {
        std::optional<crs::Crs> crs;
        bool named = false;
    };

    // What stands in the text and comes in no layer is lost; nobody would miss it.
    void count_lost() {
        std::int64_t given = 0;
        for (const LayerSummary& layer : layers_)
            given += layer.features;
        lost_ = std::max<std::int64_t>(source_.features_held - given, 0);
        if (lost_ > 0)
            FindingList(findings_).add(
                Severity::error, "features_not_given", source_.shown,
                {source_.shown, std::to_string(lost_), std::to_string(source_.features_held)});
    }

    StatedCrs stated_crs(OGRLayerH layer) const {
        if (source_.crs_refused)
            return {std::nullopt, true};
        const OGRSpatialReferenceH system = OGR_L_GetSpatialRef(layer);
        return {crs_of(system), system != nullptr && !OSRIsLocal(system)};
    }

    LayerSummary summary_of(OGRLayerH layer) const {
        LayerSummary summary;
        summary.name = kept_name(repaired_utf8(OGR_L_GetName(layer)));
        summary.features = OGR_L_GetFeatureCount(layer, TRUE);
        summary.geometry = geometry_name(layer);
        summary.crs = stated_crs(layer).crs;
        const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
            summary.fields.push_back(
                {kept_name(repaired_utf8(OGR_Fld_GetNameRef(field))), field_type(field)});
        }
        return summary;
    }

    const VectorSource& source_;
    std::vector<Finding> findings_;
    Dataset dataset_;
    std::vector<LayerSummary> layers_;
    std::int64_t lost_ = 0; ///< features of the text that no layer gives
};

} // namespace

std::unique_ptr<Source> open_with_gdal(const VectorSource& source, const Session& session) {
    return std::make_unique<GdalSource>(source, session);
}

} // namespace antardesa::io::detail
