#include "workspace/finding_exception.h"

#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using model::ExceptionReason;

constexpr Date today = std::chrono::year(2026) / 11 / 23;

std::shared_ptr<const model::Atlas> with_overlap() {
    model::TableSet tables;
    model::BoundaryFinding finding;
    finding.id = {1};
    finding.kind = model::FlawKind::overlap;
    finding.names = "Desa 1; Desa 2";
    finding.geometry = std::make_shared<const geo::Geometry>(
        geo::PolygonSet{{{{{109, -7}, {109.01, -7}, {109.01, -6.99}, {109, -7}}, {}}}});
    std::get<model::Table<model::BoundaryFinding>>(tables).put(finding);
    return model::Atlas::build({}, std::move(tables), 3,
                               std::make_shared<const topology::Coverage>());
}

AllowRequest agreed_by(std::optional<Date> document_date) {
    AllowRequest request;
    request.stay.finding = {1};
    request.stay.reason = ExceptionReason::agreed_for_now;
    request.entered = model::Document{{}, "berita_acara", "140/7", document_date, {}, {}, {}, {}};
    return request;
}

const model::BoundaryException& exception_in(const model::Edit& edit) {
    return std::get<model::Put<model::BoundaryException>>(edit.writes.back()).row;
}

TEST(FindingException, RestsOnADocumentEnteredWithIt) {
    const auto atlas = with_overlap();
    const auto edit = allow_finding(*atlas, agreed_by(today), today);
    ASSERT_TRUE(edit) << edit.refusal().message.key;
    const auto& paper = std::get<model::Put<model::Document>>(edit.value().writes.front()).row;
    EXPECT_EQ(paper.number, "140/7");
    EXPECT_EQ(edit.value().document, paper.id);
    EXPECT_EQ(exception_in(edit.value()).document, paper.id);
    EXPECT_EQ(exception_in(edit.value()).date, today) << "none was given";
}

TEST(FindingException, HasADateOfItsOwn) {
    AllowRequest request = agreed_by(today);
    request.stay.date = std::chrono::year(2025) / 1 / 2;
    const auto edit = allow_finding(*with_overlap(), request, today);
    ASSERT_TRUE(edit);
    EXPECT_EQ(exception_in(edit.value()).date, request.stay.date);
    request.stay.date = std::chrono::year(2026) / 11 / 24;
    EXPECT_EQ(allow_finding(*with_overlap(), request, today).refusal().message.key,
              "workspace.allow.date_to_come");
}

TEST(FindingException, RefusesAPaperThatCannotBe) {
    const auto key = [](const AllowRequest& request) {
        return allow_finding(*with_overlap(), request, today).refusal().message.key;
    };
    EXPECT_EQ(key(agreed_by(std::chrono::year(2027) / 1 / 1)), "workspace.allow.document_to_come");
    EXPECT_EQ(key(agreed_by(std::nullopt)), "model.agreed_document_needs_date");
    AllowRequest nameless = agreed_by(today);
    nameless.entered->number.clear();
    EXPECT_EQ(key(nameless), "model.document_needs_number");
}

} // namespace
} // namespace antardesa::workspace
