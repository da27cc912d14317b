// The last words of a process that a signal ends.
#ifndef RONDO_OBSERVE_REPORT_REPORT_SIGNALS_H_
#define RONDO_OBSERVE_REPORT_REPORT_SIGNALS_H_

namespace rondo {

// Calls `fn(signal, data)` on a thread of its own before SIGINT, SIGTERM or SIGHUP ends the
// process, and then lets it end by that signal, as its parent expects. Works while the loop is
// held. Signals that are ignored stay ignored; those that the program handles itself
// (`process.on("SIGTERM")`) are its own from then on. The same signal once more ends the process at
// once. Call at most once.
void BeforeDeathBySignal(void (*fn)(int signal, void* data), void* data);

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_SIGNALS_H_
