#include "model/boundary_codes.h"

#include <gtest/gtest.h>

#include <set>

namespace antardesa::model {

namespace {

template<class Enum>
class CodesTest : public testing::Test {};

using Enums =
    testing::Types<VillageKind, SpecialAreaKind, Branch, CooperationKind, Field, CurrentField,
                   Stage, StageGroup, EndReason, SegmentLevel, SegmentState, SegmentGroup,
                   DisputeState, Facilitator, AssetKind, AssetCondition, HolderKind, BodyElement,
                   Gender, ThirdPartyKind, EnterpriseState, ReferenceKind, FlawKind, Severity,
                   topology::RingFault, ExceptionReason, PointMarker, LineCharacter>;
TYPED_TEST_SUITE(CodesTest, Enums);

TYPED_TEST(CodesTest, GoThereAndBackInTheOrderOfTheEnum) {
    std::set<std::string_view> seen;
    int expected = 0;
    for (const auto& entry : Codes<TypeParam>::list) {
        EXPECT_EQ(static_cast<int>(entry.value), expected++);
        EXPECT_EQ(code_of(entry.value), entry.code);
        EXPECT_EQ(from_code<TypeParam>(entry.code), entry.value);
        EXPECT_TRUE(seen.insert(entry.code).second) << entry.code;
        EXPECT_EQ(entry.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"),
                  std::string_view::npos);
    }
    EXPECT_EQ(from_code<TypeParam>("bukan kode"), std::nullopt);
}

} // namespace

} // namespace antardesa::model
