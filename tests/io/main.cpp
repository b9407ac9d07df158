#include "io/misbehaviour.h"
#include "io/reader_service.h"

#include <cstring>

#include <gmock/gmock.h>
#include <unistd.h>

namespace io = antardesa::io;

int main(int argc, char** argv) {
    if (io::is_reader_call(argc, argv))
        io::serve_reader();
    const std::size_t prefix = std::strlen(io::testing::prefix);
    if (argc == 2 && std::strncmp(argv[1], io::testing::prefix, prefix) == 0)
        ::_exit(io::testing::misbehave(argv[1] + prefix));
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
