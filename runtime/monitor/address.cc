#include "runtime/monitor/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>
#include <optional>

namespace rondo {
namespace {

// The address in its one usual spelling, or nothing when the text is none.
std::optional<std::string> Canonical(std::string_view text) {
  const std::string copy(text);
  char out[INET6_ADDRSTRLEN];
  in_addr v4;
  if (inet_pton(AF_INET, copy.c_str(), &v4) == 1) return inet_ntop(AF_INET, &v4, out, sizeof out);
  in6_addr v6;
  if (inet_pton(AF_INET6, copy.c_str(), &v6) == 1) return inet_ntop(AF_INET6, &v6, out, sizeof out);
  return std::nullopt;
}

std::optional<int> Port(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (text.empty() || text.size() > 5 || error != std::errc() || end != text.data() + text.size() ||
      port < 0 || port > 65535)
    return std::nullopt;
  return port;
}

// Takes "host:port" apart; false when brackets or colons do not match. The port may be empty.
bool Split(std::string_view text, std::string_view* host, std::string_view* port) {
  *port = {};
  if (text.starts_with('[')) {
    const size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    *host = text.substr(1, end - 1);
    const std::string_view rest = text.substr(end + 1);
    if (rest.empty()) return true;
    if (rest[0] != ':') return false;
    *port = rest.substr(1);
    return !port->empty();
  }
  *host = text;
  const size_t colon = text.find(':');
  // Several colons without brackets are an IPv6 address.
  if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos)
    return true;
  *host = text.substr(0, colon);
  *port = text.substr(colon + 1);
  return !port->empty();
}

bool IsLoopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

}  // namespace

std::string MonitorAddress::Text() const {
  const bool v6 = host.find(':') != std::string::npos;
  return (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<MonitorAddress> ParseMonitorAddress(std::string_view text) {
  MonitorAddress address;
  if (text.empty()) return address;
  if (std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); })) {
    const std::optional<int> port = Port(text);
    if (!port) {
      return Error::Plain("ERR_INVALID_ARG_VALUE", "--monitor: '" + std::string(text) +
                                                       "' is no port; give one from 0 to 65535");
    }
    address.port = *port;
    return address;
  }
  std::string_view host, port;
  if (!Split(text, &host, &port)) {
    return Error::Plain("ERR_INVALID_ARG_VALUE",
                        "--monitor: '" + std::string(text) +
                            "' is no address; write HOST:PORT, as 127.0.0.1:9464 or [::1]:9464");
  }
  if (host != "localhost") {
    const std::optional<std::string> canonical = Canonical(host);
    if (!canonical) {
      return Error::Plain("ERR_INVALID_ARG_VALUE",
                          "--monitor: '" + std::string(host) +
                              "' is no IP address; give one of this machine, or localhost");
    }
    address.host = *canonical;
  }
  if (!port.empty()) {
    const std::optional<int> number = Port(port);
    if (!number) {
      return Error::Plain("ERR_INVALID_ARG_VALUE", "--monitor: '" + std::string(port) +
                                                       "' is no port; give one from 0 to 65535");
    }
    address.port = *number;
  }
  return address;
}

bool IsHostAllowed(std::string_view header, std::string_view bound_host) {
  std::string_view host, port;
  if (!Split(header, &host, &port)) return false;
  if (!port.empty() && !Port(port)) return false;
  std::string name(host);
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name == "localhost" || name.ends_with(".localhost")) return true;
  const std::optional<std::string> address = Canonical(name);
  if (!address) return false;
  return IsLoopback(*address) || *address == bound_host || bound_host == "0.0.0.0" ||
         bound_host == "::";
}

}  // namespace rondo
