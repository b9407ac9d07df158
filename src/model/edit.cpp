#include "model/edit.h"

namespace antardesa::model {

RowWrite::RowWrite(const RowWrite& other) = default;
RowWrite::RowWrite(RowWrite&& other) noexcept = default;
RowWrite& RowWrite::operator=(const RowWrite& other) = default;
RowWrite& RowWrite::operator=(RowWrite&& other) noexcept = default;
RowWrite::~RowWrite() = default;

namespace {

struct ApplyWrite {
    TableSet& tables;

    template<class Row>
    void operator()(const Put<Row>& put) const {
        std::get<Table<Row>>(tables).put(put.row);
    }
    template<class Row>
    void operator()(const Erase<Row>& erase) const {
        std::get<Table<Row>>(tables).erase(erase.id);
    }
    // The identity is no row of a table; whoever builds the next Atlas takes it along.
    void operator()(const Put<ProjectIdentity>&) const {}
};

bool same(const SharedPolygons& a, const SharedPolygons& b) {
    return a == b || (a && b && *a == *b);
}

struct TouchesGeometry {
    const TableSet& before;

    template<class Row>
    bool changes(const Put<Row>& put) const {
        const Row* old = std::get<Table<Row>>(before).find(put.row.id);
        return !old || !same(old->geometry, put.row.geometry);
    }
    bool operator()(const Put<Village>& put) const { return changes(put); }
    bool operator()(const Put<SpecialArea>& put) const { return changes(put); }
    bool operator()(const Erase<Village>& erase) const {
        return std::get<Table<Village>>(before).find(erase.id) != nullptr;
    }
    bool operator()(const Erase<SpecialArea>& erase) const {
        return std::get<Table<SpecialArea>>(before).find(erase.id) != nullptr;
    }
    template<class Write>
    bool operator()(const Write&) const {
        return false;
    }
};

} // namespace

TableSet applied(const TableSet& tables, const Edit& edit) {
    TableSet after = tables;
    for (const RowWrite& write : edit.writes)
        std::visit(ApplyWrite{after}, write);
    return after;
}

bool touches_coverage(const TableSet& before, const Edit& edit) {
    return std::any_of(edit.writes.begin(), edit.writes.end(), [&](const RowWrite& write) {
        return std::visit(TouchesGeometry{before}, write);
    });
}

} // namespace antardesa::model
