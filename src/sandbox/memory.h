#pragma once

#include "base/job.h"
#include "sandbox/descriptor.h"

#include <optional>
#include <string_view>

namespace antardesa::sandbox {

/// Memory with a descriptor, which a child writes its answer to. Throws `Error`
/// "sandbox.no_memory".
Descriptor make_memory();
/// The same with content, sealed: a request.
Descriptor make_sealed(std::string_view bytes);

/// Writes everything and forbids every later change, also to oneself. False when the machine
/// does not let it.
bool write_and_seal(int descriptor, std::string_view bytes);

/// What lies in such a memory, once it is certain that nobody can write, shrink or grow it any
/// more: only then a check of its bytes stays true. Mapped read-only while it lives.
class SealedBytes {
  public:
    /// Nothing when a seal is missing or it cannot be mapped.
    static std::optional<SealedBytes> open(int descriptor);
    ~SealedBytes();
    SealedBytes(SealedBytes&& other) noexcept
        : data_(std::exchange(other.data_, "")), size_(std::exchange(other.size_, 0)) {}
    SealedBytes& operator=(SealedBytes&&) = delete;

    std::string_view bytes() const { return {data_, size_}; }

  private:
    SealedBytes(const char* data, std::size_t size) : data_(data), size_(size) {}
    const char* data_;
    std::size_t size_;
};

/// A `Progress` in memory that two processes of the same executable share. The maker must only
/// read its two numbers: the other side may have written anything.
class SharedProgress {
  public:
    /// A new one; its size is sealed, so that no access to it can fail. Throws `Error`
    /// "sandbox.no_memory".
    SharedProgress();
    /// The one behind a descriptor that a child was given; nothing when it cannot be mapped.
    static Progress* attach(int descriptor);
    ~SharedProgress();
    SharedProgress(const SharedProgress&) = delete;
    SharedProgress& operator=(const SharedProgress&) = delete;

    int descriptor() const { return memory_.number(); }
    std::int64_t done() const { return progress_->done(); }
    std::int64_t total() const { return progress_->total(); }

  private:
    Descriptor memory_;
    Progress* progress_; ///< its destructor never runs: its stop token is not to be believed
};

} // namespace antardesa::sandbox
