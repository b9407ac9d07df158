#pragma once

#include "sqlite/database.h"

#include <optional>
#include <string>

/// The R-trees of layers: virtual tables with tables of their own behind them, so what somebody
/// prepared in their place can run for ever where ours answers at once.
namespace antardesa::project::detail {

/// A name of a layer's R-tree, or of one of the tables behind it, under which something else
/// stands. Asks nothing but the list of tables. Null when there is none.
std::optional<std::string> disguised_index(const sqlite::Database& database);

/// Whether the nodes of a layer's R-tree are no tree: one is reached on two ways, and what walks it
/// multiplies with every level. Reads each node once; asks nothing of the R-tree itself. Not to be
/// called before `disguised_index` was.
bool is_index_endless(const sqlite::Database& database, const char* table);
/// The first layer of which that is true.
std::optional<std::string> endless_index(const sqlite::Database& database, int version);

/// Whether a search by the layer's R-tree finds every geometry and nothing else.
bool index_agrees(const sqlite::Database& database, const char* table);

} // namespace antardesa::project::detail
