#include "workspace/papers.h"

#include "model/village_law.h"

#include <array>

namespace antardesa::workspace {

namespace {

constexpr std::array<std::pair<PaperKind, std::string_view>, 5> kinds{
    {{PaperKind::coordinates, "coordinates"},
     {PaperKind::minutes, "berita-acara"},
     {PaperKind::evaluation, "evaluation"},
     {PaperKind::dispute_register, "register"},
     {PaperKind::accountability, "accountability"}}};

Refusal refusal(const std::string& why, std::int64_t id = 0) {
    return {{"workspace.paper." + why, {std::to_string(id)}}};
}

/// What is named must be there.
std::optional<Refusal> unknown(const model::Atlas& atlas, const PaperRequest& request) {
    if (request.segment && !atlas.find(request.segment))
        return refusal("unknown_segment", request.segment.value);
    if (request.dispute && !atlas.find(request.dispute))
        return refusal("unknown_dispute", request.dispute.value);
    if (request.dispute && request.kind == PaperKind::minutes &&
        model::is_under_two_laws(atlas, *atlas.find(request.dispute)))
        return refusal("two_laws", request.dispute.value);
    if (request.dispute && request.kind == PaperKind::minutes &&
        model::is_outside_village_law(atlas.tables(), *atlas.find(request.dispute)))
        return refusal("outside_village_law", request.dispute.value);
    if (request.segment && request.kind == PaperKind::minutes &&
        model::is_outside_village_law(atlas, *atlas.find(request.segment)))
        return refusal("segment_outside_village_law", request.segment.value);
    if (request.agreement && !atlas.find(request.agreement))
        return refusal("unknown_agreement", request.agreement.value);
    if (request.body && !atlas.find(request.body))
        return refusal("unknown_body", request.body.value);
    return std::nullopt;
}

/// What the kind can be about.
std::optional<Refusal> misplaced(const PaperRequest& request) {
    const bool boundary = request.segment || request.dispute;
    const bool cooperation = request.agreement || request.body;
    switch (request.kind) {
    case PaperKind::coordinates:
        if (cooperation || (request.segment && request.dispute))
            return refusal("takes_one_boundary");
        break;
    case PaperKind::minutes:
        if (!boundary || cooperation || (request.segment && request.dispute))
            return refusal("takes_one_boundary");
        break;
    case PaperKind::accountability:
        if (boundary || !cooperation || (request.agreement && request.body))
            return refusal("takes_one_cooperation");
        break;
    case PaperKind::evaluation:
        if (boundary || request.body)
            return refusal("takes_agreement");
        break;
    case PaperKind::dispute_register:
        if (boundary || cooperation)
            return refusal("takes_all");
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<PaperKind> paper_kind_from(std::string_view code) {
    for (const auto& [kind, name] : kinds)
        if (name == code)
            return kind;
    return std::nullopt;
}

std::string_view paper_kind_code(PaperKind kind) {
    for (const auto& [one, name] : kinds)
        if (one == kind)
            return name;
    return {};
}

Result<documents::Document> compose_paper(const PaperFacts& facts, const PaperRequest& request) {
    if (auto no = misplaced(request))
        return std::move(*no);
    if (auto no = unknown(facts.atlas, request))
        return std::move(*no);
    switch (request.kind) {
    case PaperKind::minutes:
        return minutes_paper(facts, request);
    case PaperKind::evaluation:
        return request.agreement ? agreement_evaluation_paper(facts, request)
                                 : evaluation_paper(facts);
    case PaperKind::dispute_register:
        return dispute_register_paper(facts);
    case PaperKind::accountability:
        return accountability_paper(facts, request);
    case PaperKind::coordinates:
        break;
    }
    return coordinate_paper(facts, request);
}

} // namespace antardesa::workspace
