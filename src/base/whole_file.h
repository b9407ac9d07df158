#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace antardesa {

/// Why `target` could not be written, as a sentence that names it ({0}) and says the reason that
/// errno(3) `error` stands for: "base.no_space" and "base.quota_used_up" ({1}: bytes needed at the
/// least, {2}: bytes free where it lies, those that the unfinished file has `taken` among them),
/// "base.full_though_free" ({1}: bytes free) when the medium refuses although they would do,
/// "base.no_permission", "base.read_only_medium", "base.no_folder" ({1}: its folder),
/// "base.folder_in_its_place", "base.medium_failed", "base.file_too_large"; else
/// "base.cannot_write_file" ({1}: the system's words). `needed` is 0 when that is not known.
Message cannot_write(const std::filesystem::path& target, int error, std::uint64_t needed = 0,
                     std::uint64_t taken = 0);

/// A file could not be put where it shall stand. Message: "base.<…>" with the path as {0}.
class FileError : public Error {
  public:
    enum class Reason {
        exists,   ///< something stands there and may not be replaced
        is_link,  ///< the target is a symbolic link: what it leads to is not ours to replace
        no_space, ///< disk or quota full
        failed,   ///< for another reason: see `cannot_write`
        unsure ///< it stands in its place, but the medium did not confirm it: "base.placed_unsure"
    };
    FileError(Reason reason, const std::filesystem::path& target, int error, std::uint64_t needed,
              std::uint64_t taken = 0);
    Reason reason() const { return reason_; }
    std::uint64_t needed() const { return needed_; } ///< bytes, for `no_space`

  private:
    Reason reason_;
    std::uint64_t needed_;
};

/// A file in the making, under a private name (0600, made with O_EXCL) in the folder where it shall
/// stand. Removed unless it was put in place. Leftovers of killed processes in that folder, ours
/// and older than an hour, are removed on the way. Throws `FileError`.
class WholeFile {
  public:
    explicit WholeFile(std::filesystem::path target);
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    /// Where to write; has the target's ending. Empty at first; whoever writes closes it before
    /// `put_in_place`.
    const std::filesystem::path& path() const { return path_; }

    /// The message with the target's name where it has this file's: people know only the former.
    Message about_target(Message message) const;

    /// Syncs the file, renames it to the target and syncs the folder: after a power cut the target
    /// is the old file or the whole new one. Without `replace` a target that appeared meanwhile is
    /// left alone.
    void put_in_place(bool replace);

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
    bool placed_ = false;
};

/// Writes all of `bytes` as one whole file, over what was there.
void write_whole_file(const std::filesystem::path& target, std::string_view bytes);

/// The folder of a file, "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& file);
/// Name pattern for mkstemp(3) and mkdtemp(3) beside `target`; `remove_leftovers` knows it again.
std::string private_pattern(const std::filesystem::path& target);
/// Removes what killed processes of this account left in the folder more than an hour ago.
void remove_leftovers(const std::filesystem::path& folder);
/// The private folder beside `target` in which a file of its name still waits: a write of this
/// account that was cut off before it could place it. Empty: none. `own`: a folder that is no such.
std::filesystem::path interrupted_write(const std::filesystem::path& target,
                                        const std::filesystem::path& own = {});

/// A new empty folder that only this account can enter: in $XDG_RUNTIME_DIR, else among the
/// temporary files. Whoever asked removes it; those of killed processes of this account are removed
/// on the way. Throws `FileError`.
std::filesystem::path make_private_folder();

/// Syncs a file or folder. False when the medium refused; a file system that cannot sync folders
/// counts as having done it.
bool synchronise(const std::filesystem::path& path);

/// What this account may still write where `path` lies; nothing when that cannot be known.
std::optional<std::uint64_t> free_bytes(const std::filesystem::path& path);
/// Whether `path` lies on another machine's disk (NFS, SMB, 9P, FUSE), where locks may not hold.
bool is_on_network(const std::filesystem::path& path);

} // namespace antardesa
