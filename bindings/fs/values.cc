// How the values of file system operations become JavaScript values, and back.
#include "bindings/fs/values.h"

#include <fcntl.h>
#include <simdutf.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <memory>

#include "runtime/loop/loop.h"

namespace rondo {
namespace {

void Utf8Of(Js& js, v8::Local<v8::String> string, std::string* out) {
  v8::Isolate* isolate = js.isolate();
  size_t length = static_cast<size_t>(string->Length());
  if (string->IsOneByte()) {
    out->resize(length);
    string->WriteOneByteV2(isolate, 0, static_cast<uint32_t>(length),
                           reinterpret_cast<uint8_t*>(out->data()));
    if (simdutf::validate_ascii(out->data(), length)) return;
  }
  size_t size = string->Utf8LengthV2(isolate);
  out->resize(size);
  string->WriteUtf8V2(isolate, out->data(), size, v8::String::WriteFlags::kReplaceInvalidUtf8);
}

// Strings of this size and more keep the bytes that were read instead of copying them onto V8's
// heap.
constexpr size_t kExternalSize = 256u << 10;

// Tells V8 of bytes that live as long as this: without, it collects external strings far too
// seldom.
class AccountedBytes {
 public:
  AccountedBytes(v8::Isolate* isolate, Bytes bytes) : isolate_(isolate), bytes_(std::move(bytes)) {
    isolate_->AdjustAmountOfExternalAllocatedMemory(static_cast<int64_t>(bytes_.capacity()));
  }
  ~AccountedBytes() {
    isolate_->AdjustAmountOfExternalAllocatedMemory(-static_cast<int64_t>(bytes_.capacity()));
  }
  AccountedBytes(const AccountedBytes&) = delete;
  AccountedBytes& operator=(const AccountedBytes&) = delete;
  uint8_t* data() const { return bytes_.data(); }
  size_t size() const { return bytes_.size(); }

 private:
  v8::Isolate* isolate_;
  Bytes bytes_;
};

class ExternalOneByte : public v8::String::ExternalOneByteStringResource {
 public:
  ExternalOneByte(v8::Isolate* isolate, Bytes bytes) : bytes_(isolate, std::move(bytes)) {}
  const char* data() const override { return reinterpret_cast<const char*>(bytes_.data()); }
  size_t length() const override { return bytes_.size(); }

 private:
  AccountedBytes bytes_;
};

class ExternalTwoByte : public v8::String::ExternalStringResource {
 public:
  ExternalTwoByte(v8::Isolate* isolate, Bytes bytes) : bytes_(isolate, std::move(bytes)) {}
  const uint16_t* data() const override { return reinterpret_cast<const uint16_t*>(bytes_.data()); }
  size_t length() const override { return bytes_.size() / 2; }

