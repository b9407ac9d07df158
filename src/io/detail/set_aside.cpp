#include "io/detail/set_aside.h"

#include "base/text.h"
#include "base/whole_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <stdlib.h>
#include <string_view>
#include <unistd.h>

namespace antardesa::io::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 12> part_endings{
    ".shp", ".shx", ".dbf", ".prj", ".cpg", ".cst", ".qpj", ".qix", ".sbn", ".sbx", ".idm", ".ind"};

bool is_part(const fs::path& path, const fs::path& target) {
    const std::string ending = lower_case(path.extension().string());
    return path.stem() == target.stem() &&
           std::find(part_endings.begin(), part_endings.end(), ending) != part_endings.end();
}

} // namespace

std::vector<fs::path> parts_of_set(const fs::path& target) {
    std::vector<fs::path> parts;
    std::error_code error;
    for (fs::directory_iterator at(folder_of(target), error), end; !error && at != end;
         at.increment(error)) {
        std::error_code ignored;
        if (is_part(at->path(), target) && !fs::is_directory(at->symlink_status(ignored)))
            parts.push_back(folder_of(target) / at->path().filename());
    }
    std::sort(parts.begin(), parts.end());
    std::stable_partition(parts.begin(), parts.end(), [](const fs::path& path) {
        return lower_case(path.extension().string()) == ".shp";
    });
    return parts;
}

namespace {

/// Where a write that was cut off put older parts, and not yet this one.
fs::path folder_lacking(const fs::path& part, const fs::path& target) {
    const std::string prefix = target.filename().string() + ".lama-";
    std::error_code error;
    for (fs::directory_iterator at(folder_of(target), error), end; !error && at != end;
         at.increment(error)) {
        std::error_code ignored;
        if (at->path().filename().string().starts_with(prefix) &&
            fs::is_directory(at->symlink_status(ignored)) &&
            !fs::exists(at->path() / part.filename(), ignored))
            return at->path();
    }
    return {};
}

} // namespace

SetAside::SetAside(fs::path target, std::uint64_t needed)
    : target_(std::move(target)), needed_(needed) {
}

SetAside::~SetAside() {
    put_back();
}

void SetAside::fail(int error) const {
    throw Error(cannot_write(target_, error, needed_));
}

/// Parts of a set without its .shp, which a write that was cut off left: a part whose successor
/// still waits in that one's private folder is of the older set and joins its other parts.
void SetAside::gather_interrupted(std::vector<fs::path>& parts, const fs::path& own) {
    const fs::path waiting = interrupted_write(target_, own);
    somebodys_ = waiting.empty();
    std::erase_if(parts, [&](const fs::path& part) {
        std::error_code ignored;
        if (waiting.empty() || !fs::exists(waiting / part.filename(), ignored))
            return false;
        const fs::path older = folder_lacking(part, target_);
        if (older.empty())
            return false;
        if (std::rename(part.c_str(), (older / part.filename()).c_str()) != 0)
            fail(errno);
        return true;
    });
}

void SetAside::clear_the_way(const fs::path& own) {
    std::vector<fs::path> parts = parts_of_set(target_);
    if (!parts.empty() && lower_case(parts.front().extension().string()) != ".shp")
        gather_interrupted(parts, own);
    if (parts.empty())
        return;
    std::string pattern =
        (folder_of(target_) / (target_.filename().string() + ".lama-XXXXXX")).string();
    if (!::mkdtemp(pattern.data()))
        fail(errno);
    folder_ = pattern;
    for (const fs::path& part : parts) {
        if (std::rename(part.c_str(), (folder_ / part.filename()).c_str()) != 0)
            fail(errno);
        moved_.push_back(part);
    }
    if (!synchronise(folder_) || !synchronise(folder_of(target_)))
        fail(errno);
}

void SetAside::drop() {
    // What hinders one deletion need not hinder the next, and one part left would stay for good.
    constexpr int attempts = 8;
    std::error_code error;
    for (int i = 0; i < attempts && !folder_.empty() && !somebodys_; ++i)
        if (fs::remove_all(folder_, error); !error)
            break;
    folder_.clear();
    moved_.clear();
    fresh_.clear();
}

void SetAside::put_back() {
    // The .shp leaves first and comes back last, as on the way in.
    for (; !fresh_.empty(); fresh_.pop_back())
        if (::unlink(fresh_.back().c_str()) != 0 && errno != ENOENT)
            return;
    for (; !moved_.empty(); moved_.pop_back())
        if (std::rename((folder_ / moved_.back().filename()).c_str(), moved_.back().c_str()) != 0)
            return;
    if (!folder_.empty())
        ::rmdir(folder_.c_str());
}

} // namespace antardesa::io::detail
