// The command line and the composition root: the only file that sees bindings and engine together.
#include <cstdio>
#include <memory>

#include "bindings/all.h"
#include "runtime/base/startup_trace.h"
#include "runtime/cli.h"
#include "runtime/engine/builtin_loader.h"
#include "runtime/engine/engine.h"
#include "runtime/loop/loop_binding.h"
#include "runtime/monitor/monitor.h"
#include "runtime/observe/observer.h"
#include "runtime/observe/published.h"
#include "runtime/snapshot_data.h"

namespace {

// Prints one line and returns false when the address cannot be had.
bool StartMonitor(rondo::Loop& loop, rondo::Observer& observer, const rondo::Options& options) {
  auto* published = new rondo::Published(loop);
  auto address = rondo::ParseMonitorAddress(options.monitor_address);
  auto bound = rondo::StartMonitor(*published, address.value(), options.monitor_stuck_limit_ms);
  if (!bound.ok()) {
    std::fprintf(stderr, "rondo: %s\n", bound.error().message.c_str());
    return false;
  }
  observer.set_published(published);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  rondo::MarkStartup("loader");
  rondo::ProcessStartNs();
  rondo::Options options;
  if (int code = rondo::ParseCommandLine(argc, argv, &options); code >= 0) return code;
  rondo::MarkStartup("options");
  std::unique_ptr<rondo::Recorder> recorder;
  if (options.has_record) {
    std::string error;
    recorder = rondo::Recorder::Open(options, &error);
    if (!recorder) {
      std::fprintf(stderr, "rondo: --record: %s\n", error.c_str());
      return 9;
    }
  }
  rondo::InitializeV8(options);
  rondo::MarkStartup("v8");
  const v8::StartupData* snapshot = options.no_snapshot ? nullptr : rondo::EmbeddedSnapshot();
  rondo::Engine engine(options, rondo::AllBindings(), snapshot,
                       snapshot ? rondo::EmbeddedCodeCache() : rondo::CodeCache());
  if (options.long_tasks != "off" || options.monitor || options.long_tasks_summary || recorder) {
    if (recorder) recorder->Start(engine.loop(), options);
    auto* observer = new rondo::Observer(engine.loop(), options, recorder.release());
    engine.loop().set_observer(observer);
    if (options.monitor && !StartMonitor(engine.loop(), *observer, options)) engine.loop().Exit(1);
  }
  if (options.startup_trace) {
    engine.loop().AtExit(
        [](void* engine) {
          rondo::PrintStartupTrace();
          rondo::PrintCodeCacheUse(static_cast<rondo::Engine*>(engine)->js());
        },
        &engine);
  }
  engine.loop().Exit(engine.Run());
}
