#include "workspace/attachment.h"

#include "grid_file.h"

#include <fstream>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace antardesa::workspace {
namespace {

using namespace testing;

std::shared_ptr<const model::Atlas> atlas_of(model::TableSet tables) {
    Progress progress;
    return model::Atlas::build({}, std::move(tables), 1, progress);
}

class Attachments : public ::testing::Test {
  protected:
    Attachments() {
        std::get<model::Table<model::Document>>(tables_).put(
            {{3}, "peta", "7/2024", std::nullopt, "Peta Desa Mekarsari", "BIG", "", ""});
        std::ofstream(file(), std::ios::binary) << std::string("%PDF\0\xff", 6);
    }
    fs::path file() const { return folder_ / "Peta Lama.PDF"; }
    /// The message key when it is refused.
    std::string attach(const AttachFile& request) {
        const auto edit = attach_file(*atlas_of(tables_), request);
        if (!edit)
            return edit.refusal().message.key;
        tables_ = model::applied(tables_, edit.value());
        return edit.value().name.key;
    }
    TemporaryFolder folder_;
    model::TableSet tables_;
};

TEST_F(Attachments, KeepTheBytesAndGiveThemBack) {
    ASSERT_EQ(attach({{3}, file(), "parit batas", false}), "edit.attach");
    const auto atlas = atlas_of(tables_);
    const auto rows = atlas->attachments({3});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0]->name, "Peta Lama.PDF");
    EXPECT_EQ(rows[0]->media_type, "application/pdf");
    const auto written = write_attachment(*atlas, rows[0]->id, folder_ / "keluar.pdf");
    ASSERT_TRUE(written);
    std::ifstream in(folder_ / "keluar.pdf", std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), std::string("%PDF\0\xff", 6));
    EXPECT_EQ(attach({{3}, file(), "", false}), "workspace.attachment.already");
}

TEST_F(Attachments, ALinkKeepsOnlyThePlace) {
    ASSERT_EQ(attach({{3}, file(), "", true}), "edit.attach");
    const auto atlas = atlas_of(tables_);
    const model::Attachment& row = *atlas->attachments({3})[0];
    EXPECT_FALSE(row.content);
    EXPECT_EQ(row.link, file().string());
    const auto written = write_attachment(*atlas, row.id, folder_ / "keluar.pdf");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.refusal().message.key, "workspace.attachment.only_link");
    EXPECT_FALSE(fs::exists(folder_ / "keluar.pdf"));
}

TEST_F(Attachments, WhatCannotBeKeptIsRefused) {
    EXPECT_EQ(attach({{9}, file(), "", false}), "workspace.attachment.no_document");
    EXPECT_EQ(attach({{3}, folder_ / "tiada.pdf", "", false}), "workspace.attachment.no_file");
    EXPECT_EQ(attach({{3}, folder_ / "", "", false}), "workspace.attachment.no_file");
    const fs::path large = folder_ / "besar.tif";
    { std::ofstream(large) << ' '; }
    fs::resize_file(large, largest_attachment + 1);
    EXPECT_EQ(attach({{3}, large, "", false}), "workspace.attachment.too_large");
    EXPECT_EQ(attach({{3}, large, "", true}), "edit.attach") << "a link has no size";
    EXPECT_EQ(write_attachment(*atlas_of(tables_), {99}, folder_ / "x").refusal().message.key,
              "workspace.attachment.unknown");
}

TEST_F(Attachments, WhatALinkLeadsToIsNotTaken) {
    const fs::path link = folder_ / "surat.pdf";
    fs::create_symlink(file(), link);
    EXPECT_EQ(attach({{3}, link, "", false}), "workspace.attachment.is_link");
    EXPECT_EQ(attach({{3}, link, "", true}), "edit.attach") << "nothing of it is read";
    const fs::path pipe = folder_ / "pipa.pdf";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(attach({{3}, pipe, "", false}), "workspace.attachment.no_file");
    EXPECT_EQ(attach({{3}, "/dev/zero", "", false}), "workspace.attachment.no_file");
}

TEST_F(Attachments, DocumentsAreFoundByTheWordsOfTheirFiles) {
    ASSERT_EQ(attach({{3}, file(), "parit batas", false}), "edit.attach");
    const auto atlas = atlas_of(tables_);
    const model::Document& document = *atlas->find(Id<model::Document>{3});
    EXPECT_TRUE(says_words(*atlas, document, ""));
    EXPECT_TRUE(says_words(*atlas, document, "PARIT mekarsari"));
    EXPECT_TRUE(says_words(*atlas, document, "lama.pdf 7/2024 big"));
    EXPECT_FALSE(says_words(*atlas, document, "parit sungai"));
}

} // namespace
} // namespace antardesa::workspace
