#pragma once

#include "io/detail/flat_values.h"
#include "io/reader.h"
#include "sandbox/lock_down.h"

#include <variant>

/// What a `Reader` and its process say to each other.
namespace antardesa::io::detail {

inline constexpr const char* reader_role = "--antardesa-reader";

/// Descriptors that the process is given.
inline constexpr int request_descriptor = 3;
inline constexpr int answer_descriptor = 4;
inline constexpr int progress_descriptor = 5;

/// Exit statuses besides 0.
inline constexpr int exit_out_of_memory = 10;
inline constexpr int exit_unexpected = 11;

enum class Operation : std::uint8_t { vector, summary, table, none };

struct Request {
    Operation operation = Operation::none;
    std::string path;
    ReadOptions options;
    std::uint64_t memory = 0;
    std::uint32_t processor_seconds = 0;
};
void encode(FlatWriter& out, const Request& request);
Request decode_request(FlatReader& in);

/// Of a CSV one, of a workbook its sheets, each with its name as `source`.
using Tables = std::vector<Table>;
using Answered = std::variant<std::monostate, FeatureTable, FileSummary, Tables, Message>;
/// Either a value or, as `Message`, the error that stands for it.
struct Answer {
    sandbox::Confinement confinement;
    Answered value;
};
void encode(FlatWriter& out, const Answer& answer);
/// Throws `NotFlat`: for bytes that are no answer, or one to another question.
Answer decode_answer(std::string_view bytes, Operation asked);

} // namespace antardesa::io::detail
