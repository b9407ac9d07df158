#include "app/private_copy.h"

#include "base/result.h"
#include "base/whole_file.h"
#include "workspace/verbs.h"

#include <cerrno>
#include <fstream>
#include <vector>

namespace antardesa::app {

namespace {

namespace fs = std::filesystem;

/// Piece by piece: a project of a gigabyte is not copied within a second.
void copy_over(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
    constexpr std::size_t piece = std::size_t{4} << 20;
    std::error_code ignored;
    fs::remove(to, ignored);
    std::ifstream in(from, std::ios::binary);
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    std::vector<char> bytes(piece);
    errno = 0;
    while (in && out) {
        if (stop.stop_requested())
            throw Cancelled();
        in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.write(bytes.data(), in.gcount());
    }
    out.flush();
    if (!out || !in.eof())
        throw Error(cannot_write(to, errno == 0 ? EIO : errno, fs::file_size(from)));
    fs::permissions(to, fs::status(from).permissions(), ignored);
}

/// A journal that is not there is no journal.
void copy_if_there(const fs::path& from, const fs::path& to, const std::stop_token& stop) {
    std::error_code ignored;
    fs::remove(to, ignored);
    if (fs::exists(from, ignored))
        copy_over(from, to, stop);
}

fs::path journal_of(const fs::path& project) {
    return project.string() + "-journal";
}

} // namespace

PrivateCopy::PrivateCopy(const fs::path& given, const std::stop_token& stop) : path_(given) {
    if (!workspace::is_project(given))
        return;
    constexpr int most_tries = 5; // somebody may be writing it
    folder_ = make_private_folder();
    path_ = folder_ / given.filename();
    try {
        for (int i = 0; i < most_tries; ++i) {
            const auto before = fs::last_write_time(given);
            copy_if_there(journal_of(given), journal_of(path_), stop);
            copy_over(given, path_, stop);
            if (fs::last_write_time(given) == before)
                return;
        }
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        throw;
    }
}

PrivateCopy::~PrivateCopy() {
    std::error_code ignored;
    if (!folder_.empty())
        fs::remove_all(folder_, ignored);
}

} // namespace antardesa::app
