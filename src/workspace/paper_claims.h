#pragma once

#include "workspace/paper_matter.h"

namespace antardesa::workspace {

/// "Segmen 2 (Desa A dengan Desa B)", as the annexes number the segments of a matter.
std::string segment_in_words(const model::Atlas& atlas, const Matter& matter, std::size_t number);

/// What the villages of a case claim, a sentence each, and who claims no line of its own where
/// others do. Where there are several segments each says which one it is about.
std::vector<std::string> claims_in_words(const PaperFacts& facts, const Matter& matter);

} // namespace antardesa::workspace
