#include "grid_file.h"
#include "io/reader.h"
#include "model/verbs.h"
#include "workspace/dissolve.h"
#include "workspace/export_extent.h"
#include "workspace/layer_table.h"

#include "geo/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

class Export : public ::testing::Test {
  protected:
    void SetUp() override {
        auto villages = grid(4);
        villages[5].name = villages[6].name = "Sidomulyo";
        ImportPlan plan = plan_of(write_grid(folder_ / "desa.geojson", villages));
        Progress progress;
        const auto first = model::Atlas::build(plan.identity, plan.tables, 0, progress);
        model::NewAgreement request;
        request.agreement.title = "Air bersih";
        request.villages = {{1}, {2}, {6}};
        const auto edit = model::new_agreement(*first, request);
        atlas_ = model::Atlas::build(plan.identity, model::applied(first->tables(), edit.value()),
                                     1, progress);
    }
    Result<ExportReport> run(const std::string& name, const std::string& extent = {},
                             const std::string& series = {}) {
        ExportRequest request;
        request.output = folder_ / name;
        request.dpi = 30;
        request.extent = extent;
        request.series = series;
        Progress progress;
        return export_map(atlas_, request, environment_, progress);
    }
    std::string refusal(const std::string& extent) {
        const auto result = run("x.svg", extent);
        return result ? "" : debug_text(result.refusal().message);
    }
    TemporaryFolder folder_;
    Environment environment_ = test_environment();
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(Export, WritesEachFormatWithAnExactScale) {
    for (const char* name : {"peta.pdf", "peta.svg", "peta.png"}) {
        const auto report = run(name);
        ASSERT_TRUE(report) << name << " " << debug_text(report.refusal().message);
        EXPECT_EQ(report.value().pages, 1);
        EXPECT_EQ(report.value().villages_in_view, 16);
        EXPECT_GT(report.value().scale.denominator, 1000);
        EXPECT_GT(fs::file_size(folder_ / name), 1000U);
    }
    EXPECT_THAT(bytes_of(folder_ / "peta.pdf"), HasSubstr("/Measure"));
    EXPECT_EQ(listing(folder_.path()).size(), 4U) << "no draft is left behind";
}

TEST_F(Export, SameInputGivesTheSameBytes) {
    ASSERT_TRUE(run("a.pdf"));
    ASSERT_TRUE(run("b.pdf"));
    EXPECT_EQ(bytes_of(folder_ / "a.pdf"), bytes_of(folder_ / "b.pdf"));
}

TEST_F(Export, SeriesArePagesOfAPdfAndNumberedPictures) {
    const auto pages = run("seri.pdf", {}, "kecamatan");
    ASSERT_TRUE(pages);
    EXPECT_EQ(pages.value().pages, 2);
    const auto pictures = run("seri.png", {}, "kecamatan");
    ASSERT_TRUE(pictures);
    EXPECT_TRUE(fs::exists(folder_ / "seri-01.png"));
    EXPECT_TRUE(fs::exists(folder_ / "seri-02.png"));
    EXPECT_FALSE(fs::exists(folder_ / "seri.png"));
    const auto unknown = run("seri.png", {}, "provinsi");
    ASSERT_FALSE(unknown);
    EXPECT_THAT(debug_text(unknown.refusal().message), HasSubstr("unknown_series"));
    EXPECT_FALSE(run("seri.pdf", {}, "dispute")) << "no dispute, no page";
}

TEST_F(Export, ExtentsAreFoundByCodeNameAndId) {
    EXPECT_EQ(refusal("kabupaten"), "");
    EXPECT_EQ(refusal("kecamatan=99.01.01"), "");
    EXPECT_EQ(refusal("kecamatan=timur"), "");
    EXPECT_EQ(refusal("village=99.01.01.2001"), "");
    EXPECT_EQ(refusal("segment=1"), "");
    EXPECT_EQ(refusal("agreement=1"), "");
}

TEST_F(Export, ContestedAndUnknownExtentsAreRefusedWithAReason) {
    EXPECT_THAT(refusal("village=Sidomulyo"), HasSubstr("99.01.01.2006, 99.01.02.2007"));
    EXPECT_THAT(refusal("village=Tidak Ada"), HasSubstr("not_found"));
    EXPECT_THAT(refusal("segment=999"), HasSubstr("not_found"));
    EXPECT_THAT(refusal("segment=satu"), HasSubstr("not_found"));
    EXPECT_THAT(refusal("planet=bumi"), HasSubstr("unknown_kind"));
    EXPECT_FALSE(fs::exists(folder_ / "x.svg"));
}

TEST_F(Export, UnknownEndingAndEmptyPaperAreRefused) {
    EXPECT_FALSE(run("peta.docx"));
    ExportRequest request;
    request.output = folder_ / "jauh.svg";
    request.sheet.extent = {{10, 10}, {20, 20}};
    request.sheet.scale = MapScale{1000};
    Progress progress;
    const auto report = export_map(atlas_, request, environment_, progress);
    ASSERT_FALSE(report);
    EXPECT_THAT(debug_text(report.refusal().message), HasSubstr("nothing_shown"));
    EXPECT_FALSE(fs::exists(request.output));
}

TEST_F(Export, EveryLayerConverts) {
    Progress progress;
    for (const auto name : layer_names()) {
        const auto path = folder_ / (std::string(name) + ".geojson");
        const auto count = convert_layer(*atlas_, std::string(name), path, progress);
        ASSERT_TRUE(count) << name;
        if (count.value() == 0)
            continue;
        const auto back = io::Reader().read_vector(path, {}, progress);
        EXPECT_EQ(back.features.size(), static_cast<std::size_t>(count.value())) << name;
        EXPECT_TRUE(back.column_index("id")) << name;
    }
    const auto unknown = convert_layer(*atlas_, "gunung", folder_ / "x.geojson", progress);
    ASSERT_FALSE(unknown);
    EXPECT_THAT(debug_text(unknown.refusal().message), HasSubstr("segmen_batas"));
}

TEST_F(Export, ALayerNeverReplacesAProject) {
    Progress progress;
    const auto project = folder_ / "proyek.gpkg";
    project::ProjectFile::create(project, {"Contoh", "", ""}, {"Uji", environment_.clock.get()});
    const std::string before = bytes_of(project);
    const auto refused = convert_layer(*atlas_, "desa", project, progress);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().message.key, "workspace.output.project");
    EXPECT_EQ(bytes_of(project), before);
    const auto plain = folder_ / "lapisan.gpkg";
    ASSERT_TRUE(convert_layer(*atlas_, "desa", plain, progress));
    EXPECT_TRUE(convert_layer(*atlas_, "desa", plain, progress)) << "an exported file may be";
}

