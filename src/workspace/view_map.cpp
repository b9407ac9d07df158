#include "crs/ellipsoid.h"
#include "workspace/state.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// How many there are of what the entry stands for, where that is worth saying.
std::size_t legend_count(const model::Atlas& atlas, cartography::LegendKey key) {
    const auto& exceptions = atlas.table<model::BoundaryException>();
    const auto of_reason = [&](model::ExceptionReason reason) {
        return static_cast<std::size_t>(
            std::count_if(exceptions.begin(), exceptions.end(),
                          [reason](const auto& row) { return row.reason == reason; }));
    };
    if (key == cartography::LegendKey::mutual_claim)
        return of_reason(model::ExceptionReason::mutual_claim);
    if (key == cartography::LegendKey::undefined_area)
        return of_reason(model::ExceptionReason::undefined);
    return 0;
}

} // namespace

std::vector<std::string> Workspace::State::legend_texts() const {
    std::vector<std::string> texts;
    for (const auto& entry : painter.scene()->legend) {
        texts.push_back(text(entry.text));
        if (const std::size_t count = legend_count(*shown.atlas, entry.key); count > 0)
            texts.back() += " (" + std::to_string(count) + ")";
    }
    return texts;
}

MapView Workspace::State::make_map() const {
    MapView view;
    view.empty = shown.empty();
    view.metres_per_pixel = camera.metres_per_pixel();
    if (view.empty)
        return view;
    view.live_sentence = with_context(job == Job::boundaries ? boundary_sentence : live_sentence);
    if (const auto& scene = painter.scene()) {
        view.legend = scene->legend;
        view.legend_texts = legend_texts();
    }
    view.point = make_point_handle();
    view.claim_line = make_claim_line();
    if (hovered.kind != SubjectKind::none) {
        const SubjectText words_of = describe(*shown.atlas, hovered, words());
        view.hover_title = words_of.title;
        view.hover_detail = words_of.detail;
    }
    return view;
}

ClaimLineView Workspace::State::make_claim_line() const {
    ClaimLineView view;
    if (!claim_line)
        return view;
    view.active = true;
    const geo::Line& drawn = claim_line->line();
    view.line = shown.geometry->to_map(drawn);
    view.can_keep = drawn.size() > 1;
    view.sentence = words().say(
        "workspace.claim_line",
        {village_name(*shown.atlas, claim_line->village()), std::to_string(drawn.size()),
         language().distance(drawn.size() > 1 ? crs::ellipsoidal_length(drawn) : 0)});
    return view;
}

SheetView Workspace::State::make_sheet() const {
    const Words spoken = words();
    SheetView view;
    view.request = sheet_request;
    view.preview = preview.image();
    view.preview_current = job == Job::sheet && preview.is_current(sheet_wish());
    view.request.pages = preview.pages();
    if (preview.refused())
        view.refused = text(*preview.refused());
    const auto kind = sheet_request.focus.kind;
    if (!shown.empty() && (kind == SubjectKind::village || kind == SubjectKind::segment ||
                           kind == SubjectKind::dispute))
        view.about = describe(*shown.atlas, sheet_request.focus, spoken).title;
    if (const auto& sheet = preview.sheet()) {
        view.scale = "1 : " + spoken.number(sheet->scale.denominator);
        view.summary = spoken.say("workspace.labelled", {spoken.number(sheet->villages_labelled),
                                                         spoken.number(sheet->villages_in_view)});
    }
    return view;
}

} // namespace antardesa::workspace
