#include "crs/crs.h"
#include "crs/crs_text.h"

#include <gtest/gtest.h>

#include <string>

using namespace antardesa::crs;

TEST(JudgeText, TakesPlainSystemsOnly) {
    EXPECT_EQ(judge_text(wgs84().wkt()), TextVerdict::harmless);
    EXPECT_EQ(judge_text("PROJCS[\"OSGB / British National Grid\"]"), TextVerdict::harmless);
    EXPECT_EQ(judge_text(" \n"), TextVerdict::empty);
    for (const char* text :
         {"GEOGCS[\"x\",EXTENSION[\"PROJ4\",\"+nadgrids=/etc/passwd\"]]", "http://127.0.0.1:9/x",
          "+proj=longlat", "+init=epsg:4326", "PARAMETERFILE[\"a\",\"b.gsb\"]", "/etc/passwd",
          "\\\\server\\x", "@x", "\xff\xfe"})
        EXPECT_EQ(judge_text(text), TextVerdict::refused) << text;
}

TEST(JudgeText, BoundsLengthAndDepth) {
    EXPECT_EQ(judge_text(std::string(50000, '[')), TextVerdict::refused);
    EXPECT_EQ(judge_text(std::string(70000, 'x')), TextVerdict::refused);
    EXPECT_FALSE(Crs::from_wkt(std::string(50000, '[')));
}
