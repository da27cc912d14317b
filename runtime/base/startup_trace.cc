#include "runtime/base/startup_trace.h"

#include <time.h>

#include <array>
#include <cstddef>
#include <cstdio>

namespace rondo {
namespace {

struct Mark {
  const char* name;
  double at_ms;
};
constexpr size_t kMaxMarks = 16;
std::array<Mark, kMaxMarks> marks;
size_t count = 0;

double Milliseconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Before main() nothing of ours runs that could read a clock: CPU time stands for it.
double before_main_ms = 0;

}  // namespace

void MarkStartup(const char* name) {
  if (count == 0) before_main_ms = Milliseconds(CLOCK_PROCESS_CPUTIME_ID);
  if (count < kMaxMarks) marks[count++] = {name, Milliseconds(CLOCK_MONOTONIC)};
}

uint64_t StartupNs(std::string_view name) {
  for (size_t i = 0; i < count; ++i) {
    if (name == marks[i].name) return static_cast<uint64_t>(marks[i].at_ms * 1e6);
  }
  return 0;
}

void PrintStartupTrace() {
  double total = before_main_ms;
  for (size_t i = 0; i < count; ++i) {
    double took = i == 0 ? before_main_ms : marks[i].at_ms - marks[i - 1].at_ms;
    std::fprintf(stderr, "%8.2f ms  %s\n", took, marks[i].name);
    if (i > 0) total += took;
  }
  std::fprintf(stderr, "%8.2f ms  in all\n", total);
}

}  // namespace rondo
