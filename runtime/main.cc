// The command line and the composition root: the only file that sees bindings and engine together.
#include "bindings/all.h"
#include "runtime/cli.h"
#include "runtime/engine/engine.h"
#include "runtime/loop/loop_binding.h"
#include "runtime/observe/observer.h"
#include "runtime/snapshot_data.h"

int main(int argc, char** argv) {
  rondo::ProcessStartNs();
  rondo::Options options;
  if (int code = rondo::ParseCommandLine(argc, argv, &options); code >= 0) return code;
  rondo::InitializeV8(options);
  rondo::Engine engine(options, rondo::AllBindings(),
                       options.no_snapshot ? nullptr : rondo::EmbeddedSnapshot());
  if (options.long_tasks != "off")
    engine.loop().set_observer(new rondo::Observer(engine.loop(), options));
  engine.loop().Exit(engine.Run());
}
