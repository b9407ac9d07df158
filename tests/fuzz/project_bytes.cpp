// A project of ours with bytes changed anywhere (the input: three bytes of place, one of value, and
// so on): it opens or is refused, and what was damaged is not clean after an undo.
#include "fuzz/small_project.h"

#include <algorithm>

using namespace antardesa;

namespace {

bool is_damaged(const std::filesystem::path& path) {
    Progress progress;
    const auto findings =
        project::ProjectFile::open(path, project::OpenMode::read).check_integrity(progress);
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

void read_and_undo(const std::filesystem::path& path) {
    const bool damaged = is_damaged(path);
    bool undone = false;
    {
        auto file = project::ProjectFile::open(path, project::OpenMode::write);
        std::vector<Finding> findings;
        Progress progress;
        file.read(findings, progress);
        file.history();
        undone = bool(file.undo(fuzz::by_harness));
    }
    fuzz::require(!undone || !damaged || is_damaged(path), "an undo hides no damage");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto path = fuzz::private_file({}, "-base.gpkg");
    static const std::string base = [] {
        std::filesystem::remove(path);
        return fuzz::small_project(path);
    }();
    std::string bytes = base;
    constexpr std::size_t change = 4;
    for (std::size_t at = 0; at + change <= size; at += change) {
        const std::size_t place = std::size_t{data[at]} << 16 | std::size_t{data[at + 1]} << 8 |
                                  std::size_t{data[at + 2]};
        bytes[place % bytes.size()] = static_cast<char>(data[at + 3]);
    }
    fuzz::write_bytes(path, bytes);
    try {
        read_and_undo(path);
    } catch (const Error&) {
    }
    return 0;
}
