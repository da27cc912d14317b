// Where tasks were asked for: the line that set the timer, the immediate, or made the request.
//
// Taking a stack costs more than setting a timer, so it is done only for callbacks of which one was
// a long task within the last kFollowNs, or for all when a record is written, and at most
// kPerSecond times a second. Without such callbacks lib/ pays one comparison.
#ifndef RONDO_OBSERVE_TASK_ORIGINS_H_
#define RONDO_OBSERVE_TASK_ORIGINS_H_

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/loop/loop.h"
#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

// On the loop's thread.
class TaskOrigins {
 public:
  static constexpr uint64_t kFollowNs = 60'000'000'000;
  static constexpr int kPerSecond = 1000;  // under 0.5 % of the time
  static constexpr size_t kCallbacks = 64;
  static constexpr uint32_t kPlaces = 256;

  explicit TaskOrigins(Loop& loop) : loop_(loop) {}
  // From now on the origins of all tasks are taken.
  void FollowAll();
  // From now on those of `callback`, if it is a function: it held the loop for long.
  void Follow(v8::Local<v8::Value> callback);
  // The origin of what asks for `callback` now; 0 when it is not taken.
  uint32_t Of(v8::Local<v8::Function> callback);
  // The frames of users' code, innermost first; empty for 0 and for one that was forgotten since.
  std::vector<SourceFrame> Frames(uint32_t origin) const;

 private:
  static constexpr int kFrames = 3;

  // Functions are told by where they stand in their source: each call of the code around them makes
  // another one.
  struct Callback {
    int script = 0;
    int position = 0;
    bool operator==(const Callback&) const = default;
  };
  struct Place {
    uint32_t origin = 0;
    std::vector<SourceFrame> frames;
  };
  bool MayTake(uint64_t now_ns);
  uint32_t Keep(std::vector<SourceFrame> frames);

  Loop& loop_;
  bool all_ = false;
  uint64_t until_ns_ = 0;
  std::vector<Callback> callbacks_;
  size_t next_callback_ = 0;
  uint64_t second_ns_ = 0;  // when the second began in which `taken_` were
  int taken_ = 0;
  std::array<Place, kPlaces> places_;
  uint32_t last_origin_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_TASK_ORIGINS_H_
