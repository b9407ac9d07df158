#pragma once

#include "cartography/sheet_check.h"
#include "workspace/export_extent.h"
#include "workspace/verbs.h"

#include <string>
#include <vector>

namespace antardesa::workspace {

/// One page of an export: a map sheet, or a page without a map that belongs to those before it.
struct ExportPage {
    cartography::SheetRequest sheet;
    std::shared_ptr<const cartography::Drawing> annex; ///< instead of the sheet
    std::string title;                                 ///< in the outline; empty: the sheet's own
    bool goes_on_from = false; ///< such a page: what the sheet before it has no room for, no annex
};

/// What the pages of one export are made from. Lives as long as the export.
class SheetWriter {
  public:
    SheetWriter(const Shown& shown, const ExportRequest& request, const std::string& history_head,
                const Environment& environment, Progress& progress)
        : shown_(shown), request_(request), head_(history_head), environment_(environment),
          language_(request.language, environment.languages_folder), progress_(progress) {}

    /// One sheet for each extent, or the set that a boundary sheet comes to, each with what its
    /// margin has no room for behind it; after each set whose lists leave points out its annex.
    /// Refused as `cartography::sheet_set`.
    Result<std::vector<ExportPage>> pages(const std::vector<SheetExtent>& extents) const;
    /// Not of an annex.
    cartography::Sheet compose(const cartography::SheetRequest& request) const;

  private:
    cartography::SheetRequest sheet_request(const SheetExtent& extent) const;
    std::optional<cartography::SheetCheck> check_of(const cartography::SheetRequest& sheet) const;
    cartography::SheetPages compose_pages(const cartography::SheetRequest& request) const;
    bool needs_annex(const std::vector<cartography::SheetRequest>& sheets,
                     int points_left_out) const;
    void add_annex(std::vector<ExportPage>& pages, const cartography::SheetRequest& sheet,
                   const std::string& name) const;

    const Shown& shown_;
    const ExportRequest& request_;
    const std::string& head_;
    const Environment& environment_;
    i18n::Catalogue language_;
    Progress& progress_;
};

} // namespace antardesa::workspace
