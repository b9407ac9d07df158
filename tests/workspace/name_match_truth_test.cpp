#include "base/text.h"
#include "running.h"
#include "workspace/name_match.h"

#include <gtest/gtest.h>

#include <iostream>

namespace antardesa::workspace {
namespace {

using namespace testing;

/// What somebody wrote and which village they meant; none: one that the kabupaten does not have.
struct Written {
    std::string text;
    std::string district;
    Id<model::Village> meant;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string capitals(std::string text) {
    for (char& letter : text)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    return text;
}

/// Spellings that offices use and that mean the same without doubt.
std::vector<std::string> same(const std::string& name) {
    std::vector<std::string> forms{"Desa " + name,           "DS. " + capitals(name),
                                   lower_case(name),         replaced(name, " ", ""),
                                   replaced(name, " ", "-"), "Pemerintah Desa " + name};
    forms.push_back(replaced(replaced(lower_case(name), "u", "oe"), "j", "dj"));
    forms.push_back(replaced(lower_case(name), "c", "tj"));
    return forms;
}

/// Slips of the hand: a letter left out, two exchanged, one wrong, one doubled; never in a word of
/// direction, which would be another village.
std::vector<std::string> slips(const std::string& name) {
    const std::size_t word = name.find(' ') == std::string::npos ? name.size() : name.find(' ');
    std::vector<std::string> forms;
    for (const std::size_t at : {word / 3, word / 2, word - 2}) {
        std::string left = name;
        left.erase(at, 1);
        std::string exchanged = name;
        std::swap(exchanged[at], exchanged[at + 1]);
        std::string wrong = name;
        wrong[at] = wrong[at] == 'e' ? 'a' : 'e';
        std::string doubled = name;
        doubled.insert(at, 1, name[at]);
        for (std::string& form : std::vector{left, exchanged, wrong, doubled})
            if (form != name)
                forms.push_back(std::move(form));
    }
    return forms;
}

/// Villages of elsewhere (Pati, Kuningan, Banyuwangi, Sumenep), and what is no village.
constexpr std::array strangers{
    "Agungmulyo",  "Bakaran Wetan", "Bumirejo",   "Doropayung",     "Genengmulyo", "Kebonsawahan",
    "Ketip",       "Langgenharjo",  "Mintomulyo", "Pekuwon",        "Trimulyo",    "Sampiran",
    "Ciawigebang", "Cijagamulya",   "Dukuhdalem", "Karamatmulya",   "Mekarjaya",   "Padarama",
    "Sidaraja",    "Kalibarumanis", "Kajarharjo", "Banyuanyar",     "Kebonrejo",   "Barurejo",
    "Siliragung",  "Seneporejo",    "Kesilir",    "Pesanggaran",    "Sumberagung", "Sarongan",
    "Lobuk",       "Bluto",         "Gingging",   "Karang Cempaka", "Pakandangan", "Sera Tengah",
    "Jumlah",      "Kepala Desa",   "Kecamatan",  "3 desa",         "dst",         "Gapura"};

class Truth : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        const TemporaryFolder folder;
        Progress progress;
        build_sample(folder.path(), test_environment(), progress);
        atlas_ = load_project(folder / sample_file_name, progress).atlas;
    }
    static void TearDownTestSuite() { atlas_.reset(); }

    template<class Forms>
    static std::vector<Written> written(Forms forms, bool with_district) {
        std::vector<Written> all;
        for (const model::Village& village : atlas_->villages()) {
            const model::District* district = atlas_->find(village.district);
            if (village.name.empty() || !district)
                continue;
            for (const std::string& form : forms(village.name))
                all.push_back({form, with_district ? "Kec. " + district->name : "", village.id});
        }
        return all;
    }

    struct Rates {
        double precision = 1; ///< of those that are sure: how many are right
        double recall = 0;    ///< of all: how many are sure and right
        double offered = 0;   ///< of all: the right one is sure or among the candidates
    };
    static Rates rates(const std::vector<Written>& all) {
        const VillageNames names(*atlas_);
        double sure = 0;
        double right = 0;
        double offered = 0;
        for (const Written& one : all) {
            const VillageMatch match = names.match(one.text, one.district);
            sure += match.band == MatchBand::sure;
            right += match.band == MatchBand::sure && match.village == one.meant;
            offered += std::any_of(match.candidates.begin(), match.candidates.end(),
                                   [&](const auto& pair) { return pair.first == one.meant; });
        }
        const auto count = static_cast<double>(all.size());
        const Rates result{sure > 0 ? right / sure : 1, right / count, offered / count};
        std::cout << all.size() << " spellings: precision " << result.precision << ", recall "
                  << result.recall << ", offered " << result.offered << '\n';
        return result;
    }
    static std::shared_ptr<const model::Atlas> atlas_;
};
std::shared_ptr<const model::Atlas> Truth::atlas_;

TEST_F(Truth, OfficesSpellingsBesideTheirKecamatanAreSureAndRight) {
    const Rates found = rates(written(same, true));
    EXPECT_GE(found.precision, 0.999);
    EXPECT_GE(found.recall, 0.99);
}

TEST_F(Truth, WithoutAKecamatanNothingIsTakenForAnother) {
    const Rates found = rates(written(same, false));
    EXPECT_GE(found.precision, 0.999);
    EXPECT_GE(found.recall, 0.95);
    EXPECT_GE(found.offered, 0.99);
}

TEST_F(Truth, SlipsOfTheHandAreLookedAtRarelyTakenAndNeverWrong) {
    for (const bool with_district : {true, false}) {
        const Rates found = rates(written(slips, with_district));
        EXPECT_GE(found.precision, 0.999);
        EXPECT_GE(found.offered, 0.97);
    }
}

TEST_F(Truth, StrangersAreNeverSure) {
    const VillageNames names(*atlas_);
    for (const char* name : strangers) {
        EXPECT_NE(names.match(name, "").band, MatchBand::sure) << name;
        EXPECT_NE(names.match(name, atlas_->districts()[0].name).band, MatchBand::sure) << name;
    }
}

} // namespace
} // namespace antardesa::workspace
