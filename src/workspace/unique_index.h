#pragma once

#include "base/text.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace antardesa::workspace {

/// A key to the only row that has it; rows that share a key answer for nobody.
template<class Value>
class UniqueIndex {
  public:
    void add(const std::string& key, Value value) {
        if (key.empty())
            return;
        auto [at, fresh] = entries_.try_emplace(key, value);
        if (!fresh)
            at->second.reset();
    }
    std::optional<Value> find(const std::string& key) const {
        const auto at = entries_.find(key);
        return at == entries_.end() ? std::nullopt : at->second;
    }

  private:
    std::unordered_map<std::string, std::optional<Value>> entries_;
};

/// A name as it is compared: without regard to case and outer blanks, within what it belongs to.
inline std::string name_key(std::string_view name, std::string_view within) {
    return lower_case(trimmed(name)) + '\n' + lower_case(trimmed(within));
}

} // namespace antardesa::workspace
