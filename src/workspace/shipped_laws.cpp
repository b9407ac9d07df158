#include "workspace/shipped_laws.h"

#include "base/text.h"
#include "workspace/data_file.h"
#include "json/value.h"

namespace antardesa::workspace {

namespace {

using model::LegalBasis;

std::optional<Date> day_of(const json::Value& entry, const char* name) {
    return entry.has(name) ? parse_date(entry[name].string()) : std::nullopt;
}

LegalBasis law_from(const json::Value& entry) {
    LegalBasis law;
    law.kind = entry["jenis"].string();
    law.number = entry["nomor"].string();
    law.year = static_cast<int>(entry["tahun"].integer());
    law.title = entry["judul"].string();
    law.in_force_since = day_of(entry, "berlaku_sejak");
    law.revoked_since = day_of(entry, "dicabut_sejak");
    if (entry.has("dicabut_oleh"))
        law.revoked_by = entry["dicabut_oleh"].string();
    return law;
}

} // namespace

void add_shipped_laws(ImportPlan& plan, const std::filesystem::path& data_folder) {
    auto& laws = std::get<model::Table<LegalBasis>>(plan.tables);
    if (!plan.creates_project || plan.needs_crs || plan.needs_columns || laws.size() > 0)
        return;
    const json::Value document =
        json::parse(data_text(data_folder / shipped_laws_file, "workspace.laws.unreadable"));
    for (const json::Value& entry : document["dasar_hukum"].array()) {
        LegalBasis law = law_from(entry);
        law.id = laws.next_id();
        laws.put(std::move(law));
    }
}

} // namespace antardesa::workspace
