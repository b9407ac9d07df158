#include "workspace/attachment.h"

#include "base/text.h"
#include "base/whole_file.h"
#include "workspace/output_gate.h"

#include <algorithm>
#include <array>
#include <fstream>

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

/// Not more than the limit, whatever the file has become meanwhile.
Result<model::SharedBytes> bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes;
    std::array<char, 65536> part;
    while (in && bytes.size() <= largest_attachment) {
        in.read(part.data(), part.size());
        bytes.insert(bytes.end(), part.begin(), part.begin() + in.gcount());
    }
    if (bytes.size() > largest_attachment)
        return refused("too_large",
                       {file.string(), megabytes(bytes.size()), megabytes(largest_attachment)});
    if (in.bad() || !in.eof())
        return refused("no_file", {file.string()});
    return model::SharedBytes(std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes)));
}

} // namespace

Result<model::Edit> attach_file(const model::Atlas& atlas, const AttachFile& request) {
    const fs::path& file = request.file;
    const model::Document* document = atlas.find(request.document);
    if (!document)
        return refused("no_document", {file.string(), std::to_string(request.document.value)});
    std::error_code error;
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
