#include "project/stored_copy.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::IsEmpty;

/// Written by the program of schema 6: two villages, their boundary's state and character, an undo
/// of the latter.
class StoredSchema6 : public StoredCopy {
  protected:
    StoredSchema6() : StoredCopy("skema6.gpkg") {}
    model::BoundarySegment segment() const {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        return std::get<model::Table<model::BoundarySegment>>(read_all(file))[0];
    }
};

TEST_F(StoredSchema6, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 6);
        EXPECT_FALSE(std::get<model::Table<model::Village>>(read_all(file))[0].formed);
    }
    EXPECT_EQ(segment().workflow, model::BoundaryWorkflow::none);
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema6, KeepsItsHistoryThatCanBeTakenBackAndForth) {
    { EXPECT_EQ(ProjectFile::open(path_, OpenMode::write).version(), schema_version); }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(segment().character, model::LineCharacter::none);
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
    }
    EXPECT_EQ(segment().character, model::LineCharacter::natural);
    EXPECT_EQ(segment().state, model::SegmentState::tracing);
    EXPECT_THAT(damage(), IsEmpty());
}

TEST_F(StoredSchema6, WhatIsEditedAfterTheMigrationCanBeTakenBack) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    model::BoundarySegment changed =
        std::get<model::Table<model::BoundarySegment>>(read_all(file))[0];
    changed.workflow = model::BoundaryWorkflow::demarcation;
    ASSERT_TRUE(file.apply(
        {{"edit.workflow", {}}, {model::Put<model::BoundarySegment>{changed}}, {}}, by_tester));
    const auto undone = file.undo(by_tester);
    ASSERT_TRUE(undone) << undone.refusal().message.key;
    EXPECT_EQ(std::get<model::Table<model::BoundarySegment>>(read_all(file))[0].workflow,
              model::BoundaryWorkflow::none);
}

/// Written by the program of schema 7: two villages, a document, a body with a member, an asset
/// with care; a boundary's character, taken back.
class StoredSchema7 : public StoredCopy {
  protected:
    StoredSchema7() : StoredCopy("skema7.gpkg") {}
};

TEST_F(StoredSchema7, IsLookedAtAsItIs) {
    const std::string before = bytes_of(path_);
    {
        const auto file = ProjectFile::open(path_, OpenMode::read);
        EXPECT_EQ(file.version(), 7);
        EXPECT_EQ(std::get<model::Table<model::Document>>(read_all(file))[0].citations, "");
    }
    EXPECT_THAT(damage(), IsEmpty());
    EXPECT_EQ(bytes_of(path_), before);
}

TEST_F(StoredSchema7, KeepsWhatADocumentCitesOnceMigrated) {
    auto file = ProjectFile::open(path_, OpenMode::write);
    EXPECT_EQ(file.version(), schema_version);
    ASSERT_TRUE(file.redo(by_tester)) << "a changeset of rows that had fewer columns";
    auto tables = read_all(file);
    model::Document paper = std::get<model::Table<model::Document>>(tables)[0];
    paper.citations = "Undang-Undang Nomor 6 Tahun 2014\nPermendagri Nomor 45 Tahun 2016";
    file.apply({{"edit.document", {}}, {model::Put<model::Document>{paper}}, {}}, by_tester);
    const auto kept = [&] {
        return std::get<model::Table<model::Document>>(read_all(file))[0].citations;
    };
    EXPECT_EQ(kept(), paper.citations);
    Progress progress;
    EXPECT_THAT(file.check_integrity(progress), IsEmpty());
    const auto undone = file.undo(by_tester);
    ASSERT_TRUE(undone) << undone.refusal().message.key;
    EXPECT_EQ(kept(), "");
}

} // namespace

} // namespace antardesa::project
