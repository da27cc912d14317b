// binding:options: the command line, as lib/ sees it.
#include "runtime/base/options.h"

#include "bindings/all.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

v8::Local<v8::Object> Get(Loop& loop, Js& js) {
  const Options& o = *loop.State<const Options*>();
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  auto set = [&]<class T>(const char* name, const T& value) {
    js.Set(out, name, Convert<T>::To(js, value));
  };
  set("execPath", o.exec_path);
  set("argv0", o.argv0);
  set("script", o.script);
  set("args", o.args);
  set("execArgv", o.exec_argv);
  set("command", o.command);
  set("hasEval", o.has_eval);
  set("eval", o.eval);
  set("print", o.print);
  set("check", o.check);
  set("inputType", o.input_type);
  set("require", o.require);
  set("import", o.import);
  set("conditions", o.conditions);
  set("preserveSymlinks", o.preserve_symlinks);
  set("preserveSymlinksMain", o.preserve_symlinks_main);
  set("unhandledRejections", o.unhandled_rejections);
  set("noWarnings", o.no_warnings);
  set("disableWarning", o.disable_warning);
  set("noDeprecation", o.no_deprecation);
  set("traceWarnings", o.trace_warnings);
  set("traceDeprecation", o.trace_deprecation);
  set("throwDeprecation", o.throw_deprecation);
  set("traceUncaught", o.trace_uncaught);
  set("stackTraceLimit", o.stack_trace_limit);
  set("maxHttpHeaderSize", o.max_http_header_size);
  set("insecureHttpParser", o.insecure_http_parser);
  set("useEnvProxy", o.use_env_proxy);
  set("longTasks", o.long_tasks);
  set("longTaskThreshold", o.long_task_threshold_ms);
  return out;
}

}  // namespace

constinit const BindingSpec kOptionsBinding = Binding<"options", Fn<"get", &Get>>;

}  // namespace rondo
