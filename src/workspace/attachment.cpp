#include "workspace/attachment.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "workspace/output_gate.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;

Refusal refused(const char* why, std::vector<std::string> arguments) {
    return {{std::string("workspace.attachment.") + why, std::move(arguments)}};
}

std::string megabytes(std::uintmax_t bytes) {
    constexpr std::uintmax_t one = 1024U * 1024U;
    return std::to_string((bytes + one - 1) / one);
}

/// By the ending: other programs open it by that as well.
std::string media_type_of(const fs::path& file) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{
        {{".pdf", "application/pdf"},
         {".jpg", "image/jpeg"},
         {".jpeg", "image/jpeg"},
         {".png", "image/png"},
         {".tif", "image/tiff"},
         {".tiff", "image/tiff"},
         {".txt", "text/plain"},
         {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
         {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};
    const std::string ending = lower_case(file.extension().string());
    for (const auto& [known, type] : types)
        if (known == ending)
            return std::string(type);
    return {};
}

/// A plain file, opened where it lies: what a link leads to is not what the person named, and what
/// took the file's place meanwhile is neither followed nor waited for.
class PlainFile {
  public:
    explicit PlainFile(const fs::path& path)
        : descriptor_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)),
          is_link_(descriptor_ < 0 && errno == ELOOP) {
        struct stat status {};
        is_plain_ =
            descriptor_ >= 0 && ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
    }
    ~PlainFile() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;

    bool is_link() const { return is_link_; }
    bool is_plain() const { return is_plain_; }
    /// Not more than `most` and one, whatever the file has become meanwhile; nothing when the
    /// medium fails.
    std::optional<std::vector<std::uint8_t>> bytes(std::uintmax_t most) const {
        std::vector<std::uint8_t> all;
        std::array<std::uint8_t, 65536> part;
        while (all.size() <= most) {
            const ssize_t count = ::read(descriptor_, part.data(), part.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return std::nullopt;
            if (count == 0)
                break;
            all.insert(all.end(), part.begin(), part.begin() + count);
        }
        return all;
    }

  private:
    int descriptor_;
    bool is_link_;
    bool is_plain_ = false;
};

Result<model::SharedBytes> bytes_of(const fs::path& path) {
    const PlainFile file(path);
    if (file.is_link())
        return refused("is_link", {path.string()});
    auto bytes = file.is_plain() ? file.bytes(largest_attachment) : std::nullopt;
    if (!bytes)
        return refused("no_file", {path.string()});
    if (bytes->size() > largest_attachment)
        return refused("too_large",
                       {path.string(), megabytes(bytes->size()), megabytes(largest_attachment)});
    return model::SharedBytes(std::make_shared<const std::vector<std::uint8_t>>(*std::move(bytes)));
}

} // namespace

Result<model::Edit> attach_file(const model::Atlas& atlas, const AttachFile& request) {
    const fs::path& file = request.file;
    const model::Document* document = atlas.find(request.document);
    if (!document)
        return refused("no_document", {file.string(), std::to_string(request.document.value)});
    std::error_code error;
    if (!request.link && fs::is_symlink(fs::symlink_status(file, error)))
        return refused("is_link", {file.string()});
    if (!fs::is_regular_file(file, error))
        return refused("no_file", {file.string()});
    const std::uintmax_t size = fs::file_size(file, error);
    if (!request.link && !error && size > largest_attachment)
        return refused("too_large",
                       {file.string(), megabytes(size), megabytes(largest_attachment)});
    model::Attachment row;
    row.id = atlas.table<model::Attachment>().next_id();
    row.document = request.document;
    row.name = file.filename().string();
    for (const model::Attachment* other : atlas.attachments(request.document))
        if (other->name == row.name)
            return refused("already", {row.name, document->title});
    row.media_type = media_type_of(file);
    row.words = request.words;
    if (request.link) {
        row.link = fs::absolute(file, error).lexically_normal().string();
    } else {
        auto bytes = bytes_of(file);
        if (!bytes)
            return bytes.refusal();
        row.content = std::move(bytes).value();
    }
    const std::string name = row.name;
    return model::Edit{{"edit.attach", {name, document->title}},
                       {model::Put<model::Attachment>{std::move(row)}},
                       {}};
}

Result<fs::path> write_attachment(const model::Atlas& atlas, Id<model::Attachment> id,
                                  const fs::path& output) {
    const model::Attachment* row = atlas.find(id);
    if (!row)
        return refused("unknown", {std::to_string(id.value)});
    if (!row->content)
        return refused("only_link", {row->name, row->link});
    if (auto why = why_not_written({output}))
        return *why;
    const auto* data = reinterpret_cast<const char*>(row->content->data());
    write_whole_file(output, std::string_view(data, row->content->size()));
    return output;
}

bool says_words(const model::Atlas& atlas, const model::Document& document,
                std::string_view words) {
    std::string said = document.kind + " " + document.number + " " + document.title + " " +
                       document.issuer + " " + document.file;
    for (const model::Attachment* attachment : atlas.attachments(document.id))
        said += " " + attachment->name + " " + attachment->words;
    said = lower_case(said);
    const auto wanted = split(lower_case(words), ' ');
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
        return said.find(word) != std::string::npos;
    });
}

} // namespace antardesa::workspace
