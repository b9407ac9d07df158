#include "workspace/record_fields.h"
#include "workspace/record_row_type.h"
#include "workspace/register_reference.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// The row that one belongs to, when that is of the register `of`; 0: none.
std::int64_t owner(const model::Meeting& row, Register of) {
    return of == Register::agreement ? row.agreement.value
           : of == Register::body    ? row.body.value
                                     : row.dispute.value;
}
std::int64_t owner(const model::Report& row, Register of) {
    return of == Register::agreement ? row.agreement.value
           : of == Register::body    ? row.body.value
                                     : 0;
}
std::int64_t owner(const model::BodyMember& row, Register) {
    return row.body.value;
}
std::int64_t owner(const model::BodyActivity& row, Register) {
    return row.body.value;
}
std::int64_t owner(const model::EnterpriseCapital& row, Register) {
    return row.enterprise.value;
}
std::int64_t owner(const model::AssetShare& row, Register) {
    return row.asset.value;
}
std::int64_t owner(const model::AssetCare& row, Register) {
    return row.asset.value;
}
std::int64_t owner(const model::Attachment& row, Register) {
    return row.document.value;
}
std::int64_t owner(const model::CaseSegment& row, Register) {
    return row.dispute.value;
}
std::int64_t owner(const model::Signatory& row, Register) {
    return row.dispute.value;
}
std::int64_t owner(const model::Evidence& row, Register) {
    return row.dispute.value;
}
template<class Row>
std::int64_t owner(const Row& row, Register) {
    if constexpr (requires { row.agreement.value; } && !std::is_same_v<Row, model::SharedAsset>)
        return row.agreement.value;
    else
        return 0;
}

/// The first row of the table for which `refers` holds, by its title.
template<class Row, class Refers>
std::string first_referring(const model::Atlas& atlas, Register kind, Refers refers) {
    for (const Row& row : atlas.table<Row>())
        if (refers(row))
            return record_title(atlas, {kind, row.id.value});
    return {};
}

std::string segment_or_dispute(const model::Atlas& atlas, Id<model::Document> document) {
    for (const model::BoundarySegment& row : atlas.segments())
        if (row.document == document)
            return pair_name(atlas, row.first, row.second);
    for (const model::BoundaryDispute& row : atlas.disputes())
        if (row.outcome == document)
            return pair_name(atlas, row.first, row.second);
    for (const model::Claim& row : atlas.table<model::Claim>())
        if (row.document == document)
            return row.basis;
    for (const model::BoundaryException& row : atlas.table<model::BoundaryException>())
        if (row.document == document)
            return row.names;
    return {};
}

std::string referring_to_document(const model::Atlas& atlas, Id<model::Document> id) {
    std::string other = first_referring<model::Agreement>(
        atlas, Register::agreement, [&](const auto& row) { return row.document == id; });
    if (other.empty())
        other = first_referring<model::CooperationBody>(
            atlas, Register::body, [&](const auto& row) { return row.founding == id; });
    if (other.empty())
        other = first_referring<model::JointEnterprise>(
            atlas, Register::enterprise, [&](const auto& row) { return row.founding == id; });
    const auto cites = [&](const auto& row) { return row.document == id; };
    if (other.empty())
        other = first_referring<model::Meeting>(atlas, Register::meeting, cites);
    if (other.empty())
        other = first_referring<model::Report>(atlas, Register::report, cites);
    if (other.empty())
        other = first_referring<model::Problem>(atlas, Register::problem, cites);
    if (other.empty())
        other = first_referring<model::BodyActivity>(atlas, Register::body_activity, cites);
    if (other.empty())
        other = first_referring<model::AssetCare>(atlas, Register::asset_care, cites);
    if (other.empty())
        other = first_referring<model::Evidence>(atlas, Register::evidence, cites);
    return other.empty() ? segment_or_dispute(atlas, id) : other;
}

/// A meeting or a report that belongs to another row besides stays.
template<class Row>
std::string shared_child(const model::Atlas& atlas, Register kind, Register of, std::int64_t id) {
    return first_referring<Row>(atlas, kind, [&](const Row& row) {
        if (owner(row, of) != id)
            return false;
        for (const Register other : {Register::agreement, Register::body, Register::dispute})
            if (other != of && owner(row, other) != 0)
                return true;
        return false;
    });
}

