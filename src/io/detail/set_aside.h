#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace antardesa::io::detail {

/// The older parts of a shapefile out of the way while a new set takes their place, and what
/// others put beside them too: an index (.qix, .sbn) or a second .prj (.qpj) of the older set
/// would mislead about the new one. They are moved into a new folder "<name>.lama-<letters>"
/// beside the target, the .shp first and synchronised before any new part appears, so that old
/// and new parts never stand together as a set that opens. Unless `drop` was reached they are
/// put back when this ends, the .shp last, and new parts removed. A killed process leaves the
/// folder: its files and those still in place are the whole older set. It is never removed later;
/// the next write brings those that were still in place into it.
class SetAside {
  public:
    /// Nothing is moved yet. `needed`: bytes that will be written, for the message.
    SetAside(std::filesystem::path target, std::uint64_t needed);
    ~SetAside();
    SetAside(const SetAside&) = delete;
    SetAside& operator=(const SetAside&) = delete;

    /// Throws `Error` of `antardesa::cannot_write`. Makes no folder when there is no older part.
    /// `own`: the private folder in which the new parts wait.
    void clear_the_way(const std::filesystem::path& own);
    /// A new part stands at `place` now.
    void replaced_by(const std::filesystem::path& place) { fresh_.push_back(place); }
    /// The new set is whole and synchronised: the older one is deleted.
    void drop();

  private:
    void put_back();
    void gather_interrupted(std::vector<std::filesystem::path>& parts,
                            const std::filesystem::path& own);
    [[noreturn]] void fail(int error) const;

    std::filesystem::path target_;
    std::uint64_t needed_;
    std::filesystem::path folder_;             ///< empty: nothing moved
    bool somebodys_ = false;                   ///< parts without a .shp: they are never deleted
    std::vector<std::filesystem::path> moved_; ///< where they stood, the .shp first
    std::vector<std::filesystem::path> fresh_; ///< the .shp last
};

/// Parts of a shapefile of that name that stand in its folder, the .shp first when it does.
std::vector<std::filesystem::path> parts_of_set(const std::filesystem::path& target);

} // namespace antardesa::io::detail
