#include "project/power_cut.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace antardesa::project {

namespace {

constexpr std::size_t sector = 512;

/// A file's content, whatever names point to it.
struct Content {
    std::string synced;
    std::vector<const DiskStep*> pending;
    bool journal = false;
    bool folder_to_sync = false;
};
using SharedContent = std::shared_ptr<Content>; ///< null where a name points to nothing

/// What one name pointed to at the last sync of the folder, and since.
struct Name {
    std::vector<SharedContent> since{nullptr};
    const SharedContent& now() const { return since.back(); }
};

void put(std::string& bytes, std::size_t at, std::string_view part) {
    if (bytes.size() < at + part.size())
        bytes.resize(at + part.size());
    bytes.replace(at, part.size(), part);
}

class Disk {
  public:
    Disk(const DiskImage& before, DiskFlaws flaws) : flaws_(flaws) {
        for (const auto& [name, bytes] : before)
            names_[name].since = {std::make_shared<Content>(Content{bytes, {}, false, false})};
    }

    void run(const DiskStep& step) {
        Name& name = names_[step.name];
        switch (step.kind) {
        case DiskCall::Kind::create:
            name.since.push_back(
                std::make_shared<Content>(Content{{}, {}, step.journal, step.journal}));
            break;
        case DiskCall::Kind::write:
        case DiskCall::Kind::truncate:
            if (name.now())
                name.now()->pending.push_back(&step);
            break;
        case DiskCall::Kind::sync:
            if (name.now() && !flaws_.syncs_do_nothing)
                sync(*name.now());
            break;
        case DiskCall::Kind::remove:
            name.since.push_back(nullptr);
            if (step.folder && !flaws_.syncs_do_nothing && !flaws_.removals_not_synced)
                sync_folder();
            break;
        }
    }

    /// The step is under way: what it changes may be there, but nothing is synced.
    void begin(DiskStep step) {
        step.folder = false;
        if (step.kind == DiskCall::Kind::sync)
            return;
        last_ = std::make_unique<DiskStep>(std::move(step));
        run(*last_);
    }

    DiskImage surviving(std::mt19937& random) const {
        constexpr std::array chances{0.0, 0.1, 0.5, 0.9, 1.0};
        const double chance = chances[random() % chances.size()];
        DiskImage image;
        for (const auto& [path, name] : names_) {
            const SharedContent& content = name.since[random() % name.since.size()];
            if (content && !(content->journal && flaws_.journals_vanish))
                image[path] = torn(*content, chance, random);
        }
        return image;
    }

  private:
    void sync(Content& content) {
        for (const DiskStep* step : content.pending) {
            if (step->kind == DiskCall::Kind::write)
                put(content.synced, static_cast<std::size_t>(step->at), step->bytes);
            else
                content.synced.resize(static_cast<std::size_t>(step->at));
        }
        content.pending.clear();
        if (content.folder_to_sync)
            sync_folder();
        content.folder_to_sync = false;
    }

    void sync_folder() {
        for (auto& [path, name] : names_)
            name.since = {name.now()};
    }

    static std::string torn(const Content& content, double chance, std::mt19937& random) {
        std::bernoulli_distribution survives(chance);
        std::string bytes = content.synced;
        for (const DiskStep* step : content.pending) {
            const auto at = static_cast<std::size_t>(step->at);
            if (step->kind == DiskCall::Kind::truncate && survives(random))
                bytes.resize(at);
            // Sector borders are those of the disk, not of the write.
            for (std::size_t from = 0; from < step->bytes.size();) {
                const std::size_t to =
                    std::min(step->bytes.size(), from + sector - (at + from) % sector);
                if (survives(random))
                    put(bytes, at + from, std::string_view(step->bytes).substr(from, to - from));
                from = to;
            }
        }
        return bytes;
    }

    DiskFlaws flaws_;
    std::map<std::string, Name> names_;
    std::unique_ptr<DiskStep> last_;
};

} // namespace

int RecordingDisk::before(const DiskCall& call) {
    steps_.push_back({call.kind, std::string(call.name), call.at,
                      std::string(call.bytes.begin(), call.bytes.end()), call.journal,
                      call.folder});
    return SQLITE_OK;
}

DiskImage after_power_cut(const DiskImage& before, const std::vector<DiskStep>& steps,
                          std::size_t at, DiskFlaws flaws, std::mt19937& random) {
    Disk disk(before, flaws);
    for (std::size_t i = 0; i < at; ++i)
        disk.run(steps[i]);
    disk.begin(steps[at]);
    return disk.surviving(random);
}

} // namespace antardesa::project
