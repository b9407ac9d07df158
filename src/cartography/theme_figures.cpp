#include "cartography/detail/composition.h"

#include "analysis/summary.h"

#include <algorithm>
#include <array>
#include <span>

namespace antardesa::cartography {
namespace {

/// Where each class but the first begins.
std::span<const double> limits_of(Theme theme) {
    static constexpr std::array counts{1.0, 2.0, 3.0, 5.0};
    static constexpr std::array partners{1.0, 3.0, 5.0, 10.0};
    static constexpr std::array rupiah{1.0, 1e8, 2.5e8, 1e9};
    static constexpr std::array shares{1e-9, 0.01, 0.05, 0.10};
    static constexpr std::array yes{1.0};
    switch (theme) {
    case Theme::agreement_count:
        return counts;
    case Theme::partners:
        return partners;
    case Theme::value:
        return rupiah;
    case Theme::brokerage:
        return shares;
    case Theme::isolated:
        return yes;
    case Theme::district:
    case Theme::plain:
        break;
    }
    return {};
}

std::vector<double> ties(const Composition& c, int analysis::Degree::*figure) {
    std::vector<double> figures;
    for (const analysis::Degree& degree :
         analysis::degrees(c.atlas, c.options.filter, c.options.today))
        figures.push_back(degree.*figure);
    return figures;
}

std::vector<double> values(const Composition& c) {
    std::vector<double> figures(c.atlas.villages().size(), 0);
    for (const model::Agreement* agreement : c.agreements) {
        std::set<std::size_t> villages;
        for (const model::AgreementParty* party : c.atlas.parties(agreement->id))
            villages.insert(c.atlas.villages().index_of(party->village));
        for (const std::size_t village : villages)
            if (village < figures.size())
                figures[village] += agreement->value_rupiah.value_or(0);
    }
    return figures;
}

std::vector<double> brokerage(const Composition& c) {
    const auto network = c.geometry.network(c.options.filter, c.options.today, c.progress);
    std::vector<double> figures;
    for (const analysis::VillageTies& one : network->villages)
        figures.push_back(one.brokerage);
    return figures;
}

/// A kelurahan cannot be a party, so it is not left out either.
std::vector<double> isolation(const Composition& c) {
    std::vector<double> figures = ties(c, &analysis::Degree::partners);
    for (std::size_t village = 0; village < figures.size(); ++village)
        figures[village] = c.atlas.villages()[village].kind == model::VillageKind::urban_village
                               ? -1
                               : (figures[village] == 0 ? 1 : 0);
    return figures;
}

} // namespace

std::vector<std::string> theme_classes(Theme theme) {
    switch (theme) {
    case Theme::agreement_count:
        return {"0", "1", "2", "3–4", "≥ 5"};
    case Theme::partners:
        return {"0", "1–2", "3–4", "5–9", "≥ 10"};
    case Theme::value:
        return {"0", "< 100", "100–249", "250–999", "≥ 1000"};
    case Theme::brokerage:
        return {"0 %", "< 1 %", "1–4 %", "5–9 %", "≥ 10 %"};
    case Theme::isolated:
        return {"tied", "alone"};
    case Theme::district:
    case Theme::plain:
        break;
    }
    return {};
}

std::size_t theme_class(Theme theme, double figure) {
    const auto limits = limits_of(theme);
    return static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), figure) -
                                    limits.begin());
}

LegendKey theme_key(Theme theme) {
    switch (theme) {
    case Theme::partners:
        return LegendKey::partner_class;
    case Theme::value:
        return LegendKey::value_class;
    case Theme::brokerage:
        return LegendKey::brokerage_class;
    case Theme::isolated:
        return LegendKey::isolated_class;
    case Theme::agreement_count:
    case Theme::district:
    case Theme::plain:
        break;
    }
    return LegendKey::agreement_count_class;
}

std::vector<double> theme_figures(const Composition& composition) {
    switch (composition.options.theme) {
    case Theme::agreement_count:
        return ties(composition, &analysis::Degree::agreements);
    case Theme::partners:
        return ties(composition, &analysis::Degree::partners);
    case Theme::value:
        return values(composition);
    case Theme::brokerage:
        return brokerage(composition);
    case Theme::isolated:
        return isolation(composition);
    case Theme::district:
    case Theme::plain:
        break;
    }
    return {};
}

} // namespace antardesa::cartography
