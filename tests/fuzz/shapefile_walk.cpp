// A shapefile from its bytes alone. The input holds .shp, .shx, .dbf and .prj one after the other,
// each behind its length in two bytes.
#include "io/detail/shapefile_walk.h"
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/detail/shapefile_reader.h"

using namespace antardesa;

namespace {

std::string_view next_part(std::string_view& input) {
    if (input.size() < 2)
        return {};
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(input[at]); };
    const std::size_t length = byte(0) + 256U * byte(1);
    const std::string_view part = input.substr(2, length);
    input.remove_prefix(2 + part.size());
    return part;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view input = fuzz::text_of(data, size);
    io::detail::ShapefileBytes files;
    files.shp = next_part(input);
    files.shx = next_part(input);
    files.dbf = next_part(input);
    files.prj = next_part(input);
    files.has_shx = !files.shx.empty();
    files.has_dbf = !files.dbf.empty();
    files.has_prj = !files.prj.empty();
    for (const auto& record : io::detail::walk_shapefile(files.shp, files.shx).records)
        fuzz::require(record.content <= files.shp.size() &&
                          record.length <= files.shp.size() - record.content,
                      "records lie within the file");
    try {
        io::FeatureTable table;
        Progress progress;
        io::detail::read_shapefile(files, table, progress);
        for (const auto& column : table.columns)
            fuzz::require(column.size() == table.features.size(),
                          "every feature has a value in every column");
    } catch (const Error&) {
    }
    return 0;
}
