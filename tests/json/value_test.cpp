#include "json/value.h"

#include "base/result.h"

#include <gmock/gmock.h>

namespace antardesa::json {
namespace {

std::string error_of(std::string_view text) {
    try {
        parse(text);
    } catch (const Error& error) {
        return debug_text(error.message());
    }
    return "no error";
}

TEST(Value, ReadsEveryKind) {
    const Value v = parse(R"({"a": [1, -2.5, true, null, "x\u00e9"], "b": {"c": 7}})");
    const Array& a = v["a"].array();
    ASSERT_EQ(a.size(), 5U);
    EXPECT_EQ(a[0].integer(), 1);
    EXPECT_DOUBLE_EQ(a[1].number(), -2.5);
    EXPECT_TRUE(a[2].boolean());
    EXPECT_TRUE(a[3].is_null());
    EXPECT_EQ(a[4].string(), "xé");
    EXPECT_EQ(v["b"]["c"].integer(), 7);
}

TEST(Value, AnswersWithFallbacksForOtherKinds) {
    const Value v = parse(R"({"n": 3, "s": "t"})");
    EXPECT_EQ(v["s"].integer(9), 9);
    EXPECT_EQ(v["n"].string("none"), "none");
    EXPECT_DOUBLE_EQ(v["n"].number(), 3.0);
    EXPECT_TRUE(v["absent"].is_null());
    EXPECT_TRUE(v["n"]["deeper"].is_null());
    EXPECT_TRUE(v["s"].array().empty());
    EXPECT_FALSE(v.has("absent"));
}

TEST(Value, MembersKeepTheirOrderAndAreReplaced) {
    Value v;
    v.set("z", 1).set("a", Array{}).set("z", "two");
    EXPECT_EQ(print(v, -1), R"({"z":"two","a":[]})");
}

TEST(Value, PushMakesAnArray) {
    Value v;
    v.push(1).push(2.5).push(Value());
    EXPECT_EQ(print(v, -1), "[1,2.5,null]");
}

TEST(Value, PrintedTextReadsBackEqual) {
    Value v;
    v.set("third", 1.0 / 3).set("big", std::int64_t{9007199254740993}).set("text", "a\"\n\\");
    v.set("nested", Array{Value(true), Value(Object{{"k", Value()}})});
    EXPECT_EQ(parse(print(v)), v);
    EXPECT_EQ(parse(print(v, -1)), v);
}

TEST(Value, BrokenUtf8IsReplacedWhenPrinted) {
    EXPECT_EQ(print(Value("a\xff"), -1), "\"a\xEF\xBF\xBD\"");
}

TEST(Parse, NamesTheLineOfAMistake) {
    EXPECT_EQ(error_of("{\n\"a\": 1,\n}"), "json.malformed(3)");
    EXPECT_EQ(error_of(""), "json.malformed(1)");
    EXPECT_EQ(error_of("[1] 2"), "json.malformed(1)");
}

TEST(Parse, RefusesDuplicateKeys) {
    EXPECT_EQ(error_of("{\"a\": 1,\n\"a\": 2}"), "json.malformed(2)");
}

TEST(Parse, RefusesEndlessNesting) {
    EXPECT_EQ(error_of(std::string(100000, '[')), "json.malformed(1)");
}

} // namespace
} // namespace antardesa::json
