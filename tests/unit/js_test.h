// A test in which JavaScript runs: one isolate for all tests of the process, since V8 starts once.
#ifndef RONDO_TESTS_UNIT_JS_TEST_H_
#define RONDO_TESTS_UNIT_JS_TEST_H_

#include <gtest/gtest.h>

#include <string>

#include "runtime/engine/engine.h"

namespace rondo {

class JsTest : public testing::Test {
 protected:
  static Engine& TestEngine() {
    static Options options;
    static Engine* engine = [] {
      InitializeV8(options);
      return new Engine(options, {});
    }();
    return *engine;
  }

  // Makes the binding's object the global `name`.
  static void Provide(const char* name, const BindingSpec& binding) {
    Js& js = TestEngine().js();
    v8::HandleScope handles(js.isolate());
    v8::Local<v8::Object> target = v8::Object::New(js.isolate());
    binding.install(js, target);
    js.Set(js.context()->Global(), name, target);
  }

  // The value of `source` as text, or "NAME CODE: MESSAGE" when it throws.
  static std::string Run(const std::string& source) {
    Js& js = TestEngine().js();
    v8::HandleScope handles(js.isolate());
    v8::TryCatch try_catch(js.isolate());
    v8::Local<v8::Script> script;
    v8::Local<v8::Value> value;
    if (v8::Script::Compile(js.context(), js.String(source)).ToLocal(&script) &&
        script->Run(js.context()).ToLocal(&value)) {
      return js.Utf8(value);
    }
    v8::Local<v8::Object> error = try_catch.Exception().As<v8::Object>();
    auto field = [&](const char* name) { return js.Utf8(js.Get(error, name).ToLocalChecked()); };
    return field("name") + " " + field("code") + ": " + field("message");
  }
};

}  // namespace rondo

#endif  // RONDO_TESTS_UNIT_JS_TEST_H_
