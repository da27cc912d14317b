// The text of /metrics.
#ifndef RONDO_MONITOR_METRICS_H_
#define RONDO_MONITOR_METRICS_H_

#include <string>

#include "runtime/monitor/history.h"
#include "runtime/observe/published.h"
#include "runtime/observe/times/usage.h"

namespace rondo {

// Names as prom-client has them (process_*, nodejs_*), as OpenTelemetry's conventions for Node.js
// and V8 have them in their Prometheus spelling (nodejs_eventloop_*, v8js_*), and Rondo's own
// (rondo_*) for what neither knows. Every label's values are a short, fixed list: nothing of the
// program's own text is a label. `usage` is that of the loop's thread; `quota`: whether a CPU quota
// limits it.
std::string MetricsText(const Published& published, const History& history, const Usage& usage,
                        bool quota);

}  // namespace rondo

#endif  // RONDO_MONITOR_METRICS_H_
