#include "base/message.h"
#include "base/result.h"

#include <gtest/gtest.h>

using namespace antardesa;

TEST(Message, FillsPlaceholdersLiterally) {
    EXPECT_EQ(fill_placeholders("{0} dan {1}", {"A", "B"}), "A dan B");
    EXPECT_EQ(fill_placeholders("{1}{0}{1}", {"{1}", "%s"}), "%s{1}%s");
}

TEST(Message, KeepsWhatHasNoArgument) {
    EXPECT_EQ(fill_placeholders("{0} {2} {x} {", {"A"}), "A {2} {x} {");
    EXPECT_EQ(fill_placeholders("{{0}", {"A"}), "{0}");
}

TEST(Message, HasATextForLogs) {
    EXPECT_EQ(debug_text({"io.missing_crs", {"desa.shp", "49S"}}), "io.missing_crs(desa.shp, 49S)");
    EXPECT_EQ(debug_text({"base.none", {}}), "base.none()");
}

TEST(Result, HoldsAValueOrARefusal) {
    const Result<int> value(3);
    ASSERT_TRUE(value);
    EXPECT_EQ(value.value(), 3);
    const Result<int> refused(Refusal{{"model.no", {"x"}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().message.key, "model.no");
}
