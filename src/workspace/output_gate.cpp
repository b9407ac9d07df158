#include "workspace/output_gate.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "workspace/verbs.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_length = 4096;

std::string ending_of(const fs::path& path) {
    return lower_case(path.extension().string());
}

Refusal refusal(const char* what, std::vector<std::string> arguments) {
    return {{std::string("workspace.output.") + what, std::move(arguments)}};
}

std::string head_of(const fs::path& path) {
    std::string bytes(head_length, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max(file.gcount(), std::streamsize{0})));
    return bytes;
}

/// Calls back with what follows each place where `words` stand in the file, up to 200 bytes of it.
void for_each_place(const fs::path& path, std::string_view words,
                    const std::function<void(std::string_view)>& take) {
    constexpr std::size_t chunk = std::size_t{1} << 20;
    constexpr std::size_t tail = 200;
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    for (bool more = true; more;) {
        const std::size_t kept = bytes.size();
        bytes.resize(kept + chunk);
        file.read(bytes.data() + kept, chunk);
        more = file.gcount() == static_cast<std::streamsize>(chunk);
        bytes.resize(kept + static_cast<std::size_t>(std::max(file.gcount(), std::streamsize{0})));
        const std::size_t room = words.size() + tail;
        const std::size_t end = more ? bytes.size() - room : bytes.size();
        for (std::size_t at = bytes.find(words); at < end; at = bytes.find(words, at + 1))
            take(std::string_view(bytes).substr(at + words.size(), tail));
        bytes.erase(0, std::min(end, bytes.size()));
    }
}

bool holds(const fs::path& path, std::string_view words) {
    bool found = false;
    for_each_place(path, words, [&](std::string_view) { found = true; });
    return found;
}

bool is_zip_with(const fs::path& path, std::string_view head, std::string_view entry) {
    return head.starts_with(std::string_view("PK\3\4", 4)) && holds(path, entry);
}

/// By the first bytes, as far as they tell the kind.
bool is_of_its_kind(const fs::path& path) {
    const std::string head = head_of(path);
    const std::string ending = ending_of(path);
    const auto says = [&](std::string_view words) { return head.find(words) != std::string::npos; };
    if (ending == ".pdf")
        return head.substr(0, 1024).find("%PDF-") != std::string::npos;
    if (ending == ".png")
        return head.starts_with("\x89PNG\r\n\x1a\n");
    if (ending == ".svg" || ending == ".kml")
        return says(ending == ".svg" ? "<svg" : "<kml");
    if (ending == ".geojson")
        return says("{") && head.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == head.find('{');
    if (ending == ".shp")
        return head.starts_with(std::string_view("\0\0\x27\x0A", 4));
    if (ending == ".docx" || ending == ".xlsx")
        return is_zip_with(path, head, ending == ".docx" ? "word/document.xml" : "xl/workbook.xml");
    if (ending == ".gpkg")
        return head.starts_with(std::string_view("SQLite format 3\0", 16));
    return (ending == ".csv" || ending == ".txt") && head.find('\0') == std::string::npos &&
           !head.starts_with("%PDF-");
}

/// The name at the beginning of the rest of a CREATE statement.
std::string name_at(std::string_view text) {
    if (text.empty())
        return {};
    const std::string_view opening = "\"'`[";
    const std::size_t quote = opening.find(text.front());
    const std::string ends = quote == std::string_view::npos
                                 ? std::string(" (\n\r\t\0", 6)
                                 : std::string(1, std::string_view("\"'`]")[quote]);
    text.remove_prefix(quote == std::string_view::npos ? 0 : 1);
    return shown_on_one_line(text.substr(0, text.find_first_of(ends)));
}

bool belongs_to_layer(const std::string& name, const std::string& layer) {
    const std::string lower = lower_case(name);
    return lower == lower_case(layer) || lower.starts_with("gpkg_") ||
           lower.starts_with("sqlite_") || lower.starts_with("rtree_");
}

