#include "project/detail/undo_ledger.h"

namespace antardesa::project::detail {

void UndoLedger::add(std::int64_t revision, std::int64_t reverts) {
    if (reverts == 0) {
        if (revision > 0)
            undo_.push_back(revision);
        redo_.clear();
        return;
    }
    reverted_by_[reverts] = revision;
    reverts_[revision] = reverts;
    if (undoable() == reverts) {
        undo_.pop_back();
        redo_.push_back(revision);
    } else if (redoable() == reverts) {
        redo_.pop_back();
        undo_.push_back(revision);
    }
}

void UndoLedger::add_final(std::int64_t) {
    redo_.clear();
}

std::optional<std::int64_t> UndoLedger::undoable() const {
    return undo_.empty() ? std::nullopt : std::optional(undo_.back());
}

std::optional<std::int64_t> UndoLedger::redoable() const {
    return redo_.empty() ? std::nullopt : std::optional(redo_.back());
}

bool UndoLedger::undone(std::int64_t revision) const {
    bool result = false;
    for (auto at = reverted_by_.find(revision); at != reverted_by_.end();
         at = reverted_by_.find(at->second))
        result = !result;
    return result;
}

std::int64_t UndoLedger::origin(std::int64_t revision) const {
    for (auto at = reverts_.find(revision); at != reverts_.end(); at = reverts_.find(revision))
        revision = at->second;
    return revision;
}

} // namespace antardesa::project::detail
