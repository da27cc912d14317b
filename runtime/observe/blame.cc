#include "runtime/observe/blame.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

namespace rondo {
namespace {

uint64_t Ns(const timespec& time) {
  return static_cast<uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(time.tv_nsec);
}

uint64_t TickNs() {
  timespec resolution;
  clock_getres(CLOCK_MONOTONIC_COARSE, &resolution);
  return Ns(resolution);
}

// Since Linux 6.4 the kernel's ticks come at multiples of their length on CLOCK_MONOTONIC.
bool TicksAreAligned() {
  utsname name;
  int major = 0;
  int minor = 0;
  if (uname(&name) != 0 || std::sscanf(name.release, "%d.%d", &major, &minor) != 2) return false;
  return major > 6 || (major == 6 && minor >= 4);
}

uint64_t Turn(const uv_loop_t* loop) {
  uv_metrics_t metrics;
  uv_metrics_info(const_cast<uv_loop_t*>(loop), &metrics);
  return metrics.loop_count;
}

// "app.js:14"
std::string BaseName(const SourceFrame& frame) {
  // npos + 1 is 0: a name without a slash is a base name.
  return frame.file.substr(frame.file.find_last_of("/\\") + 1) + ":" + std::to_string(frame.line);
}

std::string Join(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " " + b;
}

std::string Milliseconds(uint64_t ns) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", static_cast<double>(ns) / 1e6);
  return text;
}

}  // namespace

Arrival ArrivalBefore(uint64_t now_ns, uint64_t since_ms, uint64_t tick_ns, bool aligned) {
  const uint64_t ticks = (since_ms * 1'000'000 + tick_ns / 2) / tick_ns;
  const uint64_t since_ns = std::min(ticks * tick_ns, now_ns);
  if (aligned) {
    const uint64_t tick_start = now_ns - now_ns % tick_ns;
    const uint64_t earliest = tick_start - std::min(since_ns, tick_start);
    return {earliest, std::min(earliest + tick_ns, now_ns)};
  }
  const uint64_t middle = now_ns - since_ns;
  return {middle - std::min(middle, tick_ns), std::min(middle + tick_ns, now_ns)};
}

