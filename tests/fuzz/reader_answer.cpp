// What a reading process hands back: refused, or sound in every count. The first byte says what was
// asked.
#include "fuzz/harness.h"
#include "io/detail/reader_protocol.h"

using namespace antardesa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto asked = static_cast<io::detail::Operation>(data[0] % 4);
    try {
        const io::detail::Answer answer =
            io::detail::decode_answer(fuzz::text_of(data + 1, size - 1), asked);
        if (const auto* table = std::get_if<io::FeatureTable>(&answer.value))
            for (const io::Column& column : table->columns)
                fuzz::require(column.size() == table->features.size(), "a value for each feature");
        io::detail::FlatWriter again;
        encode(again, answer);
        fuzz::require(again.result().size() <= size + 70000, "nothing was invented");
    } catch (const io::detail::NotFlat&) {
    }
    return 0;
}
