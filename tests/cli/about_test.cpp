#include "shell.h"

#include <regex>

namespace antardesa::cli {

namespace {

using AboutCommand = Shell;

TEST_F(AboutCommand, NamesEveryLibraryThatReadsOrKeepsDataWithItsVersion) {
    const Answer answer = run({"about"});
    EXPECT_EQ(answer.code, 0) << answer.error;
    for (const char* name : {"GDAL", "Expat", "PROJ", "GEOS", "SQLite", "libsodium", "libseccomp",
                             "cairo", "fontconfig", "libpng", "FreeType", "HarfBuzz"})
        EXPECT_TRUE(std::regex_search(
            answer.out, std::regex(std::string("\n  ") + name + " [0-9]+\\.[0-9][^\n]*\\(")))
            << name << " in\n"
            << answer.out;
}

} // namespace

} // namespace antardesa::cli
