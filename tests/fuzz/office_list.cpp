// Lists as offices keep them: no name is taken or left without a decision, and what is read can be
// laid as registers. The first byte says whether unknown names are left out and what it is about.
#include "workspace/office_list.h"
#include "base/result.h"
#include "fuzz/harness.h"
#include "io/table_reader.h"
#include "workspace/register_import.h"

#include <algorithm>

using namespace antardesa;

namespace {

std::shared_ptr<const model::Atlas> small_atlas() {
    model::TableSet tables;
    std::get<model::Table<model::District>>(tables).put({{1}, "99.01.01", "Tanjungasri", "Contoh"});
    for (const char* name : {"Mekarsari", "Sukamaju", "Sukamaju Timur", "Wonokencana II"}) {
        model::Village village;
        village.id = std::get<model::Table<model::Village>>(tables).next_id();
        village.name = name;
        village.code = "99.01.01.200" + std::to_string(village.id.value);
        village.district = {1};
        std::get<model::Table<model::Village>>(tables).put(village);
    }
    Progress progress;
    return model::Atlas::build({}, tables, 1, progress);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    static const auto atlas = small_atlas();
    try {
        const io::Table table = io::parse_csv(fuzz::text_of(data + 1, size - 1), "/x/Daftar.csv");
        workspace::OfficeChoices choices;
        choices.leave_unknown = (data[0] & 1U) != 0;
        // As its titles tell, or as a person says.
        const std::size_t said = (data[0] >> 1U) % (workspace::office_kinds().size() + 1);
        if (said > 0)
            choices.lists[""] = workspace::name_of(workspace::office_kinds()[said - 1]);
        const workspace::OfficeList read = workspace::read_office_list(*atlas, table, choices);
        const workspace::OfficeList* list = &read;
        if (list->kind == workspace::OfficeKind::none)
            return 0;
        fuzz::require(list->missing.empty() || list->registers.empty(),
                      "what lacks a column becomes nothing");
        fuzz::require(!choices.leave_unknown || list->open_names == 0, "left names are not open");
        const auto undecided = std::count_if(
            list->names.begin(), list->names.end(), [](const workspace::OfficeName& name) {
                return !name.decided && name.match.band != workspace::MatchBand::sure;
            });
        fuzz::require(choices.leave_unknown ||
                          list->open_names == static_cast<std::size_t>(undecided),
                      "every name that is not sure is open");
        workspace::ImportDraft draft(atlas.get());
        static_cast<void>(workspace::lay_registers(draft, list->registers));
        const auto laid = std::get<model::Table<model::Agreement>>(draft.tables()).size() +
                          std::get<model::Table<model::SharedAsset>>(draft.tables()).size() +
                          std::get<model::Table<model::CooperationBody>>(draft.tables()).size() +
                          std::get<model::Table<model::JointEnterprise>>(draft.tables()).size();
        fuzz::require(laid <= list->entries, "nothing out of nothing");
    } catch (const Error&) {
    }
    return 0;
}
