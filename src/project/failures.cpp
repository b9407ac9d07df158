#include "project/detail/state.h"

#include "base/whole_file.h"
#include "sqlite/transaction.h"

#include <algorithm>

namespace antardesa::project::detail {

namespace {

constexpr std::uint64_t megabyte = 1'000'000;

std::string megabytes(std::uint64_t bytes) {
    return std::to_string((bytes + megabyte - 1) / megabyte) + " MB";
}

/// Rounded down: room that is not there is not promised.
std::string room(std::uint64_t bytes) {
    return bytes < megabyte ? std::to_string(bytes / 1000) + " kB"
                            : std::to_string(bytes / megabyte) + " MB";
}

const char* key_of(sqlite::Trouble trouble) {
    using sqlite::Trouble;
    switch (trouble) {
    case Trouble::corrupt:
        return "project.damaged";
    case Trouble::not_a_database:
        return "project.not_ours";
    case Trouble::busy:
        return "project.used_by_other_program";
    case Trouble::cannot_open:
        return "project.cannot_open";
    case Trouble::read_only:
        return "project.cannot_write";
    default:
        return "project.disk_failed";
    }
}

} // namespace

void fail_for_space(const std::filesystem::path& path, std::uint64_t needed) {
    const std::uint64_t free = free_bytes(path).value_or(0);
    if (free >= needed)
        throw Error({"project.full_though_free", {path.string(), room(free)}});
    throw Error({"project.no_space", {path.string(), megabytes(needed), room(free)}});
}

void rethrow(const sqlite::DatabaseError& error, const Making& making) {
    if (error.trouble() != sqlite::Trouble::full)
        rethrow(error, making.target);
    std::error_code ignored;
    const auto size = std::filesystem::file_size(making.made, ignored);
    const std::uint64_t free = free_bytes(making.target).value_or(0) + (ignored ? 0 : size);
    if (making.needed == 0)
        throw Error({"project.no_space_more", {making.target.string(), room(free)}});
    if (free >= making.needed)
        throw Error({"project.full_though_free", {making.target.string(), room(free)}});
    throw Error(
        {"project.no_space", {making.target.string(), megabytes(making.needed), room(free)}});
}

void rethrow(const sqlite::DatabaseError& error, const std::filesystem::path& path) {
    if (error.trouble() == sqlite::Trouble::interrupted)
        throw Cancelled();
    if (error.trouble() == sqlite::Trouble::full) {
        // A transaction keeps the old pages in its journal and adds new ones: never more than the
        // file once more, and the least that a file system gives at once.
        std::error_code ignored;
        const auto size = std::filesystem::file_size(path, ignored);
        fail_for_space(path, (ignored ? 0 : size) + megabyte);
    }
    if (dynamic_cast<const sqlite::Unconfirmed*>(&error))
        throw Error({"project.unconfirmed", {path.string()}}, error.said());
    // SQLite's general error: a statement names a table or column that is not there.
    if (error.trouble() == sqlite::Trouble::other)
        throw Error({"project.table_unlike", {path.string(), error.said()}}, error.said());
    throw Error({key_of(error.trouble()), {path.string()}}, error.said());
}

} // namespace antardesa::project::detail
