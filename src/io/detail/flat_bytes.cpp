#include "io/detail/flat_bytes.h"

#include "base/text.h"
#include "io/detail/text_encoding.h"

#include <cmath>

namespace antardesa::io::detail {

void FlatWriter::text(std::string_view value) {
    bytes(is_utf8(value) ? value : std::string_view(from_windows_1252(value)));
}

std::string_view FlatReader::raw(std::size_t size) {
    if (size > rest_.size())
        throw NotFlat();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
}

std::uint8_t FlatReader::below(std::uint8_t limit) {
    const auto value = number<std::uint8_t>();
    if (value >= limit)
        throw NotFlat();
    return value;
}

double FlatReader::finite() {
    const auto value = number<double>();
    if (!std::isfinite(value))
        throw NotFlat();
    return value;
}

std::size_t FlatReader::count(std::size_t smallest) {
    const auto value = number<std::uint64_t>();
    if (value > rest_.size() / smallest)
        throw NotFlat();
    return static_cast<std::size_t>(value);
}

std::string_view FlatReader::text_view() {
    // A reader cuts long before; what holds more is not its answer.
    constexpr std::size_t longest = std::size_t{4} << 20;
    const std::string_view value = raw(count(1));
    if (value.size() > longest || !is_utf8(value))
        throw NotFlat();
    return value;
}

void FlatReader::finish() const {
    if (!rest_.empty())
        throw NotFlat();
}

} // namespace antardesa::io::detail
