#include "io/detail/reader_protocol.h"

namespace antardesa::io::detail {

namespace {

constexpr std::uint8_t error_mark = 1;

void encode(FlatWriter& out, const sandbox::Confinement& reached) {
    out.number(static_cast<std::uint8_t>(reached.landlock));
    for (const bool part : {reached.system_calls, reached.memory, reached.resources})
        out.number(static_cast<std::uint8_t>(part));
}

sandbox::Confinement decode_confinement(FlatReader& in) {
    sandbox::Confinement reached;
    reached.landlock = in.below(100);
    for (bool* part : {&reached.system_calls, &reached.memory, &reached.resources})
        *part = in.flag();
    return reached;
}

/// A workbook has no more sheets than that (xlsx.cpp).
constexpr std::size_t most_tables = 200;

void encode(FlatWriter& out, const Tables& tables) {
    out.number(static_cast<std::uint8_t>(tables.size()));
    for (const Table& table : tables) {
        out.text(table.source);
        encode(out, table);
    }
}

Tables decode_tables(FlatReader& in) {
    Tables tables(in.below(most_tables + 1));
    for (Table& table : tables) {
        const std::string name = in.text();
        table = decode_table(in);
        table.source = name;
    }
    return tables;
}

Answered decode_value(FlatReader& in, Operation asked) {
    switch (asked) {
    case Operation::vector:
        return decode_feature_table(in);
    case Operation::summary:
        return decode_file_summary(in);
    case Operation::table:
        return decode_tables(in);
    case Operation::none:
        break;
    }
    return {};
}

} // namespace

void encode(FlatWriter& out, const Request& request) {
    out.number(static_cast<std::uint8_t>(request.operation));
    out.bytes(request.path);
    out.bytes(request.options.layer);
    encode(out, request.options.assumed_crs);
    out.bytes(request.options.encoding);
    out.number(static_cast<std::uint8_t>(request.options.swap_axes));
    out.number(request.memory);
    out.number(request.processor_seconds);
}

Request decode_request(FlatReader& in) {
    Request request;
    request.operation = static_cast<Operation>(in.below(4));
    request.path = in.bytes();
    request.options.layer = in.bytes();
    request.options.assumed_crs = decode_crs(in);
    request.options.encoding = in.bytes();
    request.options.swap_axes = in.below(2) != 0;
    request.memory = in.number<std::uint64_t>();
    request.processor_seconds = in.number<std::uint32_t>();
    in.finish();
    return request;
}

void encode(FlatWriter& out, const Answer& answer) {
    encode(out, answer.confinement);
    const auto* error = std::get_if<Message>(&answer.value);
    out.number(static_cast<std::uint8_t>(error ? error_mark : 0));
    if (error)
        encode(out, *error);
    else if (const auto* features = std::get_if<FeatureTable>(&answer.value))
        encode(out, *features);
    else if (const auto* summary = std::get_if<FileSummary>(&answer.value))
        encode(out, *summary);
    else if (const auto* tables = std::get_if<Tables>(&answer.value))
        encode(out, *tables);
}

Answer decode_answer(std::string_view bytes, Operation asked) {
    FlatReader in(bytes);
    Answer answer;
    answer.confinement = decode_confinement(in);
    if (in.flag())
        answer.value = decode_message(in);
    else
        answer.value = decode_value(in, asked);
    in.finish();
    return answer;
}

} // namespace antardesa::io::detail
