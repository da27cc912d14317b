#include "runtime/observe/stacks/source_frame.h"

namespace rondo {
namespace {

std::string Text(v8::Isolate* isolate, v8::Local<v8::String> string) {
  if (string.IsEmpty()) return "";
  v8::String::Utf8Value utf8(isolate, string);
  return *utf8 ? std::string(*utf8, utf8.length()) : "";
}

}  // namespace

std::string SourceFrame::Text() const {
  std::string place = file + ":" + std::to_string(line);
  if (column > 0) place += ":" + std::to_string(column);
  return function.empty() ? place : function + " (" + place + ")";
}

std::vector<SourceFrame> CurrentUserStack(v8::Isolate* isolate, int limit, std::string* called) {
  v8::HandleScope handles(isolate);
  // Rondo's own frames may stand above the user's: take more than is wanted.
  v8::Local<v8::StackTrace> trace =
      v8::StackTrace::CurrentStackTrace(isolate, limit + 12, v8::StackTrace::kDetailed);
  std::vector<SourceFrame> frames;
  for (int i = 0; i < trace->GetFrameCount() && static_cast<int>(frames.size()) < limit; ++i) {
    v8::Local<v8::StackFrame> frame = trace->GetFrame(isolate, i);
    SourceFrame out;
    out.file = Text(isolate, frame->GetScriptNameOrSourceURL());
    if (out.internal()) {
      if (called && frames.empty() && !out.file.empty())
        *called = Text(isolate, frame->GetFunctionName());
      continue;
    }
    out.function = Text(isolate, frame->GetFunctionName());
    out.line = frame->GetLineNumber();
    out.column = frame->GetColumn();
    frames.push_back(std::move(out));
  }
  return frames;
}

std::string TopFunctionName(v8::Isolate* isolate) {
  v8::HandleScope handles(isolate);
  v8::Local<v8::StackTrace> trace =
      v8::StackTrace::CurrentStackTrace(isolate, 1, v8::StackTrace::kFunctionName);
  if (trace->GetFrameCount() == 0) return "";
  return Text(isolate, trace->GetFrame(isolate, 0)->GetFunctionName());
}

std::vector<SourceFrame> FunctionPlace(v8::Isolate* isolate, v8::Local<v8::Value> value) {
  if (value.IsEmpty() || !value->IsFunction()) return {};
  v8::Local<v8::Function> function = value.As<v8::Function>();
  v8::Local<v8::Value> file = function->GetScriptOrigin().ResourceName();
  v8::Local<v8::Value> name = function->GetName();
  if (file.IsEmpty() || !file->IsString()) return {};
  SourceFrame frame;
  frame.file = Text(isolate, file.As<v8::String>());
  if (name->IsString()) frame.function = Text(isolate, name.As<v8::String>());
  frame.line = function->GetScriptLineNumber() + 1;
  frame.column = function->GetScriptColumnNumber() + 1;
  return {frame};
}

}  // namespace rondo
