// binding:crypto: message digests (OpenSSL's libcrypto, which libnode loads anyway) and random
// bytes (the kernel's). Digests are looked up by name, so that every algorithm of the library is
// there.
#include <openssl/err.h>
#include <openssl/evp.h>

#include <memory>
#include <string>

#include "bindings/all.h"
#include "runtime/js/bytes.h"
#include "runtime/loop/sync_scope.h"
#include "runtime/loop/uv_error.h"

namespace rondo {
namespace {

using Digest = std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)>;

// What the library says went wrong; nothing stays in its queue for a later call to find.
Error OpenSslError(const char* what) {
  const unsigned long code = ERR_peek_last_error();
  std::string message = what;
  if (code != 0) {
    char text[256];
    ERR_error_string_n(code, text, sizeof text);
    message += std::string(": ") + text;
  }
  ERR_clear_error();
  return Error::Plain("ERR_CRYPTO_OPERATION_FAILED", std::move(message));
}

// The digest of all of `data` at once. The name is OpenSSL's, in any case: "sha1", "SHA2-256",
// "sha512-256".
Result<Bytes> ComputeDigest(std::string algorithm, ByteView data) {
  ERR_clear_error();
  Digest digest(EVP_MD_fetch(nullptr, algorithm.c_str(), nullptr), &EVP_MD_free);
  if (!digest) {
    ERR_clear_error();
    return Error::Type("ERR_CRYPTO_INVALID_DIGEST", "Invalid digest: " + algorithm);
  }
  uint8_t result[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (EVP_Digest(data.data, data.size, result, &size, digest.get(), nullptr) != 1)
    return OpenSslError("The digest could not be computed");
  return Bytes::Copy(result, size);
}

// Fills `bytes` from the kernel's random number generator.
Result<void> FillRandom(ByteView bytes) {
  if (bytes.size == 0) return Ok{};
  const int status = uv_random(nullptr, nullptr, bytes.data, bytes.size, 0, nullptr);
  if (status != 0) return UvError(status, "getrandom");
  return Ok{};
}

}  // namespace

constinit const BindingSpec kCryptoBinding =
    Binding<"crypto", SyncFnAs<"crypto.hash", "digest", &ComputeDigest, "algorithm", "data">,
            SyncFnAs<"crypto.randomFillSync", "fillRandom", &FillRandom, "bytes">>;

}  // namespace rondo
