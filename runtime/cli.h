// The command line: rondo [options] [script] [arguments].
#ifndef RONDO_CLI_H_
#define RONDO_CLI_H_

#include "runtime/base/options.h"

namespace rondo {

// Prepares the process (descriptors, signals, limits), then fills `options` from RONDO_OPTIONS and
// the arguments. Returns -1 when the program is to run, or the exit code when it is not: after
// --help or --version (0), or after printing one clear line on stderr (9).
int ParseCommandLine(int argc, char** argv, Options* options);

}  // namespace rondo

#endif  // RONDO_CLI_H_
