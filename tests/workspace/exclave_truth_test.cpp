#include "grid_file.h"

#include "analysis/boundary_check.h"
#include "geo/measure.h"
#include "io/reader.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using Edge = std::array<double, 4>;

Edge edge(geo::Point a, geo::Point b) {
    if (std::pair(b.x, b.y) < std::pair(a.x, a.y))
        std::swap(a, b);
    return {a.x, a.y, b.x, b.y};
}

/// The villages of a generated coverage, whose neighbours share every edge to the bit, and what
/// land of a kecamatan lies apart, told from those edges alone.
class Exclaves : public ::testing::Test {
  protected:
    void SetUp() override {
        const char* given = std::getenv("ANTARDESA_TEST_DATA");
        const testing::fs::path generator =
            (given ? testing::fs::path(given)
                   : testing::fs::path(ANTARDESA_SOURCE_DIR) / "../shared/data") /
            "gen/gen_desa.py";
        if (!testing::fs::exists(generator))
            GTEST_SKIP() << "test data not present (ANTARDESA_TEST_DATA)";
        const std::string command = "/usr/bin/python3 " + generator.string() +
                                    " --n 400 --verts 40 --kec 25 --seed 7 --no-ll --out " +
                                    folder_.path().string() + " >/dev/null 2>&1";
        if (std::system(command.c_str()) != 0)
            GTEST_SKIP() << "the generator needs python3-numpy, python3-scipy and python3-gdal";
        Progress progress;
        table_ = io::Reader().read_vector(folder_ / "desa.shp", {}, progress);
        const auto code = table_.column_index("KDEPUM");
        for (std::size_t row = 0; row < table_.features.size(); ++row) {
            const std::string text(table_.columns[*code].text(row));
            shapes_.push_back({&std::get<geo::PolygonSet>(table_.features[row].geometry).polygons,
                               text, text.substr(0, 8)});
        }
        list_edges();
    }

    void list_edges() {
        for (std::uint32_t village = 0; village < shapes_.size(); ++village)
            for (const geo::Polygon& polygon : *shapes_[village].polygons) {
                const auto part = static_cast<std::uint32_t>(village_.size());
                village_.push_back(village);
                area_.push_back(geo::area({polygon}));
                for (std::size_t i = 0; i + 1 < polygon.outer.size(); ++i)
                    beside_[edge(polygon.outer[i], polygon.outer[i + 1])].push_back(part);
            }
    }

    /// Parts that hang together where `may` allows it.
    template<typename May>
    std::vector<std::uint32_t> joined(const May& may) const {
        std::vector<std::uint32_t> root(village_.size());
        std::iota(root.begin(), root.end(), 0U);
        const auto top = [&](std::uint32_t part) {
            while (root[part] != part)
                part = root[part];
            return part;
        };
        for (const auto& [ends, parts] : beside_)
            if (parts.size() == 2 && may(parts[0], parts[1]))
                root[std::max(top(parts[0]), top(parts[1]))] =
                    std::min(top(parts[0]), top(parts[1]));
        for (std::uint32_t part = 0; part < root.size(); ++part)
            root[part] = top(part);
        return root;
    }
    const std::string& district(std::uint32_t part) const {
        return shapes_[village_[part]].district;
    }

    /// The villages of each piece that other kecamatan part from the main land of its own.
    std::set<std::set<std::uint32_t>> truth() const {
        const auto land =
            joined([&](auto one, auto other) { return district(one) == district(other); });
        const auto mass = joined([](auto, auto) { return true; });
        std::map<std::uint32_t, double> area;
        for (std::uint32_t part = 0; part < land.size(); ++part)
            area[land[part]] += area_[part];
        std::map<std::string, std::uint32_t> main;
        for (const auto& [root, sum] : area) {
            const auto [at, first] = main.try_emplace(district(root), root);
            if (!first && sum > area[at->second])
                at->second = root;
        }
        std::map<std::uint32_t, std::set<std::uint32_t>> pieces;
        for (std::uint32_t part = 0; part < land.size(); ++part)
            if (const std::uint32_t of = main.at(district(part));
                land[part] != of && mass[part] == mass[of])
                pieces[land[part]].insert(village_[part]);
        std::set<std::set<std::uint32_t>> result;
        for (auto& [root, villages] : pieces)
            if (!is_behind(root, land, main, pieces))
                result.insert(villages);
        return result;
    }

    /// Whether a piece next to this one would, in the kecamatan of this one, join it to its main
    /// land, and not the other way round.
    bool is_behind(std::uint32_t piece, const std::vector<std::uint32_t>& land,
                   const std::map<std::string, std::uint32_t>& main,
                   const std::map<std::uint32_t, std::set<std::uint32_t>>& pieces) const {
        const auto beside = [&](std::uint32_t one) {
            std::set<std::uint32_t> lands;
            for (const auto& [ends, parts] : beside_)
                for (std::size_t side = 0; parts.size() == 2 && side < 2; ++side)
                    if (land[parts[side]] == one)
                        lands.insert(land[parts[1 - side]]);
            lands.erase(one);
            return lands;
        };
        const std::set<std::uint32_t> here = beside(piece);
        return std::any_of(here.begin(), here.end(), [&](std::uint32_t other) {
            return pieces.contains(other) && beside(other).contains(main.at(district(piece))) &&
                   !here.contains(main.at(district(other)));
        });
    }

    std::set<std::set<std::uint32_t>> found() const {
        Progress progress;
        const auto check = analysis::check_boundaries(shapes_, *table_.crs, {}, progress);
        std::set<std::set<std::uint32_t>> result;
        for (const analysis::BoundaryFlaw& flaw : check.flaws)
            if (flaw.kind == model::FlawKind::outside_district)
                result.insert({flaw.shapes.begin(), flaw.shapes.end()});
        return result;
    }

    /// Gives a village and so many of those around it to another kecamatan.
    void plant(std::uint32_t village, std::size_t size, const std::string& to) {
        std::set<std::uint32_t> block{village};
        for (const auto& [ends, parts] : beside_)
            if (block.size() < size && parts.size() == 2)
                for (std::size_t side = 0; side < 2; ++side)
                    if (village_[parts[side]] == village)
                        block.insert(village_[parts[1 - side]]);
        for (const std::uint32_t one : block)
            shapes_[one].district = to;
    }

    testing::TemporaryFolder folder_;
    io::FeatureTable table_;
    std::vector<analysis::CheckedShape> shapes_;
    std::vector<std::uint32_t> village_; ///< of each part
    std::vector<double> area_;
    std::map<Edge, std::vector<std::uint32_t>> beside_;
};

TEST_F(Exclaves, EveryPlantedOneIsFoundAndNoneInvented) {
    EXPECT_EQ(found(), truth()) << "as it was generated";
    // At the coast and inland, of one village and of a third of a kecamatan.
    for (std::uint32_t k = 0; k < 12; ++k)
        plant(k * 33, 1 + k % 6, shapes_[(k * 33 + 200) % shapes_.size()].district);
    EXPECT_GE(truth().size(), 10U);
    EXPECT_EQ(found(), truth());
}

} // namespace
} // namespace antardesa::workspace
