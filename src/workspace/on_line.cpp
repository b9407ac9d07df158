#include "workspace/state.h"
#include "workspace/subject_box.h"

namespace antardesa::workspace {

namespace {

/// How near the hand must come to a vertex, and how far a river draws it (ui.md §8), pixels.
constexpr double reach_pixels = 10;

model::EditLine dated(model::EditLine request, Date today) {
    request.today = today;
    return request;
}

} // namespace

void Workspace::State::on(const BeginLineEdit& action) {
    if (!project || project->read_only) {
        complain({"workspace.line.read_only", {}}, Severity::warning);
        return;
    }
    auto session = LineSession::begin(shown, action.segment);
    if (!session) {
        complain({"workspace.line.no_line", {}}, Severity::warning);
        return;
    }
    if (job != Job::boundaries)
        on(SetJob{Job::boundaries});
    on(DropRepair{});
    on(DropProposal{});
    line = std::move(session);
    line_handles = std::make_shared<const std::vector<LineHandle>>(line->handles());
    selection = {{SubjectKind::segment, action.segment.value}};
    camera.fit(subject_box(shown, selection.front()));
    touch_selection();
    touch_camera();
    touch_line();
}

void Workspace::State::on(const EndLineEdit&) {
    line.reset();
    line_handles.reset();
    touch_line();
}

void Workspace::State::follow_line() {
    if (!line)
        return;
    line = line->rebind(shown);
    line_handles.reset();
    if (line)
        line_handles = std::make_shared<const std::vector<LineHandle>>(line->handles());
    else
        complain({"workspace.line.no_line", {}}, Severity::warning);
    touch_line();
}

void Workspace::State::change_line(const LineSession::Step& step) {
    if (step)
        edit(
            [request = dated(*step, environment.clock->today()),
             revision = shown.atlas->revision()](const model::Atlas& atlas) -> Result<model::Edit> {
                // Arcs are numbered anew with every snapshot.
                if (atlas.revision() != revision)
                    return Refusal{{"workspace.line.outdated", {}}};
                auto plan = plan_line(atlas, request);
                if (!plan)
                    return plan.refusal();
                if (plan.value().unanswered)
                    return *plan.value().unanswered;
                return std::move(plan).value().edit;
            });
    touch_line();
}

void Workspace::State::on(const SetLineTool& action) {
    if (line)
        line->set_tool(action.tool);
    touch_line();
}

void Workspace::State::on(const PressLine& action) {
    if (line)
        line->press(camera.to_map(action.pixels), reach_pixels * camera.metres_per_pixel());
    touch_line();
}

void Workspace::State::on(const DragLine& action) {
    if (line)
        line->drag(camera.to_map(action.pixels),
                   action.free ? 0 : reach_pixels * camera.metres_per_pixel());
    touch_line();
}

void Workspace::State::hover_line() {
    if (!line || line->tool() != LineTool::draw)
        return;
    line->hover(pointer ? std::optional(camera.to_map(*pointer)) : std::nullopt,
                reach_pixels * camera.metres_per_pixel());
    touch_line();
}

void Workspace::State::on(const DropLine&) {
    if (line)
        change_line(line->drop());
}

void Workspace::State::on(const ClickLine& action) {
    if (line)
        line->click(camera.to_map(action.pixels), reach_pixels * camera.metres_per_pixel(),
                    action.free);
    touch_line();
}

void Workspace::State::on(const InsertLineVertex& action) {
    if (line)
        change_line(
            line->insert(camera.to_map(action.pixels), reach_pixels * camera.metres_per_pixel()));
}

void Workspace::State::on(const InsertLineVertexAfter&) {
    if (line)
        change_line(line->insert_after_selected());
}

void Workspace::State::on(const DeleteLineVertex&) {
    if (line)
        change_line(line->remove());
}

void Workspace::State::on(const SelectLineVertex& action) {
    if (!line)
        return;
    line->select(action.number);
    if (action.reveal && line->selected() != 0) {
        geo::Box box;
        box.extend(shown.geometry->to_map(line->position(line->selected())));
        camera.reveal(box.grown(30 * camera.metres_per_pixel()));
        touch_camera();
    }
    touch_line();
}

void Workspace::State::on(const StepLineVertex& action) {
    if (!line)
        return;
    line->step(action.step);
    on(SelectLineVertex{line->selected(), true});
}

void Workspace::State::on(const NudgeLineVertex& action) {
    if (line)
        change_line(line->nudge(action.east_m, action.north_m));
}

void Workspace::State::on(const TypeLineVertex& action) {
    if (line)
        change_line(line->type(action.number, action.column, action.text));
}

void Workspace::State::on(const PasteLinePositions& action) {
    if (line)
        change_line(line->paste(action.text));
}

void Workspace::State::on(const FinishLine&) {
    if (line)
        change_line(line->finish());
}

void Workspace::State::on(const AnswerForSettled& action) {
    if (line)
        line->answer(action);
    touch_line();
}

void Workspace::State::on(const StepBackLine&) {
    if (line && !line->step_back())
        on(EndLineEdit{});
    touch_line();
}

} // namespace antardesa::workspace
