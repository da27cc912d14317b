// Numbers of the operating system by name, for os.constants.
#ifndef RONDO_BINDINGS_OS_CONSTANTS_H_
#define RONDO_BINDINGS_OS_CONSTANTS_H_

#include "runtime/js/js.h"

namespace rondo {

// target.constants = {errno, signals, priority, dlopen, UV_UDP_REUSEADDR}
void InstallOsConstants(Js& js, v8::Local<v8::Object> target);

}  // namespace rondo

#endif  // RONDO_BINDINGS_OS_CONSTANTS_H_
