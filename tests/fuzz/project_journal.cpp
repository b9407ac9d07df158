// Anything as the journal beside a project: no other file in the folder is touched, and what opens
// holds what was written.
#include "fuzz/small_project.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto path = fuzz::private_file({}, ".gpkg");
    static const std::string base = [] {
        std::filesystem::remove(path);
        return fuzz::small_project(path);
    }();
    const auto journal = std::filesystem::path(path.native() + "-journal");
    const auto neighbour = path.parent_path() / "tetangga";
    fuzz::write_bytes(path, base);
    fuzz::write_bytes(journal, fuzz::text_of(data, size));
    fuzz::write_bytes(neighbour, "tetap");
    try {
        const auto file = project::ProjectFile::open(path, project::OpenMode::write);
        Progress progress;
        static_cast<void>(file.check_integrity(progress));
    } catch (const Error&) {
    }
    fuzz::require(std::filesystem::file_size(neighbour) == 5, "the neighbour is left alone");
    std::filesystem::remove(journal);
    return 0;
}
