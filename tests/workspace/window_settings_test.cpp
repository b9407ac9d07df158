#include "workspace/window_settings.h"

#include "running.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

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

} // namespace
} // namespace antardesa::workspace
