// binding:http: HttpParser, the head splitter, and the table of status texts.
#include "bindings/http/http.h"

#include "bindings/all.h"
#include "runtime/js/class.h"

namespace rondo {

void HttpStatusTexts(Js& js, v8::Local<v8::Object> target);

namespace {

// The functions that parsers of `type` call; see HttpCallbacks.
Result<void> SetCallbacks(Loop& loop, Js& js, int32_t type, v8::Local<v8::Object> functions,
                          v8::Local<v8::Uint32Array> batch) {
  if (batch->Length() < 2)
    return Error::Range("ERR_OUT_OF_RANGE", "http.setCallbacks: two numbers are shared");
  loop.State<HttpState>().SetBatch(js.isolate(), batch);
  if (type != HttpParser::kRequest && type != HttpParser::kResponse) {
    return Error::Range("ERR_OUT_OF_RANGE", "http.setCallbacks: there is no such type of parser");
  }
  HttpCallbacks& callbacks = loop.State<HttpState>().callbacks[type];
  const std::pair<const char*, v8::Global<v8::Function>*> slots[] = {
      {"onHead", &callbacks.on_head},         {"onBody", &callbacks.on_body},
      {"onComplete", &callbacks.on_complete}, {"onError", &callbacks.on_error},
      {"onUpgrade", &callbacks.on_upgrade},   {"onEnd", &callbacks.on_end},
      {"onDrained", &callbacks.on_drained},   {"onClosed", &callbacks.on_closed},
      {"onIdle", &callbacks.on_idle},
  };
  for (auto& [name, slot] : slots) {
    v8::Local<v8::Value> value;
    if (!js.Get(functions, name).ToLocal(&value) || !value->IsFunction()) {
      return Error::Type("ERR_INVALID_ARG_TYPE",
                         std::string("http.setCallbacks: ") + name + " is not a function");
    }
    slot->Reset(js.isolate(), value.As<v8::Function>());
  }
  return Ok{};
}

// A message, or a piece of one, as a Buffer, for connections that are not native streams. See
// HttpParser::Write.
Bytes Compose(Loop& loop, uint32_t flags, v8::Local<v8::Value> block, v8::Local<v8::Value> body,
              v8::Local<v8::Value> message, v8::Local<v8::Float64Array> settings) {
  double copy[kSettingCount] = {};
  settings->CopyContents(copy, sizeof copy);
  HttpOutput out;
  ComposeHttp(loop, loop.State<HttpState>(), &out, flags, block, body, message, copy, nullptr);
  return Bytes::Copy(out.data(), out.size());
}

void MethodNames(Js& js, v8::Local<v8::Object> target) {
  v8::Local<v8::Array> all = v8::Array::New(js.isolate());
#define XX(number, name, text) all->Set(js.context(), number, js.Name(#text)).Check();
  HTTP_METHOD_MAP(XX)
#undef XX
  js.Set(target, "methods", all);
}

}  // namespace

constinit const BindingSpec kHttpBinding = Binding<
    "http",
    Class<HttpParser, Ctor<&HttpParser::New, "type", "maxHead", "maxHeaders", "leniency">,  //
          Fn<"attach", &HttpParser::Join, "stream", "settings">,                            //
          Fn<"detach", &HttpParser::Leave>,                                                 //
          Fn<"execute", &HttpParser::Execute, "bytes">,                                     //
          Fn<"finish", &HttpParser::Finish>,                                                //
          Fn<"restart", &HttpParser::Restart, "maxHead", "maxHeaders", "leniency">,         //
          Fn<"pause", &HttpParser::Pause>,                                                  //
          Fn<"resume", &HttpParser::Resume>,                                                //
          RawFn<"write", &HttpParser::Write,
                "(flags: number, block?: string, body?: string | Uint8Array, message?: "
                "string): number",
                4>,
          Fn<"sendFile", &HttpParser::SendFile, "fd", "position", "length", "chunked">,  //
          Fn<"flush", &HttpParser::Flush>,                                               //
          Fn<"cork", &HttpParser::Cork>,                                                 //
          Fn<"uncork", &HttpParser::Uncork>,                                             //
          Fn<"shut", &HttpParser::Shut>,                                                 //
          Fn<"notifyDrained", &HttpParser::NotifyDrained>,                               //
          Fn<"close", &HttpParser::Close, "atOnce">,                                     //
          Fn<"unsent", &HttpParser::Unsent>,                                             //
          Fn<"overdue", &HttpParser::Overdue, "headMs", "requestMs">,                    //
          Fn<"responseEnded", &HttpParser::ResponseEnded>,                               //
          Fn<"idle", &HttpParser::Idle>,                                                 //
          Fn<"headPending", &HttpParser::HeadPending>,                                   //
          Fn<"lastWait", &HttpParser::LastWait, "sparing">,                              //
          Fn<"error", &HttpParser::error>>,
    Fn<"hasFile", &Stream::HasFile, "fd", "position">,
    Fn<"blame", &HttpBlame, "arrival", "start", "estimated">,
    Fn<"serverTiming", &HttpServerTiming, "arrival", "start">,
    Fn<"setCallbacks", &SetCallbacks, "type", "functions", "batch">,
    Fn<"compose", &Compose, "flags", "block", "body", "message", "settings">,
    RawFn<"splitHead", &SplitHead, "(head: string, lower: boolean): string[]", 2>,
    RawFn<"headersOf", &HeadersOf, "(head: string): Record<string, string> | undefined", 1>,
    Setup<&HttpStatusTexts, "statusCodes: Record<string, string>;">,
    Setup<&MethodNames, "methods: string[];">, Const<"REQUEST", HttpParser::kRequest>,
    Const<"RESPONSE", HttpParser::kResponse>, Const<"STATUS_MASK", kStatusMask>,
    Const<"ADD_DATE", kAddDate>, Const<"KEEP_ALIVE", kKeepAlive>,
    Const<"CONNECTION_CLOSE", kConnectionClose>, Const<"KEEP_ALIVE_LINE", kKeepAliveLine>,
    Const<"ADD_LENGTH", kAddLength>, Const<"ADD_CHUNKED", kAddChunked>, Const<"CHUNKED", kChunked>,
    Const<"NO_BODY", kNoBody>, Const<"END", kEnd>, Const<"LATIN1", kLatin1>,
    Const<"CLOSE_AFTER", kCloseAfter>, Const<"RAW_HEAD", kRawHead>,
    Const<"HEAD_KEEP_ALIVE", kHeadKeepAlive>, Const<"HEAD_BODY", kHeadBody>,
    Const<"HEAD_UPGRADE", kHeadUpgrade>, Const<"HEAD_CONTINUE", kHeadContinue>,
    Const<"HEAD_EXPECTATION", kHeadExpectation>, Const<"HEAD_NO_HOST", kHeadNoHost>,
    Const<"HEAD_MINOR_SHIFT", kHeadMinorShift>, Const<"HEAD_MAJOR_SHIFT", kHeadMajorShift>>;

}  // namespace rondo
