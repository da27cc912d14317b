// Where the monitor listens, and by which names it may be called.
#ifndef RONDO_MONITOR_ADDRESS_H_
#define RONDO_MONITOR_ADDRESS_H_

#include <string>
#include <string_view>

#include "runtime/base/result.h"

namespace rondo {

struct MonitorAddress {
  std::string host = "127.0.0.1";  // an IP address, without brackets
  int port = 9464;                 // as OpenTelemetry's Prometheus exporter; 0: any free one

  // "127.0.0.1:9464", "[::1]:9464"
  std::string Text() const;
};

// Reads "HOST:PORT", "HOST", "PORT" or nothing. HOST is an IP address (IPv6 in brackets when a port
// follows) or localhost. The error names the text and what may stand there.
Result<MonitorAddress> ParseMonitorAddress(std::string_view text);

// Whether a request with this Host header may be answered. A page of another site can make its own
// name resolve to this machine (DNS rebinding), so only names that nobody else can own are
// accepted: localhost and its subdomains, loopback addresses, the address that the monitor is bound
// to; and, when that is the wildcard address, any IP address.
bool IsHostAllowed(std::string_view header, std::string_view bound_host);

}  // namespace rondo

#endif  // RONDO_MONITOR_ADDRESS_H_
