#include "workspace/facilitation.h"

namespace antardesa::workspace {

std::optional<Date> facilitation_due(const model::BoundaryDispute& dispute) {
    const bool running = dispute.state == model::DisputeState::district_facilitation ||
                         dispute.state == model::DisputeState::regency_facilitation;
    if (!running || !dispute.facilitation_start)
        return std::nullopt;
    Date end = *dispute.facilitation_start + std::chrono::months(6);
    if (!end.ok())
        end = Date(end.year() / end.month() / std::chrono::last);
    return end;
}

std::optional<int> facilitation_days_left(const model::BoundaryDispute& dispute, Date today) {
    const auto due = facilitation_due(dispute);
    return due ? std::optional(days_between(today, *due)) : std::nullopt;
}

} // namespace antardesa::workspace
