#include "disputed_land.h"

#include "analysis/line_match.h"

namespace antardesa::analysis {
namespace {

/// North of Barat lies Utara, and their border bends into Barat again and again; Timur claims
/// Barat's north, along that border. A line that divides this land runs beside Utara for a while,
/// and a straight way past a bend would lead through Utara.
class BesideAThird : public Proposals {
  protected:
    static constexpr double west_end = 109.02;

    /// From the node of three on westwards.
    static geo::Line border_of_utara(double depth, int bends) {
        geo::Line line;
        constexpr int steps = 120;
        for (int i = 0; i <= steps; ++i) {
            const double part = double(i) / steps;
            const double wave = std::sin(part * bends * std::numbers::pi);
            line.push_back({middle - (middle - west_end) * part, north - depth * wave * wave});
        }
        return line;
    }

    void lay_out(double depth, int bends) {
        const geo::Line border = border_of_utara(depth, bends);
        geo::Ring west{{109, south}};
        west.insert(west.end(), in_force.begin(), in_force.end());
        west.insert(west.end(), border.begin() + 1, border.end());
        west.insert(west.end(), {{109, north}, {109, south}});
        auto& villages = std::get<model::Table<model::Village>>(regency.tables);
        model::Village row = *villages.find(barat);
        row.geometry = polygon(west);
        villages.put(row);
        geo::Ring above(border.rbegin(), border.rend());
        above.insert(above.end(), {{middle, north + 0.01}, {west_end, north + 0.01}});
        above.push_back(above.front());
        regency.village("Utara", row.district, polygon(above));
        geo::Line claimed(border.rbegin(), border.rend());
        claimed.insert(claimed.begin(), {middle, south});
        claim(timur, {claimed});
    }

    /// How many of so many directions have a line.
    int answered(const ContestedLand& found, int step, double share) const {
        const NearLine others(found.others);
        int lines = 0;
        for (int direction = 0; direction < 180; direction += step) {
            Progress progress;
            const auto made = propose(found,
                                      {.method = ProposalMethod::equal_area,
                                       .first_share = share,
                                       .direction_deg = double(direction)},
                                      progress);
            if (!made)
                continue;
            ++lines;
            expect_sound(found, made.value());
            EXPECT_NEAR(crs::ellipsoidal_area(made.value().parts[0]), share * found.area_m2, 1)
                << direction;
            const geo::Line& line = made.value().line;
            for (std::size_t i = 1; i < line.size(); ++i)
                EXPECT_FALSE(others.within((line[i - 1] + line[i]) * 0.5, 0.01)) << direction;
        }
        return lines;
    }
};

TEST_F(BesideAThird, DirectionsHaveALineWhereTheBorderBendsInward) {
    lay_out(0.002, 5);
    const ContestedLand found = land();
    ASSERT_FALSE(found.others.empty());
    for (const double share : {0.5, 0.3})
        EXPECT_GE(answered(found, 5, share), 35) << share;
}

TEST_F(BesideAThird, EveryDirectionHasALineWhereItIsAlmostStraight) {
    lay_out(0.0002, 1);
    const ContestedLand found = land();
    ASSERT_FALSE(found.others.empty());
    for (const double share : {0.5, 0.4, 0.6})
        EXPECT_EQ(answered(found, 5, share), 36) << share;
}

} // namespace
} // namespace antardesa::analysis
