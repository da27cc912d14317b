// binding:stdio: writing to descriptors so that nothing is lost, reading from pipes, sockets and
// terminals, and what a terminal can tell.
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/js/class.h"
#include "runtime/js/exception.h"
#include "runtime/loop/blocked_call.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/pool_fn.h"
#include "runtime/loop/sync_scope.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

constexpr size_t kChunk = 64 * 1024;

// Writes all of it, waiting when the other end is slow: a pipe or terminal may have been made
// non-blocking by any process that shares it.
Result<void> WriteAll(int fd, const char* data, size_t size) {
  while (size > 0) {
    ssize_t written = ::write(fd, data, size);
    if (written >= 0) {
      data += written;
      size -= static_cast<size_t>(written);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd ready = {fd, POLLOUT, 0};
      if (::poll(&ready, 1, -1) < 0 && errno != EINTR) return UvError(-errno, "write");
    } else if (errno != EINTR) {
      return UvError(-errno, "write");
    }
    blocked_call::AnswerIfAsked();
  }
  return Ok{};
}

Result<void> WriteText(int32_t fd, std::string text) {
  return WriteAll(fd, text.data(), text.size());
}
Result<void> WriteBytes(int32_t fd, ByteView bytes) {
  return WriteAll(fd, reinterpret_cast<const char*>(bytes.data), bytes.size);
}

// At most `size` bytes from the descriptor's own position; none at the end.
Result<Bytes> Read(int32_t fd, uint32_t size) {
  Bytes bytes(size);
  if (!bytes.data()) return UvError(UV_ENOMEM, "read");
  ssize_t count;
  do {
    count = ::read(fd, bytes.data(), size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) return UvError(-errno, "read");
  bytes.Shrink(static_cast<size_t>(count));
  return bytes;
}

// "FILE", "PIPE", "TCP", "TTY", "UDP" or "UNKNOWN".
std::string_view HandleType(int32_t fd) {
  switch (uv_guess_handle(fd)) {
    case UV_FILE:
      return "FILE";
    case UV_NAMED_PIPE:
      return "PIPE";
    case UV_TCP:
      return "TCP";
    case UV_TTY:
      return "TTY";
    case UV_UDP:
      return "UDP";
    default:
      return "UNKNOWN";
  }
}

bool IsTty(int32_t fd) { return ::isatty(fd) == 1; }

// [columns, rows], or nothing when the descriptor is no terminal.
std::vector<int32_t> WindowSize(int32_t fd) {
  winsize size;
  int err;
  do {
    err = ::ioctl(fd, TIOCGWINSZ, &size);
  } while (err != 0 && errno == EINTR);
  if (err != 0) return {};
  return {size.ws_col, size.ws_row};
}

// The reading end of standard input: calls back with (null, bytes), (null) at the end, or (error).
template <class Uv>
class Reader : public Handle<Uv> {
 public:
  Reader(Loop& loop, const char* name, v8::Local<v8::Function> on_read)
      : Handle<Uv>(loop, name), chunk_(new char[kChunk]) {
    on_read_.Reset(loop.isolate(), on_read);
  }

  int32_t ReadStart() { return uv_read_start(stream(), &Reader::Allocate, &Reader::HasRead); }
  int32_t ReadStop() { return this->closing() ? 0 : uv_read_stop(stream()); }

 protected:
  uv_stream_t* stream() { return reinterpret_cast<uv_stream_t*>(this->uv()); }

 private:
  static void Allocate(uv_handle_t* uv, size_t, uv_buf_t* buffer) {
    auto* self = Handle<Uv>::template From<Reader>(reinterpret_cast<Uv*>(uv));
    *buffer = uv_buf_init(self->chunk_.get(), kChunk);
  }

  static void HasRead(uv_stream_t* uv, ssize_t count, const uv_buf_t*) {
    if (count == 0) return;
    auto* self = Handle<Uv>::template From<Reader>(reinterpret_cast<Uv*>(uv));
    Loop& loop = self->loop();
    loop.RunTask(TaskKind::kRead, [&] {
      Js& js = loop.js();
      v8::Local<v8::Value> argv[] = {js.Null(), js.Undefined()};
      if (count < 0 && count != UV_EOF) {
        argv[0] = ToException(js, UvError(static_cast<int>(count), "read"));
      } else if (count > 0) {
        argv[1] =
            Convert<Bytes>::To(js, Bytes::Copy(self->chunk_.get(), static_cast<size_t>(count)));
      }
      (void)loop.Call(js.Undefined(), self->on_read_.Get(loop.isolate()), 2, argv);
    });
  }

  std::unique_ptr<char[]> chunk_;
  v8::Global<v8::Function> on_read_;
};

// Gives the terminal back as it was when a signal ends the process in raw mode.
void ResetAndRaise(int number) {
  uv_tty_reset_mode();
  ::raise(number);  // the handler was taken away on entry
}

struct TerminalState {
  bool prepared = false;
};

void PrepareTerminal(Loop& loop) {
  TerminalState& state = loop.State<TerminalState>();
  if (state.prepared) return;
  state.prepared = true;
  loop.AtExit([](void*) { uv_tty_reset_mode(); }, nullptr);
  for (int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    struct sigaction action;
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler != SIG_DFL) continue;
    action.sa_handler = &ResetAndRaise;
    action.sa_flags = SA_RESETHAND;
    ::sigaction(number, &action, nullptr);
  }
}

