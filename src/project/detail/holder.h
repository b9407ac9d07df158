#pragma once

#include "project/project_file.h"

namespace antardesa::project::detail {

std::string host_name();

/// This process, from now on.
Holder this_instance();

/// Who holds the writer's lock of `path`, which is known to be held. An instance that has not
/// edited yet has left no row in the file, so the processes of this machine are asked first: the
/// one whose descriptor of this file shows the lock (proc(5), fdinfo), else one that has the file
/// open. `since` is then the start of that process, unless the file's row is its own. Then the
/// row speaks, unless its process is dead. An empty Holder when nothing is known.
Holder find_holder(const std::filesystem::path& path);

/// The holder's row, or nothing: also when the file cannot be read just now.
std::optional<Holder> stored_holder(const std::filesystem::path& path);

/// True where nothing was heard of the holder for ten minutes; only instances on media without
/// locks say that they are there (`ProjectFile::show_life`).
bool is_silent(const Holder& holder);

/// True for a process of this machine that is gone.
bool is_dead(const Holder& holder);

/// Throws "project.in_use" with what is known.
[[noreturn]] void refuse_in_use(const std::filesystem::path& path, const Holder& holder);

} // namespace antardesa::project::detail
