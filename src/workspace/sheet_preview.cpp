#include "workspace/sheet_preview.h"

namespace antardesa::workspace {

namespace {

/// The longer side of a preview, pixels: enough to judge the layout, small enough to follow.
constexpr double preview_pixels = 1100;

} // namespace

bool same_request(const cartography::SheetRequest& a, const cartography::SheetRequest& b) {
    return a.paper == b.paper && a.landscape == b.landscape && a.scale == b.scale &&
           a.extent == b.extent && a.title == b.title && a.subtitle == b.subtitle &&
           a.focus == b.focus && a.options == b.options && a.page == b.page && a.pages == b.pages;
}

SheetPreview::SheetPreview(Rasterise rasterise, std::shared_ptr<const style::StyleSheet> styles,
                           std::shared_ptr<const text::Typesetter> typesetter)
    : rasterise_(std::move(rasterise)), styles_(std::move(styles)),
      typesetter_(std::move(typesetter)) {
}

bool SheetPreview::answers(const std::optional<Wish>& made, const Wish& wish) {
    return made && made->shown.atlas == wish.shown.atlas && made->language == wish.language &&
           same_request(made->request, wish.request);
}

bool SheetPreview::due(const Wish& wish) const {
    return !wish.shown.empty() && (job_ || !answers(made_, wish));
}

bool SheetPreview::update(const Wish& wish) {
    arrived_ = false;
    const bool finished = job_ && job_->finished();
    runner_.deliver();
    if (finished)
        job_.reset();
    if (wish.shown.empty())
        return arrived_;
    if (job_ && !answers(making_, wish)) {
        job_->cancel();
        job_.reset();
    }
    if (!job_ && !answers(made_, wish))
        start(wish);
    return arrived_;
}

void SheetPreview::start(const Wish& wish) {
    making_ = wish;
    auto work = [this, wish, rasterise = rasterise_, styles = styles_,
                 typesetter = typesetter_](Progress& progress) -> JobRunner::Continuation {
        auto sheet = std::make_shared<const cartography::Sheet>(cartography::compose_sheet(
            *wish.shown.geometry, wish.request, *styles, *typesetter, *wish.language, progress));
        const cartography::Drawing& drawing = sheet->drawing;
        const double longer = std::max(drawing.width, drawing.height).value;
        auto image = std::make_shared<const cartography::Image>(
            rasterise(drawing, preview_pixels / longer, progress));
        return [this, wish, sheet, image] {
            sheet_ = sheet;
            image_ = image;
            made_ = wish;
            arrived_ = true;
        };
    };
    // A sheet that cannot be composed keeps the old preview; the export itself says why.
    job_ = runner_.start({"workspace.job.preview", {}}, std::move(work),
                         [this, wish](const Message&) { made_ = wish; });
}

} // namespace antardesa::workspace
