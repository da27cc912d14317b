// A first look at the script that the command line names.
#ifndef RONDO_CLI_SCRIPT_H_
#define RONDO_CLI_SCRIPT_H_

#include "runtime/base/options.h"

namespace rondo {

// Returns -1 when there is something to run, or an exit code after printing one line that says what
// is missing. Programs with preloaded modules, which may change how names are resolved, are not
// looked at.
int CheckScript(const Options& options);

}  // namespace rondo

#endif  // RONDO_CLI_SCRIPT_H_