 private:
  AccountedBytes bytes_;
};

v8::Local<v8::Value> BufferOf(Js& js, const std::string& text) {
  return Convert<Bytes>::To(js, Bytes::Copy(text.data(), text.size()));
}

v8::Local<v8::Value> NameOf(Js& js, const std::string& text, bool as_buffer) {
  return as_buffer ? BufferOf(js, text) : v8::Local<v8::Value>(js.String(text));
}

}  // namespace

bool Convert<fs::Path>::From(Js& js, v8::Local<v8::Value> value, fs::Path* out) {
  if (value->IsString()) {
    Utf8Of(js, value.As<v8::String>(), &out->text);
    return true;
  }
  ByteView view;
  if (!value->IsArrayBufferView() || !Convert<ByteView>::From(js, value, &view)) return false;
  out->text.assign(view.text());
  return true;
}

template <class View>
bool Convert<fs::BasicPayload<View>>::From(Js& js, v8::Local<v8::Value> value,
                                           fs::BasicPayload<View>* out) {
  if (value->IsString()) {
    out->is_text = true;
    Utf8Of(js, value.As<v8::String>(), &out->text);
    return true;
  }
  return value->IsArrayBufferView() && Convert<View>::From(js, value, &out->bytes);
}
template struct Convert<fs::Payload>;
template struct Convert<fs::PayloadView>;

bool Convert<fs::AbortFlag>::From(Js& js, v8::Local<v8::Value> value, fs::AbortFlag* out) {
  if (value->IsNullOrUndefined()) return true;
  return value->IsInt32Array() && Convert<PinnedBytes>::From(js, value, &out->word) &&
         out->word.size >= 4;
}

v8::Local<v8::Value> Convert<fs::Name>::To(Js& js, fs::Name value) {
  return NameOf(js, value.text, value.as_buffer);
}

v8::Local<v8::Value> Convert<fs::StatData>::To(Js& js, const fs::StatData& value) {
  if (value.found) fs::WriteStat(Loop::From(js.isolate()).State<fs::StatArrays>(), value.stat);
  return js.Bool(value.found);
}

v8::Local<v8::Value> Convert<fs::FileData>::To(Js& js, fs::FileData value) {
  v8::Isolate* isolate = js.isolate();
  size_t size = value.bytes.size();
  if (value.form == fs::FileData::Form::kBytes)
    return Convert<Bytes>::To(js, std::move(value.bytes));
  if (size == 0) return v8::String::Empty(isolate);
  v8::MaybeLocal<v8::String> text;
  if (value.form == fs::FileData::Form::kOneByte) {
    text = size >= kExternalSize
               ? v8::String::NewExternalOneByte(
                     isolate, new ExternalOneByte(isolate, std::move(value.bytes)))
               : v8::String::NewFromOneByte(isolate, value.bytes.data(), v8::NewStringType::kNormal,
                                            static_cast<int>(size));
  } else {
    text = size >= kExternalSize
               ? v8::String::NewExternalTwoByte(
                     isolate, new ExternalTwoByte(isolate, std::move(value.bytes)))
               : v8::String::NewFromTwoByte(isolate,
                                            reinterpret_cast<const uint16_t*>(value.bytes.data()),
                                            v8::NewStringType::kNormal, static_cast<int>(size / 2));
  }
  return text.ToLocalChecked();  // DecodeUtf8 has refused what V8 cannot hold
}

v8::Local<v8::Value> Convert<fs::Listing>::To(Js& js, fs::Listing value) {
  std::vector<v8::Local<v8::Value>> elements;
  elements.reserve(value.names.size());
  for (const std::string& name : value.names) elements.push_back(NameOf(js, name, value.as_buffer));
  v8::Local<v8::Array> names = v8::Array::New(js.isolate(), elements.data(), elements.size());
  if (!value.with_types) return names;
  v8::Local<v8::Value> both[] = {names,
                                 Convert<std::vector<int32_t>>::To(js, std::move(value.types))};
  return v8::Array::New(js.isolate(), both, 2);
}

namespace fs {

ScopedFd::~ScopedFd() {
  if (fd_ >= 0) ::close(fd_);
}

int OpenFile(const char* path, int flags, int mode) {
  return Retry([&] { return ::open(path, flags | O_CLOEXEC, mode); });
}

Error Aborted() { return Error::Plain("ABORT_ERR", "The operation was aborted"); }

void WriteStat(StatArrays& arrays, const uv_stat_t& s) {
  const std::array<uint64_t, 10> plain = {s.st_dev,  s.st_mode,  s.st_nlink,   s.st_uid,
                                          s.st_gid,  s.st_rdev,  s.st_blksize, s.st_ino,
                                          s.st_size, s.st_blocks};
  const std::array<uv_timespec_t, 4> times = {s.st_atim, s.st_mtim, s.st_ctim, s.st_birthtim};
  size_t field = 0;
  auto put = [&](int64_t value) {
    arrays.numbers[field] = static_cast<double>(value);
    arrays.bigints[field++] = value;
  };
  for (uint64_t value : plain) put(static_cast<int64_t>(value));
  for (const uv_timespec_t& time : times) {
    put(time.tv_sec);
    put(time.tv_nsec);
  }
}

}  // namespace fs
}  // namespace rondo
