// One edit of a project from the shell, which the program itself makes only in its window, and the
// window's list of recent files.
//   torture_driver edit PROJECT VILLAGE_ID NAME
//   torture_driver held-edit PROJECT VILLAGE_ID NAME   (says "open", then waits for a line)
//   torture_driver open PROJECT                  (for writing: migrates an older schema)
//   torture_driver settings FOLDER FILE
// Exit code 0: acknowledged. 1: a message on stderr says why not.
#include "project/project_file.h"
#include "workspace/recent_files.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using namespace antardesa;

int edit(const char* path, const char* id, const char* name, bool waits) {
    auto file = project::ProjectFile::open(path, project::OpenMode::write);
    Progress progress;
    std::vector<Finding> findings;
    const auto tables = file.read(findings, progress);
    const auto* found =
        std::get<model::Table<model::Village>>(tables).find({std::strtoll(id, nullptr, 10)});
    if (!found)
        throw Error({"torture.no_village", {id}});
    if (waits) {
        std::puts("open");
        std::fflush(stdout);
        std::getchar();
    }
    model::Village village = *found;
    village.name = name;
    const SystemClock clock;
    const auto done = file.apply(
        {{"edit.change_village", {village.name}}, {model::Put<model::Village>{village}}, {}},
        {"torture", &clock});
    if (!done)
        throw Error(done.refusal().message);
    return 0;
}

int open(const char* path) {
    static_cast<void>(project::ProjectFile::open(path, project::OpenMode::write));
    return 0;
}

int settings(const char* folder, const char* file) {
    const auto files = workspace::with_recent(workspace::read_recent_files(folder), file);
    workspace::write_recent_files(folder, files);
    return 0;
}

} // namespace

int main(int count, char** words) {
    try {
        if (count == 5 && std::strcmp(words[1], "edit") == 0)
            return edit(words[2], words[3], words[4], false);
        if (count == 5 && std::strcmp(words[1], "held-edit") == 0)
            return edit(words[2], words[3], words[4], true);
        if (count == 3 && std::strcmp(words[1], "open") == 0)
            return open(words[2]);
        if (count == 4 && std::strcmp(words[1], "settings") == 0)
            return settings(words[2], words[3]);
    } catch (const antardesa::Error& error) {
        std::fprintf(stderr, "%s\n", antardesa::debug_text(error.message()).c_str());
        return 1;
    }
    std::fputs("torture_driver [held-]edit PROJECT ID NAME | open PROJECT | settings FOLDER FILE\n",
               stderr);
    return 2;
}
