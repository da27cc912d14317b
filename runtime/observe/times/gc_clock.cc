#include "runtime/observe/times/gc_clock.h"

namespace rondo {

GcClock::GcClock(Loop& loop) : loop_(loop) {
  loop.isolate()->AddGCPrologueCallback(&GcClock::OnStart, this);
  loop.isolate()->AddGCEpilogueCallback(&GcClock::OnEnd, this);
}

void GcClock::OnStart(v8::Isolate*, v8::GCType, v8::GCCallbackFlags, void* data) {
  static_cast<GcClock*>(data)->start_ns_ = Loop::NowNs();
}

void GcClock::OnEnd(v8::Isolate*, v8::GCType type, v8::GCCallbackFlags, void* data) {
  auto& self = *static_cast<GcClock*>(data);
  const uint64_t took_ns = Loop::NowNs() - self.start_ns_;
  self.times_.count++;
  if (type == v8::kGCTypeScavenge || type == v8::kGCTypeMinorMarkSweep) {
    self.times_.scavenge_ns += took_ns;
  } else if (type == v8::kGCTypeMarkSweepCompact) {
    self.times_.full_ns += took_ns;
  } else {
    self.times_.other_ns += took_ns;
  }
  if (self.loop_.current_sync_call()) self.within_sync_ns_ += took_ns;
  if (self.on_collection_) self.on_collection_(self.on_collection_data_, type, took_ns);
}

}  // namespace rondo
