#include "project/detail/row_hashes.h"
#include "project/detail/state.h"
#include "project/project_sample.h"
#include "sqlite/database.h"

#include <gmock/gmock.h>

namespace antardesa::project {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class HashTotal : public testing::Test {
  protected:
    HashTotal() { create_sample(path_); }
    std::vector<Finding> findings() const {
        Progress progress;
        return ProjectFile::open(path_, OpenMode::read).check_integrity(progress);
    }
    /// "code subject".
    std::vector<std::string> errors() const {
        std::vector<std::string> found;
        for (const Finding& finding : findings())
            found.push_back(finding.code + " " + finding.subject);
        return found;
    }
    /// As another program would.
    void change(const std::string& sql) const {
        auto other = sqlite::Database::open(path_, sqlite::Access::read_write);
        other.trust_schema();
        detail::register_functions(other);
        other.execute(sql);
    }
    Folder folder_;
    fs::path path_ = folder_ / "p.gpkg";
};

TEST_F(HashTotal, MissesRowsThatWentWithTheirHashes) {
    change("DELETE FROM aset_bersama_hak WHERE id = 1;"
           "DELETE FROM sidik_baris WHERE tabel = 'aset_bersama_hak' AND baris = 1");
    EXPECT_THAT(errors(), ElementsAre("rows_gone aset_bersama_hak"));
    EXPECT_THAT(findings().front().message.arguments, ElementsAre("aset_bersama_hak", "1"));
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        ASSERT_TRUE(file.apply(renaming(file, 1, "A"), by_tester));
    }
    EXPECT_THAT(errors(), ElementsAre("rows_gone aset_bersama_hak"))
        << "not forgotten by the next edit";
    {
        auto file = ProjectFile::open(path_, OpenMode::write);
        Progress progress;
        ASSERT_TRUE(file.accept_changes(by_tester, progress));
        EXPECT_THAT(file.history().front().arguments, ElementsAre("0", "0", "1"));
    }
    EXPECT_THAT(errors(), IsEmpty());
}

TEST_F(HashTotal, FindsARowWhoseHashWasMadeAnew) {
    change("UPDATE desa SET kode = '99.01.10.9999' WHERE id = 1");
    {
        auto database = sqlite::Database::open(path_, sqlite::Access::read_write);
        detail::register_functions(database);
        const detail::HashedTable& table = *detail::hashed_table("desa");
        auto row = database.prepare(detail::select_hashed(table) + " WHERE id = 1");
        ASSERT_TRUE(row.step());
        const auto hash = detail::RowHasher().hash(table, row);
        auto put = database.prepare("UPDATE sidik_baris SET sidik = ?1 WHERE tabel = 'desa'"
                                    " AND baris = 1");
        put.bind(1, std::span<const std::uint8_t>(hash));
        put.run();
    }
    EXPECT_THAT(errors(), ElementsAre("hashes_changed desa"));
}

} // namespace

} // namespace antardesa::project
