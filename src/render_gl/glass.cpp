#include "render_gl/glass.h"

#include "base/text.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <utility>

namespace antardesa::render_gl {

namespace {

std::string gl_text(GLenum name) {
    const GLubyte* text = glGetString(name);
    return text ? reinterpret_cast<const char*>(text) : "";
}

bool draws_on_cpu(const std::string& renderer) {
    const std::string lower = lower_case(renderer);
    return lower.find("llvmpipe") != std::string::npos ||
           lower.find("softpipe") != std::string::npos || lower.find("swr") != std::string::npos ||
           lower.find("software") != std::string::npos;
}

} // namespace

GlassDescription describe_glass() {
    GlassDescription glass;
    glass.renderer = gl_text(GL_RENDERER);
    glass.version = gl_text(GL_VERSION);
    glass.software = draws_on_cpu(glass.renderer);
    glass.sufficient = epoxy_is_desktop_gl() && epoxy_gl_version() >= 33;
    return glass;
}

PictureTexture::PictureTexture() = default;

PictureTexture::~PictureTexture() {
    if (name_ != 0)
        glDeleteTextures(1, &name_);
}

PictureTexture::PictureTexture(PictureTexture&& other) noexcept
    : name_(std::exchange(other.name_, 0)), width_(other.width_), height_(other.height_) {
}

PictureTexture& PictureTexture::operator=(PictureTexture&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(width_, other.width_);
    std::swap(height_, other.height_);
    return *this;
}

void PictureTexture::upload(const cartography::Image& image) {
    if (image.width <= 0 || image.height <= 0)
        return;
    const bool fresh = name_ == 0;
    if (fresh)
        glGenTextures(1, &name_);
    glBindTexture(GL_TEXTURE_2D, name_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    if (fresh) {
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }
    if (image.width != width_ || image.height != height_)
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA,
                     GL_UNSIGNED_BYTE, image.rgba.data());
    else
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, image.width, image.height, GL_RGBA,
                        GL_UNSIGNED_BYTE, image.rgba.data());
    width_ = image.width;
    height_ = image.height;
}

std::uint32_t PictureTexture::name() const {
    return name_;
}
int PictureTexture::width() const {
    return width_;
}
int PictureTexture::height() const {
    return height_;
}

void clear_glass(int width, int height, style::Colour colour) {
    glViewport(0, 0, width, height);
    glClearColor(colour.red / 255.0F, colour.green / 255.0F, colour.blue / 255.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
}

cartography::Image read_glass(int width, int height) {
    cartography::Image image;
    image.width = width;
    image.height = height;
    const std::size_t row = static_cast<std::size_t>(width) * 4;
    image.rgba.resize(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    for (int y = 0; y < height / 2; ++y)
        std::swap_ranges(image.rgba.begin() + static_cast<std::ptrdiff_t>(y * row),
                         image.rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                         image.rgba.end() - static_cast<std::ptrdiff_t>((y + 1) * row));
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        image.rgba[i] = 255;
    return image;
}

} // namespace antardesa::render_gl
