#include "workspace/notices.h"

#include <algorithm>
#include <limits>

namespace antardesa::workspace {

namespace {

double life_of(Severity severity) {
    switch (severity) {
    case Severity::information:
        return 5;
    case Severity::warning:
        return 8;
    case Severity::error:
        break;
    }
    return std::numeric_limits<double>::infinity();
}

} // namespace

void Notices::add(Severity severity, std::string text, std::string detail, bool offers_undo) {
    const auto old = std::find_if(notices_.begin(), notices_.end(), [&](const NoticeView& notice) {
        return notice.text == text && notice.severity == severity;
    });
    if (old != notices_.end()) {
        old->seconds_left = life_of(severity);
        old->offers_undo = offers_undo;
        old->detail = std::move(detail);
        std::rotate(old, old + 1, notices_.end()); // it is the newest again
        return;
    }
    notices_.push_back(
        {next_++, severity, std::move(text), std::move(detail), offers_undo, life_of(severity)});
}

void Notices::dismiss(std::int64_t id) {
    std::erase_if(notices_, [id](const NoticeView& notice) { return notice.id == id; });
}

bool Notices::age(double seconds, bool held) {
    for (NoticeView& notice : notices_)
        if (!held || notice.severity != Severity::information)
            notice.seconds_left -= seconds;
    return std::erase_if(notices_,
                         [](const NoticeView& notice) { return notice.seconds_left <= 0; }) > 0;
}

void Notices::withdraw_undo() {
    for (NoticeView& notice : notices_)
        notice.offers_undo = false;
}

} // namespace antardesa::workspace
