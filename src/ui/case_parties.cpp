#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/widgets.h"

#include <algorithm>

namespace antardesa::ui {

namespace {

using workspace::CaseParty;

constexpr float edge = 16;

/// One village's column: texts are put one under the other.
class Column {
  public:
    Column(Scope& scope, Rect place) : scope_(scope), place_(place), y_(place.min.y) {}

    float bottom() const { return y_; }
    void skip(float pixels) { y_ += scope_.px(pixels); }
    Rect row(float pixels) {
        const Rect at{{place_.min.x, y_}, {place_.max.x, y_ + scope_.px(pixels)}};
        y_ = at.max.y;
        return at;
    }
    Rect wrapped(const std::string& text, Role role, ImU32 ink, float cut = 0) {
        const float line = scope_.px(16);
        const float width = place_.width() - scope_.px(cut);
        const float height = wrapped_height(role, width, line, text);
        put_wrapped(scope_, {place_.min.x, y_}, width, line, text, role, ink);
        const Rect at{{place_.min.x, y_}, {place_.min.x + width, y_ + height}};
        y_ += height;
        return at;
    }

  private:
    Scope& scope_;
    Rect place_;
    float y_;
};

void draw_item(Scope& scope, const FrameViews& views, UiState& state, Column& column,
               const CaseParty::Item& item) {
    const bool claim = item.claim.value != 0;
    ImGui::PushID(static_cast<int>(claim ? item.claim.value : item.evidence.value));
    const float top = column.bottom();
    const Rect title = column.wrapped(item.title, Role::small_strong, scope.tokens.fg, 22);
    const std::string detail = item.placed ? item.detail + (item.detail.empty() ? "" : " · ") +
                                                 scope.text("ui.case.placed")
                                           : item.detail;
    if (!detail.empty())
        column.wrapped(detail, Role::small, scope.tokens.mut);
    const Rect corner{{title.max.x, top}, {title.max.x + scope.px(22), top + scope.px(20)}};
    if (claim && scope.can_edit &&
        icon_button(scope, corner,
                    {"hapus-klaim", icon::erase, scope.text("ui.claim.drop"), true, Role::icon16,
                     scope.tokens.mut}))
        scope.ask(workspace::DropClaim{item.claim});
    if (item.evidence.value != 0 && scope.can_edit &&
        icon_button(scope, corner,
                    {"ubah-bukti", icon::edit, scope.text("ui.case.edit_evidence"), true,
                     Role::icon16, scope.tokens.mut}))
        start_record(views, state, {workspace::Register::evidence, item.evidence.value, 0});
    ImGui::PopID();
    column.skip(6);
}

void draw_group(Scope& scope, const FrameViews& views, UiState& state, Column& column,
                const char* key, const std::vector<CaseParty::Item>& items) {
    put_elided(scope, column.row(20), scope.text(key), Role::small, scope.tokens.mut);
    if (items.empty()) {
        put_elided(scope, column.row(18), "—", Role::small, scope.tokens.mut);
        column.skip(4);
    }
    ImGui::PushID(key);
    for (const CaseParty::Item& item : items)
        draw_item(scope, views, state, column, item);
    ImGui::PopID();
}

float draw_party(Scope& scope, const FrameViews& views, UiState& state, const CaseParty& party,
                 Rect place) {
    ImGui::PushID(static_cast<int>(party.village.value));
    Column column(scope, place);
    put_elided(scope, column.row(24), party.name, Role::medium, scope.tokens.fg);
    if (party.village)
        draw_group(scope, views, state, column, "ui.case.claims", party.claims);
    draw_group(scope, views, state, column, "ui.case.evidence", party.evidence);
    if (party.village && scope.can_edit) {
        const Rect row = column.row(24);
        if (link(scope, "foto-bukti", {row.min.x, row.centre().y},
                 scope.text("ui.case.add_photo"))) {
            open_files(state, FilePurpose::photo);
            state.files.dispute = {views.card.subject.id};
            state.files.village = party.village;
        }
    }
    ImGui::PopID();
    return column.bottom() - place.min.y;
}

} // namespace

void draw_case_parties(Scope& scope, const FrameViews& views, UiState& state) {
    const std::vector<CaseParty>& parties = views.card.dispute->parties;
    if (parties.empty())
        return;
    take(scope.px(4));
    const Rect line = take(1);
    horizontal_line(line.min.x, line.max.x, line.min.y, scope.tokens.line);
    section_head(scope, take(scope.px(32)).inset(scope.px(edge), 0),
                 scope.text("ui.case.both_sides"), {});
    for (std::size_t i = 0; i < parties.size(); i += 2) {
        const Rect start{ImGui::GetCursorScreenPos(), ImGui::GetCursorScreenPos()};
        const float left = start.min.x + scope.px(edge);
        const float whole = ImGui::GetContentRegionAvail().x - scope.px(2 * edge);
        const float half = std::floor((whole - scope.px(16)) / 2);
        float height = 0;
        for (std::size_t k = i; k < std::min(i + 2, parties.size()); ++k) {
            const float x = left + static_cast<float>(k - i) * (half + scope.px(16));
            height = std::max(height, draw_party(scope, views, state, parties[k],
                                                 {{x, start.min.y}, {x + half, start.min.y}}));
        }
        ImGui::SetCursorScreenPos(start.min);
        take(height + scope.px(8));
        if (i + 1 < parties.size())
            vertical_line(left + half + scope.px(8), start.min.y, start.min.y + height,
                          scope.tokens.line);
    }
}

} // namespace antardesa::ui
