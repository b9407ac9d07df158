#pragma once

#include "base/finding.h"
#include "crs/crs.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

/// GDAL held safely: one owner type per handle, one check, one place for its messages and
/// settings. Included by sources of `io` alone.
namespace antardesa::io::detail {

struct DatasetDeleter {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
struct FeatureDeleter {
    void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
struct GeometryDeleter {
    void operator()(void* geometry) const { OGR_G_DestroyGeometry(geometry); }
};
struct SpatialReferenceDeleter {
    void operator()(void* system) const { OSRRelease(system); }
};
struct FileDeleter {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct StringsDeleter {
    void operator()(char** strings) const { CSLDestroy(strings); }
};
struct TextDeleter {
    void operator()(char* text) const { CPLFree(text); }
};

using Dataset = std::unique_ptr<void, DatasetDeleter>;
using FeatureHandle = std::unique_ptr<void, FeatureDeleter>;
using GeometryHandle = std::unique_ptr<void, GeometryDeleter>;
using SpatialReference = std::unique_ptr<void, SpatialReferenceDeleter>;
using File = std::unique_ptr<VSILFILE, FileDeleter>;
using Strings = std::unique_ptr<char*, StringsDeleter>;
using Text = std::unique_ptr<char, TextDeleter>;

Strings strings(const std::vector<std::string>& values);

/// While it lives, GDAL's messages on this thread are collected here and printed nowhere, and
/// GDAL's settings on this thread are the safe ones (no network, nothing written beside inputs).
class Session {
  public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    struct Entry {
        bool failure = false;
        std::string text;
        int count = 1;
    };
    /// Each distinct message once, in order of its first appearance.
    const std::vector<Entry>& messages() const { return messages_; }
    std::string last_failure() const;
    /// Sets one of GDAL's options for this thread until the session ends.
    void set(const char* option, const char* value);

  private:
    static void collect(CPLErr kind, CPLErrorNum number, const char* text);
    std::vector<Entry> messages_;
    std::vector<std::pair<std::string, std::optional<std::string>>> previous_;
};

/// Messages as findings "library_message", except those that `io` reports better itself.
std::vector<Finding> findings_of(const Session& session, const std::string& subject);

/// A folder of GDAL's in-memory file system, emptied when it goes.
class MemoryFolder {
  public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    /// Puts a file there and returns its path. `name` is one path component or several.
    std::string put(const std::string& name, std::string_view bytes) const;
    /// Shows bytes there without a copy; they must outlive this and are only ever read.
    void show(const std::string& name, std::string_view bytes) const;
    void make_folder(const std::string& name) const;
    /// Of the files in it.
    std::vector<std::string> names() const;
    std::string path_of(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::unique_ptr<char> token_; ///< its address makes the name unique among living folders
    std::string path_;
};

/// The whole file; nothing when it cannot be opened or is larger than `limit`.
std::optional<std::string> file_bytes(const std::string& path, std::size_t limit);
/// A file of GDAL's memory without a copy; empty when there is none. Valid while the file is.
std::string_view memory_bytes(const std::string& path);
/// The first bytes, fewer if the file is shorter; empty when it cannot be opened.
std::string first_bytes(const std::string& path, std::size_t count);

/// From GDAL's object, through our own checks; nothing for null or what crs::Crs refuses.
std::optional<crs::Crs> crs_of(OGRSpatialReferenceH system);

} // namespace antardesa::io::detail
