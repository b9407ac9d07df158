#include "io/reader.h"

#include "base/result.h"
#include "base/sanitizers.h"
#include "base/text.h"
#include "io/detail/reader_protocol.h"
#include "sandbox/child.h"
#include "sandbox/memory.h"

#include <algorithm>
#include <csignal>
#include <iostream>
#include <optional>

namespace antardesa::io {

namespace {

using namespace detail;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds between_looks{30};
constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
constexpr std::int64_t most_steps = std::int64_t{1} << 40;
constexpr int slower = built_with_sanitizers ? 10 : 1;

/// Roughly: the file, or all of its folder's for a geodatabase. For patience alone.
std::uint64_t size_of(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!error)
        return size;
    std::uint64_t total = 0;
    for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code gone;
        const auto one = entry->is_regular_file(gone) ? entry->file_size(gone) : 0;
        total += gone ? 0 : one;
    }
    return total;
}

/// Others may keep the machine busy, so the clock is more patient than the processor's limit.
std::chrono::seconds more_patience(std::uint64_t size) {
    constexpr std::uint64_t small = 4 * mebibyte;
    return std::chrono::seconds(size < small ? 0 : (size - small) / (2 * mebibyte));
}

/// Passes on what the process says of its progress, as far as it can be true.
class Forwarded {
  public:
    Forwarded(const sandbox::SharedProgress& from, Progress& to) : from_(from), to_(to) {}
    void update() {
        const std::int64_t total = std::clamp<std::int64_t>(from_.total(), 0, most_steps);
        if (total != total_) {
            to_.start(total);
            total_ = total;
            done_ = 0;
        }
        const std::int64_t done = std::clamp<std::int64_t>(from_.done(), done_, most_steps);
        to_.advance(done - done_);
        done_ = done;
    }

  private:
    const sandbox::SharedProgress& from_;
    Progress& to_;
    std::int64_t total_ = 0;
    std::int64_t done_ = 0;
};

/// One question to one process.
class Conversation {
  public:
    Conversation(const ReaderBudget& budget, const std::string& role, Request request)
        : budget_(budget), role_(role.empty() ? reader_role : role), request_(std::move(request)) {
        request_.memory = budget.memory;
        request_.processor_seconds = budget.processor_seconds * slower;
    }

    Answer run(Progress& progress) {
        progress.check();
        FlatWriter out;
        encode(out, request_);
        const sandbox::Descriptor request = sandbox::make_sealed(out.result());
        const sandbox::Descriptor answer = sandbox::make_memory();
        const sandbox::SharedProgress shared;
        sandbox::Child child({role_}, {request.number(), answer.number(), shared.descriptor()});
        wait(child, shared, progress);
        check(child.ending());
        return answer_in(answer.number());
    }

  private:
    void wait(sandbox::Child& child, const sandbox::SharedProgress& shared, Progress& progress) {
        const milliseconds patience =
            (budget_.patience + more_patience(size_of(request_.path))) * slower;
        const auto end = steady_clock::now() + patience;
        Forwarded forwarded(shared, progress);
        while (!child.wait(between_looks)) {
            forwarded.update();
            if (progress.stop_requested()) {
                child.kill();
                throw Cancelled();
            }
            if (steady_clock::now() > end)
                throw failure("io.reader_too_slow");
        }
        forwarded.update();
    }

    void check(const sandbox::Ending& ending) const {
        if (ending.exited && ending.number == 0)
            return;
        if (ending.exited && ending.number == exit_out_of_memory)
            throw failure("io.reader_out_of_memory");
        if (!ending.exited && ending.number == SIGXCPU)
            throw failure("io.reader_too_slow");
        if (!ending.exited && ending.number == SIGXFSZ)
            throw failure("io.reader_out_of_memory");
        if (!ending.exited && ending.number != SIGSYS)
            throw failure("io.reader_died");
        throw failure("io.reader_misbehaved");
    }

    Answer answer_in(int descriptor) const {
        const auto sealed = sandbox::SealedBytes::open(descriptor);
        if (!sealed)
            throw failure("io.reader_misbehaved");
        std::optional<Answer> answer;
        try {
            answer = decode_answer(sealed->bytes(), request_.operation);
        } catch (const NotFlat&) {
            throw failure("io.reader_misbehaved");
        }
        if (const auto* error = std::get_if<Message>(&answer->value))
            throw Error(*error);
        return std::move(*answer);
    }

    Error failure(const char* key) const { return Error({key, {request_.path}}); }

    const ReaderBudget& budget_;
    std::string role_;
    Request request_;
};

// Once a process, and only when something is missing that the build did not give up itself.
void log_what_is_missing(const sandbox::Confinement& reached) {
    static const bool said = [&] {
        const bool memory = reached.memory || slower > 1;
        if (reached.landlock == 0 || !reached.system_calls || !memory || !reached.resources)
            std::clog << "reader: landlock " << reached.landlock << ", system calls "
                      << reached.system_calls << ", memory limit " << reached.memory
                      << ", resource limits " << reached.resources << '\n';
        return true;
    }();
    static_cast<void>(said);
}

template<class Value>
Value asked(const ReaderBudget& budget, const std::string& role, Request request,
            Progress& progress) {
    Answer answer = Conversation(budget, role, std::move(request)).run(progress);
    log_what_is_missing(answer.confinement);
    return std::get<Value>(std::move(answer.value));
}

} // namespace

FeatureTable Reader::read_vector(const std::filesystem::path& path, const ReadOptions& options,
                                 Progress& progress) const {
    auto table = asked<FeatureTable>(budget_, role_,
                                     {Operation::vector, path.string(), options, 0, 0}, progress);
    table.source = path.string();
    return table;
}

std::vector<Table> Reader::read_tables(const std::filesystem::path& path,
                                       Progress& progress) const {
    auto tables =
        asked<Tables>(budget_, role_, {Operation::table, path.string(), {}, 0, 0}, progress);
    // Names of sheets are a stranger's words: shown and compared, never opened.
    for (Table& table : tables) {
        std::string name = shown_on_one_line(table.source);
        std::replace(name.begin(), name.end(), '/', '_');
        table.source = name.empty() ? path.string() : path.string() + "/" + name;
    }
    return tables;
}

FileSummary Reader::inspect(const std::filesystem::path& path, Progress& progress) const {
    try {
        return asked<FileSummary>(budget_, role_, {Operation::summary, path.string(), {}, 0, 0},
                                  progress);
    } catch (const Error& error) {
        const std::string& key = error.message().key;
        if (key == "io.not_found")
            throw;
        FileSummary summary;
        summary.findings.push_back({Severity::error, key.substr(key.find('.') + 1),
                                    shown_on_one_line(path.string()), std::nullopt,
                                    error.message()});
        return summary;
    }
}

std::vector<Message> Reader::protection() const {
    Progress progress;
    const sandbox::Confinement reached = Conversation(budget_, role_, {}).run(progress).confinement;
    std::vector<Message> lines;
    if (reached.landlock > 0)
        lines.push_back({"io.protection.landlock", {std::to_string(reached.landlock)}});
    else
        lines.push_back({"io.protection.no_landlock", {}});
    const auto add = [&](bool there, const char* yes, const char* no) {
        lines.push_back({there ? yes : no, {}});
    };
    add(reached.system_calls, "io.protection.system_calls", "io.protection.no_system_calls");
    add(reached.memory, "io.protection.memory", "io.protection.no_memory");
    add(reached.resources, "io.protection.resources", "io.protection.no_resources");
    return lines;
}

} // namespace antardesa::io
