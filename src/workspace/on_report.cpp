#include "workspace/output_gate.h"
#include "workspace/protection.h"
#include "workspace/state.h"

#include <cmath>
#include <utility>

namespace antardesa::workspace {

namespace {

/// Half the side of what is shown around a finding's place, in metres: a village and its
/// neighbours.
constexpr double around = 1500;

} // namespace

void Workspace::State::keep_report(ReadingReport fresh, bool open) {
    report = std::make_shared<const ReadingReport>(std::move(fresh));
    report_open = open;
    ++report_number;
    views.import.reset();
    views.top_bar.reset();
    dirty = true;
}

void Workspace::State::on(const ShowReport&) {
    report_open = report != nullptr;
    views.import.reset();
    dirty = true;
}

void Workspace::State::on(const SaveReport& action) {
    if (!report)
        return;
    work.start(
        {"workspace.job.report", {action.path.filename().string()}},
        [this, kept = report, path = action.path,
         &language = language()](Progress&) -> JobRunner::Continuation {
            require_place({path, {kept->source}});
            write_report(path, *kept, language);
            return [this, path] {
                notices.add(Severity::information,
                            words().say("workspace.report.written", {path.string()}));
                dirty = true;
            };
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

void Workspace::State::on(const ZoomToPlace& action) {
    if (shown.empty() || !std::isfinite(action.place.longitude) ||
        !std::isfinite(action.place.latitude))
        return;
    const geo::Point centre =
        shown.geometry->to_map({action.place.longitude, action.place.latitude});
    geo::Box box;
    box.extend(geo::Point{centre.x - around, centre.y - around});
    box.extend(geo::Point{centre.x + around, centre.y + around});
    camera.fit(box);
    touch_camera();
}

void Workspace::State::ask_protection() {
    if (std::exchange(protection_asked, true))
        return;
    const auto take = [this](std::vector<Message> lines) {
        protection = std::move(lines);
        views.about.reset();
        dirty = true;
    };
    work.start(
        {"workspace.job.protection", {}},
        [take](Progress&) -> JobRunner::Continuation {
            return [take, lines = reader_protection()] { take(lines); };
        },
        [take](const Message& reason) { take({reason}); });
}

} // namespace antardesa::workspace
