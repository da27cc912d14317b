// The parser's life: bytes in, from a stream or from JavaScript, and the end of the connection.
#include <algorithm>
#include <cstring>
#include <utility>

#include "bindings/http/http.h"
#include "runtime/js/class.h"

namespace rondo {

Result<HttpParser*> HttpParser::New(Loop& loop, int32_t type, uint32_t max_head,
                                    uint32_t max_headers, int32_t leniency) {
  if (type != kRequest && type != kResponse) {
    return Error::Range("ERR_OUT_OF_RANGE",
                        "HttpParser: the type is neither that of requests nor that of responses");
  }
  return new HttpParser(loop, static_cast<Type>(type), max_head, max_headers, leniency);
}

HttpParser::HttpParser(Loop& loop, Type type, uint32_t max_head, uint32_t max_headers,
                       int32_t leniency)
    : loop_(loop), state_(loop.State<HttpState>()), type_(type), holds_(loop.State<Holds>()) {
  Restart(max_head, max_headers, leniency);
}

HttpParser::~HttpParser() {
  state_.UnlinkIdle(this);
  if (out_) state_.ReturnOutput(out_);
}

Result<void> HttpParser::Join(Stream* stream, v8::Local<v8::Float64Array> settings) {
  if (stream_ || stream->closing())
    return Error::Type("ERR_INVALID_STATE", "HttpParser.attach: already attached");
  if (settings->Length() < kSettingCount)
    return Error::Range("ERR_OUT_OF_RANGE", "HttpParser.attach: too few settings");
  settings_store_ = settings->Buffer()->GetBackingStore();
  settings_ = reinterpret_cast<const double*>(static_cast<const char*>(settings_store_->Data()) +
                                              settings->ByteOffset());
  stream_ = stream;
  stream->SetConsumer(this);
  MakeStrong();
  stream->StartReading();
  return Ok{};
}

void HttpParser::Leave() {
  if (!stream_) return;
  state_.UnlinkIdle(this);
  (void)Send(nullptr);
  if (!stream_) return;  // closed by a write error
  stream_->StopReading();
  std::exchange(stream_, nullptr)->SetConsumer(nullptr);
  stopped_ = true;
  MakeWeak();
}

v8::MaybeLocal<v8::Value> HttpParser::Emit(const v8::Global<v8::Function>& callback, int argc,
                                           v8::Local<v8::Value>* argv) {
  v8::Isolate* isolate = loop_.isolate();
  v8::Local<v8::Value> self = object(isolate);
  v8::Local<v8::Function> function = callback.Get(isolate);
  if (in_task_) return loop_.Call(self, function, argc, argv);
  v8::MaybeLocal<v8::Value> result = loop_.CallInside(self, function, argc, argv);
  if (result.IsEmpty()) threw_ = true;
  return result;
}

llhttp_errno_t HttpParser::Feed(const char* data, size_t size) {
  if (!relaxed_) return llhttp_execute(&llhttp_, data, size);
  const char* end = data + size;
  while (data < end) {
    const char* stop = end;
    if (!in_body_) {
      const void* nul = std::memchr(data, 0, static_cast<size_t>(end - data));
      if (nul) stop = static_cast<const char*>(nul);
    }
    if (stop == data) {
      llhttp_set_error_reason(&llhttp_, "Invalid header value char");
      llhttp_.error_pos = data;
      return HPE_INVALID_HEADER_TOKEN;
    }
    llhttp_errno_t err = llhttp_execute(&llhttp_, data, static_cast<size_t>(stop - data));
    data = stop;
    if (err == HPE_OK) continue;
    // Paused where a body ended.
    if (err != HPE_PAUSED || stopped_ || threw_) return err;
    data = llhttp_get_error_pos(&llhttp_);
    llhttp_resume(&llhttp_);
  }
  return HPE_OK;
}

ssize_t HttpParser::Run(const char* data, size_t size) {
  stopped_ = threw_ = false;
  llhttp_errno_t err = Feed(data, size);
  if (err == HPE_OK) return static_cast<ssize_t>(size);
  if (stopped_ || threw_) return -1;
  const char* position = llhttp_get_error_pos(&llhttp_);
  size_t taken = position ? static_cast<size_t>(position - data) : size;
  Js& js = loop_.js();
  v8::HandleScope handles(js.isolate());
  uint32_t offset = 0;
  if (err == HPE_PAUSED_UPGRADE) {
    v8::Local<v8::Value> rest = CopyChunk(loop_, data + taken, size - taken, &offset);
    v8::Local<v8::Value> argv[] = {rest, js.Int(static_cast<int32_t>(offset)),
                                   js.Int(static_cast<int32_t>(size - taken))};
    (void)Emit(callbacks().on_upgrade, 3, argv);
    return static_cast<ssize_t>(size);
  }
  const char* code = overflow_ ? overflow_ : llhttp_errno_name(err);
  const char* reason = llhttp_get_error_reason(&llhttp_);
  v8::Local<v8::Value> packet = CopyChunk(loop_, data, size, &offset);
  v8::Local<v8::Value> argv[] = {
      js.Name(code), js.Latin1(reason ? reason : ""),      js.Int(static_cast<int32_t>(taken)),
      packet,        js.Int(static_cast<int32_t>(offset)), js.Int(static_cast<int32_t>(size))};
  failed_ = true;
  (void)Emit(callbacks().on_error, 6, argv);
  return -1;
}

void HttpParser::OnStreamData(const char* data, size_t size) {
  if (lingering_ || failed_) {
    constexpr size_t kMaxDiscarded = 1024 * 1024;
    discarded_ += static_cast<uint32_t>(size);
    if (discarded_ > kMaxDiscarded) CloseStream();
    return;
  }
  // The handle keeps this object alive even when JavaScript closes the connection meanwhile.
  v8::HandleScope handles(loop_.isolate());
  [[maybe_unused]] v8::Local<v8::Object> keep = object(loop_.isolate());
  state_.UnlinkIdle(this);
  batch_ = in_task_ = true;
  heads_in_read_ = 0;
  state_.BeginBatch();
  loop_.RunTask(TaskKind::kHttp, [&] { (void)Run(data, size); });
  batch_ = in_task_ = false;
  state_.EndBatch();
  if (!stream_) return;
  if (corked_ == 0 && Send(nullptr) < 0) return;
  LinkIfIdle();
}

// The time of an idle connection begins when its last response has gone to the kernel.
void HttpParser::LinkIfIdle() {
  if (!stream_ || !Idle() || idle_list_ || stream_->queued() > 0) return;
  if (settings_[kIdleTimeout] > 0)
    state_.LinkIdle(loop_, this, static_cast<uint64_t>(settings_[kIdleTimeout]));
}

Result<double> HttpParser::Execute(PinnedBytes bytes) {
  if (failed_) return -1.0;
  in_task_ = false;
  ssize_t taken = Run(reinterpret_cast<const char*>(bytes.data), bytes.size);
  if (threw_) return Error::Pending();
  return static_cast<double>(taken);
}

std::string HttpParser::Finish() {
  if (failed_) return std::string();
  stopped_ = threw_ = false;
  llhttp_errno_t err = llhttp_finish(&llhttp_);
  return err == HPE_OK || stopped_ || threw_ ? std::string() : std::string(llhttp_errno_name(err));
}

// Calls back(error) as a task of its own, with what it writes gathered.
void HttpParser::InTask(TaskKind kind, const v8::Global<v8::Function>& callback, int error) {
  v8::HandleScope handles(loop_.isolate());
  [[maybe_unused]] v8::Local<v8::Object> keep = object(loop_.isolate());
  batch_ = in_task_ = true;
  state_.BeginBatch();
  loop_.RunTask(kind, [&] {
    v8::Local<v8::Value> argv[] = {loop_.js().Int(error)};
    (void)Emit(callback, 1, argv);
  });
  batch_ = in_task_ = false;
  state_.EndBatch();
  if (stream_ && corked_ == 0) (void)Send(nullptr);
}

void HttpParser::OnStreamEnd(int error) {
  peer_ended_ = true;
  if (lingering_) return CloseStream();
  state_.UnlinkIdle(this);
  if (error == 0) {
    v8::HandleScope handles(loop_.isolate());
    [[maybe_unused]] v8::Local<v8::Object> keep = object(loop_.isolate());
    batch_ = in_task_ = true;
    state_.BeginBatch();
    loop_.RunTask(TaskKind::kHttp, [&] {
      stopped_ = threw_ = false;
      int truncated = failed_ || llhttp_finish(&llhttp_) == HPE_OK ? 0 : 1;
      v8::Local<v8::Value> argv[] = {loop_.js().Int(truncated)};
      if (!stopped_) (void)Emit(callbacks().on_end, 1, argv);
    });
    batch_ = in_task_ = false;
    state_.EndBatch();
    if (stream_ && corked_ == 0) (void)Send(nullptr);
    return;
  }
  InTask(TaskKind::kHttp, callbacks().on_end, error);
}

void HttpParser::OnStreamDrained(int error) {
  if (error) return Fail(error);
  if (std::exchange(throttled_, false) && !paused_ && !peer_ended_) stream_->StartReading();
  if (out_ && out_->size() > 0) return;
  if (close_after_) return EndStream();
  if (std::exchange(notify_drained_, false)) InTask(TaskKind::kWrite, callbacks().on_drained, 0);
  LinkIfIdle();
}

void HttpParser::OnStreamClosing() {
  state_.UnlinkIdle(this);
  if (out_) state_.ReturnOutput(std::exchange(out_, nullptr));
  stream_ = nullptr;
  stopped_ = true;
  MakeWeak();
}

void HttpParser::OnIdleTimeout() {
  if (lingering_) return CloseStream();
  InTask(TaskKind::kTimer, callbacks().on_idle, 0);
}

void HttpParser::Pause() {
  paused_ = true;
  if (stream_) stream_->StopReading();
}
void HttpParser::Resume() {
  paused_ = false;
  if (stream_ && !throttled_ && !peer_ended_) stream_->StartReading();
}
void HttpParser::Throttle() {
  constexpr size_t kMaxUnsent = 64 * 1024;
  if (!stream_ || throttled_ || stream_->queued() < kMaxUnsent) return;
  throttled_ = true;
  stream_->StopReading();
}

int32_t HttpParser::Overdue(double head_ms, double request_ms) {
  if (!stream_ || lingering_ || (!in_message_ && stream_->bytes_read() > 0)) return 0;
  double age = static_cast<double>(uv_now(loop_.uv()) - message_start_);
  if (!head_done_ && head_ms > 0 && age > head_ms) return 1;
  if (request_ms > 0 && age > request_ms) return 2;
  return 0;
}

}  // namespace rondo
