#pragma once

#include "analysis/sample_regency.h"
#include "analysis/segments.h"
#include "workspace/papers.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace antardesa::workspace::testing {

/// A western village and two eastern ones, one north of the other, and one case about both lines
/// between west and east.
class CasePaper : public ::testing::Test {
  protected:
    CasePaper() {
        south_ =
            regency_.village("Selatan", district_, analysis::grid_box(1, 0, 2, 1), "99.01.01.2002");
        north_ =
            regency_.village("Utara", district_, analysis::grid_box(1, 1, 2, 2), "99.01.01.2003");
        row_.first = west_;
        row_.second = south_;
        row_.state = model::DisputeState::district_facilitation;
        row_.facilitator = model::Facilitator::district_head;
    }
    void SetUp() override {
        if (!std::filesystem::exists(languages_ / "id.mo"))
            GTEST_SKIP() << "target languages is not built";
        Progress progress;
        auto& segments = std::get<model::Table<model::BoundarySegment>>(regency_.tables);
        segments = model::Table<model::BoundarySegment>(
            analysis::derive_segments(*regency_.atlas(), progress));
        row_.segment = between(west_, south_);
        dispute_ = regency_.put(row_);
    }
    Id<model::BoundarySegment> between(Id<model::Village> first, Id<model::Village> second) const {
        for (const auto& row : std::get<model::Table<model::BoundarySegment>>(regency_.tables))
            if (std::minmax(row.first, row.second) == std::minmax(first, second))
                return row.id;
        return {};
    }
    void put(const model::BoundaryDispute& row) {
        auto& table = std::get<model::Table<model::BoundaryDispute>>(regency_.tables);
        table.put(row);
    }
    void add_segment(Id<model::BoundarySegment> segment) {
        regency_.put(model::CaseSegment{{}, dispute_, segment});
    }
    void claim(Id<model::Village> village, int at, double east) {
        model::Claim row;
        row.dispute = dispute_;
        row.village = village;
        row.basis = "peta " + std::to_string(at);
        const double south = -7 + 0.01 * at;
        row.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{
            {{109.01, south}, {109.01 + east, south + 0.005}, {109.01, south + 0.01}}});
        regency_.put(row);
    }
    /// All that the paper says, a text to a line.
    std::string said(PaperKind kind, bool of_the_case = true) const {
        Progress progress;
        const auto atlas =
            model::Atlas::build({regency_name_, "Contoh", "uji"}, regency_.tables, 1, progress);
        const i18n::Catalogue words(i18n::Language::indonesian, languages_);
        PaperRequest request;
        request.kind = kind;
        if (kind != PaperKind::dispute_register && of_the_case)
            request.dispute = dispute_;
        const auto made = compose_paper({*atlas, words, analysis::today, "uji"}, request);
        if (!made)
            return made.refusal().message.key;
        std::string all = made.value().mark + "\n";
        for (const documents::Block& block : made.value().blocks) {
            if (const auto* one = std::get_if<documents::Heading>(&block))
                all += one->text + "\n";
            else if (const auto* text = std::get_if<documents::Paragraph>(&block))
                all += text->text + "\n";
            else if (const auto* list = std::get_if<documents::NumberedList>(&block))
                for (const std::string& item : list->items)
                    all += item + "\n";
            else if (const auto* facts = std::get_if<documents::Facts>(&block))
                for (const auto& row : facts->rows)
                    all += row.first + ": " + row.second + "\n";
            else if (const auto* places = std::get_if<documents::Signatures>(&block))
                for (const auto& row : places->rows)
                    for (const documents::Signature& place : row)
                        all += place.role + "\n" + (place.name.empty() ? "" : place.name + "\n");
            else if (const auto* table = std::get_if<documents::Table>(&block))
                for (const auto& row : table->rows)
                    for (const documents::Cell& cell : row)
                        all += cell.text + "\n";
        }
        return all;
    }

    const std::filesystem::path languages_ =
        std::filesystem::path(ANTARDESA_BINARY_DIR) / "share/antardesa/languages";
    analysis::SampleRegency regency_;
    std::string regency_name_ = "Contoh";
    Id<model::District> district_ = regency_.district("Tanjungasri");
    Id<model::Village> west_ =
        regency_.village("Barat", district_, analysis::grid_box(0, 0, 1, 2), "99.01.01.2001");
    Id<model::Village> south_;
    Id<model::Village> north_;
    model::BoundaryDispute row_;
    Id<model::BoundaryDispute> dispute_;
};

} // namespace antardesa::workspace::testing
