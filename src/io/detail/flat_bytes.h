#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace antardesa::io::detail {

/// Thrown by `FlatReader` and the decoders: the bytes are not what an encoder writes.
struct NotFlat {};

/// Values one after another, for another process of this very executable on this machine:
/// numbers as they lie in memory, texts and lists with their length before them.
class FlatWriter {
  public:
    template<class Number>
    requires std::is_arithmetic_v<Number>
    void number(Number value) { raw(&value, sizeof value); }
    void count(std::size_t value) { number(static_cast<std::uint64_t>(value)); }
    /// What is not UTF-8 is written as Windows-1252 would have it: nobody's text is lost.
    void text(std::string_view value);
    /// As it is: paths.
    void bytes(std::string_view value) {
        count(value.size());
        raw(value.data(), value.size());
    }
    void raw(const void* data, std::size_t size) {
        result_.append(static_cast<const char*>(data), size);
    }
    const std::string& result() const { return result_; }
    std::string take() { return std::move(result_); }

  private:
    std::string result_;
};

/// Takes them out again and believes nothing. Throws `NotFlat`.
class FlatReader {
  public:
    explicit FlatReader(std::string_view bytes) : rest_(bytes) {}

    template<class Number>
    requires std::is_arithmetic_v<Number> Number number() {
        Number value;
        std::memcpy(&value, raw(sizeof value).data(), sizeof value);
        return value;
    }
    bool flag() { return below(2) == 1; }
    /// A small number, for enums: less than `limit`.
    std::uint8_t below(std::uint8_t limit);
    double finite();
    /// How many follow, each of which takes at least `smallest` bytes of what is left.
    std::size_t count(std::size_t smallest);
    /// UTF-8.
    std::string text() { return std::string(text_view()); }
    std::string_view text_view();
    std::string bytes() { return std::string(raw(count(1))); }
    std::string_view raw(std::size_t size);
    /// All was taken.
    void finish() const;

  private:
    std::string_view rest_;
};

} // namespace antardesa::io::detail
