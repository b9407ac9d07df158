#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace antardesa::digest {

using Sha256 = std::array<std::uint8_t, 32>;
using Short = std::array<std::uint8_t, 16>;

/// SHA-256 (FIPS 180-4): what `sha256sum` says.
Sha256 sha256(std::span<const std::uint8_t> bytes);

/// BLAKE2b with an output of 16 bytes (RFC 7693): faster, and enough to see that something is not
/// as it was. Fed piece by piece; belongs to one thread.
class ShortHash {
  public:
    ShortHash();
    ~ShortHash();
    ShortHash(ShortHash&&) noexcept;
    ShortHash& operator=(ShortHash&&) noexcept;

    void add(std::span<const std::uint8_t> bytes);
    void add(std::string_view bytes);
    /// Eight bytes, least significant first.
    void add(std::uint64_t number);
    /// The hash of everything added since the last `take`; then it is empty again.
    Short take();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Lower-case hexadecimal digits.
std::string hex(std::span<const std::uint8_t> bytes);

} // namespace antardesa::digest
