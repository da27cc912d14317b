// How long each phase of the start took: printed by --startup-trace.
#ifndef RONDO_BASE_STARTUP_TRACE_H_
#define RONDO_BASE_STARTUP_TRACE_H_

#include <cstdint>
#include <string_view>

namespace rondo {

// The phase `name` (a literal) ends now; the next begins. On the main thread.
void MarkStartup(const char* name);

// When the phase of that name ended, CLOCK_MONOTONIC in nanoseconds; 0 when it did not.
uint64_t StartupNs(std::string_view name);

// Prints the phases to stderr, in milliseconds. The first is what passed before main(), in CPU
// time: the kernel's and the dynamic linker's work.
void PrintStartupTrace();

}  // namespace rondo

#endif  // RONDO_BASE_STARTUP_TRACE_H_
