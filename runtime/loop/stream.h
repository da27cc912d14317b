// Native byte streams: TCP and local (pipe) sockets, listening or connected. `net` shows them to
// JavaScript; a StreamConsumer (http) reads one without going through JavaScript.
#ifndef RONDO_LOOP_STREAM_H_
#define RONDO_LOOP_STREAM_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/js/bytes.h"
#include "runtime/loop/handle.h"

namespace rondo {

// Any of the libuv handles that a Stream can be. `data` is the first member of each of them.
union AnyStream {
  void* data;
  uv_handle_t handle;
  uv_stream_t stream;
  uv_tcp_t tcp;
  uv_pipe_t pipe;
};

// Takes what a Stream reads, in place of JavaScript. Called outside any task.
class StreamConsumer {
 public:
  virtual ~StreamConsumer() = default;
  virtual void OnStreamData(const char* data, size_t size) = 0;
  // The peer sent its end (error 0), or reading failed (a negative libuv error).
  virtual void OnStreamEnd(int error) = 0;
  // What was queued by Write has gone to the kernel, or failed.
  virtual void OnStreamDrained(int error) = 0;
  // The stream begins to close; it must not be used any more.
  virtual void OnStreamClosing() = 0;
};

class Stream : public Handle<AnyStream> {
 public:
  static constexpr const char* kClassName = "StreamHandle";
  enum Type : int32_t { kTcpSocket, kTcpServer, kPipeSocket, kPipeServer };

  Stream(Loop& loop, Type type);
  static Result<Stream*> New(Loop& loop, int32_t type);

  uv_stream_t* stream() { return &uv()->stream; }
  bool is_tcp() const { return type_ <= kTcpServer; }

  // Hands reading over to `consumer`, or back to JavaScript (nullptr). Does not start or stop
  // reading.
  void SetConsumer(StreamConsumer* consumer) { consumer_ = consumer; }
  int StartReading();
  void StopReading();

  // Gives the bytes to the kernel at once as far as it takes them; the rest is queued: copied,
  // unless it lies in the last buffer and `pin` keeps that alive. Returns a negative libuv error or
  // the number of bytes queued.
  int64_t Write(const uv_buf_t* bufs, unsigned count,
                std::shared_ptr<v8::BackingStore> pin = nullptr);
  // Sends `head` and then up to `length` bytes of a file from `position` on (-1: from where it
  // stands, and it moves on), as far as the page cache has them and the kernel takes them at once;
  // of the rest a few KiB are queued, so that the drained stream asks for more. `chunked`: framed
  // as HTTP/1.1 chunks. Returns how many bytes of the file were taken, or a negative libuv error of
  // the stream. 0: nothing was sent, not even the head, since something is queued already, or the
  // file is at its end, must be waited for, or fails: whoever reads it learns which.
  int64_t WriteFile(std::string_view head, int fd, int64_t position, size_t length, bool chunked);
  // Whether WriteFile would find a byte.
  static bool HasFile(int fd, int64_t position);
  // Bytes that wait for the kernel.
  size_t queued() { return stream()->write_queue_size; }

  // JavaScript's methods. Those that return an int32_t give 0 or a negative libuv error.
  int32_t Open(int32_t fd);
  int32_t Bind(std::string address, int32_t port, uint32_t flags);
  int32_t BindPath(std::string path);
  int32_t ChangeMode(int32_t mode);
  int32_t Listen(int32_t backlog, v8::Local<v8::Function> on_connection);
  // Accepts at once what waits in the queue of a listening TCP socket that shares its port with
  // others (SO_REUSEPORT): an array of handles, empty for every other socket. For before closing,
  // at which the kernel resets what is still in that queue.
  v8::Local<v8::Array> TakePending(Js& js);
  int32_t Connect(std::string address, int32_t port, v8::Local<v8::Function> callback);
  int32_t ConnectPath(std::string path, v8::Local<v8::Function> callback);
  // on_read(nread, arrayBuffer, offset): nread > 0 bytes, or a negative error (UV_EOF at the end).
  int32_t ReadStart(v8::Local<v8::Function> on_read);
  int32_t ReadStop();
  // Negative error; 0: written, the callback is not used; 1: queued, callback(status) follows.
  int32_t WriteBytes(PinnedBytes bytes, v8::Local<v8::Function> callback);
  int32_t WriteBuffers(v8::Local<v8::Array> chunks, v8::Local<v8::Function> callback);
  int32_t WriteText(Js& js, v8::Local<v8::String> text, bool latin1,
                    v8::Local<v8::Function> callback);
  int32_t Shutdown(v8::Local<v8::Function> callback);
  // Closes with a reset in place of an orderly end.
  int32_t Reset(std::optional<v8::Local<v8::Function>> on_close);
  // [address, port, family] or [path], or a negative error.
  v8::Local<v8::Value> SockName(Js& js);
  v8::Local<v8::Value> PeerName(Js& js);
  int32_t SetNoDelay(bool enable);
  int32_t SetKeepAlive(bool enable, uint32_t delay_seconds);
  int32_t Fd();
  double BytesRead() { return static_cast<double>(bytes_read_); }
  double BytesWritten() { return static_cast<double>(bytes_written_); }
  double Queued() { return static_cast<double>(queued()); }
  // Milliseconds since something was last read or written.
  double IdleMs() { return static_cast<double>(uv_now(loop().uv()) - last_activity_); }

  uint64_t bytes_read() const { return bytes_read_; }
  uint64_t bytes_written() const { return bytes_written_; }

 protected:
  void OnClosing() override;

 private:
  class QueuedWrite;
  class JsWrite;
  static void OnAlloc(uv_handle_t*, size_t, uv_buf_t* buf);
  static void OnRead(uv_stream_t*, ssize_t nread, const uv_buf_t* buf);
  static void OnConnection(uv_stream_t* server, int status);
  void Written(size_t size) {
    bytes_written_ += size;
    last_activity_ = uv_now(loop().uv());
  }
  // Tries at once; on success `*left` bytes at the end of the buffers remain. A negative error
  // otherwise.
  int TryWrite(const uv_buf_t* bufs, unsigned count, size_t* left);
  // Queues the last `left` bytes of the buffers, see Write.
  int Queue(const uv_buf_t* bufs, unsigned count, size_t left,
            std::shared_ptr<v8::BackingStore> pin);
  int32_t WriteForJs(const uv_buf_t* bufs, unsigned count, std::shared_ptr<v8::BackingStore> pin,
                     v8::Local<v8::Function> callback);

  char* const read_buffer_;  // the loop's
  Type type_;
  bool reading_ = false;
  StreamConsumer* consumer_ = nullptr;
  uint64_t bytes_read_ = 0;
  uint64_t bytes_written_ = 0;
  uint64_t last_activity_ = 0;         // loop ms
  v8::Global<v8::Function> callback_;  // on_read or on_connection
};

// Copies bytes into JavaScript's memory: an ArrayBuffer (shared by small chunks) and the offset in
// it.
v8::Local<v8::ArrayBuffer> CopyChunk(Loop& loop, const char* data, size_t size, uint32_t* offset);

}  // namespace rondo

#endif  // RONDO_LOOP_STREAM_H_
