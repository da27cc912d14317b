// The loop's own bindings.
#ifndef RONDO_LOOP_LOOP_BINDING_H_
#define RONDO_LOOP_LOOP_BINDING_H_

#include "runtime/js/binding.h"

namespace rondo {

extern const BindingSpec kLoopBinding;  // ticks, timers and immediates meet C++ here
extern const BindingSpec
    kAsyncContextBinding;  // the value that follows asynchronous calls (AsyncLocalStorage)
extern const BindingSpec kClockBinding;  // CLOCK_MONOTONIC

// CLOCK_MONOTONIC at the first call, which main() makes first of all.
uint64_t ProcessStartNs();

}  // namespace rondo

#endif  // RONDO_LOOP_LOOP_BINDING_H_
