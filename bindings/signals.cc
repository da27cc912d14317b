// binding:signals: hearing of signals, and their numbers.
#include <csignal>

#include "bindings/all.h"
#include "runtime/js/class.h"
#include "runtime/loop/handle.h"

namespace rondo {
namespace {

// Calls back with the signal's number in a task of its own. Does not keep the process alive.
class Signal : public Handle<uv_signal_t> {
 public:
  static constexpr const char* kClassName = "Signal";

  Signal(Loop& loop, v8::Local<v8::Function> on_signal) : Handle(loop, "SignalWrap") {
    on_signal_.Reset(loop.isolate(), on_signal);
    uv_signal_init(loop.uv(), uv());
    uv_unref(uv_handle());
  }

  // 0 or a libuv error.
  int32_t Start(int32_t number) { return uv_signal_start(uv(), &Signal::Heard, number); }

 private:
  static void Heard(uv_signal_t* uv, int number) {
    Signal* self = From<Signal>(uv);
    Loop& loop = self->loop();
    loop.RunTask(TaskKind::kSignal, [&] {
      v8::Local<v8::Value> argv[] = {loop.js().Int(number)};
      (void)loop.Call(loop.js().Undefined(), self->on_signal_.Get(loop.isolate()), 1, argv);
    });
  }

  v8::Global<v8::Function> on_signal_;
};

Signal* NewSignal(Loop& loop, v8::Local<v8::Function> on_signal) {
  return new Signal(loop, on_signal);
}

void AddNumbers(Js& js, v8::Local<v8::Object> target) {
  v8::Local<v8::Object> numbers = v8::Object::New(js.isolate());
  static constexpr struct {
    const char* name;
    int number;
  } kSignals[] = {
      {"SIGHUP", SIGHUP},       {"SIGINT", SIGINT},   {"SIGQUIT", SIGQUIT},   {"SIGILL", SIGILL},
      {"SIGTRAP", SIGTRAP},     {"SIGABRT", SIGABRT}, {"SIGIOT", SIGIOT},     {"SIGBUS", SIGBUS},
      {"SIGFPE", SIGFPE},       {"SIGKILL", SIGKILL}, {"SIGUSR1", SIGUSR1},   {"SIGSEGV", SIGSEGV},
      {"SIGUSR2", SIGUSR2},     {"SIGPIPE", SIGPIPE}, {"SIGALRM", SIGALRM},   {"SIGTERM", SIGTERM},
      {"SIGCHLD", SIGCHLD},
#ifdef SIGSTKFLT
      {"SIGSTKFLT", SIGSTKFLT},
#endif
      {"SIGCONT", SIGCONT},     {"SIGSTOP", SIGSTOP}, {"SIGTSTP", SIGTSTP},   {"SIGTTIN", SIGTTIN},
      {"SIGTTOU", SIGTTOU},     {"SIGURG", SIGURG},   {"SIGXCPU", SIGXCPU},   {"SIGXFSZ", SIGXFSZ},
      {"SIGVTALRM", SIGVTALRM}, {"SIGPROF", SIGPROF}, {"SIGWINCH", SIGWINCH}, {"SIGIO", SIGIO},
#ifdef SIGPOLL
      {"SIGPOLL", SIGPOLL},
#endif
#ifdef SIGPWR
      {"SIGPWR", SIGPWR},
#endif
      {"SIGSYS", SIGSYS},
  };
  for (const auto& signal : kSignals) js.Set(numbers, signal.name, js.Int(signal.number));
  js.Set(target, "numbers", numbers);
}

}  // namespace

constinit const BindingSpec kSignalsBinding =
    Binding<"signals",
            Class<Signal, Ctor<&NewSignal, "onSignal">, Fn<"start", &Signal::Start, "number">,
                  Fn<"close", &Signal::JsClose, "onClose">>,
            Setup<&AddNumbers, "numbers: Record<string, number>;">>;

}  // namespace rondo
