#include "io/vector_writer.h"

#include "base/text.h"
#include "io/detail/format.h"
#include "io/detail/set_aside.h"
#include "io/detail/whole_file.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <set>

namespace antardesa::io {

namespace {

using namespace detail;

constexpr std::size_t dbf_name_length = 10;

/// A text as LIBKML can write it: what XML 1.0 forbids becomes U+FFFD, and since it puts every
/// text with a ">" into one CDATA section unlooked at, an end mark inside is spread over two.
std::string for_kml(std::string_view text) {
    std::string fit;
    for (std::size_t at = 0; at < text.size();) {
        const Character one = character_at(text, at);
        const std::size_t length = std::max<std::size_t>(one.length, 1);
        const bool allowed =
            one.length > 0 &&
            (one.code >= 0x20 || one.code == '\t' || one.code == '\n' || one.code == '\r') &&
            one.code != 0xFFFE && one.code != 0xFFFF;
        if (text.substr(at, 3) == "]]>")
            fit += "]]]]><![CDATA[>", at += 3;
        else
            fit += allowed ? text.substr(at, length) : "\uFFFD", at += length;
    }
    return fit;
}

GeometryHandle line_handle(OGRwkbGeometryType type, const geo::Line& line) {
    GeometryHandle handle(OGR_G_CreateGeometry(type));
    if (!line.empty()) {
        constexpr int stride = sizeof(geo::Point);
        OGR_G_SetPoints(handle.get(), static_cast<int>(line.size()), &line.front().x, stride,
                        &line.front().y, stride, nullptr, 0);
    }
    return handle;
}

GeometryHandle polygon_handle(const geo::Polygon& polygon) {
    GeometryHandle handle(OGR_G_CreateGeometry(wkbPolygon));
    OGR_G_AddGeometryDirectly(handle.get(), line_handle(wkbLinearRing, polygon.outer).release());
    for (const geo::Ring& hole : polygon.holes)
        OGR_G_AddGeometryDirectly(handle.get(), line_handle(wkbLinearRing, hole).release());
    return handle;
}

// One kind of geometry per layer is what shapefiles hold and what readers expect, so parts are
// always written in the "multi" form.
GeometryHandle handle_of(const geo::Geometry& geometry) {
    GeometryHandle handle;
    if (const auto* polygons = std::get_if<geo::PolygonSet>(&geometry)) {
        handle.reset(OGR_G_CreateGeometry(wkbMultiPolygon));
        for (const geo::Polygon& polygon : polygons->polygons)
            OGR_G_AddGeometryDirectly(handle.get(), polygon_handle(polygon).release());
    } else if (const auto* lines = std::get_if<geo::LineSet>(&geometry)) {
        handle.reset(OGR_G_CreateGeometry(wkbMultiLineString));
        for (const geo::Line& line : lines->lines)
            OGR_G_AddGeometryDirectly(handle.get(), line_handle(wkbLineString, line).release());
    } else if (const auto* points = std::get_if<geo::PointSet>(&geometry)) {
        const bool one = points->points.size() == 1;
        handle.reset(OGR_G_CreateGeometry(one ? wkbPoint : wkbMultiPoint));
        for (const geo::Point p : points->points)
            if (one)
                OGR_G_SetPoint_2D(handle.get(), 0, p.x, p.y);
            else
                OGR_G_AddGeometryDirectly(handle.get(), line_handle(wkbPoint, {p}).release());
    }
    return handle;
}

struct Kinds {
    bool points = false;
    bool many_points = false;
    bool lines = false;
    bool polygons = false;

    bool mixed() const { return points + lines + polygons > 1; }
    OGRwkbGeometryType type() const {
        if (mixed() || !(points || lines || polygons))
            return wkbUnknown;
        return polygons ? wkbMultiPolygon
               : lines  ? wkbMultiLineString
                        : (many_points ? wkbMultiPoint : wkbPoint);
    }
};

Kinds kinds_of(const VectorFile& file) {
    Kinds kinds;
    for (const VectorFile::Row& row : file.rows) {
        if (const auto* points = std::get_if<geo::PointSet>(&row.geometry)) {
            kinds.points = true;
            kinds.many_points = kinds.many_points || points->points.size() != 1;
        }
        kinds.lines = kinds.lines || std::holds_alternative<geo::LineSet>(row.geometry);
        kinds.polygons = kinds.polygons || std::holds_alternative<geo::PolygonSet>(row.geometry);
    }
    return kinds;
}

std::optional<Format> writable_format(const std::filesystem::path& path) {
    const std::string extension = lower_case(path.extension().string());
    for (const char* known : {".geojson", ".kml", ".shp", ".gpkg"})
        if (extension == known)
            return format_by_extension("x" + extension);
    return std::nullopt;
}

/// Writes one file through GDAL; used once.
class LayerWriter {
  public:
    LayerWriter(Format format, const std::filesystem::path& path, const VectorFile& file)
        : format_(format), path_(path), file_(file) {}

