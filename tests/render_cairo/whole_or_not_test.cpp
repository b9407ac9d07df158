#include "drawings.h"

#include "base/result.h"
#include "render_cairo/paper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace antardesa::render_cairo {
namespace {

using namespace test;

const PaperMetadata metadata{"T", "A", {}};

void write_to(const std::filesystem::path& path) {
    Progress progress;
    const std::vector pages{small_drawing()};
    write_pdf(path, pages, {}, metadata, progress);
}

Message refusal_of(const std::filesystem::path& path) {
    try {
        write_to(path);
    } catch (const Error& error) {
        return error.message();
    }
    return {};
}

TEST(WholeOrNot, AFolderThatIsNotThere) {
    const Scratch scratch;
    const auto path = scratch / "absent" / "a.pdf";
    const Message message = refusal_of(path);
    EXPECT_EQ(message.key, "base.no_folder");
    ASSERT_EQ(message.arguments.size(), 2U);
    EXPECT_EQ(message.arguments[0], path.string());
    EXPECT_EQ(message.arguments[1], path.parent_path().string());
    EXPECT_EQ(scratch.entries(), 0);
}

TEST(WholeOrNot, AFolderThatMayNotBeWritten) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    const Scratch scratch;
    std::filesystem::permissions(scratch.path(), std::filesystem::perms::owner_read |
                                                     std::filesystem::perms::owner_exec);
    EXPECT_EQ(refusal_of(scratch / "a.pdf").key, "base.no_permission");
    EXPECT_EQ(scratch.entries(), 0);
}

TEST(WholeOrNot, AFolderInTheFilesPlace) {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "a.pdf");
    EXPECT_EQ(refusal_of(scratch / "a.pdf").key, "base.folder_in_its_place");
    EXPECT_EQ(scratch.entries(), 1);
}

TEST(WholeOrNot, ADiskThatIsFullLeavesTheOldFile) {
    const Scratch scratch;
    std::ofstream(scratch / "a.pdf") << "old";
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{512, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tiny);
    const Message message = refusal_of(scratch / "a.pdf");
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, previous);
    EXPECT_EQ(message.key, "base.file_too_large");
    EXPECT_EQ(message.arguments.at(0), (scratch / "a.pdf").string());
    EXPECT_EQ(content(scratch / "a.pdf"), "old");
    EXPECT_EQ(scratch.entries(), 1);
}

TEST(WholeOrNot, ReplacesAndKeepsTheModeTheOldFileHad) {
    const Scratch scratch;
    std::ofstream(scratch / "a.pdf") << "old";
    ::chmod((scratch / "a.pdf").c_str(), 0640);
    write_to(scratch / "a.pdf");
    EXPECT_EQ(content(scratch / "a.pdf").substr(0, 5), "%PDF-");
    struct stat found {};
    ::stat((scratch / "a.pdf").c_str(), &found);
    EXPECT_EQ(found.st_mode & 0777, 0640U);
    EXPECT_EQ(scratch.entries(), 1);
}

TEST(WholeOrNot, ANewFileObeysTheUmask) {
    const Scratch scratch;
    const mode_t before = ::umask(027);
    write_to(scratch / "a.pdf");
    ::umask(before);
    struct stat found {};
    ::stat((scratch / "a.pdf").c_str(), &found);
    EXPECT_EQ(found.st_mode & 0777, 0640U);
}

TEST(WholeOrNot, ALinkIsFollowed) {
    const Scratch scratch;
    std::filesystem::create_directory(scratch / "real");
    std::ofstream(scratch / "real" / "a.pdf") << "old";
    std::filesystem::create_symlink("real/a.pdf", scratch / "link.pdf");
    write_to(scratch / "link.pdf");
    EXPECT_TRUE(std::filesystem::is_symlink(scratch / "link.pdf"));
    EXPECT_EQ(content(scratch / "real" / "a.pdf").substr(0, 5), "%PDF-");
}

TEST(WholeOrNot, AFontThatIsGoneIsSaid) {
    const Scratch scratch;
    cartography::Drawing page = small_drawing();
    cartography::TextMark mark = text_mark({1, 1}, "x");
    mark.run.font_file = "/nowhere/font.otf";
    page.groups[0].marks.push_back(mark);
    Progress progress;
    try {
        write_png(scratch / "a.png", page, 50, progress);
        FAIL() << "written without its font";
    } catch (const Error& error) {
        EXPECT_THAT(error.message().arguments.at(1), testing::HasSubstr("/nowhere/font.otf"));
    }
    EXPECT_EQ(scratch.entries(), 0);
}

} // namespace
} // namespace antardesa::render_cairo