TEST_F(Export, TablesWithoutRowsAreEmptyLayersAndTheHistoryIsNone) {
    Progress progress;
    for (const char* name : {"titik_batas", "usulan_batas", "dasar_hukum"})
        for (const char* ending : {".geojson", ".gpkg"}) {
            const auto path = folder_ / (std::string("kosong-") + name + ending);
            const auto count = convert_layer(*atlas_, name, path, progress);
            ASSERT_TRUE(count) << name << debug_text(count.refusal().message);
            EXPECT_EQ(count.value(), 0);
            EXPECT_TRUE(io::Reader().read_vector(path, {}, progress).features.empty()) << path;
        }
    const auto history = convert_layer(*atlas_, "riwayat", folder_ / "r.geojson", progress);
    ASSERT_FALSE(history);
    EXPECT_EQ(history.refusal().message.key, "workspace.convert.history");
}

TEST_F(Export, VillagesComeOutAsTheyCameIn) {
    Progress progress;
    ASSERT_TRUE(convert_layer(*atlas_, "desa", folder_ / "keluar.shp", progress));
    const auto back = io::Reader().read_vector(folder_ / "keluar.shp", {}, progress);
    ASSERT_EQ(back.features.size(), 16U);
    EXPECT_EQ(back.columns[*back.column_index("kode")].text(0), "99.01.01.2001");
    EXPECT_EQ(io::vertex_count(back), 16U * 5);
}

TEST_F(Export, KecamatanIsOneOutlineWithoutInnerLines) {
    double total = 0;
    for (const auto& district : atlas_->districts()) {
        const auto outline = district_outline(*atlas_, district.id);
        ASSERT_EQ(outline.size(), 1U);
        EXPECT_TRUE(outline[0].holes.empty());
        total += geo::area(outline);
    }
    EXPECT_NEAR(total, 16 * 1e-4, 1e-9);
    EXPECT_TRUE(district_outline(*atlas_, {99}).empty());
}

TEST(Dissolve, AVillageOfAnotherKecamatanInsideIsAHole) {
    const TemporaryFolder folder;
    auto villages = grid(3);
    for (auto& village : villages)
        village.district = "Luar", village.code = "";
    villages[4].district = "Dalam";
    ImportPlan plan = plan_of(write_grid(folder / "desa.geojson", villages));
    Progress progress;
    const auto atlas = model::Atlas::build(plan.identity, plan.tables, 0, progress);
    for (const auto& district : atlas->districts()) {
        const auto outline = district_outline(*atlas, district.id);
        ASSERT_EQ(outline.size(), 1U);
        EXPECT_EQ(outline[0].holes.size(), district.name == "Luar" ? 1U : 0U);
    }
}

} // namespace
} // namespace antardesa::workspace
