// One keep-alive HTTP/1.1 connection of the load generator: at most one request at a time.
#pragma once

#include <llhttp.h>

#include <cstdint>
#include <string>

namespace rate_load {

/** Nanoseconds of the monotonic clock. */
int64_t Now();

/** A client connection to 127.0.0.1. Connecting blocks (loopback); everything else does not. */
class Connection {
 public:
  enum class State { kIdle, kBusy, kDone, kFailed };

  /** `epoll` is told of this connection with `index` as its data. */
  Connection(int epoll, uint32_t index, int port, const std::string* request)
      : epoll_(epoll), index_(index), port_(port), request_(request) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { Close(); }

  /** Sends the request, due at `intended` (ns); connects first where there is no connection. False:
   * it could not be sent. */
  bool Send(int64_t intended);

  /**
   * Takes in what has arrived. kDone: the response of the request is complete and its status was
   * 200; kFailed: it was another, or the connection ended within it. Both leave the connection idle
   * for the next Send.
   */
  State Receive();

  bool busy() const { return busy_; }
  /** When the request in flight was due, ns. */
  int64_t intended() const { return intended_; }
  /** Bytes of bodies received so far. */
  uint64_t body_bytes() const { return body_bytes_; }
  /** Ends the connection, and the request in flight with it. */
  void Close();

 private:
  bool Connect();
  State Finish(State state);
  static int OnBody(llhttp_t* parser, const char* at, size_t size);
  static int OnMessageComplete(llhttp_t* parser);

  int epoll_;
  uint32_t index_;
  int port_;
  const std::string* request_;
  int fd_ = -1;
  bool busy_ = false;
  bool complete_ = false;
  bool keep_alive_ = false;
  int64_t intended_ = 0;
  uint64_t body_bytes_ = 0;
  llhttp_t parser_{};
};

}  // namespace rate_load
