#include "project/detail/schema.h"
#include "project/detail/state.h"

#include <algorithm>
#include <charconv>

namespace antardesa::project {

namespace {

void append_hex(std::string& line, std::span<const std::uint8_t> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    for (const std::uint8_t byte : bytes) {
        line += digits[byte >> 4];
        line += digits[byte & 15];
    }
}

/// The shortest text that reads back as the same number.
void append_number(std::string& line, double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    line.append(digits, end);
}

/// "desa|id=1|nama='Sukamaju'|geom=x4750…": types kept apart, so that 1 and '1' differ.
std::string row_line(const char* table, const sqlite::Statement& row) {
    std::string line = table;
    for (int i = 0; i < row.column_count(); ++i) {
        line += "|" + std::string(row.column_name(i)) + "=";
        if (row.is_text(i))
            line += "'" + std::string(row.text(i)) + "'";
        else if (row.is_number(i))
            append_number(line, row.real(i));
        else if (!row.is_null(i))
            append_hex(line += "x", row.blob(i));
    }
    return line;
}

} // namespace

std::string content_dump(const std::filesystem::path& path) {
    try {
        const auto database = sqlite::Database::open(path, sqlite::Access::immutable);
        std::vector<std::string> lines;
        for (const char* table : detail::recorded_tables(detail::stored_version(database))) {
            auto rows = database.prepare(std::string("SELECT * FROM ") + table);
            while (rows.step())
                lines.push_back(row_line(table, rows));
        }
        std::sort(lines.begin(), lines.end());
        std::string dump;
        for (const std::string& line : lines)
            dump += line + "\n";
        return dump;
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, path);
    }
}

} // namespace antardesa::project
