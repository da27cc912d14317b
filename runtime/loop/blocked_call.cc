#include "runtime/loop/blocked_call.h"

#include "runtime/loop/loop.h"
#include "runtime/loop/thread_signal.h"

namespace rondo::blocked_call {

void Ask(Loop& loop) {
  asked.store(&loop, std::memory_order_relaxed);
  if (!InterruptThread(loop.thread(), nullptr)) asked.store(nullptr, std::memory_order_relaxed);
}

bool Answer() {
  Loop* loop = asked.load(std::memory_order_relaxed);
  if (!loop || !pthread_equal(pthread_self(), loop->thread())) return false;
  asked.store(nullptr, std::memory_order_relaxed);
  const BlockedCall call = loop->blocked_call();
  if (call.arguments && loop->observer()) loop->observer()->OnStillBlocked(call);
  return true;
}

}  // namespace rondo::blocked_call
