#include "io/detail/tiff_scan.h"

#include "base/text.h"
#include "io/detail/bytes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace antardesa::io::detail {

namespace {

constexpr std::uint64_t pixel_budget = 10'000'000'000; // 100,000 squared: a scan of 8 m at 300 dpi
constexpr std::uint64_t most_bands = 64;
constexpr std::uint64_t most_entries = 4096;
constexpr std::size_t most_directories = 64;
constexpr std::uint64_t most_blocks = 1'000'000;

enum Tag : unsigned {
    width_tag = 256,
    height_tag = 257,
    bits_tag = 258,
    compression_tag = 259,
    strip_offsets = 273,
    bands_tag = 277,
    rows_per_strip = 278,
    strip_counts = 279,
    tile_offsets = 324,
    tile_counts = 325,
    pixel_scale = 33550,
    tie_points = 33922,
    geo_keys = 34735
};

std::uint64_t type_size(unsigned type) {
    constexpr std::array<std::uint64_t, 19> sizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4,
                                                  8, 4, 8, 4, 0, 0, 8, 8, 8};
    return type < sizes.size() ? sizes[type] : 0;
}

struct Entry {
    unsigned type = 0;
    std::uint64_t count = 0;
    std::uint64_t at = 0; ///< where its values begin
};

class Scanner {
  public:
    explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

    TiffScan run() {
        if (!read_header()) {
            scan_.fault = TiffFault::no_tiff;
            return scan_;
        }
        std::uint64_t next = read_directory(first_, true);
        std::set<std::uint64_t> seen{first_};
        while (scan_.fault == TiffFault::none && next != 0 && seen.size() < most_directories) {
            scan_.directory_loops = !seen.insert(next).second;
            if (scan_.directory_loops)
                break;
            next = read_directory(next, false);
        }
        if (scan_.fault == TiffFault::none)
            judge();
        return scan_;
    }

  private:
    bool has(std::uint64_t at, std::uint64_t size) const {
        return at <= bytes_.size() && size <= bytes_.size() - at;
    }
    std::uint64_t number(std::uint64_t at, std::uint64_t width) const {
        std::uint64_t value = 0;
        for (std::uint64_t i = 0; i < width; ++i) {
            const std::uint64_t place = big_endian_ ? i : width - 1 - i;
            value = value << 8 | static_cast<unsigned char>(bytes_[at + place]);
        }
        return value;
    }

    bool read_header() {
        if (!has(0, 8))
            return false;
        big_endian_ = bytes_.starts_with("MM");
        if (!big_endian_ && !bytes_.starts_with("II"))
            return false;
        const std::uint64_t version = number(2, 2);
        big_ = version == 43;
        if (big_ && !has(0, 16))
            return false;
        first_ = big_ ? number(8, 8) : number(4, 4);
        return version == 42 || big_;
    }

    // Returns where the next one is. Only the first describes the picture that is shown.
    std::uint64_t read_directory(std::uint64_t at, bool main) {
        const std::uint64_t count_size = big_ ? 8 : 2;
        const std::uint64_t entry_size = big_ ? 20 : 12;
        const std::uint64_t offset_size = big_ ? 8 : 4;
        const std::uint64_t count = has(at, count_size) ? number(at, count_size) : 0;
        if (count == 0 || count > most_entries || !has(at + count_size, count * entry_size)) {
            if (main)
                scan_.fault = TiffFault::directory;
            else
                ++scan_.odd_tags;
            return 0;
        }
        for (std::uint64_t i = 0; main && i < count; ++i)
            read_entry(at + count_size + i * entry_size, offset_size);
        const std::uint64_t end = at + count_size + count * entry_size;
        return has(end, offset_size) ? number(end, offset_size) : 0;
    }

    void read_entry(std::uint64_t at, std::uint64_t offset_size) {
        Entry entry;
        const auto tag = static_cast<unsigned>(number(at, 2));
        entry.type = static_cast<unsigned>(number(at + 2, 2));
        entry.count = number(at + 4, offset_size);
        const std::uint64_t size = type_size(entry.type);
        const std::uint64_t value_at = at + 4 + offset_size;
        const bool too_many = size == 0 || entry.count > bytes_.size() / size;
        if (too_many) {
            ++scan_.odd_tags;
            return;
        }
        entry.at = size * entry.count <= offset_size ? value_at : number(value_at, offset_size);
        if (!has(entry.at, size * entry.count)) {
            ++scan_.odd_tags;
            return;
        }
        entries_.emplace(tag, entry);
    }

