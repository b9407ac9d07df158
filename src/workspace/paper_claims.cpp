#include "workspace/paper_claims.h"

#include "analysis/contested_land.h"
#include "crs/ellipsoid.h"
#include "workspace/paper_words.h"

#include <algorithm>
#include <set>

namespace antardesa::workspace {

namespace {

using model::BoundarySegment;
using model::Claim;

/// Of the matter's segments the one that a claim is about; none where that cannot be told.
std::optional<std::size_t> number_of(const PaperFacts& facts, const Matter& matter,
                                     const Claim& claim) {
    const BoundarySegment* segment = analysis::claimed_segment(facts.atlas, claim);
    const auto at = std::find(matter.segments.begin(), matter.segments.end(), segment);
    if (!segment || at == matter.segments.end())
        return std::nullopt;
    return static_cast<std::size_t>(at - matter.segments.begin());
}

class ClaimSentences {
  public:
    ClaimSentences(const PaperFacts& facts, const Matter& matter) : facts_(facts), matter_(matter) {
        for (const Claim* claim : facts.atlas.claims(matter.dispute->id))
            claims_.push_back({claim, number_of(facts, matter, *claim)});
    }

    std::vector<std::string> all() const {
        std::vector<std::string> sentences;
        for (const Numbered& one : claims_)
            sentences.push_back(claimed(one));
        for (const std::string& name : without_claim())
            sentences.push_back(name + "; pembandingnya garis yang tercatat ketika perkara "
                                       "dilaporkan.");
        return sentences;
    }

  private:
    struct Numbered {
        const Claim* claim = nullptr;
        std::optional<std::size_t> segment; ///< of the matter's
    };

    bool is_of_several() const { return matter_.segments.size() > 1; }

    std::string claimed(const Numbered& one) const {
        const Claim& claim = *one.claim;
        std::string text = "Garis menurut " + village_title(facts_.atlas, claim.village);
        if (is_of_several())
            text += " pada " + (one.segment ? segment_in_words(facts_.atlas, matter_, *one.segment)
                                            : "segmen " + std::string(paper_blank));
        text += " berdasarkan " + text_or_blank(claim.basis);
        if (claim.line)
            text += ", sepanjang " +
                    facts_.indonesian.number(crs::ellipsoidal_length(*claim.line), 1) + " meter";
        return text + ".";
    }

    /// Who holds to the line in force, where others claim another.
    std::vector<std::string> without_claim() const {
        std::vector<std::string> told;
        const auto claims_line = [&](Id<model::Village> village,
                                     std::optional<std::size_t> segment) {
            return std::any_of(claims_.begin(), claims_.end(), [&](const Numbered& one) {
                return (!village || one.claim->village == village) &&
                       (!segment || one.segment == segment);
            });
        };
        if (!is_of_several()) {
            for (const Id<model::Village> village : matter_.villages)
                if (!claims_.empty() && !claims_line(village, std::nullopt))
                    told.push_back(village_title(facts_.atlas, village) +
                                   " belum mengajukan garis tersendiri");
            return told;
        }
        for (std::size_t i = 0; i < matter_.segments.size(); ++i)
            for (const Id<model::Village> village :
                 {matter_.segments[i]->first, matter_.segments[i]->second})
                if (claims_line({}, i) && !claims_line(village, i))
                    told.push_back(village_title(facts_.atlas, village) +
                                   " belum mengajukan garis tersendiri pada " +
                                   segment_in_words(facts_.atlas, matter_, i));
        return told;
    }

    const PaperFacts& facts_;
    const Matter& matter_;
    std::vector<Numbered> claims_;
};

} // namespace

std::string segment_in_words(const model::Atlas& atlas, const Matter& matter, std::size_t number) {
    const BoundarySegment& segment = *matter.segments[number];
    return "Segmen " + std::to_string(number + 1) + " (" + village_title(atlas, segment.first) +
           " dengan " + village_title(atlas, segment.second) + ")";
}

std::string contested_in_words(const PaperFacts& facts, const Matter& matter) {
    if (matter.segments.size() < 2)
        return "di antara kedua garis";
    std::set<std::size_t> numbers;
    for (const Claim* claim : facts.atlas.claims(matter.dispute->id))
        if (const auto number = number_of(facts, matter, *claim))
            numbers.insert(*number);
    std::vector<std::string> claimed;
    for (const std::size_t number : numbers)
        claimed.push_back(segment_in_words(facts.atlas, matter, number));
    return claimed.empty() ? "yang diperselisihkan"
                           : "di antara garis-garis yang diajukan pada " + listed(claimed);
}

std::vector<std::string> claims_in_words(const PaperFacts& facts, const Matter& matter) {
    return matter.dispute ? ClaimSentences(facts, matter).all() : std::vector<std::string>();
}

} // namespace antardesa::workspace
