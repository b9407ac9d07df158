#include "analysis/boundary_check.h"
#include "ui/panels.h"
#include "ui/typed.h"
#include "ui/widgets.h"

namespace antardesa::ui {

namespace {

constexpr double most = 1e12;
constexpr double most_metres = 1000; ///< of a tolerance

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

} // namespace

void draw_strip_limits(Scope& scope, LimitsForm& form, analysis::StripLimits& wanted) {
    follow(scope, form, wanted);
    const Rect head = take(scope.px(24)).inset(scope.px(16), 0);
    put_elided(scope, head, scope.text("ui.limits.title"), Role::small_strong, scope.tokens.mut);
    bool taken = false;
    for (std::size_t i = 0; i < limits.size(); ++i)
        taken = number_row(scope, static_cast<int>(i), scope.text(limits[i].key), limits[i].unit,
                           form.texts[i], scope.text("ui.limits.none"), most) ||
                taken;
    take(scope.px(8));
    if (!taken)
        return;
    for (std::size_t i = 0; i < limits.size(); ++i)
        if (form.texts[i].empty() || typed_number(form.texts[i], most))
            wanted.*limits[i].value = typed_number(form.texts[i], most);
    form.shown = wanted;
}

/// Under the limits of what is shown: what the next check calls a sliver or a near miss.
void draw_check_tolerances(Scope& scope, CheckForm& form) {
    const Rect head = take(scope.px(24)).inset(scope.px(16), 0);
    put_elided(scope, head, scope.text("ui.check.title"), Role::small_strong, scope.tokens.mut);
    constexpr analysis::CheckLimits usual;
    const std::string sliver = text_of(scope, usual.sliver_width_m, 2);
    const std::string near_miss = text_of(scope, usual.near_miss_m, 2);
    number_row(scope, 10, scope.text("ui.check.sliver"), "m", form.sliver, sliver, most_metres);
    number_row(scope, 11, scope.text("ui.check.near_miss"), "m", form.near_miss, near_miss,
               most_metres);
    take(scope.px(8));
}

workspace::CheckBoundaries check_of(const CheckForm& form) {
    constexpr analysis::CheckLimits usual;
    return {typed_number(form.sliver, most_metres).value_or(usual.sliver_width_m),
            typed_number(form.near_miss, most_metres).value_or(usual.near_miss_m)};
}

} // namespace antardesa::ui
