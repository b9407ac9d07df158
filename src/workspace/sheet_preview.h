#pragma once

#include "workspace/shown.h"
#include "workspace/workspace.h"

namespace antardesa::workspace {

/// A small picture of the sheet that an export would write, of a set the one that the request's
/// `page` numbers; kept up with the request by jobs; the newest request wins. One thread; jobs
/// inside.
class SheetPreview {
  public:
    struct Wish {
        Shown shown;
        cartography::SheetRequest request;
        const i18n::Catalogue* language = nullptr; ///< outlives the preview
    };
    SheetPreview(Rasterise rasterise, std::shared_ptr<const style::StyleSheet> styles,
                 std::shared_ptr<const text::Typesetter> typesetter);

    /// Returns whether a new preview arrived.
    bool update(const Wish& wish);
    bool due(const Wish& wish) const;
    void on_ready(std::function<void()> wake) { runner_.on_ready(std::move(wake)); }
    void wait_idle() { runner_.wait_idle(); }

    const std::shared_ptr<const cartography::Image>& image() const { return image_; }
    /// Null where none comes of the request.
    const std::shared_ptr<const cartography::Sheet>& sheet() const { return sheet_; }
    /// Of the set that the last request came to.
    int pages() const { return pages_; }
    /// Why no sheet comes of it.
    const std::optional<Message>& refused() const { return refused_; }
    bool is_current(const Wish& wish) const { return answers(made_, wish); }

  private:
    static bool answers(const std::optional<Wish>& made, const Wish& wish);
    void start(const Wish& wish);
    void show_nothing(const Wish& wish, const Message& why);

    Rasterise rasterise_;
    std::shared_ptr<const style::StyleSheet> styles_;
    std::shared_ptr<const text::Typesetter> typesetter_;
    std::shared_ptr<const cartography::Image> image_;
    std::shared_ptr<const cartography::Sheet> sheet_;
    int pages_ = 1;
    std::optional<Message> refused_;
    std::optional<Wish> made_;
    std::optional<Wish> making_;
    std::shared_ptr<JobHandle> job_;
    bool arrived_ = false;
    JobRunner runner_{1}; ///< last: its thread ends before the rest goes
};

bool same_request(const cartography::SheetRequest& a, const cartography::SheetRequest& b);

} // namespace antardesa::workspace
