#include "io/geo_pdf.h"

#include "base/result.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "io/detail/gdal.h"
#include "io/detail/whole_file.h"

#include <array>
#include <cerrno>

namespace antardesa::io {

namespace {

using namespace detail;

constexpr std::size_t largest_pdf = std::size_t{1} << 30;

std::string polygon_text(const std::vector<geo::Point>& ring) {
    std::string text = "POLYGON ((";
    for (const geo::Point p : ring) {
        std::array<char, 80> pair{};
        std::snprintf(pair.data(), pair.size(), "%s%.6f %.6f", text.back() == '(' ? "" : ",", p.x,
                      p.y);
        text += pair.data();
    }
    return text + "))";
}

void georeference_page(const std::filesystem::path& path, const GeoPage& page,
                       const Session& session) {
    const auto require = [&](bool good) {
        if (!good)
            throw Error({"io.cannot_georeference",
                         {path.filename().string(), std::to_string(page.page),
                          shown_on_one_line(session.last_failure())}});
    };
    require(!page.crs.is_geographic());
    const std::string name = "PDF:" + std::to_string(page.page) + ":" + path.string();
    const Strings drivers = strings({"PDF"});
    // At 72 dots an inch a pixel of GDAL's is a point of ours.
    const Strings options = strings({"DPI=72"});
    Dataset dataset(GDALOpenEx(name.c_str(), GDAL_OF_RASTER | GDAL_OF_UPDATE, drivers.get(),
                               options.get(), nullptr));
    require(dataset != nullptr);
    std::array<double, 6> transform{
        page.ground_of_origin.x, page.ground_per_point_x, 0, page.ground_of_origin.y, 0,
        page.ground_per_point_y};
    require(GDALSetProjection(dataset.get(), page.crs.wkt().c_str()) == CE_None);
    require(GDALSetGeoTransform(dataset.get(), transform.data()) == CE_None);
    if (page.neatline.size() >= 4)
        require(GDALSetMetadataItem(dataset.get(), "NEATLINE", polygon_text(page.neatline).c_str(),
                                    nullptr) == CE_None);
    const std::size_t before = session.messages().size();
    dataset.reset();
    for (std::size_t i = before; i < session.messages().size(); ++i)
        require(!session.messages()[i].failure);
}

} // namespace

void georeference_pdf(const std::filesystem::path& path, const std::vector<GeoPage>& pages,
                      Progress& progress) {
    if (pages.empty())
        return;
    const auto drawn = file_bytes(path.string(), largest_pdf);
    if (!drawn)
        throw Error(cannot_write(path, EFBIG));
    PrivateFolder folder(path, drawn->size());
    {
        Session session;
        session.set("GDAL_PDF_DPI", "72");
        if (!GDALGetDriverByName("PDF"))
            GDALRegister_PDF();
        const MemoryFolder memory;
        const std::string copy = memory.put(path.filename().string(), *drawn);
        for (const GeoPage& page : pages) {
            progress.check();
            georeference_page(copy, page, session);
        }
        folder.take(memory, progress);
    }
    folder.publish();
}

} // namespace antardesa::io
