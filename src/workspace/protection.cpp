#include "workspace/protection.h"

#include "io/reader.h"

namespace antardesa::workspace {

std::vector<Message> reader_protection() {
    return io::Reader().protection();
}

} // namespace antardesa::workspace
