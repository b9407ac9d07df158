#include "project/recovery.h"

#include "project/backup.h"
#include "project/detail/fresh_file.h"
#include "project/detail/integrity.h"
#include "project/detail/row_source.h"
#include "project/detail/schema.h"
#include "project/detail/state.h"

#include "sqlite/transaction.h"

#include <algorithm>

namespace antardesa::project {

namespace {

namespace fs = std::filesystem;

Finding about(const char* code, const detail::HashedTable& table, std::int64_t key) {
    Finding finding;
    finding.code = code;
    finding.subject = table.table + (" " + std::to_string(key));
    finding.message = {std::string("project.recover.") + code, {table.table, std::to_string(key)}};
    return finding;
}

/// Chooses for every row where it is taken from, and writes it.
class Rescue {
  public:
    Rescue(const fs::path& damaged, const std::optional<Backup>& backup, sqlite::Database& fresh,
           RecoveryReport& report)
        : damaged_(damaged), backup_(backup ? backup->path : fs::path()), fresh_(fresh),
          report_(report) {}

    void run(Progress& progress) {
        backup_is_current_ = nothing_written_since();
        progress.start(static_cast<std::int64_t>(detail::hashed_tables().size()));
        for (const detail::HashedTable& table : detail::hashed_tables()) {
            rescue_table(table, progress);
            progress.advance();
        }
        const bool read = std::any_of(
            report_.tables.begin(), report_.tables.end(),
            [](const RecoveredTable& table) { return table.whole + table.doubtful > 0; });
        if (read || report_.all_counted)
            return;
        std::erase_if(report_.findings,
                      [](const Finding& finding) { return finding.code == "uncounted"; });
        report_.findings.insert(
            report_.findings.begin(),
            {Severity::error, "unreadable", {}, {}, {"project.recover.unreadable", {}}});
    }

  private:
    void rescue_table(const detail::HashedTable& table, Progress& progress) {
        const auto stored = damaged_.keys(table);
        const auto hashes = damaged_.hashes(table);
        std::set<std::int64_t> wanted;
        for (const auto& [key, hash] : hashes.by_key)
            wanted.insert(key);
        // Neither list ends well: then only the backup knows what else there was.
        if (!stored.complete && !hashes.complete)
            wanted.merge(backup_.keys(table).keys);
        RecoveredTable tally{table.table, 0, 0, 0, 0};
        std::set<std::int64_t> all = wanted;
        all.insert(stored.keys.begin(), stored.keys.end());
        for (const std::int64_t key : all) {
            progress.check();
            const auto hash = hashes.by_key.find(key);
            rescue_row(table, key, hash == hashes.by_key.end() ? nullptr : &hash->second,
                       wanted.contains(key), tally);
        }
        insert_.reset();
        form_ = nullptr;
        miss(table, stored.complete || hashes.complete, tally);
        if (tally.whole + tally.from_backup + tally.doubtful + tally.lost > 0)
            report_.tables.push_back(tally);
    }

    /// Rows of which not even the number was found.
    void miss(const detail::HashedTable& table, bool complete, RecoveredTable& tally) {
        const auto counted = damaged_.counted(table);
        const std::int64_t found = tally.whole + tally.from_backup + tally.doubtful + tally.lost;
        if (counted && *counted > found) {
            tally.lost += *counted - found;
            report_.findings.push_back(about("missed", table, *counted - found));
        } else if (!counted && !complete) {
            report_.all_counted = false;
            report_.findings.push_back(about("uncounted", table, found));
        } else {
            return;
        }
        report_.findings.back().subject = table.table;
        report_.findings.back().severity = Severity::error;
    }

    void rescue_row(const detail::HashedTable& table, std::int64_t key,
                    const digest::Short* expected, bool wanted, RecoveredTable& tally) {
        const auto read = damaged_.row(table, key);
        if (!read && !wanted)
            return; // a key that was merely tried
        if (read && expected && read->hash == *expected && write(*read)) {
            ++tally.whole;
            return;
        }
        const auto saved = backup_.row(table, key);
        const bool as_written = saved && expected && saved->hash == *expected;
        if (read && saved && !expected && read->hash == saved->hash && write(*read)) {
            ++tally.whole;
            return;
        }
        // Without a hash to go by, what was read is as good as the backup and newer, unless nothing
        // was written since. The history never changes.
        const bool prefer_read =
            read && !expected && !backup_is_current_ && table.table != history_table;
        if (saved && (as_written || !prefer_read) && write(*saved)) {
            ++tally.from_backup;
            say(as_written ? "from_backup" : "from_older_backup", table, key);
        } else if (read && write(*read)) {
            ++tally.doubtful;
            say("doubtful", table, key);
        } else {
            ++tally.lost;
            say("lost", table, key);
            report_.findings.back().severity = Severity::error;
        }
    }

