// HTTP/1: one llhttp parser a connection, fed by a native stream (servers) or by JavaScript
// (clients, TLS), and the writer of responses. Nothing outside this folder needs more than this
// header.
#ifndef RONDO_BINDINGS_HTTP_HTTP_H_
#define RONDO_BINDINGS_HTTP_HTTP_H_

#include <llhttp.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/loop/stream.h"
#include "runtime/observe/blame.h"

namespace rondo {

class HttpParser;

// Bytes on their way out. Grows, and is lent to a connection only while it has something to send.
class HttpOutput {
 public:
  char* Reserve(size_t size) {
    if (size_ + size > capacity_) Grow(size);
    return data_.get() + size_;
  }
  void Commit(size_t size) { size_ += size; }
  void Append(std::string_view text) {
    if (text.empty()) return;
    std::memcpy(Reserve(text.size()), text.data(), text.size());
    size_ += text.size();
  }
  const char* data() const { return data_.get(); }
  size_t size() const { return size_; }
  size_t capacity() const { return capacity_; }
  void Clear() { size_ = 0; }

 private:
  void Grow(size_t size);
  std::unique_ptr<char[]> data_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

// What JavaScript says of a piece of a message, in one number. The low ten bits are the status
// code; 0 is "no head".
enum HttpWriteFlags : uint32_t {
  kStatusMask = 0x3ff,
  kAddDate = 1u << 10,
  kKeepAlive = 1u << 11,        // Connection: keep-alive
  kConnectionClose = 1u << 12,  // Connection: close
  kKeepAliveLine = 1u << 13,    // Keep-Alive: timeout=N
  kAddLength = 1u << 14,        // Content-Length: the size of the body given
  kAddChunked = 1u << 15,       // Transfer-Encoding: chunked
  kChunked = 1u << 16,          // the body is sent in chunks
  kNoBody = 1u << 17,           // the body is not sent (HEAD, 204, 304)
  kEnd = 1u << 18,              // the message ends here
  kLatin1 = 1u << 19,           // a string body is one byte a character
  kCloseAfter = 1u << 20,       // the connection ends once this is sent
  kRawHead =
      1u << 21,  // there is a head although there is no status: its first line stands in the block
};

// What C++ tells JavaScript of a request or response head, in one number; the low eight bits are
// the method.
enum HttpHeadFlags : uint32_t {
  kHeadKeepAlive = 1u << 8,
  kHeadBody = 1u << 9,
  kHeadUpgrade = 1u << 10,
  kHeadContinue = 1u << 11,     // Expect: 100-continue
  kHeadExpectation = 1u << 12,  // any other Expect
  kHeadNoHost = 1u << 13,       // HTTP/1.1 without Host
  kHeadMinorShift = 16,
  kHeadMajorShift = 20,
};

// The functions that JavaScript hands over; `this` is the HttpParser object.
struct HttpCallbacks {
  v8::Global<v8::Function>
      on_head;  // (url or status text, head, flags, status): 0 go on, 1 no body, 2 upgrade, 3 stop
  v8::Global<v8::Function> on_body;  // (arrayBuffer, offset, length)
  v8::Global<v8::Function>
      on_complete;  // (trailers or undefined); only after a head with kHeadBody, or trailers
  v8::Global<v8::Function> on_error;    // (code, reason, bytesParsed, arrayBuffer, offset, length)
  v8::Global<v8::Function> on_upgrade;  // (arrayBuffer, offset, length): what followed the head
  v8::Global<v8::Function> on_end;      // (error): the peer's end, or a read error
  v8::Global<v8::Function> on_drained;  // (): what was queued is sent
  v8::Global<v8::Function> on_closed;   // (error): the connection is closed
  v8::Global<v8::Function> on_idle;     // (): nothing came for keepAliveTimeout
};

// The per-server numbers that C++ reads at each response: a Float64Array shared with JavaScript.
enum HttpSettings { kKeepAliveTimeout, kIdleTimeout, kMaxRequests, kSettingCount };

// Connections between two requests, in the order in which their time runs out: a list for each
// duration.
struct HttpIdleList {
  explicit HttpIdleList(uint64_t timeout) : timeout(timeout) {}
  uint64_t timeout;
  HttpParser* first = nullptr;
  HttpParser* last = nullptr;
};

class HttpState {
 public:
  HttpCallbacks callbacks[2];  // of requests (servers), of responses (clients)

