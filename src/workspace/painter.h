#pragma once

#include "workspace/camera.h"
#include "workspace/shown.h"
#include "workspace/workspace.h"

namespace antardesa::workspace {

/// Keeps a picture of the map ready: larger than the view by a margin, so that a pan reuses it,
/// made anew in a job when the view leaves it, the scale changed or the map looks different.
/// The newest wish wins. One thread; jobs inside.
class Painter {
  public:
    /// Everything a picture depends on.
    struct Wish {
        Shown shown;
        cartography::View view;
        double pixels_per_millimetre = 96 / 25.4;
        cartography::MapOptions options;
    };

    Painter(Rasterise rasterise, std::shared_ptr<const style::StyleSheet> styles,
            std::shared_ptr<const text::Typesetter> typesetter);

    /// Delivers what is finished and starts what is due. Returns whether a new picture arrived.
    bool update(const Wish& wish, double seconds);
    /// A job runs or one must start.
    bool due(const Wish& wish) const;
    void on_ready(std::function<void()> wake) { runner_.on_ready(std::move(wake)); }
    void wait_idle() { runner_.wait_idle(); }
    /// What went wrong with the last picture, once.
    std::optional<Message> take_failure();

    const MapPicture& picture() const { return picture_; }
    /// The marks of the picture, for picking and the legend; null before the first one.
    const std::shared_ptr<const cartography::Scene>& scene() const { return scene_; }
    int started() const { return started_; }

  private:
    bool looks_alike(const Wish& a, const Wish& b) const;
    bool covers(const Wish& made, const Wish& wish) const;
    void start(const Wish& wish);
    void cancel_stale(const Wish& wish);

    Rasterise rasterise_;
    std::shared_ptr<const style::StyleSheet> styles_;
    std::shared_ptr<const text::Typesetter> typesetter_;
    MapPicture picture_;
    std::shared_ptr<const cartography::Scene> scene_;
    std::optional<Wish> made_;   ///< what `picture_` answers
    std::optional<Wish> making_; ///< what the running job answers
    std::optional<Wish> failed_; ///< not tried again until something changes
    std::shared_ptr<JobHandle> job_;
    std::optional<Message> failure_;
    double rest_ = 0; ///< seconds since the scale last changed
    double last_scale_ = 0;
    bool arrived_ = false;
    int started_ = 0;
    JobRunner runner_{1}; ///< last: its threads end before the rest goes
};

} // namespace antardesa::workspace
