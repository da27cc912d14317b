// The answers in JSON: /healthz, /readyz, /tasks, /live.
#ifndef RONDO_MONITOR_REPORT_JSON_H_
#define RONDO_MONITOR_REPORT_JSON_H_

#include <cstdint>
#include <string>

#include "runtime/monitor/history.h"
#include "runtime/monitor/loop_now.h"
#include "runtime/observe/published.h"

namespace rondo {

// {"status":"ok"}, or, when the loop has not looked for events for longer than the limit, "stuck"
// with the task that runs: its kind, age, blocking call and stack.
std::string HealthJson(const LoopNow& now, uint64_t limit_ns, bool* healthy);
// "ready", "starting" before the main script was evaluated, or "stuck".
std::string ReadinessJson(const LoopNow& now, uint64_t limit_ns, bool* ready);
// The running task, tasks by kind, the last long tasks and the worst culprits. Times are
// milliseconds, moments milliseconds since 1970.
std::string TasksJson(const Published& published);
// All that the page shows: the above, queues, delays, memory, and the points of the history after
// number `since`.
std::string LiveJson(const Published& published, const History& history, uint64_t since,
                     uint64_t limit_ns);

}  // namespace rondo

#endif  // RONDO_MONITOR_REPORT_JSON_H_
