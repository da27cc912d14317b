// binding:url: the WHATWG URL parser (ada). A URL crosses as its text and the offsets of its parts.
#include <ada.h>

#include <cstring>
#include <string>
#include <string_view>

#include "bindings/all.h"
#include "runtime/loop/loop.h"

namespace rondo {
namespace {

using v8::FunctionCallbackInfo;
using v8::Local;
using v8::Value;
using Url = ada::url_aggregator;

// The base of the last parse: servers resolve every request's URL against the same one.
struct UrlState {
  std::string base_text;
  Url base;
  bool has_base = false;
};

bool IsAscii(const uint8_t* data, size_t size) {
  uint64_t bits = 0;
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    uint64_t word;
    std::memcpy(&word, data + i, 8);
    bits |= word;
  }
  uint8_t rest = 0;
  for (; i < size; ++i) rest |= data[i];
  return ((bits & 0x8080808080808080u) | (rest & 0x80u)) == 0;
}

// Calls `body` with the string as UTF-8; ASCII text is read where it lies, so `body` must not touch
// V8's heap.
template <class F>
auto WithUtf8(Js& js, Local<v8::String> string, F&& body) {
  {
    v8::String::ValueView view(js.isolate(), string);
    if (view.is_one_byte() && IsAscii(view.data8(), static_cast<size_t>(view.length()))) {
      return body(std::string_view(reinterpret_cast<const char*>(view.data8()),
                                   static_cast<size_t>(view.length())));
    }
  }
  std::string text = js.Utf8(string);
  return body(std::string_view(text));
}

// Is `#` the first character that counts? Control characters and spaces before it do not.
bool StartsFragment(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) > ' ') return c == '#';
  }
  return false;
}

// Nothing when `text` or the base is no URL. `base` may be undefined.
ada::result<Url> Parse(Js& js, UrlState& state, Local<v8::String> input, Local<Value> base) {
  const Url* base_url = nullptr;
  if (base->IsString()) {
    bool valid = WithUtf8(js, base.As<v8::String>(), [&](std::string_view text) {
      if (state.has_base && state.base_text == text) return true;
      auto parsed = ada::parse<Url>(text);
      if (!parsed) return false;
      state.base_text = text;
      state.base = std::move(*parsed);
      return state.has_base = true;
    });
    if (!valid) return tl::unexpected(ada::errors::type_error);
    base_url = &state.base;
  }
  return WithUtf8(js, input, [&](std::string_view text) {
    // Against a base such as mailto:x only a fragment is relative; ada takes any input that has one
    // for it.
    bool alone = base_url && base_url->has_opaque_path && !StartsFragment(text);
    return ada::parse<Url>(text, alone ? nullptr : base_url);
  });
}

// The order is that of `parts` in lib/internal/url/url.ts.
void WriteParts(const Url& url, Local<v8::Uint32Array> array) {
  const ada::url_components& c = url.get_components();
  const uint32_t parts[] = {c.protocol_end, c.username_end,   c.host_start,   c.host_end,
                            c.port,         c.pathname_start, c.search_start, c.hash_start};
  char* data = static_cast<char*>(array->Buffer()->Data()) + array->ByteOffset();
  std::memcpy(data, parts, sizeof parts);
}

// (input, base, parts): the URL's text, undefined when there is none.
void ParseUrl(const FunctionCallbackInfo<Value>& info) {
  Js& js = Js::From(info.GetIsolate());
  Local<v8::String> input = info[0].As<v8::String>();
  ada::result<Url> url = Parse(js, Loop::From(info.GetIsolate()).State<UrlState>(), input, info[1]);
  if (!url) return;
  WriteParts(*url, info[2].As<v8::Uint32Array>());
  std::string_view href = url->get_href();
  bool same = static_cast<size_t>(input->Length()) == href.size() &&
              WithUtf8(js, input, [&](std::string_view text) { return text == href; });
  info.GetReturnValue().Set(same ? input : js.Latin1(href));
}

void CanParse(const FunctionCallbackInfo<Value>& info) {
  Js& js = Js::From(info.GetIsolate());
  UrlState& state = Loop::From(info.GetIsolate()).State<UrlState>();
  info.GetReturnValue().Set(Parse(js, state, info[0].As<v8::String>(), info[1]).has_value());
}

// The order is that of `Part` in lib/internal/url/url.ts.
enum class Part : int32_t {
  kProtocol,
  kUsername,
  kPassword,
  kHost,
  kHostname,
  kPort,
  kPathname,
  kSearch,
  kHash
};

bool SetPart(Url& url, Part part, std::string_view value) {
  switch (part) {
    case Part::kProtocol:
      return url.set_protocol(value);
    case Part::kUsername:
      return url.set_username(value);
    case Part::kPassword:
      return url.set_password(value);
    case Part::kHost:
      return url.set_host(value);
    case Part::kHostname:
      return url.set_hostname(value);
    case Part::kPort:
      return url.set_port(value);
    case Part::kPathname:
      return url.set_pathname(value);
    case Part::kSearch:
      url.set_search(value);
      return true;
    case Part::kHash:
      url.set_hash(value);
      return true;
  }
  return false;
}

// (href, part, value, parts): the URL's text with one part set anew; undefined when that part
// cannot have that value.
void Update(const FunctionCallbackInfo<Value>& info) {
  Js& js = Js::From(info.GetIsolate());
  ada::result<Url> url = WithUtf8(js, info[0].As<v8::String>(),
                                  [](std::string_view text) { return ada::parse<Url>(text); });
  auto part = static_cast<Part>(info[1].As<v8::Int32>()->Value());
  if (!url) return;
  bool set = WithUtf8(js, info[2].As<v8::String>(),
                      [&](std::string_view value) { return SetPart(*url, part, value); });
  if (!set) return;
  WriteParts(*url, info[3].As<v8::Uint32Array>());
  info.GetReturnValue().Set(js.Latin1(url->get_href()));
}

// A host name in its normal form; empty when it is none.
std::string Hostname(const std::string& domain) {
  if (domain.empty()) return {};
  ada::result<Url> url = ada::parse<Url>("ws://x");
  return url->set_hostname(domain) ? std::string(url->get_hostname()) : std::string();
}

std::string DomainToAscii(std::string domain) { return Hostname(domain); }

std::string DomainToUnicode(std::string domain) { return ada::idna::to_unicode(Hostname(domain)); }

}  // namespace

constinit const BindingSpec kUrlBinding = Binding<
    "url",
    RawFn<"parse", &ParseUrl,
          "(input: string, base: string | undefined, parts: Uint32Array): string | undefined", 3>,
    RawFn<"canParse", &CanParse, "(input: string, base: string | undefined): boolean", 2>,
    RawFn<"update", &Update,
          "(href: string, part: number, value: string, parts: Uint32Array): string | undefined", 4>,
    Fn<"domainToASCII", &DomainToAscii, "domain">,
    Fn<"domainToUnicode", &DomainToUnicode, "domain">>;

}  // namespace rondo
