// binding:encoding: what TextEncoder and TextDecoder need beyond Buffer's encodings. ICU is asked
// only by LegacyDecoder.
#include "runtime/js/encoding.h"

#include <simdutf.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <cstring>
#include <memory>
#include <string>

#include "bindings/all.h"
#include "runtime/js/class.h"

namespace rondo {
namespace {

using Args = v8::FunctionCallbackInfo<v8::Value>;

// encode(string): a Uint8Array with the string's UTF-8.
void EncodeUtf8(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  Result<Bytes> encoded = Encode(js, args[0].As<v8::String>(), Encoding::kUtf8);
  if (!encoded.ok()) return js.Throw(encoded.error());
  const size_t size = encoded.value().size();
  v8::Local<v8::ArrayBuffer> buffer =
      v8::ArrayBuffer::New(js.isolate(), std::move(encoded.value()).IntoStore());
  args.GetReturnValue().Set(v8::Uint8Array::New(buffer, 0, size));
}

// encodeInto(string, bytes, counts): UTF-8; counts[0] is the UTF-16 units read, counts[1] the bytes
// written.
void EncodeIntoUtf8(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes, counts;
  if (!Convert<ByteView>::From(js, args[1], &bytes) ||
      !Convert<ByteView>::From(js, args[2], &counts))
    return;
  size_t read = 0;
  const size_t written =
      EncodeInto(js, args[0].As<v8::String>(), Encoding::kUtf8, bytes.data, bytes.size, &read);
  const uint32_t result[] = {static_cast<uint32_t>(read), static_cast<uint32_t>(written)};
  std::memcpy(counts.data, result, sizeof result);
}

// decodeUtf8(bytes, fatal, keepBom): the text; undefined when fatal and malformed.
void DecodeUtf8(const Args& args) {
  Js& js = Js::From(args.GetIsolate());
  ByteView bytes;
  if (!Convert<ByteView>::From(js, args[0], &bytes)) return;
  if (args[1]->IsTrue() && !simdutf::validate_utf8(bytes.text().data(), bytes.size)) return;
  constexpr std::string_view kBom = "\xef\xbb\xbf";
  const size_t skip = !args[2]->IsTrue() && bytes.text().starts_with(kBom) ? kBom.size() : 0;
  v8::Local<v8::String> text;
  if (Decode(js, bytes.data + skip, bytes.size - skip, Encoding::kUtf8).ToLocal(&text))
    args.GetReturnValue().Set(text);
}

// windows-1252, 0x80 to 0x9F; the rest is Latin-1.
constexpr char16_t kWindows1252[] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

// Text from `units` UTF-16 units that `fill` writes.
template <class Fill>
Result<v8::Local<v8::String>> TwoByte(Js& js, size_t units, Fill fill) {
  if (units > v8::String::kMaxLength) return StringTooLong();
  std::unique_ptr<char16_t[]> text(new char16_t[units]);
  const size_t length = fill(text.get());
  return DecodeResult(js, text.get(), length * 2, Encoding::kUtf16le);
}

Result<v8::Local<v8::String>> DecodeWindows1252(Js& js, ByteView bytes) {
  bool special = false;
  for (size_t i = 0; i < bytes.size; ++i) special |= (bytes.data[i] & 0xe0) == 0x80;
  if (!special) return DecodeResult(js, bytes.data, bytes.size, Encoding::kLatin1);
  return TwoByte(js, bytes.size, [&](char16_t* out) {
    for (size_t i = 0; i < bytes.size; ++i) {
      const uint8_t byte = bytes.data[i];
      out[i] = (byte & 0xe0) == 0x80 ? kWindows1252[byte - 0x80] : byte;
    }
    return bytes.size;
  });
}

// Each malformed sequence becomes one U+FFFD; ICU's own callback makes a control character of some.
void U_CALLCONV Substitute(const void*, UConverterToUnicodeArgs* args, const char*, int32_t,
                           UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is reset, cloned or closed
  *status = U_ZERO_ERROR;
  constexpr UChar kReplacement = 0xfffd;
  ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, status);
}

// A decoder of one of the encodings that only ICU knows, with the state between the chunks of a
// stream.
class LegacyDecoder final : public Wrapped {
 public:
  static constexpr const char* kClassName = "LegacyDecoder";

  explicit LegacyDecoder(UConverter* converter) : converter_(converter) {}

  // The text of the next bytes; undefined, with the state reset, when they are malformed and the
  // decoder is strict.
  Result<v8::Local<v8::Value>> Decode(Js& js, ByteView bytes, bool flush) {
    UErrorCode status = U_ZERO_ERROR;
    const char* in = bytes.text().data();
    const char* end = in + bytes.size;
    std::u16string text;
    // A unit a byte holds almost everything; some hold more (a byte that ended a sequence held back
    // before).
    size_t room = bytes.size + 16;
    do {
      status = U_ZERO_ERROR;
      const size_t done = text.size();
      if (done + room > v8::String::kMaxLength) return StringTooLong();
      text.resize(done + room);
      char16_t* out = text.data() + done;
      ucnv_toUnicode(converter_.get(), &out, text.data() + text.size(), &in, end, nullptr, flush,
                     &status);
      text.resize(out - text.data());
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) {
      ucnv_reset(converter_.get());
      return js.Undefined();
    }
    if (flush) ucnv_reset(converter_.get());
    Result<v8::Local<v8::String>> string =
        DecodeResult(js, text.data(), text.size() * 2, Encoding::kUtf16le);
    if (!string.ok()) return string.error();
    return v8::Local<v8::Value>(string.value());
  }

 private:
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> converter_;
};

Result<LegacyDecoder*> NewLegacyDecoder(std::string name, bool fatal) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) {
    return Error::Range("ERR_ENCODING_NOT_SUPPORTED",
                        "The \"" + name + "\" encoding is not supported");
  }
  ucnv_setToUCallBack(converter, fatal ? UCNV_TO_U_CALLBACK_STOP : &Substitute, nullptr, nullptr,
                      nullptr, &status);
  return new LegacyDecoder(converter);
}

}  // namespace

constinit const BindingSpec kEncodingBinding =
    Binding<"encoding",
            RawFn<"encode", &EncodeUtf8, "(string: string): Uint8Array<ArrayBuffer>", 1>,
            RawFn<"encodeInto", &EncodeIntoUtf8,
                  "(string: string, bytes: Uint8Array, counts: Uint32Array): void", 3>,
            RawFn<"decodeUtf8", &DecodeUtf8,
                  "(bytes: ArrayBufferView | ArrayBufferLike, fatal: boolean, keepBom: boolean): "
                  "string | undefined",
                  3>,
            Fn<"decodeWindows1252", &DecodeWindows1252, "bytes">,
            Class<LegacyDecoder, Ctor<&NewLegacyDecoder, "name", "fatal">,
                  Fn<"decode", &LegacyDecoder::Decode, "bytes", "flush">>>;

}  // namespace rondo
