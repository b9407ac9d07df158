#include "ui/dialog.h"
#include "ui/panels.h"
#include "ui/typed.h"

namespace antardesa::ui {

namespace {

model::ChangeVillage change_of(const VillageForm& form) {
    model::ChangeVillage change;
    change.village = form.village;
    if (form.name != form.old_name)
        change.name = form.name;
    if (form.code != form.old_code)
        change.code = form.code;
    if (form.kind > 0)
        change.kind = static_cast<model::VillageKind>(form.kind);
    if (!form.official_area.empty())
        change.official_area_ha = typed_number(form.official_area, 1e7);
    change.formed = typed_date(form.formed);
    return change;
}

bool changes_anything(const model::ChangeVillage& change) {
    return change.name || change.code || change.kind || change.official_area_ha || change.formed;
}

void labelled_field(Scope& scope, const char* id, std::string_view label, std::string& text,
                    std::string_view hint, bool focus = false) {
    form_label(scope, label);
    text_field(scope, take(scope.px(32)), text, {id, hint, focus});
    take(scope.px(4));
}

} // namespace

void draw_village_form(Scope& scope, UiState& state) {
    VillageForm& form = state.village;
    const model::ChangeVillage change = change_of(form);
    const bool readable = (form.official_area.empty() || change.official_area_ha) &&
                          (form.formed.empty() || change.formed);
    const DialogFrame frame{.id = "##ubah-desa",
                            .title = scope.text("ui.village.question"),
                            .width = 480,
                            .height = 316,
                            .primary = scope.text("ui.village.save"),
                            .primary_enabled =
                                readable && !form.name.empty() && changes_anything(change),
                            .cancel = scope.text("ui.cancel")};
    const std::vector<std::string> kinds{
        scope.text("ui.village.keep_kind"), scope.text("ui.village.desa"),
        scope.text("ui.village.kelurahan"), scope.text("ui.village.desa_adat")};
    const Answer answer = draw_dialog(scope, frame, [&](Rect room) {
        begin_scroll("isi", room);
        labelled_field(scope, "nama", scope.text("ui.village.name"), form.name, "", form.focus);
        labelled_field(scope, "kode", scope.text("ui.village.code"), form.code,
                       scope.text("ui.village.code_hint"));
        form_label(scope, scope.text("ui.village.kind"));
        const int kind = combo(scope, "jenis", take(scope.px(32)), kinds, form.kind);
        if (kind >= 0)
            form.kind = kind;
        take(scope.px(4));
        labelled_field(scope, "luas", scope.text("ui.village.area"), form.official_area,
                       scope.text("ui.village.area_hint"));
        labelled_field(scope, "pembentukan", scope.text("ui.village.formed"), form.formed,
                       scope.text("ui.village.formed_hint"));
        form.focus = false;
        ImGui::EndChild();
    });
    if (answer == Answer::confirmed)
        scope.ask(workspace::EditVillage{change});
    if (answer != Answer::open)
        state.dialog = Dialog::none;
}

} // namespace antardesa::ui
