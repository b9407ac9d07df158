#include "sandbox/descriptor.h"

#include <unistd.h>

namespace antardesa::sandbox {

Descriptor::~Descriptor() {
    if (number_ >= 0)
        ::close(number_);
}

} // namespace antardesa::sandbox
