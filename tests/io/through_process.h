#pragma once

#include "io/detail/flat_values.h"
#include "io/detail/in_process.h"
#include "io/reader.h"

#include <gtest/gtest.h>

namespace antardesa::io::testing {

template<class Value>
std::string flat(const Value& value) {
    detail::FlatWriter out;
    detail::encode(out, value);
    return out.take();
}

/// What a process of its own reads is, to the last bit, what is read here.
inline void expect_same_through_a_process(const std::filesystem::path& path) {
    Progress here;
    Progress there;
    const FeatureTable table = Reader().read_vector(path, {}, there);
    EXPECT_EQ(flat(table), flat(read_vector(path, {}, here))) << path;
    EXPECT_EQ(table.source, path.string());
    EXPECT_EQ(there.done(), here.done()) << path;
    EXPECT_EQ(there.total(), here.total()) << path;
    EXPECT_EQ(flat(Reader().inspect(path, there)), flat(inspect_file(path, here))) << path;
}

} // namespace antardesa::io::testing
