#include "digest/hash.h"

#include <gtest/gtest.h>

namespace antardesa::digest {

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(Digest, SaysWhatSha256sumSays) {
    EXPECT_EQ(hex(sha256(bytes_of("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, ShortHashIsBlake2b) {
    // b2sum -l 128
    ShortHash hash;
    hash.add(std::string_view("abc"));
    EXPECT_EQ(hex(hash.take()), "cf4ab791c62b8d2b2109c90275287816");
}

TEST(Digest, ShortHashDependsOnBytesNotOnPieces) {
    ShortHash hash;
    hash.add(std::string_view("desa "));
    hash.add(std::string_view("Sukamaju"));
    const Short pieces = hash.take();
    hash.add(std::string_view("desa Sukamaju"));
    EXPECT_EQ(hash.take(), pieces);
    hash.add(std::string_view("desa Sukamajv"));
    EXPECT_NE(hash.take(), pieces);
    hash.add(std::uint64_t{0x0102});
    const Short number = hash.take();
    hash.add(std::string_view("\x02\x01\0\0\0\0\0\0", 8));
    EXPECT_EQ(hash.take(), number);
}

} // namespace

} // namespace antardesa::digest
