#include "base/result.h"
#include "io/detail/exif_scan.h"
#include "io/detail/source.h"

namespace antardesa::io::detail {

namespace {

/// A photo as a layer of one place: where it was taken, and when.
class PhotoSource : public Source {
  public:
    explicit PhotoSource(const VectorSource& source)
        : findings_(source.findings), facts_(scan_exif(memory_bytes(source.path))) {
        LayerSummary& layer = layers_.emplace_back();
        layer.name = std::filesystem::path(source.path).stem().string();
        layer.features = 1;
        layer.geometry = facts_.position ? "point" : "none";
        layer.crs = crs::wgs84();
        layer.fields = {{"taken", FieldType::text}};
    }

    const std::vector<LayerSummary>& layers() const override { return layers_; }
    const std::vector<Finding>& findings() const override { return findings_; }

    void read(std::size_t, LayerReading& reading, Progress&) const override {
        FeatureTable& table = reading.table;
        table.layer = layers_.front().name;
        table.features_in_file = 1;
        geo::Geometry place;
        if (facts_.position)
            place = geo::PointSet{{*facts_.position}};
        table.features.push_back({0, std::move(place)});
        table.columns = {Column("taken", FieldType::text)};
        table.columns[0].append(std::string_view(facts_.taken));
        reading.crs = crs::wgs84();
        reading.crs_named = true;
    }

  private:
    std::vector<Finding> findings_;
    ExifFacts facts_;
    std::vector<LayerSummary> layers_;
};

} // namespace

std::unique_ptr<Source> open_photo(const VectorSource& source) {
    return std::make_unique<PhotoSource>(source);
}

} // namespace antardesa::io::detail
