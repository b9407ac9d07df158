#pragma once

#include "base/date.h"
#include "base/finding.h"
#include "base/job.h"
#include "base/result.h"
#include "cartography/sheet.h"
#include "io/village_schema.h"
#include "model/atlas.h"
#include "model/edit.h"
#include "project/project_file.h"
#include "workspace/cooperation_review.h"
#include "workspace/office_list.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What the program can do, as blocking functions: called by the command line directly and by the
/// window inside jobs. One code path for both. Each throws `Error` when the machine fails and
/// `Cancelled` when stopped; bad data comes back as findings.
namespace antardesa::workspace {

/// What every verb is given instead of singletons.
struct Environment {
    std::filesystem::path data_folder;      ///< data/ of the installation: sample, styles
    std::filesystem::path languages_folder; ///< compiled catalogues
    std::shared_ptr<const style::StyleSheet> styles;
    std::shared_ptr<const text::Typesetter> typesetter;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const ComplianceRules> rules; ///< null: nothing is held against the law
    std::string author;
    std::filesystem::path config_folder = {}; ///< recent files and the sample; empty: none kept

    project::Authorship authorship() const { return {author, clock.get()}; }
};
/// Reads styles and fonts. Throws `Error` naming what is missing and where it was looked for.
Environment make_environment(std::filesystem::path data_folder,
                             std::filesystem::path languages_folder, std::string author);

struct ImportRequest {
    std::filesystem::path source; ///< a boundary file, a register CSV, or a folder holding both
    std::string layer;
    io::FieldMapping mapping;        ///< by hand; what is empty is recognised
    std::optional<int> assumed_epsg; ///< for a source without reference system
    std::optional<Date> date = {};   ///< of the import: until when a code that it replaces was one,
                                     ///< and after which nothing has happened yet; none: not said
    bool swap_axes = false; ///< of a source whose latitude and longitude are seen to be exchanged
    OfficeChoices office = {}; ///< about lists that an office keeps
    /// Where no column is known to name the villages the plan asks (`needs_columns`), else it
    /// throws.
    bool asks_for_columns = false;
};

enum class FileRole { boundaries, reference, register_table, boundary_lines, boundary_points };
/// What came of one file of an import: of `taken` + `left_out` villages (lines, rows of a
/// register) `taken` are in, and each of the others has a finding that says why.
struct FileOutcome {
    std::filesystem::path path;
    FileRole role = FileRole::boundaries;
    std::int64_t rows = 0; ///< features or rows as read; a village may have several
    std::int64_t taken = 0;
    std::int64_t left_out = 0;
    std::int64_t special_areas = 0; ///< features that are no villages, kept as such
};

/// What an import would bring: shown before anything is written.
struct ImportPlan {
    model::ProjectIdentity identity;
    model::TableSet tables; ///< complete tables of the resulting project
    model::Edit edit;       ///< what changes against the existing project; empty when new
    bool creates_project = true;
    std::int64_t revision = 0; ///< of the project that it was laid over
    int villages = 0;
    int districts = 0;
    int special_areas = 0;
    int features_read = 0;
    int skipped = 0;
    bool needs_crs = false;          ///< ask: nothing can be placed before
    bool needs_columns = false;      ///< ask: nothing says how the villages are called
    std::vector<std::string> layers; ///< of the boundary file, where there are several
    std::string layer;               ///< of it that was read
    std::vector<std::string> columns;
    io::FieldMapping mapping;       ///< what they were taken for
    bool swapped_axes = false;      ///< the question is whether to exchange latitude and longitude
    std::vector<OfficeList> office; ///< lists of offices among the files, without their registers
    std::vector<FileOutcome> files;
    std::vector<Finding> findings;
};
/// Names of villages that somebody must decide before the plan can be carried out.
std::size_t open_names(const ImportPlan& plan);
/// Titles that a choice is about and none of the offices' lists has; empty where no list was found.
std::vector<std::string> strange_titles(const ImportPlan& plan, const OfficeChoices& choices);
/// Reads `request.source` and lays it over `existing` (null: a new project). Writes nothing.
/// Throws `Error` "workspace.import.is_project" when the source is a project itself: its layers
/// are not a boundary file. An import that changes nothing says so in a finding.
ImportPlan plan_import(const ImportRequest& request, const model::Atlas* existing,
                       Progress& progress);
/// Writes the plan: a new project file, or one edit of the existing one. Whole or not at all.
/// A plan without changes writes nothing. Throws `Error` "workspace.import.ending" for a new
/// project whose name does not end in .gpkg, "workspace.import.outdated" when the project is at
/// another revision than the plan: its edit names rows that may be others now,
/// "workspace.import.open_names" while there are any.
void carry_out(const ImportPlan& plan, const std::filesystem::path& project,
               const Environment& environment, Progress& progress);

inline constexpr const char* sample_file_name = "kabupaten-contoh.gpkg";
/// Builds the sample kabupaten from data/sample by the same import. Returns the file's path:
/// `folder`/kabupaten-contoh.gpkg. An unedited sample is made again; throws `Error`
/// "workspace.sample_exists" when the file there was edited or is none of ours.
std::filesystem::path build_sample(const std::filesystem::path& folder,
                                   const Environment& environment, Progress& progress);

/// Opens a project for looking only.
struct LoadedProject {
    std::shared_ptr<const model::Atlas> atlas;
    std::vector<Finding> findings;
    int schema_version = 0;
};
LoadedProject load_project(const std::filesystem::path& path, Progress& progress);
/// Shows a foreign boundary file from memory: an Atlas of revision 0; nothing is written.
LoadedProject preview_foreign(const ImportRequest& request, Progress& progress);
/// By content, not by name.
bool is_project(const std::filesystem::path& path);

struct ExportRequest {
    std::filesystem::path output; ///< .pdf, .svg or .png
    cartography::SheetRequest sheet;
    double dpi = 300;
    std::string extent; ///< "", "kabupaten", "kecamatan=…", "village=…", "segment=…",
                        ///< "agreement=…", "dispute=…"
    std::string series; ///< "" or "kecamatan", "village", "agreement", "segment", "dispute"
    i18n::Language language = i18n::Language::indonesian;
};
struct ExportReport {
    int pages = 0;
    MapScale scale;
    int villages_in_view = 0; ///< of the first page
    int villages_labelled = 0;
    int annex_pages = 0;          ///< of `pages`
    bool substitute_type = false; ///< Liberation Sans is not installed: another stands in for it
};
/// Composes the sheet(s) and writes them; a PDF's pages are georeferenced (GeoPDF). A boundary
/// sheet becomes as many as `cartography::sheet_set` makes of it; turning points that its lists
/// have no room for follow on an annex. Refused: unknown extent or series, a scale at which the
/// paper shows nothing, an unknown ending, and as `sheet_set`.
Result<ExportReport> export_map(const std::shared_ptr<const model::Atlas>& atlas,
                                const ExportRequest& request, const Environment& environment,
                                Progress& progress);

/// Writes one layer (a table name of product.md: desa, kecamatan, segmen_batas, …) to .geojson,
/// .kml, .shp or .gpkg. Returns how many features. Refused: unknown layer or ending,
/// an output that is a project of ours, the history (not part of the atlas).
Result<int> convert_layer(const model::Atlas& atlas, const std::string& layer,
                          const std::filesystem::path& output, Progress& progress);

} // namespace antardesa::workspace
