#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class UsageOf : public Shell {};

TEST_F(UsageOf, HelpListsEveryCommandInTheChosenLanguage) {
    const Answer help = run({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const char* command : {"demo", "inspect", "import", "info", "list", "segments", "export",
                                "convert", "history", "undo", "redo", "screenshot", "propose"})
        EXPECT_THAT(help.out, HasSubstr(std::string("\n  ") + command));
    EXPECT_THAT(help.out, HasSubstr("Urungkan suntingan terakhir"));
    EXPECT_THAT(run({"--lang", "en", "--help"}).out, HasSubstr("Undo the last edit"));
    EXPECT_THAT(run({"--lang=en", "export", "--help"}).out, HasSubstr("--paper"));
}

TEST_F(UsageOf, EveryHelpAndUsageTextHasAnEntryInBothLanguages) {
    for (const char* language : {"id", "en"})
        for (const char* command :
             {"demo", "inspect", "import", "info", "list", "segments", "export", "convert",
              "history", "undo", "redo", "screenshot", "propose"})
            EXPECT_THAT(run({"--lang", language, command, "--help"}).out,
                        Not(HasSubstr("cli.help")))
                << command;
}

TEST_F(UsageOf, VersionIsOneLine) {
    const Answer version = run({"--version"});
    EXPECT_EQ(version.code, 0);
    EXPECT_THAT(version.out, ::testing::MatchesRegex("antardesa [0-9.]+\n"));
}

TEST_F(UsageOf, WrongArgumentsAreCode2WithOneLineAndNothingElse) {
    const std::vector<std::vector<std::string>> wrong{
        {"info"},
        {"info", "a.gpkg", "b.gpkg"},
        {"infoo"},
        {"info", "a.gpkg", "--jsonn"},
        {"list", "a.gpkg", "houses"},
        {"--lang", "fr", "info", "a.gpkg"},
        {"--author", std::string(201, 'x'), "info", "a.gpkg"},
        {"import", "a.shp"},
        {"import", "a.shp", "b.gpkg", "--field", "kode"},
        {"import", "a.shp", "b.gpkg", "--field", "colour=K"},
        {"import", "a.shp", "b.gpkg", "--crs", "utm"},
        {"export", "a.gpkg"},
        {"export", "a.gpkg", "-o", "a.pdf", "--paper", "b5"},
        {"export", "a.gpkg", "-o", "a.pdf", "--theme", "pelangi"},
        {"export", "a.gpkg", "-o", "a.pdf", "--scale", "besar"},
        {"export", "a.gpkg", "-o", "a.pdf", "--dpi", "nol"},
        {"convert", "a.gpkg", "-o", "a.shp"},
        {"export", "a.gpkg", "-o", "a.xyz"},
        {"export", "a.gpkg", "-o", "a.pdf", "--extent", "kecamatan"},
        {"screenshot", "a.gpkg", "-o", "a.png", "--panel", "dapur"},
        {"screenshot", "a.gpkg"},
        {"screenshot", "a.gpkg", "-o", "a.png", "--size", "besar"},
        {"screenshot", "a.gpkg", "-o", "a.png", "--size", "10x10"}};
    for (const auto& arguments : wrong) {
        const Answer answer = run(arguments);
        const std::string line = ::testing::PrintToString(arguments);
        EXPECT_EQ(answer.code, 2) << line;
        EXPECT_THAT(answer.out, IsEmpty()) << line;
        EXPECT_THAT(answer.error, EndsWith("\n")) << line;
        EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << answer.error;
        EXPECT_THAT(answer.error, Not(HasSubstr("cli."))) << line;
    }
    EXPECT_THAT(listing(), IsEmpty());
}

TEST_F(UsageOf, WhatIsLeftOverIsListedAsItWasTyped) {
    const Answer answer = run({"info", "proyek.gpkg", "--satu", "--dua"});
    EXPECT_EQ(answer.code, 2);
    EXPECT_THAT(answer.error, HasSubstr("--satu --dua"));
    EXPECT_EQ(run({"segments", "proyek.gpkg", "--pillars", "yes"}).code, 2)
        << "pillars without a segment";
}

TEST_F(UsageOf, WithoutACommandTheWindowOpensWithTheFileGiven) {
    std::vector<std::string> opened;
    hooks_.window = [&](const auto& file, const auto&, std::optional<i18n::Language> language,
                        const auto&) {
        opened.push_back(file ? file->string() : "nothing");
        opened.emplace_back(language ? i18n::language_code(*language) : "as it was left");
        return 7;
    };
    EXPECT_EQ(run({}).code, 7);
    EXPECT_EQ(run({"--lang", "en", in_folder("a.gpkg")}).code, 7);
    EXPECT_THAT(opened,
                ::testing::ElementsAre("nothing", "as it was left", in_folder("a.gpkg"), "en"));
}

TEST_F(UsageOf, GlobalsMayStandAfterTheCommand) {
    const Answer answer = run({"info", in_folder("tiada.gpkg"), "--lang", "en", "--quiet"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_EQ(answer.error, run({"--lang", "en", "info", in_folder("tiada.gpkg")}).error);
    EXPECT_NE(answer.error, run({"info", in_folder("tiada.gpkg")}).error);
}

TEST_F(UsageOf, ANameWithControlCharactersCannotActOnTheTerminal) {
    const Answer answer = run({"info", in_folder("a\x1b[31m\nb.gpkg")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.error, Not(HasSubstr("\x1b")));
    EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1);
}

TEST_F(UsageOf, WithoutCataloguesTheCodesStillHold) {
    std::ostringstream out;
    std::ostringstream error;
    const Installation nowhere{folder_, folder_, {}};
    EXPECT_EQ(run_command_line({"info"}, nowhere, hooks_, {out, error, false}), 2);
    EXPECT_THAT(error.str(), HasSubstr("cli.usage.missing"));
}

TEST_F(UsageOf, TheParserSpeaksTheChosenLanguage) {
    const Answer help = run({"export", "--help"});
    EXPECT_THAT(help.out, HasSubstr("Pemakaian"));
    EXPECT_THAT(help.out, Not(HasSubstr("Usage")));
    EXPECT_THAT(help.out, Not(HasSubstr("Options")));
    EXPECT_THAT(help.out, Not(HasSubstr("TEXT")));
    EXPECT_THAT(help.out, Not(HasSubstr("Print this help")));
    EXPECT_THAT(run({"export", "a.gpkg", "-o", "a.pdf", "--paper", "b5"}).error,
                HasSubstr("tidak dikenal; pilih a4"));
}

TEST_F(UsageOf, AResultThatDoesNotArriveIsAFailure) {
    std::ofstream full("/dev/full");
    std::ostringstream error;
    EXPECT_EQ(run_command_line({"list", project(), "villages", "--json"}, installation(), hooks_,
                               {full, error, false}),
              1);
    EXPECT_THAT(error.str(), HasSubstr("Hasil tidak tertulis"));
}

// 1 says that nothing was written, and a script would do it twice.
TEST_F(UsageOf, AnEditWhoseAnswerDoesNotArriveIsDone) {
    const std::string path = project();
    std::ofstream full("/dev/full");
    std::ostringstream error;
    EXPECT_EQ(run_command_line({"segments", path, "--character", "1=alam", "--json"},
                               installation(), hooks_, {full, error, false}),
              0);
    EXPECT_THAT(error.str(), HasSubstr("Jangan diulangi"));
    EXPECT_EQ(run({"info", path, "--json"}).json()["revision"].integer(), 1);
}

TEST_F(UsageOf, AnEmptyListAndAnUnknownFileSaySo) {
    const Answer points = run({"list", project(), "points"});
    EXPECT_EQ(points.code, 0);
    EXPECT_EQ(points.out, "Belum ada titik di proyek ini.\n");
    write("kosong.shp", "");
    const Answer answer = run({"inspect", in_folder("kosong.shp")});
    EXPECT_EQ(answer.code, 1);
    EXPECT_THAT(answer.out, Not(IsEmpty()));
}

} // namespace
} // namespace antardesa::cli
