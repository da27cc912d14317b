// Opens keep-alive connections to a server on 127.0.0.1, makes one request on each and holds them:
// the load of the rows that measure what an idle connection costs a server. It waits for each
// answer before it opens the next connection, and keeps nothing but the descriptors, so that it
// takes little of the machine that is measured.
//
// idle_connections PORT COUNT [SOURCES]
//   SOURCES (1 to 250, default 4): so many source addresses, 127.0.0.2 onwards, share the
//   connections; each has its own range of ports. Prints "ready COUNT" when all are open and
//   answered. Waits until its standard input ends, prints "open N" (those that the server has not
//   closed meanwhile), and exits with 0. The connections are reset, so that no port lingers.
// Exit status 1, with the reason on standard error, when a connection or an answer fails.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

[[noreturn]] void Fail(const char* what, size_t connection, const char* why) {
  std::fprintf(stderr, "idle_connections: %s of connection %zu: %s\n", what, connection, why);
  std::exit(1);
}

/// A number from `low` to `high`, or an exit with status 2.
size_t ParseNumber(const char* name, const char* text, unsigned long low, unsigned long high) {
  char* end = nullptr;
  errno = 0;
  unsigned long value = std::strtoul(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || value < low || value > high) {
    std::fprintf(stderr, "idle_connections: %s must be a number from %lu to %lu, not '%s'\n", name,
                 low, high, text);
    std::exit(2);
  }
  return value;
}

sockaddr_in Address(uint32_t host, size_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(host);
  address.sin_port = htons(static_cast<uint16_t>(port));
  return address;
}

int Open(size_t index, size_t sources, size_t port) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) Fail("socket", index, std::strerror(errno));
  int on = 1;
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  linger reset{1, 0};
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  timeval limit{10, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  sockaddr_in from =
      Address(INADDR_LOOPBACK + 1 + static_cast<uint32_t>(index % sources), 0);  // 127.0.0.2...
  if (bind(fd, reinterpret_cast<sockaddr*>(&from), sizeof from) != 0)
    Fail("bind", index, std::strerror(errno));
  sockaddr_in to = Address(INADDR_LOOPBACK, port);
  if (connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
    Fail("connect", index, std::strerror(errno));
  return fd;
}

/// Whether the answer so far is whole: a head, and a body by Content-Length or in chunks.
bool IsWhole(std::string_view answer, size_t index) {
  size_t head_end = answer.find("\r\n\r\n");
  if (head_end == std::string_view::npos) return false;
  if (answer.substr(0, 12) != "HTTP/1.1 200")
    Fail("answer", index, std::string(answer.substr(0, answer.find("\r\n"))).c_str());
  std::string head(answer.substr(0, head_end));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (head.find("\r\nconnection: close") != std::string::npos)
    Fail("answer", index, "the server does not keep the connection");
  std::string_view body = answer.substr(head_end + 4);
  size_t length = head.find("\r\ncontent-length:");
  if (length != std::string::npos)
    return body.size() >= std::strtoul(head.c_str() + length + 17, nullptr, 10);
  return body.ends_with("0\r\n\r\n");
}

void Request(int fd, size_t index) {
  static constexpr std::string_view kRequest = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  if (send(fd, kRequest.data(), kRequest.size(), MSG_NOSIGNAL) != ssize_t{kRequest.size()})
    Fail("request", index, std::strerror(errno));
  std::string answer;
  char buffer[16 * 1024];
  while (!IsWhole(answer, index)) {
    ssize_t size = recv(fd, buffer, sizeof buffer, 0);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) Fail("answer", index, std::strerror(errno));
    if (size == 0) Fail("answer", index, "the server closed the connection");
    answer.append(buffer, static_cast<size_t>(size));
    if (answer.size() > 1024 * 1024) Fail("answer", index, "longer than 1 MiB");
  }
}

size_t CountOpen(const std::vector<int>& connections) {
  size_t open = 0;
  for (int fd : connections) {
    pollfd state{fd, POLLIN | POLLRDHUP, 0};
    if (poll(&state, 1, 0) == 0) open++;
  }
  return open;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::fprintf(stderr, "usage: idle_connections PORT COUNT [SOURCES]\n");
    return 2;
  }
  size_t port = ParseNumber("PORT", argv[1], 1, 65535);
  size_t count = ParseNumber("COUNT", argv[2], 1, 1'000'000);
  size_t sources = argc == 4 ? ParseNumber("SOURCES", argv[3], 1, 250) : 4;

  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  if (files.rlim_max < count + 16) {
    std::fprintf(
        stderr,
        "idle_connections: %zu connections need as many descriptors, and the hard limit is "
        "%llu; raise it (ulimit -Hn)\n",
        count, static_cast<unsigned long long>(files.rlim_max));
    return 1;
  }

  std::vector<int> connections;
  connections.reserve(count);
  for (size_t i = 0; i < count; i++) {
    connections.push_back(Open(i, sources, port));
    Request(connections.back(), i);
  }
  std::printf("ready %zu\n", count);
  std::fflush(stdout);

  char buffer[256];
  ssize_t size;
  while ((size = read(STDIN_FILENO, buffer, sizeof buffer)) > 0 || (size < 0 && errno == EINTR)) {
  }
  std::printf("open %zu\n", CountOpen(connections));
  std::fflush(stdout);
  _exit(0);
}
