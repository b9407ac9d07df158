#pragma once

#include "cartography/mark.h"
#include "model/rows.h"

#include <utility>

/// What lies between two kecamatan as the subject of a mark: it has no row of its own.
namespace antardesa::cartography {

/// The same whichever comes first. Pre-condition: ids below 2³¹, as rows of a project have.
Subject district_link(Id<model::District> one, Id<model::District> other);
/// The two, lower id first. Pre-condition: of kind `district_link`.
std::pair<Id<model::District>, Id<model::District>> linked_districts(Subject link);

} // namespace antardesa::cartography
