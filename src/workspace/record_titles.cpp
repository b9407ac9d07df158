#include "workspace/record_fields.h"
#include "workspace/record_row_type.h"
#include "workspace/words.h"

namespace antardesa::workspace {

namespace {

std::string joined(const std::string& first, const std::string& second) {
    return second.empty() ? first : first.empty() ? second : first + " · " + second;
}

std::string title_of(const model::Atlas&, const model::Agreement& row) {
    return joined(row.number, row.title);
}
std::string title_of(const model::Atlas& atlas, const model::Document& row) {
    return document_text(atlas, row.id);
}
std::string title_of(const model::Atlas&, const model::ThirdParty& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::CooperationBody& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::JointEnterprise& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::SharedAsset& row) {
    return row.name;
}
std::string title_of(const model::Atlas& atlas, const model::BodyMember& row) {
    return joined(joined(row.person, row.office), village_name(atlas, row.village));
}
std::string title_of(const model::Atlas& atlas, const model::EnterpriseCapital& row,
                     const i18n::Catalogue* language) {
    const std::string title = row.village ? village_name(atlas, row.village) : row.outside_village;
    return language && row.amount_rupiah > 0 ? joined(title, language->rupiah(row.amount_rupiah))
                                             : title;
}
std::string title_of(const model::Atlas& atlas, const model::AgreementParty& row) {
    const model::ThirdParty* third = atlas.find(row.third_party);
    const std::string name = row.village ? village_name(atlas, row.village)
                             : third     ? third->name
                                         : row.outside_village;
    return joined(name, row.role);
}
/// A code as the language calls it; without one as it is stored.
std::string said(const char* list, std::string_view code, const i18n::Catalogue* language) {
    return language && !code.empty()
               ? language->text("code." + std::string(list) + "." + std::string(code))
               : std::string(code);
}
std::string title_of(const model::Atlas& atlas, const model::AssetShare& row,
                     const i18n::Catalogue* language) {
    const std::string title =
        joined(row.village ? village_name(atlas, row.village) : row.holder_name,
               said("holder_kind", model::code_of(row.holder), language));
    return language && row.percent ? joined(title, language->number(*row.percent, 2) + " %")
                                   : title;
}

std::string day_text(const std::optional<Date>& day) {
    if (!day)
        return {};
    const std::string iso = iso_text(*day);
    return iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4);
}
std::string title_of(const model::Atlas& atlas, const model::BoundaryDispute& row) {
    return joined(row.number, pair_name(atlas, row.first, row.second));
}
std::string title_of(const model::Atlas& atlas, const model::BoundarySubject& row) {
    const model::BoundarySegment* segment = atlas.find(row.segment);
    const model::BoundaryDispute* dispute = atlas.find(row.dispute);
    return joined(segment ? pair_name(atlas, segment->first, segment->second) : std::string(),
                  dispute ? title_of(atlas, *dispute) : std::string());
}
std::string title_of(const model::Atlas& atlas, const model::Meeting& row) {
    return joined(joined(day_text(row.date), row.agenda.empty() ? row.place : row.agenda),
                  row.village ? village_name(atlas, row.village) : std::string());
}
std::string title_of(const model::Atlas& atlas, const model::Funding& row,
                     const i18n::Catalogue* language) {
    const model::ThirdParty* third = atlas.find(row.third_party);
    const std::string title =
        joined(row.year ? std::to_string(*row.year) : std::string(),
               row.village ? village_name(atlas, row.village)
               : third     ? third->name
                           : said("funding_source", model::code_of(row.source), language));
    return language && row.planned_rupiah ? joined(title, language->rupiah(*row.planned_rupiah))
                                          : title;
}
std::string title_of(const model::Atlas&, const model::Report& row) {
    return joined(row.period, day_text(row.handed_in ? row.handed_in : row.due));
}
std::string title_of(const model::Atlas&, const model::Problem& row) {
    return joined(day_text(row.date), row.description);
}
std::string title_of(const model::Atlas&, const model::Evaluation& row) {
    return joined(day_text(row.date), row.evaluator);
}
std::string title_of(const model::Atlas&, const model::BodyActivity& row) {
    return joined(row.year ? std::to_string(*row.year) : day_text(row.date), row.description);
}
std::string title_of(const model::Atlas&, const model::AssetCare& row,
                     const i18n::Catalogue* language) {
    return joined(joined(day_text(row.date), said("care_kind", model::code_of(row.kind), language)),
                  row.description);
}
std::string title_of(const model::Atlas&, const model::LocalStep& row) {
    return row.name;
}
std::string title_of(const model::Atlas& atlas, const model::CaseSegment& row) {
    const model::BoundarySegment* segment = atlas.find(row.segment);
    return segment ? pair_name(atlas, segment->first, segment->second) : std::string();
}
std::string title_of(const model::Atlas& atlas, const model::Signatory& row) {
    return joined(joined(row.name, row.office),
                  row.village ? village_name(atlas, row.village) : std::string());
}
std::string title_of(const model::Atlas& atlas, const model::Evidence& row) {
    return joined(joined(row.title, row.year ? std::to_string(*row.year) : std::string()),
                  row.village ? village_name(atlas, row.village) : std::string());
}
std::string title_of(const model::Atlas&, const model::Attachment& row) {
    return row.name;
}
std::string title_of(const model::Atlas& atlas, const model::VillageAlias& row) {
    return joined(row.name, village_name(atlas, row.village));
}
std::string title_of(const model::Atlas&, const model::ColumnMeaning& row) {
    return joined(row.column, row.field);
}

} // namespace

std::string record_title(const model::Atlas& atlas, RecordKey key,
                         const i18n::Catalogue* language) {
    return with_row_type(key.kind, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        const Row* row = atlas.find(Id<Row>{key.id});
        if (!row)
            return std::string();
        if constexpr (requires { title_of(atlas, *row, language); })
            return title_of(atlas, *row, language);
        else
            return title_of(atlas, *row);
    });
}

} // namespace antardesa::workspace
