#include "bindings/all.h"

#include "runtime/engine/builtin_loader.h"
#include "runtime/engine/stack_trace.h"
#include "runtime/loop/loop_binding.h"

namespace rondo {

std::span<const BindingSpec* const> AllBindings() {
  static const BindingSpec* const kAll[] = {
      &kEngineBinding,
      &kStackTraceBinding,
      &kLoopBinding,
      &kAsyncContextBinding,
      &kClockBinding,
      &kModulesBinding,
      &kCompileCacheBinding,
      &kOptionsBinding,
      &kFsBinding,
      &kProcessBinding,
      &kProcessEnvBinding,
      &kProcessIdsBinding,
      &kProcessUsageBinding,
      &kProcessVersionsBinding,
      &kSignalsBinding,
      &kStdioBinding,
      &kStructuredCloneBinding,
      &kHttpBinding,
      &kNetBinding,
      &kBufferBinding,
      &kEncodingBinding,
      &kInspectBinding,
      &kBlockingBinding,
      &kObserveBinding,
      &kPerfBinding,
      &kHistogramBinding,
      &kUvBinding,
      &kDnsBinding,
      &kOsBinding,
      &kUrlBinding,
      &kCryptoBinding,
      &kVmBinding,
  };
  return kAll;
}

}  // namespace rondo
