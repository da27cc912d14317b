// binding:process_usage: what the process uses of memory and processor.
#include <sys/resource.h>
#include <uv.h>

#include <vector>

#include "bindings/all.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

Result<double> Rss() {
  size_t rss = 0;
  if (int err = uv_resident_set_memory(&rss); err != 0)
    return UvError(err, "uv_resident_set_memory");
  return static_cast<double>(rss);
}

// Bytes: rss, heapTotal, heapUsed, external, arrayBuffers.
Result<v8::Local<v8::Object>> MemoryUsage(Js& js) {
  size_t rss = 0;
  if (int err = uv_resident_set_memory(&rss); err != 0)
    return UvError(err, "uv_resident_set_memory");
  v8::HeapStatistics heap;
  js.isolate()->GetHeapStatistics(&heap);
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  auto set = [&](const char* name, size_t value) {
    js.Set(out, name, js.Number(static_cast<double>(value)));
  };
  set("rss", rss);
  set("heapTotal", heap.total_heap_size());
  set("heapUsed", heap.used_heap_size());
  set("external", heap.external_memory());
  set("arrayBuffers",
      heap.external_memory());  // nothing else in Rondo is accounted to V8 as external
  return out;
}

double Microseconds(const uv_timeval_t& time) {
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
}

using Usage = int (*)(uv_rusage_t*);

// [user, system] in microseconds.
Result<std::vector<double>> CpuTimes(Usage usage, const char* name) {
  uv_rusage_t used;
  if (int err = usage(&used); err != 0) return UvError(err, name);
  return std::vector<double>{Microseconds(used.ru_utime), Microseconds(used.ru_stime)};
}
Result<std::vector<double>> CpuUsage() { return CpuTimes(&uv_getrusage, "uv_getrusage"); }
Result<std::vector<double>> ThreadCpuUsage() {
  return CpuTimes(&uv_getrusage_thread, "uv_getrusage_thread");
}

// In the order of process.resourceUsage()'s members.
Result<std::vector<double>> ResourceUsage() {
  uv_rusage_t used;
  if (int err = uv_getrusage(&used); err != 0) return UvError(err, "uv_getrusage");
  std::vector<double> out = {Microseconds(used.ru_utime), Microseconds(used.ru_stime)};
  for (uint64_t count :
       {used.ru_maxrss, used.ru_ixrss, used.ru_idrss, used.ru_isrss, used.ru_minflt, used.ru_majflt,
        used.ru_nswap, used.ru_inblock, used.ru_oublock, used.ru_msgsnd, used.ru_msgrcv,
        used.ru_nsignals, used.ru_nvcsw, used.ru_nivcsw}) {
    out.push_back(static_cast<double>(count));
  }
  return out;
}

double ConstrainedMemory() { return static_cast<double>(uv_get_constrained_memory()); }
double AvailableMemory() { return static_cast<double>(uv_get_available_memory()); }

// How many threads can run at once.
uint32_t Parallelism() { return uv_available_parallelism(); }

}  // namespace

constinit const BindingSpec kProcessUsageBinding =
    Binding<"process_usage", Fn<"rss", &Rss>, Fn<"memoryUsage", &MemoryUsage>,
            Fn<"cpuUsage", &CpuUsage>, Fn<"threadCpuUsage", &ThreadCpuUsage>,
            Fn<"resourceUsage", &ResourceUsage>, Fn<"constrainedMemory", &ConstrainedMemory>,
            Fn<"availableMemory", &AvailableMemory>, Fn<"parallelism", &Parallelism>>;

}  // namespace rondo
