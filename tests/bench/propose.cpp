#include "analysis/proposal.h"
#include "workspace/proposal_hand.h"
#include "workspace/proposal_review.h"
#include "workspace/verbs.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

/// How long a line through contested land takes when each claim has 2,000 vertices. Argument: a
/// project; its first dispute whose two claims can be compared is taken, and its claims given as
/// many vertices, which waver by some centimetres; and one frame of a hand that leads the line.
namespace antardesa {
namespace {

constexpr std::size_t wanted_vertices = 2000;
constexpr int rounds = 15;

geo::Line wavering(const geo::Line& line) {
    const auto parts = (wanted_vertices + line.size() - 2) / (line.size() - 1);
    geo::Line dense;
    for (std::size_t i = 1; i < line.size(); ++i)
        for (std::size_t k = 0; k < parts; ++k) {
            const geo::Point p =
                line[i - 1] +
                (line[i] - line[i - 1]) * (static_cast<double>(k) / static_cast<double>(parts));
            const double off = dense.empty() ? 0 : 5e-7 * std::sin(0.9 * double(dense.size()));
            dense.push_back(p + geo::Point{off, off});
        }
    dense.push_back(line.back());
    return dense;
}

std::shared_ptr<const model::Atlas> with_vertices(const model::Atlas& atlas,
                                                  Id<model::BoundaryDispute> dispute) {
    model::TableSet tables = atlas.tables();
    auto& claims = std::get<model::Table<model::Claim>>(tables);
    for (const model::Claim* claim : atlas.claims(dispute)) {
        model::Claim dense = *claim;
        dense.line =
            std::make_shared<const geo::MultiLine>(geo::MultiLine{wavering(claim->line->front())});
        claims.put(std::move(dense));
    }
    return model::Atlas::build(atlas.identity(), std::move(tables), atlas.revision() + 1,
                               atlas.shared_coverage());
}

template<class Call>
void measure(const char* what, int target, Call call) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto before = std::chrono::steady_clock::now();
        call();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - before;
        times.push_back(spent.count());
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-12s %.1f ms median, %.1f worst (target %d)\n", what, times[times.size() / 2],
                times.back(), target);
}

/// One frame of a hand that leads the line: the line through the land, both sides' hectares, what
/// lies in their parts and what changes hands.
void measure_drag(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute) {
    Progress progress;
    const auto review = workspace::review_proposal(atlas, {dispute}, progress);
    if (review.refused)
        return;
    workspace::ProposalHand hand(review.proposal.line, {110000, 110000});
    const std::size_t handle = hand.handles().size() / 2;
    const geo::Point from = hand.handles()[handle];
    int step = 0;
    measure("drag frame", 16, [&] {
        hand.move(handle, from + geo::Point{1e-6 * ++step, 1e-6});
        workspace::with_line(atlas, review, hand.line());
    });
}

void measure_methods(const model::Atlas& loaded) {
    Progress progress;
    for (const model::BoundaryDispute& dispute : loaded.disputes()) {
        if (loaded.claims(dispute.id).size() != 2)
            continue;
        const auto atlas = with_vertices(loaded, dispute.id);
        const auto land = analysis::contested_land(*atlas, dispute.id, progress);
        analysis::ProposalRequest request;
        if (!land || !analysis::propose(land.value(), request, progress))
            continue;
        std::printf("  dispute %lld, 2 x %zu vertices\n", static_cast<long long>(dispute.id.value),
                    atlas->claims(dispute.id)[0]->line->front().size());
        measure("contested", 50, [&] { analysis::contested_land(*atlas, dispute.id, progress); });
        for (const auto& [name, method] : {std::pair("midline", analysis::ProposalMethod::midline),
                                           {"equal-area", analysis::ProposalMethod::equal_area},
                                           {"straight", analysis::ProposalMethod::straight}}) {
            request.method = method;
            measure(name, 50, [&] { analysis::propose(land.value(), request, progress); });
        }
        measure_drag(*atlas, dispute.id);
        return;
    }
    std::printf("  no dispute with two comparable claims\n");
}

} // namespace
} // namespace antardesa

int main(int count, char** arguments) {
    if (count != 2)
        return 2;
    try {
        antardesa::Progress progress;
        antardesa::measure_methods(
            *antardesa::workspace::load_project(arguments[1], progress).atlas);
    } catch (const antardesa::Error& error) {
        std::fprintf(stderr, "%s\n", antardesa::debug_text(error.message()).c_str());
        return 1;
    }
    return 0;
}
