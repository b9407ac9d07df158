#include "project/project_sample.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::ElementsAre;

std::vector<std::int64_t> revisions(const ProjectFile& file) {
    std::vector<std::int64_t> found;
    for (const auto& entry : file.history())
        found.push_back(entry.revision);
    return found;
}

TEST(ProjectEdits, ApplyUndoAndRedoAcrossReopening) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    create_sample(path);
    const std::string first = content_dump(path);
    std::string second;
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        EXPECT_FALSE(file.can_undo()) << "the import stays";
        const auto revision = file.apply(renaming(file, 1, "Mekarsari"), by_tester);
        ASSERT_TRUE(revision);
        EXPECT_EQ(revision.value(), 1);
        EXPECT_TRUE(file.can_undo());
    }
    second = content_dump(path);
    EXPECT_NE(first, second);
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        ASSERT_TRUE(file.can_undo());
        ASSERT_TRUE(file.undo(by_tester));
        EXPECT_FALSE(file.can_undo());
    }
    EXPECT_EQ(content_dump(path), first);
    {
        auto file = ProjectFile::open(path, OpenMode::write);
        ASSERT_TRUE(file.can_redo());
        ASSERT_TRUE(file.redo(by_tester));
        EXPECT_FALSE(file.can_redo());
        EXPECT_EQ(file.revision(), 3);
    }
    EXPECT_EQ(content_dump(path), second);
    auto file = ProjectFile::open(path, OpenMode::write);
    ASSERT_TRUE(file.undo(by_tester)) << "a redo can be undone again";
    EXPECT_THAT(revisions(file), ElementsAre(4, 3, 2, 1, 0));
    EXPECT_TRUE(file.history()[3].undone);
}

} // namespace

} // namespace antardesa::project
