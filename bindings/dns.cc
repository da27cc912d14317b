// binding:dns: getaddrinfo and getnameinfo in the thread pool.
#include <netdb.h>
#include <uv.h>

#include <string>
#include <vector>

#include "bindings/all.h"
#include "runtime/loop/request.h"

namespace rondo {
namespace {

using v8::Local;

// The order of `kOrders` in lib/internal/dns/order.ts.
enum class Order : int32_t { kVerbatim, kIpv4First, kIpv6First };

class AddrInfoRequest : public Request<uv_getaddrinfo_t> {
 public:
  AddrInfoRequest(Loop& loop, Local<v8::Function> callback, Order order)
      : Request(loop, TaskKind::kDns, "GetAddrInfoReqWrap", callback), order_(order) {}

  static void Done(uv_getaddrinfo_t* uv, int status, addrinfo* list) {
    auto* request = From<AddrInfoRequest>(uv);
    std::vector<std::string> addresses;
    if (status == 0) {
      addresses = request->Collect(list);
      if (addresses.empty()) status = UV_EAI_NODATA;
    }
    uv_freeaddrinfo(list);
    request->InTask([&](Local<v8::Function> callback, Js& js) {
      Local<v8::Value> argv[] = {js.Int(status),
                                 Convert<std::vector<std::string>>::To(js, std::move(addresses))};
      (void)request->loop().Call(js.Undefined(), callback, 2, argv);
    });
    delete request;
  }

 private:
  static void Append(const addrinfo* list, int family, std::vector<std::string>* out) {
    for (const addrinfo* entry = list; entry; entry = entry->ai_next) {
      if (entry->ai_family != family && family != AF_UNSPEC) continue;
      char text[INET6_ADDRSTRLEN];
      if (entry->ai_family != AF_INET && entry->ai_family != AF_INET6) continue;
      if (uv_ip_name(entry->ai_addr, text, sizeof text) == 0) out->push_back(text);
    }
  }

  std::vector<std::string> Collect(const addrinfo* list) const {
    std::vector<std::string> addresses;
    if (order_ == Order::kVerbatim) {
      Append(list, AF_UNSPEC, &addresses);
    } else {
      Append(list, order_ == Order::kIpv4First ? AF_INET : AF_INET6, &addresses);
      Append(list, order_ == Order::kIpv4First ? AF_INET6 : AF_INET, &addresses);
    }
    return addresses;
  }

  Order order_;
};

// callback(status, addresses). Returns libuv's error when the look-up could not start: the callback
// is not called then.
int32_t GetAddrInfo(Loop& loop, std::string hostname, int32_t family, int32_t hints, int32_t order,
                    Local<v8::Function> callback) {
  // A name with a NUL would be cut short there, and another host be asked for.
  if (hostname.find('\0') != std::string::npos) return UV_EAI_NONAME;
  addrinfo wanted{};
  wanted.ai_family = family == 4 ? AF_INET : family == 6 ? AF_INET6 : AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = hints;
  auto* request = new AddrInfoRequest(loop, callback, static_cast<Order>(order));
  int err = uv_getaddrinfo(loop.uv(), request->uv(), &AddrInfoRequest::Done, hostname.c_str(),
                           nullptr, &wanted);
  if (err != 0) delete request;
  return err;
}

class NameInfoRequest : public Request<uv_getnameinfo_t> {
 public:
  NameInfoRequest(Loop& loop, Local<v8::Function> callback)
      : Request(loop, TaskKind::kDns, "GetNameInfoReqWrap", callback) {}

  static void Done(uv_getnameinfo_t* uv, int status, const char* hostname, const char* service) {
    auto* request = From<NameInfoRequest>(uv);
    request->InTask([&](Local<v8::Function> callback, Js& js) {
      Local<v8::Value> argv[] = {js.Int(status), js.Undefined(), js.Undefined()};
      if (status == 0) {
        argv[1] = js.String(hostname);
        argv[2] = js.String(service);
      }
      (void)request->loop().Call(js.Undefined(), callback, 3, argv);
    });
    delete request;
  }
};

// callback(status, hostname, service); the return value is that of GetAddrInfo.
int32_t GetNameInfo(Loop& loop, std::string address, int32_t port, Local<v8::Function> callback) {
  sockaddr_storage storage{};
  int err = uv_ip4_addr(address.c_str(), port, reinterpret_cast<sockaddr_in*>(&storage));
  if (err != 0) err = uv_ip6_addr(address.c_str(), port, reinterpret_cast<sockaddr_in6*>(&storage));
  if (err != 0) return err;
  auto* request = new NameInfoRequest(loop, callback);
  err = uv_getnameinfo(loop.uv(), request->uv(), &NameInfoRequest::Done,
                       reinterpret_cast<sockaddr*>(&storage), NI_NAMEREQD);
  if (err != 0) delete request;
  return err;
}

// "EAI_AGAIN"
std::string ErrorName(int32_t err) {
  char name[32];
  return uv_err_name_r(err, name, sizeof name);
}

}  // namespace

constinit const BindingSpec kDnsBinding =
    Binding<"dns",
            Fn<"getaddrinfo", &GetAddrInfo, "hostname", "family", "hints", "order", "callback">,
            Fn<"getnameinfo", &GetNameInfo, "address", "port", "callback">,
            Fn<"errorName", &ErrorName, "err">, Const<"AI_ADDRCONFIG", AI_ADDRCONFIG>,
            Const<"AI_ALL", AI_ALL>, Const<"AI_V4MAPPED", AI_V4MAPPED>,
            Const<"EAI_NODATA", int{UV_EAI_NODATA}>, Const<"EAI_NONAME", int{UV_EAI_NONAME}>>;

}  // namespace rondo
