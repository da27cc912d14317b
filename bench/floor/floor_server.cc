// The floor: a hello-world HTTP server on libuv and llhttp alone. What Rondo's CPU per request is
// measured against.
//
// It does what any correct server must: parses every request with llhttp, honours keep-alive and
// pipelining, keeps the Date header current, gathers the answers of one read in one write, and
// queues what the kernel does not take. It answers with the bytes of bench/workloads/hello.mjs.
// floor_server [PORT], or PORT=8080 floor_server
#include <llhttp.h>
#include <uv.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>

namespace {

constexpr size_t kReadSize = 64 * 1024;

char read_buffer[kReadSize];  // one for the loop: every read is consumed before the next
std::string answer;           // the whole response, with this second's date
llhttp_settings_t settings;

struct Connection {
  uv_tcp_t tcp;
  llhttp_t parser;
  std::string out;  // the answers of this read
  bool close_after = false;
};

struct PendingWrite {
  uv_write_t request;
  std::string bytes;
};

void MakeAnswer() {
  char date[64];
  time_t now = time(nullptr);
  tm utc;
  gmtime_r(&now, &utc);
  strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", &utc);
  answer =
      std::string("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: ") + date +
      "\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\nTransfer-Encoding: chunked\r\n\r\n"
      "e\r\nHello, world!\n\r\n0\r\n\r\n";
}

void Close(Connection* connection) {
  auto* handle = reinterpret_cast<uv_handle_t*>(&connection->tcp);
  if (!uv_is_closing(handle)) {
    uv_close(handle, [](uv_handle_t* closed) { delete static_cast<Connection*>(closed->data); });
  }
}

void Flush(Connection* connection) {
  if (connection->out.empty()) return;
  auto* stream = reinterpret_cast<uv_stream_t*>(&connection->tcp);
  uv_buf_t buffer =
      uv_buf_init(connection->out.data(), static_cast<unsigned>(connection->out.size()));
  int written = uv_try_write(stream, &buffer, 1);
  if (written < 0) written = written == UV_EAGAIN ? 0 : -1;
  if (written < 0) return Close(connection);
  if (static_cast<size_t>(written) < connection->out.size()) {
    auto* pending = new PendingWrite{{}, connection->out.substr(static_cast<size_t>(written))};
    pending->request.data = pending;
    uv_buf_t rest =
        uv_buf_init(pending->bytes.data(), static_cast<unsigned>(pending->bytes.size()));
    uv_write(&pending->request, stream, &rest, 1,
             [](uv_write_t* done, int) { delete static_cast<PendingWrite*>(done->data); });
  }
  connection->out.clear();
}

int OnMessageComplete(llhttp_t* parser) {
  auto* connection = static_cast<Connection*>(parser->data);
  connection->out += answer;
  if (!llhttp_should_keep_alive(parser)) connection->close_after = true;
  return 0;
}

void OnRead(uv_stream_t* stream, ssize_t size, const uv_buf_t*) {
  auto* connection = static_cast<Connection*>(stream->data);
  if (size < 0) return Close(connection);
  if (llhttp_execute(&connection->parser, read_buffer, static_cast<size_t>(size)) != HPE_OK)
    return Close(connection);
  Flush(connection);
  if (connection->close_after) Close(connection);
}

void OnConnection(uv_stream_t* server, int status) {
  if (status < 0) return;
  auto* connection = new Connection();
  uv_tcp_init(server->loop, &connection->tcp);
  connection->tcp.data = connection;
  if (uv_accept(server, reinterpret_cast<uv_stream_t*>(&connection->tcp)) != 0)
    return Close(connection);
  uv_tcp_nodelay(&connection->tcp, 1);
  llhttp_init(&connection->parser, HTTP_REQUEST, &settings);
  connection->parser.data = connection;
  uv_read_start(
      reinterpret_cast<uv_stream_t*>(&connection->tcp),
      [](uv_handle_t*, size_t, uv_buf_t* out) { *out = uv_buf_init(read_buffer, kReadSize); },
      OnRead);
}

}  // namespace

int main(int argc, char** argv) {
  uv_loop_t* loop = uv_default_loop();
  llhttp_settings_init(&settings);
  settings.on_message_complete = OnMessageComplete;
  MakeAnswer();
  uv_timer_t clock;
  uv_timer_init(loop, &clock);
  uv_timer_start(
      &clock, [](uv_timer_t*) { MakeAnswer(); }, 1000, 1000);

  const char* port = argc > 1 ? argv[1] : std::getenv("PORT");
  sockaddr_in address;
  uv_ip4_addr("127.0.0.1", port ? std::atoi(port) : 8080, &address);
  uv_tcp_t server;
  uv_tcp_init(loop, &server);
  int error = uv_tcp_bind(&server, reinterpret_cast<sockaddr*>(&address), 0);
  if (error == 0) error = uv_listen(reinterpret_cast<uv_stream_t*>(&server), 511, OnConnection);
  if (error != 0) {
    std::fprintf(stderr, "floor_server: %s\n", uv_strerror(error));
    return 1;
  }
  return uv_run(loop, UV_RUN_DEFAULT);
}
