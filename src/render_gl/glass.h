#pragma once

#include "cartography/mark.h"

#include <cstdint>
#include <memory>
#include <string>

namespace antardesa::render_gl {

/// What the current context can do. Pre-condition: a context is current.
struct GlassDescription {
    std::string renderer; ///< as GL_RENDERER says
    std::string version;
    bool software = false;   ///< llvmpipe, softpipe, swrast: draw on the CPU
    bool sufficient = false; ///< OpenGL 3.3 or later
};
GlassDescription describe_glass();

/// A texture that holds a picture; typed unique resource, released on the context's thread.
class PictureTexture {
  public:
    PictureTexture();
    ~PictureTexture();
    PictureTexture(PictureTexture&&) noexcept;
    PictureTexture& operator=(PictureTexture&&) noexcept;
    /// Uploads (reallocating only when the size changed).
    void upload(const cartography::Image& image);
    std::uint32_t name() const; ///< GL name; 0 before the first upload
    int width() const;
    int height() const;

  private:
    std::uint32_t name_ = 0;
    int width_ = 0;
    int height_ = 0;
};

/// Clears the current framebuffer to an opaque colour.
void clear_glass(int width, int height, style::Colour colour);

/// Reads the current framebuffer back; rows from the top.
cartography::Image read_glass(int width, int height);

/// An OpenGL context without any display (EGL surfaceless, Mesa) with an offscreen framebuffer
/// of the given size, current on this thread while it lives. Null when the machine has none.
class HeadlessContext {
  public:
    static std::unique_ptr<HeadlessContext> create(int width, int height);
    virtual ~HeadlessContext() = default;
};

} // namespace antardesa::render_gl
