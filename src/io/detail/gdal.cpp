#include "io/detail/gdal.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/library_words.h"
#include "io/detail/text_limits.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t most_messages = 30;

constexpr std::array<std::pair<const char*, const char*>, 11> safe_options{{
    {"SHAPE_RESTORE_SHX", "NO"}, // would write beside the input
    {"CPL_DEBUG", "OFF"},
    {"GDAL_PAM_ENABLED", "NO"}, // no .aux.xml files
    {"GDAL_CACHEMAX", "64"},
    {"OGR_GEOMETRY_ACCEPT_UNCLOSED_RING", "YES"},
    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}"},
    {"GDAL_HTTP_CONNECTTIMEOUT", "1"},
    {"OGR_SQLITE_STATIC_VIRTUAL_OGR", "NO"},
    {"OSR_USE_APPROX_TMERC", "NO"},
    {"GDAL_NUM_THREADS", "1"}, // FlatGeobuf and GeoTIFF otherwise start threads of their own
    {"OGR_CURRENT_DATE",
     "2000-01-01T00:00:00.000Z"}, // GeoPackage writes it: same input, same bytes
}};

} // namespace

Strings strings(const std::vector<std::string>& values) {
    char** list = nullptr;
    for (const std::string& value : values)
        list = CSLAddString(list, value.c_str());
    return Strings(list);
}

Session::Session() {
    CPLPushErrorHandlerEx(&Session::collect, this);
    for (const auto& [option, value] : safe_options)
        set(option, value);
    OSRSetPROJEnableNetwork(0);
}

Session::~Session() {
    for (auto it = previous_.rbegin(); it != previous_.rend(); ++it)
        CPLSetThreadLocalConfigOption(it->first.c_str(),
                                      it->second ? it->second->c_str() : nullptr);
    CPLPopErrorHandler();
}

void Session::set(const char* option, const char* value) {
    const char* before = CPLGetThreadLocalConfigOption(option, nullptr);
    previous_.emplace_back(option, before ? std::optional<std::string>(before) : std::nullopt);
    CPLSetThreadLocalConfigOption(option, value);
}

void Session::collect(CPLErr kind, CPLErrorNum, const char* text) {
    auto* self = static_cast<Session*>(CPLGetErrorHandlerUserData());
    if (!self || kind < CE_Warning)
        return;
    for (Entry& entry : self->messages_)
        if (entry.text == text) {
            ++entry.count;
            return;
        }
    if (self->messages_.size() < most_messages)
        self->messages_.push_back({kind >= CE_Failure, text, 1});
}

std::string Session::last_failure() const {
    for (auto it = messages_.rbegin(); it != messages_.rend(); ++it)
        if (it->failure)
            return it->text;
    return messages_.empty() ? std::string() : messages_.back().text;
}

std::string technical_remark(std::string_view text) {
    constexpr std::size_t longest = 120;
    std::string remark;
    for (const std::string& word : split(text, ' ')) {
        const bool path = word.find('/') != std::string::npos || word.find("0x") < word.size();
        if (!path && !word.empty())
            remark += (remark.empty() ? "" : " ") + word;
    }
    if (remark.starts_with("Error occurred in"))
        return {};
    if (const auto kept = first_characters(remark, longest); kept.size() < remark.size())
        remark = std::string(kept) + "…";
    return shown_on_one_line(remark);
}

std::vector<Finding> findings_of(const Session& session, const std::string& subject) {
    std::vector<Finding> findings;
    std::set<std::string> said;
    for (const Session::Entry& entry : session.messages()) {
        if (entry.text.find("Non closed ring") != std::string::npos)
            continue;
        const std::string remark = technical_remark(entry.text);
        if (!said.insert(remark).second)
            continue;
        Message message{"io.gdal_message", {subject, remark}};
        if (remark.empty())
            message = {"io.gdal_trouble", {subject}};
        findings.push_back({entry.failure ? Severity::warning : Severity::information,
                            "library_message", subject, std::nullopt, std::move(message)});
    }
    return findings;
}

MemoryFolder::MemoryFolder() : token_(std::make_unique<char>()) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "/vsimem/antardesa-%p",
                  static_cast<void*>(token_.get()));
    path_ = name.data();
}

MemoryFolder::~MemoryFolder() {
    VSIRmdirRecursive(path_.c_str());
}

std::string MemoryFolder::put(const std::string& name, std::string_view bytes) const {
    const std::string path = path_of(name);
    // A FileGDB is opened as a folder, and one that was never made cannot be found as such.
    VSIMkdirRecursive(std::filesystem::path(path).parent_path().c_str(), 0700);
    auto* copy = static_cast<GByte*>(VSIMalloc(bytes.size() + 1));
    if (!copy)
        throw Error({"io.out_of_memory", {name}});
    std::memcpy(copy, bytes.data(), bytes.size());
    const File file(VSIFileFromMemBuffer(path.c_str(), copy, bytes.size(), TRUE));
    if (!file)
        throw Error({"io.out_of_memory", {name}});
    return path;
}

void MemoryFolder::show(const std::string& name, std::string_view bytes) const {
    const std::string path = path_of(name);
    VSIMkdirRecursive(std::filesystem::path(path).parent_path().c_str(), 0700);
    auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
    const File file(VSIFileFromMemBuffer(path.c_str(), data, bytes.size(), FALSE));
    if (!file)
        throw Error({"io.out_of_memory", {name}});
}

void MemoryFolder::make_folder(const std::string& name) const {
    VSIMkdirRecursive(path_of(name).c_str(), 0700);
}

std::vector<std::string> MemoryFolder::names() const {
    std::vector<std::string> found;
    const Strings entries(VSIReadDir(path_.c_str()));
    for (char** entry = entries.get(); entry && *entry; ++entry) {
        VSIStatBufL status{};
        if (VSIStatL(path_of(*entry).c_str(), &status) == 0 && VSI_ISREG(status.st_mode))
            found.emplace_back(*entry);
    }
    return found;
}

std::optional<std::string> file_bytes(const std::string& path, std::size_t limit) {
    const File file(VSIFOpenL(path.c_str(), "rb"));
    if (!file || VSIFSeekL(file.get(), 0, SEEK_END) != 0)
        return std::nullopt;
    const vsi_l_offset size = VSIFTellL(file.get());
    if (size > limit || VSIFSeekL(file.get(), 0, SEEK_SET) != 0)
        return std::nullopt;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, bytes.size(), file.get()));
    return bytes;
}

std::string_view memory_bytes(const std::string& path) {
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(path.c_str(), &size, FALSE);
    if (!bytes)
        return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string first_bytes(const std::string& path, std::size_t count) {
    const File file(VSIFOpenL(path.c_str(), "rb"));
    if (!file)
        return {};
    std::string bytes(count, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

std::optional<crs::Crs> crs_of(OGRSpatialReferenceH system) {
    if (!system)
        return std::nullopt;
    const char* authority = OSRGetAuthorityName(system, nullptr);
    const char* code = OSRGetAuthorityCode(system, nullptr);
    if (authority && code && std::strcmp(authority, "EPSG") == 0)
        if (const auto number = parse_integer(code))
            if (auto found = crs::Crs::from_epsg(static_cast<int>(*number)))
                return found;
    char* raw = nullptr;
    const OGRErr error = OSRExportToWkt(system, &raw);
    const Text wkt(raw);
    return error == OGRERR_NONE && wkt ? crs::Crs::from_wkt(wkt.get()) : std::nullopt;
}

} // namespace antardesa::io::detail
