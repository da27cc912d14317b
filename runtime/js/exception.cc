#include "runtime/js/exception.h"

namespace rondo {
namespace {

std::string SystemMessage(const Error& error) {
  std::string text = error.code + ": " + error.message;
  if (!error.syscall.empty()) text += ", " + error.syscall;
  if (!error.path.empty()) text += " '" + error.path + "'";
  if (!error.dest.empty()) text += " -> '" + error.dest + "'";
  return text;
}

v8::Local<v8::Private> ArrowKey(Js& js) {
  return v8::Private::ForApi(js.isolate(), js.Name("rondo:arrow"));
}

}  // namespace

v8::Local<v8::Value> ToException(Js& js, const Error& error) {
  v8::Local<v8::String> message =
      js.String(error.errnum != 0 ? SystemMessage(error) : error.message);
  v8::Local<v8::Value> exception;
  switch (error.kind) {
    case Error::Kind::kTypeError:
      exception = v8::Exception::TypeError(message);
      break;
    case Error::Kind::kRangeError:
      exception = v8::Exception::RangeError(message);
      break;
    case Error::Kind::kSyntaxError:
      exception = v8::Exception::SyntaxError(message);
      break;
    case Error::Kind::kError:
    case Error::Kind::kPending:
      exception = v8::Exception::Error(message);
      break;
  }
  v8::Local<v8::Object> object = exception.As<v8::Object>();
  if (error.errnum != 0) js.Set(object, "errno", js.Int(error.errnum));
  if (!error.code.empty()) js.Set(object, "code", js.String(error.code));
  if (!error.syscall.empty()) js.Set(object, "syscall", js.String(error.syscall));
  if (!error.path.empty()) js.Set(object, "path", js.String(error.path));
  if (!error.dest.empty()) js.Set(object, "dest", js.String(error.dest));
  return exception;
}

std::string SourceArrow(Js& js, v8::Local<v8::Message> message) {
  v8::Local<v8::String> source;
  v8::Local<v8::Context> context = js.context();
  if (message.IsEmpty() || !message->GetSourceLine(context).ToLocal(&source)) return "";
  std::string line = js.Utf8(source);
  int start = message->GetStartColumn(context).FromMaybe(0);
  int end = message->GetEndColumn(context).FromMaybe(start + 1);
  std::string text = js.Utf8(message->GetScriptResourceName()) + ":" +
                     std::to_string(message->GetLineNumber(context).FromMaybe(0)) + "\n" + line +
                     "\n";
  if (start < 0 || start > static_cast<int>(line.size())) return text;
  for (int i = 0; i < start; ++i) text += line[i] == '\t' ? '\t' : ' ';
  text.append(end > start ? end - start : 1, '^');
  return text + "\n";
}

std::string ThrowStack(Js& js, v8::Local<v8::Message> message) {
  std::string text;
  if (message.IsEmpty() || message->GetStackTrace().IsEmpty()) return text;
  v8::Local<v8::StackTrace> stack = message->GetStackTrace();
  for (int i = 0; i < stack->GetFrameCount(); ++i) {
    v8::Local<v8::StackFrame> frame = stack->GetFrame(js.isolate(), static_cast<uint32_t>(i));
    std::string place = js.Utf8(frame->GetScriptNameOrSourceURL()) + ":" +
                        std::to_string(frame->GetLineNumber()) + ":" +
                        std::to_string(frame->GetColumn());
    std::string function =
        frame->GetFunctionName().IsEmpty() ? "" : js.Utf8(frame->GetFunctionName());
    text += "    at " + (function.empty() ? place : function + " (" + place + ")") + "\n";
  }
  return text;
}

void AttachArrow(Js& js, v8::Local<v8::Value> exception, v8::Local<v8::Message> message) {
  if (exception.IsEmpty() || !exception->IsObject() || message.IsEmpty()) return;
  v8::Local<v8::Object> object = exception.As<v8::Object>();
  if (object->HasPrivate(js.context(), ArrowKey(js)).FromMaybe(true)) return;
  std::string arrow = SourceArrow(js, message);
  if (!arrow.empty()) (void)object->SetPrivate(js.context(), ArrowKey(js), js.String(arrow));
}

std::string AttachedArrow(Js& js, v8::Local<v8::Value> exception) {
  v8::Local<v8::Value> value;
  if (exception.IsEmpty() || !exception->IsObject() ||
      !exception.As<v8::Object>()->GetPrivate(js.context(), ArrowKey(js)).ToLocal(&value) ||
      !value->IsString()) {
    return "";
  }
  return js.Utf8(value);
}

}  // namespace rondo
