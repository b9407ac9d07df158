#include "project/project_sample.h"
#include "sqlite/database.h"

#include <algorithm>
#include <random>

namespace antardesa::project {

namespace {

/// Everything that a person entered and the history of it, as text; "" when it cannot be read.
std::string whole_content(const fs::path& path) {
    try {
        std::string text = content_dump(path);
        const auto database = sqlite::Database::open(path, sqlite::Access::immutable);
        auto rows = database.prepare("SELECT * FROM riwayat ORDER BY revisi");
        while (rows.step())
            for (int i = 0; i < rows.column_count(); ++i) {
                const auto bytes = rows.blob(i);
                text += rows.is_text(i) ? std::string(rows.text(i))
                                        : std::string(bytes.begin(), bytes.end());
                text += "|" + std::to_string(rows.is_number(i) ? rows.real(i) : 0);
            }
        return text;
    } catch (const std::exception&) {
        return {};
    }
}

/// Changes 1 to 40 bytes anywhere in the file.
std::string flipped(std::string bytes, std::mt19937& random) {
    const std::size_t flips = 1 + random() % 40;
    for (std::size_t i = 0; i < flips; ++i)
        bytes[random() % bytes.size()] ^= static_cast<char>(1 + random() % 255);
    return bytes;
}

/// What opening, reading and the check of hashes say about the file.
bool is_noticed(const fs::path& path) {
    try {
        const auto file = ProjectFile::open(path, OpenMode::read);
        Progress progress;
        std::vector<Finding> findings;
        file.read(findings, progress);
        const auto damage = file.check_integrity(progress);
        findings.insert(findings.end(), damage.begin(), damage.end());
        return !findings.empty();
    } catch (const Error&) {
        return true;
    }
}

TEST(BitFlips, AreNoticedOrHarmless) {
    const Folder folder;
    const fs::path path = folder / "p.gpkg";
    {
        auto file = create_sample(path);
        for (int i = 0; i < 5; ++i)
            ASSERT_TRUE(file.apply(renaming(file, 2, "Nama " + std::to_string(i)), by_tester));
        ASSERT_TRUE(file.undo(by_tester));
    }
    ASSERT_FALSE(is_noticed(path)) << "the sound file is held for damaged";
    const std::string sound = bytes_of(path);
    const std::string content = whole_content(path);
    const int seeds = asked_for("ANTARDESA_BIT_FLIPS", 200);
    int noticed = 0;
    int harmless = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        write_bytes(path, flipped(sound, random));
        if (is_noticed(path)) {
            ++noticed;
            continue;
        }
        const bool equal = whole_content(path) == content;
        harmless += equal;
        EXPECT_TRUE(equal) << "seed " << seed << ": content differs and nothing was said";
    }
    std::printf("  %d seeds: %d noticed, %d harmless, %d missed\n", seeds, noticed, harmless,
                seeds - noticed - harmless);
    EXPECT_GT(noticed, 0);
}

} // namespace

} // namespace antardesa::project