    std::uint64_t value(Tag tag, std::uint64_t otherwise, std::uint64_t index = 0) const {
        const auto found = entries_.find(tag);
        if (found == entries_.end() || index >= found->second.count)
            return otherwise;
        const std::uint64_t size = type_size(found->second.type);
        return number(found->second.at + index * size, size);
    }

    std::vector<double> doubles(Tag tag) const {
        constexpr unsigned type_double = 12;
        std::vector<double> values;
        const auto found = entries_.find(tag);
        if (found != entries_.end() && found->second.type == type_double)
            for (std::uint64_t i = 0; i < std::min<std::uint64_t>(found->second.count, 6000); ++i)
                values.push_back(std::bit_cast<double>(number(found->second.at + 8 * i, 8)));
        return values;
    }

    void judge() {
        scan_.width = value(width_tag, 0);
        scan_.height = value(height_tag, 0);
        scan_.bands = value(bands_tag, 1);
        const std::uint64_t bits = value(bits_tag, 1);
        constexpr std::array<std::uint64_t, 8> known_bits{1, 2, 4, 8, 12, 16, 32, 64};
        if (scan_.width == 0 || scan_.height == 0 || scan_.width > pixel_budget / scan_.height)
            scan_.fault = TiffFault::size;
        else if (scan_.bands == 0 || scan_.bands > most_bands ||
                 std::find(known_bits.begin(), known_bits.end(), bits) == known_bits.end())
            scan_.fault = TiffFault::layout;
        if (scan_.fault != TiffFault::none)
            return;
        check_blocks(bits);
        check_placement();
        check_keys();
    }

    void check_blocks(std::uint64_t bits) {
        const bool tiled = entries_.contains(tile_offsets);
        const Tag offsets = tiled ? tile_offsets : strip_offsets;
        const Tag counts = tiled ? tile_counts : strip_counts;
        const auto found = entries_.find(offsets);
        const std::uint64_t blocks = found == entries_.end() ? 0 : found->second.count;
        const std::uint64_t rows = std::min(value(rows_per_strip, scan_.height), scan_.height);
        const std::uint64_t needed =
            (scan_.width * bits * scan_.bands + 7) / 8 * std::max<std::uint64_t>(rows, 1);
        for (std::uint64_t i = 0; i < std::min(blocks, most_blocks); ++i) {
            const std::uint64_t at = value(offsets, 0, i);
            const std::uint64_t size = value(counts, 0, i);
            const bool sparse = at == 0 && size == 0; // a block of nothing, by GDAL's custom
            scan_.blocks_outside += !sparse && !has(at, size);
            const bool last = i + 1 == blocks;
            scan_.blocks_short += !sparse && !tiled && !last && value(compression_tag, 1) == 1 &&
                                  value(bands_tag, 1) == scan_.bands && size < needed;
        }
    }

    void check_placement() {
        const std::vector<double> scale = doubles(pixel_scale);
        const std::vector<double> points = doubles(tie_points);
        const auto finite = [](double v) { return std::isfinite(v); };
        scan_.placement_odd = !std::all_of(scale.begin(), scale.end(), finite) ||
                              !std::all_of(points.begin(), points.end(), finite) ||
                              (scale.size() >= 2 && (scale[0] == 0 || scale[1] == 0));
    }

    void check_keys() {
        const auto found = entries_.find(geo_keys);
        if (found == entries_.end())
            return;
        const std::uint64_t values = found->second.count;
        scan_.keys_odd = values < 4 || value(geo_keys, 0, 3) > (values - 4) / 4;
    }

    std::string_view bytes_;
    bool big_endian_ = false;
    bool big_ = false;
    std::uint64_t first_ = 0;
    std::map<unsigned, Entry> entries_;
    TiffScan scan_;
};

} // namespace

TiffScan scan_tiff(std::string_view bytes) {
    return Scanner(bytes).run();
}

std::optional<std::array<double, 6>> read_world_file(std::string_view text) {
    std::array<double, 6> numbers{};
    std::size_t read = 0;
    constexpr std::size_t longest = 1024;
    for (const std::string& line : split(text.substr(0, longest), '\n')) {
        if (read == numbers.size() || (read > 0 && trimmed(line).empty()))
            break;
        const auto number = parse_number(trimmed(line));
        if (!number || !std::isfinite(*number))
            return std::nullopt;
        numbers[read++] = *number;
    }
    const bool has_size = numbers[0] * numbers[3] - numbers[1] * numbers[2] != 0;
    return read == numbers.size() && has_size ? std::optional(numbers) : std::nullopt;
}

} // namespace antardesa::io::detail
