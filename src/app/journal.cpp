#include "app/journal.h"

#include "base/text.h"

#include <fcntl.h>
#include <unistd.h>

namespace antardesa::app {

namespace {

namespace fs = std::filesystem;

void append(const fs::path& folder, const std::string& line) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    const fs::path file = folder / "catatan.log";
    const std::uintmax_t size = fs::file_size(file, ignored);
    if (!ignored && size + line.size() > Journal::most_bytes)
        fs::rename(file, folder / "catatan-lama.log", ignored);
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return;
    const ssize_t written = ::write(descriptor, line.data(), line.size());
    static_cast<void>(written); // a note that the disk refuses is lost
    ::close(descriptor);
}

} // namespace

Journal::Journal(fs::path folder, std::shared_ptr<const Clock> clock)
    : folder_(std::move(folder)), clock_(std::move(clock)) {
}

void Journal::note(const std::string& event) {
    if (folder_.empty())
        return;
    std::string line = iso_text(clock_->now()) + " " + shown_on_one_line(event) + "\n";
    runner_.start(
        {"app.job.note", {}},
        [folder = folder_, line = std::move(line)](Progress&) -> JobRunner::Continuation {
            append(folder, line);
            return {};
        },
        [](const Message&) {});
}

} // namespace antardesa::app
