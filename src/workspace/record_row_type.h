#pragma once

#include "model/proceedings.h"
#include "workspace/register_import.h"

/// Which row a register holds.
namespace antardesa::workspace {

/// Calls `visit` with a row type for the register; those without a form have none.
template<class Visit>
auto with_row_type(Register kind, Visit visit) {
    switch (kind) {
    case Register::document:
        return visit(model::Document{});
    case Register::third_party:
        return visit(model::ThirdParty{});
    case Register::body:
        return visit(model::CooperationBody{});
    case Register::body_member:
        return visit(model::BodyMember{});
    case Register::enterprise:
        return visit(model::JointEnterprise{});
    case Register::enterprise_capital:
        return visit(model::EnterpriseCapital{});
    case Register::agreement_party:
        return visit(model::AgreementParty{});
    case Register::asset:
        return visit(model::SharedAsset{});
    case Register::asset_share:
        return visit(model::AssetShare{});
    case Register::dispute:
        return visit(model::BoundaryDispute{});
    case Register::boundary_subject:
        return visit(model::BoundarySubject{});
    case Register::meeting:
        return visit(model::Meeting{});
    case Register::funding:
        return visit(model::Funding{});
    case Register::report:
        return visit(model::Report{});
    case Register::problem:
        return visit(model::Problem{});
    case Register::evaluation:
        return visit(model::Evaluation{});
    case Register::body_activity:
        return visit(model::BodyActivity{});
    case Register::asset_care:
        return visit(model::AssetCare{});
    case Register::local_step:
        return visit(model::LocalStep{});
    case Register::case_segment:
        return visit(model::CaseSegment{});
    case Register::signatory:
        return visit(model::Signatory{});
    case Register::evidence:
        return visit(model::Evidence{});
    case Register::attachment:
        return visit(model::Attachment{});
    case Register::village_alias:
        return visit(model::VillageAlias{});
    case Register::column_meaning:
        return visit(model::ColumnMeaning{});
    default:
        return visit(model::Agreement{});
    }
}

} // namespace antardesa::workspace
