#include "runtime/monitor/http_server.h"

#include <llhttp.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "runtime/base/check.h"

namespace rondo {
namespace {

// Connections that the kernel keeps until they are accepted, which is at once: fewer, and a burst
// of them would be answered by silence.
constexpr int kBacklog = 511;

const char* ReasonOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 431:
      return "Request Header Fields Too Large";
    default:
      return "Service Unavailable";
  }
}

// The page runs its own scripts and styles only, is shown in no frame, and asks nobody else.
constexpr std::string_view kHeaders =
    "Connection: close\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'\r\n";

}  // namespace

// Reads one request, answers it, then discards what still comes until the other side closes.
class MonitorHttpServer::Connection {
 public:
  explicit Connection(MonitorHttpServer& server) : server_(server) {
    uv_tcp_init(&server.loop_, &tcp_);
    tcp_.data = this;
    llhttp_init(&parser_, HTTP_REQUEST, &Settings());
    parser_.data = this;
    server.connections_.push_back(this);
  }

  void Start() {
    opened_ms_ = uv_now(&server_.loop_);
    if (uv_accept(reinterpret_cast<uv_stream_t*>(&server_.server_), stream()) != 0) {
      Close();
      return;
    }
    uv_tcp_nodelay(&tcp_, 1);
    uv_read_start(stream(), &Connection::OnAlloc, &Connection::OnRead);
  }
  void Close() {
    if (closing_) return;
    closing_ = true;
    server_.connections_.remove(this);
    uv_close(reinterpret_cast<uv_handle_t*>(&tcp_),
             [](uv_handle_t* h) { delete static_cast<Connection*>(h->data); });
  }
  uint64_t opened_ms() const { return opened_ms_; }

 private:
  static const llhttp_settings_t& Settings();
  static Connection& From(llhttp_t* parser) { return *static_cast<Connection*>(parser->data); }
  uv_stream_t* stream() { return reinterpret_cast<uv_stream_t*>(&tcp_); }

  // One buffer for all connections: what is read is parsed at once.
  static void OnAlloc(uv_handle_t*, size_t, uv_buf_t* buffer) {
    static std::array<char, 4096> memory;
    *buffer = uv_buf_init(memory.data(), memory.size());
  }
  static void OnRead(uv_stream_t* stream, ssize_t size, const uv_buf_t* buffer) {
    auto* self = static_cast<Connection*>(stream->data);
    if (size < 0) {
      // The other side is done. What is being written to it still goes out.
      if (size != UV_EOF || !self->answered_ || self->written_) self->Close();
    } else if (!self->answered_) {
      self->Parse(buffer->base, static_cast<size_t>(size));
    }
  }

  void Parse(const char* data, size_t size) {
    received_ += size;
    const llhttp_errno_t error = llhttp_execute(&parser_, data, size);
    if (answered_) return;
    if (received_ > kMaxHead) {
      Refuse(431, "The head of the request is too large.\n");
    } else if (head_done_) {
      Respond();
    } else if (error != HPE_OK) {
      Refuse(400, "This is no HTTP request that can be understood.\n");
    }
  }
  int OnHeaderDone() {
    std::string name;
    for (char c : field_) name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (name == "host") {
      hosts_++;
      host_ = value_;
    }
    field_.clear();
    value_.clear();
    return 0;
  }

  void Respond() {
    const auto method = static_cast<llhttp_method_t>(llhttp_get_method(&parser_));
    head_only_ = method == HTTP_HEAD;
    if (hosts_ != 1 || !IsHostAllowed(host_, server_.address_.host)) {
      Refuse(403,
             "The Host header must name this machine: localhost, a loopback address, or the "
             "address that --monitor was given.\n");
    } else if (method != HTTP_GET && method != HTTP_HEAD) {
      Refuse(405, "The monitor only shows: GET and HEAD.\n");
    } else if (!url_.starts_with('/')) {
      Refuse(400, "The request's target must be a path.\n");
    } else {
      const std::string_view url = url_;
      const size_t mark = url.find('?');
      Send(server_.answer_(url.substr(0, mark),
                           mark == std::string_view::npos ? "" : url.substr(mark + 1)));
    }
  }
  void Refuse(int status, std::string_view why) {
    MonitorResponse response;
    response.status = status;
    response.body = why;
    Send(std::move(response));
  }
  void Send(MonitorResponse response) {
    answered_ = true;
    output_ = "HTTP/1.1 " + std::to_string(response.status) + ' ' + ReasonOf(response.status);
    output_ += "\r\nContent-Type: " + response.type;
    output_ += "\r\nContent-Length: " + std::to_string(response.body.size());
    output_ += response.may_be_kept ? "\r\nCache-Control: no-cache" : "\r\nCache-Control: no-store";
    if (response.status == 405) output_ += "\r\nAllow: GET, HEAD";
    output_ += "\r\n";
    output_ += kHeaders;
    output_ += "\r\n";
    if (!head_only_) output_ += response.body;
    const uv_buf_t buffer = uv_buf_init(output_.data(), static_cast<unsigned>(output_.size()));
    write_.data = this;
    const int error = uv_write(&write_, stream(), &buffer, 1, [](uv_write_t* write, int status) {
      auto* self = static_cast<Connection*>(write->data);
      self->written_ = true;
      if (status != 0) {
        self->Close();
        return;
      }
      // Closed when the other side closes, or as late: closing while there are unread bytes would
      // take the answer back.
      self->shutdown_.data = self;
      if (uv_shutdown(&self->shutdown_, self->stream(), [](uv_shutdown_t*, int) {}) != 0)
        self->Close();
    });
    if (error != 0) Close();
  }

