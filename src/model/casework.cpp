#include "model/casework.h"

#include "model/village_law.h"

#include <algorithm>

namespace antardesa::model {

namespace {

int digits_at(std::string_view text, std::size_t first, std::size_t count) {
    int number = 0;
    for (const char digit : text.substr(first, count))
        number = number * 10 + (digit - '0');
    return number;
}

/// The month of entry, or 21 and above for who is under contract (PPPK).
bool is_entry(std::string_view text, std::size_t first) {
    const int entry = digits_at(text, first, 2);
    return (entry >= 1 && entry <= 12) || (entry >= 21 && entry <= 29);
}

bool speaks_for_a_village(SignatoryRole role) {
    return role == SignatoryRole::village_team || role == SignatoryRole::village_head;
}

} // namespace

bool was_held(const Meeting& meeting) {
    return meeting.outcome != MeetingOutcome::none || !meeting.decision.empty() ||
           !meeting.attended.empty() || !meeting.others_attended.empty();
}

bool is_employee_number(std::string_view text) {
    const auto is_digit = [](char sign) { return sign >= '0' && sign <= '9'; };
    if (text.size() != 18 || !std::all_of(text.begin(), text.end(), is_digit))
        return false;
    const std::chrono::year_month_day born(
        std::chrono::year(digits_at(text, 0, 4)),
        std::chrono::month(static_cast<unsigned>(digits_at(text, 4, 2))),
        std::chrono::day(static_cast<unsigned>(digits_at(text, 6, 2))));
    const bool grown_up = digits_at(text, 8, 4) > digits_at(text, 0, 4);
    return born.ok() && grown_up && is_entry(text, 12) && (text[14] == '1' || text[14] == '2');
}

std::vector<SignatoryDoubt> doubts_about(const TableSet& tables, const Signatory& signatory) {
    std::vector<SignatoryDoubt> doubts;
    const auto* dispute = std::get<Table<BoundaryDispute>>(tables).find(signatory.dispute);
    if (dispute && speaks_for_a_village(signatory.role)) {
        const auto villages = villages_of(tables, *dispute);
        if (!signatory.village)
            doubts.push_back(SignatoryDoubt::no_village);
        else if (std::find(villages.begin(), villages.end(), signatory.village) == villages.end())
            doubts.push_back(SignatoryDoubt::other_village);
    }
    if (!signatory.employee_number.empty() && !is_employee_number(signatory.employee_number))
        doubts.push_back(SignatoryDoubt::employee_number);
    return doubts;
}

std::optional<Refusal> not_yet_happened(const Edit& edit, Date today) {
    for (const RowWrite& write : edit.writes) {
        if (const auto* put = std::get_if<Put<Signatory>>(&write))
            if (put->row.signed_on && today < *put->row.signed_on)
                return Refusal{
                    {"model.case.signed_later", {put->row.name, iso_text(*put->row.signed_on)}}};
        if (const auto* put = std::get_if<Put<Meeting>>(&write))
            if (put->row.date && today < *put->row.date && was_held(put->row))
                return Refusal{{"model.case.held_later", {iso_text(*put->row.date)}}};
    }
    return std::nullopt;
}

} // namespace antardesa::model
