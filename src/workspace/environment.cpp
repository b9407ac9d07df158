#include "workspace/boundary_review.h"
#include "workspace/compliance_text.h"
#include "workspace/data_file.h"
#include "workspace/verbs.h"

#include "base/text.h"
#include "project/backup.h"

#include <algorithm>
#include <fstream>
#include <vector>

namespace antardesa::workspace {

namespace {

constexpr const char* style_file = "styles/antardesa.json";
/// Where a GeoPackage carries its application id in the SQLite header, and the id of version 1.2
/// and later: "GPKG" (OGC 12-128r18, requirement 2).
constexpr std::size_t application_id_at = 68;
/// The row of SQLite's schema for our own table, as it lies in the file: kind, name, table. Looked
/// for as bytes, so that a stranger's database is not opened just to find out that it is none of
/// ours; the schema stands at the beginning of a file.
constexpr std::string_view own_table = "tableantardesa_skemaantardesa_skema";
constexpr std::streamsize schema_within = std::streamsize{4} << 20;

std::string beginning_of(const std::filesystem::path& path) {
    std::string bytes(schema_within, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), schema_within);
    bytes.resize(static_cast<std::size_t>(std::max(file.gcount(), std::streamsize{0})));
    return bytes;
}

bool is_geopackage(std::string_view bytes) {
    return bytes.size() > 100 && bytes.substr(0, 16) == std::string_view("SQLite format 3\0", 16) &&
           bytes.substr(application_id_at, 4) == "GPKG";
}

} // namespace

Environment make_environment(std::filesystem::path data_folder,
                             std::filesystem::path languages_folder, std::string author) {
    Environment environment;
    environment.styles = std::make_shared<const style::StyleSheet>(
        style::parse_style_sheet(data_text(data_folder / style_file, "workspace.missing_styles")));
    environment.typesetter = std::make_shared<const text::Typesetter>();
    environment.clock = std::make_shared<const SystemClock>();
    environment.rules = std::make_shared<const ComplianceRules>(
        read_compliance_rules(data_folder / compliance_rules_file));
    environment.data_folder = std::move(data_folder);
    environment.languages_folder = std::move(languages_folder);
    environment.author = std::move(author);
    return environment;
}

bool is_project(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return false;
    const std::string bytes = beginning_of(path);
    return is_geopackage(bytes) && bytes.find(own_table) != std::string::npos;
}

LoadedProject load_project(const std::filesystem::path& path, Progress& progress) {
    const auto file = project::ProjectFile::open(path, project::OpenMode::read);
    LoadedProject loaded;
    loaded.schema_version = file.version();
    model::TableSet tables = file.read(loaded.findings, progress);
    loaded.atlas =
        model::Atlas::build(file.identity(), std::move(tables), file.revision(), progress);
    return loaded;
}

LoadedProject preview_foreign(const ImportRequest& request, Progress& progress) {
    ImportPlan plan = plan_import(request, nullptr, progress);
    if (plan.needs_crs)
        throw Error({"workspace.import.needs_crs", {request.source.filename().string()}});
    LoadedProject loaded;
    loaded.findings = std::move(plan.findings);
    loaded.atlas = model::Atlas::build(plan.identity, std::move(plan.tables), 0, progress);
    return loaded;
}

namespace {

/// Nothing there, or a project of ours that nobody has edited since it was built.
bool may_be_rebuilt(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(path, ignored)))
        return true;
    return is_project(path) &&
           project::ProjectFile::open(path, project::OpenMode::read).revision() == 0;
}

/// A folder and those above it, made as far as they are missing. Unless it is kept, those that were
/// made go again.
class NewFolder {
  public:
    explicit NewFolder(const std::filesystem::path& path) {
        std::error_code error;
        std::filesystem::path missing = std::filesystem::absolute(path, error);
        for (; !missing.empty() && !std::filesystem::exists(missing, error);
             missing = missing.parent_path())
            made_.push_back(missing);
        std::filesystem::create_directories(path, error);
        if (error) {
            remove();
            throw Error({"workspace.cannot_make_folder", {path.string()}}, error.message());
        }
    }
    ~NewFolder() { remove(); }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    void keep() { made_.clear(); }

  private:
    void remove() {
        for (const std::filesystem::path& folder : made_) {
            std::error_code not_empty;
            std::filesystem::remove(folder, not_empty);
        }
    }
    std::vector<std::filesystem::path> made_; ///< the innermost first
};

} // namespace

std::filesystem::path build_sample(const std::filesystem::path& folder,
                                   const Environment& environment, Progress& progress) {
    const auto path = folder / sample_file_name;
    if (!may_be_rebuilt(path))
        throw Error({"workspace.sample_exists", {path.string()}});
    const ImportPlan plan =
        plan_import({environment.data_folder / "sample", {}, {}, std::nullopt}, nullptr, progress);
    NewFolder made(folder);
    // Checked already, so that the work list is there to be looked at.
    const auto atlas = model::Atlas::build(plan.identity, plan.tables, 0, progress);
    const model::TableSet tables =
        model::applied(plan.tables, review_boundaries(*atlas, {}, progress).edit);
    project::ProjectFile::create_with(path, plan.identity, tables, plan.edit.name,
                                      environment.authorship(), true, progress);
    made.keep();
    return path;
}

void carry_out(const ImportPlan& plan, const std::filesystem::path& path,
               const Environment& environment, Progress& progress) {
    if (plan.needs_crs)
        throw Error({"workspace.import.needs_crs", {path.filename().string()}});
    if (const std::size_t open = open_names(plan); open > 0)
        throw Error({"workspace.import.open_names", {std::to_string(open)}});
    if (plan.creates_project) {
        if (lower_case(path.extension().string()) != ".gpkg")
            throw Error({"workspace.import.ending", {path.string()}});
        project::ProjectFile::create_with(path, plan.identity, plan.tables, plan.edit.name,
                                          environment.authorship(), false, progress);
        return;
    }
    if (plan.edit.writes.empty())
        return;
    if (project::backup_is_due(path))
        if (const auto backup = project::back_up(path, *environment.clock, progress); !backup)
            throw Error(backup.refusal().message);
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    if (file.revision() != plan.revision)
        throw Error({"workspace.import.outdated", {}});
    std::vector<Finding> unread;
    // What lies between the villages plays no part in it: the coverage need not be derived.
    const auto before =
        model::Atlas::build(file.identity(), file.read(unread, progress), file.revision(),
                            std::make_shared<const topology::Coverage>());
    model::Edit edit = plan.edit;
    follow_with_findings(*before, file.history(), edit, progress);
    const auto applied = file.apply(edit, environment.authorship());
    if (!applied)
        throw Error(applied.refusal().message);
}

} // namespace antardesa::workspace
