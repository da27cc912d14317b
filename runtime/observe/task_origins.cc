#include "runtime/observe/task_origins.h"

#include <algorithm>
#include <utility>

#include "runtime/loop/coarse_clock.h"

namespace rondo {

void TaskOrigins::FollowAll() {
  all_ = true;
  loop_.set_origins_wanted(true);
}

void TaskOrigins::Follow(v8::Local<v8::Value> callback) {
  if (callback.IsEmpty() || !callback->IsFunction()) return;
  v8::Local<v8::Function> function = callback.As<v8::Function>();
  const Callback key{function->ScriptId(), function->GetScriptStartPosition()};
  if (key.script == v8::UnboundScript::kNoScriptId) return;  // not written in JavaScript, or bound
  until_ns_ = CoarseNs() + kFollowNs;
  loop_.set_origins_wanted(true);
  if (std::find(callbacks_.begin(), callbacks_.end(), key) != callbacks_.end()) return;
  if (callbacks_.size() < kCallbacks) {
    callbacks_.push_back(key);
  } else {
    callbacks_[next_callback_++ % kCallbacks] = key;
  }
}

uint32_t TaskOrigins::Of(v8::Local<v8::Function> callback) {
  const uint64_t now_ns = CoarseNs();
  if (!all_) {
    if (now_ns > until_ns_) {
      loop_.set_origins_wanted(false);
      callbacks_.clear();
      return 0;
    }
    const Callback key{callback->ScriptId(), callback->GetScriptStartPosition()};
    if (std::find(callbacks_.begin(), callbacks_.end(), key) == callbacks_.end()) return 0;
  }
  return MayTake(now_ns) ? Keep(CurrentUserStack(loop_.isolate(), kFrames)) : 0;
}

bool TaskOrigins::MayTake(uint64_t now_ns) {
  constexpr uint64_t kSecondNs = 1'000'000'000;
  if (now_ns - second_ns_ >= kSecondNs) {
    second_ns_ = now_ns;
    taken_ = 0;
  }
  return ++taken_ <= kPerSecond;
}

uint32_t TaskOrigins::Keep(std::vector<SourceFrame> frames) {
  if (frames.empty()) return 0;
  for (const Place& place : places_) {
    if (place.origin != 0 && place.frames == frames) return place.origin;
  }
  Place& place = places_[++last_origin_ % kPlaces];
  place = {last_origin_, std::move(frames)};
  return place.origin;
}

std::vector<SourceFrame> TaskOrigins::Frames(uint32_t origin) const {
  const Place& place = places_[origin % kPlaces];
  return origin != 0 && place.origin == origin ? place.frames : std::vector<SourceFrame>();
}

}  // namespace rondo
