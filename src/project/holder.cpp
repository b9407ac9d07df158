#include "project/detail/holder.h"

#include "project/detail/schema.h"
#include "project/detail/schema_drift.h"
#include "project/detail/state.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>

namespace antardesa::project::detail {

namespace {

namespace fs = std::filesystem;

constexpr const char* lock_kind = "OFDLCK";

bool is_number(const std::string& name) {
    return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

bool shows_lock(const fs::path& process, const std::string& descriptor) {
    std::ifstream file(process / "fdinfo" / descriptor);
    for (std::string line; std::getline(file, line);)
        if (line.find(lock_kind) != std::string::npos)
            return true;
    return false;
}

enum class Use { none, open, locked };

Use use_of(const fs::path& process, const struct stat& wanted) {
    Use use = Use::none;
    std::error_code error;
    for (fs::directory_iterator at(process / "fd", error), end; !error && at != end;
         at.increment(error)) {
        struct stat found {};
        if (::stat(at->path().c_str(), &found) != 0 || found.st_dev != wanted.st_dev ||
            found.st_ino != wanted.st_ino)
            continue;
        if (shows_lock(process, at->path().filename().string()))
            return Use::locked;
        use = Use::open;
    }
    return use;
}

/// Empty when /proc does not say. Field 22 of stat is the start in ticks since the boot.
std::string started(const fs::path& process) {
    double uptime = 0;
    std::ifstream(process.parent_path() / "uptime") >> uptime;
    std::ifstream file(process / "stat");
    std::string line;
    std::getline(file, line);
    const auto name_end = line.rfind(')');
    if (uptime <= 0 || name_end == std::string::npos)
        return {};
    std::istringstream fields(line.substr(name_end + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number)
        fields >> field;
    if (!is_number(field))
        return {};
    const double age =
        uptime - std::stod(field) / static_cast<double>(std::max(1L, ::sysconf(_SC_CLK_TCK)));
    const auto back = std::chrono::duration_cast<std::chrono::system_clock::duration>(
        std::chrono::duration<double>(age));
    return iso_text(std::chrono::system_clock::now() - back);
}

std::optional<std::int64_t> process_holding(const fs::path& path) {
    struct stat wanted {};
    if (::stat(path.c_str(), &wanted) != 0)
        return std::nullopt;
    std::optional<std::int64_t> having;
    std::error_code error;
    for (fs::directory_iterator at("/proc", error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!is_number(name))
            continue;
        const Use use = use_of(at->path(), wanted);
        if (use == Use::locked)
            return std::stoll(name);
        if (use == Use::open && !having)
            having = std::stoll(name);
    }
    return having;
}

} // namespace

std::string host_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "";
}

Holder this_instance() {
    const std::string now = iso_text(std::chrono::system_clock::now());
    return {host_name(), ::getpid(), now, now};
}

bool is_silent(const Holder& holder) {
    constexpr std::chrono::minutes longest_silence{10};
    return !holder.seen.empty() &&
           holder.seen < iso_text(std::chrono::system_clock::now() - longest_silence);
}

bool is_dead(const Holder& holder) {
    return holder.host == host_name() &&
           (::kill(static_cast<pid_t>(holder.process), 0) != 0 && errno == ESRCH);
}

void write_holder(sqlite::Database& database, const Holder& holder) {
    auto row = database.prepare("INSERT OR REPLACE INTO pemegang (id, inang, proses, sejak)"
                                " VALUES (1, ?1, ?2, ?3)");
    row.bind(1, std::string_view(holder.host));
    row.bind(2, holder.process);
    row.bind(3, std::string_view(holder.since));
    row.run();
}

void write_sign_of_life(sqlite::Database& database, const Holder& holder) {
    auto row = database.prepare("INSERT OR REPLACE INTO denyut (id, waktu) VALUES (1, ?1)");
    row.bind(1, std::string_view(holder.seen));
    row.run();
}

void erase_holder(sqlite::Database& database) {
    database.execute("DELETE FROM pemegang");
}

std::optional<Holder> read_holder(const sqlite::Database& database) {
    auto row = database.prepare("SELECT inang, proses, sejak FROM pemegang");
    if (!row.step())
        return std::nullopt;
    Holder holder{std::string(row.text(0)), row.integer(1), std::string(row.text(2)), {}};
    if (stored_version(database) >= 2)
        holder.seen = database.text("SELECT waktu FROM denyut");
    return holder;
}

std::optional<Holder> stored_holder(const fs::path& path) {
    try {
        const auto database = sqlite::Database::open(path, sqlite::Access::immutable);
        return disguised_table(database) ? std::nullopt : read_holder(database);
    } catch (const sqlite::DatabaseError&) {
        // Looked at in the middle of a write, or none of ours.
        return std::nullopt;
    }
}

Holder find_holder(const fs::path& path) {
    const auto process = process_holding(path);
    const auto stored = stored_holder(path);
    if (process) {
        if (stored && stored->host == host_name() && stored->process == *process)
            return *stored;
        return {host_name(), *process, started(fs::path("/proc") / std::to_string(*process)), {}};
    }
    return stored && !is_dead(*stored) ? *stored : Holder{};
}

void refuse_in_use(const fs::path& path, const Holder& holder) {
    const auto known = [](const std::string& text) { return text.empty() ? "?" : text; };
    throw Error({"project.in_use",
                 {path.string(), known(holder.host),
                  holder.process > 0 ? std::to_string(holder.process) : "?", known(holder.since)}});
}

} // namespace antardesa::project::detail
