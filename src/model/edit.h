#pragma once

#include "base/result.h"
#include "model/atlas.h"
#include "model/rows.h"

#include <string>
#include <variant>
#include <vector>

namespace antardesa::model {

/// Inserts the row, or replaces the one with its id.
template<class Row>
struct Put {
    Row row;
};
template<class Row>
struct Erase {
    Id<Row> id;
};

namespace detail {
template<class Tables>
struct WritesOf;
template<class... Rows>
struct WritesOf<std::tuple<Table<Rows>...>> {
    using type = std::variant<Put<Rows>..., Erase<Rows>..., Put<ProjectIdentity>>;
};
} // namespace detail

/// One write of one typed row. A class, not an alias: what copies and destroys its many kinds is
/// compiled once, not by everyone who holds an edit.
struct RowWrite : detail::WritesOf<TableSet>::type {
    using Kinds = detail::WritesOf<TableSet>::type;
    using Kinds::Kinds;
    RowWrite(const RowWrite& other);
    RowWrite(RowWrite&& other) noexcept;
    RowWrite& operator=(const RowWrite& other);
    RowWrite& operator=(RowWrite&& other) noexcept;
    ~RowWrite();
};

/// A change as data: the only way a project changes. Applied whole, in one transaction, by
/// `project`; undone through the changeset that SQLite records then.
struct Edit {
    Message name; ///< "edit.…": what the history shows
    std::vector<RowWrite> writes;
    Id<Document> document; ///< the document that allows it; none for technical edits
};

/// The tables after the edit. Pure; used for previews, in-memory projects and tests.
TableSet applied(const TableSet& tables, const Edit& edit);
/// Whether the edit writes village or special-area geometry, so that arcs must be derived anew.
bool touches_coverage(const TableSet& before, const Edit& edit);

} // namespace antardesa::model
