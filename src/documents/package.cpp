#include "documents/detail/package.h"

#include "base/result.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include <minizip/zip.h>

namespace antardesa::documents::detail {

namespace {

/// minizip writes through C calls: into memory, so that a file appears only when it is whole.
struct Memory {
    std::string bytes;
    std::size_t at = 0;
};

Memory& memory(voidpf stream) {
    return *static_cast<Memory*>(stream);
}

voidpf open_memory(voidpf opaque, const void*, int) {
    return opaque;
}

uLong read_memory(voidpf, voidpf stream, void* buffer, uLong size) {
    Memory& file = memory(stream);
    const std::size_t count = std::min<std::size_t>(size, file.bytes.size() - file.at);
    std::memcpy(buffer, file.bytes.data() + file.at, count);
    file.at += count;
    return static_cast<uLong>(count);
}

uLong write_memory(voidpf, voidpf stream, const void* buffer, uLong size) {
    Memory& file = memory(stream);
    try {
        file.bytes.resize(std::max<std::size_t>(file.bytes.size(), file.at + size));
    } catch (const std::bad_alloc&) {
        return 0;
    }
    std::memcpy(file.bytes.data() + file.at, buffer, size);
    file.at += size;
    return size;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) {
    return memory(stream).at;
}

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    Memory& file = memory(stream);
    const std::size_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                                : 0;
    if (base + offset > file.bytes.size())
        return -1;
    file.at = base + static_cast<std::size_t>(offset);
    return 0;
}

int close_memory(voidpf, voidpf) {
    return 0;
}

int error_of_memory(voidpf, voidpf) {
    return 0;
}

void require(bool well, const std::string& name) {
    if (!well)
        throw Error({"documents.not_packed", {name}});
}

/// The ZIP in the making; closed when something is thrown on the way.
class Package {
  public:
    Package() {
        zlib_filefunc64_def calls{open_memory, read_memory,  write_memory,    tell_memory,
                                  seek_memory, close_memory, error_of_memory, &memory_};
        zip_ = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &calls);
        require(zip_ != nullptr, "zip");
    }
    ~Package() {
        if (zip_)
            zipClose(zip_, nullptr);
    }
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    void add(const Part& part) {
        zip_fileinfo info{};
        info.tmz_date = {0, 0, 0, 1, 0, 1980};
        const bool opened =
            zipOpenNewFileInZip(zip_, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                Z_DEFLATED, Z_DEFAULT_COMPRESSION) == ZIP_OK;
        require(opened && zipWriteInFileInZip(zip_, part.bytes.data(),
                                              static_cast<unsigned>(part.bytes.size())) == ZIP_OK,
                part.name);
        require(zipCloseFileInZip(zip_) == ZIP_OK, part.name);
    }
    std::string finish() {
        require(zipClose(std::exchange(zip_, nullptr), nullptr) == ZIP_OK, "zip");
        return std::move(memory_.bytes);
    }

  private:
    Memory memory_;
    zipFile zip_ = nullptr;
};

} // namespace

std::string package_bytes(const std::vector<Part>& parts) {
    Package package;
    for (const Part& part : parts)
        package.add(part);
    return package.finish();
}

} // namespace antardesa::documents::detail
