#include "workspace/state.h"

namespace antardesa::workspace {

MapView Workspace::State::make_map() const {
    MapView view;
    view.empty = shown.empty();
    view.metres_per_pixel = camera.metres_per_pixel();
    if (view.empty)
        return view;
    view.live_sentence = with_context(live_sentence);
    if (const auto& scene = painter.scene()) {
        view.legend = scene->legend;
        for (const auto& entry : view.legend)
            view.legend_texts.push_back(text(entry.text));
    }
    if (hovered.kind != SubjectKind::none) {
        const SubjectText words_of = describe(*shown.atlas, hovered, words());
        view.hover_title = words_of.title;
        view.hover_detail = words_of.detail;
    }
    return view;
}

SheetView Workspace::State::make_sheet() const {
    const Words spoken = words();
    SheetView view;
    view.request = sheet_request;
    view.preview = preview.image();
    view.preview_current = job == Job::sheet && preview.is_current(sheet_wish());
    if (const auto& sheet = preview.sheet()) {
        view.scale = "1 : " + spoken.number(sheet->scale.denominator);
        view.summary = spoken.say("workspace.labelled", {spoken.number(sheet->villages_labelled),
                                                         spoken.number(sheet->villages_in_view)});
    }
    return view;
}

std::optional<ImportView> Workspace::State::make_import() const {
    if (!pending)
        return std::nullopt;
    const Words spoken = words();
    const ImportPlan& plan = *pending->plan;
    const std::string name = pending->request.source.filename().string();
    ImportView view;
    view.needs_crs = plan.needs_crs;
    view.title =
        spoken.say(plan.needs_crs ? "workspace.import.ask_crs" : "workspace.import.ask", {name});
    if (plan.needs_crs) {
        for (const int epsg : {4326, 32746, 32747, 32748, 32749, 32750, 32751, 32752, 32753, 32754,
                               32646, 32647, 32648, 32649, 32650, 32651, 32652})
            if (const auto crs = crs::Crs::from_epsg(epsg))
                view.crs_choices.emplace_back(epsg, crs->name());
    } else {
        view.summary.push_back(
            spoken.say("workspace.import.villages",
                       {spoken.number(plan.villages), spoken.number(plan.districts)}));
        if (plan.special_areas > 0)
            view.summary.push_back(
                spoken.count("workspace.import.special_areas", plan.special_areas));
        if (plan.skipped > 0)
            view.summary.push_back(spoken.count("workspace.import.skipped", plan.skipped));
        view.summary.push_back(spoken.count("workspace.import.writes",
                                            static_cast<long long>(plan.edit.writes.size())));
    }
    for (const Finding& finding : plan.findings)
        view.findings.emplace_back(finding.severity, text(finding.message));
    return view;
}

} // namespace antardesa::workspace