    bool nothing_written_since() const {
        const auto* history = detail::hashed_table(history_table);
        const auto now = damaged_.keys(*history);
        const auto then = backup_.keys(*history);
        return now.complete && !now.keys.empty() && !then.keys.empty() &&
               *now.keys.rbegin() <= *then.keys.rbegin();
    }

    bool write(const detail::StoredRow& row) {
        if (row.table != form_)
            insert_.emplace(insert_statement(*row.table));
        form_ = row.table;
        try {
            for (std::size_t i = 0; i < row.values.size(); ++i)
                detail::bind_value(*insert_, static_cast<int>(i) + 1, row.values[i]);
            insert_->run();
            return true;
        } catch (const sqlite::DatabaseError& error) {
            if (error.trouble() != sqlite::Trouble::constraint)
                throw;
            insert_.emplace(fresh_.prepare(sql_));
            return false;
        }
    }

    sqlite::Statement insert_statement(const detail::HashedTable& table) {
        std::string values = "?1";
        const std::string columns = table.columns;
        const auto count = 1 + std::count(columns.begin(), columns.end(), ',');
        for (int i = 2; i <= count; ++i)
            values += ", ?" + std::to_string(i);
        sql_ = std::string("INSERT INTO ") + table.table + " (" + columns + ") VALUES (" + values +
               ")";
        return fresh_.prepare(sql_);
    }

    void say(const char* code, const detail::HashedTable& table, std::int64_t key) {
        report_.findings.push_back(about(code, table, key));
    }

    static constexpr std::string_view history_table = "riwayat";

    detail::RowSource damaged_;
    detail::RowSource backup_;
    sqlite::Database& fresh_;
    RecoveryReport& report_;
    const detail::HashedTable* form_ = nullptr; ///< that `insert_` is for
    bool backup_is_current_ = false;
    std::optional<sqlite::Statement> insert_;
    std::string sql_;
};

/// Entries that are lost leave their numbers, so that nothing later slides into their place.
void fill_history(sqlite::Database& database) {
    const std::int64_t newest = detail::newest_revision(database);
    auto there = database.prepare("SELECT 1 FROM riwayat WHERE revisi = ?1");
    for (std::int64_t revision = 0; revision <= newest; ++revision) {
        there.bind(1, revision);
        if (!there.step())
            detail::append_entry(database, {revision, {"edit.lost", {}}, "–", "", {}, 0}, {});
        there.reset();
    }
}

void write_recovered(const fs::path& damaged, const std::optional<Backup>& backup,
                     sqlite::Database& database, const Authorship& by, RecoveryReport& report,
                     Progress& progress) {
    const std::string time = detail::time_of(by);
    database.execute("PRAGMA foreign_keys=OFF");
    sqlite::Transaction transaction(database);
    const sqlite::Stoppable stoppable(database, progress);
    detail::migrate(database, detail::migrations(), time);
    detail::without_spatial_triggers(
        database, time, [&] { Rescue(damaged, backup, database, report).run(progress); });
    if (report.kept() == 0)
        throw Error({"project.recover.nothing", {damaged.string()}});
    fill_history(database);
    detail::append_entry(database,
                         {detail::newest_revision(database) + 1,
                          {report.all_counted ? "edit.recover" : "edit.recover_uncounted",
                           {damaged.filename().string(), std::to_string(report.kept()),
                            std::to_string(report.lost())}},
                          by.author,
                          time,
                          {},
                          0},
                         {});
    detail::chain_history(database);
    detail::hash_all_rows(database, schema_version, progress);
    transaction.commit();
}

} // namespace

std::int64_t RecoveryReport::kept() const {
    std::int64_t rows = 0;
    for (const RecoveredTable& table : tables)
        rows += table.whole + table.from_backup + table.doubtful;
    return rows;
}

std::int64_t RecoveryReport::lost() const {
    std::int64_t rows = 0;
    for (const RecoveredTable& table : tables)
        rows += table.lost;
    return rows;
}

RecoveryReport recover(const fs::path& damaged, const fs::path& fresh, const Authorship& by,
                       Progress& progress) {
    std::error_code ignored;
    if (!fs::is_regular_file(damaged, ignored))
        throw Error({"project.not_found", {damaged.string()}});
    RecoveryReport report;
    const auto backup = newest_good_backup(damaged, progress);
    if (backup)
        report.backup = backup->path;
    detail::FreshFile file(fresh);
    try {
        {
            auto database = detail::open_fresh(file.path());
            write_recovered(damaged, backup, database, by, report, progress);
        }
        const auto written = ProjectFile::open(file.path(), OpenMode::read);
        if (detail::is_damaged(written.check_integrity(progress)))
            throw Error({"project.cannot_create", {fresh.string()}});
    } catch (const sqlite::DatabaseError& error) {
        const auto size = fs::file_size(damaged, ignored);
        detail::rethrow(error, {fresh, file.path(), ignored ? 0 : size});
    }
    file.put_in_place(false);
    return report;
}

} // namespace antardesa::project
