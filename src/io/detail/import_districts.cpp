#include "io/detail/import_districts.h"

#include "base/text.h"
#include "io/detail/village_codes.h"

namespace antardesa::io::detail {

std::string most_frequent(const std::map<std::string, int>& counts) {
    std::string best;
    int most = 0;
    for (const auto& [text, count] : counts)
        if (count > most) {
            most = count;
            best = text;
        }
    return best;
}

ImportDistricts::ImportDistricts(const std::vector<VillageRow>& rows) {
    std::unordered_map<std::string, std::string> name_of_code;
    for (const VillageRow& row : rows) {
        if (row.district.empty() || row.district_code.empty())
            continue;
        const auto [found, fresh] =
            name_of_code.try_emplace(row.district_code, comparable(row.district));
        if (!fresh && found->second != comparable(row.district))
            codes_reliable_ = false;
    }
}

std::string ImportDistricts::key(const VillageRow& row) const {
    const bool by_code = row.district.empty() || (codes_reliable_ && !row.district_code.empty());
    return by_code ? "c" + row.district_code
                   : "n" + comparable(row.district) + "\n" + comparable(row.regency);
}

std::size_t ImportDistricts::of(const VillageRow& row) {
    if (row.district.empty() && row.district_code.empty())
        return no_district;
    const auto [found, fresh] = by_key_.try_emplace(key(row), districts_.size());
    if (fresh) {
        districts_.push_back({{}, row.district, row.regency});
        codes_.emplace_back();
    }
    if (!row.district_code.empty())
        ++codes_[found->second][row.district_code];
    return found->second;
}

std::vector<ImportedDistrict> ImportDistricts::named(FindingList& findings) const {
    std::vector<ImportedDistrict> districts = districts_;
    for (std::size_t i = 0; i < districts.size(); ++i) {
        ImportedDistrict& district = districts[i];
        district.code = most_frequent(codes_[i]);
        if (codes_[i].size() > 1)
            findings.add(Severity::warning, "district_codes_differ", district.name,
                         {shown_on_one_line(district.name), district.code,
                          std::to_string(codes_[i].size())});
        if (district.name.empty())
            district.name = district.code;
    }
    return districts;
}

} // namespace antardesa::io::detail
