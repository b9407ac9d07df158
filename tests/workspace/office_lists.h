#pragma once

#include "workspace/office_list.h"
#include "workspace/register_import.h"

#include <gtest/gtest.h>

namespace antardesa::workspace::testing {

/// Three villages of one kecamatan, and lists that name them.
class OfficeLists : public ::testing::Test {
  protected:
    OfficeLists() {
        std::get<model::Table<model::District>>(tables_).put(
            {{1}, "99.01.01", "Tanjungasri", "Contoh"});
        for (const char* name : {"Mekarsari", "Sukamaju", "Wonokencana"}) {
            model::Village village;
            village.id = std::get<model::Table<model::Village>>(tables_).next_id();
            village.name = name;
            village.code = "99.01.01.200" + std::to_string(village.id.value);
            village.district = {1};
            std::get<model::Table<model::Village>>(tables_).put(village);
        }
    }
    std::shared_ptr<const model::Atlas> atlas() const {
        Progress progress;
        return model::Atlas::build({}, tables_, 1, progress);
    }
    static io::Table csv(const std::string& text) {
        return io::parse_csv(text, "/x/Daftar 2025.csv");
    }
    OfficeList read(const std::string& text, const OfficeChoices& choices = {},
                    OfficeKind kind = OfficeKind::agreements) const {
        OfficeList list = read_office_list(*atlas(), csv(text), choices);
        EXPECT_EQ(list.kind, kind);
        return list;
    }
    /// The tables after the list is laid.
    model::TableSet laid(const OfficeList& list, std::vector<Finding>& findings) const {
        const auto before = atlas();
        ImportDraft draft(before.get());
        findings = lay_registers(draft, list.registers);
        return draft.tables();
    }
    static std::vector<std::string> codes(const std::vector<Finding>& findings) {
        std::vector<std::string> all;
        for (const Finding& finding : findings)
            all.push_back(finding.code);
        return all;
    }
    model::TableSet tables_;
};

} // namespace antardesa::workspace::testing
