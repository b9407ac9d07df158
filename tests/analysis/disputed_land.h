#pragma once

#include "analysis/proposal.h"

#include "analysis/segments.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "sample_regency.h"
#include "topology/line_meeting.h"
#include "topology/overlap_area.h"

#include <functional>
#include <random>

#include <gtest/gtest.h>

namespace antardesa::analysis {

inline constexpr double south = -7;
inline constexpr double north = -6.97;
inline constexpr double middle = 109.05;

/// Two villages, Barat and Timur, with a wiggly line due north between them; Barat has the lower
/// id. A dispute with whatever claims a test gives.
class Proposals : public testing::Test {
  protected:
    static constexpr int steps = 60;

    Proposals() {
        const auto district = regency.district("Tanjungasri");
        std::mt19937 random(7);
        std::uniform_real_distribution<double> wiggle(-0.0003, 0.0003);
        for (int i = 0; i <= steps; ++i)
            in_force.push_back(
                {middle + (i % steps ? wiggle(random) : 0), south + (north - south) * i / steps});
        geo::Ring west{{109, south}};
        west.insert(west.end(), in_force.begin(), in_force.end());
        west.insert(west.end(), {{109, north}, {109, south}});
        geo::Ring east(in_force.rbegin(), in_force.rend());
        east.insert(east.end(), {{109.1, south}, {109.1, north}, in_force.back()});
        barat = regency.village("Barat", district, polygon(west));
        timur = regency.village("Timur", district, polygon(east));
        Progress progress;
        const auto bare = model::Atlas::build({}, regency.tables, 1, progress);
        std::get<model::Table<model::BoundarySegment>>(regency.tables) =
            model::Table<model::BoundarySegment>(derive_segments(*bare, progress));
        model::BoundaryDispute row;
        row.first = barat;
        row.second = timur;
        row.segment = {1};
        dispute = regency.put(row);
    }

    static model::SharedPolygons polygon(const geo::Ring& ring) {
        return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}});
    }
    void claim(Id<model::Village> village, geo::MultiLine lines) {
        model::Claim row;
        row.dispute = dispute;
        row.village = village;
        row.line = std::make_shared<const geo::MultiLine>(std::move(lines));
        regency.put(row);
    }
    /// From node to node, bulging by degrees of longitude that `at` says for 0 … 1.
    static geo::Line bulge(int count, const std::function<double(double)>& at) {
        geo::Line line;
        for (int i = 0; i <= count; ++i) {
            const double part = static_cast<double>(i) / count;
            const bool node = i == 0 || i == count;
            line.push_back({middle + (node ? 0 : at(part)), south + (north - south) * part});
        }
        return line;
    }
    std::shared_ptr<const model::Atlas> atlas() {
        Progress progress;
        return model::Atlas::build({}, regency.tables, 1, progress);
    }
    ContestedLand land() {
        Progress progress;
        auto found = contested_land(*atlas(), dispute, progress);
        EXPECT_TRUE(found) << (found ? "" : debug_text(found.refusal().message));
        return found ? std::move(found).value() : ContestedLand{};
    }
    std::string refusal() {
        Progress progress;
        const auto found = contested_land(*atlas(), dispute, progress);
        return found ? std::string() : found.refusal().message.key;
    }
    static Proposal proposed(const ContestedLand& of, const ProposalRequest& request) {
        Progress progress;
        auto made = propose(of, request, progress);
        EXPECT_TRUE(made) << (made ? "" : debug_text(made.refusal().message));
        return made ? std::move(made).value() : Proposal{};
    }
    static std::string refused(const ContestedLand& of, const ProposalRequest& request) {
        Progress progress;
        const auto made = propose(of, request, progress);
        return made ? std::string() : made.refusal().message.key;
    }

    /// What holds of every proposal, and the ledger computed another way: by noding the parts with
    /// the villages' sides and measuring rings.
    void expect_sound(const ContestedLand& of, const Proposal& made) const {
        ASSERT_GE(made.line.size(), 2U);
        EXPECT_EQ(made.line.front(), of.in_force.front());
        EXPECT_EQ(made.line.back(), of.in_force.back());
        EXPECT_FALSE(topology::own_crossing(made.line));
        const geo::MultiPolygon all = of.land();
        for (std::size_t i = 1; i < made.line.size(); ++i) {
            const geo::Point p = (made.line[i - 1] + made.line[i]) * 0.5;
            const bool inside = geo::contains(all, p) ||
                                geo::distance_to_line(of.between.left, p) < 1e-10 ||
                                geo::distance_to_line(of.between.right, p) < 1e-10;
            EXPECT_TRUE(inside) << p.x << " " << p.y;
        }
        double deltas = 0;
        for (std::size_t side = 0; side < 2; ++side) {
            const ProposalRow& row = made.ledger[side];
            EXPECT_NEAR(row.after_m2, crs::ellipsoidal_area(made.parts[side]), 0.01);
            EXPECT_NEAR(row.delta_m2, row.after_m2 - row.before_m2, 1e-6);
            deltas += row.delta_m2;
        }
        EXPECT_NEAR(deltas, 0, 1e-6);
        EXPECT_NEAR(made.ledger[0].after_m2 + made.ledger[1].after_m2, of.area_m2, 1e-6);
        EXPECT_NEAR(of.area_m2, crs::ellipsoidal_area(all), 0.01);
    }

    SampleRegency regency;
    geo::Line in_force;
    Id<model::Village> barat;
    Id<model::Village> timur;
    Id<model::BoundaryDispute> dispute;
};

} // namespace antardesa::analysis
