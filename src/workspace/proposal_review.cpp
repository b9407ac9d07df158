#include "workspace/proposal_review.h"

#include "crs/ellipsoid.h"
#include "workspace/line_source.h"

#include <cmath>

namespace antardesa::workspace {

namespace {

template<class Value>
Value value_of(Result<Value> result) {
    if (!result)
        throw Error(result.refusal().message);
    return std::move(result).value();
}

const model::Village* village_of(const model::Atlas& atlas, const ReviewedProposal& review,
                                 std::size_t side) {
    return atlas.find(review.land->claims[side].village);
}

std::shared_ptr<const cartography::RepairPicture> picture_of(const ReviewedProposal& review) {
    auto picture = std::make_shared<cartography::RepairPicture>();
    for (std::size_t side = 0; side < 2; ++side)
        picture->areas.push_back({review.proposal.parts[side], review.numbers[side], false, {}});
    picture->borders = {review.proposal.line};
    return picture;
}

analysis::ProposalRequest given(const geo::MultiLine& lines) {
    analysis::ProposalRequest request;
    request.method = analysis::ProposalMethod::drawn;
    request.line = std::make_shared<const geo::MultiLine>(lines);
    return request;
}

/// What the line means, once it is there.
void add_line(const model::Atlas& atlas, ReviewedProposal& review, analysis::Proposal proposal,
              Progress& progress) {
    review.proposal = std::move(proposal);
    for (std::size_t side = 0; side < 2; ++side)
        review.contents[side] = analysis::contents_of(atlas, review.proposal.parts[side], progress);
    review.exchanged =
        analysis::exchanged_land(atlas, *review.land, review.proposal.line, progress);
    review.picture = picture_of(review);
}

/// The lines that a way follows or takes as they are.
analysis::ProposalRequest guided(const model::Atlas& atlas, const PreviewProposal& asked,
                                 Progress& progress) {
    const auto follow = [](const geo::MultiLine& lines) {
        analysis::ProposalRequest following = given(lines);
        following.method = analysis::ProposalMethod::follow;
        return following;
    };
    switch (asked.way) {
    case ProposalWay::along_river:
        return follow(reference_lines(atlas, model::ReferenceKind::river));
    case ProposalWay::along_road:
        return follow(reference_lines(atlas, model::ReferenceKind::road));
    case ProposalWay::drawn:
        return given(read_lines(asked.line_file, progress));
    case ProposalWay::scenario: {
        const model::Proposal* kept = atlas.find(asked.scenario);
        if (!kept || !kept->line)
            throw Error({"model.case.no_proposal", {std::to_string(asked.scenario.value)}});
        return given(*kept->line);
    }
    default:
        return given(asked.line ? *asked.line : geo::MultiLine());
    }
}

} // namespace

const char* method_code(ProposalWay way) {
    switch (way) {
    case ProposalWay::midline:
        return "midline";
    case ProposalWay::equal_area:
        return "equal-area";
    case ProposalWay::straight:
        return "straight";
    case ProposalWay::by_points:
        return "points";
    case ProposalWay::along_river:
    case ProposalWay::along_road:
        return "follow";
    case ProposalWay::drawn:
    case ProposalWay::scenario:
    case ProposalWay::by_hand:
        break;
    }
    return "drawn";
}

std::string share_text(const PreviewProposal& asked) {
    if (asked.way != ProposalWay::equal_area && !asked.shifted)
        return {};
    const long share = std::lround(asked.first_share * 100);
    return std::to_string(share) + ":" + std::to_string(100 - share);
}

analysis::ProposalRequest request_of(const model::Atlas& atlas, const PreviewProposal& asked,
                                     Progress& progress) {
    using analysis::ProposalMethod;
    analysis::ProposalRequest request;
    switch (asked.way) {
    case ProposalWay::midline:
        break;
    case ProposalWay::equal_area:
        request.method = ProposalMethod::equal_area;
        break;
    case ProposalWay::straight:
        request.method = ProposalMethod::straight;
        break;
    case ProposalWay::by_points:
        request.method = ProposalMethod::points;
        request.points = asked.points;
        break;
    default:
        request = guided(atlas, asked, progress);
    }
    request.first_share = asked.first_share;
    request.direction_deg = asked.direction_deg;
    request.shifted = asked.shifted && asked.way != ProposalWay::equal_area;
    return request;
}

ReviewedProposal review_proposal(const model::Atlas& atlas, const PreviewProposal& asked,
                                 Progress& progress) {
    ReviewedProposal review;
    review.land = std::make_shared<const analysis::ContestedLand>(
        value_of(analysis::contested_land(atlas, asked.dispute, progress, asked.segment)));
    std::array<std::string, 2> codes;
    for (std::size_t side = 0; side < 2; ++side)
        if (const model::Village* village = village_of(atlas, review, side)) {
            codes[side] = village->code;
            if (village->geometry)
                review.village_m2[side] = crs::ellipsoidal_area(*village->geometry);
        }
    if (codes[1] < codes[0])
        review.numbers = {1, 0};
    review.scenarios = std::make_shared<const std::vector<ComparedScenario>>(
        compared_scenarios(atlas, *review.land, progress));
    try {
        auto proposal =
            analysis::propose(*review.land, request_of(atlas, asked, progress), progress);
        if (proposal)
            add_line(atlas, review, std::move(proposal).value(), progress);
        else
            review.refused = proposal.refusal().message;
    } catch (const Error& error) { // of its file; the land and what was kept stay on the table
        review.refused = error.message();
    }
    return review;
}

std::optional<ReviewedProposal> with_line(const model::Atlas& atlas, const ReviewedProposal& before,
                                          const geo::Line& line) {
    Progress progress;
    auto proposal = analysis::propose(*before.land, given({line}), progress);
    if (!proposal)
        return std::nullopt;
    ReviewedProposal review = before;
    review.refused.reset();
    add_line(atlas, review, std::move(proposal).value(), progress);
    return review;
}

} // namespace antardesa::workspace