    void write(Session& session, Progress& progress) {
        session.set("CPL_TMPDIR", path_.parent_path().c_str());
        register_driver(format_);
        const GDALDriverH driver = GDALGetDriverByName(driver_name(format_));
        dataset_.reset(GDALCreate(driver, path_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset_ != nullptr, session);
        create_layer(session);
        const bool batch = GDALDatasetTestCapability(dataset_.get(), ODsCTransactions);
        if (batch)
            GDALDatasetStartTransaction(dataset_.get(), FALSE);
        progress.start(static_cast<std::int64_t>(file_.rows.size()));
        for (const VectorFile::Row& row : file_.rows) {
            progress.check();
            add_row(row, session);
            progress.advance();
        }
        require(!batch || GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE, session);
        // Closing writes the rest: what fails then is found among the messages.
        const std::size_t before = failures(session);
        dataset_.reset();
        require(failures(session) == before, session);
    }

  private:
    static std::size_t failures(const Session& session) {
        std::size_t count = 0;
        for (const Session::Entry& entry : session.messages())
            count += entry.failure ? static_cast<std::size_t>(entry.count) : 0;
        return count;
    }

    void require(bool good, const Session& session) const {
        if (!good)
            throw Error({"io.cannot_write",
                         {path_.filename().string(), shown_on_one_line(session.last_failure())}});
    }

    bool needs_degrees() const { return format_ == Format::geojson || format_ == Format::kml; }

    std::vector<std::string> layer_options() const {
        switch (format_) {
        case Format::geojson:
            return {"RFC7946=YES", "COORDINATE_PRECISION=15"};
        case Format::shapefile:
            return {"ENCODING=UTF-8"};
        case Format::geopackage:
            return {"GEOMETRY_NAME=geom", "FID=fid"};
        default:
            return {};
        }
    }

    void create_layer(const Session& session) {
        const crs::Crs& system = needs_degrees() ? crs::wgs84() : file_.crs;
        const SpatialReference reference(OSRNewSpatialReference(system.wkt().c_str()));
        OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
        if (!(system == file_.crs))
            transformer_.emplace(file_.crs, system);
        const Strings options = strings(layer_options());
        layer_ = GDALDatasetCreateLayer(dataset_.get(), file_.layer.c_str(), reference.get(),
                                        kinds_of(file_).type(), options.get());
        require(layer_ != nullptr, session);
        for (std::size_t i = 0; i < file_.fields.size(); ++i)
            create_field(i, session);
    }

    std::size_t longest_text(std::size_t field) const {
        std::size_t longest = 0;
        for (const VectorFile::Row& row : file_.rows)
            if (const auto* text = std::get_if<std::string>(&row.values[field]))
                longest = std::max(longest, text->size());
        return longest;
    }

    void create_field(std::size_t number, const Session& session) {
        const VectorFile::Field& field = file_.fields[number];
        const bool is_short = field.width > 0 && field.width <= 9;
        const OGRFieldType type = field.type == FieldType::integer
                                      ? (is_short ? OFTInteger : OFTInteger64)
                                  : field.type == FieldType::real ? OFTReal
                                                                  : OFTString;
        const OGRFieldDefnH definition = OGR_Fld_Create(unique_name(field.name).c_str(), type);
        const bool as_asked =
            field.width > 0 && longest_text(number) <= static_cast<std::size_t>(field.width);
        if (type == OFTString && as_asked)
            OGR_Fld_SetWidth(definition, field.width);
        else if (type == OFTString && format_ == Format::shapefile)
            OGR_Fld_SetWidth(definition, 254);
        else if (type == OFTInteger && format_ == Format::shapefile)
            OGR_Fld_SetWidth(definition, field.width);
        const bool made = OGR_L_CreateField(layer_, definition, TRUE) == OGRERR_NONE;
        OGR_Fld_Destroy(definition);
        require(made, session);
        const OGRFeatureDefnH layer = OGR_L_GetLayerDefn(layer_);
        field_numbers_.push_back(OGR_FD_GetFieldCount(layer) - 1);
    }

    // A .dbf knows ten bytes of a name; equal beginnings get a number.
    std::string unique_name(const std::string& name) {
        std::string result = name;
        if (format_ == Format::shapefile) {
            result.resize(std::min(result.size(), dbf_name_length));
            for (int n = 1; names_.count(lower_case(result)) != 0; ++n) {
                const std::string ending = "_" + std::to_string(n);
                result = name.substr(0, dbf_name_length - ending.size()) + ending;
            }
        }
        names_.insert(lower_case(result));
        return result;
    }

    void add_row(const VectorFile::Row& row, const Session& session) {
        const FeatureHandle feature(OGR_F_Create(OGR_L_GetLayerDefn(layer_)));
        const std::size_t count = std::min(row.values.size(), field_numbers_.size());
        for (std::size_t i = 0; i < count; ++i)
            set_value(feature.get(), field_numbers_[i], row.values[i], format_);
        if (transformer_) {
            geo::Geometry moved = row.geometry;
            if (transformer_->apply(moved) > 0)
                throw Error({"io.cannot_write", {path_.filename().string(), "NaN"}});
            OGR_F_SetGeometryDirectly(feature.get(), handle_of(moved).release());
        } else {
            OGR_F_SetGeometryDirectly(feature.get(), handle_of(row.geometry).release());
        }
        require(OGR_L_CreateFeature(layer_, feature.get()) == OGRERR_NONE, session);
    }

    static void set_value(OGRFeatureH feature, int field, const AttributeValue& value,
                          Format format) {
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            OGR_F_SetFieldInteger64(feature, field, *integer);
        else if (const auto* real = std::get_if<double>(&value); real && std::isfinite(*real))
            OGR_F_SetFieldDouble(feature, field, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            OGR_F_SetFieldString(feature, field,
                                 (format == Format::kml ? for_kml(*text) : *text).c_str());
        else
            OGR_F_SetFieldNull(feature, field);
    }

    Format format_;
    std::filesystem::path path_;
    const VectorFile& file_;
    Dataset dataset_;
    OGRLayerH layer_ = nullptr;
    std::optional<crs::Transformer> transformer_;
    std::vector<int> field_numbers_;
    std::set<std::string> names_;
};

std::uint64_t bytes_in(const MemoryFolder& memory) {
    std::uint64_t bytes = 0;
    for (const std::string& name : memory.names())
        bytes += memory_bytes(memory.path_of(name)).size();
    return bytes;
}

} // namespace

Result<std::vector<std::filesystem::path>> write_vector(const std::filesystem::path& path,
                                                        const VectorFile& file, Existing existing) {
    Progress unstopped;
    return write_vector(path, file, existing, unstopped);
}

Result<std::vector<std::filesystem::path>> write_vector(const std::filesystem::path& path,
                                                        const VectorFile& file, Existing existing,
                                                        Progress& progress) {
    const auto format = writable_format(path);
    if (!format)
        return Refusal{{"io.unknown_output", {path.string()}}};
    std::error_code ignored;
    const auto status = std::filesystem::symlink_status(path, ignored);
    const bool replaceable =
        existing == Existing::replace && std::filesystem::is_regular_file(status);
    if (std::filesystem::exists(status) && !replaceable)
        return Refusal{{"io.exists", {path.string()}}};
    // A .dbf alone may be somebody's table.
    if (*format == Format::shapefile && existing == Existing::keep)
        if (const auto parts = parts_of_set(path); !parts.empty())
            return Refusal{{"io.exists", {parts.front().string()}}};
    if (*format == Format::shapefile && kinds_of(file).mixed())
        return Refusal{{"io.mixed_geometry", {path.string()}}};
    Session session;
    const MemoryFolder memory;
    memory.make_folder({});
    LayerWriter(*format, memory.path_of(path.filename().string()), file).write(session, progress);
    progress.check();
    PrivateFolder folder(path, bytes_in(memory));
    folder.take(memory, progress);
    return folder.publish();
}

} // namespace antardesa::io
