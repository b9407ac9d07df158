#include "workspace/finding_exception.h"

#include "workspace/entered_document.h"

namespace antardesa::workspace {

namespace {

std::optional<Refusal> if_to_come(const char* key, const std::optional<Date>& date, Date today) {
    if (!date || *date <= today)
        return std::nullopt;
    return Refusal{{key, {iso_text(*date)}}};
}

} // namespace

Result<model::Edit> allow_finding(const model::Atlas& atlas, const AllowRequest& request,
                                  Date today) {
    model::AllowStrip stay = request.stay;
    if (!stay.date)
        stay.date = today;
    if (auto refusal = if_to_come("workspace.allow.date_to_come", stay.date, today))
        return *std::move(refusal);
    if (!request.entered)
        return model::allow_strip(atlas, stay);
    if (auto refusal = if_to_come("workspace.allow.document_to_come", request.entered->date, today))
        return *std::move(refusal);
    auto entered = with_document(atlas, *request.entered);
    if (!entered)
        return entered.refusal();
    stay.document = entered.value().row.id;
    auto result = model::allow_strip(*entered.value().atlas, stay);
    if (!result)
        return result;
    model::Edit edit = std::move(result).value();
    edit.writes.insert(edit.writes.begin(),
                       model::Put<model::Document>{std::move(entered).value().row});
    return edit;
}

} // namespace antardesa::workspace
