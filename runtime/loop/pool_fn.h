// PoolFn: a blocking C++ function as an asynchronous binding. The same function serves as SyncFn
// and as PoolFn:
//
//   static Result<Bytes> ReadFile(std::string path, int32_t flags);   // no Js, no Loop: it runs on
//   a pool thread SyncFn<"readFileSync", &ReadFile, "path", "flags">, PoolFn<"readFile", &ReadFile,
//   TaskKind::kFs, "FSReqCallback", "path", "flags">,   // (path, flags, callback)
//
// One hop through libuv's thread pool; callback(error) or callback(null, value) in a task of its
// own.
#ifndef RONDO_LOOP_POOL_FN_H_
#define RONDO_LOOP_POOL_FN_H_

#include <atomic>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "runtime/js/binding.h"
#include "runtime/loop/pool_load.h"
#include "runtime/loop/request.h"

namespace rondo {

// Runs `work` (() -> Result<T>) on the pool and settles `callback` with what it returns. `name` is
// that of the resource ("FSReqCallback"), `what` that of the operation ("stat"), both literals.
template <class F>
class PoolRequest : public Request<uv_work_t> {
 public:
  using Outcome = std::invoke_result_t<F&>;

  PoolRequest(Loop& loop, TaskKind kind, const char* name, const char* what,
              v8::Local<v8::Function> callback, F work)
      : Request(loop, kind, name, callback), what_(what), work_(std::move(work)) {}

  void Queue() {
    hop_.Queue();
    uv_queue_work(
        loop().uv(), uv(), [](uv_work_t* uv) { From<PoolRequest>(uv)->Work(); },
        [](uv_work_t* uv, int) { From<PoolRequest>(uv)->Deliver(); });
  }
  void Work() {
    hop_.Begin(what_);
    outcome_.emplace(work_());
    const uint64_t now_ns = Loop::NowNs();
    hop_.End(now_ns);
    ready_ns_.store(now_ns, std::memory_order_release);
  }
  uint64_t ReadySinceNs() const override { return ready_ns_.load(std::memory_order_acquire); }
  void Deliver() override {
    hop_.Return(loop());
    Settle(std::move(*outcome_));
    delete this;
  }

 private:
  const char* what_;
  F work_;
  PoolHop hop_;
  std::optional<Outcome> outcome_;
  std::atomic<uint64_t> ready_ns_{0};
};

template <class F>
void QueueWork(Loop& loop, TaskKind kind, const char* name, const char* what,
               v8::Local<v8::Function> callback, F work) {
  (new PoolRequest<F>(loop, kind, name, what, callback, std::move(work)))->Queue();
}

namespace pool_internal {

template <FixedString Name, auto F, TaskKind Kind, FixedString Resource,
          class S = Signature<decltype(F)>>
struct Queued;
template <FixedString Name, auto F, TaskKind Kind, FixedString Resource, class R, class... A>
struct Queued<Name, F, Kind, Resource, Signature<R (*)(A...)>> {
  // The function that the trampoline calls: the same arguments, and the callback.
  static void Run(Loop& loop, std::remove_cvref_t<A>... args, v8::Local<v8::Function> callback) {
    QueueWork(loop, Kind, Resource.c_str(), Name.c_str(), callback,
              [held = std::tuple<std::remove_cvref_t<A>...>(std::move(args)...)]() mutable -> R {
                return std::apply([](auto&... each) { return F(std::move(each)...); }, held);
              });
  }
};

}  // namespace pool_internal

template <FixedString Name, auto F, TaskKind Kind, FixedString Resource, FixedString... ArgNames>
using PoolFn =
    Fn<Name, &pool_internal::Queued<Name, F, Kind, Resource>::Run, ArgNames..., "callback">;

}  // namespace rondo

#endif  // RONDO_LOOP_POOL_FN_H_
