#pragma once

#include "workspace/papers.h"

#include <vector>

/// Who signs a berita acara, and under which numbers (domain.md §3.1, §3.6). What is not recorded
/// stays a dotted line.
namespace antardesa::workspace {

struct Signing {
    const PaperFacts& facts;
    const model::BoundaryDispute* dispute = nullptr; ///< null: nobody is recorded
    std::vector<Id<model::Village>> villages;        ///< each signs; two at least
};

/// Who has to sign and is not recorded by name, by title: the heads of the villages and who
/// facilitated the case; nobody outside one.
std::vector<std::string> missing_signatures(const Signing& signing);
/// Whose own number of the paper (domain.md §3.6) is not recorded, by title; outside a case nobody
/// records any.
std::vector<std::string> missing_numbers(const Signing& signing);
/// The village's own number of the paper, else a blank.
std::string village_number(const Signing& signing, Id<model::Village> village);
/// The place where the village's head signs, with name and NIP as far as they are recorded.
documents::Signature village_head(const Signing& signing, Id<model::Village> village);
/// The villages' teams, the Kepala Desa who agree, the facilitator of a case, the kabupaten's
/// team and witnesses, each under its heading.
std::vector<documents::Block> signature_blocks(const Signing& signing);

} // namespace antardesa::workspace
