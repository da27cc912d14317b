// From a JavaScript call to a C++ function: arguments are converted left to right, stopping at the
// first that does not fit; a Result's error becomes an exception.
#ifndef RONDO_JS_TRAMPOLINE_H_
#define RONDO_JS_TRAMPOLINE_H_

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

#include "runtime/base/fixed_string.h"
#include "runtime/base/result.h"
#include "runtime/js/convert.h"
#include "runtime/js/wrapped.h"

namespace rondo {

// Parameters that come from the runtime and not from JavaScript are recognised by their type:
// specialise Inject.
template <class T>
struct Inject {
  static constexpr bool kIs = false;
};
template <>
struct Inject<Js> {
  static constexpr bool kIs = true;
  static Js& From(v8::Isolate* isolate) { return Js::From(isolate); }
};

template <class F>
struct Signature;
template <class R, class... A>
struct Signature<R (*)(A...)> {
  using Return = R;
  using Arguments = std::tuple<A...>;
  using Self = void;
};
template <class R, class T, class... A>
struct Signature<R (T::*)(A...)> {
  using Return = R;
  using Arguments = std::tuple<A...>;
  using Self = T;
};

template <class T>
struct IsResult : std::false_type {};
template <class T>
struct IsResult<Result<T>> : std::true_type {};

// What a function's return type is once a Result is opened.
template <class R>
struct Opened {
  using Type = R;
};
template <class T>
struct Opened<Result<T>> {
  using Type = T;
};

// Throws "SCOPE.NAME: argument N (ARG) must be EXPECTED, got TYPE".
void ThrowArgumentError(Js& js, std::string_view scope, std::string_view name, int index,
                        std::string_view arg, std::string_view expected, v8::Local<v8::Value> got);

// Throws "NAME: the object is closed", for a method of an object whose C++ half is gone.
void ThrowClosed(Js& js, std::string_view name);

// No extra work around a call; see SyncPolicy in runtime/loop/sync_scope.h for the other kind.
struct PlainPolicy {
  struct Scope {
    Scope(Js&, const char*, const v8::FunctionCallbackInfo<v8::Value>&) {}
  };
};

template <class Policy, FixedString Owner, FixedString Name, auto F, FixedString... ArgNames>
class Trampoline {
 public:
  using Sig = Signature<decltype(F)>;
  using Arguments = typename Sig::Arguments;
  using Return = typename Sig::Return;
  static constexpr size_t kCount = std::tuple_size_v<Arguments>;

  static void Call(const v8::FunctionCallbackInfo<v8::Value>& info) {
    Invoke(info, std::make_index_sequence<kCount>());
  }

  template <size_t I>
  using Argument = std::remove_cvref_t<std::tuple_element_t<I, Arguments>>;

  // The position among the JavaScript arguments of the C++ parameter I.
  template <size_t I>
  static constexpr int JsIndex() {
    return JsCount(std::make_index_sequence<I>());
  }
  template <size_t... I>
  static constexpr int JsCount(std::index_sequence<I...>) {
    return (0 + ... + (Inject<Argument<I>>::kIs ? 0 : 1));
  }
  static constexpr int kJsArguments = JsCount(std::make_index_sequence<kCount>());
  static_assert(kJsArguments == sizeof...(ArgNames),
                "name every JavaScript argument, and only those");

  static constexpr std::string_view ArgName(int index) {
    constexpr std::string_view names[] = {ArgNames.view()..., ""};
    return names[index];
  }

 private:
  template <class T>
  struct Slot {
    T value{};
    T&& Take() { return std::move(value); }
  };
  template <class T>
  requires(Inject<T>::kIs) struct Slot<T> {
    T* value = nullptr;
    T& Take() { return *value; }
  };

  template <size_t I>
  static bool Fill(Js& js, const v8::FunctionCallbackInfo<v8::Value>& info,
                   Slot<Argument<I>>* slot) {
    if constexpr (Inject<Argument<I>>::kIs) {
      slot->value = &Inject<Argument<I>>::From(info.GetIsolate());
      return true;
    } else {
      constexpr int index = JsIndex<I>();
      v8::Local<v8::Value> value = info[index];
      if (Convert<Argument<I>>::From(js, value, &slot->value)) [[likely]] {
        return true;
      }
      ThrowArgumentError(js, Owner.view(), Name.view(), index, ArgName(index),
                         Convert<Argument<I>>::kExpected, value);
      return false;
    }
  }

  template <size_t... I>
  static void Invoke(const v8::FunctionCallbackInfo<v8::Value>& info, std::index_sequence<I...>) {
    Js& js = Js::From(info.GetIsolate());
    [[maybe_unused]] std::tuple<Slot<Argument<I>>...> slots;
    if (!(Fill<I>(js, info, &std::get<I>(slots)) && ...)) return;
    auto call = [&]() -> Return {
      // Ends before a failure becomes a pending exception: a scope may look at the JavaScript
      // stack.
      [[maybe_unused]] typename Policy::Scope scope(js, Name.c_str(), info);
      if constexpr (std::is_void_v<typename Sig::Self>) {
        return F(std::get<I>(slots).Take()...);
      } else {
        return (Unwrap<typename Sig::Self>(info.This())->*F)(std::get<I>(slots).Take()...);
      }
    };
    if constexpr (!std::is_void_v<typename Sig::Self>) {
      if (!Unwrap<typename Sig::Self>(info.This())) {
        return ThrowClosed(js, Name.view());
      }
    }
    if constexpr (std::is_void_v<Return>) {
      call();
    } else {
      Give(js, info, call());
    }
  }

  template <class R>
  static void Give(Js& js, const v8::FunctionCallbackInfo<v8::Value>& info, R&& result) {
    using Plain = std::remove_cvref_t<R>;
    if constexpr (IsResult<Plain>::value) {
      if (!result.ok()) {
        js.Throw(result.error());
      } else if constexpr (!std::is_void_v<typename Plain::Value>) {
        Give(js, info, std::move(result.value()));
      }
    } else if constexpr (std::is_same_v<Plain, bool> || std::is_same_v<Plain, int32_t> ||
                         std::is_same_v<Plain, uint32_t> || std::is_same_v<Plain, double>) {
      info.GetReturnValue().Set(result);
    } else {
      v8::Local<v8::Value> value = Convert<Plain>::To(js, std::forward<R>(result));
      if (!value.IsEmpty()) info.GetReturnValue().Set(value);
    }
  }
};

}  // namespace rondo

#endif  // RONDO_JS_TRAMPOLINE_H_
