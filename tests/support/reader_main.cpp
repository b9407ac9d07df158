#include "io/reader_service.h"

#include <gmock/gmock.h>

// A reader starts its process from its own executable, which here is the tests'.
int main(int argc, char** argv) {
    if (antardesa::io::is_reader_call(argc, argv))
        antardesa::io::serve_reader();
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