std::string referring_to_body(const model::Atlas& atlas, std::int64_t id) {
    std::string other = first_referring<model::Agreement>(
        atlas, Register::agreement, [&](const auto& row) { return row.body.value == id; });
    if (other.empty())
        other = shared_child<model::Meeting>(atlas, Register::meeting, Register::body, id);
    return other.empty() ? shared_child<model::Report>(atlas, Register::report, Register::body, id)
                         : other;
}

std::string referring_to_agreement(const model::Atlas& atlas, std::int64_t id) {
    const auto is_of = [&](const auto& row) { return row.agreement.value == id; };
    std::string other = first_referring<model::SharedAsset>(atlas, Register::asset, is_of);
    if (other.empty())
        other = first_referring<model::Agreement>(
            atlas, Register::agreement, [&](const auto& row) { return row.amends.value == id; });
    if (other.empty())
        other = first_referring<model::BodyActivity>(atlas, Register::body_activity, is_of);
    if (other.empty())
        other = shared_child<model::Meeting>(atlas, Register::meeting, Register::agreement, id);
    return other.empty()
               ? shared_child<model::Report>(atlas, Register::report, Register::agreement, id)
               : other;
}

} // namespace

std::optional<std::size_t> row_index(const model::Atlas& atlas, RecordKey key) {
    return with_row_type(key.kind, [&](const auto& type) -> std::optional<std::size_t> {
        using Row = std::decay_t<decltype(type)>;
        const std::size_t index = atlas.table<Row>().index_of(Id<Row>{key.id});
        return index < atlas.table<Row>().size() ? std::optional(index) : std::nullopt;
    });
}

std::vector<ChildRegister> child_registers(Register kind) {
    switch (kind) {
    case Register::agreement:
        return {
            {Register::agreement_party, "kerja_sama_id"}, {Register::meeting, "kerja_sama_id"},
            {Register::funding, "kerja_sama_id"},         {Register::report, "kerja_sama_id"},
            {Register::problem, "kerja_sama_id"},         {Register::evaluation, "kerja_sama_id"},
            {Register::boundary_subject, "kerja_sama_id"}};
    case Register::body:
        return {{Register::body_member, "bkad_id"},
                {Register::body_activity, "bkad_id"},
                {Register::meeting, "bkad_id"},
                {Register::report, "bkad_id"}};
    case Register::dispute:
        return {{Register::meeting, "sengketa_id"},
                {Register::evidence, "sengketa_id"},
                {Register::signatory, "sengketa_id"},
                {Register::case_segment, "sengketa_id"}};
    case Register::document:
        return {{Register::attachment, "dokumen_id"}};
    case Register::enterprise:
        return {{Register::enterprise_capital, "bum_desa_bersama_id"}};
    case Register::asset:
        return {{Register::asset_share, "aset_id"}, {Register::asset_care, "aset_id"}};
    default:
        return {};
    }
}

std::vector<ChildRegister> owner_registers(Register kind) {
    std::vector<ChildRegister> owners;
    for (const Register owner : {Register::agreement, Register::body, Register::enterprise,
                                 Register::asset, Register::dispute, Register::document})
        for (const ChildRegister& child : child_registers(owner))
            if (child.kind == kind)
                owners.push_back({owner, child.owner_column});
    return owners;
}

std::vector<std::string_view> needed_columns(Register kind) {
    switch (kind) {
    case Register::agreement:
        return {"judul"};
    case Register::document:
        return {"jenis", "judul"};
    case Register::third_party:
    case Register::body:
    case Register::body_member:
    case Register::enterprise:
    case Register::local_step:
    case Register::signatory:
    case Register::attachment:
        return {"nama"};
    case Register::evidence:
        return {"judul"};
    case Register::village_alias:
        return {"kode_desa", "nama"};
    case Register::column_meaning:
        return {"kolom", "ruas"};
    case Register::asset:
        return {"nama", "geometri"};
    case Register::problem:
    case Register::body_activity:
        return {"uraian"};
    default:
        return {};
    }
}

