#include "io/detail/shapefile_walk.h"

#include "io/detail/bytes.h"

#include <algorithm>
#include <array>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t header_size = 100;
constexpr std::size_t record_header = 8;
constexpr std::size_t index_entry = 8;
constexpr std::uint32_t file_code = 9994;
constexpr std::uint64_t smallest_content = 4;
constexpr std::array<std::uint32_t, 14> known_types{0,  1,  3,  5,  8,  11, 13,
                                                    15, 18, 21, 23, 25, 28, 31};

std::uint64_t words(std::string_view bytes, std::size_t at) {
    return std::uint64_t{big_endian_32(bytes, at)} * 2;
}

std::vector<ShapeRecord> index_records(std::string_view shx) {
    std::vector<ShapeRecord> records;
    if (shx.size() < header_size)
        return records;
    records.reserve((shx.size() - header_size) / index_entry);
    for (std::size_t at = header_size; at + index_entry <= shx.size(); at += index_entry)
        records.push_back({words(shx, at) + record_header, words(shx, at + 4)});
    return records;
}

bool is_whole(std::string_view shx) {
    return shx.size() >= header_size && (shx.size() - header_size) % index_entry == 0;
}

// Every record once, none over another, all of the file: in file order or in any other.
bool covers_whole_file(std::vector<ShapeRecord> records, std::uint64_t size) {
    const auto by_place = [](const ShapeRecord& a, const ShapeRecord& b) {
        return a.content < b.content;
    };
    if (!std::is_sorted(records.begin(), records.end(), by_place))
        std::sort(records.begin(), records.end(), by_place);
    std::uint64_t at = header_size;
    for (const ShapeRecord& record : records) {
        if (record.content != at + record_header)
            return false;
        at = record.content + record.length;
        if (at > size)
            return false;
    }
    return at == size;
}

// Sound without covering the file: each entry points at a record of exactly that length, no
// record is named twice. Editors leave holes behind.
bool agrees_with_headers(const std::vector<ShapeRecord>& records, std::string_view shp) {
    std::vector<std::uint64_t> places;
    for (const ShapeRecord& record : records) {
        if (record.content < header_size + record_header || record.content > shp.size() ||
            record.length > shp.size() - record.content ||
            words(shp, record.content - 4) != record.length)
            return false;
        places.push_back(record.content);
    }
    std::sort(places.begin(), places.end());
    return std::adjacent_find(places.begin(), places.end()) == places.end();
}

void walk_one_after_another(ShapefileWalk& walk, std::string_view shp) {
    std::uint64_t at = header_size;
    while (at + record_header <= shp.size()) {
        const std::uint64_t length = words(shp, at + 4);
        const std::uint64_t content = at + record_header;
        if (length < smallest_content || length > shp.size() - content)
            break;
        walk.records.push_back({content, length});
        at = content + length;
    }
    walk.truncated = at < shp.size();
}

void compare_headers(ShapefileWalk& walk, std::string_view shp) {
    for (std::size_t i = 0; i < walk.records.size(); ++i) {
        const std::size_t header = walk.records[i].content - record_header;
        walk.headers_wrong += words(shp, header + 4) != walk.records[i].length;
        walk.numbers_wrong += big_endian_32(shp, header) != i + 1;
    }
    // Some programs count from 0; that is no sign of anything.
    if (!walk.records.empty() && walk.numbers_wrong == walk.records.size() &&
        big_endian_32(shp, walk.records.front().content - record_header) == 0)
        walk.numbers_wrong = 0;
}

} // namespace

ShapefileWalk walk_shapefile(std::string_view shp, std::string_view shx) {
    ShapefileWalk walk;
    if (shp.size() < header_size || big_endian_32(shp, 0) != file_code)
        return walk;
    walk.type = little_endian_32(shp, 32);
    walk.is_shapefile =
        std::find(known_types.begin(), known_types.end(), walk.type) != known_types.end();
    walk.length_wrong = words(shp, 24) != shp.size();
    std::vector<ShapeRecord> indexed = index_records(shx);
    walk.indexed = indexed.size();
    bool sound = is_whole(shx) && covers_whole_file(indexed, shp.size());
    if (!sound) {
        walk_one_after_another(walk, shp);
        // An index that knows less than the file holds hides records.
        sound = is_whole(shx) && indexed.size() >= walk.records.size() && !indexed.empty() &&
                agrees_with_headers(indexed, shp);
    }
    walk.index_rejected = !shx.empty() && !sound;
    if (sound) {
        walk.records = std::move(indexed);
        walk.truncated = false;
    }
    if (walk.is_shapefile)
        compare_headers(walk, shp);
    return walk;
}

} // namespace antardesa::io::detail
