#pragma once

#include "base/date.h"
#include "base/finding.h"
#include "base/job.h"
#include "base/result.h"
#include "model/atlas.h"
#include "model/edit.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::project {

/// Newest schema this program writes. Stored in table `antardesa_skema`.
extern const int schema_version;

enum class OpenMode {
    read,  ///< immutable look at the file: bytes unchanged, nothing beside it, no lock taken
    write, ///< one writer at a time; older schemas are migrated after a verified copy was kept
};

/// Who edits, and when: written into the history with each edit.
struct Authorship {
    std::string author;
    const Clock* clock = nullptr; ///< never null while edits are made
};

/// Who holds the file: shown to the second instance.
struct Holder {
    std::string host;
    std::int64_t process = 0;
    std::string since; ///< UTC, ISO 8601
};

/// One open GeoPackage of ours. Rollback journal, synchronous=FULL, foreign keys on, never WAL.
/// Belongs to one thread at a time. Every write is one immediate transaction: after a crash the
/// file holds the state before or after it, nothing between. Messages: "project.…".
class ProjectFile {
  public:
    /// Creates the file with the newest schema, all layers, R-trees and styles, in a private
    /// temporary file beside `path` that is synced and renamed into place. Throws `Error`
    /// "project.exists" if there is a file, "project.cannot_create" otherwise.
    static ProjectFile create(const std::filesystem::path& path,
                              const model::ProjectIdentity& identity, const Authorship& by);

    /// Creates the file already holding `tables` (the first import: revision 0 of the history,
    /// without changeset), whole or not at all; for large sets. `replace` allows an existing
    /// project of ours to be replaced by rename.
    static ProjectFile create_with(const std::filesystem::path& path,
                                   const model::ProjectIdentity& identity,
                                   const model::TableSet& tables, const Message& name,
                                   const Authorship& by, bool replace, Progress& progress);

    /// Throws `Error`: "project.not_found", "project.not_ours" (another GeoPackage or no database
    /// at all), "project.newer" (with both versions), "project.damaged", "project.in_use" (with
    /// host, process and since) when another instance writes, "project.foreign_journal" when a
    /// journal beside it names another file.
    static ProjectFile open(const std::filesystem::path& path, OpenMode mode);

    ~ProjectFile();
    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;

    const std::filesystem::path& path() const;
    OpenMode mode() const;
    int version() const;
    std::int64_t revision() const;
    model::ProjectIdentity identity() const;

    /// Every table of the file. Rows that another program broke are reported in `findings`
    /// and left out, never repaired silently.
    model::TableSet read(std::vector<Finding>& findings, Progress& progress) const;

    /// Applies the edit in one transaction under an SQLite session and stores its changeset.
    /// Returns the new revision. Refused: read mode ("project.read_only"), a constraint that the
    /// rows break ("project.constraint"). Throws `Error` when the disk fails; then nothing changed.
    Result<std::int64_t> apply(const model::Edit& edit, const Authorship& by);

    /// Takes the newest edit in force back by its inverted changeset, as a new entry. Refused:
    /// nothing to undo, revision 0, a conflict ("project.conflict"). Works across restarts.
    Result<std::int64_t> undo(const Authorship& by);
    Result<std::int64_t> redo(const Authorship& by);
    bool can_undo() const;
    bool can_redo() const;

    /// Newest first.
    std::vector<model::HistoryEntry> history(std::size_t limit = 1000) const;

    /// Who writes to the file now; nothing when nobody.
    static std::optional<Holder> holder(const std::filesystem::path& path);

  private:
    struct State;
    explicit ProjectFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Content of every user table as sorted text lines without rowids of history: two files with the
/// same dump hold the same project. For tests, the crash loop and `--verify`.
std::string content_dump(const std::filesystem::path& path);

} // namespace antardesa::project
