#include "io/misbehaviour.h"

#include "io/detail/reader_protocol.h"
#include "sandbox/memory.h"

#include <atomic>
#include <csignal>
#include <string>

#include <sys/socket.h>
#include <unistd.h>

namespace antardesa::io::testing {

namespace {

using namespace detail;

int hand_back(const std::string& bytes) {
    return sandbox::write_and_seal(answer_descriptor, bytes) ? 0 : 1;
}

int hand_back(const Answer& answer) {
    FlatWriter out;
    encode(out, answer);
    return hand_back(out.result());
}

FeatureTable one_village() {
    FeatureTable table;
    table.layer = "desa";
    table.features.push_back({0, geo::PolygonSet{{{{{0, 0}, {0, 1}, {1, 1}, {0, 0}}, {}}}}});
    return table;
}

// The coordinate of a sound answer made infinite.
int infinite_coordinate() {
    FeatureTable table = one_village();
    std::get<geo::PolygonSet>(table.features[0].geometry).polygons[0].outer[1].x = 1e308 * 10;
    return hand_back(Answer{{}, table});
}

int open_ring() {
    FeatureTable table = one_village();
    std::get<geo::PolygonSet>(table.features[0].geometry).polygons[0].outer.pop_back();
    return hand_back(Answer{{}, table});
}

int huge_count() {
    FlatWriter out;
    out.raw("\0\0\0\0\0", 5); // no confinement, no error
    out.text("desa");
    out.count(std::size_t{1} << 60);
    return hand_back(out.result());
}

int absurd_progress() {
    Progress* progress = sandbox::SharedProgress::attach(progress_descriptor);
    progress->start(-1);
    progress->advance(INT64_MIN);
    return hand_back(Answer{{}, one_village()});
}

} // namespace

int misbehave(const char* name) {
    const std::string role = name;
    if (role == "dies")
        return ::kill(::getpid(), SIGKILL);
    if (role == "silent")
        return 0;
    if (role == "unsealed")
        return ::write(answer_descriptor, "x", 1) == 1 ? 0 : 1;
    if (role == "garbage")
        return hand_back(std::string(1000, '\xee'));
    if (role == "huge_count")
        return huge_count();
    if (role == "another_question")
        return hand_back(Answer{{}, Tables()});
    if (role == "foreign_message")
        return hand_back(Answer{{}, Message{"cli.usage.crs", {"x"}}});
    if (role == "infinite_coordinate")
        return infinite_coordinate();
    if (role == "open_ring")
        return open_ring();
    if (role == "absurd_progress")
        return absurd_progress();
    if (role == "hangs")
        return static_cast<int>(::sleep(1000));
    sandbox::lock_down({std::uint64_t{1} << 28, 1, 4096});
    if (role == "connects")
        return ::socket(AF_INET, SOCK_STREAM, 0);
    for (std::atomic<int> i = 0; role == "loops"; ++i)
        ;
    return 99;
}

} // namespace antardesa::io::testing
