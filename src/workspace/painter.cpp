#include "workspace/painter.h"

namespace antardesa::workspace {

namespace {

/// How much wider and higher than the view a picture is made, on each side.
constexpr double margin = 0.25;
/// A zoom in progress is drawn by scaling; the crisp picture waits this long for the hand.
constexpr double settle_seconds = 0.06;

cartography::View with_margin(cartography::View view) {
    view.width = view.width * (1 + 2 * margin);
    view.height = view.height * (1 + 2 * margin);
    return view;
}

} // namespace

Painter::Painter(Rasterise rasterise, std::shared_ptr<const style::StyleSheet> styles,
                 std::shared_ptr<const text::Typesetter> typesetter)
    : rasterise_(std::move(rasterise)), styles_(std::move(styles)),
      typesetter_(std::move(typesetter)) {
}

bool Painter::looks_alike(const Wish& a, const Wish& b) const {
    return a.shown.atlas == b.shown.atlas && a.shown.geometry == b.shown.geometry &&
           a.pixels_per_millimetre == b.pixels_per_millimetre && a.options == b.options;
}

bool Painter::covers(const Wish& made, const Wish& wish) const {
    return looks_alike(made, wish) && made.view.scale == wish.view.scale &&
           with_margin(made.view).extent().contains(wish.view.extent());
}

bool Painter::due(const Wish& wish) const {
    if (!wish.shown || (failed_ && covers(*failed_, wish)))
        return job_ != nullptr;
    return job_ || !made_ || !covers(*made_, wish);
}

void Painter::cancel_stale(const Wish& wish) {
    if (!job_ || !making_ || covers(*making_, wish))
        return;
    // While a hand still zooms, the running picture is nearer than the old one: let it come.
    if (looks_alike(*making_, wish) && making_->view.extent().intersects(wish.view.extent()))
        return;
    job_->cancel();
    job_.reset();
    making_.reset();
}

bool Painter::update(const Wish& wish, double seconds) {
    arrived_ = false;
    // Asked before delivering: what is finished now has its picture among the ready ones.
    const bool finished = job_ && job_->finished();
    runner_.deliver();
    if (finished)
        job_.reset();
    rest_ = wish.view.scale.denominator == last_scale_ ? rest_ + seconds : 0;
    last_scale_ = wish.view.scale.denominator;
    if (!wish.shown) {
        const bool had = picture_.image != nullptr;
        if (job_)
            job_->cancel();
        made_.reset();
        scene_.reset();
        picture_.image.reset();
        return had || arrived_;
    }
    cancel_stale(wish);
    const bool zooming = made_ && looks_alike(*made_, wish) && rest_ < settle_seconds &&
                         made_->view.scale != wish.view.scale;
    if (!job_ && !zooming && due(wish))
        start(wish);
    return arrived_;
}

void Painter::start(const Wish& wish) {
    ++started_;
    making_ = wish;
    failed_.reset();
    const cartography::View view = with_margin(wish.view);
    auto work = [this, wish, view, rasterise = rasterise_, styles = styles_,
                 typesetter = typesetter_](Progress& progress) -> JobRunner::Continuation {
        auto scene = std::make_shared<const cartography::Scene>(cartography::compose_scene(
            *wish.shown.geometry, view, wish.options, *styles, *typesetter, progress));
        auto image = std::make_shared<const cartography::Image>(
            rasterise(scene->drawing, wish.pixels_per_millimetre, progress));
        return [this, wish, view, scene, image] {
            picture_ = {view, wish.pixels_per_millimetre, image, picture_.generation + 1};
            scene_ = scene;
            made_ = wish;
            arrived_ = true;
        };
    };
    job_ = runner_.start({"workspace.job.picture", {}}, std::move(work),
                         [this, wish](const Message& message) {
                             failed_ = wish;
                             failure_ = message;
                         });
}

std::optional<Message> Painter::take_failure() {
    return std::exchange(failure_, std::nullopt);
}

} // namespace antardesa::workspace
