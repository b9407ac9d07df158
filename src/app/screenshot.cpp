#include "app/screenshot.h"

#include "app/frame.h"
#include "app/private_copy.h"
#include "app/window_loop.h"
#include "render_cairo/paper.h"
#include "ui/ui_state.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <thread>

namespace antardesa::app {

namespace {

using SteadyClock = std::chrono::steady_clock;
using cartography::View;

constexpr double frame_seconds = 1.0 / 60;

double milliseconds_since(SteadyClock::time_point start) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

/// One offscreen window: context, ImGui frame and the workspace it shows.
class Offscreen {
  public:
    Offscreen(const cli::ScreenshotRequest& request, const workspace::Environment& environment)
        : width_(request.width), height_(request.height), stop_(request.stop),
          context_(render_gl::HeadlessContext::create(width_, height_)) {
        if (!context_)
            throw Error({"app.no_driver_for_picture", {}});
        frame_ = std::make_unique<Frame>(environment);
        workspace_ =
            std::make_unique<workspace::Workspace>(environment, make_rasterise(environment));
        const auto glass = render_gl::describe_glass();
        workspace_->tell_machine({glass.renderer, glass.version, window_libraries()});
        workspace_->dispatch(workspace::SetLanguage{request.language});
    }

    workspace::Workspace& workspace() { return *workspace_; }
    Frame& frame() { return *frame_; }

    void draw() {
        if (stop_.stop_requested())
            throw Cancelled();
        watch_.begin();
        workspace_->update(frame_seconds);
        frame_->draw(*workspace_, width_, height_, frame_seconds, watch_);
        watch_.end();
    }

    /// Draws until nothing moves: panels need a frame to tell the map its size, the map one more
    /// to be drawn at that size.
    void settle() {
        for (int round = 0; round < 4; ++round) {
            draw();
            wait_for_jobs();
            workspace_->settle();
        }
        draw();
    }

    /// Reading a pixel waits for the GL to finish, so the time is the frame's whole cost.
    double timed_frame() {
        const auto start = SteadyClock::now();
        draw();
        render_gl::read_glass(1, 1);
        return milliseconds_since(start);
    }

    cartography::Image picture() { return render_gl::read_glass(width_, height_); }

  private:
    /// The workspace settles without listening; what takes long is waited for here.
    void wait_for_jobs() {
        constexpr std::chrono::milliseconds a_while{5};
        for (workspace_->update(0); !workspace_->status().jobs.empty(); workspace_->update(0)) {
            if (stop_.stop_requested())
                cancel_jobs();
            std::this_thread::sleep_for(a_while);
        }
    }
    [[noreturn]] void cancel_jobs() {
        for (std::size_t at = workspace_->status().jobs.size(); at > 0; --at)
            workspace_->dispatch(workspace::CancelJob{at - 1});
        throw Cancelled();
    }

