#include "project/line_history.h"

#include "geo/wkb.h"
#include "project/detail/history.h"
#include "project/project_file.h"
#include "sqlite/database.h"

namespace antardesa::project {

namespace {

constexpr std::string_view segments_table = "segmen_batas";
constexpr const char* geometry_column = "geom";

/// Where the geometry stands in the table; the same in every schema that has changesets of it.
int geometry_index(const sqlite::Database& database) {
    auto row = database.prepare("SELECT cid FROM pragma_table_info(?1) WHERE name = ?2");
    row.bind(1, segments_table);
    row.bind(2, std::string_view(geometry_column));
    return row.step() ? static_cast<int>(row.integer(0)) : -1;
}

model::SharedLines lines_of(const std::vector<std::uint8_t>& blob) {
    auto stored = geo::from_geopackage(blob);
    if (!stored)
        return nullptr;
    auto* lines = std::get_if<geo::LineSet>(&stored->geometry);
    return lines ? std::make_shared<const geo::MultiLine>(std::move(lines->lines)) : nullptr;
}

void add_lines_of(const sqlite::Database& database, std::int64_t revision, int column,
                  std::vector<EarlierLine>& lines) {
    const sqlite::Changeset changeset = detail::stored_changeset(database, revision);
    if (!sqlite::has_changeset_form(changeset))
        return;
    for (const sqlite::ChangedBlob& changed :
         sqlite::changed_blobs(changeset, segments_table, column))
        if (auto line = lines_of(changed.before))
            lines.push_back({{changed.key}, std::move(line), revision});
}

} // namespace

std::vector<EarlierLine> earlier_lines(const std::filesystem::path& project, Progress& progress) {
    const ProjectFile file = ProjectFile::open(project, OpenMode::read); // one of ours, whole
    const auto database = sqlite::Database::open(file.path(), sqlite::Access::immutable);
    std::vector<EarlierLine> lines;
    const int column = geometry_index(database);
    if (column < 0)
        return lines;
    for (std::int64_t revision = file.revision(); revision > 0; --revision) {
        progress.check();
        add_lines_of(database, revision, column, lines);
    }
    return lines;
}

} // namespace antardesa::project