  // Shared with JavaScript: [inside the task of a read, how many such tasks there were].
  void SetBatch(v8::Isolate* isolate, v8::Local<v8::Uint32Array> batch);
  void BeginBatch() {
    batch_[0] = 1;
    ++batch_[1];
  }
  void EndBatch() { batch_[0] = 0; }

  // "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n", made anew once a second.
  std::string_view DateLine(uv_loop_t* loop);
  // "Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n"
  std::string_view KeepAliveLines(double timeout, double max_requests);

  // "HTTP/1.1 200 OK\r\n"
  std::string_view StatusLine(uint32_t status);

  HttpOutput* BorrowOutput();
  void ReturnOutput(HttpOutput* output);

  void LinkIdle(Loop& loop, HttpParser* parser, uint64_t timeout);
  void UnlinkIdle(HttpParser* parser);

  uint64_t wait_asked_ns = 0;  // see HttpParser::LastWait

 private:
  void ArmIdleTimer(Loop& loop, uint64_t due);
  void OnIdleTimer(Loop& loop);

  uint32_t no_batch_[2] = {};
  uint32_t* batch_ = no_batch_;
  v8::Global<v8::Uint32Array> batch_array_;  // keeps the memory alive
  char date_[64];
  size_t date_size_ = 0;
  uint64_t date_until_ = 0;  // loop ms
  std::string keep_alive_;
  double keep_alive_timeout_ = -1;
  double keep_alive_max_ = -1;
  std::string status_lines_[1000];
  std::vector<std::unique_ptr<HttpOutput>> outputs_;
  std::vector<std::unique_ptr<HttpIdleList>> idle_;
  std::unique_ptr<uv_timer_t> idle_timer_;
  uint64_t idle_due_ = 0;  // what the timer is set to; 0: not set
};

// Puts a message, or a piece of one, into `out`. `large` is a byte body that was left out since it
// is worth a write of its own.
void ComposeHttp(Loop& loop, HttpState& state, HttpOutput* out, uint32_t flags,
                 v8::Local<v8::Value> block, v8::Local<v8::Value> body,
                 v8::Local<v8::Value> message, const double* settings, PinnedBytes* large);
// The standard text of a status code; empty when it has none.
std::string_view HttpStatusText(uint32_t status);

class HttpParser : public ObjectWrap, public StreamConsumer {
 public:
  static constexpr const char* kClassName = "HttpParser";
  enum Type : int32_t { kRequest, kResponse };
  // kRelaxed takes control characters in the values of headers; kInsecure all that llhttp can.
  enum Leniency : int32_t { kStrict, kRelaxed, kInsecure };

  static Result<HttpParser*> New(Loop& loop, int32_t type, uint32_t max_head, uint32_t max_headers,
                                 int32_t leniency);
  HttpParser(Loop& loop, Type type, uint32_t max_head, uint32_t max_headers, int32_t leniency);
  ~HttpParser() override;
  void OnAttached() { MakeWeak(); }

