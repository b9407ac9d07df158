#include "workspace/sheet_preview.h"

#include "cartography/sheet_set.h"
#include "workspace/paper_code.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// The longer side of a preview, pixels: enough to judge the layout, small enough to follow.
constexpr double preview_pixels = 1100;

} // namespace

bool same_request(const cartography::SheetRequest& a, const cartography::SheetRequest& b) {
    return a.paper == b.paper && a.landscape == b.landscape && a.scale == b.scale &&
           a.extent == b.extent && a.title == b.title && a.subtitle == b.subtitle &&
           a.focus == b.focus && a.options == b.options && a.page == b.page && a.pages == b.pages &&
           a.kind == b.kind && a.set == b.set;
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
        const auto set = cartography::sheet_set(*wish.shown.geometry, wish.request);
        if (!set)
            return [this, wish, why = set.refusal().message] { show_nothing(wish, why); };
        const auto& sheets = set.value();
        const std::size_t at = std::clamp<std::size_t>(
            static_cast<std::size_t>(std::max(1, wish.request.page)), 1, sheets.size());
        const cartography::SheetRequest& request = sheets[at - 1];
        const auto check = sheet_check(*wish.shown.atlas, request, request.options.today);
        auto sheet = std::make_shared<const cartography::Sheet>(
            cartography::compose_sheet(*wish.shown.geometry, request, check ? &*check : nullptr,
                                       *styles, *typesetter, *wish.language, progress));
        const cartography::Drawing& drawing = sheet->drawing;
        const double longer = std::max(drawing.width, drawing.height).value;
        auto image = std::make_shared<const cartography::Image>(
            rasterise(drawing, preview_pixels / longer, progress));
        return [this, wish, sheet, image, pages = static_cast<int>(sheets.size())] {
            pages_ = pages;
            refused_.reset();
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

void SheetPreview::show_nothing(const Wish& wish, const Message& why) {
    pages_ = 1;
    refused_ = why;
    sheet_.reset();
    image_.reset();
    made_ = wish;
    arrived_ = true;
}

} // namespace antardesa::workspace