class TtyReader : public Reader<uv_tty_t> {
 public:
  static constexpr const char* kClassName = "TtyReader";
  using Reader::Reader;
  // Raw: every key at once and without echo.
  int32_t SetRawMode(bool raw) {
    PrepareTerminal(loop());
    return uv_tty_set_mode(uv(), raw ? UV_TTY_MODE_RAW : UV_TTY_MODE_NORMAL);
  }
};
class PipeReader : public Reader<uv_pipe_t> {
 public:
  static constexpr const char* kClassName = "PipeReader";
  using Reader::Reader;
};
class TcpReader : public Reader<uv_tcp_t> {
 public:
  static constexpr const char* kClassName = "TcpReader";
  using Reader::Reader;
};

Result<TtyReader*> NewTtyReader(Loop& loop, int32_t fd, v8::Local<v8::Function> on_read) {
  auto reader = std::make_unique<TtyReader>(loop, "TTYWrap", on_read);
  if (int err = uv_tty_init(loop.uv(), reader->uv(), fd, 0); err != 0)
    return UvError(err, "uv_tty_init");
  return reader.release();
}

Result<PipeReader*> NewPipeReader(Loop& loop, int32_t fd, v8::Local<v8::Function> on_read) {
  auto* reader = new PipeReader(loop, "PipeWrap", on_read);
  uv_pipe_init(loop.uv(), reader->uv(), 0);
  if (int err = uv_pipe_open(reader->uv(), fd); err != 0) {
    reader->Close();  // frees it
    return UvError(err, "open");
  }
  return reader;
}

Result<TcpReader*> NewTcpReader(Loop& loop, int32_t fd, v8::Local<v8::Function> on_read) {
  auto* reader = new TcpReader(loop, "TCPWrap", on_read);
  uv_tcp_init(loop.uv(), reader->uv());
  if (int err = uv_tcp_open(reader->uv(), fd); err != 0) {
    reader->Close();  // frees it
    return UvError(err, "open");
  }
  return reader;
}

}  // namespace

template <class T, auto New, class... More>
using ReaderClass =
    Class<T, Ctor<New, "fd", "onRead">, Fn<"readStart", &T::ReadStart>,
          Fn<"readStop", &T::ReadStop>, Fn<"ref", &T::JsRef>, Fn<"unref", &T::JsUnref>,
          Fn<"hasRef", &T::JsHasRef>, Fn<"close", &T::JsClose, "onClose">, More...>;

constinit const BindingSpec kStdioBinding =
    Binding<"stdio", SyncFnAs<"write", "writeText", &WriteText, "fd", "text">,
            SyncFnAs<"write", "writeBytes", &WriteBytes, "fd", "bytes">,
            PoolFn<"read", &Read, TaskKind::kFs, "FSReqCallback", "fd", "size">,
            Fn<"handleType", &HandleType, "fd">, Fn<"isTty", &IsTty, "fd">,
            Fn<"windowSize", &WindowSize, "fd">,
            ReaderClass<TtyReader, &NewTtyReader, Fn<"setRawMode", &TtyReader::SetRawMode, "raw">>,
            ReaderClass<PipeReader, &NewPipeReader>, ReaderClass<TcpReader, &NewTcpReader>>;

}  // namespace rondo
