#pragma once

#include "base/job.h"
#include "model/edit.h"

#include <filesystem>
#include <string>

/// Files that belong to documents: kept in the project, so that they travel with it, or linked.
namespace antardesa::workspace {

/// A project is read whole, so what it keeps has a limit; larger files are linked.
inline constexpr std::uintmax_t largest_attachment = 25U * 1024 * 1024;

struct AttachFile {
    Id<model::Document> document;
    std::filesystem::path file;
    std::string words; ///< what it is found by, besides its name
    bool link = false; ///< only where it lies
};
/// `edit.attach`. The bytes are taken as they are and never interpreted. Refused
/// ("workspace.attachment.<…>", {0}: the file): "no_document", "no_file" for what is no plain file
/// that can be read, "is_link" for a link whose content was to be kept: it is not followed,
/// "too_large" ({1}: its MB, {2}: the limit), "already" when the document has one
/// of that name. For jobs and the command line.
Result<model::Edit> attach_file(const model::Atlas& atlas, const AttachFile& request);

/// Writes the kept bytes, whole or not at all, never over another kind of file (`why_not_written`).
/// Refused: "workspace.attachment.unknown", "workspace.attachment.only_link" ({0}: name, {1}: where
/// the link leads). Throws `Error` as `write_whole_file`.
Result<std::filesystem::path> write_attachment(const model::Atlas& atlas,
                                               Id<model::Attachment> attachment,
                                               const std::filesystem::path& output);

/// Whether every word stands, in whatever letters, in what the document or one of its attachments
/// says: kind, number, title, issuer, the names of files and their words.
bool says_words(const model::Atlas& atlas, const model::Document& document, std::string_view words);

} // namespace antardesa::workspace
