#include "fake_views.h"
#include "ui/panels.h"

#include <gmock/gmock.h>

/// What the register of cooperation shows beside its forms and charts: filters, cards.
namespace antardesa::ui {
namespace {

using namespace workspace;

std::string text(const Glass& glass, const char* key) {
    return glass.language().text(key);
}

/// The filter after one of a list was chosen; the whole panel is in sight.
class FilterPanel : public ::testing::Test {
  protected:
    FilterPanel() : glass(i18n::Language::indonesian, {1366, 1600}), views(typical_views()) {
        views.filter.filter = {};
    }
    analysis::Filter choose(const char* all, const char* one) {
        const auto actions = glass.choose(views, text(glass, all), text(glass, one));
        const auto* set = asked<SetFilter>(actions);
        EXPECT_TRUE(set) << one;
        return set ? set->filter : analysis::Filter{};
    }
    Glass glass;
    FakeViews views;
};

TEST_F(FilterPanel, OffersEveryListOfTheLaw) {
    EXPECT_EQ(choose("ui.filter.kind.all", "ui.filter.kind.usaha_bersama").kind,
              model::CooperationKind::joint_business);
    EXPECT_EQ(choose("ui.filter.branch.all", "ui.filter.branch.pihak_ketiga").branch,
              model::Branch::third_party);
    EXPECT_EQ(choose("ui.filter.reach.all", "ui.filter.reach.lintas_kecamatan").reach,
              model::Reach::across_districts);
    EXPECT_EQ(choose("ui.filter.current_field.all", "ui.filter.current_field.pembangunan_desa")
                  .current_field,
              model::CurrentField::development);
    EXPECT_EQ(choose("ui.filter.aim.all", "ui.filter.aim.3").aim, 2U);
}

TEST_F(FilterPanel, AListIsLetGo) {
    views.filter.filter.reach = model::Reach::across_districts;
    EXPECT_EQ(choose("ui.filter.reach.lintas_kecamatan", "ui.filter.reach.all"),
              analysis::Filter{});
}

TEST(AgreementCard, OfWhatHasEndedIsStillCorrected) {
    Glass glass;
    FakeViews views = typical_views();
    views.card = {};
    views.card.subject = {cartography::SubjectKind::agreement, 48};
    views.card.title = "Sewa gudang";
    ASSERT_FALSE(views.card.stage) << "it goes nowhere from here";
    glass.click(views, text(glass, "ui.card.change_record"));
    glass.draw(views);
    ASSERT_TRUE(views.asked_record);
    EXPECT_EQ(views.asked_record->kind, Register::agreement);
    EXPECT_EQ(views.asked_record->id, 48);
}

TEST(AgreementCard, NotesStandApartWithTheirBasisAndFacts) {
    Glass glass(i18n::Language::indonesian, {1366, 1200});
    FakeViews views = typical_views();
    views.card.notes = {{{"kesalahan", Tone::red}, "V03 · belum", "Dasar: UU 6/2014", {}},
                        {{}, "Saran: bergabung", "", {"Satu berbatasan.", "Dua bersama."}}};
    views.card.more_notes = "4 lagi";
    glass.draw(views);
    for (const char* shown : {"V03 · belum", "Dasar: UU 6/2014", "Saran: bergabung",
                              "Satu berbatasan.", "Dua bersama.", "4 lagi"})
        EXPECT_TRUE(glass.shows(shown)) << shown;
    const auto* one = glass.find("Satu berbatasan.");
    const auto* two = glass.find("Dua bersama.");
    ASSERT_TRUE(one && two);
    EXPECT_GE(two->rect.min.y, one->rect.max.y) << "one below the other";
}

} // namespace
} // namespace antardesa::ui
