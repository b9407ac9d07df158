#include "render_gl/glass.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

namespace antardesa::render_gl {

namespace {

class EglContext : public HeadlessContext {
  public:
    EglContext(EGLDisplay display, EGLContext context) : display_(display), context_(context) {}
    ~EglContext() override {
        if (framebuffer_ != 0) {
            glDeleteFramebuffers(1, &framebuffer_);
            glDeleteRenderbuffers(1, &colour_);
        }
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        // The display belongs to the process: terminating it would pull the driver from under any
        // other context on it.
        eglDestroyContext(display_, context_);
    }
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;

    bool attach_framebuffer(int width, int height) {
        glGenRenderbuffers(1, &colour_);
        glBindRenderbuffer(GL_RENDERBUFFER, colour_);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
        return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }

  private:
    EGLDisplay display_;
    EGLContext context_;
    GLuint framebuffer_ = 0;
    GLuint colour_ = 0;
};

EGLDisplay surfaceless_display() {
    if (!epoxy_has_egl() ||
        !epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        return EGL_NO_DISPLAY;
    EGLDisplay display =
        eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || !eglInitialize(display, nullptr, nullptr))
        return EGL_NO_DISPLAY;
    return display;
}

EGLContext core_context(EGLDisplay display) {
    const EGLint config_wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    eglBindAPI(EGL_OPENGL_API);
    eglChooseConfig(display, config_wanted, &config, 1, &found);
    const EGLint wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                             3,
                             EGL_CONTEXT_MINOR_VERSION,
                             3,
                             EGL_CONTEXT_OPENGL_PROFILE_MASK,
                             EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                             EGL_NONE};
    return eglCreateContext(display, found > 0 ? config : nullptr, EGL_NO_CONTEXT, wanted);
}

} // namespace

std::unique_ptr<HeadlessContext> HeadlessContext::create(int width, int height) {
    EGLDisplay display = surfaceless_display();
    if (display == EGL_NO_DISPLAY)
        return nullptr;
    EGLContext context = core_context(display);
    if (context == EGL_NO_CONTEXT)
        return nullptr;
    auto headless = std::make_unique<EglContext>(display, context);
    if (!eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) ||
        !headless->attach_framebuffer(width, height))
        return nullptr;
    return headless;
}

} // namespace antardesa::render_gl
