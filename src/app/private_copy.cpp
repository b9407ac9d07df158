#include "app/private_copy.h"

#include "base/result.h"
#include "base/whole_file.h"
#include "workspace/verbs.h"

namespace antardesa::app {

namespace {

namespace fs = std::filesystem;

void copy_over(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error)
        throw Error(cannot_write(to, error.value(), fs::file_size(from)));
}

/// A journal that is not there is no journal.
void copy_if_there(const fs::path& from, const fs::path& to) {
    std::error_code ignored;
    fs::remove(to, ignored);
    if (fs::exists(from, ignored))
        copy_over(from, to);
}

fs::path journal_of(const fs::path& project) {
    return project.string() + "-journal";
}

} // namespace

PrivateCopy::PrivateCopy(const fs::path& given) : path_(given) {
    if (!workspace::is_project(given))
        return;
    constexpr int most_tries = 5; // somebody may be writing it
    folder_ = make_private_folder();
    path_ = folder_ / given.filename();
    try {
        for (int i = 0; i < most_tries; ++i) {
            const auto before = fs::last_write_time(given);
            copy_if_there(journal_of(given), journal_of(path_));
            copy_over(given, path_);
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
