#pragma once

#include <memory>

#include <proj.h>
#include <proj_experimental.h>

/// PROJ held safely: one owner type per handle. Included by the sources of `crs` alone.
namespace antardesa::crs::detail {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ObjectDeleter {
    void operator()(PJ* object) const { proj_destroy(object); }
};
struct ObjectListDeleter {
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
struct FactoryDeleter {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
        proj_operation_factory_context_destroy(factory);
    }
};

using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Object = std::unique_ptr<PJ, ObjectDeleter>;
using ObjectList = std::unique_ptr<PJ_OBJ_LIST, ObjectListDeleter>;
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, FactoryDeleter>;

/// A context that is silent, never asks the network and finds no file but PROJ's own database.
Context make_context();

} // namespace antardesa::crs::detail
