#include "ui/file_purpose.h"

#include "base/text.h"

namespace antardesa::ui {

using std::filesystem::path;

const char* purpose_key(FilePurpose purpose) {
    switch (purpose) {
    case FilePurpose::open:
        return "open";
    case FilePurpose::import:
        return "import";
    case FilePurpose::save_project:
        return "save";
    case FilePurpose::save_report:
        return "report";
    case FilePurpose::save_copy:
        return "copy";
    case FilePurpose::recover:
        return "recover";
    case FilePurpose::repair_line:
    case FilePurpose::proposal_line:
    case FilePurpose::claim_line:
        return "line";
    case FilePurpose::photo:
        return "photo";
    case FilePurpose::rules:
        return "rules";
    case FilePurpose::attach:
        return "attach";
    case FilePurpose::write_attachment:
        return "attachment";
    case FilePurpose::export_findings:
        return "findings";
    case FilePurpose::export_layer:
        return "layer";
    case FilePurpose::write_paper:
        return "paper";
    case FilePurpose::case_papers:
        return "papers";
    case FilePurpose::write_sheet:
    case FilePurpose::export_sheet:
        break;
    }
    return "export";
}

bool saves(FilePurpose purpose) {
    return purpose != FilePurpose::open && purpose != FilePurpose::attach &&
           purpose != FilePurpose::import && purpose != FilePurpose::repair_line &&
           purpose != FilePurpose::proposal_line && purpose != FilePurpose::claim_line &&
           purpose != FilePurpose::photo && purpose != FilePurpose::rules;
}

bool lists(FilePurpose purpose, const workspace::FileEntry& entry) {
    const std::string ending = lower_case(entry.path.extension().string());
    if (purpose == FilePurpose::photo)
        return entry.folder || ending == ".jpg" || ending == ".jpeg";
    if (purpose == FilePurpose::rules)
        return entry.folder || ending == ".json";
    return entry.opens || purpose == FilePurpose::attach;
}

bool only_new(FilePurpose purpose) {
    return purpose == FilePurpose::save_copy || purpose == FilePurpose::recover ||
           purpose == FilePurpose::case_papers;
}

namespace {

bool writes_project(FilePurpose purpose) {
    return purpose == FilePurpose::save_project || purpose == FilePurpose::save_copy ||
           purpose == FilePurpose::recover;
}

} // namespace

path target_of(const FileDialogState& files) {
    path target(files.typed);
    if (target.is_relative())
        target = files.folder / target;
    if (writes_project(files.purpose) && target.extension() != ".gpkg")
        target += ".gpkg";
    if (files.purpose == FilePurpose::save_report && target.extension() != ".csv" &&
        target.extension() != ".txt")
        target += ".txt";
    if (files.purpose == FilePurpose::write_paper && target.extension().empty())
        target += ".docx";
    if ((files.purpose == FilePurpose::export_sheet || files.purpose == FilePurpose::write_sheet) &&
        target.extension().empty())
        target += ".pdf";
    if ((files.purpose == FilePurpose::export_findings ||
         files.purpose == FilePurpose::export_layer) &&
        target.extension().empty())
        target += ".gpkg";
    return target;
}

workspace::Action action_of(const FileDialogState& files, const path& target) {
    switch (files.purpose) {
    case FilePurpose::open:
        return workspace::OpenFile{target};
    case FilePurpose::import:
        return workspace::ImportInto{target};
    case FilePurpose::save_project:
        return workspace::SaveAsProject{target};
    case FilePurpose::save_report:
        return workspace::SaveReport{target};
    case FilePurpose::save_copy:
        return workspace::SaveCopy{target};
    case FilePurpose::recover:
        return workspace::RecoverProject{files.source, target};
    case FilePurpose::export_findings:
        return workspace::ExportFindings{target};
    case FilePurpose::export_layer:
        return workspace::ExportLayer{files.layer, target, files.fcode};
    case FilePurpose::write_attachment:
        return workspace::WriteAttachment{files.attachment, target};
    case FilePurpose::write_paper:
        return workspace::WritePaper{files.paper, target};
    case FilePurpose::write_sheet:
        return workspace::WriteSheetOf{files.subject, target};
    case FilePurpose::case_papers:
        return workspace::WriteCasePapers{files.dispute, target};
    case FilePurpose::photo:
        return workspace::AddPhotoEvidence{files.dispute, files.village, target};
    case FilePurpose::rules:
        return workspace::UseRules{target};
    case FilePurpose::repair_line:
    case FilePurpose::proposal_line:
    case FilePurpose::claim_line:
    case FilePurpose::attach:
    case FilePurpose::export_sheet:
        break;
    }
    return workspace::ExportSheet{target, files.dpi};
}

bool take_file(UiState& state, const path& file) {
    switch (state.files.purpose) {
    case FilePurpose::repair_line:
        state.repair.line_file = file;
        state.repair.due = true;
        return true;
    case FilePurpose::proposal_line:
        state.proposal.line_file = file;
        state.proposal.due = true;
        return true;
    case FilePurpose::claim_line:
        state.claim.line_file = file;
        state.claim.drawn = false;
        return true;
    case FilePurpose::attach:
        state.record.attach = file;
        return true;
    default:
        return false;
    }
}

} // namespace antardesa::ui
