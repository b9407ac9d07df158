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
    read,  ///< immutable look at the file: bytes unchanged, nothing beside it, no lock taken;
           ///< older schemas as they are, newer ones when they say that this program may
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
    std::string since;     ///< UTC, ISO 8601
    std::string seen = {}; ///< last sign of life
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

    /// A link is followed first: everything then happens where the file truly stands. Throws
    /// `Error`: "project.not_found", "project.no_file", "project.no_access", "project.not_ours"
    /// (another GeoPackage or no database at all), "project.foreign_schema" (something else stands
    /// in a table's place), "project.foreign_trigger" (for writing: an edit would change what it
    /// does not name), "project.newer" (with both versions), "project.damaged", "project.in_use"
    /// (with host, process and since) when another instance writes, "project.cannot_write" for a
    /// medium or folder that allows no writing, "project.foreign_journal" when a journal beside it
    /// names another file, "project.other_journal" when it is of another state of this one,
    /// "project.write_ahead_log" when another program's log lies there; for writing also
    /// "project.foreign_action" (as for triggers), "project.endless_index" (nodes of an R-tree lead
    /// in circles) and "project.hard_linked".
    static ProjectFile open(const std::filesystem::path& path, OpenMode mode);

    /// For writing; where the file allows only looking, in read mode, and `reason` says why: held
    /// by another instance, newer, a medium or folder without permission or space to write.
    static ProjectFile open_as_possible(const std::filesystem::path& path,
                                        std::optional<Message>& reason);

    ~ProjectFile();
    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;

    const std::filesystem::path& path() const;
    OpenMode mode() const;
    int version() const;
    std::int64_t revision() const;
    model::ProjectIdentity identity() const;

    /// Every table of the file at one moment. Rows that another program broke are reported in
    /// `findings` and left out, never repaired silently. Edits are laid over what was read last:
    /// what another program wrote since makes `apply`, `undo` and `redo` refuse
    /// ("project.changed_elsewhere") until it is read again.
    model::TableSet read(std::vector<Finding>& findings, Progress& progress) const;

    /// Applies the edit in one transaction under an SQLite session and stores its changeset.
    /// Returns the new revision. Refused: read mode ("project.read_only"), a constraint that the
    /// rows break ("project.constraint"), a row that is not as this program wrote it
    /// ("project.row_not_as_written": the new hash would hide the damage), a path where the opened
    /// file no longer stands
    /// ("project.gone", "project.replaced", "project.cut_off"). Throws `Error` when the disk fails;
    /// then the connection was closed and the file read anew, for what the cache holds after a
    /// failed sync is unknown: `revision` says what the file holds.
    Result<std::int64_t> apply(const model::Edit& edit, const Authorship& by);

    /// Takes the newest edit in force back by its inverted changeset, as a new entry. Refused:
    /// nothing to undo, revision 0, a conflict ("project.conflict"), rows as for `apply`, an entry
    /// that is not as it was written ("project.entry_damaged"). Works across restarts.
    Result<std::int64_t> undo(const Authorship& by);
    Result<std::int64_t> redo(const Authorship& by);
    bool can_undo() const;
    bool can_redo() const;

    /// Whether the file still holds what was written: its pages, each row against its hash, the
    /// numbers of the history, and, as warnings, what other programs may change without harm to
    /// the rows. A finding of severity error means that content is not as this program left it:
    /// another program changed it, or the medium did; both look the same from here. Empty when
    /// all is well. Files of schema 1 have no hashes, and say so.
    std::vector<Finding> check_integrity(Progress& progress) const;
    /// Declares the present rows right, as after editing them in QGIS: new hashes, and an entry of
    /// the history with the counts. Refused in read mode, when nothing differs, and when the pages
    /// themselves are damaged.
    Result<std::int64_t> accept_changes(const Authorship& by, Progress& progress);

    /// Every page into a new file, whole or not at all. Throws `Error` "project.no_space"
    /// ("project.no_space_more" when only what is free is known), "project.exists",
    /// "project.cannot_create".
    void copy_to(const std::filesystem::path& target, Progress& progress) const;

    /// On another machine's disk, where locks may not hold.
    bool on_network() const;
    /// Where locks do not work, the holder's row is the only sign of this instance: renews its
    /// time. To be called every minute; does nothing elsewhere.
    void show_life();

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
