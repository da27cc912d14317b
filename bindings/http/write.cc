// Sending: what is written in one batch leaves in one system call.
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "bindings/http/http.h"

namespace rondo {

// The parser behind `this`, or null once the object has been cut off from it.
static HttpParser* Self(const v8::FunctionCallbackInfo<v8::Value>& info) {
  return Unwrap<HttpParser>(info.This());
}

void HttpParser::Write(const v8::FunctionCallbackInfo<v8::Value>& info) {
  HttpParser* self = Self(info);
  if (!self || !self->stream_ || self->refuses_ || !info[0]->IsUint32()) {
    info.GetReturnValue().Set(static_cast<int32_t>(UV_ECANCELED));
    return;
  }
  uint32_t flags = info[0].As<v8::Uint32>()->Value();
  if (!self->out_) self->out_ = self->state_.BorrowOutput();
  PinnedBytes large;
  ComposeHttp(self->loop_, self->state_, self->out_, flags, info[1], info[2], info[3],
              self->settings_, &large);
  if (flags & kEnd) {
    if (self->outstanding_ > 0) --self->outstanding_;
    if (flags & kCloseAfter) self->close_after_ = self->refuses_ = true;
  }
  int64_t waiting = 0;
  if (large.size > 0 || (!self->batch_ && self->corked_ == 0) || self->out_->size() > 64 * 1024) {
    waiting = self->Send(large.size > 0 ? &large : nullptr);
    if (large.size > 0 && (flags & kChunked) && waiting >= 0 && self->stream_) {
      if (!self->out_) self->out_ = self->state_.BorrowOutput();
      self->out_->Append("\r\n");
      if (flags & kEnd)
        ComposeHttp(self->loop_, self->state_, self->out_, kChunked | kEnd,
                    flags & kStatusMask ? v8::Local<v8::Value>() : info[1], {}, {}, nullptr,
                    nullptr);
      if (!self->batch_ && self->corked_ == 0) waiting = self->Send(nullptr);
    }
    if ((flags & kEnd) && !self->batch_) self->LinkIfIdle();
  } else {
    waiting = static_cast<int64_t>(self->stream_->queued() + self->out_->size());
  }
  info.GetReturnValue().Set(static_cast<double>(waiting));
}

// Gives everything that was held back, and `large`, to the stream.
int64_t HttpParser::Send(const PinnedBytes* large) {
  if (!stream_) return UV_ECANCELED;
  uv_buf_t bufs[2];
  unsigned count = 0;
  if (out_ && out_->size() > 0)
    bufs[count++] =
        uv_buf_init(const_cast<char*>(out_->data()), static_cast<unsigned>(out_->size()));
  if (large)
    bufs[count++] =
        uv_buf_init(reinterpret_cast<char*>(large->data), static_cast<unsigned>(large->size));
  int64_t queued = 0;
  if (count > 0) {
    queued = stream_->Write(bufs, count, large ? large->store : nullptr);
    if (out_) state_.ReturnOutput(std::exchange(out_, nullptr));
    if (queued < 0) {
      Fail(static_cast<int>(queued));
      return queued;
    }
  }
  int64_t waiting = static_cast<int64_t>(stream_->queued());
  if (waiting == 0 && close_after_) EndStream();
  return waiting;
}

double HttpParser::SendFile(int32_t fd, int64_t position, double length, bool chunked) {
  if (!stream_ || refuses_) return UV_ECANCELED;
  std::string_view head = out_ ? std::string_view(out_->data(), out_->size()) : std::string_view();
  int64_t taken =
      stream_->WriteFile(head, fd, position, static_cast<size_t>(std::max(length, 0.0)), chunked);
  if (taken == 0) return 0;
  if (out_) state_.ReturnOutput(std::exchange(out_, nullptr));
  if (taken < 0) Fail(static_cast<int>(taken));
  return static_cast<double>(taken);
}

double HttpParser::Unsent() {
  size_t held = out_ ? out_->size() : 0;
  return static_cast<double>(held + (stream_ ? stream_->queued() : 0));
}

double HttpParser::Flush() { return static_cast<double>(Send(nullptr)); }

void HttpParser::Uncork() {
  if (corked_ > 0) --corked_;
  if (corked_ > 0 || batch_ || !stream_) return;
  if (Send(nullptr) < 0 || !stream_) return;
  LinkIfIdle();
}

void HttpParser::Close(bool at_once) {
  if (!stream_) return;
  close_after_ = refuses_ = true;
  if (at_once) return CloseStream();
  if (!batch_) (void)Send(nullptr);
}

void HttpParser::Fail(int error) {
  error_ = error;
  CloseStream();
}

void HttpParser::EndStream() {
  constexpr uint64_t kLingerMs = 2000;
  if (!stream_ || lingering_) return;
  if (peer_ended_ || !(in_message_ || failed_)) return CloseStream();
  if (int fd = stream_->Fd(); fd < 0 || shutdown(fd, SHUT_WR) != 0) return CloseStream();
  lingering_ = true;
  paused_ = throttled_ = false;
  stream_->StartReading();
  state_.LinkIdle(loop_, this, kLingerMs);
}

void HttpParser::CloseStream() {
  if (!stream_) return;
  v8::HandleScope handles(loop_.isolate());
  // The closing stream no longer knows this parser: on_closed is bound to it by the stream's own
  // `owner`.
  Stream* stream = stream_;
  stream->Close(callbacks().on_closed.Get(loop_.isolate()));
}

}  // namespace rondo
