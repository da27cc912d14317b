// Where a blocking call was made, told while it still blocks.
//
// V8 answers no interrupt in there, and no other thread may look at its stack. So the watchdog asks
// here, and sends the loop's thread a signal that does nothing but end a waiting system call with
// EINTR. Whoever then repeats the call, or does its work in steps, calls AnswerIfAsked, which takes
// the stack while the caller's frame stands.
#ifndef RONDO_LOOP_BLOCKED_CALL_H_
#define RONDO_LOOP_BLOCKED_CALL_H_

#include <atomic>

namespace rondo {

class Loop;

namespace blocked_call {

inline std::atomic<Loop*> asked{nullptr};

// From any thread: makes `loop`'s thread answer, which is in a blocking call. It may never do so: a
// call may neither be interrupted nor have steps. Does nothing where the program handles SIGURG.
void Ask(Loop& loop);

bool Answer();

// In a blocking call, between two system calls or before one is repeated; on any thread. Not in the
// middle of work with V8. True when this thread was asked: a system call may have been cut short.
inline bool AnswerIfAsked() { return asked.load(std::memory_order_relaxed) && Answer(); }

}  // namespace blocked_call
}  // namespace rondo

#endif  // RONDO_LOOP_BLOCKED_CALL_H_
