#include "workspace/register_export.h"

#include <tuple>

namespace antardesa::workspace {

namespace {

using io::WrittenSheet;

/// In the order of `register_sheets`.
using Registered =
    std::tuple<model::Agreement, model::AgreementParty, model::ThirdParty, model::CooperationBody,
               model::BodyMember, model::JointEnterprise, model::EnterpriseCapital,
               model::SharedAsset, model::AssetShare, model::BoundaryDispute, model::Claim,
               model::BoundarySegment, model::Document, model::LegalBasis, model::Meeting,
               model::Funding, model::Report, model::Problem, model::Evaluation,
               model::BodyActivity, model::AssetCare, model::BoundarySubject, model::Proposal,
               model::LocalStep, model::CaseSegment, model::Signatory, model::Evidence,
               model::Attachment, model::VillageAlias, model::ColumnMeaning>;

template<class Row, class Rows>
constexpr std::size_t sheet_of = 0;
template<class Row, class First, class... Rest>
constexpr std::size_t sheet_of<Row, std::tuple<First, Rest...>> =
    std::is_same_v<Row, First> ? 0 : 1 + sheet_of<Row, std::tuple<Rest...>>;

bool same_land(const model::SharedPolygons& a, const model::SharedPolygons& b) {
    return a == b || (a && b && *a == *b);
}

/// Sheets of two snapshots side by side.
class Comparison {
  public:
    Comparison(const model::Atlas& before, const model::Atlas& after)
        : before_(before), after_(after), old_(register_sheets(before)),
          new_(register_sheets(after)) {}

    template<class Row>
    bool same(Id<Row> id) const {
        constexpr std::size_t sheet = sheet_of<Row, Registered>;
        if constexpr (sheet < std::tuple_size_v<Registered>) {
            const std::size_t was = before_.table<Row>().index_of(id);
            const std::size_t is = after_.table<Row>().index_of(id);
            if (was >= old_[sheet].rows.size() || is >= new_[sheet].rows.size() ||
                old_[sheet].rows[was] != new_[sheet].rows[is])
                return false;
            if constexpr (std::is_same_v<Row, model::BoundaryDispute>)
                return same_land(before_.find(id)->contested, after_.find(id)->contested);
            return true;
        }
        return false;
    }

  private:
    const model::Atlas& before_;
    const model::Atlas& after_;
    std::vector<WrittenSheet> old_;
    std::vector<WrittenSheet> new_;
};

template<class Write>
constexpr bool is_put = false;
template<class Row>
constexpr bool is_put<model::Put<Row>> = true;

} // namespace

void drop_unchanged(std::vector<model::RowWrite>& writes, const model::Atlas& before,
                    const model::TableSet& after) {
    const auto atlas =
        model::Atlas::build(before.identity(), after, before.revision(), before.shared_coverage());
    const Comparison compared(before, *atlas);
    std::erase_if(writes, [&](const model::RowWrite& write) {
        return std::visit(
            [&](const auto& one) {
                using Write = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<Write, model::Put<model::ProjectIdentity>>)
                    return false;
                else if constexpr (is_put<Write>)
                    return compared.same(one.row.id);
                else
                    return false;
            },
            write);
    });
}

} // namespace antardesa::workspace
