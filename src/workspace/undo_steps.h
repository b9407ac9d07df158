#pragma once

#include "model/rows.h"

#include <vector>

namespace antardesa::workspace {

/// The edit that undo takes back next, the newest one in force; null: none. Of a history with the
/// newest entry first, as `ProjectFile::history` gives it, and valid as long as that.
const model::HistoryEntry* next_undo(const std::vector<model::HistoryEntry>& history);
/// The edit that redo brings back next: the oldest undone one after the newest in force.
const model::HistoryEntry* next_redo(const std::vector<model::HistoryEntry>& history);

} // namespace antardesa::workspace
