// binding:os: what the operating system says of itself.
#include <uv.h>

#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/all.h"
#include "bindings/os/constants.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

using v8::Local;
using v8::Value;

// Reads a text by one of libuv's functions (buffer, size), which ask for more room with ENOBUFS.
template <class F>
Result<std::string> ReadText(F&& read, const char* syscall) {
  std::string text(256, '\0');
  for (;;) {
    size_t size = text.size();
    int err = read(text.data(), &size);
    if (err == 0) {
      text.resize(size);
      return text;
    }
    if (err != UV_ENOBUFS) return UvError(err, syscall);
    text.resize(size > text.size() ? size : text.size() * 2);
  }
}

Result<std::string> Hostname() { return ReadText(&uv_os_gethostname, "uv_os_gethostname"); }
Result<std::string> HomeDirectory() { return ReadText(&uv_os_homedir, "uv_os_homedir"); }

Result<double> Uptime() {
  double seconds = 0;
  int err = uv_uptime(&seconds);
  if (err != 0) return UvError(err, "uv_uptime");
  return seconds;
}

double FreeMemory() { return static_cast<double>(uv_get_free_memory()); }
double TotalMemory() { return static_cast<double>(uv_get_total_memory()); }
uint32_t AvailableParallelism() { return uv_available_parallelism(); }

std::vector<double> LoadAverage() {
  double averages[3];
  uv_loadavg(averages);
  return {averages, averages + 3};
}

// [sysname, release, version, machine]
Result<std::vector<std::string>> Uname() {
  uv_utsname_t name;
  int err = uv_os_uname(&name);
  if (err != 0) return UvError(err, "uv_os_uname");
  return std::vector<std::string>{name.sysname, name.release, name.version, name.machine};
}

// Seven values a processor: model, MHz, and milliseconds of user, nice, sys, idle and irq time.
Result<Local<v8::Array>> Cpus(Js& js) {
  uv_cpu_info_t* cpus = nullptr;
  int count = 0;
  int err = uv_cpu_info(&cpus, &count);
  if (err != 0) return UvError(err, "uv_cpu_info");
  std::vector<Local<Value>> values;
  for (const uv_cpu_info_t& cpu : std::span(cpus, static_cast<size_t>(count))) {
    const auto& times = cpu.cpu_times;
    values.push_back(js.String(cpu.model));
    values.push_back(js.Int(cpu.speed));
    for (uint64_t time : {times.user, times.nice, times.sys, times.idle, times.irq}) {
      values.push_back(js.Number(static_cast<double>(time)));
    }
  }
  uv_free_cpu_info(cpus, count);
  return v8::Array::New(js.isolate(), values.data(), values.size());
}

std::string MacText(const char* bytes) {
  char text[18];
  const auto* b = reinterpret_cast<const unsigned char*>(bytes);
  std::snprintf(text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", b[0], b[1], b[2], b[3], b[4],
                b[5]);
  return text;
}

// Seven values an address: interface, address, netmask, family (4 or 6), MAC, internal, scope (-1
// for IPv4).
Result<Local<v8::Array>> NetworkInterfaces(Js& js) {
  uv_interface_address_t* entries = nullptr;
  int count = 0;
  int err = uv_interface_addresses(&entries, &count);
  if (err == UV_ENOSYS) return v8::Array::New(js.isolate());
  if (err != 0) return UvError(err, "uv_interface_addresses");
  std::vector<Local<Value>> values;
  for (const uv_interface_address_t& entry : std::span(entries, static_cast<size_t>(count))) {
    char address[INET6_ADDRSTRLEN] = "";
    char netmask[INET6_ADDRSTRLEN] = "";
    bool v4 = entry.address.address4.sin_family == AF_INET;
    uv_ip_name(reinterpret_cast<const sockaddr*>(&entry.address), address, sizeof address);
    uv_ip_name(reinterpret_cast<const sockaddr*>(&entry.netmask), netmask, sizeof netmask);
    int scope = v4 ? -1 : static_cast<int>(entry.address.address6.sin6_scope_id);
    values.insert(values.end(), {js.String(entry.name), js.String(address), js.String(netmask),
                                 js.Int(v4 ? 4 : 6), js.String(MacText(entry.phys_addr)),
                                 js.Bool(entry.is_internal != 0), js.Int(scope)});
  }
  uv_free_interface_addresses(entries, count);
  return v8::Array::New(js.isolate(), values.data(), values.size());
}

// [uid, gid, username, homedir, shell or null], the texts as Buffers: they need not be UTF-8.
Result<Local<v8::Array>> UserInfo(Js& js) {
  uv_passwd_t user;
  int err = uv_os_get_passwd(&user);
  if (err != 0) return UvError(err, "uv_os_get_passwd");
  auto bytes = [&](const char* text) -> Local<Value> {
    if (!text) return js.Null();
    return Convert<Bytes>::To(js, Bytes::Copy(text, std::string_view(text).size()));
  };
  Local<Value> values[] = {js.Number(static_cast<double>(user.uid)),
                           js.Number(static_cast<double>(user.gid)), bytes(user.username),
                           bytes(user.homedir), bytes(user.shell)};
  uv_os_free_passwd(&user);
  return v8::Array::New(js.isolate(), values, std::size(values));
}

Result<int32_t> GetPriority(int32_t pid) {
  int priority = 0;
  int err = uv_os_getpriority(pid, &priority);
  if (err != 0) return UvError(err, "uv_os_getpriority");
  return priority;
}

Result<void> SetPriority(int32_t pid, int32_t priority) {
  int err = uv_os_setpriority(pid, priority);
  if (err != 0) return UvError(err, "uv_os_setpriority");
  return Ok{};
}

}  // namespace

constinit const BindingSpec kOsBinding = Binding<
    "os", Fn<"hostname", &Hostname>, Fn<"homedir", &HomeDirectory>, Fn<"uptime", &Uptime>,
    Fn<"freemem", &FreeMemory>, Fn<"totalmem", &TotalMemory>,
    Fn<"availableParallelism", &AvailableParallelism>, Fn<"loadavg", &LoadAverage>,
    Fn<"uname", &Uname>, Fn<"cpus", &Cpus>, Fn<"networkInterfaces", &NetworkInterfaces>,
    Fn<"userInfo", &UserInfo>, Fn<"getPriority", &GetPriority, "pid">,
    Fn<"setPriority", &SetPriority, "pid", "priority">,
    Setup<&InstallOsConstants, "constants: { UV_UDP_REUSEADDR: number } & Record<string, any>;">>;

}  // namespace rondo
