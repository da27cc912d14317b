// A small HTTP server for the monitor: GET and HEAD, one request a connection, everything bounded.
#ifndef RONDO_MONITOR_HTTP_SERVER_H_
#define RONDO_MONITOR_HTTP_SERVER_H_

#include <uv.h>

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/monitor/address.h"

namespace rondo {

struct MonitorResponse {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  bool may_be_kept = false;  // by caches, when they ask whether it is still the same
};

// On a libuv loop of its own, on one thread. Requests with a Host header that is not allowed
// (address.h), other methods, heads above kMaxHead bytes and connections that take longer than
// kPatienceMs are refused. At most kMaxConnections are open: the oldest makes room for a new one.
class MonitorHttpServer {
 public:
  static constexpr size_t kMaxConnections = 32;
  static constexpr size_t kMaxHead = 8192;
  static constexpr uint64_t kPatienceMs = 5000;

  // `answer` gets the request's path and its query (what follows `?`).
  using Answer = std::function<MonitorResponse(std::string_view path, std::string_view query)>;

  explicit MonitorHttpServer(Answer answer);
  ~MonitorHttpServer();
  MonitorHttpServer(const MonitorHttpServer&) = delete;
  MonitorHttpServer& operator=(const MonitorHttpServer&) = delete;

  uv_loop_t* loop() { return &loop_; }
  // The address that it listens on, with the port that was found when none was given.
  Result<MonitorAddress> Listen(const MonitorAddress& address);
  // Serves; does not return.
  void Run();

 private:
  class Connection;

  static void OnConnection(uv_stream_t* server, int status);
  void DropLate();

  Answer answer_;
  MonitorAddress address_;
  uv_loop_t loop_;
  uv_tcp_t server_;
  uv_timer_t timer_;
  std::list<Connection*> connections_;  // oldest first
};

}  // namespace rondo

#endif  // RONDO_MONITOR_HTTP_SERVER_H_
