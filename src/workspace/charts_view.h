#pragma once

#include "analysis/filter.h"
#include "workspace/words.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// The cooperation that passes the filter as charts, ready to draw: kecamatan against fields, how
/// long agreements are in force, who cooperates with whom.
namespace antardesa::workspace {

struct ChartsView {
    struct Field {
        std::string name;
        char32_t icon = 0;
        style::Colour colour;
    };
    struct Row {
        Id<model::District> id;
        std::string district;
        std::array<int, 10> counts{}; ///< by model::Field
        int agreements = 0;
    };
    std::vector<Field> fields;
    std::vector<Row> rows;
    std::array<int, 10> totals{};
    int most = 0; ///< in one cell

    struct Bar {
        std::int64_t agreement = 0;
        std::string title;
        std::string when; ///< "04-01-2024 – 04-01-2027"; an open end is "…"
        double from = 0;  ///< years
        double to = 0;
        bool open = false; ///< has no end
        int days_left = 0; ///< negative: ended
        std::string left;  ///< "42 hari lagi"; empty: ended, open or a draft
    };
    std::vector<Bar> bars; ///< soonest end first, what has ended last
    double first_year = 0;
    double last_year = 0;
    double today = 0;
    struct Ending {
        int days = 0;
        std::string text; ///< "≤ 90 hari: 4"
    };
    std::vector<Ending> endings; ///< soonest first

    /// A village of the chart of partners: a row.
    struct Partner {
        Id<model::Village> village;
        std::string name;
        int agreements = 0; ///< with another village
    };
    std::vector<Partner> villages; ///< most agreements first
    /// Who cooperates in exactly this set: a column.
    struct Partners {
        std::string names;
        std::vector<std::size_t> members; ///< in `villages`, ascending
        std::vector<std::int64_t> agreements;
        int at_least = 0; ///< agreements that bind them all, whoever else
    };
    std::vector<Partners> partners; ///< most agreements first
};
ChartsView charts_view(const model::Atlas& atlas, const analysis::Filter& filter,
                       const Words& words);

} // namespace antardesa::workspace
