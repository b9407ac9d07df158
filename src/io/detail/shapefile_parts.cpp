#include "io/detail/shapefile_parts.h"

#include "base/result.h"
#include "base/text.h"

#include <algorithm>
#include <filesystem>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t header_size = 100;
constexpr std::size_t index_limit = std::size_t{256} << 20;
constexpr std::size_t repair_limit = std::size_t{2} << 30;
constexpr std::size_t index_entry = 8;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = width; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

void put_big_endian(std::string& bytes, std::uint64_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xff);
}

void set_big_endian(std::string& bytes, std::size_t at, std::uint64_t value) {
    std::string number;
    put_big_endian(number, value);
    bytes.replace(at, 4, number);
}

std::uint64_t size_of(const std::string& path) {
    VSIStatBufL status{};
    if (path.empty() || VSIStatL(path.c_str(), &status) != 0)
        return 0;
    return static_cast<std::uint64_t>(status.st_size);
}

/// Where a record's content lies in the .shp, in bytes.
struct Extent {
    std::uint64_t offset = 0; ///< of the record header
    std::uint64_t length = 0; ///< of the content
};

std::vector<Extent> index_extents(const std::string& shx) {
    std::vector<Extent> extents;
    if (shx.empty())
        return extents;
    const auto bytes = file_bytes(shx, index_limit);
    if (!bytes || bytes->size() < header_size)
        return extents;
    extents.reserve((bytes->size() - header_size) / index_entry);
    for (std::size_t at = header_size; at + index_entry <= bytes->size(); at += index_entry)
        extents.push_back({std::uint64_t{big_endian(*bytes, at)} * 2,
                           std::uint64_t{big_endian(*bytes, at + 4)} * 2});
    return extents;
}

// Records that follow each other without a hole to the very end of the file need no walk.
bool covers_whole_file(const std::vector<Extent>& extents, std::uint64_t shp_size) {
    std::uint64_t at = header_size;
    for (const Extent& extent : extents) {
        if (extent.offset != at)
            return false;
        at += 8 + extent.length;
    }
    return at == shp_size;
}

struct Walk {
    std::vector<Extent> extents;
    bool truncated = false;
};

Walk walk_records(const std::string& shp, std::uint64_t shp_size) {
    Walk walk;
    const File file(VSIFOpenL(shp.c_str(), "rb"));
    std::uint64_t at = header_size;
    std::string header(8, '\0');
    while (file && at + 8 <= shp_size) {
        if (VSIFSeekL(file.get(), at, SEEK_SET) != 0 ||
            VSIFReadL(header.data(), 1, 8, file.get()) != 8)
            break;
        const std::uint64_t length = std::uint64_t{big_endian(header, 4)} * 2;
        if (length < 4 || at + 8 + length > shp_size)
            break;
        walk.extents.push_back({at, length});
        at += 8 + length;
    }
    walk.truncated = at < shp_size;
    return walk;
}

struct TableShape {
    bool present = false;
    std::uint32_t claimed = 0;  ///< rows by its header
    std::uint32_t physical = 0; ///< rows by its size
    std::size_t header = 0;
    std::size_t row = 0;
};

TableShape table_shape(const std::string& dbf) {
    TableShape shape;
    const std::string start = dbf.empty() ? std::string() : first_bytes(dbf, 32);
    if (start.size() < 32)
        return shape;
    shape.claimed = little_endian(start, 4, 4);
    shape.header = little_endian(start, 8, 2);
    shape.row = little_endian(start, 10, 2);
    const std::uint64_t size = size_of(dbf);
    if (shape.row == 0 || shape.header < 33 || size < shape.header)
        return shape;
    shape.present = true;
    shape.physical = static_cast<std::uint32_t>((size - shape.header) / shape.row);
    return shape;
}

Finding finding(Severity severity, const char* code, const std::string& subject,
                std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), subject);
    return {severity, code, subject, std::nullopt, {std::string("io.") + code, arguments}};
}

std::string index_bytes(const std::string& shp, const std::vector<Extent>& extents) {
    std::string bytes = shp.substr(0, header_size);
    set_big_endian(bytes, 24, (header_size + extents.size() * index_entry) / 2);
    for (const Extent& extent : extents) {
        put_big_endian(bytes, extent.offset / 2);
        put_big_endian(bytes, extent.length / 2);
    }
    return bytes;
}

void add_null_outlines(std::string& shp, std::vector<Extent>& extents, std::size_t count) {
    while (extents.size() < count) {
        extents.push_back({shp.size(), 4});
        put_big_endian(shp, extents.size());
        put_big_endian(shp, 2);
        shp.append(4, '\0');
    }
}

