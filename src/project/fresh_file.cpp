#include "project/detail/fresh_file.h"

#include "project/detail/state.h"

#include <algorithm>

namespace antardesa::project::detail {

namespace {

/// No file takes less of a disk.
constexpr std::uint64_t smallest_need = 4096;

/// Says a file's trouble in the words of a project.
template<class Action>
auto in_our_words(const std::filesystem::path& target, Action action) {
    try {
        return action();
    } catch (const FileError& error) {
        switch (error.reason()) {
        case FileError::Reason::exists:
            throw Error({"project.exists", {target.string()}});
        case FileError::Reason::no_space:
            // Without a byte written it is the name that found no room.
            fail_for_space(target, std::max(error.needed(), smallest_need));
        case FileError::Reason::is_link:
        case FileError::Reason::unsure:
            throw;
        case FileError::Reason::failed:
            break;
        }
        throw Error({"project.cannot_create", {target.string()}}, error.what());
    }
}

} // namespace

FreshFile::FreshFile(const std::filesystem::path& target)
    : target_(target),
      file_(in_our_words(target, [&] { return std::make_unique<WholeFile>(target); })) {
}

void FreshFile::put_in_place(bool replace) {
    in_our_words(target_, [&] { file_->put_in_place(replace); });
}

} // namespace antardesa::project::detail
