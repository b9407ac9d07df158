// Texts of a table in any encoding, declared by name or by number: all become UTF-8, none is lost,
// and what had to be guessed is said. The first two bytes say what is declared; lines are rows.
#include "io/detail/text_encoding.h"
#include "base/text.h"
#include "fuzz/harness.h"

using namespace antardesa;

namespace {

io::FeatureTable table_of(std::string_view bytes) {
    io::FeatureTable table;
    io::Column names("NAMA", io::FieldType::text);
    for (const std::string& line : split(bytes, '\n')) {
        names.append(std::string_view(line));
        table.features.push_back({static_cast<std::int64_t>(table.features.size()), {}});
    }
    table.columns.push_back(std::move(names));
    return table;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    const std::string_view bytes = fuzz::text_of(data + 2, size - 2);
    const auto declared = data[0] % 2 == 0
                              ? io::detail::encoding_by_language_driver(data[1])
                              : io::detail::encoding_by_name(bytes.substr(0, data[1] % 16));
    auto table = table_of(bytes);
    const std::size_t rows = table.features.size();
    io::detail::decode_texts(table, declared);
    fuzz::require(table.columns[0].size() == rows, "no row is lost");
    for (std::size_t row = 0; row < rows; ++row)
        fuzz::require(is_utf8(table.columns[0].text_view(row)), "every text is UTF-8");
    return 0;
}
