#include "project/detail/integrity.h"

#include "project/detail/beside.h"
#include "project/detail/hash_totals.h"
#include "project/detail/history.h"
#include "project/detail/row_hashes.h"
#include "project/detail/schema_drift.h"
#include "project/detail/state.h"

#include "base/text.h"
#include "sqlite/transaction.h"

#include <algorithm>

namespace antardesa::project {

namespace detail {

namespace {

Finding damage(const char* code, std::string subject, std::vector<std::string> arguments) {
    Finding finding;
    finding.severity = Severity::error;
    finding.code = code;
    finding.subject = std::move(subject);
    finding.message = {std::string("project.integrity.") + code, std::move(arguments)};
    return finding;
}

/// One table against its hashes, both walked in the order of the keys.
class TableCheck {
  public:
    TableCheck(const sqlite::Database& database, const HashedTable& table, int version,
               std::vector<Finding>& findings)
        : database_(database), table_(table), version_(version), findings_(findings),
          rows_(database.prepare(select_hashed(table) + " ORDER BY id")),
          hashes_(database.prepare("SELECT baris, sidik FROM sidik_baris WHERE tabel = ?1"
                                   " ORDER BY baris")) {
        hashes_.bind(1, std::string_view(table.table));
    }

    void run(RowHasher& hasher, Progress& progress) {
        bool row = rows_.step();
        bool hash = hashes_.step();
        while (row || hash) {
            progress.check();
            if (row && hash && rows_.integer(0) == hashes_.integer(0)) {
                compare(hasher);
                row = rows_.step();
                hash = hashes_.step();
                progress.advance();
            } else if (row && (!hash || rows_.integer(0) < hashes_.integer(0))) {
                say("row_added", rows_.integer(0));
                ++rows_without_hash_;
                row = rows_.step();
            } else {
                say("row_missing", hashes_.integer(0));
                total_.add(hashes_.blob(1));
                hash = hashes_.step();
            }
        }
        if (version_ >= 6)
            compare_totals();
    }

