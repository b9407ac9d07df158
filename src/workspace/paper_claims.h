#pragma once

#include "workspace/paper_matter.h"

namespace antardesa::workspace {

/// "Segmen 2 (Desa A dengan Desa B)", as the annexes number the segments of a matter.
std::string segment_in_words(const model::Atlas& atlas, const Matter& matter, std::size_t number);

/// Between which lines the contested land lies: "di antara kedua garis"; of several segments those
/// that somebody claims a line on are named.
std::string contested_in_words(const PaperFacts& facts, const Matter& matter);

/// What the villages of a case claim, a sentence each, and who claims no line of its own where
/// others do. Where there are several segments each says which one it is about.
std::vector<std::string> claims_in_words(const PaperFacts& facts, const Matter& matter);

} // namespace antardesa::workspace
