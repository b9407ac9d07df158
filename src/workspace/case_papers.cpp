#include "workspace/case_papers.h"

#include "base/whole_file.h"
#include "model/village_law.h"
#include "workspace/history_head.h"
#include "workspace/paper_file.h"

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

/// A folder in the making: what was written goes with it unless it is finished.
class NewFolder {
  public:
    explicit NewFolder(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        made_ = fs::create_directory(path_, error);
        if (error)
            throw Error(cannot_write(path_, error.value()));
    }
    ~NewFolder() {
        if (finished_)
            return;
        std::error_code ignored;
        for (const fs::path& file : written_)
            fs::remove(file, ignored);
        if (made_)
            fs::remove(path_, ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    fs::path file(const char* name) {
        written_.push_back(path_ / name);
        return written_.back();
    }
    std::vector<fs::path> finish() {
        finished_ = true;
        return written_;
    }

  private:
    fs::path path_;
    bool made_ = false;
    bool finished_ = false;
    std::vector<fs::path> written_;
};

ExportRequest sheet_of(Id<model::BoundaryDispute> dispute, const fs::path& output,
                       const Environment& environment) {
    ExportRequest request;
    request.output = output;
    request.extent = "dispute=" + std::to_string(dispute.value);
    request.sheet.options.medium = cartography::Medium::print;
    request.sheet.options.today = environment.clock->today();
    return request;
}

} // namespace

Result<std::vector<fs::path>> write_case_papers(const std::shared_ptr<const model::Atlas>& atlas,
                                                Id<model::BoundaryDispute> dispute,
                                                const fs::path& folder, const std::string& head,
                                                const Environment& environment,
                                                Progress& progress) {
    if (!atlas->find(dispute))
        return Refusal{{"model.unknown_dispute", {std::to_string(dispute.value)}}};
    std::error_code error;
    if (fs::exists(folder, error) &&
        !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        return Refusal{{"workspace.papers.folder_used", {folder.string()}}};
    NewFolder made(folder);
    progress.start(4);
    const bool regional = model::is_outside_village_law(atlas->tables(), *atlas->find(dispute));
    struct Paper {
        const char* name;
        PaperKind kind;
    };
    for (const Paper paper : {Paper{"berita-acara.docx", PaperKind::minutes},
                              Paper{"berita-acara.pdf", PaperKind::minutes},
                              Paper{"lampiran-koordinat.pdf", PaperKind::coordinates}}) {
        if (regional && paper.kind == PaperKind::minutes)
            continue;
        PaperRequest request;
        request.kind = paper.kind;
        request.dispute = dispute;
        const auto written =
            write_paper(*atlas, request, made.file(paper.name), head, environment, progress);
        if (!written)
            return written.refusal();
        progress.advance();
    }
    const auto sheet = export_map(
        atlas,
        sheet_of(dispute, made.file(regional ? "peta-kerja.pdf" : "peta-batas.pdf"), environment),
        head, environment, progress);
    if (!sheet)
        return sheet.refusal();
    progress.advance();
    return made.finish();
}

} // namespace antardesa::workspace
