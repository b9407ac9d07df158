#include "running.h"
#include "workspace/coverage_check.h"
#include "json/value.h"

#include <gtest/gtest.h>

namespace antardesa::workspace::testing {

namespace {

/// Four villages; the second reaches a tenth of its width into the first, the last two have the
/// same code.
fs::path flawed_project(const TemporaryFolder& folder) {
    auto villages = grid(2);
    villages[3].code = villages[2].code;
    io::VectorFile layer = grid_layer(villages);
    auto& polygons = std::get<geo::PolygonSet>(layer.rows[1].geometry).polygons;
    for (geo::Point& p : polygons[0].outer)
        if (p.x < 109.115)
            p.x -= 0.001;
    const auto written = io::write_vector(folder / "desa.geojson", layer, io::Existing::replace);
    EXPECT_TRUE(written);
    Progress progress;
    carry_out(plan_of(folder / "desa.geojson"), folder / "proyek.gpkg", test_environment(),
              progress);
    return folder / "proyek.gpkg";
}

class FindingsInTheWindow : public ::testing::Test {
  protected:
    FindingsInTheWindow() {
        app_.act(OpenFile{flawed_project(folder_)});
        app_.act(SetJob{Job::boundaries});
    }
    const ListView& list() { return app_.workspace.list(); }
    const model::Table<model::BoundaryFinding>& findings() {
        return app_.workspace.atlas()->table<model::BoundaryFinding>();
    }
    Id<model::BoundaryFinding> overlap() {
        for (const auto& row : findings())
            if (row.kind == model::FlawKind::overlap)
                return row.id;
        return {};
    }
    TemporaryFolder folder_;
    Running app_;
};

TEST_F(FindingsInTheWindow, BeforeTheCheckTheListSaysWhatToDo) {
    app_.act(SetList{ListKind::findings});
    EXPECT_TRUE(list().rows.empty());
    EXPECT_NE(list().empty_text.find("Periksa batas"), std::string::npos);
    EXPECT_EQ(list().empty_text.find("Tidak ada"), std::string::npos) << "nobody has looked";
    EXPECT_TRUE(list().unchecked);
    app_.act(CheckBoundaries{});
    EXPECT_FALSE(list().unchecked);
}

TEST_F(FindingsInTheWindow, AreListedRankedAndTakenBackByUndo) {
    app_.act(CheckBoundaries{});
    EXPECT_EQ(app_.workspace.list_kind(), ListKind::findings);
    ASSERT_GE(list().rows.size(), 2u);
    EXPECT_EQ(list().rows[0].cells[0].tag.text, "kesalahan") << "the worst first";
    EXPECT_EQ(list().rows[0].cells[1].text, "tumpang tindih");
    EXPECT_EQ(list().rows[0].cells[2].text, "Desa 1 – Desa 2");
    app_.act(Undo{});
    EXPECT_TRUE(list().rows.empty());
}

TEST_F(FindingsInTheWindow, AreWalkedFromOneToTheNext) {
    app_.act(CheckBoundaries{});
    const auto count = list().rows.size();
    app_.act(SelectNextFinding{1});
    EXPECT_EQ(app_.workspace.card().subject, list().rows[0].subject);
    EXPECT_EQ(app_.workspace.card().title, "Desa 1 – Desa 2");
    EXPECT_TRUE(app_.workspace.card().finding->can_allow);
    EXPECT_FALSE(app_.workspace.card().remarks.empty());
    const double near = app_.workspace.map().metres_per_pixel;
    app_.act(ZoomAround{});
    EXPECT_GT(app_.workspace.map().metres_per_pixel, near) << "both villages in view";
    app_.act(SelectNextFinding{-1});
    EXPECT_EQ(app_.workspace.card().subject, list().rows[count - 1].subject) << "and round again";
}

TEST_F(FindingsInTheWindow, AnAllowedOneMovesToTheOtherListAndBack) {
    app_.act(CheckBoundaries{});
    const auto open = list().rows.size();
    model::AllowStrip request;
    request.finding = overlap();
    request.reason = model::ExceptionReason::mutual_claim;
    app_.act(AllowFinding{{request, {}}});
    EXPECT_EQ(list().rows.size(), open - 1);
    app_.act(ChooseFindings{FindingChoice::allowed});
    ASSERT_EQ(list().rows.size(), 1u);
    EXPECT_EQ(list().rows[0].cells[0].text, "area saling klaim");
    EXPECT_EQ(list().rows[0].cells[4].text, "23-11-2026") << "dated today";
    app_.act(CheckBoundaries{});
    EXPECT_FALSE(overlap()) << "a check knows it again";
    app_.act(Select{list().rows[0].subject});
    EXPECT_TRUE(app_.workspace.card().finding->allowed);
    app_.act(WithdrawExceptionOf{{1}});
    EXPECT_TRUE(list().rows.empty());
    EXPECT_TRUE(overlap());
}

TEST_F(FindingsInTheWindow, AreFilteredBySizeOnTheListAndInWhatIsExported) {
    app_.act(CheckBoundaries{});
    const auto all = list().rows.size();
    analysis::Filter filter;
    filter.strips.most_m2 = 1;
    app_.act(SetFilter{filter});
    ASSERT_EQ(list().rows.size(), all - 1) << "the overlap is larger";
    EXPECT_NE(list().subtitle.find(std::to_string(all)), std::string::npos);
    app_.act(ExportFindings{folder_ / "kecil.geojson"});
    EXPECT_TRUE(app_.says("kecil.geojson"));
    const std::string some = bytes_of(folder_ / "kecil.geojson");
    EXPECT_EQ(some.find("tumpang_tindih"), std::string::npos);
    EXPECT_NE(some.find("kode_ganda"), std::string::npos);
    app_.act(SetFilter{});
    app_.act(ExportFindings{folder_ / "semua.geojson"});
    EXPECT_NE(bytes_of(folder_ / "semua.geojson").find("tumpang_tindih"), std::string::npos);
}

/// By id: what one is said to be, but for its rank in the list at hand.
std::map<std::int64_t, std::map<std::string, std::string>> exported(const std::string& text) {
    std::map<std::int64_t, std::map<std::string, std::string>> found;
    const json::Value file = json::parse(text);
    for (const json::Value& feature : file["features"].array()) {
        const json::Value properties = feature["properties"];
        auto& one = found[properties["id"].integer()];
        for (const auto& [name, value] : properties.object())
            if (name != "urutan")
                one[name] = json::print(value);
    }
    return found;
}

TEST_F(FindingsInTheWindow, AreExportedAsACheckWritesThem) {
    app_.act(CheckBoundaries{});
    app_.act(ExportFindings{folder_ / "jendela.geojson"});
    Progress progress;
    const auto checked = check_coverage({folder_ / "proyek.gpkg", {}, {}, {}}, progress);
    ASSERT_TRUE(write_flaws(checked, folder_ / "perintah.geojson"));
    const auto window = exported(bytes_of(folder_ / "jendela.geojson"));
    ASSERT_GT(window.size(), 1u);
    EXPECT_EQ(window, exported(bytes_of(folder_ / "perintah.geojson")));
}

TEST_F(FindingsInTheWindow, AreExportedAsTheListChooses) {
    app_.act(CheckBoundaries{});
    app_.act(ExportFindings{folder_ / "proyek.gpkg"});
    EXPECT_TRUE(app_.says("proyek.gpkg")) << "never onto a project";
    EXPECT_TRUE(is_project(folder_ / "proyek.gpkg"));
    model::AllowStrip request;
    request.finding = overlap();
    request.reason = model::ExceptionReason::mutual_claim;
    app_.act(AllowFinding{request});
    app_.act(ChooseFindings{FindingChoice::allowed});
    app_.act(ExportFindings{folder_ / "boleh.geojson"});
    const std::string allowed = bytes_of(folder_ / "boleh.geojson");
    EXPECT_NE(allowed.find("saling_klaim"), std::string::npos);
    EXPECT_EQ(allowed.find("kode_ganda"), std::string::npos);
}

TEST_F(FindingsInTheWindow, AMutualClaimIsAnAreaByItself) {
    app_.act(CheckBoundaries{});
    model::AllowStrip request;
    request.finding = overlap();
    request.reason = model::ExceptionReason::mutual_claim;
    app_.act(AllowFinding{request});
    app_.act(SetList{ListKind::claims});
    ASSERT_EQ(list().rows.size(), 1u);
    EXPECT_EQ(list().rows[0].cells[0].tag.text, "area saling klaim");
    EXPECT_EQ(list().rows[0].cells[1].text, "Desa 1 – Desa 2");
    EXPECT_EQ(list().rows[0].cells[3].text, "23-11-2026");
    app_.act(Select{list().rows[0].subject});
    const CardView& card = app_.workspace.card();
    ASSERT_FALSE(card.sections.empty());
    EXPECT_EQ(card.sections[0].title, "Pihak yang mengklaim");
    EXPECT_EQ(card.sections[0].rows.size(), 2u);
    const auto& states = app_.workspace.filter().boundaries;
    ASSERT_FALSE(states.empty());
    ASSERT_EQ(states[0].areas.size(), 1u);
    EXPECT_NE(states[0].areas[0].find("1 area saling klaim"), std::string::npos);
    bool counted = false;
    for (const std::string& text : app_.workspace.map().legend_texts)
        counted = counted || text.ends_with("(1)");
    EXPECT_TRUE(counted) << "the legend says how many";
}

TEST_F(FindingsInTheWindow, ALayerIsExportedFromTheWindow) {
    app_.act(ExportLayer{"segmen_batas", folder_ / "segmen.geojson"});
    EXPECT_NE(bytes_of(folder_ / "segmen.geojson").find("KLBADM"), std::string::npos);
    EXPECT_TRUE(app_.says("segmen.geojson"));
    EXPECT_TRUE(app_.says("fitur ditulis"));
    app_.act(ExportLayer{"segmen_batas", folder_ / "kode.geojson", "BA02070012"});
    EXPECT_NE(bytes_of(folder_ / "kode.geojson").find("BA02070012"), std::string::npos);
    app_.act(ExportLayer{"segmen_batas", folder_ / "segmen.xyz"});
    EXPECT_FALSE(fs::exists(folder_ / "segmen.xyz"));
    app_.act(ExportLayer{"desa", folder_ / "proyek.gpkg"});
    EXPECT_TRUE(is_project(folder_ / "proyek.gpkg"));
}

TEST_F(FindingsInTheWindow, FollowAnEditInTheSameStep) {
    app_.act(CheckBoundaries{});
    const auto before = findings().size();
    EditVillage edit;
    edit.change.village = {4};
    edit.change.code = "99.01.02.2044";
    app_.act(edit);
    EXPECT_EQ(findings().size(), before - 1) << "the code is used once now";
    EXPECT_TRUE(overlap()) << "what lies elsewhere stays";
    app_.act(Undo{});
    EXPECT_EQ(findings().size(), before);
}

TEST_F(FindingsInTheWindow, OfAFileThatIsOnlyLookedAtAreShownAndNotWritten) {
    const fs::path path = folder_ / "proyek.gpkg";
    app_.act(CloseProject{});
    project::ProjectFile holder = project::ProjectFile::open(path, project::OpenMode::write);
    app_.act(OpenFile{path});
    ASSERT_FALSE(app_.workspace.can_edit());
    const std::string bytes = bytes_of(path);
    app_.act(CheckBoundaries{});
    EXPECT_TRUE(overlap());
    EXPECT_EQ(bytes_of(path), bytes);
}

} // namespace

} // namespace antardesa::workspace::testing
