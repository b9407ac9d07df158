#include "workspace/record_fields.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

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
    default:
        return visit(model::Agreement{});
    }
}

std::string joined(const std::string& first, const std::string& second) {
    return second.empty() ? first : first.empty() ? second : first + " · " + second;
}

std::string title_of(const model::Atlas&, const model::Agreement& row) {
    return joined(row.number, row.title);
}
std::string title_of(const model::Atlas& atlas, const model::Document& row) {
    return document_text(atlas, row.id);
}
std::string title_of(const model::Atlas&, const model::ThirdParty& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::CooperationBody& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::JointEnterprise& row) {
    return row.name;
}
std::string title_of(const model::Atlas&, const model::SharedAsset& row) {
    return row.name;
}
std::string title_of(const model::Atlas& atlas, const model::BodyMember& row) {
    return joined(joined(row.person, row.office), village_name(atlas, row.village));
}
std::string title_of(const model::Atlas& atlas, const model::EnterpriseCapital& row) {
    return row.village ? village_name(atlas, row.village) : row.outside_village;
}
std::string title_of(const model::Atlas& atlas, const model::AgreementParty& row) {
    const model::ThirdParty* third = atlas.find(row.third_party);
    const std::string name = row.village ? village_name(atlas, row.village)
                             : third     ? third->name
                                         : row.outside_village;
    return joined(name, row.role);
}
std::string title_of(const model::Atlas& atlas, const model::AssetShare& row) {
    return joined(row.village ? village_name(atlas, row.village) : row.holder_name,
                  std::string(model::code_of(row.holder)));
}

std::int64_t owner(const model::AgreementParty& row) {
    return row.agreement.value;
}
std::int64_t owner(const model::BodyMember& row) {
    return row.body.value;
}
std::int64_t owner(const model::EnterpriseCapital& row) {
    return row.enterprise.value;
}
std::int64_t owner(const model::AssetShare& row) {
    return row.asset.value;
}
template<class Row>
std::int64_t owner(const Row&) {
    return 0;
}

/// The first row of the table for which `refers` holds, by its title.
template<class Row, class Refers>
std::string first_referring(const model::Atlas& atlas, Refers refers) {
    for (const Row& row : atlas.table<Row>())
        if (refers(row))
            return title_of(atlas, row);
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
        atlas, [&](const auto& row) { return row.document == id; });
    if (other.empty())
        other = first_referring<model::CooperationBody>(
            atlas, [&](const auto& row) { return row.founding == id; });
    if (other.empty())
        other = first_referring<model::JointEnterprise>(
            atlas, [&](const auto& row) { return row.founding == id; });
    return other.empty() ? segment_or_dispute(atlas, id) : other;
}

} // namespace

std::optional<std::size_t> row_index(const model::Atlas& atlas, RecordKey key) {
    return with_row_type(key.kind, [&](const auto& type) -> std::optional<std::size_t> {
        using Row = std::decay_t<decltype(type)>;
        const std::size_t index = atlas.table<Row>().index_of(Id<Row>{key.id});
        return index < atlas.table<Row>().size() ? std::optional(index) : std::nullopt;
    });
}

std::string record_title(const model::Atlas& atlas, RecordKey key) {
    return with_row_type(key.kind, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        const Row* row = atlas.find(Id<Row>{key.id});
        return row ? title_of(atlas, *row) : std::string();
    });
}

std::vector<ChildRegister> child_registers(Register kind) {
    switch (kind) {
    case Register::agreement:
        return {{Register::agreement_party, "kerja_sama_id"}};
    case Register::body:
        return {{Register::body_member, "bkad_id"}};
    case Register::enterprise:
        return {{Register::enterprise_capital, "bum_desa_bersama_id"}};
    case Register::asset:
        return {{Register::asset_share, "aset_id"}};
    default:
        return {};
    }
}

std::vector<ChildRegister> owner_registers(Register kind) {
    for (const Register owner :
         {Register::agreement, Register::body, Register::enterprise, Register::asset})
        for (const ChildRegister& child : child_registers(owner))
            if (child.kind == kind)
                return {{owner, child.owner_column}};
    return {};
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
        return {"nama"};
    case Register::asset:
        return {"nama", "geometri"};
    default:
        return {};
    }
}

std::vector<std::int64_t> children_of(const model::Atlas& atlas, Register child,
                                      std::int64_t owner_id) {
    return with_row_type(child, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        std::vector<std::int64_t> ids;
        for (const Row& row : atlas.table<Row>())
            if (owner(row) == owner_id)
                ids.push_back(row.id.value);
        return ids;
    });
}

std::int64_t owner_of(const model::Atlas& atlas, RecordKey key) {
    return with_row_type(key.kind, [&](const auto& type) {
        using Row = std::decay_t<decltype(type)>;
        const Row* row = atlas.find(Id<Row>{key.id});
        return row ? owner(*row) : std::int64_t{0};
    });
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
        return first_referring<model::Agreement>(
            atlas, [&](const auto& row) { return row.body.value == key.id; });
    case Register::agreement:
        return first_referring<model::SharedAsset>(
            atlas, [&](const auto& row) { return row.agreement.value == key.id; });
    case Register::third_party: {
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
