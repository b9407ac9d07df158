#include "workspace/state.h"

namespace antardesa::workspace {

MapView Workspace::State::make_map() const {
    MapView view;
    view.empty = shown.empty();
    view.metres_per_pixel = camera.metres_per_pixel();
    if (view.empty)
        return view;
    view.live_sentence = with_context(job == Job::boundaries ? boundary_sentence : live_sentence);
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

} // namespace antardesa::workspace
