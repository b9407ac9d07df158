#pragma once

#include "boundary_world.h"
#include "sheet_texts.h"

#include "cartography/sheet_check.h"
#include "cartography/sheet_set.h"

#include <algorithm>

namespace antardesa::cartography::test {

inline const std::filesystem::path languages =
    std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";

class BoundarySheet : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(languages / "id.mo"))
            GTEST_SKIP() << "target languages is not built";
        language_.emplace(i18n::Language::indonesian, languages);
        request_.options.today = std::chrono::year(2026) / 11 / 23;
        request_.kind = SheetKind::boundary;
        request_.focus = {SubjectKind::segment, 1};
        geometry_ = geometry_of(boundary_tables(6));
    }
    std::vector<SheetRequest> set() const { return sheet_set(*geometry_, request_).value(); }
    Sheet compose(const SheetRequest& request) const { return composed(request).sheet; }
    SheetPages composed(const SheetRequest& request) const {
        Progress progress;
        const SheetCheck check{"7K3M-ACDE-FGHJ-KMNP",
                               documents::matrix_code("ANTARDESA:7K3M-ACDE-FGHJ-KMNP"),
                               "1f3a 9c02 77b1 0d2e"};
        return compose_pages(*geometry_, request, &check, styles_, typesetter_, *language_,
                             progress);
    }
    Sheet first() const { return compose(set().front()); }
    /// Of all sheets of the set.
    std::string said() const {
        std::string all;
        for (const SheetRequest& one : set())
            all += all_words(compose(one));
        return all;
    }
    /// In one line, as it is read where it is broken.
    std::string flowing() const {
        std::string text = said();
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    style::StyleSheet styles_ =
        style::parse_style_sheet(file_text(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json"));
    text::Typesetter typesetter_;
    std::optional<i18n::Catalogue> language_;
    std::shared_ptr<const MapGeometry> geometry_;
    SheetRequest request_;
};

} // namespace antardesa::cartography::test
