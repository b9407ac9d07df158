#include "io/reader_service.h"

#include "base/result.h"
#include "io/detail/format.h"
#include "io/detail/inputs.h"
#include "io/detail/reader_protocol.h"
#include "io/detail/warm_libraries.h"
#include "io/detail/xlsx.h"
#include "sandbox/child.h"
#include "sandbox/memory.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <unistd.h>

namespace antardesa::io {

namespace {

using namespace detail;

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
constexpr std::uint64_t small_input = 32 * mebibyte;
constexpr std::uint64_t memory_per_byte = 6;
constexpr std::uint64_t largest_answer = std::uint64_t{2} << 30;

sandbox::Limits limits_for(const Request& request, std::uint64_t input) {
    const auto machine = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                         static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t wanted = request.memory + memory_per_byte * input;
    return {std::min(wanted, machine / 2),
            request.processor_seconds +
                static_cast<std::uint32_t>((std::max(input, small_input) - small_input) /
                                           (4 * mebibyte)),
            largest_answer};
}

// A KML or a geodatabase can name other files. Where paths cannot be closed by the kernel, the
// filter of calls alone does not count as enough for them.
void refuse_what_names_files(const Inputs& inputs, const sandbox::Confinement& reached) {
    if (reached.landlock > 0)
        return;
    const std::string path = inputs.path();
    const bool vector = format_by_extension(path) || path.ends_with(".zip");
    if (!vector)
        return;
    for (const VectorSource& source : locate(inputs).sources)
        if (source.format == Format::kml || source.format == Format::file_gdb)
            throw Error({"io.format_needs_landlock", {inputs.shown()}});
}

/// Of a workbook its sheets, with what was found about the whole in the first.
Tables read_tables(const Inputs& inputs) {
    if (!is_workbook(inputs.path())) {
        Tables one{read_csv(inputs)};
        one.front().source.clear();
        return one;
    }
    Workbook book = read_workbook(inputs.bytes(), inputs.shown());
    if (book.sheets.empty())
        throw Error({"io.no_sheet", {inputs.shown()}});
    for (Table& table : book.sheets)
        table.source.erase(0, inputs.shown().size() + std::string_view(": ").size());
    std::vector<Finding>& first = book.sheets.front().findings;
    first.insert(first.begin(), book.findings.begin(), book.findings.end());
    return std::move(book.sheets);
}

Answered parsed(const Request& request, const Inputs& inputs, Progress& progress) {
    switch (request.operation) {
    case Operation::vector:
        return read_vector(inputs, request.options, progress);
    case Operation::summary:
        return inspect_file(inputs, progress);
    case Operation::table:
        return read_tables(inputs);
    case Operation::none:
        break;
    }
    return {};
}

Answer answer_to(const Request& request, Progress& progress) {
    Answer answer;
    try {
        if (request.operation == Operation::none) {
            answer.confinement = sandbox::lock_down(limits_for(request, 0));
            return answer;
        }
        const Inputs inputs = Inputs::gather(request.path);
        warm_libraries();
        answer.confinement = sandbox::lock_down(limits_for(request, inputs.total_size()));
        refuse_what_names_files(inputs, answer.confinement);
        answer.value = parsed(request, inputs, progress);
    } catch (const Error& error) {
        answer.value = error.message();
    }
    return answer;
}

int serve() {
    const auto request = sandbox::SealedBytes::open(request_descriptor);
    Progress* progress = sandbox::SharedProgress::attach(progress_descriptor);
    if (!request || !progress)
        return exit_unexpected;
    try {
        FlatReader in(request->bytes());
        FlatWriter out;
        encode(out, answer_to(decode_request(in), *progress));
        return sandbox::write_and_seal(answer_descriptor, out.result()) ? 0 : exit_out_of_memory;
    } catch (const std::bad_alloc&) {
        return exit_out_of_memory;
    } catch (...) {
        return exit_unexpected;
    }
}

} // namespace

bool is_reader_call(int argc, char** argv) {
    return argc == 2 && std::strcmp(argv[1], reader_role) == 0;
}

void serve_reader() {
    sandbox::die_with_parent();
    // No destructor, no exit handler: they would want what was given up.
    ::_exit(serve());
}

} // namespace antardesa::io
