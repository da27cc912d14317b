// llhttp's events. They run inside the task of the read that brought the bytes, and drain nothing.
#include <strings.h>

#include "bindings/http/http.h"

namespace rondo {

struct HttpEvents {
  template <int (HttpParser::*Method)()>
  static int Event(llhttp_t* llhttp) {
    return (static_cast<HttpParser*>(llhttp->data)->*Method)();
  }
  template <int (HttpParser::*Method)(const char*, size_t)>
  static int Data(llhttp_t* llhttp, const char* at, size_t size) {
    return (static_cast<HttpParser*>(llhttp->data)->*Method)(at, size);
  }
  static llhttp_settings_t Make() {
    llhttp_settings_t settings;
    llhttp_settings_init(&settings);
    settings.on_message_begin = &Event<&HttpParser::OnBegin>;
    settings.on_url = &Data<&HttpParser::OnUrl>;
    settings.on_status = &Data<&HttpParser::OnUrl>;
    settings.on_header_field = &Data<&HttpParser::OnField>;
    settings.on_header_field_complete = &Event<&HttpParser::OnFieldComplete>;
    settings.on_header_value = &Data<&HttpParser::OnValue>;
    settings.on_header_value_complete = &Event<&HttpParser::OnValueComplete>;
    settings.on_headers_complete = &Event<&HttpParser::OnHeadersComplete>;
    settings.on_body = &Data<&HttpParser::OnBody>;
    settings.on_message_complete = &Event<&HttpParser::OnComplete>;
    settings.on_chunk_header = &Event<&HttpParser::OnChunkHeader>;
    settings.on_chunk_extension_name = &Data<&HttpParser::OnChunkExtension>;
    settings.on_chunk_extension_value = &Data<&HttpParser::OnChunkExtension>;
    return settings;
  }
};

namespace {
const llhttp_settings_t& Settings() {
  static const llhttp_settings_t settings = HttpEvents::Make();
  return settings;
}
// Setting bit 5 of an ASCII letter makes it lower-case; no other token character becomes a letter
// of "host" by it.
bool IsHost(const char* name) {
  uint32_t bytes;
  std::memcpy(&bytes, name, 4);
  uint32_t host;
  std::memcpy(&host, "host", 4);
  return (bytes | 0x20202020u) == host;
}
}  // namespace

void HttpParser::Restart(uint32_t max_head, uint32_t max_headers, int32_t leniency) {
  max_head_ = max_head;
  max_headers_ = max_headers;
  in_message_ = head_done_ = stopped_ = threw_ = expects_body_ = failed_ = false;
  overflow_ = nullptr;
  head_size_ = headers_ = outstanding_ = 0;
  message_start_ = uv_now(loop_.uv());
  url_.clear();
  head_.clear();
  llhttp_init(&llhttp_, type_ == kRequest ? HTTP_REQUEST : HTTP_RESPONSE, &Settings());
  llhttp_.data = this;
  relaxed_ = leniency == kRelaxed;
  in_body_ = false;
  if (relaxed_) llhttp_set_lenient_header_value_relaxed(&llhttp_, 1);
  if (leniency != kInsecure) return;
  llhttp_set_lenient_headers(&llhttp_, 1);
  llhttp_set_lenient_chunked_length(&llhttp_, 1);
  llhttp_set_lenient_keep_alive(&llhttp_, 1);
  llhttp_set_lenient_transfer_encoding(&llhttp_, 1);
  llhttp_set_lenient_version(&llhttp_, 1);
  llhttp_set_lenient_data_after_close(&llhttp_, 1);
  llhttp_set_lenient_optional_lf_after_cr(&llhttp_, 1);
  llhttp_set_lenient_optional_cr_before_lf(&llhttp_, 1);
  llhttp_set_lenient_optional_crlf_after_chunk(&llhttp_, 1);
  llhttp_set_lenient_spaces_after_chunk_size(&llhttp_, 1);
}

int HttpParser::OnBegin() {
  in_message_ = true;
  head_done_ = has_host_ = expects_body_ = false;
  expect_ = 0;
  head_size_ = headers_ = 0;
  message_start_ = uv_now(loop_.uv());
  url_.clear();
  head_.clear();
  return 0;
}

int HttpParser::Overflow() {
  overflow_ = "HPE_HEADER_OVERFLOW";
  llhttp_set_error_reason(&llhttp_, "Header overflow");
  return HPE_USER;
}

int HttpParser::OnUrl(const char* at, size_t size) {
  head_size_ += static_cast<uint32_t>(size);
  if (head_size_ >= max_head_) return Overflow();
  url_.append(at, size);
  return 0;
}

int HttpParser::OnField(const char* at, size_t size) {
  head_size_ += static_cast<uint32_t>(size);
  if (head_size_ >= max_head_) return Overflow();
  if (headers_ >= max_headers_) return Overflow();
  if (head_.empty() || head_.back() == '\n') value_start_ = head_.size();
  head_.append(at, size);
  return 0;
}

int HttpParser::OnFieldComplete() {
  field_ = Field::kOther;
  if (!head_done_) {
    size_t size = head_.size() - value_start_;
    const char* name = head_.data() + value_start_;
    if (size == 4 && IsHost(name)) {
      has_host_ = true;
    } else if (size == 6 && strncasecmp(name, "expect", 6) == 0) {
      field_ = Field::kExpect;
    }
  }
  head_.push_back('\n');
  value_start_ = head_.size();
  return 0;
}

int HttpParser::OnValue(const char* at, size_t size) {
  head_size_ += static_cast<uint32_t>(size);
  if (head_size_ >= max_head_) return Overflow();
  head_.append(at, size);
  return 0;
}

int HttpParser::OnValueComplete() {
  ++headers_;
  while (head_.size() > value_start_ && (head_.back() == ' ' || head_.back() == '\t'))
    head_.pop_back();
  if (field_ == Field::kExpect) {
    std::string_view value(head_.data() + value_start_, head_.size() - value_start_);
    bool waits = value.size() == 12 && strncasecmp(value.data(), "100-continue", 12) == 0;
    expect_ |= waits ? 1 : 2;
  }
  head_.push_back('\n');
  return 0;
}

int HttpParser::OnChunkHeader() {
  extensions_ = 0;
  if (!relaxed_ || llhttp_.content_length > 0) return 0;
  in_body_ = false;
  return HPE_PAUSED;
}

int HttpParser::OnChunkExtension(const char*, size_t size) {
  constexpr uint32_t kMaxExtensions = 16 * 1024;
  extensions_ += static_cast<uint32_t>(size);
  if (extensions_ <= kMaxExtensions) return 0;
  overflow_ = "HPE_CHUNK_EXTENSIONS_OVERFLOW";
  llhttp_set_error_reason(&llhttp_, "Chunk extensions overflow");
  return HPE_USER;
}

int HttpParser::OnHeadersComplete() {
  Throttle();
  head_done_ = true;
  head_size_ = headers_ = 0;
  uint32_t flags = llhttp_.method;
  if (llhttp_should_keep_alive(&llhttp_)) flags |= kHeadKeepAlive;
  // A response without framing has a body that lasts until the connection ends.
  expects_body_ = (llhttp_.flags & F_CHUNKED) || llhttp_.content_length > 0 || type_ == kResponse;
  if (expects_body_) flags |= kHeadBody;
  in_body_ = expects_body_;
  if (llhttp_.upgrade) flags |= kHeadUpgrade;
  bool one_one = llhttp_.http_major == 1 && llhttp_.http_minor == 1;
  if (one_one) flags |= static_cast<uint32_t>(expect_) << 11;
  if (!has_host_ && one_one) flags |= kHeadNoHost;
  flags |= static_cast<uint32_t>(llhttp_.http_minor) << kHeadMinorShift;
  flags |= static_cast<uint32_t>(llhttp_.http_major) << kHeadMajorShift;
  ++outstanding_;

  Js& js = loop_.js();
  v8::HandleScope handles(js.isolate());
  v8::Local<v8::Value> argv[6] = {js.Latin1(url_), js.Latin1(head_),
                                  js.Int(static_cast<int32_t>(flags))};
  int argc = 3;
  if (type_ == kResponse) {
    argv[argc++] = js.Int(llhttp_.status_code);
  } else {
    head_start_ns_ = loop_.current_start_ns();
    if (holds_.armed() || heads_in_read_ > 0) [[unlikely]]
      argc += AddWait(argv + argc);
    ++heads_in_read_;
    is_new_ = false;
  }
  head_.clear();
  v8::Local<v8::Value> answer;
  if (!Emit(callbacks().on_head, argc, argv).ToLocal(&answer) && threw_) return -1;
  if (stopped_) return -1;
  int choice = !answer.IsEmpty() && answer->IsInt32() ? answer.As<v8::Int32>()->Value() : 0;
  if (choice == 3) {
    stopped_ = true;
    return -1;
  }
  if (choice != 2) llhttp_.upgrade = 0;
  return choice;
}

int HttpParser::OnBody(const char* at, size_t size) {
  if (size == 0) return 0;
  Js& js = loop_.js();
  v8::HandleScope handles(js.isolate());
  uint32_t offset = 0;
  v8::Local<v8::Value> chunk = CopyChunk(loop_, at, size, &offset);
  v8::Local<v8::Value> argv[] = {chunk, js.Int(static_cast<int32_t>(offset)),
                                 js.Int(static_cast<int32_t>(size))};
  (void)Emit(callbacks().on_body, 3, argv);
  return stopped_ || threw_ ? -1 : 0;
}

int HttpParser::OnComplete() {
  in_message_ = in_body_ = false;
  const int done = relaxed_ && !llhttp_.upgrade ? HPE_PAUSED : HPE_OK;
  if (!expects_body_ && head_.empty()) return done;
  Js& js = loop_.js();
  v8::HandleScope handles(js.isolate());
  v8::Local<v8::Value> trailers = js.Undefined();
  if (!head_.empty()) trailers = js.Latin1(head_);
  (void)Emit(callbacks().on_complete, 1, &trailers);
  return stopped_ || threw_ ? -1 : done;
}

}  // namespace rondo