  private:
    void compare(RowHasher& hasher) {
        const auto computed = hasher.hash(table_, rows_);
        const auto stored = hashes_.blob(1);
        total_.add(stored);
        if (!std::equal(computed.begin(), computed.end(), stored.begin(), stored.end()))
            say("row_changed", rows_.integer(0));
    }
    /// Rows that have no hash any more are told one by one already.
    void compare_totals() {
        const HashTotal stored = stored_total(database_, table_.table);
        if (stored == total_)
            return;
        const std::int64_t gone = stored.count - total_.count - rows_without_hash_;
        if (gone > 0)
            findings_.push_back(
                damage("rows_gone", table_.table, {table_.table, std::to_string(gone)}));
        else if (rows_without_hash_ == 0)
            findings_.push_back(damage("hashes_changed", table_.table, {table_.table}));
    }
    void say(const char* code, std::int64_t key) {
        const std::string row = std::to_string(key);
        const std::string name = row_name(database_, table_, key);
        findings_.push_back(damage(code, name.empty() ? table_.table + (" " + row) : name,
                                   {table_.table, row, name.empty() ? "–" : name}));
    }
    const sqlite::Database& database_;
    const HashedTable& table_;
    int version_;
    std::vector<Finding>& findings_;
    HashTotal total_;
    std::int64_t rows_without_hash_ = 0;
    sqlite::Statement rows_;
    sqlite::Statement hashes_;
};

/// SQLite writes a line for each, below a heading that begins with stars.
std::size_t complaints_in(std::string_view text) {
    std::size_t count = 0;
    for (const std::string& line : split(text, '\n'))
        count += !line.empty() && !line.starts_with("***");
    return std::max<std::size_t>(count, 1);
}

void check_pages(const sqlite::Database& database, std::vector<Finding>& findings) {
    std::string complaint;
    try {
        complaint = database.quick_check();
    } catch (const sqlite::DatabaseError&) {
        return findings.push_back(damage("pages", {}, {"1"}));
    }
    if (complaint != "ok")
        findings.push_back(damage("pages", {}, {std::to_string(complaints_in(complaint))}));
}

void check_rows(const sqlite::Database& database, int version, std::vector<Finding>& findings,
                Progress& progress) {
    RowHasher hasher;
    progress.start(database.integer("SELECT count(*) FROM sidik_baris"));
    for (const HashedTable& table : hashed_tables(version)) {
        try {
            TableCheck(database, table, version, findings).run(hasher, progress);
        } catch (const sqlite::DatabaseError&) {
            findings.push_back(damage("unreadable", table.table, {table.table}));
        }
    }
}

/// Revisions are numbered without a gap from 0; their order is the order of the edits, whatever
/// the clock said.
void check_history(const sqlite::Database& database, std::vector<Finding>& findings) {
    std::int64_t expected = 0;
    auto rows = database.prepare("SELECT revisi FROM riwayat ORDER BY revisi");
    for (; rows.step(); ++expected) {
        const std::int64_t found = rows.integer(0);
        if (found != expected)
            findings.push_back(damage("history_gap", "riwayat",
                                      {std::to_string(expected), std::to_string(found - 1)}));
        expected = found;
    }
    if (expected == 0)
        findings.push_back(damage("history_gap", "riwayat", {"0", "0"}));
}

template<class Check>
void attempt(const char* what, std::vector<Finding>& findings, Check check) {
    try {
        check();
    } catch (const sqlite::DatabaseError&) {
        findings.push_back(damage("unreadable", what, {what}));
    }
}

} // namespace

std::vector<Finding> find_damage(const sqlite::Database& database, int version,
                                 Progress& progress) {
    std::vector<Finding> findings;
    check_pages(database, findings);
    if (version >= 2)
        attempt("sidik_baris", findings,
                [&] { check_rows(database, version, findings, progress); });
    else
        findings.push_back({Severity::information,
                            "no_hashes",
                            {},
                            std::nullopt,
                            {"project.integrity.no_hashes", {std::to_string(version)}}});
    attempt("riwayat", findings, [&] {
        check_history(database, findings);
        const auto broken = version >= 5 ? first_broken_link(database) : std::nullopt;
        if (broken)
            findings.push_back(damage("history_chain", "riwayat", {std::to_string(*broken)}));
    });
    find_drift(database, version, findings, progress);
    return findings;
}

bool is_damaged(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

Differences count_differences(const std::vector<Finding>& findings) {
    Differences count;
    bool chain = false;
    for (const Finding& finding : findings) {
        count.changed += finding.code == "row_changed";
        chain = chain || finding.code == "history_chain";
        count.added += finding.code == "row_added";
        count.missing += finding.code == "row_missing";
        if (finding.code == "rows_gone")
            count.missing += parse_integer(finding.message.arguments.back()).value_or(1);
        count.changed += finding.code == "hashes_changed";
        count.pages = count.pages || finding.code == "pages" || finding.code == "unreadable";
    }
    // Usually that of a changed entry, which is counted already.
    if (chain && count.total() == 0)
        count.changed = 1;
    return count;
}

} // namespace detail

std::vector<Finding> ProjectFile::check_integrity(Progress& progress) const {
    try {
        const sqlite::Stoppable stoppable(state_->database, progress);
        auto findings = detail::find_damage(state_->database, state_->version, progress);
        progress.check();
        // In read mode no lock keeps a writer away: half of his write is no damage.
        if (state_->mode == OpenMode::read && detail::is_damaged(findings) &&
            (detail::change_counter(state_->path) != state_->counter ||
             detail::look_beside(state_->path) != detail::Beside::nothing))
            throw Error({"project.changed_meanwhile", {state_->path.string()}});
        return findings;
    } catch (const sqlite::DatabaseError& error) {
        detail::rethrow(error, state_->path);
    }
}

} // namespace antardesa::project
