// fs.read: what the page cache (or a pipe) has is taken at once, the rest by the pool.
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "bindings/fs/fs.h"
#include "runtime/loop/pool_fn.h"

namespace rondo::fs {
namespace {

// More is not copied on the loop's thread.
constexpr size_t kMaxAtOnce = 256u << 10;

// A read that is complete: delivered when a hop through the pool would have been.
class CompleteRead : public RequestBase {
 public:
  CompleteRead(Loop& loop, v8::Local<v8::Function> callback, size_t count)
      : RequestBase(loop, TaskKind::kFs, "FSReqCallback", callback), count_(count) {}
  uint64_t ReadySinceNs() const override { return ready_ns_; }
  void Deliver() override {
    Settle(Result<double>(static_cast<double>(count_)));
    delete this;
  }

 private:
  size_t count_;
  uint64_t ready_ns_ = Loop::NowNs();
};

// A blocking read of [done, want) that follows on `done` bytes.
struct Rest {
  int fd;
  PinnedBytes into;
  size_t at;
  size_t want;
  size_t done;
  int64_t position;

  Result<double> operator()() {
    uint8_t* data = into.data + at + done;
    size_t left = want - done;
    ssize_t n = Retry([&] {
      return position < 0 ? ::read(fd, data, left)
                          : ::pread(fd, data, left, position + static_cast<int64_t>(done));
    });
    if (n >= 0) return static_cast<double>(done + static_cast<size_t>(n));
    if (done > 0) return static_cast<double>(done);
    return UvError(static_cast<int>(n), "read");
  }
};

}  // namespace

void Read(Loop& loop, int32_t fd, PinnedBytes into, double offset, double length, int64_t position,
          v8::Local<v8::Function> callback) {
  size_t at = std::min(static_cast<size_t>(std::max(offset, 0.0)), into.size);
  size_t want = into.size - at;
  if (length >= 0) want = std::min(want, static_cast<size_t>(length));
  want = std::min(want, kMaxTransfer);
  size_t done = 0;
  CachedReader& cached = loop.State<CachedReader>();
  if (want <= kMaxAtOnce && cached.usable()) {
    bool complete = want == 0;
    while (!complete) {
      int64_t from = position < 0 ? -1 : position + static_cast<int64_t>(done);
      ssize_t n = cached.ReadSome(fd, into.data + at + done, want - done, from);
      if (n < 0) break;
      done += static_cast<size_t>(n);
      // A short read of a file need not be its end; one of a pipe or terminal is all there is.
      complete = n == 0 || done == want || (::lseek(fd, 0, SEEK_CUR) < 0 && errno == ESPIPE);
    }
    if (complete) return loop.PostCompletion(new CompleteRead(loop, callback, done));
  }
  QueueWork(loop, TaskKind::kFs, "FSReqCallback", "read", callback,
            Rest{fd, std::move(into), at, want, done, position});
}

}  // namespace rondo::fs
