#pragma once

#include "render_cairo/detail/handles.h"

#include "text/typesetter.h"

#include <map>
#include <utility>

namespace antardesa::render_cairo::detail {

/// Font faces opened for one piece of work, by the very file a run names. Not shared between
/// threads; cairo's own cache behind it is.
class FontShelf {
  public:
    FontShelf();

    /// Makes the run's face, size (em in units of the context) and unhinted metrics current.
    /// Throws `Failure` when the file cannot be read as a font.
    void select(cairo_t* context, const text::GlyphRun& run, double em);

  private:
    cairo_font_face_t* face_of(const text::GlyphRun& run);

    std::map<std::pair<std::string, int>, Face> faces_;
    Options options_;
};

} // namespace antardesa::render_cairo::detail
