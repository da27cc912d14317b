// The command line and the composition root: the only file that sees bindings and engine together.
#include "bindings/all.h"
#include "runtime/base/startup_trace.h"
#include "runtime/cli.h"
#include "runtime/engine/engine.h"
#include "runtime/loop/loop_binding.h"
#include "runtime/observe/observer.h"
#include "runtime/snapshot_data.h"

int main(int argc, char** argv) {
  rondo::MarkStartup("loader");
  rondo::ProcessStartNs();
  rondo::Options options;
  if (int code = rondo::ParseCommandLine(argc, argv, &options); code >= 0) return code;
  rondo::MarkStartup("options");
  rondo::InitializeV8(options);
  rondo::MarkStartup("v8");
  rondo::Engine engine(options, rondo::AllBindings(),
                       options.no_snapshot ? nullptr : rondo::EmbeddedSnapshot());
  if (options.long_tasks != "off")
    engine.loop().set_observer(new rondo::Observer(engine.loop(), options));
  if (options.startup_trace) {
    engine.loop().AtExit([](void*) { rondo::PrintStartupTrace(); }, nullptr);
  }
  engine.loop().Exit(engine.Run());
}
