#include "runtime/observe/report/report_signals.h"

#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <thread>

namespace rondo {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

int wake_fd = -1;
std::atomic<int> first_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

void OnSignal(int signal) {
  const int saved = errno;
  int none = 0;
  first_signal.compare_exchange_strong(none, signal);
  const uint64_t one = 1;
  [[maybe_unused]] ssize_t n = write(wake_fd, &one, sizeof one);
  errno = saved;
}

void DieBy(int signal) {
  // Of this thread and therefore of the process, whose other threads may block the signal.
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal);
  std::signal(signal, SIG_DFL);
  pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  raise(signal);
}

}  // namespace

void BeforeDeathBySignal(void (*fn)(int signal, void* data), void* data) {
  wake_fd = eventfd(0, EFD_CLOEXEC);
  if (wake_fd < 0) return;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  std::thread([fn, data] {
    pthread_setname_np(pthread_self(), "rondo-signals");
    uint64_t value = 0;
    while (read(wake_fd, &value, sizeof value) != sizeof value) {
    }
    const int signal = first_signal.load();
    fn(signal, data);
    DieBy(signal);
  }).detach();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  for (int signal : kSignals) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = &OnSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
  }
}

}  // namespace rondo
