// How `error.stack` is written: `Error.prepareStackTrace` where a program set one, else Node's
// format.
#ifndef RONDO_ENGINE_STACK_TRACE_H_
#define RONDO_ENGINE_STACK_TRACE_H_

#include "runtime/js/binding.h"

namespace rondo {

// binding:stack_trace, by which lib/internal/stack_trace.ts hands over its function at every start.
extern const BindingSpec kStackTraceBinding;

}  // namespace rondo

#endif  // RONDO_ENGINE_STACK_TRACE_H_