    int width_;
    int height_;
    std::stop_token stop_;
    FrameWatch watch_{SteadyClock::now, [](const SlowFrame&) {}};
    std::unique_ptr<render_gl::HeadlessContext> context_;
    std::unique_ptr<Frame> frame_;
    std::unique_ptr<workspace::Workspace> workspace_;
};

/// The fixed path: twenty stations over six zoom steps, spread over the middle of the map by the
/// golden ratio; the camera glides from each to the next.
constexpr int stations = 20;
constexpr std::array<double, 6> zooms{1, 2, 4, 8, 16, 32};

struct Station {
    geo::Point centre;
    double denominator = 1;
};

Station station(const View& whole, int index) {
    const double zoom = zooms[static_cast<std::size_t>(index) % zooms.size()];
    if (zoom == 1)
        return {whole.centre, whole.scale.denominator};
    const geo::Box box = whole.extent();
    const double fx = 0.25 + 0.5 * std::fmod(0.618034 * index, 1.0);
    const double fy = 0.25 + 0.5 * std::fmod(0.381966 * index + 0.3, 1.0);
    return {{box.min.x + fx * box.width(), box.min.y + fy * box.height()},
            whole.scale.denominator / zoom};
}

/// Moves the camera with the same actions a person's hand makes.
void steer(workspace::Workspace& workspace, const Station& from, const Station& to, double share) {
    const double denominator =
        from.denominator * std::pow(to.denominator / from.denominator, share);
    const geo::Point wanted = from.centre + (to.centre - from.centre) * share;
    workspace.dispatch(workspace::SetScale{denominator});
    const View& view = workspace.view();
    const double pixels_per_metre =
        workspace.pixels_per_millimetre() / view.scale.metres_per_millimetre();
    const geo::Point shift = view.centre - wanted;
    workspace.dispatch(workspace::PanBy{{shift.x * pixels_per_metre, -shift.y * pixels_per_metre}});
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double floor_of(Offscreen& window, int frames) {
    window.settle();
    std::vector<double> times;
    times.reserve(static_cast<std::size_t>(frames));
    for (int i = 0; i < frames; ++i)
        times.push_back(window.timed_frame());
    return median(times);
}

double wait_until_sharp(Offscreen& window) {
    const auto start = SteadyClock::now();
    while (window.workspace().busy())
        window.timed_frame();
    return milliseconds_since(start);
}

cli::FrameTimes measure(Offscreen& window, int frames) {
    cli::FrameTimes result;
    const View whole = window.workspace().view();
    std::vector<double> times;
    const int glide = std::max(1, frames / stations);
    for (int leg = 0; static_cast<int>(times.size()) < frames; ++leg) {
        const Station from = station(whole, leg);
        const Station to = station(whole, leg + 1);
        for (int step = 1; step <= glide && static_cast<int>(times.size()) < frames; ++step) {
            steer(window.workspace(), from, to, double(step) / glide);
            times.push_back(window.timed_frame());
        }
        result.sharp_ms = std::max(result.sharp_ms, wait_until_sharp(window));
    }
    std::sort(times.begin(), times.end());
    result.frames = static_cast<int>(times.size());
    result.median_ms = median(times);
    // The nearest rank: of few frames it is the slowest, never below the median.
    const auto rank = static_cast<std::size_t>(std::ceil(0.99 * double(times.size())));
    result.p99_ms = times[std::max<std::size_t>(rank, 1) - 1];
    result.max_ms = times.back();
    return result;
}

/// Edits the segment with the most vertices, so that there is something to see.
void edit_a_line(workspace::Workspace& workspace) {
    std::size_t most = 0;
    workspace::BeginLineEdit edit;
    for (const auto& segment : workspace.atlas()->segments())
        if (segment.geometry && !segment.geometry->empty() &&
            segment.geometry->front().size() > most) {
            most = segment.geometry->front().size();
            edit.segment = segment.id;
        }
    if (most > 0)
        workspace.dispatch(edit);
}

/// The segment with the most points in the card, all of them in the list.
void show_points(workspace::Workspace& workspace) {
    using namespace workspace;
    Subject segment;
    std::size_t most = 0;
    for (const auto& row : workspace.atlas()->segments())
        if (const std::size_t points = workspace.atlas()->points_of(row.id).size(); points > most) {
            most = points;
            segment = {SubjectKind::segment, row.id.value};
        }
    workspace.dispatch(SetJob{Job::boundaries});
    workspace.dispatch(SetList{ListKind::points});
    if (most > 0) {
        workspace.dispatch(Select{segment, false, true});
        workspace.dispatch(ZoomTo{segment});
    }
}

/// A list with its first row selected.
void show_list(workspace::Workspace& workspace, workspace::ListKind kind) {
    workspace.dispatch(workspace::SetList{kind});
    const auto& rows = workspace.list().rows;
    if (rows.empty())
        return;
    const workspace::ListRow row = rows.front();
    workspace.dispatch(workspace::Select{row.subject, false, true});
    for (const auto& other : row.with)
        workspace.dispatch(workspace::Select{other, true, false});
}

/// Kecamatan instead of villages, the first that has a body in the card.
void show_districts(workspace::Workspace& workspace) {
    using namespace workspace;
    workspace.dispatch(ShowByDistrict{true});
    const auto& bodies = workspace.atlas()->table<model::CooperationBody>();
    if (bodies.size() > 0 && bodies[0].district)
        workspace.dispatch(Select{{SubjectKind::district, bodies[0].district.value}, false, true});
}

/// The first case whose land a line can lead through, with that line.
void propose_a_line(Offscreen& window) {
    const auto atlas = window.workspace().atlas();
    for (const auto& dispute : atlas->disputes()) {
        const auto claims = atlas->claims(dispute.id);
        const bool drawn = std::any_of(claims.begin(), claims.end(), [](const auto* claim) {
            return claim->line && !claim->line->empty();
        });
        if (!drawn || !dispute.segment)
            continue;
        window.workspace().dispatch(
            workspace::Select{{workspace::SubjectKind::dispute, dispute.id.value}, false, true});
        ui::start_proposal(window.frame().state(), dispute.id);
        return;
    }
}

void show_panel(Offscreen& window, const std::string& panel) {
    using workspace::Job;
    if (panel == "batas")
        window.workspace().dispatch(workspace::SetJob{Job::boundaries});
    else if (panel == "temuan") {
        window.workspace().dispatch(workspace::SetJob{Job::boundaries});
        window.workspace().dispatch(workspace::SelectNextFinding{1});
    } else if (panel == "perbaikan-temuan") {
        window.workspace().dispatch(workspace::SelectNextFinding{1});
        ui::start_repair(window.frame().state(), {window.workspace().card().subject.id}, 2);
    } else if (panel == "usulan") {
        propose_a_line(window);
    } else if (panel == "rapat") {
        propose_a_line(window);
        window.frame().state().meeting = true;
    } else if (panel == "garis")
        edit_a_line(window.workspace());
    else if (panel == "kepatuhan")
        show_list(window.workspace(), workspace::ListKind::compliance);
    else if (panel == "saran")
        show_list(window.workspace(), workspace::ListKind::suggestions);
    else if (panel == "kecamatan")
        show_districts(window.workspace());
    else if (panel == "dokumen")
        window.workspace().dispatch(workspace::SetList{workspace::ListKind::documents});
    else if (panel == "titik")
        show_points(window.workspace());
    else if (panel == "aset")
        window.workspace().dispatch(workspace::SetJob{Job::assets});
    else if (panel == "lembar")
        window.workspace().dispatch(workspace::SetJob{Job::sheet});
    else if (panel == "impor")
        window.workspace().dispatch(workspace::ShowReport{});
    else if (!panel.empty() && !ui::open_panel(window.frame().state(), panel))
        throw Error({"app.no_such_panel", {panel}});
}

} // namespace

std::optional<cli::FrameTimes> take_screenshot(const cli::ScreenshotRequest& request,
                                               const workspace::Environment& given) {
    std::optional<cli::FrameTimes> times;
    workspace::Environment environment = given;
    environment.config_folder.clear(); // what is only looked at is not remembered
    const PrivateCopy looked_at(request.project, request.stop);
    silence_drivers();
    // Mesa would keep its shaders in the home folder.
    ::setenv("MESA_SHADER_CACHE_DISABLE", "true", 0);
    Offscreen window(request, environment);
    const double floor = request.frames > 0 ? floor_of(window, 60) : 0;
    const auto start = SteadyClock::now();
    window.workspace().dispatch(workspace::OpenFile{looked_at.path()});
    window.settle();
    const double first_frame = milliseconds_since(start);
    const auto& import = window.workspace().import();
    const bool refused = import && import->stage == workspace::ImportStage::refused;
    if (!window.workspace().atlas() && (!import || (refused && request.panel != "impor")))
        throw Error({"app.nothing_to_show", {request.project.string()}});
    show_panel(window, request.panel);
    if (request.frames > 0) {
        times = measure(window, request.frames);
        times->floor_ms = floor;
        times->first_frame_ms = first_frame;
    }
    window.settle();
    if (!request.output.empty())
        render_cairo::save_png(request.output, window.picture());
    return times;
}

} // namespace antardesa::app
