// A signal to the loop's thread, which ends a waiting system call there with EINTR and may look at
// what the thread does.
#ifndef RONDO_LOOP_THREAD_SIGNAL_H_
#define RONDO_LOOP_THREAD_SIGNAL_H_

#include <pthread.h>

namespace rondo {

// Called in the signal's handler, with its ucontext_t: what it may do is what a handler may do.
using SignalLook = void (*)(void* context);

// Interrupts `thread`, and calls `look` on it if that is not null. From any thread, one at a time.
// False where the program handles SIGURG itself: then nothing is sent.
bool InterruptThread(pthread_t thread, SignalLook look);

}  // namespace rondo

#endif  // RONDO_LOOP_THREAD_SIGNAL_H_