  // Takes over a stream and starts to read it. `settings` is a Float64Array of kSettingCount
  // numbers.
  Result<void> Join(Stream* stream, v8::Local<v8::Float64Array> settings);
  // Gives the stream back, with everything sent or queued that was written so far.
  void Leave();
  // Feeds a parser without a stream. Returns how many bytes were taken, or -1 after on_error.
  Result<double> Execute(PinnedBytes bytes);
  // The end of the input. Returns the name of the error when a message was cut short, else an empty
  // string.
  std::string Finish();
  // Puts the parser back to the start of a message, on a new connection.
  void Restart(uint32_t max_head, uint32_t max_headers, int32_t leniency);
  // Starts or stops reading the stream.
  void Pause();
  void Resume();
  // write(flags, block, body, message): how many bytes wait to be sent, or a negative error. See
  // HttpWriteFlags.
  static void Write(const v8::FunctionCallbackInfo<v8::Value>& info);
  // sendFile(fd, position, length, chunked): see Stream::WriteFile; what was held back goes first.
  double SendFile(int32_t fd, int64_t position, double length, bool chunked);
  // Sends what was held back. Returns how many bytes wait for the kernel.
  double Flush();
  void Cork() { ++corked_; }
  void Uncork();
  // Asks for one on_drained when nothing waits any more.
  void NotifyDrained() { notify_drained_ = true; }
  // The program shut its side down: what is written from now on is refused.
  void Shut() { refuses_ = true; }
  // Sends what waits, then closes (see EndStream); or closes at once.
  void Close(bool at_once);
  // Bytes that were written and have not gone to the kernel.
  double Unsent();
  // 1: the head, 2: the request has taken longer than allowed (ms, 0 for no limit); 0 otherwise.
  int32_t Overdue(double head_ms, double request_ms);
  // A response ended that this parser did not send.
  void ResponseEnded() { outstanding_ -= outstanding_ > 0; }
  // True between two messages.
  bool Idle() { return outstanding_ == 0 && !in_message_; }
  bool HeadPending() { return in_message_ && !head_done_; }
  // Why the connection was closed: a negative libuv error, or 0.
  int32_t error() { return error_; }
  // The wait of the newest request, as far as the system still tells: [arrival, start, estimated],
  // see blame(). Undefined when it did not wait, or newer data hides it. `sparing` asks the system
  // only for the first of the requests that are begun with within kSparingNs.
  v8::Local<v8::Value> LastWait(Js& js, bool sparing);

  void OnStreamData(const char* data, size_t size) override;
  void OnStreamEnd(int error) override;
  void OnStreamDrained(int error) override;
  void OnStreamClosing() override;
  void OnIdleTimeout();

 private:
  friend class HttpState;
  friend struct HttpEvents;  // llhttp's callbacks

  HttpCallbacks& callbacks() { return state_.callbacks[type_]; }
  // Calls JavaScript with this parser's object as `this`. Empty when it threw.
  v8::MaybeLocal<v8::Value> Emit(const v8::Global<v8::Function>& callback, int argc,
                                 v8::Local<v8::Value>* argv);
  // Runs llhttp over the bytes and reports errors and upgrades. Returns how many were taken, or -1.
  ssize_t Run(const char* data, size_t size);
  int64_t Send(const PinnedBytes* large);
  void LinkIfIdle();
  // A client that sends requests and does not read the answers is not read either, until they are
  // sent.
  void Throttle();
  void Fail(int error);
  void CloseStream();
  // Closes once everything is sent. A peer that still sends would be answered with a reset, which
  // may overtake what it was sent: then only this half is closed, and what comes is thrown away
  // until the peer ends, or until a limit of bytes or of time.
  void EndStream();
  void InTask(TaskKind kind, const v8::Global<v8::Function>& callback, int error);

  // llhttp's events, see events.cc
  int OnBegin();
  int OnUrl(const char* at, size_t size);
  int OnField(const char* at, size_t size);
  int OnFieldComplete();
  int OnValue(const char* at, size_t size);
  int OnValueComplete();
  int OnHeadersComplete();
  int OnBody(const char* at, size_t size);
  int OnComplete();
  int OnChunkHeader();
  int OnChunkExtension(const char* at, size_t size);
  int Overflow();
  // llhttp_execute, but for a NUL in a head, from which llhttp 9.4 does not come back when it is
  // relaxed: it is given no head behind one.
  llhttp_errno_t Feed(const char* data, size_t size);
  // Adds (arrival, start, estimated) to the arguments of on_head when the request waited for a task
  // that held the loop; returns how many were added. See wait.cc.
  int AddWait(v8::Local<v8::Value>* argv);

