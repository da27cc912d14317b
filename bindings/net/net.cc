// binding:net: StreamHandle (TCP and local sockets) and libuv's error names.
#include <netinet/in.h>
#include <netinet/ip.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include "bindings/all.h"
#include "runtime/js/class.h"
#include "runtime/loop/stream.h"

namespace rondo {
namespace {

// [code, description] of a negative libuv error, e.g. ["EADDRINUSE", "address already in use"].
std::vector<std::string> ErrorText(int32_t err) {
  char name[32];
  char text[128];
  return {uv_err_name_r(err, name, sizeof name), uv_strerror_r(err, text, sizeof text)};
}

// What kind of descriptor it is: "TCP", "PIPE", "TTY", "FILE", "UDP" or "UNKNOWN".
std::string GuessHandle(int32_t fd) {
  switch (uv_guess_handle(fd)) {
    case UV_TCP:
      return "TCP";
    case UV_NAMED_PIPE:
      return "PIPE";
    case UV_TTY:
      return "TTY";
    case UV_FILE:
      return "FILE";
    case UV_UDP:
      return "UDP";
    default:
      return "UNKNOWN";
  }
}

bool IsV6(int32_t fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  return getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
         address.ss_family == AF_INET6;
}

// The Type of Service (IPv4) or Traffic Class (IPv6) byte of a socket. 0 or a negative libuv error.
int32_t SetTypeOfService(int32_t fd, int32_t tos) {
  int err = IsV6(fd) ? setsockopt(fd, IPPROTO_IPV6, IPV6_TCLASS, &tos, sizeof tos)
                     : setsockopt(fd, IPPROTO_IP, IP_TOS, &tos, sizeof tos);
  return err == 0 ? 0 : uv_translate_sys_error(errno);
}
int32_t TypeOfService(int32_t fd) {
  int tos = 0;
  socklen_t size = sizeof tos;
  int err = IsV6(fd) ? getsockopt(fd, IPPROTO_IPV6, IPV6_TCLASS, &tos, &size)
                     : getsockopt(fd, IPPROTO_IP, IP_TOS, &tos, &size);
  return err == 0 ? tos : uv_translate_sys_error(errno);
}

// TCP_KEEPINTVL (seconds) and TCP_KEEPCNT; what is 0 stays as it is. 0 or a negative libuv error.
int32_t SetKeepAliveProbes(int32_t fd, int32_t interval, int32_t count) {
  if (interval > 0 && setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval) != 0)
    return uv_translate_sys_error(errno);
  if (count > 0 && setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count) != 0)
    return uv_translate_sys_error(errno);
  return 0;
}

}  // namespace

constinit const BindingSpec kNetBinding =
    Binding<"net",
            Class<Stream, Ctor<&Stream::New, "type">,                                 //
                  Fn<"open", &Stream::Open, "fd">,                                    //
                  Fn<"bind", &Stream::Bind, "address", "port", "flags">,              //
                  Fn<"bindPath", &Stream::BindPath, "path">,                          //
                  Fn<"changeMode", &Stream::ChangeMode, "mode">,                      //
                  Fn<"listen", &Stream::Listen, "backlog", "onConnection">,           //
                  Fn<"takePending", &Stream::TakePending>,                            //
                  Fn<"connect", &Stream::Connect, "address", "port", "callback">,     //
                  Fn<"connectPath", &Stream::ConnectPath, "path", "callback">,        //
                  Fn<"readStart", &Stream::ReadStart, "onRead">,                      //
                  Fn<"readStop", &Stream::ReadStop>,                                  //
                  Fn<"writeBytes", &Stream::WriteBytes, "bytes", "callback">,         //
                  Fn<"writeBuffers", &Stream::WriteBuffers, "chunks", "callback">,    //
                  Fn<"writeText", &Stream::WriteText, "text", "latin1", "callback">,  //
                  Fn<"shutdown", &Stream::Shutdown, "callback">,                      //
                  Fn<"reset", &Stream::Reset, "onClose">,                             //
                  Fn<"close", &Stream::JsClose, "onClose">,                           //
                  Fn<"ref", &Stream::JsRef>,                                          //
                  Fn<"unref", &Stream::JsUnref>,                                      //
                  Fn<"hasRef", &Stream::JsHasRef>,                                    //
                  Fn<"sockName", &Stream::SockName>,                                  //
                  Fn<"peerName", &Stream::PeerName>,                                  //
                  Fn<"setNoDelay", &Stream::SetNoDelay, "enable">,                    //
                  Fn<"setKeepAlive", &Stream::SetKeepAlive, "enable", "delay">,       //
                  Fn<"fd", &Stream::Fd>,                                              //
                  Fn<"bytesRead", &Stream::BytesRead>,                                //
                  Fn<"bytesWritten", &Stream::BytesWritten>,                          //
                  Fn<"idleMs", &Stream::IdleMs>, Fn<"queued", &Stream::Queued>>,
            Const<"TCP_SOCKET", Stream::kTcpSocket>, Const<"TCP_SERVER", Stream::kTcpServer>,
            Const<"PIPE_SOCKET", Stream::kPipeSocket>, Const<"PIPE_SERVER", Stream::kPipeServer>,
            Const<"IPV6_ONLY", UV_TCP_IPV6ONLY>, Const<"REUSE_PORT", UV_TCP_REUSEPORT>,
            Const<"EOF", UV_EOF>, Const<"ECANCELED", UV_ECANCELED>, Const<"ENOTCONN", UV_ENOTCONN>,
            Const<"EADDRINUSE", UV_EADDRINUSE>, Const<"EINVAL", UV_EINVAL>,
            Const<"EAFNOSUPPORT", UV_EAFNOSUPPORT>, Const<"EADDRNOTAVAIL", UV_EADDRNOTAVAIL>,
            Const<"READABLE", UV_READABLE>, Const<"WRITABLE", UV_WRITABLE>,
            Fn<"errorText", &ErrorText, "err">, Fn<"guessHandle", &GuessHandle, "fd">,
            Fn<"setTypeOfService", &SetTypeOfService, "fd", "tos">,
            Fn<"typeOfService", &TypeOfService, "fd">,
            Fn<"setKeepAliveProbes", &SetKeepAliveProbes, "fd", "interval", "count">>;

}  // namespace rondo
