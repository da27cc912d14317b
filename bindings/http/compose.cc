// A response as bytes: status line, the lines that JavaScript made, the lines that are the same for
// all, the body.
#include <simdutf.h>

#include "bindings/http/http.h"

namespace rondo {
namespace {

struct StatusText {
  uint16_t code;
  const char* text;
};
constexpr StatusText kStatusTexts[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {102, "Processing"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {207, "Multi-Status"},
    {208, "Already Reported"},
    {226, "IM Used"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {305, "Use Proxy"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Payload Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {418, "I'm a Teapot"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Entity"},
    {423, "Locked"},
    {424, "Failed Dependency"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {506, "Variant Also Negotiates"},
    {507, "Insufficient Storage"},
    {508, "Loop Detected"},
    {509, "Bandwidth Limit Exceeded"},
    {510, "Not Extended"},
    {511, "Network Authentication Required"},
};

// Large byte bodies are handed to the kernel from where they are.
constexpr size_t kLargeBody = 16 * 1024;

// How many bytes a string takes on the wire.
size_t TextSize(v8::Isolate* isolate, v8::Local<v8::String> text, bool latin1) {
  if (latin1) return static_cast<size_t>(text->Length());
  v8::String::ValueView view(isolate, text);
  size_t length = static_cast<size_t>(view.length());
  if (view.is_one_byte())
    return simdutf::utf8_length_from_latin1(reinterpret_cast<const char*>(view.data8()), length);
  return text->Utf8LengthV2(isolate);
}

// Appends a string that takes `size` bytes.
void AppendText(v8::Isolate* isolate, HttpOutput* out, v8::Local<v8::String> text, size_t size,
                bool latin1) {
  char* to = out->Reserve(size);
  out->Commit(size);
  {
    v8::String::ValueView view(isolate, text);
    size_t length = static_cast<size_t>(view.length());
    if (view.is_one_byte()) {
      const char* from = reinterpret_cast<const char*>(view.data8());
      if (latin1 || length == size) {
        std::memcpy(to, from, length);
      } else {
        [[maybe_unused]] size_t written = simdutf::convert_latin1_to_utf8(from, length, to);
      }
      return;
    }
    if (latin1) {
      for (size_t i = 0; i < length; ++i) to[i] = static_cast<char>(view.data16()[i]);
      return;
    }
  }
  text->WriteUtf8V2(isolate, to, size, v8::String::WriteFlags::kReplaceInvalidUtf8);
}

void AppendLatin1(v8::Isolate* isolate, HttpOutput* out, v8::Local<v8::Value> value) {
  if (value.IsEmpty() || !value->IsString()) return;
  v8::Local<v8::String> text = value.As<v8::String>();
  AppendText(isolate, out, text, static_cast<size_t>(text->Length()), true);
}

// "1f\r\n": the size of a chunk.
void AppendChunkSize(HttpOutput* out, size_t size) {
  char digits[20];
  char* at = digits + sizeof digits;
  *--at = '\n';
  *--at = '\r';
  do {
    *--at = "0123456789abcdef"[size & 15];
    size >>= 4;
  } while (size > 0);
  out->Append({at, static_cast<size_t>(digits + sizeof digits - at)});
}

// Content-Length without going through printf.
void AppendLength(HttpOutput* out, size_t length) {
  char digits[24];
  char* at = digits + sizeof digits;
  do {
    *--at = static_cast<char>('0' + length % 10);
    length /= 10;
  } while (length > 0);
  out->Append("Content-Length: ");
  out->Append({at, static_cast<size_t>(digits + sizeof digits - at)});
  out->Append("\r\n");
}

}  // namespace

std::string_view HttpStatusText(uint32_t status) {
  for (const StatusText& entry : kStatusTexts) {
    if (entry.code == status) return entry.text;
  }
  return {};
}

std::string_view HttpState::StatusLine(uint32_t status) {
  std::string& line = status_lines_[status < 1000 ? status : 0];
  if (line.empty()) {
    std::string_view text = HttpStatusText(status);
    line = "HTTP/1.1 " + std::to_string(status) + " " +
           std::string(text.empty() ? "unknown" : text) + "\r\n";
  }
  return line;
}

void HttpStatusTexts(Js& js, v8::Local<v8::Object> target) {
  v8::Local<v8::Object> all = v8::Object::New(js.isolate());
  for (const StatusText& entry : kStatusTexts) {
    all->Set(js.context(), entry.code, js.Name(entry.text)).Check();
  }
  js.Set(target, "statusCodes", all);
}

void ComposeHttp(Loop& loop, HttpState& state, HttpOutput* out, uint32_t flags,
                 v8::Local<v8::Value> block, v8::Local<v8::Value> body,
                 v8::Local<v8::Value> message, const double* settings, PinnedBytes* large) {
  v8::Isolate* isolate = loop.isolate();
  bool latin1 = (flags & kLatin1) != 0;
  v8::Local<v8::String> text;
  ByteView bytes;
  size_t size = 0;
  if (body.IsEmpty() || body->IsUndefined()) {
  } else if (body->IsString()) {
    text = body.As<v8::String>();
    size = TextSize(isolate, text, latin1);
  } else if (Convert<ByteView>::From(loop.js(), body, &bytes)) {
    size = bytes.size;
  }

  uint32_t status = flags & kStatusMask;
  if (status != 0 || (flags & kRawHead)) {
    if (status == 0) {
      // the first line stands in the block
    } else if (!message.IsEmpty() && message->IsString()) {
      out->Append("HTTP/1.1 " + std::to_string(status) + " ");
      AppendLatin1(isolate, out, message);
      out->Append("\r\n");
    } else {
      out->Append(state.StatusLine(status));
    }
    AppendLatin1(isolate, out, block);
    if (flags & kAddDate) out->Append(state.DateLine(loop.uv()));
    if (flags & kKeepAlive) {
      out->Append(state.KeepAliveLines(
          settings && (flags & kKeepAliveLine) ? settings[kKeepAliveTimeout] : 0,
          settings ? settings[kMaxRequests] : 0));
    } else if (flags & kConnectionClose) {
      out->Append("Connection: close\r\n");
    }
    if (flags & kAddLength) AppendLength(out, size);
    if (flags & kAddChunked) out->Append("Transfer-Encoding: chunked\r\n");
    out->Append("\r\n");
  } else if (!(flags & kChunked)) {
    AppendLatin1(isolate, out, block);
  }
  if (flags & kNoBody) return;

  if (size > 0) {
    if (flags & kChunked) AppendChunkSize(out, size);
    if (!text.IsEmpty()) {
      AppendText(isolate, out, text, size, latin1);
    } else if (large && size >= kLargeBody) {
      (void)Convert<PinnedBytes>::From(loop.js(), body, large);
      return;  // the caller sends it, and what must follow
    } else {
      out->Append(bytes.text());
    }
    if (flags & kChunked) out->Append("\r\n");
  }
  if ((flags & kChunked) && (flags & kEnd)) {
    out->Append("0\r\n");
    if (status == 0) AppendLatin1(isolate, out, block);
    out->Append("\r\n");
  }
}

}  // namespace rondo
