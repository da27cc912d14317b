// The monitor: a thread that shows what the loop does, also while the loop is stuck. It never
// touches V8.
//
//   /            a live page
//   /metrics     Prometheus' text format
//   /healthz     200, or 503 with the culprit while the loop is stuck
//   /readyz      200, or 503 while the program starts or the loop is stuck
//   /tasks       the running task, the last long tasks, the worst culprits (JSON)
//   /live        what the page shows (JSON)
#ifndef RONDO_MONITOR_MONITOR_H_
#define RONDO_MONITOR_MONITOR_H_

#include "runtime/base/result.h"
#include "runtime/monitor/address.h"
#include "runtime/observe/published.h"

namespace rondo {

// Binds the address, starts the thread and says on stderr where the page is. `published` must
// outlive the process's other threads. The loop is stuck when it has not looked for events for
// longer than `stuck_limit_ms`. Fails when the address cannot be listened on. On the loop's thread.
Result<MonitorAddress> StartMonitor(const Published& published, const MonitorAddress& address,
                                    double stuck_limit_ms);

}  // namespace rondo

#endif  // RONDO_MONITOR_MONITOR_H_
