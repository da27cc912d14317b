// Tasks (macrotasks): what kinds there are, and what is recorded of each.
#ifndef RONDO_LOOP_TASK_H_
#define RONDO_LOOP_TASK_H_

#include <cstdint>

#include "runtime/js/v8.h"

namespace rondo {

struct PoolWait;

enum class TaskKind : uint8_t {
  kMain,        // evaluation of the main script
  kTimer,       // one callback of a timer batch
  kImmediate,   // one callback of an immediates batch
  kFs,          // completion of a file system request
  kDns,         // completion of a name look-up
  kPool,        // completion of other thread pool work
  kRead,        // bytes read from a socket, pipe or terminal
  kWrite,       // completion of a write
  kConnection,  // a connection accepted or established
  kHttp,        // bytes read for HTTP, with the requests that they held
  kSignal,      // a signal
  kChild,       // a child process ended
  kMessage,     // a message from a worker
  kPlatform,    // a task that V8 posted (finalisation, WebAssembly)
  kClosing,     // a handle closed
  kExit,        // the beforeExit and exit events
  kCount
};

// "timer", "fs" ...: the name in reports and records.
const char* TaskKindName(TaskKind kind);

// What is known of a task when it ends. Times are CLOCK_MONOTONIC in nanoseconds.
struct TaskRecord {
  uint64_t number = 0;  // counts up from 1 for every task of this process
  TaskKind kind = TaskKind::kMain;
  // Where it was asked for, see TaskOrigins; 0: not known.
  uint32_t origin = 0;
  // When it was asked for (the timer was set, the request made; to a tick of the coarse clock), and
  // when it could have run (the timer was due, the request complete, the bytes there). 0: not
  // known.
  uint64_t queued_ns = 0;
  uint64_t ready_ns = 0;
  uint64_t start_ns = 0;
  // The task's own JavaScript ended, the drain begins; start_ns when that took less than a tick of
  // the kernel's coarse clock (1 to 10 ms).
  uint64_t js_end_ns = 0;
  uint64_t end_ns = 0;  // ticks and microtasks are drained
  // Callbacks of process.nextTick and of queueMicrotask that ran. How many reactions of promises,
  // V8 does not tell.
  uint32_t ticks = 0;
  uint32_t microtasks = 0;
};

// A call that blocked the loop, while the JavaScript stack is still its caller's.
struct SyncCall {
  const char* name;  // a literal: "readFileSync"
  uint64_t start_ns;
  uint64_t end_ns;
  const v8::FunctionCallbackInfo<v8::Value>& arguments;
};

// A call that blocks the loop at this moment.
struct BlockedCall {
  const char* name = nullptr;  // a literal
  const v8::FunctionCallbackInfo<v8::Value>* arguments = nullptr;
};

// Gets every task's record as it begins and ends, on the loop's thread. Must be quick; runs no user
// code.
class TaskObserver {
 public:
  virtual ~TaskObserver() = default;
  virtual void OnTaskStart(const TaskRecord& record) = 0;
  virtual void OnTaskEnd(const TaskRecord& record) = 0;
  // A call that blocked the loop ended; its caller's place can be taken exactly.
  virtual void OnSyncCall(const SyncCall& call) = 0;
  // It still blocks, and somebody asked where it was made; its caller's place can be taken.
  virtual void OnStillBlocked(const BlockedCall& call) = 0;
  // Where `callback` is asked for, as an origin of TaskRecord. Called from JavaScript that asks for
  // a task, while Loop::origins_wanted().
  virtual uint32_t OriginOf(v8::Local<v8::Function> callback) = 0;
  // A request is back from the thread pool, for which it had waited long.
  virtual void OnPoolWait(const PoolWait& wait) = 0;
};

}  // namespace rondo

#endif  // RONDO_LOOP_TASK_H_