  MonitorHttpServer& server_;
  uv_tcp_t tcp_;
  uv_write_t write_;
  uv_shutdown_t shutdown_;
  llhttp_t parser_;
  uint64_t opened_ms_ = 0;
  size_t received_ = 0;
  int hosts_ = 0;
  std::string url_, field_, value_, host_, output_;
  bool head_done_ = false, head_only_ = false;
  bool answered_ = false, written_ = false, closing_ = false;
};

const llhttp_settings_t& MonitorHttpServer::Connection::Settings() {
  static const llhttp_settings_t settings = [] {
    llhttp_settings_t s;
    llhttp_settings_init(&s);
    s.on_url = [](llhttp_t* p, const char* at, size_t size) {
      From(p).url_.append(at, size);
      return 0;
    };
    s.on_header_field = [](llhttp_t* p, const char* at, size_t size) {
      From(p).field_.append(at, size);
      return 0;
    };
    s.on_header_value = [](llhttp_t* p, const char* at, size_t size) {
      From(p).value_.append(at, size);
      return 0;
    };
    s.on_header_value_complete = [](llhttp_t* p) { return From(p).OnHeaderDone(); };
    // A body, if there is one, is not wanted: the parser stops here.
    s.on_headers_complete = [](llhttp_t* p) {
      From(p).head_done_ = true;
      return static_cast<int>(HPE_PAUSED);
    };
    return s;
  }();
  return settings;
}

MonitorHttpServer::MonitorHttpServer(Answer answer) : answer_(std::move(answer)) {
  RONDO_CHECK(uv_loop_init(&loop_) == 0);
  uv_tcp_init(&loop_, &server_);
  uv_timer_init(&loop_, &timer_);
  server_.data = timer_.data = this;
}

MonitorHttpServer::~MonitorHttpServer() {
  while (!connections_.empty()) connections_.front()->Close();
  uv_close(reinterpret_cast<uv_handle_t*>(&server_), nullptr);
  uv_close(reinterpret_cast<uv_handle_t*>(&timer_), nullptr);
  uv_run(&loop_, UV_RUN_DEFAULT);
  uv_loop_close(&loop_);
}

Result<MonitorAddress> MonitorHttpServer::Listen(const MonitorAddress& address) {
  sockaddr_storage storage{};
  auto* any = reinterpret_cast<sockaddr*>(&storage);
  int error =
      uv_ip4_addr(address.host.c_str(), address.port, reinterpret_cast<sockaddr_in*>(&storage));
  if (error != 0) {
    error =
        uv_ip6_addr(address.host.c_str(), address.port, reinterpret_cast<sockaddr_in6*>(&storage));
  }
  if (error == 0) error = uv_tcp_bind(&server_, any, 0);
  if (error == 0) {
    error = uv_listen(reinterpret_cast<uv_stream_t*>(&server_), kBacklog,
                      &MonitorHttpServer::OnConnection);
  }
  if (error != 0) {
    std::string text = "--monitor: cannot listen on " + address.Text() + ": " + uv_strerror(error);
    if (error == UV_EADDRINUSE) {
      text +=
          "; choose another port with --monitor=HOST:PORT (port 0: any free one), or end the "
          "program that has this one";
    } else if (error == UV_EADDRNOTAVAIL) {
      text += "; give an address of this machine, as 127.0.0.1 or 0.0.0.0";
    } else if (error == UV_EACCES) {
      text += "; choose a port above 1023 with --monitor=HOST:PORT";
    }
    return Error::Plain(uv_err_name(error), std::move(text));
  }
  address_ = address;
  int size = sizeof storage;
  uv_tcp_getsockname(&server_, any, &size);
  const auto port = any->sa_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(any)->sin6_port
                                               : reinterpret_cast<sockaddr_in*>(any)->sin_port;
  address_.port = ntohs(port);
  return address_;
}

void MonitorHttpServer::OnConnection(uv_stream_t* stream, int status) {
  if (status != 0) return;
  auto* self = static_cast<MonitorHttpServer*>(stream->data);
  if (self->connections_.size() == kMaxConnections) self->connections_.front()->Close();
  (new Connection(*self))->Start();
}

void MonitorHttpServer::DropLate() {
  const uint64_t now = uv_now(&loop_);
  while (!connections_.empty() && now - connections_.front()->opened_ms() >= kPatienceMs)
    connections_.front()->Close();
}

void MonitorHttpServer::Run() {
  uv_timer_start(
      &timer_, [](uv_timer_t* h) { static_cast<MonitorHttpServer*>(h->data)->DropLate(); }, 1000,
      1000);
  uv_run(&loop_, UV_RUN_DEFAULT);
}

}  // namespace rondo
