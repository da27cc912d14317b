#include "runtime/loop/blocked_call.h"

#include <pthread.h>
#include <signal.h>

#include "runtime/loop/loop.h"

namespace rondo::blocked_call {
namespace {

void Nothing(int) {}

// SIGURG is ignored by default and hardly used by anybody. Without SA_RESTART, so that calls end.
bool HandleSignal() {
  struct sigaction now;
  if (sigaction(SIGURG, nullptr, &now) != 0) return false;
  if (now.sa_handler == Nothing) return true;
  if ((now.sa_flags & SA_SIGINFO) != 0 || now.sa_handler != SIG_DFL) return false;
  struct sigaction ours = {};
  ours.sa_handler = Nothing;
  return sigaction(SIGURG, &ours, nullptr) == 0;
}

}  // namespace

void Ask(Loop& loop) {
  if (!HandleSignal()) return;
  asked.store(&loop, std::memory_order_relaxed);
  pthread_kill(loop.thread(), SIGURG);
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
