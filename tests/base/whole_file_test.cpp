#include "base/whole_file.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>

namespace antardesa {

namespace {

namespace fs = std::filesystem;

class WholeFiles : public testing::Test {
  protected:
    WholeFiles() {
        std::string name = (fs::temp_directory_path() / "antardesa-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~WholeFiles() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    std::string content(const fs::path& path) const {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
    }
    static mode_t mode(const fs::path& path) {
        struct stat status {};
        ::stat(path.c_str(), &status);
        return status.st_mode & 0777;
    }
    fs::path folder_;
};

TEST_F(WholeFiles, AppearWholeUnderTheirNameAndPrivateBefore) {
    const fs::path target = folder_ / "peta desa.pdf";
    {
        WholeFile file(target);
        EXPECT_EQ(file.path().extension(), ".pdf");
        EXPECT_EQ(mode(file.path()), 0600u);
        std::ofstream(file.path()) << "isi";
        EXPECT_FALSE(fs::exists(target));
        file.put_in_place(false);
    }
    EXPECT_EQ(content(target), "isi");
    const mode_t mask = ::umask(0);
    ::umask(mask);
    EXPECT_EQ(mode(target), 0666u & ~mask);
    EXPECT_EQ(entries(), 1u);
}

TEST_F(WholeFiles, NewOnesRespectThePersonsMask) {
    const mode_t before = ::umask(027);
    {
        WholeFile file(folder_ / "baru.txt");
        std::ofstream(file.path()) << "isi";
        file.put_in_place(false);
    }
    ::umask(before);
    EXPECT_EQ(mode(folder_ / "baru.txt"), 0640u);
}

TEST_F(WholeFiles, LeaveTheOldFileWhenAbandonedOrForbidden) {
    const fs::path target = folder_ / "a.txt";
    write_whole_file(target, "lama");
    ::chmod(target.c_str(), 0600);
    {
        const WholeFile abandoned(target);
        std::ofstream(abandoned.path()) << "baru";
    }
    {
        WholeFile file(target);
        try {
            file.put_in_place(false);
            FAIL() << "overwrote";
        } catch (const FileError& error) {
            EXPECT_EQ(error.reason(), FileError::Reason::exists);
        }
    }
    EXPECT_EQ(content(target), "lama");
    EXPECT_EQ(entries(), 1u);
    write_whole_file(target, "baru");
    EXPECT_EQ(content(target), "baru");
    EXPECT_EQ(mode(target), 0600u) << "who could not read it still cannot";
}

TEST_F(WholeFiles, DoNotReplaceWhatALinkLeadsTo) {
    write_whole_file(folder_ / "jauh.txt", "milik orang");
    fs::create_symlink(folder_ / "jauh.txt", folder_ / "tautan.txt");
    try {
        write_whole_file(folder_ / "tautan.txt", "x");
        FAIL() << "followed the link";
    } catch (const FileError& error) {
        EXPECT_EQ(error.reason(), FileError::Reason::is_link);
        EXPECT_EQ(error.message().key, "base.file_is_link");
    }
    EXPECT_EQ(content(folder_ / "jauh.txt"), "milik orang");
    EXPECT_TRUE(fs::is_symlink(folder_ / "tautan.txt"));
}

TEST_F(WholeFiles, SayWhereTheyCannotBeMade) {
    try {
        write_whole_file(folder_ / "tidak" / "ada.txt", "x");
        FAIL() << "made a folder";
    } catch (const FileError& error) {
        EXPECT_EQ(error.reason(), FileError::Reason::failed);
        EXPECT_EQ(error.message().arguments.at(0), (folder_ / "tidak" / "ada.txt").string());
    }
}

TEST_F(WholeFiles, RemoveOldLeftoversOfOursAndNothingElse) {
    const auto make = [&](const char* name, int hours) {
        std::ofstream(folder_ / name) << "sisa";
        fs::last_write_time(folder_ / name,
                            fs::file_time_type::clock::now() - std::chrono::hours(hours));
    };
    make(".antardesa-aB3xYz.pdf", 2);
    make(".antardesa-aB3xYz", 2);
    make(".antardesa-000000.pdf", 0);
    make(".antardesa-catatan-saya.txt", 2);
    make(".antardesa-aB3", 2);
    make("antardesa-aB3xYz", 2);
    write_whole_file(folder_ / "a.txt", "isi");
    EXPECT_FALSE(fs::exists(folder_ / ".antardesa-aB3xYz.pdf"));
    EXPECT_FALSE(fs::exists(folder_ / ".antardesa-aB3xYz"));
    EXPECT_TRUE(fs::exists(folder_ / ".antardesa-000000.pdf")) << "may be in use";
    EXPECT_TRUE(fs::exists(folder_ / ".antardesa-catatan-saya.txt"));
    EXPECT_TRUE(fs::exists(folder_ / ".antardesa-aB3"));
    EXPECT_TRUE(fs::exists(folder_ / "antardesa-aB3xYz"));
}

TEST_F(WholeFiles, PrivateFoldersAreNewAndClosedToOthers) {
    const fs::path one = make_private_folder();
    const fs::path other = make_private_folder();
    EXPECT_NE(one, other);
    EXPECT_EQ(mode(one), 0700u);
    fs::remove(one);
    fs::remove(other);
}

TEST_F(WholeFiles, PrivateFoldersOfKilledProcessesAreRemoved) {
    const fs::path mine = make_private_folder();
    const std::string me = "-" + std::to_string(::getpid()) + "-";
    const std::string name = mine.filename().string();
    const std::size_t at = name.find(me);
    ASSERT_NE(at, std::string::npos) << name;
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    const auto named = [&](const std::string& process, const std::string& space) {
        return mine.parent_path() / (space + "-" + process + "-abcdef");
    };
    const std::string space = name.substr(0, at);
    const fs::path left = named(std::to_string(child), space);
    const fs::path elsewhere = named(std::to_string(child), space + "1");
    const fs::path no_folder = named(std::to_string(child) + "-x", space);
    for (const fs::path& folder : {left, elsewhere, no_folder})
        fs::create_directory(folder);
    std::ofstream(left / "p.gpkg") << "salinan";
    fs::remove(make_private_folder());
    EXPECT_FALSE(fs::exists(left));
    for (const fs::path& kept : {mine, elsewhere, no_folder}) {
        EXPECT_TRUE(fs::exists(kept)) << kept;
        fs::remove(kept);
    }
}

TEST_F(WholeFiles, SayWhyInTheirOwnWordsAndAboutTheFileMeant) {
    const fs::path target = folder_ / "a.pdf";
    const std::pair<int, const char*> reasons[] = {
        {ENOSPC, "base.full_though_free"}, {EDQUOT, "base.quota_used_up"},
        {EACCES, "base.no_permission"},    {EROFS, "base.read_only_medium"},
        {ENOENT, "base.no_folder"},        {EIO, "base.medium_failed"},
        {EFBIG, "base.file_too_large"},    {ELOOP, "base.cannot_write_file"}};
    for (const auto& [error, key] : reasons) {
        const Message message = cannot_write(target, error, 123456);
        EXPECT_EQ(message.key, key);
        EXPECT_EQ(message.arguments.at(0), target.string()) << key;
    }
    constexpr std::uint64_t too_much = std::uint64_t{1} << 62;
    const Message full = cannot_write(target, ENOSPC, too_much, 1000);
    EXPECT_EQ(full.key, "base.no_space");
    EXPECT_EQ(full.arguments.at(1), std::to_string(too_much));
    EXPECT_GE(std::stoull(full.arguments.at(2)), 1000u) << "what the unfinished file holds is free";
    EXPECT_NE(cannot_write(target, EDQUOT).arguments.at(1), "0") << "no file takes nothing";
    const WholeFile file(target);
    EXPECT_EQ(file.about_target(cannot_write(file.path(), EIO)), cannot_write(target, EIO));
    const Message other{"x", {"anything", target.string()}};
    EXPECT_EQ(file.about_target(other), other);
}

TEST_F(WholeFiles, SayHowMuchSpaceIsThere) {
    EXPECT_TRUE(free_bytes(folder_ / "belum-ada.txt"));
    EXPECT_FALSE(is_on_network(folder_ / "belum-ada.txt"));
    const FileError full(FileError::Reason::no_space, folder_ / "a", EDQUOT, 12345);
    EXPECT_EQ(full.message().key, "base.quota_used_up");
    EXPECT_EQ(full.message().arguments.at(1), "12345");
}

} // namespace

} // namespace antardesa
