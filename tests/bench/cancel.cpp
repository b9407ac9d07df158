// How long a long job goes on after "Batal": each is stopped at twenty random moments of its run.
//   bench_cancel BOUNDARIES PROJECT FOLDER [TIMES]
// Exit code 1 when one went on for more than a second.
#include "io/reader_service.h"
#include "project/backup.h"
#include "project/recovery.h"
#include "workspace/coverage_check.h"
#include "workspace/shown.h"
#include "workspace/verbs.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <random>
#include <thread>

namespace {

using namespace antardesa;
using namespace antardesa::workspace;
namespace fs = std::filesystem;
using Time = std::chrono::steady_clock;

double milliseconds(Time::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

struct LongJob {
    const char* name;
    std::function<void(Progress&)> work;
    std::function<void()> prepare = [] {}; ///< in the emptied folder, before each run
};

/// Names and sizes of everything in the folder: equal before and after means nothing is left.
std::string listing(const fs::path& folder) {
    std::vector<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        lines.push_back(entry.path().string() + " " +
                        (entry.is_regular_file() ? std::to_string(entry.file_size()) : "/"));
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines)
        all += line + "\n";
    return all;
}

/// Milliseconds from the request to the end, stopped or done; nothing when it was already over.
struct Stopped {
    std::optional<double> wait_ms;
    bool cancelled = false;
};
Stopped stop_after(const LongJob& job, double wait_ms) {
    std::stop_source stop;
    Progress progress(stop.get_token());
    std::atomic<bool> cancelled{false};
    std::atomic<bool> over{false};
    std::jthread worker([&] {
        try {
            job.work(progress);
        } catch (const Cancelled&) {
            cancelled = true;
        } catch (const Error& error) {
            std::fprintf(stderr, "%s: %s\n", job.name, error.what());
        }
        over = true;
    });
    std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(wait_ms));
    const bool was_over = over;
    const auto asked = Time::now();
    stop.request_stop();
    worker.join();
    if (was_over)
        return {};
    return {milliseconds(Time::now() - asked), cancelled};
}

void clear(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder))
        fs::remove_all(entry.path(), ignored);
}

constexpr double longest_wait_ms = 1000;

/// Whether every stop was heard in time.
bool measure(const LongJob& job, const fs::path& folder, int times, std::mt19937& random) {
    double whole = 0;
    for (int round = 0; round < 2; ++round) { // the first also warms what is read once
        job.prepare();
        Progress progress;
        const auto began = Time::now();
        job.work(progress);
        whole = milliseconds(Time::now() - began);
        clear(folder);
    }
    std::vector<double> waits;
    int left_behind = 0;
    for (int i = 0; i < times; ++i) {
        job.prepare();
        const std::string before = listing(folder);
        const double at = std::uniform_real_distribution<double>(0, whole)(random);
        const Stopped stopped = stop_after(job, at);
        if (stopped.cancelled && listing(folder) != before)
            ++left_behind;
        if (stopped.wait_ms)
            waits.push_back(*stopped.wait_ms);
        clear(folder);
    }
    std::sort(waits.begin(), waits.end());
    const auto rank = [&](double share) {
        return waits.empty() ? 0.0
                             : waits[static_cast<std::size_t>(
                                   share * static_cast<double>(waits.size() - 1) + 0.5)];
    };
    std::printf("  %-22s %8.0f %8zu/%-3d %8.0f %8.0f %8.0f %12d\n", job.name, whole, waits.size(),
                times, rank(0.5), rank(0.95), rank(1), left_behind);
    std::fflush(stdout);
    return rank(1) <= longest_wait_ms;
}

ExportRequest sheet(const fs::path& output, double dpi) {
    ExportRequest request;
    request.output = output;
    request.sheet.paper = cartography::paper_from_code("a0").value();
    request.dpi = dpi;
    return request;
}

/// Whether every job did.
bool run(const fs::path& boundaries, const fs::path& project, const fs::path& folder, int times) {
    const Environment environment = make_environment(
        ANTARDESA_SOURCE_DIR "/data", ANTARDESA_BINARY_DIR "/share/antardesa/languages", "bench");
    Progress progress;
    const ImportRequest request{boundaries, {}, {}, std::nullopt};
    const auto plan = plan_import(request, nullptr, progress);
    const auto atlas = load_project(project, progress).atlas;
    const fs::path copy = folder / "proyek.gpkg";
    const auto copied = [&] { fs::copy_file(project, copy); };
    const std::vector<LongJob> jobs{
        {"plan import", [&](Progress& p) { plan_import(request, nullptr, p); }},
        {"plan over project", [&](Progress& p) { plan_import(request, atlas.get(), p); }},
        {"preview", [&](Progress& p) { preview_foreign(request, p); }},
        {"write project",
         [&](Progress& p) { carry_out(plan, folder / "baru.gpkg", environment, p); }},
        {"open project", [&](Progress& p) { make_shown(load_project(project, p).atlas, {}, p); }},
        {"export A0 pdf",
         [&](Progress& p) { export_map(atlas, sheet(folder / "a0.pdf", 300), environment, p); }},
        {"export A0 svg",
         [&](Progress& p) { export_map(atlas, sheet(folder / "a0.svg", 300), environment, p); }},
        {"export A0 png 600",
         [&](Progress& p) { export_map(atlas, sheet(folder / "a0.png", 600), environment, p); }},
        {"convert gpkg",
         [&](Progress& p) { convert_layer(*atlas, "desa", folder / "desa.gpkg", p); }},
        {"convert shp",
         [&](Progress& p) { convert_layer(*atlas, "desa", folder / "desa.shp", p); }},
        {"convert geojson",
         [&](Progress& p) { convert_layer(*atlas, "desa", folder / "desa.geojson", p); }},
        {"check",
         [&](Progress& p) {
             check_coverage({project, {}, std::nullopt, {}}, p);
         }},
        {"integrity",
         [&](Progress& p) {
             project::ProjectFile::open(project, project::OpenMode::read).check_integrity(p);
         }},
        {"back up", [&](Progress& p) { project::back_up(copy, *environment.clock, p); }, copied},
        {"recover",
         [&](Progress& p) {
             project::recover(project, folder / "pulih.gpkg", environment.authorship(), p);
         }},
        {"sample", [&](Progress& p) { build_sample(folder, environment, p); }}};
    std::printf("  %-22s %8s %12s %8s %8s %8s %12s\n", "job", "whole ms", "running", "p50 ms",
                "p95 ms", "max ms", "left behind");
    std::mt19937 random(20261125);
    bool in_time = true;
    for (const LongJob& job : jobs)
        in_time = measure(job, folder, times, random) && in_time;
    return in_time;
}

} // namespace

int main(int argc, char** argv) {
    if (io::is_reader_call(argc, argv))
        io::serve_reader();
    if (argc < 4)
        return 2;
    try {
        if (run(argv[1], argv[2], argv[3], argc > 4 ? std::atoi(argv[4]) : 20))
            return 0;
        std::cerr << "a stop was heard after more than a second\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