/// Tables and views of a database that are neither the layer nor what a GeoPackage keeps about it.
/// Looked for as bytes, in the form in which SQLite stores them, so that a stranger's database is
/// not opened only to be replaced: what looks like one counts as one.
std::string other_tables(const fs::path& path, const std::string& layer) {
    std::set<std::string> names;
    for (const char* words : {"CREATE TABLE ", "CREATE VIEW ", "CREATE VIRTUAL TABLE "})
        for_each_place(path, words, [&](std::string_view rest) {
            if (const std::string name = name_at(rest); !belongs_to_layer(name, layer))
                names.insert(name);
        });
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

std::optional<Refusal> why_not_container(const Output& output) {
    const std::string path = output.target.string();
    std::error_code ignored;
    for (const char* log : {"-wal", "-journal"})
        if (fs::exists(path + log, ignored))
            return refusal("in_use", {path, path + log});
    constexpr std::size_t encoding_at = 56; // four bytes, the lowest last; 1: UTF-8
    const std::string head = head_of(output.target);
    if (head.size() < 100 || head[encoding_at + 3] != 1)
        return refusal("other_kind", {path, ending_of(output.target)});
    const std::string names = other_tables(output.target, *output.layer);
    return names.empty() ? std::nullopt : std::optional(refusal("other_tables", {path, names}));
}

bool lies_within(const fs::path& path, const fs::path& folder) {
    std::error_code ignored;
    const fs::path inner = fs::weakly_canonical(path, ignored);
    const fs::path outer = fs::weakly_canonical(folder, ignored);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

/// Of a folder everything is read but plain text.
bool is_read(const fs::path& path, const std::vector<fs::path>& sources) {
    std::error_code ignored;
    return std::any_of(sources.begin(), sources.end(), [&](const fs::path& source) {
        return fs::equivalent(path, source, ignored) ||
               (fs::is_directory(source, ignored) && ending_of(path) != ".txt" &&
                lies_within(path, source));
    });
}

/// What must not be replaced by anything.
std::optional<Refusal> why_kept(const fs::path& path, const std::vector<fs::path>& sources) {
    std::error_code ignored;
    const auto status = fs::symlink_status(path, ignored);
    if (!fs::exists(status))
        return std::nullopt;
    if (fs::is_symlink(status))
        return Refusal{{"base.file_is_link", {path.string()}}};
    if (fs::is_directory(status))
        return Refusal{{"base.folder_in_its_place", {path.string()}}};
    if (!fs::is_regular_file(status))
        return refusal("no_plain_file", {path.string()});
    if (is_project(path))
        return refusal("project", {path.string()});
    if (is_read(path, sources))
        return refusal("source", {path.string()});
    return std::nullopt;
}

/// A shapefile replaces its other parts too.
std::optional<Refusal> why_parts_kept(const Output& output, bool stands) {
    std::error_code ignored;
    for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) {
        fs::path part = output.target;
        part.replace_extension(ending);
        if (auto why = why_kept(part, output.sources))
            return why;
        if (!stands && fs::exists(part, ignored) && interrupted_write(output.target).empty())
            return refusal("part_alone", {part.string(), output.target.filename().string()});
    }
    return std::nullopt;
}

} // namespace

std::optional<Refusal> why_not_written(const Output& output) {
    const std::string ending = ending_of(output.target);
    std::error_code ignored;
    if (auto why = why_kept(output.target, output.sources))
        return why;
    const bool stands = fs::exists(output.target, ignored);
    if (ending == ".shp")
        if (auto why = why_parts_kept(output, stands))
            return why;
    if (!stands || fs::is_empty(output.target, ignored))
        return std::nullopt;
    if (!is_of_its_kind(output.target))
        return refusal("other_kind", {output.target.string(), ending});
    return ending == ".gpkg" && output.layer ? why_not_container(output) : std::nullopt;
}

void require_place(const Output& output) {
    if (const auto why = why_not_written(output))
        throw Error(why->message);
}

} // namespace antardesa::workspace
