#include "workspace/state.h"

namespace antardesa::workspace {

void Workspace::State::on(const Undo&) {
    if (!project || !project->can_undo)
        complain({"workspace.nothing_to_undo", {}}, Severity::information);
    else
        desk.undo();
    dirty = true;
}

void Workspace::State::on(const Redo&) {
    if (!project || !project->can_redo)
        complain({"workspace.nothing_to_redo", {}}, Severity::information);
    else
        desk.redo();
    dirty = true;
}

void Workspace::State::on(const RecordSegmentState& action) {
    RecordState request = action.request;
    request.today = environment.clock->today();
    edit_by_form([request](const model::Atlas& atlas) { return record_state(atlas, request); },
                 action.form);
}

void Workspace::State::on(const SaveRecord& action) {
    RecordChange change = action.change;
    change.today = environment.clock->today();
    edit_by_form([change](const model::Atlas& atlas) { return change_record(atlas, change); },
                 action.form);
}

void Workspace::State::on(const AttachTo& action) {
    edit_by_form([request = action.request](
                     const model::Atlas& atlas) { return attach_file(atlas, request); },
                 action.form);
}

void Workspace::State::on(const WriteAttachment& action) {
    work.start(
        {"workspace.job.export", {action.output.filename().string()}},
        [this, action, atlas = shown.atlas](Progress&) -> JobRunner::Continuation {
            const auto written = write_attachment(*atlas, action.attachment, action.output);
            return [this, written] {
                if (!written)
                    complain(written.refusal().message, Severity::warning);
                else
                    notices.add(Severity::information,
                                words().say("workspace.exported", {written.value().string()}));
                dirty = true;
            };
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

void Workspace::State::on(const EraseRecord& action) {
    edit_by_form([key = action.key](const model::Atlas& atlas) { return erase_record(atlas, key); },
                 action.form);
}

void Workspace::State::on(const SetStageOf& action) {
    edit([action](const model::Atlas& atlas) {
        return model::set_agreement_stage(atlas, {action.agreement, action.stage, action.reason});
    });
}

void Workspace::State::on(const ReportDisputeOn& action) {
    const auto verb = [action, today = environment.clock->today()](const model::Atlas& atlas) {
        return model::report_dispute(atlas, {action.segment, {}, action.subject, today});
    };
    edit_and_show(verb, 0, &State::show_newest_case);
}

void Workspace::State::on(const CreateAgreement& action) {
    const auto verb = [action](const model::Atlas& atlas) {
        model::NewAgreement request;
        request.agreement.title = action.title;
        request.agreement.field = action.field;
        request.agreement.amends = action.amends;
        request.villages = action.villages;
        return model::new_agreement(atlas, request);
    };
    edit_and_show(verb, 0, &State::show_newest_agreement);
}

void Workspace::State::edit_and_show(const ProjectDesk::Verb& verb, std::uint64_t form,
                                     void (State::*show_newest)()) {
    if (!project || project->read_only)
        return edit_by_form(verb, form);
    desk.edit(verb, {}, [this, form, show_newest](const Message* why) {
        if (form != 0)
            answer_form(form, why);
        else if (why)
            complain(*why, Severity::error);
        if (!why)
            (this->*show_newest)();
    });
    dirty = true;
}

void Workspace::State::show_newest_agreement() {
    if (job == Job::cooperation)
        on(SetList{ListKind::agreements});
    const auto& agreements = shown.atlas->agreements();
    if (!agreements.empty()) // they are sorted by id
        on(Select{
            {SubjectKind::agreement, agreements[agreements.size() - 1].id.value}, false, true});
}

void Workspace::State::on(const EditVillage& action) {
    edit([action](const model::Atlas& atlas) {
        return model::change_village(atlas, action.change);
    });
}

} // namespace antardesa::workspace
