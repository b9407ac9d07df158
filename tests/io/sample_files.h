#pragma once

#include "geo/geometry.h"
#include "io/detail/in_process.h"
#include "io/feature_table.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include <stdlib.h>

/// Small files made by the tests, byte by byte where the reader's own counting is tried.
namespace antardesa::io::testing {

/// A folder of the test, removed with its contents.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "antardesa-io-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (const auto& entry : std::filesystem::directory_iterator(path_))
            list.push_back(entry.path().filename().string());
        std::sort(list.begin(), list.end());
        return list;
    }

  private:
    std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The shared test data, when present.
inline std::optional<std::filesystem::path> real_data() {
    const char* given = std::getenv("ANTARDESA_TEST_DATA");
    const std::filesystem::path root = given ? given : ANTARDESA_SOURCE_DIR "/../shared/data";
    return std::filesystem::is_directory(root / "real") ? std::optional(root / "real")
                                                        : std::nullopt;
}

inline constexpr const char* wgs84_prj =
    "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
    "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

/// A square ring of the given side, clockwise as shapefiles want outer rings.
inline geo::Ring square(double x, double y, double side = 0.01) {
    return {{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}, {x, y}};
}

/// A shapefile of type 5 (polygon), or 15 with Z = 0 and M = -DBL_MAX, built by hand.
class ShapefileBytes {
  public:
    struct Field {
        std::string name;
        int width = 20;
        char type = 'C';
    };

    explicit ShapefileBytes(std::vector<Field> fields, int type = 5)
        : fields_(std::move(fields)), type_(type) {}

    void add(const std::vector<geo::Ring>& rings, const std::vector<std::string>& values) {
        records_.push_back(rings.empty() ? null_record() : record(rings));
        rows_.push_back(values);
    }

    std::string shp() const {
        std::string body;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            big(body, static_cast<std::uint32_t>(i + 1));
            big(body, static_cast<std::uint32_t>(records_[i].size() / 2));
            body += records_[i];
        }
        return header(100 + body.size()) + body;
    }
    std::string shx() const {
        std::string body;
        std::uint32_t offset = 50;
        for (const std::string& record : records_) {
            big(body, offset);
            big(body, static_cast<std::uint32_t>(record.size() / 2));
            offset += static_cast<std::uint32_t>(record.size() / 2) + 4;
        }
        return header(100 + body.size()) + body;
    }
    std::string dbf(unsigned char language_driver = 0) const {
        std::size_t width = 1;
        for (const Field& field : fields_)
            width += static_cast<std::size_t>(field.width);
        std::string bytes("\x03\x7a\x01\x01", 4);
        little(bytes, rows_.size(), 4);
        little(bytes, 33 + 32 * fields_.size(), 2);
        little(bytes, width, 2);
        bytes.append(17, '\0');
        bytes += static_cast<char>(language_driver);
        bytes.append(2, '\0');
        for (const Field& field : fields_) {
            std::string name = field.name;
            name.resize(11, '\0');
            bytes += name + field.type + std::string(4, '\0') + static_cast<char>(field.width) +
                     std::string(15, '\0');
        }
        bytes += '\r';
        for (const auto& row : rows_) {
            bytes += ' ';
            for (std::size_t i = 0; i < fields_.size(); ++i) {
                std::string cell = i < row.size() ? row[i] : "";
                cell.resize(static_cast<std::size_t>(fields_[i].width), ' ');
                bytes += cell;
            }
        }
        return bytes + '\x1a';
    }
    /// All four files; returns the .shp.
    std::filesystem::path write(const TemporaryFolder& folder, const std::string& stem = "desa",
                                const std::string& prj = wgs84_prj) const {
        folder.write(stem + ".shx", shx());
        folder.write(stem + ".dbf", dbf());
        if (!prj.empty())
            folder.write(stem + ".prj", prj);
        return folder.write(stem + ".shp", shp());
    }
    std::size_t row_width() const { return dbf().size(); }

  private:
    static void big(std::string& bytes, std::uint32_t value) {
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(value >> shift & 0xff);
    }
    static void little(std::string& bytes, std::size_t value, int width) {
        for (int i = 0; i < width; ++i, value >>= 8)
            bytes += static_cast<char>(value & 0xff);
    }
    static void real(std::string& bytes, double value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    // The boxes lie on purpose: they must not be believed.
    std::string header(std::size_t size) const {
        std::string bytes;
        big(bytes, 9994);
        bytes.append(20, '\0');
        big(bytes, static_cast<std::uint32_t>(size / 2));
        little(bytes, 1000, 4);
        little(bytes, static_cast<std::size_t>(type_), 4);
        for (int i = 0; i < 8; ++i)
            real(bytes, -1.797693134862315e308);
        return bytes;
    }
    static std::string null_record() { return std::string(4, '\0'); }
    std::string record(const std::vector<geo::Ring>& rings) const {
        std::string bytes;
        little(bytes, static_cast<std::size_t>(type_), 4);
        for (const double side : {1.0, 1.0, 2.0, 2.0})
            real(bytes, side);
        std::size_t points = 0;
        for (const geo::Ring& ring : rings)
            points += ring.size();
        little(bytes, rings.size(), 4);
        little(bytes, points, 4);
        std::size_t first = 0;
        for (const geo::Ring& ring : rings) {
            little(bytes, first, 4);
            first += ring.size();
        }
        for (const geo::Ring& ring : rings)
            for (const geo::Point p : ring) {
                real(bytes, p.x);
                real(bytes, p.y);
            }
        if (type_ == 15)
            add_heights(bytes, points);
        return bytes;
    }
    static void add_heights(std::string& bytes, std::size_t points) {
        for (std::size_t i = 0; i < points + 2; ++i)
            real(bytes, 0);
        for (std::size_t i = 0; i < points + 2; ++i)
            real(bytes, -1.797693134862315e308);
    }

    std::vector<Field> fields_;
    int type_;
    std::vector<std::string> records_;
    std::vector<std::vector<std::string>> rows_;
};

inline bool has_finding(const std::vector<Finding>& findings, const std::string& code) {
    for (const Finding& finding : findings)
        if (finding.code == code)
            return true;
    return false;
}

inline int count_findings(const std::vector<Finding>& findings, const std::string& code) {
    int count = 0;
    for (const Finding& finding : findings)
        count += finding.code == code;
    return count;
}

/// A table of squares side by side, for the interpreter; every value is text.
inline FeatureTable table_of(const std::vector<std::string>& columns,
                             const std::vector<std::vector<std::string>>& rows,
                             double side = 0.01) {
    FeatureTable table;
    table.layer = "desa";
    table.crs = crs::wgs84();
    for (const std::string& column : columns)
        table.columns.emplace_back(column, FieldType::text);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.features.push_back(
            {static_cast<std::int64_t>(i),
             geo::PolygonSet{{{square(110 + 0.02 * static_cast<double>(i), -7, side), {}}}}});
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (rows[i][c] == "NULL")
                table.columns[c].append_null();
            else
                table.columns[c].append(std::string_view(rows[i][c]));
    }
    table.features_in_file = static_cast<std::int64_t>(rows.size());
    return table;
}

} // namespace antardesa::io::testing
