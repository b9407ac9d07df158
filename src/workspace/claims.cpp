#include "workspace/claims.h"

#include "analysis/contested_land.h"
#include "model/case_verbs.h"
#include "model/village_law.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Segments of the case that a claim of the village can be about; of a case with one alone: none,
/// which means that one.
std::vector<Id<model::BoundarySegment>> segments_about(const model::Atlas& atlas,
                                                       const model::BoundaryDispute& dispute,
                                                       Id<model::Village> village) {
    const auto all = atlas.segments_of(dispute);
    if (all.size() < 2)
        return {Id<model::BoundarySegment>{}};
    std::vector<Id<model::BoundarySegment>> about;
    for (const model::BoundarySegment* segment : all)
        if (segment->first == village || segment->second == village)
            about.push_back(segment->id);
    return about;
}

bool is_party(const model::Atlas& atlas, const model::BoundaryDispute& dispute,
              Id<model::Village> village) {
    const auto segments = atlas.segments_of(dispute);
    return village == dispute.first || village == dispute.second ||
           std::any_of(segments.begin(), segments.end(), [&](const auto* segment) {
               return segment->first == village || segment->second == village;
           });
}

std::shared_ptr<const model::Atlas> changed(const model::Atlas& atlas, const model::Edit& edit) {
    return model::Atlas::build(atlas.identity(), model::applied(atlas.tables(), edit),
                               atlas.revision(), atlas.shared_coverage());
}

bool counts(const analysis::ContestedLand& land, Id<model::Claim> claim) {
    return std::any_of(land.claims.begin(), land.claims.end(), [&](const auto& side) {
        return std::find(side.rows.begin(), side.rows.end(), claim) != side.rows.end();
    });
}

/// Why no contested land can be told with this claim, on the segment that it is about; nothing
/// where it could not be told before, for another reason than that nobody claimed anything.
std::optional<Refusal> muddled(const model::Atlas& atlas, const model::Atlas& with,
                               const model::BoundaryDispute& dispute, const model::Claim& claim) {
    Progress progress;
    std::optional<Refusal> refusal;
    const auto unclaimed = [](const Result<analysis::ContestedLand>& land) {
        return !land && land.refusal().message.key == "analysis.contested.no_claims";
    };
    for (const auto segment : segments_about(atlas, dispute, claim.village)) {
        const auto land = analysis::contested_land(with, claim.dispute, progress, segment);
        if (land && counts(land.value(), claim.id))
            return std::nullopt;
        if (land || unclaimed(land))
            continue;
        const auto before = analysis::contested_land(atlas, claim.dispute, progress, segment);
        if (!refusal && (before || unclaimed(before)))
            refusal = land.refusal();
    }
    return refusal;
}

/// The case keeps the land between its claims, as far as it can be told now.
void keep_contested(const model::Atlas& with, Id<model::BoundaryDispute> id, model::Edit& edit) {
    const model::BoundaryDispute* dispute = with.find(id);
    if (!dispute)
        return;
    Progress progress;
    geo::MultiPolygon land;
    for (const model::BoundarySegment* segment : with.segments_of(*dispute))
        if (const auto told = analysis::contested_land(with, id, progress, segment->id))
            for (geo::Polygon& part : told.value().land_of_parties())
                land.push_back(std::move(part));
    model::BoundaryDispute kept = *dispute;
    kept.contested = land.empty() ? nullptr : std::make_shared<const geo::MultiPolygon>(land);
    edit.writes.push_back(model::Put<model::BoundaryDispute>{std::move(kept)});
}

} // namespace

Result<model::Edit> change_claims(const model::Atlas& atlas,
                                  const std::vector<ChangeClaim>& changes) {
    model::Edit edit;
    for (const ChangeClaim& change : changes) {
        const model::Claim* claim = atlas.find(change.claim);
        if (!claim)
            return Refusal{{"model.case.no_claim", {std::to_string(change.claim.value)}}};
        if (change.document && !atlas.find(change.document))
            return Refusal{{"model.unknown_document", {std::to_string(change.document.value)}}};
        model::Claim after = *claim;
        after.basis = change.basis.value_or(after.basis);
        after.author = change.author.value_or(after.author);
        if (change.document)
            edit.document = after.document = change.document;
        edit.name = {"edit.change_claim", {village_name(atlas, claim->village)}};
        if (after.basis != claim->basis || after.author != claim->author ||
            after.document != claim->document)
            edit.writes.push_back(model::Put<model::Claim>{std::move(after)});
    }
    if (edit.writes.empty())
        return Refusal{{"workspace.record.unchanged", {}}};
    return edit;
}

Result<model::Edit> drop_claim(const model::Atlas& atlas, Id<model::Claim> id) {
    const model::Claim* claim = atlas.find(id);
    if (!claim)
        return Refusal{{"model.case.no_claim", {std::to_string(id.value)}}};
    model::Edit edit{{"edit.drop_claim", {village_name(atlas, claim->village)}},
                     {model::Erase<model::Claim>{id}},
                     {}};
    keep_contested(*changed(atlas, edit), claim->dispute, edit);
    return edit;
}

std::string claimed_pair(const model::Atlas& atlas, const model::Claim& claim) {
    const model::BoundaryDispute* dispute = atlas.find(claim.dispute);
    if (!dispute || atlas.segments_of(*dispute).size() < 2)
        return {};
    const model::BoundarySegment* segment = analysis::claimed_segment(atlas, claim);
    return segment ? pair_name(atlas, segment->first, segment->second) : std::string();
}

Result<model::Edit> add_claim(const model::Atlas& atlas, model::Claim claim) {
    const model::BoundaryDispute* dispute = atlas.find(claim.dispute);
    if (!dispute)
        return Refusal{{"model.unknown_dispute", {std::to_string(claim.dispute.value)}}};
    if (!is_party(atlas, *dispute, claim.village))
        return Refusal{
            {"model.case.no_party",
             {model::name_without_kind(village_name(atlas, claim.village)),
              village_name(atlas, dispute->first), village_name(atlas, dispute->second)}}};
    if (!claim.line || claim.line->empty())
        return Refusal{
            {"model.case.no_line",
             {village_name(atlas, dispute->first), village_name(atlas, dispute->second)}}};
    if (claim.document && !atlas.find(claim.document))
        return Refusal{{"model.unknown_document", {std::to_string(claim.document.value)}}};
    claim.id = atlas.table<model::Claim>().next_id();
    model::Edit edit;
    edit.name = {"edit.add_claim", {village_name(atlas, claim.village)}};
    edit.document = claim.document;
    edit.writes.push_back(model::Put<model::Claim>{claim});
    const auto with = changed(atlas, edit);
    if (auto refusal = muddled(atlas, *with, *dispute, claim))
        return *std::move(refusal);
    keep_contested(*with, dispute->id, edit);
    return edit;
}

} // namespace antardesa::workspace
