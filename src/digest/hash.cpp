#include "digest/hash.h"

#include "base/result.h"

#include <sodium.h>

namespace antardesa::digest {

namespace {

/// Chooses the fastest code for this processor. May be called again, from any thread.
void prepare_library() {
    if (sodium_init() < 0)
        throw Error({"digest.unavailable", {}});
}

} // namespace

Sha256 sha256(std::span<const std::uint8_t> bytes) {
    prepare_library();
    Sha256 hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

struct ShortHash::State {
    crypto_generichash_state inner;
    void begin() { crypto_generichash_init(&inner, nullptr, 0, Short{}.size()); }
};

ShortHash::ShortHash() : state_(std::make_unique<State>()) {
    prepare_library();
    state_->begin();
}

ShortHash::~ShortHash() = default;
ShortHash::ShortHash(ShortHash&&) noexcept = default;
ShortHash& ShortHash::operator=(ShortHash&&) noexcept = default;

void ShortHash::add(std::span<const std::uint8_t> bytes) {
    crypto_generichash_update(&state_->inner, bytes.data(), bytes.size());
}

void ShortHash::add(std::string_view bytes) {
    add({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

void ShortHash::add(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    add(bytes);
}

Short ShortHash::take() {
    Short hash{};
    crypto_generichash_final(&state_->inner, hash.data(), hash.size());
    state_->begin();
    return hash;
}

std::string hex(std::span<const std::uint8_t> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace antardesa::digest