std::optional<Arrival> LastArrival(int fd) {
  static const uint64_t tick_ns = TickNs();
  static const bool aligned = TicksAreAligned();
  tcp_info info{};
  socklen_t size = sizeof info;
  if (fd < 0 || getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return {};
  return ArrivalBefore(uv_hrtime(), info.tcpi_last_data_recv, tick_ns, aligned);
}

void Holds::Add(const uv_loop_t* loop, Hold hold) {
  const uint64_t turn = Turn(loop);
  if (turn != turn_) {
    before_ns_ = turn - turn_ == 1 ? turn_ns_ : 0;
    turn_ns_ = 0;
    turn_ = turn;
  }
  turn_ns_ += hold.duration_ns();
  if (before_ns_ + turn_ns_ >= kWorthAskingNs) armed_ = true;
  wake_end_ns_ = std::max(wake_end_ns_, hold.end_ns + hold.duration_ns());
  if (ring_.size() < kCapacity) {
    ring_.push_back(std::move(hold));
  } else {
    ring_[count_ % kCapacity] = std::move(hold);
  }
  count_++;
}

bool Holds::MayHaveWaited(const uv_loop_t* loop, uint64_t start_ns, bool is_new) {
  const uint64_t turns = Turn(loop) - turn_;
  if (turns <= 1) return true;
  if (turns <= 3 || start_ns < wake_end_ns_) return is_new;
  armed_ = false;
  return false;
}

std::optional<Waited> Holds::Wait(const Arrival& arrival, uint64_t read_ns,
                                  uint64_t start_ns) const {
  if (arrival.earliest_ns >= read_ns) return {};
  uint64_t earliest = arrival.earliest_ns;
  const uint64_t latest = std::min(arrival.latest_ns, read_ns);
  if (start_ns - latest < kNoticeableNs) return {};
  for (uint64_t i = oldest(); i < count_; ++i) {
    const Hold& hold = At(i);
    if (hold.end_ns <= earliest || hold.start_ns >= latest) continue;
    earliest = std::max(earliest, hold.start_ns);
    break;
  }
  return Waited{earliest + (latest - earliest) / 2, start_ns, false};
}

std::optional<Waited> Holds::EstimateWait(const uv_loop_t* loop, uint64_t start_ns) const {
  if (count_ == 0) return {};
  const Hold& hold = At(count_ - 1);
  // libuv's time is that of the end of its wait for events: it did not wait when that is not later.
  const uint64_t polled_ms = uv_now(loop);
  if (Turn(loop) - turn_ > 1 || polled_ms > hold.end_ns / 1'000'000 + 1) return {};
  const Waited waited{hold.start_ns + hold.duration_ns() / 2, start_ns, true};
  if (waited.wait_ns() < kNoticeableNs) return {};
  return waited;
}

Blame Holds::Share(const Waited& waited, uint64_t running_ns) const {
  Blame blame;
  blame.wait_ns = waited.wait_ns();
  uint64_t shared = 0;
  auto add = [&](const Hold& hold) {
    const uint64_t from = std::max(hold.start_ns, waited.arrival_ns);
    const uint64_t to = std::min(hold.end_ns, waited.start_ns);
    if (from >= to) return;
    blame.culprits.push_back({hold, to - from});
    shared += to - from;
  };
  for (uint64_t i = oldest(); i < count_; ++i) add(At(i));
  // Requests that came together wait for each other within one task, which goes on.
  if (describe_ && running_ns != 0 && waited.start_ns > running_ns) {
    add(describe_(data_, waited.start_ns));
  }
  blame.remainder_ns = blame.wait_ns - std::min(shared, blame.wait_ns);
  return blame;
}

std::string ShortText(const Hold& hold) {
  std::string text;
  switch (hold.cause) {
    case LongTask::Cause::kSyncCall:
      text = hold.name;
      break;
    case LongTask::Cause::kGc:
      text = "garbage collection";
      break;
    case LongTask::Cause::kCpuWait:
      text = hold.name.empty() ? "waiting for a CPU" : "waiting for a CPU in " + hold.name;
      break;
    case LongTask::Cause::kPageFaults:
      text = hold.name.empty() ? "page faults" : "page faults in " + hold.name;
      break;
    case LongTask::Cause::kTickFlood:
      text = "nextTick flood";
      break;
    case LongTask::Cause::kMicrotaskFlood:
      text = "microtask flood";
      break;
    default:
      if (hold.place.line > 0) text = hold.place.function;
  }
  if (hold.place.line > 0) return Join(text, BaseName(hold.place));
  if (hold.callback.line > 0) {
    return Join(Join(text, "callback"), Join(hold.callback.function, BaseName(hold.callback)));
  }
  return Join(text, text.empty() ? std::string("task of kind ") + TaskKindName(hold.kind) : "");
}

std::string ServerTimingText(const Blame& blame) {
  constexpr size_t kMostNamed = 3;
  constexpr size_t kLongestName = 80;
  // Several tasks of one place are one culprit.
  std::vector<std::pair<std::string, uint64_t>> shares;
  for (const Blame::Culprit& culprit : blame.culprits) {
    std::string name = ShortText(culprit.hold).substr(0, kLongestName);
    auto same =
        std::find_if(shares.begin(), shares.end(), [&](auto& s) { return s.first == name; });
    if (same == shares.end()) {
      shares.emplace_back(std::move(name), culprit.duration_ns);
    } else {
      same->second += culprit.duration_ns;
    }
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](auto& a, auto& b) { return a.second > b.second; });
  // Who took less than a tenth is not named, unless nobody took more.
  size_t named = std::min<size_t>(shares.size(), 1);
  while (named < std::min(shares.size(), kMostNamed) &&
         shares[named].second >= blame.wait_ns / 10) {
    ++named;
  }
  uint64_t others = blame.wait_ns;
  for (size_t i = 0; i < named; ++i) others -= std::min(others, shares[i].second);
  const bool alone = named == 1 && others < blame.wait_ns / 10;
  std::string text = shares.empty() ? "short tasks" : "";
  for (size_t i = 0; i < named; ++i) {
    if (i > 0) text += ", ";
    text += shares[i].first;
    if (!alone) text += " " + Milliseconds(shares[i].second);
  }
  if (!shares.empty() && others >= blame.wait_ns / 10) text += ", others " + Milliseconds(others);
  std::string quoted;
  for (char c : text) {
    const bool printable = c >= ' ' && c <= '~';
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += printable ? c : '?';
  }
  return "loop;dur=" + Milliseconds(blame.wait_ns) + ";desc=\"" + quoted + "\"";
}

}  // namespace rondo
