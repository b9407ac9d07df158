#pragma once

#include "model/atlas.h"

#include <string>

/// How the cells of registers name rows.
namespace antardesa::workspace {

/// How a register's cell names a village or a kecamatan: by its code or, where that is missing or
/// not its alone, by "#", its id in the project and its name, which must agree when it is read
/// back.
std::string reference_text(const model::Atlas& atlas, const model::Village& village);
std::string reference_text(const model::District& district);

} // namespace antardesa::workspace
