#include "base/result.h"
#include "base/text.h"
#include "io/detail/geopackage.h"
#include "io/detail/shapefile_reader.h"
#include "io/detail/source.h"
#include "io/detail/text_limits.h"
#include "sqlite/failure.h"

#include <filesystem>
#include <map>

namespace antardesa::io::detail {

namespace {

/// The file of the same name with another ending, without regard to case; "" without one.
class Sidecars {
  public:
    explicit Sidecars(const std::string& main) {
        const std::filesystem::path path(main);
        const std::string stem = lower_case(path.stem().string());
        const std::string folder = path.parent_path().string();
        const Strings names(VSIReadDir(folder.c_str()));
        for (char** name = names.get(); name && *name; ++name) {
            const std::filesystem::path file(*name);
            if (lower_case(file.stem().string()) == stem)
                paths_.try_emplace(lower_case(file.extension().string()), folder + "/" + *name);
        }
    }

    bool has(const char* ending) const { return paths_.contains(ending); }
    std::string_view bytes(const char* ending) const {
        const auto found = paths_.find(ending);
        return found == paths_.end() ? std::string_view() : memory_bytes(found->second);
    }

  private:
    std::map<std::string, std::string> paths_;
};

class ShapefileSource : public Source {
  public:
    explicit ShapefileSource(const VectorSource& source) : source_(source) {
        const Sidecars sidecars(source.path);
        files_.shp = memory_bytes(source.path);
        files_.shx = sidecars.bytes(".shx");
        files_.dbf = sidecars.bytes(".dbf");
        files_.prj = sidecars.bytes(".prj");
        files_.cpg = sidecars.bytes(sidecars.has(".cpg") ? ".cpg" : ".cst");
        files_.has_shx = sidecars.has(".shx");
        files_.has_dbf = sidecars.has(".dbf");
        files_.has_prj = sidecars.has(".prj");
        layers_.emplace_back().name = std::filesystem::path(source.path).stem().string();
        describe(files_, layers_.front());
    }

    const std::vector<LayerSummary>& layers() const override { return layers_; }
    const std::vector<Finding>& findings() const override { return source_.findings; }

    void read(std::size_t, LayerReading& reading, Progress& progress) const override {
        reading.table.layer = layers_.front().name;
        const ShapefileNotes notes = read_shapefile(files_, reading.table, progress);
        reading.crs = notes.crs;
        reading.crs_named = notes.crs_named;
        reading.encoding = notes.encoding;
    }

  private:
    const VectorSource& source_;
    ShapefileBytes files_;
    std::vector<LayerSummary> layers_;
};

/// SQLite's troubles speak of a project; about a stranger's file they name it and say what helps.
template<class Work>
auto named(const std::string& shown, Work work) {
    try {
        return work();
    } catch (const sqlite::DatabaseError& error) {
        switch (error.trouble()) {
        case sqlite::Trouble::corrupt:
            throw Error({"io.database_damaged", {shown}}, error.said());
        case sqlite::Trouble::not_a_database:
            throw Error({"io.unreadable", {shown, "GeoPackage"}}, error.said());
        case sqlite::Trouble::interrupted:
            throw;
        default:
            throw Error({"io.database_refused", {shown}}, error.said());
        }
    }
}

class GeoPackageSource : public Source {
  public:
    GeoPackageSource(const VectorSource& source, const Progress& progress)
        : shown_(source.shown),
          package_(
              named(shown_,
                    [&] { return GeoPackage(memory_bytes(source.path), source.shown, progress); })),
          findings_(source.findings) {
        findings_.insert(findings_.end(), package_.findings().begin(), package_.findings().end());
        for (const GeoPackageLayer& layer : package_.layers()) {
            LayerSummary& summary = layers_.emplace_back();
            summary.name = kept_name(repaired_utf8(layer.table));
            summary.features = named(shown_, [&] { return package_.count(layer); });
            summary.geometry = layer.geometry;
            summary.crs = layer.crs;
            for (const LayerField& field : layer.fields)
                summary.fields.push_back({kept_name(repaired_utf8(field.name)), field.type});
        }
    }

    const std::vector<LayerSummary>& layers() const override { return layers_; }
    const std::vector<Finding>& findings() const override { return findings_; }

    void read(std::size_t layer, LayerReading& reading, Progress& progress) const override {
        const GeoPackageLayer& chosen = package_.layers()[layer];
        reading.table.findings.insert(reading.table.findings.end(), chosen.findings.begin(),
                                      chosen.findings.end());
        named(shown_, [&] { package_.read(chosen, reading.table, progress); });
        reading.crs = chosen.crs;
        reading.crs_named = chosen.crs_named;
    }

  private:
    std::string shown_;
    GeoPackage package_;
    std::vector<Finding> findings_;
    std::vector<LayerSummary> layers_;
};

} // namespace

std::unique_ptr<Source> open_source(const VectorSource& source, const Session& session,
                                    const Progress& progress) {
    if (source.refused)
        throw Error(*source.refused);
    if (source.format == Format::shapefile)
        return std::make_unique<ShapefileSource>(source);
    if (source.format == Format::geopackage)
        return std::make_unique<GeoPackageSource>(source, progress);
    if (source.format == Format::gpx)
        return open_gpx(source);
    if (source.format == Format::photo)
        return open_photo(source);
    return open_with_gdal(source, session);
}

} // namespace antardesa::io::detail
