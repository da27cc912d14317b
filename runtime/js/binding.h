// The binding table: one constexpr list yields the JavaScript object, the snapshot's external
// references and the TypeScript declarations.
//
//   static Result<Bytes> ReadFileSync(Loop& loop, std::string path, int32_t flags);
//   constinit const BindingSpec kFsBinding = Binding<"fs",
//       SyncFn<"readFileSync", &ReadFileSync, "path", "flags">,
//       Const<"O_RDONLY", O_RDONLY>>;
//
// Entries: Fn (a C++ function), FastFn (with a V8 fast-call variant), RawFn (V8's own callback
// signature, for hot calls that read their arguments themselves), SyncFn
// (runtime/loop/sync_scope.h), Const, Class (class.h) and Setup.
#ifndef RONDO_JS_BINDING_H_
#define RONDO_JS_BINDING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/base/fixed_string.h"
#include "runtime/js/trampoline.h"

namespace rondo {

// A binding with its types erased, as main.cc lists it.
struct BindingSpec {
  const char* name;
  // Puts every entry on `target`.
  void (*install)(Js& js, v8::Local<v8::Object> target);
  // Appends every C++ address that JavaScript objects of this binding refer to.
  void (*references)(std::vector<intptr_t>* out);
  // Appends the members of the binding's TypeScript interface, a line each.
  void (*declare)(std::string* out);
};

// Defines a non-enumerable-safe data property holding a function made from `callback`.
void InstallFunction(Js& js, v8::Local<v8::Object> target, const char* name, int length,
                     v8::FunctionCallback callback, const v8::CFunction* fast);

// The TypeScript line of a function whose trampoline is T.
template <class T>
struct Declaration {
  template <size_t... I>
  static void Append(std::string* out, const char* name, std::index_sequence<I...>) {
    *out += "    ";
    *out += name;
    *out += "(";
    int index = 0;
    (AppendArgument<I>(out, &index), ...);
    *out += "): ";
    *out += ReturnType();
    *out += ";\n";
  }
  static const char* ReturnType() {
    using R = typename Opened<typename T::Return>::Type;
    if constexpr (std::is_void_v<R>) {
      return "void";
    } else {
      return Convert<std::remove_cvref_t<R>>::kTs;
    }
  }
  template <class U>
  struct IsOptional : std::false_type {};
  template <class U>
  struct IsOptional<std::optional<U>> : std::true_type {};

  template <size_t I>
  static void AppendArgument(std::string* out, int* index) {
    using A = typename T::template Argument<I>;
    if constexpr (!Inject<A>::kIs) {
      if (*index > 0) *out += ", ";
      *out += T::ArgName(*index);
      *out += ": ";
      *out += Convert<A>::kTs;
      if (IsOptional<A>::value) *out += " | null | undefined";
      ++*index;
    }
  }
};

template <class Policy, FixedString Name, auto F, FixedString... ArgNames>
struct BasicFn {
  template <FixedString Owner>
  using Call = Trampoline<Policy, Owner, Name, F, ArgNames...>;

  static constexpr const char* kName = Name.text;
  static constexpr int kLength = sizeof...(ArgNames);
  template <FixedString Owner>
  static constexpr v8::FunctionCallback kCallback = &Call<Owner>::Call;

  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    InstallFunction(js, target, kName, kLength, kCallback<Owner>, nullptr);
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    out->push_back(reinterpret_cast<intptr_t>(kCallback<Owner>));
  }
  template <FixedString Owner>
  static void Declare(std::string* out) {
    using T = Call<Owner>;
    Declaration<T>::Append(out, kName, std::make_index_sequence<T::kCount>());
  }
};

// A C++ function; the names are those of its JavaScript arguments in order.
template <FixedString Name, auto F, FixedString... ArgNames>
using Fn = BasicFn<PlainPolicy, Name, F, ArgNames...>;

// The same with a variant that optimised code calls directly (V8's fast API calls; it may neither
// allocate on V8's heap nor call JavaScript).
template <FixedString Name, auto F, auto Fast, FixedString... ArgNames>
struct FastFn : Fn<Name, F, ArgNames...> {
  using Base = Fn<Name, F, ArgNames...>;
  static const v8::CFunction& Variant() {
    static const v8::CFunction variant = v8::CFunction::Make(Fast);
    return variant;
  }
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    InstallFunction(js, target, Base::kName, Base::kLength, Base::template kCallback<Owner>,
                    &Variant());
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    Base::template References<Owner>(out);
    out->push_back(reinterpret_cast<intptr_t>(Variant().GetAddress()));
    out->push_back(reinterpret_cast<intptr_t>(Variant().GetTypeInfo()));
  }
};

// V8's own callback. `Ts` is the declaration after the name: "(a: number): void".
template <FixedString Name, v8::FunctionCallback F, FixedString Ts, int Length = 0>
struct RawFn {
  static constexpr const char* kName = Name.text;
  static constexpr int kLength = Length;
  template <FixedString Owner>
  static constexpr v8::FunctionCallback kCallback = F;
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    InstallFunction(js, target, Name.text, Length, F, nullptr);
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>* out) {
    out->push_back(reinterpret_cast<intptr_t>(F));
  }
  template <FixedString Owner>
  static void Declare(std::string* out) {
    *out += "    ";
    *out += Name.text;
    *out += Ts.text;
    *out += ";\n";
  }
};

// A number.
template <FixedString Name, auto Number>
struct Const {
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    js.Set(target, Name.view(), js.Number(static_cast<double>(Number)));
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>*) {}
  template <FixedString Owner>
  static void Declare(std::string* out) {
    *out += "    ";
    *out += Name.text;
    *out += ": number;\n";
  }
};

// Whatever is not a function or a number: `F` is void(Js&, v8::Local<v8::Object> target), run when
// the binding is made, possibly on the build machine. `Ts` declares what it adds: "constants:
// Record<string, number>;".
template <auto F, FixedString Ts>
struct Setup {
  template <FixedString Owner>
  static void Install(Js& js, v8::Local<v8::Object> target) {
    F(js, target);
  }
  template <FixedString Owner>
  static void References(std::vector<intptr_t>*) {}
  template <FixedString Owner>
  static void Declare(std::string* out) {
    *out += "    ";
    *out += Ts.text;
    *out += "\n";
  }
};

template <FixedString Name, class... Entries>
inline constexpr BindingSpec Binding = {
    Name.text,
    [](Js& js, v8::Local<v8::Object> target) {
      (Entries::template Install<Name>(js, target), ...);
    },
    [](std::vector<intptr_t>* out) { (Entries::template References<Name>(out), ...); },
    [](std::string* out) { (Entries::template Declare<Name>(out), ...); },
};

}  // namespace rondo

#endif  // RONDO_JS_BINDING_H_
