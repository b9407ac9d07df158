#include "cartography/sheet_set.h"
#include "workspace/case_papers.h"
#include "workspace/export_extent.h"
#include "workspace/history_head.h"
#include "workspace/paper_file.h"
#include "workspace/sound_project.h"
#include "workspace/state.h"
#include "workspace/verify_code.h"

namespace antardesa::workspace {

void Workspace::State::on(const WritePaper& action) {
    if (shown.empty()) {
        complain({"workspace.nothing_to_export", {}}, Severity::information);
        return;
    }
    work.start(
        {"workspace.job.export", {action.path.filename().string()}},
        [this, action, atlas = shown.atlas, given = environment,
         file = project ? project->path : std::filesystem::path()](Progress& progress) {
            const auto why = file.empty() ? std::nullopt : why_no_paper(file, progress);
            const auto written =
                why ? Result<PaperOutcome>(*why)
                    : write_paper(*atlas, action.request, action.path,
                                  file.empty() ? std::string() : history_head(file), given,
                                  progress);
            return JobRunner::Continuation([this, written, action] {
                if (!written)
                    complain(written.refusal().message, Severity::warning);
                else
                    notices.add(Severity::information,
                                words().say("workspace.exported", {action.path.string()}));
                dirty = true;
            });
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

namespace {

/// One to a line: what a person copies.
std::string names_of(const std::vector<std::filesystem::path>& files) {
    std::string names;
    for (const std::filesystem::path& file : files)
        names += (names.empty() ? "" : "\n") + file.string();
    return names;
}

} // namespace

void Workspace::State::on(const WriteCasePapers& action) {
    if (shown.empty())
        return complain({"workspace.nothing_to_export", {}}, Severity::information);
    work.start(
        {"workspace.job.export", {action.folder.filename().string()}},
        [this, action, atlas = shown.atlas, given = environment,
         file = project ? project->path : std::filesystem::path()](Progress& progress) {
            const auto why = file.empty() ? std::nullopt : why_no_paper(file, progress);
            const auto written =
                why ? Result<std::vector<std::filesystem::path>>(*why)
                    : write_case_papers(atlas, action.dispute, action.folder,
                                        file.empty() ? std::string() : history_head(file), given,
                                        progress);
            return JobRunner::Continuation([this, written, action] {
                if (!written)
                    complain(written.refusal().message, Severity::warning);
                else
                    notices.add(Severity::information,
                                words().say("workspace.papers.written",
                                            {std::to_string(written.value().size()),
                                             action.folder.string()}),
                                names_of(written.value()));
                dirty = true;
            });
        },
        [this](const Message& message) { complain(message, Severity::error); });
    dirty = true;
}

void Workspace::State::on(const WriteSheetOf& action) {
    const auto kind = action.subject.kind;
    if (kind != SubjectKind::village && kind != SubjectKind::segment &&
        kind != SubjectKind::dispute)
        return;
    if (shown.empty()) {
        complain({"workspace.nothing_to_export", {}}, Severity::information);
        return;
    }
    // Paper and look are the panel's; its title, extent and free scale are of another sheet.
    cartography::SheetRequest sheet = sheet_request;
    // Of a line between two kabupaten it is a working one.
    if (kind == SubjectKind::village)
        sheet.kind = cartography::SheetKind::boundary;
    else
        sheet.kind.reset();
    sheet.focus = action.subject;
    sheet.extent = {};
    sheet.title.clear();
    sheet.subtitle = describe(*shown.atlas, action.subject, words()).title;
    if (sheet.scale && !cartography::is_boundary_scale(*sheet.scale))
        sheet.scale.reset();
    export_sheet(sheet, {}, action.path, 300);
}

void Workspace::State::on(const VerifyCode& action) {
    code_answer = {};
    code_answer.typed = action.typed;
    if (!project) {
        code_answer.text = words().say("workspace.verify.no_project");
        code_answer.severity = Severity::warning;
        dirty = true;
        return;
    }
    code_answer.working = true;
    const auto told = [this](std::string text, Severity severity) {
        code_answer.working = false;
        code_answer.text = std::move(text);
        code_answer.severity = severity;
        dirty = true;
    };
    work.start(
        {"workspace.job.verify", {}},
        [this, told, typed = action.typed, path = project->path](Progress& progress) {
            const auto answer = verify_code(typed, path, progress);
            return JobRunner::Continuation([this, told, answer] {
                if (!answer)
                    return told(text(answer.refusal().message), Severity::warning);
                told(verdict_text(answer.value(), language()),
                     holds(answer.value()) ? Severity::information : Severity::warning);
            });
        },
        [this, told](const Message& message) { told(text(message), Severity::error); });
    dirty = true;
}

const CodeView& Workspace::code() const {
    return state_->code_answer;
}

} // namespace antardesa::workspace
