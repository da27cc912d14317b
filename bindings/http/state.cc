// What all connections of a loop share: prepared lines, output buffers, and the lists of idle
// connections.
#include <sys/time.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

#include "bindings/http/http.h"

namespace rondo {

void HttpOutput::Grow(size_t size) {
  size_t wanted = capacity_ ? capacity_ * 2 : 4096;
  while (wanted < size_ + size) wanted *= 2;
  std::unique_ptr<char[]> larger(new char[wanted]);
  if (size_ > 0) std::memcpy(larger.get(), data_.get(), size_);
  data_ = std::move(larger);
  capacity_ = wanted;
}

void HttpState::SetBatch(v8::Isolate* isolate, v8::Local<v8::Uint32Array> batch) {
  batch_array_.Reset(isolate, batch);
  batch_ = reinterpret_cast<uint32_t*>(static_cast<char*>(batch->Buffer()->Data()) +
                                       batch->ByteOffset());
}

std::string_view HttpState::DateLine(uv_loop_t* loop) {
  uint64_t now = uv_now(loop);
  if (now >= date_until_) {
    timeval wall;
    gettimeofday(&wall, nullptr);
    tm parts;
    gmtime_r(&wall.tv_sec, &parts);
    static const char kDays[] = "SunMonTueWedThuFriSat";
    static const char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    date_size_ = static_cast<size_t>(
        std::snprintf(date_, sizeof date_, "Date: %.3s, %02d %.3s %d %02d:%02d:%02d GMT\r\n",
                      kDays + parts.tm_wday * 3, parts.tm_mday, kMonths + parts.tm_mon * 3,
                      parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec));
    date_until_ = now + 1000 - static_cast<uint64_t>(wall.tv_usec) / 1000;
  }
  return {date_, date_size_};
}

std::string_view HttpState::KeepAliveLines(double timeout, double max_requests) {
  if (timeout != keep_alive_timeout_ || max_requests != keep_alive_max_) {
    keep_alive_timeout_ = timeout;
    keep_alive_max_ = max_requests;
    keep_alive_ = "Connection: keep-alive\r\n";
    if (timeout > 0) {
      keep_alive_ +=
          "Keep-Alive: timeout=" + std::to_string(static_cast<int64_t>(std::floor(timeout / 1000)));
      if (max_requests > 0)
        keep_alive_ += ", max=" + std::to_string(static_cast<int64_t>(max_requests));
      keep_alive_ += "\r\n";
    }
  }
  return keep_alive_;
}

HttpOutput* HttpState::BorrowOutput() {
  if (outputs_.empty()) return new HttpOutput();
  HttpOutput* output = outputs_.back().release();
  outputs_.pop_back();
  return output;
}

void HttpState::ReturnOutput(HttpOutput* output) {
  std::unique_ptr<HttpOutput> owned(output);
  owned->Clear();
  if (outputs_.size() < 16 && owned->capacity() <= 256 * 1024) outputs_.push_back(std::move(owned));
}

void HttpState::LinkIdle(Loop& loop, HttpParser* parser, uint64_t timeout) {
  UnlinkIdle(parser);
  HttpIdleList* list = nullptr;
  for (auto& each : idle_) {
    if (each->timeout == timeout) list = each.get();
  }
  if (!list) {
    // A list that nobody uses serves again for another duration: their number stays that of the
    // durations in use.
    for (auto& each : idle_) {
      if (!each->first) list = each.get();
    }
    if (!list) list = idle_.emplace_back(std::make_unique<HttpIdleList>(timeout)).get();
    list->timeout = timeout;
  }
  parser->idle_list_ = list;
  parser->idle_previous_ = list->last;
  parser->idle_next_ = nullptr;
  (list->last ? list->last->idle_next_ : list->first) = parser;
  list->last = parser;
  parser->idle_due_ = uv_now(loop.uv()) + timeout;
  if (idle_due_ == 0 || parser->idle_due_ < idle_due_) ArmIdleTimer(loop, parser->idle_due_);
}

void HttpState::UnlinkIdle(HttpParser* parser) {
  HttpIdleList* list = parser->idle_list_;
  if (!list) return;
  (parser->idle_previous_ ? parser->idle_previous_->idle_next_ : list->first) = parser->idle_next_;
  (parser->idle_next_ ? parser->idle_next_->idle_previous_ : list->last) = parser->idle_previous_;
  parser->idle_list_ = nullptr;
}

void HttpState::ArmIdleTimer(Loop& loop, uint64_t due) {
  if (!idle_timer_) {
    idle_timer_ = std::make_unique<uv_timer_t>();
    uv_timer_init(loop.uv(), idle_timer_.get());
    uv_unref(reinterpret_cast<uv_handle_t*>(idle_timer_.get()));
    idle_timer_->data = this;
  }
  idle_due_ = due;
  uint64_t now = uv_now(loop.uv());
  uv_timer_start(
      idle_timer_.get(),
      [](uv_timer_t* timer) {
        static_cast<HttpState*>(timer->data)->OnIdleTimer(*static_cast<Loop*>(timer->loop->data));
      },
      due > now ? due - now : 0, 0);
}

// Connections come and go between two rounds without touching the timer; it is set anew here.
void HttpState::OnIdleTimer(Loop& loop) {
  uint64_t now = uv_now(loop.uv());
  idle_due_ = 0;
  for (size_t i = 0; i < idle_.size(); ++i) {
    while (HttpParser* parser = idle_[i]->first) {
      if (parser->idle_due_ > now) break;
      UnlinkIdle(parser);
      parser->OnIdleTimeout();
    }
  }
  uint64_t next = 0;
  for (auto& list : idle_) {
    if (list->first && (next == 0 || list->first->idle_due_ < next)) next = list->first->idle_due_;
  }
  if (next != 0 && (idle_due_ == 0 || next < idle_due_)) ArmIdleTimer(loop, next);
}

}  // namespace rondo