namespace {

template<class Rows>
std::vector<std::int64_t> ids_of(const Rows& rows) {
    std::vector<std::int64_t> ids;
    for (const auto* row : rows)
        ids.push_back(row->id.value);
    return ids;
}

} // namespace

std::vector<std::int64_t> children_of(const model::Atlas& atlas, Register child, RecordKey of) {
    const Id<model::CooperationBody> body{of.kind == Register::body ? of.id : 0};
    if (body && child == Register::body_member)
        return ids_of(atlas.members(body));
    if (body && child == Register::body_activity)
        return ids_of(atlas.activities(body));
    if (body && child == Register::meeting)
        return ids_of(atlas.meetings(body));
    if (body && child == Register::report)
        return ids_of(atlas.reports(body));
    return with_row_type(child, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        std::vector<std::int64_t> ids;
        for (const Row& row : atlas.table<Row>())
            if (owner(row, of.kind) == of.id)
                ids.push_back(row.id.value);
        return ids;
    });
}

RecordKey with_owner(const model::Atlas& atlas, RecordKey key) {
    const auto owners = owner_registers(key.kind);
    if (owners.empty())
        return key;
    if (key.id == 0) {
        if (owners.size() == 1)
            key.owner_kind = owners.front().kind;
        return key;
    }
    with_row_type(key.kind, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        const Row* row = atlas.find(Id<Row>{key.id});
        if (!row || (key.owner != 0 && owner(*row, key.owner_kind) == key.owner))
            return;
        for (const ChildRegister& of : owners)
            if (const std::int64_t id = owner(*row, of.kind); id != 0) {
                key.owner = id;
                key.owner_kind = of.kind;
                return;
            }
    });
    return key;
}

std::vector<RecordChoice> attending_choices(const model::Atlas& atlas, RecordKey key) {
    std::vector<Id<model::Village>> ids;
    if (key.owner_kind == Register::agreement)
        for (const model::AgreementParty* party : atlas.parties(Id<model::Agreement>{key.owner}))
            ids.push_back(party->village);
    else if (key.owner_kind == Register::body)
        for (const model::BodyMember* member : atlas.members(Id<model::CooperationBody>{key.owner}))
            ids.push_back(member->village);
    else if (const auto* dispute = atlas.find(Id<model::BoundaryDispute>{key.owner}))
        ids = {dispute->first, dispute->second};
    if (const auto* meeting = atlas.find(Id<model::Meeting>{key.id}))
        ids.insert(ids.end(), meeting->attended.begin(), meeting->attended.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<RecordChoice> choices;
    for (const Id<model::Village> id : ids)
        if (const model::Village* village = atlas.find(id))
            choices.push_back({reference_text(atlas, *village), village->name});
    return choices;
}

std::int64_t newest_id(const model::Atlas& atlas, Register kind) {
    return with_row_type(kind, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        return atlas.table<Row>().next_id().value - 1;
    });
}

std::string referring_row(const model::Atlas& atlas, RecordKey key) {
    switch (key.kind) {
    case Register::document:
        return referring_to_document(atlas, {key.id});
    case Register::body:
        return referring_to_body(atlas, key.id);
    case Register::agreement:
        return referring_to_agreement(atlas, key.id);
    case Register::local_step:
        return first_referring<model::Meeting>(
            atlas, Register::meeting, [&](const auto& row) { return row.step.value == key.id; });
    case Register::third_party: {
        const std::string funding =
            first_referring<model::Funding>(atlas, Register::funding, [&](const auto& row) {
                return row.third_party.value == key.id;
            });
        if (!funding.empty())
            return funding;
        for (const model::AgreementParty& row : atlas.table<model::AgreementParty>())
            if (row.third_party.value == key.id)
                return record_title(atlas, {Register::agreement, row.agreement.value, 0});
        return {};
    }
    default:
        return {};
    }
}

model::RowWrite erasure(RecordKey key) {
    return with_row_type(key.kind, [&](const auto& type) -> model::RowWrite {
        using Row = std::decay_t<decltype(type)>;
        return model::Erase<Row>{Id<Row>{key.id}};
    });
}

} // namespace antardesa::workspace
