#include "workspace/cooperation_review.h"

namespace antardesa::workspace {

std::shared_ptr<const CooperationReview> review_cooperation(const model::Atlas& atlas,
                                                            const ComplianceRules* rules,
                                                            Date today, Progress& progress) {
    auto review = std::make_shared<CooperationReview>();
    if (rules)
        review->compliance = analysis::check_compliance(atlas, *rules, today, progress);
    review->suggestions = analysis::suggest(atlas, today, {}, progress);
    if (atlas.villages().size() <= network_up_to)
        review->network = analysis::cooperation_network(atlas, {}, today, progress);
    return review;
}

cartography::Subject subject_of(const analysis::ComplianceSubject& subject) {
    using cartography::Subject;
    using cartography::SubjectKind;
    if (const auto* agreement = std::get_if<Id<model::Agreement>>(&subject))
        return {SubjectKind::agreement, agreement->value};
    if (const auto* segment = std::get_if<Id<model::BoundarySegment>>(&subject))
        return {SubjectKind::segment, segment->value};
    if (const auto* dispute = std::get_if<Id<model::BoundaryDispute>>(&subject))
        return {SubjectKind::dispute, dispute->value};
    if (const auto* asset = std::get_if<Id<model::SharedAsset>>(&subject))
        return {SubjectKind::asset, asset->value};
    if (const auto* flaw = std::get_if<Id<model::BoundaryFinding>>(&subject))
        return {SubjectKind::finding, flaw->value};
    return {};
}

} // namespace antardesa::workspace
