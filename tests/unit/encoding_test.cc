#include "runtime/js/encoding.h"

#include <gtest/gtest.h>

namespace rondo {
namespace {

TEST(ParseEncoding, KnowsEverySpelling) {
  for (const char* name : {"utf8", "utf-8", "UTF8", "Utf-8"}) {
    EXPECT_EQ(ParseEncoding(name), Encoding::kUtf8) << name;
  }
  for (const char* name : {"ucs2", "ucs-2", "utf16le", "UTF-16LE"}) {
    EXPECT_EQ(ParseEncoding(name), Encoding::kUtf16le) << name;
  }
  EXPECT_EQ(ParseEncoding("latin1"), Encoding::kLatin1);
  EXPECT_EQ(ParseEncoding("binary"), Encoding::kLatin1);
  EXPECT_EQ(ParseEncoding("ascii"), Encoding::kAscii);
  EXPECT_EQ(ParseEncoding("HEX"), Encoding::kHex);
  EXPECT_EQ(ParseEncoding("base64"), Encoding::kBase64);
  EXPECT_EQ(ParseEncoding("base64url"), Encoding::kBase64Url);
}

TEST(ParseEncoding, RefusesEverythingElse) {
  for (const char* name : {"", "utf", "utf-16", "utf88", "latin-1", "base64 "}) {
    EXPECT_EQ(ParseEncoding(name), std::nullopt) << name;
  }
}

TEST(StringTooLong, ReadsAsInNode) {
  EXPECT_EQ(StringTooLong().code, "ERR_STRING_TOO_LONG");
  EXPECT_EQ(StringTooLong().message, "Cannot create a string longer than 0x1fffffe8 characters");
}

}  // namespace
}  // namespace rondo
