// binding:process_versions: of Rondo and of the libraries in use.
#include <ada.h>
#include <llhttp.h>
#include <simdutf.h>
#include <unicode/uvernum.h>
#include <uv.h>

#include <string>
#include <utility>
#include <vector>

#include "bindings/all.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

#define RONDO_TEXT(x) #x
#define RONDO_NUMBER(x) RONDO_TEXT(x)

v8::Local<v8::Object> Versions(Js& js) {
  const std::pair<const char*, std::string> versions[] = {
      {"rondo", RONDO_VERSION},
      {"ada", ADA_VERSION},
      {"icu", U_ICU_VERSION},
      {"llhttp", RONDO_NUMBER(LLHTTP_VERSION_MAJOR) "." RONDO_NUMBER(
                     LLHTTP_VERSION_MINOR) "." RONDO_NUMBER(LLHTTP_VERSION_PATCH)},
      {"simdutf", SIMDUTF_VERSION},
      {"uv", uv_version_string()},
      {"v8", v8::V8::GetVersion()},
  };
  v8::Local<v8::Object> out = v8::Object::New(js.isolate());
  for (const auto& [name, version] : versions) js.Set(out, name, js.String(version));
  return out;
}

}  // namespace

constinit const BindingSpec kProcessVersionsBinding =
    Binding<"process_versions", Fn<"get", &Versions>>;

}  // namespace rondo
