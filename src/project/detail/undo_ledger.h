#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace antardesa::project::detail {

/// What can be undone and redone, worked out from the history alone, so that it survives a
/// restart. Every undo and redo is an entry that takes an earlier entry back: an undo takes an
/// edit (or a redo) back, a redo takes an undo back. So an entry is in force exactly when no
/// entry in force takes it back. A new edit ends what could be redone.
class UndoLedger {
  public:
    /// Entries in the order of their revisions; `reverts` is 0 for an edit. Revision 0, the
    /// first import, is never undone.
    void add(std::int64_t revision, std::int64_t reverts);
    /// An entry that has no changeset and so cannot be taken back; like an edit, it ends what
    /// could be redone.
    void add_final(std::int64_t revision);

    /// The entry that the next undo or redo takes back.
    std::optional<std::int64_t> undoable() const;
    std::optional<std::int64_t> redoable() const;

    bool undone(std::int64_t revision) const;
    /// The edit that a chain of undo and redo began with; an edit itself.
    std::int64_t origin(std::int64_t revision) const;

  private:
    std::vector<std::int64_t> undo_;
    std::vector<std::int64_t> redo_;
    std::unordered_map<std::int64_t, std::int64_t> reverted_by_;
    std::unordered_map<std::int64_t, std::int64_t> reverts_;
};

} // namespace antardesa::project::detail
