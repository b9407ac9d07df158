#pragma once

#include "model/edit.h"

#include <utility>
#include <vector>

namespace antardesa::workspace {

/// The tables of a project while an import is laid over them, and the writes that lead there.
/// Nothing is stored. For a new project only the tables matter and no writes are kept.
class ImportDraft {
  public:
    /// `existing` may be null: a new, empty project.
    explicit ImportDraft(const model::Atlas* existing)
        : tables_(existing ? existing->tables() : model::TableSet{}), records_(existing) {}

    template<class Row>
    const model::Table<Row>& table() const {
        return std::get<model::Table<Row>>(tables_);
    }
    /// Inserts or replaces by id; an id of zero gets the next free one. Returns the id.
    template<class Row>
    Id<Row> put(Row row) {
        auto& table = std::get<model::Table<Row>>(tables_);
        if (!row.id)
            row.id = table.next_id();
        const Id<Row> id = row.id;
        if (records_)
            writes_.push_back(model::Put<Row>{row});
        table.put(std::move(row));
        return id;
    }
    template<class Row>
    void erase(Id<Row> id) {
        if (records_)
            writes_.push_back(model::Erase<Row>{id});
        std::get<model::Table<Row>>(tables_).erase(id);
    }

    const model::TableSet& tables() const { return tables_; }
    std::vector<model::RowWrite> take_writes() { return std::move(writes_); }
    model::TableSet take_tables() { return std::move(tables_); }

  private:
    model::TableSet tables_;
    std::vector<model::RowWrite> writes_;
    bool records_;
};

} // namespace antardesa::workspace
