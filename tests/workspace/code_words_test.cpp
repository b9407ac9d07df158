#include "workspace/code_words.h"

#include "running.h"
#include "workspace/edit_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class CodeWords : public ::testing::Test {
  protected:
    std::string said(bool in_city, std::string_view list, std::string_view code) const {
        return Words(language_, *given_.styles, Date{}, false, in_city).code_name(list, code);
    }

    Environment given_ = testing::test_environment();
    i18n::Catalogue language_{i18n::Language::indonesian, given_.languages_folder};
};

TEST_F(CodeWords, WhatTheBupatiDoesTheWaliKotaDoesInAKota) {
    EXPECT_EQ(said(false, "segment_state", "perbup"), "ditetapkan dengan Peraturan Bupati");
    EXPECT_EQ(said(true, "segment_state", "perbup"), "ditetapkan dengan Peraturan Wali Kota");
    EXPECT_EQ(said(true, "facilitator", "bupati"), "Wali Kota");
    EXPECT_EQ(said(true, "dispute_state_short", "keputusan_bupati"), "menunggu Perwali");
    EXPECT_EQ(said(true, "dispute_state", "sepakat"), said(false, "dispute_state", "sepakat"));
    EXPECT_EQ(said(true, "facilitator", ""), "");
}

TEST_F(CodeWords, NoListOfAKotaNamesTheBupati) {
    for (const auto& entry : model::Codes<model::DisputeState>::list)
        for (const char* list : {"dispute_state", "dispute_state_short"}) {
            EXPECT_THAT(said(true, list, entry.code), Not(HasSubstr("Bupati"))) << entry.code;
            EXPECT_THAT(said(true, list, entry.code), Not(HasSubstr("Perbup"))) << entry.code;
        }
    for (const auto& entry : model::Codes<model::SegmentState>::list)
        for (const char* list : {"segment_state", "segment_state_title"}) {
            EXPECT_THAT(said(true, list, entry.code), Not(HasSubstr("Bupati"))) << entry.code;
            EXPECT_THAT(said(true, list, entry.code), Not(HasSubstr("Perbup"))) << entry.code;
        }
}

TEST_F(CodeWords, TheHistoryOfAKotaSpeaksOfItsWaliKota) {
    const Message name{"edit.advance_dispute", {"Asri", "Maju", "selesai_perbup"}};
    EXPECT_THAT(edit_text(name, language_), HasSubstr("Peraturan Bupati"));
    EXPECT_THAT(edit_text(name, language_, true), HasSubstr("Peraturan Wali Kota"));
}

} // namespace
} // namespace antardesa::workspace
