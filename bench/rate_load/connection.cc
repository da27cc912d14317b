#include "connection.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

namespace rate_load {
namespace {

constexpr size_t kReadSize = 256 * 1024;
char read_buffer[kReadSize];  // one for all: every read is consumed before the next

}  // namespace

int64_t Now() {
  timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

int Connection::OnBody(llhttp_t* parser, const char*, size_t size) {
  static_cast<Connection*>(parser->data)->body_bytes_ += size;
  return 0;
}

int Connection::OnMessageComplete(llhttp_t* parser) {
  auto* self = static_cast<Connection*>(parser->data);
  self->complete_ = true;
  self->keep_alive_ = llhttp_should_keep_alive(parser) != 0;
  return 0;
}

bool Connection::Connect() {
  static const llhttp_settings_t settings = [] {
    llhttp_settings_t made;
    llhttp_settings_init(&made);
    made.on_body = OnBody;
    made.on_message_complete = OnMessageComplete;
    return made;
  }();
  fd_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd_ < 0) return false;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int on = 1;
  setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u32 = index_;
  if (connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
      epoll_ctl(epoll_, EPOLL_CTL_ADD, fd_, &event) != 0) {
    close(fd_);
    fd_ = -1;
    return false;
  }
  llhttp_init(&parser_, HTTP_RESPONSE, &settings);
  parser_.data = this;
  return true;
}

bool Connection::Send(int64_t intended) {
  if (fd_ < 0 && !Connect()) return false;
  ssize_t sent = send(fd_, request_->data(), request_->size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent != static_cast<ssize_t>(request_->size())) {  // a request fits into an empty buffer
    Close();
    return false;
  }
  busy_ = true;
  complete_ = false;
  intended_ = intended;
  return true;
}

Connection::State Connection::Finish(State state) {
  if (state == State::kFailed || !keep_alive_) Close();
  busy_ = false;
  return state;
}

Connection::State Connection::Receive() {
  for (;;) {
    ssize_t size = recv(fd_, read_buffer, kReadSize, MSG_DONTWAIT);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 && errno == EAGAIN) return busy_ ? State::kBusy : State::kIdle;
    if (size <= 0) {
      // A response without a length ends with the connection.
      bool ended = size == 0 && busy_ && llhttp_finish(&parser_) == HPE_OK && complete_;
      bool was_busy = busy_;
      keep_alive_ = false;
      State state = ended && parser_.status_code == 200 ? State::kDone : State::kFailed;
      Finish(state);
      return was_busy ? state : State::kIdle;
    }
    if (!busy_ || llhttp_execute(&parser_, read_buffer, static_cast<size_t>(size)) != HPE_OK)
      return Finish(State::kFailed);
    if (complete_) return Finish(parser_.status_code == 200 ? State::kDone : State::kFailed);
    if (static_cast<size_t>(size) < kReadSize) return State::kBusy;
  }
}

void Connection::Close() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
  busy_ = false;
}

}  // namespace rate_load
