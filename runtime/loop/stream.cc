// A stream's life: making, opening, connecting, listening, reading, closing. Writing is in
// stream_write.cc.
#include "runtime/loop/stream.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "runtime/js/class.h"
#include "runtime/loop/request.h"

namespace rondo {
namespace {

constexpr size_t kReadBufferSize = 64 * 1024;
constexpr size_t kMostPending = 64 * 1024;  // accepted at once; above what accept queues hold

// One buffer a loop: libuv asks for it, fills it and hands it over without anything in between.
struct ReadBuffer {
  std::unique_ptr<char[]> memory{new char[kReadBufferSize]};
};

const char* ResourceName(Stream::Type type) {
  switch (type) {
    case Stream::kTcpSocket:
      return "TCPSocketWrap";
    case Stream::kTcpServer:
      return "TCPServerWrap";
    case Stream::kPipeSocket:
      return "PipeWrap";
    case Stream::kPipeServer:
      return "PipeServerWrap";
  }
  return "StreamWrap";
}

class ConnectRequest : public Request<uv_connect_t> {
 public:
  ConnectRequest(Loop& loop, v8::Local<v8::Function> callback)
      : Request(loop, TaskKind::kConnection, "TCPConnectWrap", callback) {}
  static void Done(uv_connect_t* uv, int status) {
    auto* self = From<ConnectRequest>(uv);
    v8::HandleScope handles(self->loop().isolate());
    v8::Local<v8::Value> argv[] = {self->loop().js().Int(status)};
    self->CallBack(1, argv);
    delete self;
  }
};

class ShutdownRequest : public Request<uv_shutdown_t> {
 public:
  ShutdownRequest(Loop& loop, v8::Local<v8::Function> callback)
      : Request(loop, TaskKind::kWrite, "ShutdownWrap", callback) {}
  static void Done(uv_shutdown_t* uv, int status) {
    auto* self = From<ShutdownRequest>(uv);
    v8::HandleScope handles(self->loop().isolate());
    v8::Local<v8::Value> argv[] = {self->loop().js().Int(status)};
    self->CallBack(1, argv);
    delete self;
  }
};

int ParseAddress(const std::string& address, int port, sockaddr_storage* out) {
  if (address.find(':') != std::string::npos) {
    return uv_ip6_addr(address.c_str(), port, reinterpret_cast<sockaddr_in6*>(out));
  }
  return uv_ip4_addr(address.c_str(), port, reinterpret_cast<sockaddr_in*>(out));
}

v8::Local<v8::Value> AddressList(Js& js, const sockaddr* address) {
  char text[INET6_ADDRSTRLEN + 32] = "";
  uv_ip_name(address, text, sizeof text);
  bool v6 = address->sa_family == AF_INET6;
  int port = v6 ? reinterpret_cast<const sockaddr_in6*>(address)->sin6_port
                : reinterpret_cast<const sockaddr_in*>(address)->sin_port;
  v8::Local<v8::Value> parts[] = {js.Latin1(text), js.Int(ntohs(static_cast<uint16_t>(port))),
                                  js.Name(v6 ? "IPv6" : "IPv4")};
  return v8::Array::New(js.isolate(), parts, 3);
}

}  // namespace

Stream::Stream(Loop& loop, Type type)
    : Handle(loop, ResourceName(type)),
      read_buffer_(loop.State<ReadBuffer>().memory.get()),
      type_(type) {
  if (is_tcp()) {
    uv_tcp_init(loop.uv(), &uv()->tcp);
  } else {
    uv_pipe_init(loop.uv(), &uv()->pipe, 0);
  }
}

Result<Stream*> Stream::New(Loop& loop, int32_t type) {
  if (type < kTcpSocket || type > kPipeServer) {
    return Error::Range("ERR_OUT_OF_RANGE", "StreamHandle: there is no such type of stream");
  }
  return new Stream(loop, static_cast<Type>(type));
}

int32_t Stream::Open(int32_t fd) {
  return is_tcp() ? uv_tcp_open(&uv()->tcp, fd) : uv_pipe_open(&uv()->pipe, fd);
}

int32_t Stream::Bind(std::string address, int32_t port, uint32_t flags) {
  if (!is_tcp()) return UV_EINVAL;
  sockaddr_storage storage{};
  if (int err = ParseAddress(address, port, &storage)) return err;
  return uv_tcp_bind(&uv()->tcp, reinterpret_cast<sockaddr*>(&storage), flags);
}

int32_t Stream::BindPath(std::string path) {
  if (is_tcp()) return UV_EINVAL;
  return uv_pipe_bind2(&uv()->pipe, path.data(), path.size(), UV_PIPE_NO_TRUNCATE);
}

int32_t Stream::ChangeMode(int32_t mode) {
  return is_tcp() ? UV_EINVAL : uv_pipe_chmod(&uv()->pipe, mode);
}

int32_t Stream::Listen(int32_t backlog, v8::Local<v8::Function> on_connection) {
  callback_.Reset(loop().isolate(), on_connection);
  return uv_listen(stream(), backlog, &Stream::OnConnection);
}

void Stream::OnConnection(uv_stream_t* server, int status) {
  auto* self = From<Stream>(server);
  Loop& loop = self->loop();
  loop.RunTask(TaskKind::kConnection, [&] {
    Js& js = loop.js();
    v8::Local<v8::Value> argv[] = {js.Int(status), js.Undefined()};
    if (status == 0) {
      auto* client = new Stream(loop, self->is_tcp() ? kTcpSocket : kPipeSocket);
      v8::Local<v8::Object> object = MakeObject(js, client);
      if (int err = uv_accept(server, client->stream())) {
        client->Close();
        argv[0] = js.Int(err);
      } else {
        argv[1] = object;
      }
    }
    (void)loop.Call(self->object(loop.isolate()), self->callback_.Get(loop.isolate()), 2, argv);
  });
}

v8::Local<v8::Array> Stream::TakePending(Js& js) {
  v8::LocalVector<v8::Value> handles(js.isolate());
  int fd = is_tcp() && !closing() ? Fd() : -1;
  int shared = 0;
  socklen_t size = sizeof shared;
  bool shares = fd >= 0 && getsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &shared, &size) == 0 && shared;
  while (shares && handles.size() < kMostPending) {
    int accepted = accept4(fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (accepted < 0 && (errno == EINTR || errno == ECONNABORTED)) continue;
    if (accepted < 0) break;
    auto* client = new Stream(loop(), kTcpSocket);
    v8::Local<v8::Object> object = MakeObject(js, client);
    if (client->Open(accepted) == 0) {
      handles.push_back(object);
    } else {
      close(accepted);
      client->Close();
    }
  }
  return v8::Array::New(js.isolate(), handles.data(), handles.size());
}

int32_t Stream::Connect(std::string address, int32_t port, v8::Local<v8::Function> callback) {
  if (!is_tcp()) return UV_EINVAL;
  sockaddr_storage storage{};
  if (int err = ParseAddress(address, port, &storage)) return err;
  auto* request = new ConnectRequest(loop(), callback);
  int err = uv_tcp_connect(request->uv(), &uv()->tcp, reinterpret_cast<sockaddr*>(&storage),
                           &ConnectRequest::Done);
  if (err) delete request;
  return err;
}

int32_t Stream::ConnectPath(std::string path, v8::Local<v8::Function> callback) {
  if (is_tcp()) return UV_EINVAL;
  auto* request = new ConnectRequest(loop(), callback);
  int err = uv_pipe_connect2(request->uv(), &uv()->pipe, path.data(), path.size(),
                             UV_PIPE_NO_TRUNCATE, &ConnectRequest::Done);
  if (err) delete request;
  return err;
}

int32_t Stream::Shutdown(v8::Local<v8::Function> callback) {
  auto* request = new ShutdownRequest(loop(), callback);
  int err = uv_shutdown(request->uv(), stream(), &ShutdownRequest::Done);
  if (err) delete request;
  return err;
}

int32_t Stream::Reset(std::optional<v8::Local<v8::Function>> on_close) {
  if (closing()) return UV_EINVAL;
  if (is_tcp()) {
    // As uv_tcp_close_reset, whose own closing would bypass Handle::Close.
    linger reset{1, 0};
    int fd = Fd();
    if (fd >= 0) setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  }
  JsClose(on_close);
  return 0;
}

int Stream::StartReading() {
  if (reading_ || closing()) return 0;
  int err = uv_read_start(stream(), &Stream::OnAlloc, &Stream::OnRead);
  reading_ = err == 0;
  return err;
}

void Stream::StopReading() {
  if (!reading_) return;
  reading_ = false;
  uv_read_stop(stream());
}

int32_t Stream::ReadStart(v8::Local<v8::Function> on_read) {
  callback_.Reset(loop().isolate(), on_read);
  return StartReading();
}

int32_t Stream::ReadStop() {
  StopReading();
  return 0;
}

void Stream::OnAlloc(uv_handle_t* handle, size_t, uv_buf_t* buf) {
  buf->base = From<Stream>(handle)->read_buffer_;
  buf->len = kReadBufferSize;
}

void Stream::OnRead(uv_stream_t* stream, ssize_t nread, const uv_buf_t* buf) {
  if (nread == 0) return;
  auto* self = From<Stream>(stream);
  self->last_activity_ = uv_now(stream->loop);
  if (nread > 0) {
    self->bytes_read_ += static_cast<uint64_t>(nread);
    if (self->consumer_)
      return self->consumer_->OnStreamData(buf->base, static_cast<size_t>(nread));
  } else {
    self->StopReading();
    if (self->consumer_)
      return self->consumer_->OnStreamEnd(nread == UV_EOF ? 0 : static_cast<int>(nread));
  }
  Loop& loop = self->loop();
  loop.RunTask(TaskKind::kRead, [&] {
    Js& js = loop.js();
    v8::Local<v8::Value> argv[] = {js.Int(static_cast<int32_t>(nread)), js.Undefined(),
                                   js.Undefined()};
    if (nread > 0) {
      uint32_t offset = 0;
      argv[1] = CopyChunk(loop, buf->base, static_cast<size_t>(nread), &offset);
      argv[2] = js.Int(static_cast<int32_t>(offset));
    }
    (void)loop.Call(self->object(loop.isolate()), self->callback_.Get(loop.isolate()),
                    nread > 0 ? 3 : 1, argv);
  });
}

void Stream::OnClosing() {
  reading_ = false;
  if (StreamConsumer* consumer = std::exchange(consumer_, nullptr)) consumer->OnStreamClosing();
}

v8::Local<v8::Value> Stream::SockName(Js& js) {
  if (is_tcp()) {
    sockaddr_storage storage{};
    int size = sizeof storage;
    int err = uv_tcp_getsockname(&uv()->tcp, reinterpret_cast<sockaddr*>(&storage), &size);
    return err ? js.Int(err).As<v8::Value>()
               : AddressList(js, reinterpret_cast<sockaddr*>(&storage));
  }
  char path[256];
  size_t size = sizeof path;
  if (int err = uv_pipe_getsockname(&uv()->pipe, path, &size)) return js.Int(err);
  v8::Local<v8::Value> part = js.String({path, size});
  return v8::Array::New(js.isolate(), &part, 1);
}

v8::Local<v8::Value> Stream::PeerName(Js& js) {
  if (!is_tcp()) return js.Int(UV_ENOTCONN);
  sockaddr_storage storage{};
  int size = sizeof storage;
  int err = uv_tcp_getpeername(&uv()->tcp, reinterpret_cast<sockaddr*>(&storage), &size);
  return err ? js.Int(err).As<v8::Value>() : AddressList(js, reinterpret_cast<sockaddr*>(&storage));
}

int32_t Stream::SetNoDelay(bool enable) {
  return is_tcp() ? uv_tcp_nodelay(&uv()->tcp, enable) : 0;
}
int32_t Stream::SetKeepAlive(bool enable, uint32_t delay_seconds) {
  return is_tcp() ? uv_tcp_keepalive(&uv()->tcp, enable, delay_seconds) : 0;
}

int32_t Stream::Fd() {
  uv_os_fd_t fd = -1;
  int err = uv_fileno(uv_handle(), &fd);
  return err ? err : fd;
}

}  // namespace rondo
