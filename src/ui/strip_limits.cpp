#include "ui/panels.h"
#include "ui/typed.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

constexpr double most = 1e12;

struct Limit {
    std::optional<double> analysis::StripLimits::*value;
    const char* key;
    const char* unit;
    int decimals;
};
constexpr std::array<Limit, 3> limits{
    {{&analysis::StripLimits::least_m2, "ui.limits.larger", "m²", 4},
     {&analysis::StripLimits::most_m2, "ui.limits.smaller", "m²", 4},
     {&analysis::StripLimits::widest_m, "ui.limits.narrower", "m", 4}}};

/// "0,5", without zeros at its end and without marks between thousands: as one types it.
std::string text_of(const Scope& scope, std::optional<double> value, int decimals) {
    if (!value)
        return {};
    std::string text = scope.language.number(*value, decimals);
    const bool comma = scope.language.language() == i18n::Language::indonesian;
    std::erase(text, comma ? '.' : ',');
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && (text.back() == ',' || text.back() == '.'))
        text.pop_back();
    return text;
}

void follow(const Scope& scope, LimitsForm& form, const analysis::StripLimits& now) {
    if (form.shown == now)
        return;
    form.shown = now;
    for (std::size_t i = 0; i < limits.size(); ++i)
        form.texts[i] = text_of(scope, now.*limits[i].value, limits[i].decimals);
}

/// Returns whether what was typed is to be taken.
bool draw_limit(Scope& scope, LimitsForm& form, std::size_t index) {
    const Rect row = take(scope.px(32)).inset(scope.px(16), scope.px(2));
    const float label = std::round(row.width() * 0.48F);
    put_elided(scope, row.left(label), scope.text(limits[index].key), Role::body, scope.tokens.fg);
    const std::string unit = limits[index].unit;
    put_text(scope, {row.max.x - scope.px(24), row.centre().y}, unit, Role::small,
             scope.tokens.mut);
    const Rect field{{row.min.x + label, row.min.y}, {row.max.x - scope.px(30), row.max.y}};
    ImGui::PushID(static_cast<int>(index));
    std::string& text = form.texts[index];
    const Typed typed = text_field(scope, field, text, {"batas", scope.text("ui.limits.none")});
    ImGui::PopID();
    if (!text.empty() && !typed_number(text, most))
        outline(field, scope.tokens.amb, scope.px(6), scope.px(2));
    return typed.entered || typed.left;
}

} // namespace

void draw_strip_limits(Scope& scope, LimitsForm& form, analysis::StripLimits& wanted) {
    follow(scope, form, wanted);
    const Rect head = take(scope.px(24)).inset(scope.px(16), 0);
    put_elided(scope, head, scope.text("ui.limits.title"), Role::small_strong, scope.tokens.mut);
    bool taken = false;
    for (std::size_t i = 0; i < limits.size(); ++i)
        taken = draw_limit(scope, form, i) || taken;
    take(scope.px(8));
    if (!taken)
        return;
    for (std::size_t i = 0; i < limits.size(); ++i)
        if (form.texts[i].empty() || typed_number(form.texts[i], most))
            wanted.*limits[i].value = typed_number(form.texts[i], most);
    form.shown = wanted;
}

} // namespace antardesa::ui