  Loop& loop_;
  HttpState& state_;
  llhttp_t llhttp_;
  const Type type_;
  enum class Field : uint8_t { kOther, kHost, kExpect } field_ = Field::kOther;
  bool batch_ = false;       // inside OnStreamData: what is written waits for its end
  bool in_task_ = false;     // JavaScript is entered by the loop, not called from JavaScript
  bool in_message_ = false;  // between the first byte of a message and its end
  bool head_done_ = false;
  bool stopped_ = false;  // the stream was closed or taken away while llhttp ran
  bool threw_ = false;    // JavaScript threw while llhttp ran
  bool has_host_ = false;
  bool expects_body_ = false;  // the head had kHeadBody
  bool relaxed_ = false;       // see Feed
  bool in_body_ = false;       // neither in a head nor in trailers
  bool notify_drained_ = false;
  bool close_after_ = false;
  bool refuses_ = false;    // nothing more is written: the last answer is on its way, or Shut()
  bool paused_ = false;     // JavaScript wants no more
  bool throttled_ = false;  // see Throttle
  bool failed_ = false;     // the input broke off with an error: what follows is thrown away
  bool peer_ended_ = false;
  bool lingering_ = false;  // see EndStream
  uint32_t discarded_ = 0;  // bytes that were thrown away
  uint8_t expect_ = 0;      // HttpHeadFlags of Expect, shifted to the right by 11
  uint32_t corked_ = 0;
  uint32_t outstanding_ = 0;  // requests whose response has not ended
  uint32_t max_head_;
  uint32_t max_headers_;
  uint32_t head_size_ = 0;
  uint32_t headers_ = 0;
  uint32_t extensions_ = 0;  // bytes of chunk extensions
  int error_ = 0;            // why the stream was closed
  size_t value_start_ = 0;
  uint64_t message_start_ = 0;  // loop ms
  Stream* stream_ = nullptr;
  HttpOutput* out_ = nullptr;
  const double* settings_ = nullptr;
  std::shared_ptr<v8::BackingStore> settings_store_;
  std::string url_;   // or the status text
  std::string head_;  // name LF value LF ...: no head can hold a LF
  const char* overflow_ = nullptr;

  Holds& holds_;
  uint64_t head_start_ns_ = 0;  // when the newest request was begun with
  uint32_t heads_in_read_ = 0;  // how many requests the present read has brought so far
  bool is_new_ = true;          // no request came on this connection before

  HttpIdleList* idle_list_ = nullptr;
  HttpParser* idle_previous_ = nullptr;
  HttpParser* idle_next_ = nullptr;
  uint64_t idle_due_ = 0;
};

// blame(arrival, start, estimated): for whom a request waited. { wait, remainder, estimated,
// culprits: [{ duration, task, kind, cause, name, place, callback }] }; milliseconds. A place is
// { function, file, line, column }, undefined when it is not known.
v8::Local<v8::Object> HttpBlame(Loop& loop, Js& js, double arrival, double start, bool estimated);
// The same as the value of a Server-Timing header.
std::string HttpServerTiming(Loop& loop, double arrival, double start);

// splitHead(head, lower): [name, value, name, value ...]
void SplitHead(const v8::FunctionCallbackInfo<v8::Value>& info);
// headersOf(head): the object of a head's names in lower case and values, as JavaScript would make
// it; undefined when it is for JavaScript to make: a name that comes twice, Set-Cookie, names that
// have not come in this order lately.
void HeadersOf(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace rondo

#endif  // RONDO_BINDINGS_HTTP_HTTP_H_
