#include "workspace/facilitation.h"

namespace antardesa::workspace {

std::optional<int> facilitation_days_left(const model::BoundaryDispute& dispute, Date today) {
    const bool running = dispute.state == model::DisputeState::district_facilitation ||
                         dispute.state == model::DisputeState::regency_facilitation;
    if (!running || !dispute.facilitation_start)
        return std::nullopt;
    Date end = *dispute.facilitation_start + std::chrono::months(6);
    if (!end.ok())
        end = Date(end.year() / end.month() / std::chrono::last);
    return days_between(today, end);
}

} // namespace antardesa::workspace
