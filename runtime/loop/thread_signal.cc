#include "runtime/loop/thread_signal.h"

#include <signal.h>

#include <atomic>
#include <cerrno>

namespace rondo {
namespace {

std::atomic<SignalLook> wanted{nullptr};

void OnSignal(int, siginfo_t*, void* context) {
  const int error = errno;
  if (SignalLook look = wanted.exchange(nullptr, std::memory_order_acq_rel)) look(context);
  errno = error;
}

// SIGURG is ignored by default and hardly used by anybody. Without SA_RESTART, so that calls end.
bool Installed() {
  struct sigaction now;
  if (sigaction(SIGURG, nullptr, &now) != 0) return false;
  if ((now.sa_flags & SA_SIGINFO) != 0) return now.sa_sigaction == OnSignal;
  if (now.sa_handler != SIG_DFL) return false;
  struct sigaction ours = {};
  ours.sa_sigaction = OnSignal;
  ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
  return sigaction(SIGURG, &ours, nullptr) == 0;
}

}  // namespace

bool InterruptThread(pthread_t thread, SignalLook look) {
  if (!Installed()) return false;
  wanted.store(look, std::memory_order_release);
  return pthread_kill(thread, SIGURG) == 0;
}

}  // namespace rondo