// The table cut or filled with blank rows to `rows`.
std::string table_bytes(const std::string& dbf, const TableShape& shape, std::size_t rows) {
    auto bytes = file_bytes(dbf, repair_limit);
    if (!bytes)
        throw Error({"io.unreadable", {dbf, ""}});
    bytes->resize(shape.header + std::min<std::size_t>(rows, shape.physical) * shape.row);
    bytes->resize(shape.header + rows * shape.row, ' ');
    for (std::size_t i = 0, value = rows; i < 4; ++i, value >>= 8)
        (*bytes)[4 + i] = static_cast<char>(value & 0xff);
    return std::move(*bytes);
}

void rebuild(ReadyShapefile& ready, const ShapefileParts& parts, const TableShape& table,
             std::vector<Extent> extents) {
    auto shp = file_bytes(parts.shp, repair_limit);
    if (!shp)
        throw Error({"io.unreadable", {parts.shp, ""}});
    const std::size_t rows = std::max<std::size_t>(extents.size(), table.physical);
    if (extents.empty())
        shp->resize(header_size);
    else
        shp->resize(extents.back().offset + 8 + extents.back().length);
    add_null_outlines(*shp, extents, table.present ? rows : extents.size());
    set_big_endian(*shp, 24, shp->size() / 2);
    ready.memory = std::make_unique<MemoryFolder>();
    const std::string stem = std::filesystem::path(parts.shp).stem().string();
    ready.path = ready.memory->put(stem + ".shp", *shp);
    ready.memory->put(stem + ".shx", index_bytes(*shp, extents));
    if (table.present)
        ready.memory->put(stem + ".dbf", table_bytes(parts.dbf, table, extents.size()));
    ready.records = static_cast<std::int64_t>(extents.size());
}

void report(ReadyShapefile& ready, const std::string& shown, const TableShape& table,
            std::size_t outlines, std::size_t indexed, bool truncated) {
    auto& list = ready.findings;
    const std::string count = std::to_string(outlines);
    if (truncated)
        list.push_back(finding(Severity::error, "truncated", shown, {count}));
    if (indexed != outlines)
        list.push_back(
            finding(Severity::warning, "index_rebuilt", shown, {count, std::to_string(indexed)}));
    if (!table.present)
        list.push_back(finding(Severity::warning, "missing_dbf", shown, {}));
    else if (table.claimed != table.physical)
        list.push_back(finding(Severity::warning, "table_header_wrong", shown,
                               {std::to_string(table.claimed), std::to_string(table.physical)}));
    if (table.present && table.physical < outlines)
        list.push_back(finding(Severity::error, "outlines_without_row", shown,
                               {std::to_string(outlines - table.physical), count}));
    if (table.present && table.physical > outlines)
        list.push_back(
            finding(Severity::error, "rows_without_outline", shown,
                    {std::to_string(table.physical - outlines), std::to_string(table.physical)}));
}

} // namespace

ShapefileParts find_parts(const std::string& shp) {
    const std::filesystem::path path(shp);
    const std::string stem = lower_case(path.stem().string());
    ShapefileParts parts;
    parts.shp = shp;
    const std::string folder = path.parent_path().string();
    const Strings names(VSIReadDir(folder.c_str()));
    for (char** name = names.get(); name && *name; ++name) {
        const std::filesystem::path file(*name);
        if (lower_case(file.stem().string()) != stem)
            continue;
        const std::string whole = folder + "/" + *name;
        const std::string extension = lower_case(file.extension().string());
        if (extension == ".shx")
            parts.shx = whole;
        else if (extension == ".dbf")
            parts.dbf = whole;
        else if (extension == ".prj")
            parts.prj = whole;
        else if (extension == ".cpg" || (extension == ".cst" && parts.cpg.empty()))
            parts.cpg = whole;
    }
    return parts;
}

ReadyShapefile ready_shapefile(const ShapefileParts& parts, const std::string& shown) {
    ReadyShapefile ready;
    ready.path = parts.shp;
    const std::uint64_t shp_size = size_of(parts.shp);
    const TableShape table = table_shape(parts.dbf);
    std::vector<Extent> extents = index_extents(parts.shx);
    const std::size_t indexed = extents.size();
    bool truncated = false;
    if (parts.shx.empty() || !covers_whole_file(extents, shp_size)) {
        Walk walk = walk_records(parts.shp, shp_size);
        truncated = walk.truncated;
        extents = std::move(walk.extents);
    }
    ready.records = static_cast<std::int64_t>(extents.size());
    report(ready, shown, table, extents.size(), indexed, truncated);
    const bool agree =
        extents.size() == indexed && !truncated &&
        (!table.present || (table.claimed == table.physical && table.physical == extents.size()));
    if (!agree)
        rebuild(ready, parts, table, std::move(extents));
    return ready;
}

std::optional<crs::Crs> crs_of_prj(const ShapefileParts& parts) {
    if (parts.prj.empty())
        return std::nullopt;
    const auto text = file_bytes(parts.prj, 65536);
    return text ? crs::Crs::from_wkt(*text) : std::nullopt;
}

} // namespace antardesa::io::detail
