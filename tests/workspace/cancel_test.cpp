// "Batal": a job that was stopped leaves everything as it was.
#include "running.h"

#include <gmock/gmock.h>

#include <thread>

namespace antardesa::workspace {
namespace {

using namespace testing;

struct LongJob {
    const char* name;
    std::function<void(Progress&)> work;
};

enum class End { done, cancelled };

/// Runs it on a thread and asks it to stop once it has done `steps` (0: before it begins).
End stopped_at(const LongJob& job, std::int64_t steps) {
    std::stop_source stop;
    Progress progress(stop.get_token());
    if (steps == 0)
        stop.request_stop();
    std::atomic<bool> over{false};
    End end = End::done;
    {
        const std::jthread worker([&] {
            try {
                job.work(progress);
            } catch (const Cancelled&) {
                end = End::cancelled;
            }
            over = true;
        });
        while (!over && progress.done() < steps)
            std::this_thread::yield();
        stop.request_stop();
    }
    return end;
}

class Cancelling : public ::testing::Test {
  protected:
    ExportRequest sheet(const char* file) const {
        ExportRequest request;
        request.output = out_ / file;
        request.sheet.paper = cartography::paper_from_code("a2").value();
        return request;
    }
    std::vector<LongJob> jobs() {
        return {
            {"plan", [&](Progress& p) { plan_of_source(p); }},
            {"preview",
             [&](Progress& p) {
                 preview_foreign({source_, {}, {}, {}}, p);
             }},
            {"write", [&](Progress& p) { carry_out(plan_, out_ / "baru.gpkg", environment_, p); }},
            {"open", [&](Progress& p) { load_project(project_, p); }},
            {"pdf", [&](Progress& p) { export_map(atlas_, sheet("a.pdf"), environment_, p); }},
            {"svg", [&](Progress& p) { export_map(atlas_, sheet("a.svg"), environment_, p); }},
            {"png", [&](Progress& p) { export_map(atlas_, sheet("a.png"), environment_, p); }},
            {"convert", [&](Progress& p) { convert_layer(*atlas_, "desa", out_ / "d.shp", p); }},
            {"sample", [&](Progress& p) { build_sample(out_ / "baru/sini", environment_, p); }}};
    }
    void plan_of_source(Progress& progress) const {
        plan_import({source_, {}, {}, std::nullopt}, nullptr, progress);
    }

    TemporaryFolder in_;
    TemporaryFolder out_;
    Environment environment_ = test_environment();
    fs::path source_ = write_grid(in_ / "batas.geojson", grid(12));
    fs::path project_ = make_project(in_, grid(12));
    ImportPlan plan_ = plan_of(source_);
    std::shared_ptr<const model::Atlas> atlas_ = [this] {
        Progress progress;
        return load_project(project_, progress).atlas;
    }();
};

TEST_F(Cancelling, BeforeTheStartDoesNothing) {
    const auto before = listing(in_.path());
    for (const LongJob& job : jobs()) {
        EXPECT_EQ(stopped_at(job, 0), End::cancelled) << job.name;
        EXPECT_TRUE(listing(out_.path()).empty()) << job.name;
    }
    EXPECT_EQ(listing(in_.path()), before);
}

TEST_F(Cancelling, InTheMiddleLeavesEverythingAsItWas) {
    const auto before = listing(in_.path());
    for (const LongJob& job : jobs())
        for (const std::int64_t steps : {1, 10, 60, 100}) {
            if (stopped_at(job, steps) == End::cancelled) {
                EXPECT_TRUE(listing(out_.path()).empty()) << job.name << " after " << steps;
            }
            for (const auto& entry : fs::directory_iterator(out_.path()))
                fs::remove_all(entry.path());
        }
    EXPECT_EQ(listing(in_.path()), before);
}

} // namespace
} // namespace antardesa::workspace
