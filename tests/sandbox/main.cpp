#include "sandbox/roles.h"

#include <cstring>

#include <gmock/gmock.h>
#include <unistd.h>

int main(int argc, char** argv) {
    using namespace antardesa::sandbox::testing;
    if (argc == 2 && std::strncmp(argv[1], prefix, std::strlen(prefix)) == 0)
        ::_exit(play(argv[1] + std::strlen(prefix)));
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
