#pragma once

#include "base/id.h"

#include <algorithm>
#include <vector>

namespace antardesa::model {

/// Rows of one kind, sorted by id, unique. A value: copying copies the rows (geometry is shared).
template<class Row>
class Table {
  public:
    using value_type = Row;
    Table() = default;
    explicit Table(std::vector<Row> rows) : rows_(std::move(rows)) {
        std::sort(rows_.begin(), rows_.end(),
                  [](const Row& a, const Row& b) { return a.id < b.id; });
    }

    /// Null when there is no such row.
    const Row* find(Id<Row> id) const {
        auto at = lower_bound(id);
        return at != rows_.end() && at->id == id ? &*at : nullptr;
    }
    /// Position in iteration order; size() when absent.
    std::size_t index_of(Id<Row> id) const {
        auto at = lower_bound(id);
        return at != rows_.end() && at->id == id ? static_cast<std::size_t>(at - rows_.begin())
                                                 : rows_.size();
    }
    /// Inserts or replaces.
    void put(Row row) {
        auto at = rows_.begin() + (lower_bound(row.id) - rows_.cbegin());
        if (at != rows_.end() && at->id == row.id)
            *at = std::move(row);
        else
            rows_.insert(at, std::move(row));
    }
    void erase(Id<Row> id) {
        auto at = rows_.begin() + (lower_bound(id) - rows_.cbegin());
        if (at != rows_.end() && at->id == id)
            rows_.erase(at);
    }
    /// Smallest id not yet used by any row at or above the highest.
    Id<Row> next_id() const { return {rows_.empty() ? 1 : rows_.back().id.value + 1}; }

    std::size_t size() const { return rows_.size(); }
    bool empty() const { return rows_.empty(); }
    auto begin() const { return rows_.begin(); }
    auto end() const { return rows_.end(); }
    const Row& operator[](std::size_t index) const { return rows_[index]; }

  private:
    auto lower_bound(Id<Row> id) const {
        return std::lower_bound(rows_.begin(), rows_.end(), id,
                                [](const Row& row, Id<Row> wanted) { return row.id < wanted; });
    }
    std::vector<Row> rows_;
};

} // namespace antardesa::model
