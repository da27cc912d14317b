// Every binding of Rondo, by name: nothing registers itself.
#ifndef RONDO_BINDINGS_ALL_H_
#define RONDO_BINDINGS_ALL_H_

#include <span>

#include "runtime/js/binding.h"

namespace rondo {

extern const BindingSpec kBufferBinding;
extern const BindingSpec kEncodingBinding;
extern const BindingSpec kHttpBinding;
extern const BindingSpec kCompileCacheBinding;
extern const BindingSpec kCryptoBinding;
extern const BindingSpec kHistogramBinding;
extern const BindingSpec kInspectBinding;
extern const BindingSpec kBlockingBinding;
extern const BindingSpec kModulesBinding;
extern const BindingSpec kNetBinding;
extern const BindingSpec kFsBinding;
extern const BindingSpec kObserveBinding;
extern const BindingSpec kOptionsBinding;
extern const BindingSpec kPerfBinding;
extern const BindingSpec kProcessBinding;
extern const BindingSpec kProcessEnvBinding;
extern const BindingSpec kProcessIdsBinding;
extern const BindingSpec kProcessUsageBinding;
extern const BindingSpec kProcessVersionsBinding;
extern const BindingSpec kSignalsBinding;
extern const BindingSpec kStdioBinding;
extern const BindingSpec kStructuredCloneBinding;
extern const BindingSpec kDnsBinding;
extern const BindingSpec kOsBinding;
extern const BindingSpec kUrlBinding;
extern const BindingSpec kUvBinding;
extern const BindingSpec kVmBinding;

// What main() gives to the engine.
std::span<const BindingSpec* const> AllBindings();

}  // namespace rondo

#endif  // RONDO_BINDINGS_ALL_H_
