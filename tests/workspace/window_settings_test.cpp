#include "workspace/window_settings.h"

#include "running.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

TEST(WindowSettings, AreReadAsTheyWereWritten) {
    const TemporaryFolder folder;
    EXPECT_EQ(read_window_settings(folder.path()).settings, WindowSettings{});
    EXPECT_TRUE(read_window_settings(folder.path()).trouble.empty()) << "no file is no trouble";
    const WindowSettings settings{i18n::Language::english, UiTheme::high_contrast, 150};
    write_window_settings(folder / "baru", settings);
    const ReadSettings read = read_window_settings(folder / "baru");
    EXPECT_EQ(read.settings, settings);
    EXPECT_TRUE(read.trouble.empty());
}

TEST(WindowSettings, ThatAreDamagedAreTheDefaultsAndSayWhy) {
    const TemporaryFolder folder;
    for (const std::string text : {"", "{", "[]", "{}", R"({"bahasa":"id","tema":"terang"})",
                                   R"({"bahasa":"jv","tema":"terang","skala":100})",
                                   R"({"bahasa":"en","tema":"merah","skala":100})",
                                   R"({"bahasa":"en","tema":"gelap","skala":20})",
                                   R"({"bahasa":"en","tema":"gelap","skala":"besar"})",
                                   R"({"bahasa":3,"tema":"gelap","skala":100})"}) {
        write(folder / "setelan.json", text);
        const ReadSettings read = read_window_settings(folder.path());
        EXPECT_EQ(read.settings, WindowSettings{}) << text;
        EXPECT_FALSE(read.trouble.empty()) << text;
    }
    write(folder / "setelan.json", std::string(100'000, ' '));
    EXPECT_FALSE(read_window_settings(folder.path()).trouble.empty());
}

TEST(WindowSettings, AreKeptOverARestartAndALanguageAskedForOnceIsNot) {
    const TemporaryFolder folder;
    Environment environment = test_environment();
    environment.config_folder = folder.path();
    {
        Running app(environment);
        app.act(SetUiTheme{UiTheme::dark});
        app.act(SetLanguage{i18n::Language::english});
        app.act(SetUiScale{125});
    }
    const WindowSettings kept = read_window_settings(folder.path()).settings;
    EXPECT_EQ(kept, (WindowSettings{i18n::Language::english, UiTheme::dark, 125}));
    {
        Running app(environment);
        app.workspace.start_with(kept, i18n::Language::indonesian);
        EXPECT_EQ(app.workspace.ui_theme(), UiTheme::dark);
        EXPECT_EQ(app.workspace.ui_scale_percent(), 125);
        EXPECT_EQ(app.workspace.language().language(), i18n::Language::indonesian);
        app.act(SetUiTheme{UiTheme::light});
    }
    EXPECT_EQ(read_window_settings(folder.path()).settings,
              (WindowSettings{i18n::Language::english, UiTheme::light, 125}));
}

/// The installed rules with one check switched off.
void write_rules_without(const fs::path& path, const std::string& check) {
    std::ifstream shipped(fs::path(ANTARDESA_SOURCE_DIR) / "data/rules/kepatuhan.json");
    std::string text{std::istreambuf_iterator<char>(shipped), {}};
    const std::string on = "\"part\": \"" + check + "\", \"active\": true";
    const auto at = text.find(on);
    ASSERT_NE(at, std::string::npos);
    text.replace(at + on.size() - 4, 4, "false");
    write(path, text);
}

TEST(WindowSettings, RulesOfTheOfficeAreUsedAndKept) {
    const TemporaryFolder folder;
    Environment environment = test_environment();
    environment.config_folder = folder.path();
    write_rules_without(folder / "kantor.json", "lewat");
    write(folder / "rusak.json", R"({"rules": [{"code": "V99", "part": "antah"}]})");
    {
        Running app(environment);
        app.act(OpenSample{});
        app.act(SetList{ListKind::compliance});
        const std::size_t before = app.workspace.list().rows.size();
        app.act(UseRules{folder / "kantor.json"});
        EXPECT_LT(app.workspace.list().rows.size(), before);
        EXPECT_THAT(app.workspace.list().subtitle, HasSubstr("kantor.json"));
        const std::size_t without = app.workspace.list().rows.size();
        app.act(UseRules{folder / "rusak.json"});
        EXPECT_THAT(app.workspace.notices().back().detail, HasSubstr("V99.antah"));
        EXPECT_EQ(app.workspace.rules_name(), "kantor.json");
        EXPECT_EQ(app.workspace.list().rows.size(), without);
    }
    const WindowSettings kept = read_window_settings(folder.path()).settings;
    EXPECT_EQ(kept.rules_file, folder / "kantor.json");
    Running app(environment);
    app.workspace.start_with(kept, {});
    app.act(OpenSample{});
    EXPECT_EQ(app.workspace.rules_name(), "kantor.json");
    app.act(UseRules{});
    EXPECT_TRUE(app.workspace.rules_name().empty());
    EXPECT_TRUE(read_window_settings(folder.path()).settings.rules_file.empty());
}

TEST(WindowSettings, RulesThatAreGoneAreMissedAloud) {
    const TemporaryFolder folder;
    Running app(test_environment());
    app.workspace.start_with({.rules_file = folder / "tiada.json"}, {});
    app.act(SetUiTheme{UiTheme::dark});
    ASSERT_FALSE(app.workspace.notices().empty());
    EXPECT_THAT(app.workspace.notices().back().detail, HasSubstr("tiada.json"));
    EXPECT_TRUE(app.workspace.rules_name().empty());
    EXPECT_EQ(app.workspace.lost_rules_name(), "tiada.json");
    app.act(UseRules{});
    EXPECT_TRUE(app.workspace.lost_rules_name().empty());
}

} // namespace
} // namespace antardesa::workspace
