#include "workspace/export_pages.h"

#include "cartography/sheet_set.h"
#include "cartography/sheet_subject.h"
#include "documents/pages.h"
#include "workspace/paper_code.h"
#include "workspace/paper_pages.h"
#include "workspace/sheet_annex.h"

#include <algorithm>

namespace antardesa::workspace {

using cartography::Sheet;
using cartography::SheetKind;
using cartography::SheetRequest;

Result<std::vector<ExportPage>> SheetWriter::pages(const std::vector<SheetExtent>& extents) const {
    std::vector<ExportPage> pages;
    for (std::size_t i = 0; i < extents.size(); ++i) {
        progress_.check();
        SheetRequest one = sheet_request(extents[i]);
        one.page = static_cast<int>(i + 1);
        one.pages = static_cast<int>(extents.size());
        // Of many, what has no boundary sheet has its working sheet; one that is asked for is
        // refused.
        if (!request_.series.empty() && one.kind == SheetKind::boundary) {
            const auto subject = cartography::subject_of(*shown_.atlas, one.focus);
            if (subject.is_outside_village_law || subject.is_of_another_regency)
                one.kind = SheetKind::working;
        }
        const auto set = cartography::sheet_set(*shown_.geometry, one);
        if (!set)
            return set.refusal();
        const auto& sheets = set.value();
        const bool has_boundaries = cartography::kind_of(one) != SheetKind::meeting;
        int points_left_out = 0;
        for (std::size_t k = 0; k < sheets.size(); ++k) {
            std::string title = extents[i].subtitle;
            if (sheets.size() > 1)
                title += " – " + std::to_string(k + 1);
            pages.push_back({sheets[k], nullptr, title});
            if (!has_boundaries)
                continue;
            // Lists and margins are laid out with the sheets, so only composing them tells.
            cartography::SheetPages composed = compose_pages(sheets[k]);
            points_left_out += composed.sheet.points_left_out;
            if (composed.further)
                pages.push_back(
                    {sheets[k],
                     std::make_shared<const cartography::Drawing>(*std::move(composed.further)),
                     title, true});
        }
        if (has_boundaries && needs_annex(sheets, points_left_out))
            add_annex(pages, sheets.front(), extents[i].subtitle);
    }
    return pages;
}

Sheet SheetWriter::compose(const SheetRequest& request) const {
    return compose_pages(request).sheet;
}

cartography::SheetPages SheetWriter::compose_pages(const SheetRequest& request) const {
    const auto check = check_of(request);
    return cartography::compose_pages(*shown_.geometry, request, check ? &*check : nullptr,
                                      *environment_.styles, *environment_.typesetter, language_,
                                      progress_);
}

SheetRequest SheetWriter::sheet_request(const SheetExtent& extent) const {
    SheetRequest sheet = request_.sheet;
    sheet.extent = extent.box;
    sheet.focus = extent.focus;
    sheet.subtitle = extent.subtitle;
    sheet.options.medium = cartography::Medium::print;
    sheet.options.number_agreements = true;
    sheet.options.outside_words = language_.text("cartography.outside");
    sheet.options.today = environment_.clock->today();
    sheet.set.clear();
    return sheet;
}

std::optional<cartography::SheetCheck> SheetWriter::check_of(const SheetRequest& sheet) const {
    auto check = sheet_check(*shown_.atlas, sheet, environment_.clock->today());
    if (!check && !head_.empty())
        check.emplace();
    if (check)
        check->history = head_;
    return check;
}

bool SheetWriter::needs_annex(const std::vector<SheetRequest>& sheets, int points_left_out) const {
    const auto subject = cartography::subject_of(*shown_.atlas, sheets.front().focus);
    bool any = false;
    for (const model::BoundarySegment* segment : subject.segments)
        for (const model::TurningPoint* point : shown_.atlas->points_of(segment->id)) {
            any = true;
            const geo::Point at = shown_.geometry->to_map(point->position);
            const auto holds = [&](const geo::Box& sheet) { return sheet.contains(at); };
            const auto& set = sheets.front().set;
            if (!set.empty() && std::none_of(set.begin(), set.end(), holds))
                return true; // beside its line, and so far that no sheet shows it
        }
    return any && points_left_out > 0;
}

void SheetWriter::add_annex(std::vector<ExportPage>& pages, const SheetRequest& sheet,
                            const std::string& name) const {
    const i18n::Catalogue indonesian(i18n::Language::indonesian, environment_.languages_folder);
    const PaperFacts facts{*shown_.atlas, indonesian, environment_.clock->today(),
                           environment_.author, head_};
    const auto check = check_of(sheet);
    const documents::Document annex = sheet_annex(facts, sheet.focus, shown_.geometry->zone(),
                                                  check ? check->code : std::string());
    const std::string title = language_.text(Message{"workspace.sheet.annex", {name}});
    for (const documents::Page& page : documents::lay_out(annex, *environment_.typesetter))
        pages.push_back(
            {{}, std::make_shared<const cartography::Drawing>(drawing_of(page)), title});
}

} // namespace antardesa::workspace
