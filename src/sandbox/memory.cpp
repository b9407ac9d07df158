#include "sandbox/memory.h"

#include "base/result.h"

#include <cerrno>
#include <cstring>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::sandbox {

namespace {

constexpr int all_seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
constexpr std::size_t page = 4096;
static_assert(sizeof(Progress) <= page);

[[noreturn]] void no_memory() {
    throw Error({"sandbox.no_memory", {std::strerror(errno)}});
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Descriptor make_memory() {
    Descriptor memory(::memfd_create("antardesa", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory)
        no_memory();
    return memory;
}

Descriptor make_sealed(std::string_view bytes) {
    Descriptor memory = make_memory();
    if (!write_and_seal(memory.number(), bytes))
        no_memory();
    return memory;
}

bool write_and_seal(int descriptor, std::string_view bytes) {
    return write_all(descriptor, bytes) && ::fcntl(descriptor, F_ADD_SEALS, all_seals) == 0;
}

std::optional<SealedBytes> SealedBytes::open(int descriptor) {
    const int seals = ::fcntl(descriptor, F_GET_SEALS);
    if (seals < 0 || (seals & all_seals) != all_seals)
        return std::nullopt;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0)
        return std::nullopt;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return SealedBytes("", 0);
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (mapped == MAP_FAILED)
        return std::nullopt;
    return SealedBytes(static_cast<const char*>(mapped), size);
}

SealedBytes::~SealedBytes() {
    if (size_ != 0)
        ::munmap(const_cast<char*>(data_), size_);
}

SharedProgress::SharedProgress() : memory_(make_memory()) {
    if (::ftruncate(memory_.number(), page) != 0 ||
        ::fcntl(memory_.number(), F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0)
        no_memory();
    progress_ = attach(memory_.number());
    if (!progress_)
        no_memory();
}

Progress* SharedProgress::attach(int descriptor) {
    void* mapped = ::mmap(nullptr, page, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    return mapped == MAP_FAILED ? nullptr : new (mapped) Progress;
}

SharedProgress::~SharedProgress() {
    ::munmap(static_cast<void*>(progress_), page);
}

} // namespace antardesa::sandbox
