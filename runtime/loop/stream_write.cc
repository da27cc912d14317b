// Writing to a stream: at once as far as the kernel takes it, the rest through libuv's queue.
#include <cstring>
#include <utility>
#include <vector>

#include "runtime/loop/request.h"
#include "runtime/loop/stream.h"

namespace rondo {
namespace {

// The last `left` bytes of the buffers: where they lie when `pin` keeps the last buffer alive and
// they are all in it, else a copy.
struct Rest {
  Rest(const uv_buf_t* bufs, unsigned count, size_t left, std::shared_ptr<v8::BackingStore> keep)
      : size(left) {
    const uv_buf_t& last = bufs[count - 1];
    if (keep && left <= last.len) {
      pin = std::move(keep);
      data = last.base + (last.len - left);
      return;
    }
    copy = Bytes(left);
    size_t at = left;
    for (unsigned i = count; i-- > 0 && at > 0;) {
      size_t part = bufs[i].len < at ? bufs[i].len : at;
      at -= part;
      if (part > 0) std::memcpy(copy.data() + at, bufs[i].base + (bufs[i].len - part), part);
    }
    data = reinterpret_cast<char*>(copy.data());
  }
  uv_buf_t buf() const { return uv_buf_init(data, static_cast<unsigned>(size)); }

  size_t size;
  char* data;
  Bytes copy;
  std::shared_ptr<v8::BackingStore> pin;
};

}  // namespace

// Queued by C++: nobody is told but the stream's consumer.
class Stream::QueuedWrite {
 public:
  QueuedWrite(Stream* stream, Rest rest) : stream_(stream), rest_(std::move(rest)) {
    uv_.data = this;
  }
  int Start() {
    uv_buf_t buf = rest_.buf();
    return uv_write(&uv_, stream_->stream(), &buf, 1, [](uv_write_t* uv, int status) {
      std::unique_ptr<QueuedWrite> self(static_cast<QueuedWrite*>(uv->data));
      Stream* stream = self->stream_;
      if (status == 0) stream->Written(self->rest_.size);
      self.reset();
      if (stream->consumer_ && (status != 0 || stream->queued() == 0))
        stream->consumer_->OnStreamDrained(status);
    });
  }

 private:
  uv_write_t uv_;
  Stream* stream_;
  Rest rest_;
};

// Queued by JavaScript: callback(status).
class Stream::JsWrite : public Request<uv_write_t> {
 public:
  JsWrite(Stream* stream, v8::Local<v8::Function> callback, Rest rest)
      : Request(stream->loop(), TaskKind::kWrite, "WriteWrap", callback),
        stream_(stream),
        rest_(std::move(rest)) {}
  int Start() {
    uv_buf_t buf = rest_.buf();
    return uv_write(uv(), stream_->stream(), &buf, 1, [](uv_write_t* uv, int status) {
      auto* self = From<JsWrite>(uv);
      if (status == 0) self->stream_->Written(self->rest_.size);
      v8::HandleScope handles(self->loop().isolate());
      v8::Local<v8::Value> argv[] = {self->loop().js().Int(status)};
      self->CallBack(1, argv);
      Stream* stream = self->stream_;
      delete self;
      if (stream->consumer_ && status == 0 && stream->queued() == 0)
        stream->consumer_->OnStreamDrained(0);
    });
  }

 private:
  Stream* stream_;
  Rest rest_;
};

int Stream::TryWrite(const uv_buf_t* bufs, unsigned count, size_t* left) {
  size_t total = 0;
  for (unsigned i = 0; i < count; ++i) total += bufs[i].len;
  *left = total;
  last_activity_ = uv_now(loop().uv());
  if (total == 0) return 0;
  if (queued() > 0) return 0;
  int written = uv_try_write(stream(), bufs, count);
  if (written == UV_EAGAIN) return 0;
  if (written < 0) return written;
  bytes_written_ += static_cast<uint64_t>(written);
  *left = total - static_cast<size_t>(written);
  return 0;
}

int64_t Stream::Write(const uv_buf_t* bufs, unsigned count, std::shared_ptr<v8::BackingStore> pin) {
  if (closing()) return UV_ECANCELED;
  size_t left = 0;
  if (int err = TryWrite(bufs, count, &left)) return err;
  if (left == 0) return 0;
  if (int err = Queue(bufs, count, left, std::move(pin))) return err;
  return static_cast<int64_t>(left);
}

int Stream::Queue(const uv_buf_t* bufs, unsigned count, size_t left,
                  std::shared_ptr<v8::BackingStore> pin) {
  auto* rest = new QueuedWrite(this, Rest(bufs, count, left, std::move(pin)));
  int err = rest->Start();
  if (err) delete rest;
  return err;
}

int32_t Stream::WriteForJs(const uv_buf_t* bufs, unsigned count,
                           std::shared_ptr<v8::BackingStore> pin,
                           v8::Local<v8::Function> callback) {
  if (closing()) return UV_ECANCELED;
  size_t left = 0;
  if (int err = TryWrite(bufs, count, &left)) return err;
  if (left == 0) return 0;
  auto* rest = new JsWrite(this, callback, Rest(bufs, count, left, std::move(pin)));
  if (int err = rest->Start()) {
    delete rest;
    return err;
  }
  return 1;
}

int32_t Stream::WriteBytes(PinnedBytes bytes, v8::Local<v8::Function> callback) {
  uv_buf_t buf =
      uv_buf_init(reinterpret_cast<char*>(bytes.data), static_cast<unsigned>(bytes.size));
  return WriteForJs(&buf, 1, std::move(bytes.store), callback);
}

int32_t Stream::WriteBuffers(v8::Local<v8::Array> chunks, v8::Local<v8::Function> callback) {
  Js& js = loop().js();
  std::vector<uv_buf_t> bufs;
  bufs.reserve(chunks->Length());
  for (uint32_t i = 0; i < chunks->Length(); ++i) {
    v8::Local<v8::Value> chunk;
    ByteView view;
    if (!chunks->Get(js.context(), i).ToLocal(&chunk) || !Convert<ByteView>::From(js, chunk, &view))
      return UV_EINVAL;
    bufs.push_back(
        uv_buf_init(reinterpret_cast<char*>(view.data), static_cast<unsigned>(view.size)));
  }
  if (bufs.empty()) return 0;
  return WriteForJs(bufs.data(), static_cast<unsigned>(bufs.size()), nullptr, callback);
}

int32_t Stream::WriteText(Js& js, v8::Local<v8::String> text, bool latin1,
                          v8::Local<v8::Function> callback) {
  v8::Isolate* isolate = js.isolate();
  size_t size = latin1 ? static_cast<size_t>(text->Length()) : text->Utf8LengthV2(isolate);
  char small[16 * 1024];
  Bytes large;
  char* data = small;
  if (size > sizeof small) {
    large = Bytes(size);
    data = reinterpret_cast<char*>(large.data());
    if (!data) return UV_ENOMEM;
  }
  if (latin1) {
    text->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(size), reinterpret_cast<uint8_t*>(data));
  } else {
    text->WriteUtf8V2(isolate, data, size, v8::String::WriteFlags::kReplaceInvalidUtf8);
  }
  uv_buf_t buf = uv_buf_init(data, static_cast<unsigned>(size));
  return WriteForJs(&buf, 1, nullptr, callback);
}

}  // namespace rondo
