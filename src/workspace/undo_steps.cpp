#include "workspace/undo_steps.h"

namespace antardesa::workspace {

namespace {

bool is_step(const model::HistoryEntry& entry) {
    return entry.revision > 0 && entry.reverts == 0;
}

} // namespace

const model::HistoryEntry* next_undo(const std::vector<model::HistoryEntry>& history) {
    for (const auto& entry : history)
        if (is_step(entry) && !entry.undone)
            return &entry;
    return nullptr;
}

const model::HistoryEntry* next_redo(const std::vector<model::HistoryEntry>& history) {
    const model::HistoryEntry* found = nullptr;
    for (const auto& entry : history) {
        if (!is_step(entry))
            continue;
        if (!entry.undone)
            break;
        found = &entry;
    }
    return found;
}

} // namespace antardesa::workspace
