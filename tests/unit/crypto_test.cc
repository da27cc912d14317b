#include "bindings/all.h"
#include "tests/unit/js_test.h"

namespace rondo {
namespace {

class CryptoTest : public JsTest {
 protected:
  static void SetUpTestSuite() {
    Provide("crypto", kCryptoBinding);
    Run("function bytes(text) { return Uint8Array.from(text, (c) => c.charCodeAt(0)); }"
        "function hex(data) {"
        "  return Array.from(data, (b) => b.toString(16).padStart(2, '0')).join('');"
        "}");
  }
};

// The digests of FIPS 180-4's and RFC 1321's own examples.
TEST_F(CryptoTest, ComputesDigests) {
  EXPECT_EQ(Run("hex(crypto.digest('sha1', bytes('abc')))"),
            "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(Run("hex(crypto.digest('SHA256', bytes('abc')))"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Run("hex(crypto.digest('sha1', bytes('')))"),
            "da39a3ee5e6b4b0d3255bfef95601890afd80709");
  EXPECT_EQ(Run("hex(crypto.digest('md5', bytes('a')))"), "0cc175b9c0f1b6a831c399e269772661");
  EXPECT_EQ(Run("crypto.digest('sha512', bytes('abc')).length"), "64");
}

TEST_F(CryptoTest, TakesPartsOfBuffers) {
  EXPECT_EQ(Run("hex(crypto.digest('sha1', bytes('xabcx').subarray(1, 4)))"),
            "a9993e364706816aba3e25717850c26c9cd0d89d");
}

TEST_F(CryptoTest, SaysWhichDigestThereIsNot) {
  EXPECT_EQ(Run("crypto.digest('sha0', bytes('abc'))"),
            "TypeError ERR_CRYPTO_INVALID_DIGEST: Invalid digest: sha0");
  EXPECT_EQ(Run("crypto.digest('', bytes('abc'))"),
            "TypeError ERR_CRYPTO_INVALID_DIGEST: Invalid digest: ");
  // What went wrong before does not show in what comes after.
  EXPECT_EQ(Run("crypto.digest('sha1', bytes('abc')).length"), "20");
}

// A function of any length has none that could be meant.
TEST_F(CryptoTest, SaysWhatOpenSslRefuses) {
  EXPECT_EQ(Run("crypto.digest('shake128', bytes('abc'))"),
            "Error ERR_CRYPTO_OPERATION_FAILED: The digest could not be computed");
}

TEST_F(CryptoTest, FillsWithRandomBytes) {
  EXPECT_EQ(Run("const a = new Uint8Array(100_000); crypto.fillRandom(a);"
                "const counts = new Uint32Array(256); for (const b of a) counts[b]++;"
                "Math.min(...counts) > 250 && Math.max(...counts) < 550"),
            "true");
  EXPECT_EQ(Run("const b = new Uint8Array(8); crypto.fillRandom(b.subarray(2, 6));"
                "[b[0], b[1], b[6], b[7]].join()"),
            "0,0,0,0");
  EXPECT_EQ(Run("crypto.fillRandom(new Uint8Array(0))"), "undefined");
}

}  // namespace
}  // namespace rondo
