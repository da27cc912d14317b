#include "runtime/js/binding.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "runtime/js/class.h"
#include "runtime/loop/sync_scope.h"
#include "tests/unit/js_test.h"

namespace rondo {
namespace {

int32_t Add(int32_t a, int32_t b) { return a + b; }
std::string Greet(Js&, std::string name, std::optional<std::string> title) {
  return "hello " + (title ? *title + " " : "") + name;
}
Result<double> Root(double number) {
  if (number < 0) return Error::Range("ERR_NEGATIVE", "negative: " + std::to_string(number));
  return number / 2;
}
Bytes Zeros(uint32_t size) {
  Bytes bytes(size);
  std::fill_n(bytes.data(), size, 0);
  return bytes;
}
int64_t Sum(ByteView view) {
  int64_t sum = 0;
  for (size_t i = 0; i < view.size; ++i) sum += view.data[i];
  return sum;
}

class Counter : public Wrapped {
 public:
  static constexpr const char* kClassName = "Counter";
  static Counter* New(int32_t start) { return new Counter(start); }
  int32_t Next() { return ++count_; }

 private:
  explicit Counter(int32_t start) : count_(start) {}
  int32_t count_;
};
int32_t NextOf(Counter* counter) { return counter->Next(); }

constexpr BindingSpec kTest =
    Binding<"test", Fn<"add", &Add, "a", "b">, Fn<"greet", &Greet, "name", "title">,
            Fn<"root", &Root, "number">, Fn<"zeros", &Zeros, "size">, Fn<"sum", &Sum, "bytes">,
            SyncFn<"addSync", &Add, "a", "b">, Const<"LIMIT", 16>,
            Class<Counter, Ctor<&Counter::New, "start">, Fn<"next", &Counter::Next>>,
            Fn<"nextOf", &NextOf, "counter">>;

class BindingTest : public JsTest {
 protected:
  static void SetUpTestSuite() { Provide("t", kTest); }
};

TEST_F(BindingTest, ConvertsArgumentsAndResults) {
  EXPECT_EQ(Run("t.add(2, 3)"), "5");
  EXPECT_EQ(Run("t.greet('Ada')"), "hello Ada");
  EXPECT_EQ(Run("t.greet('Ada', 'Lady')"), "hello Lady Ada");
  EXPECT_EQ(Run("t.greet('\\u00e9\\ud83d\\ude00')"), "hello \xC3\xA9\xF0\x9F\x98\x80");
  EXPECT_EQ(Run("t.root(5)"), "2.5");
  EXPECT_EQ(Run("t.LIMIT"), "16");
}

TEST_F(BindingTest, NamesTheFirstArgumentThatDoesNotFit) {
  EXPECT_EQ(Run("t.add(1, '2')"),
            "TypeError ERR_INVALID_ARG_TYPE: test.add: argument 2 (b) must be a 32-bit integer, "
            "got string");
  EXPECT_EQ(Run("t.add()"),
            "TypeError ERR_INVALID_ARG_TYPE: test.add: argument 1 (a) must be a 32-bit integer, "
            "got undefined");
  EXPECT_EQ(Run("t.add(1.5, {})"),
            "TypeError ERR_INVALID_ARG_TYPE: test.add: argument 1 (a) must be a 32-bit integer, "
            "got number 1.5");
  EXPECT_EQ(Run("t.greet(new Map())"),
            "TypeError ERR_INVALID_ARG_TYPE: test.greet: argument 1 (name) must be a string, got "
            "an instance of Map");
}

TEST_F(BindingTest, TurnsAnErrorIntoAnException) {
  EXPECT_EQ(Run("t.root(-1)"), "RangeError ERR_NEGATIVE: negative: -1.000000");
}

TEST_F(BindingTest, PassesBytesBothWays) {
  EXPECT_EQ(Run("const z = t.zeros(4); z[0] = 7; z[3] = 8; t.sum(z)"), "15");
  EXPECT_EQ(Run("t.sum(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))"), "5");
  EXPECT_EQ(Run("t.sum(new Uint8Array([1, 2]).buffer)"), "3");
  EXPECT_EQ(Run("t.zeros(0).length"), "0");
}

TEST_F(BindingTest, MakesObjectsOfClasses) {
  EXPECT_EQ(Run("const c = new t.Counter(5); c.next(); c.next()"), "7");
  EXPECT_EQ(Run("t.nextOf(new t.Counter(1))"), "2");
  EXPECT_EQ(Run("t.Counter(5)"),
            "TypeError ERR_CONSTRUCT_CALL_REQUIRED: Class constructor Counter cannot be invoked "
            "without `new`");
  EXPECT_EQ(Run("new t.Counter('5')"),
            "TypeError ERR_INVALID_ARG_TYPE: test.constructor: argument 1 (start) must be a 32-bit "
            "integer, got string");
  EXPECT_EQ(Run("t.nextOf({})").substr(0, 50),
            "TypeError ERR_INVALID_ARG_TYPE: test.nextOf: argum");
  EXPECT_EQ(Run("try { t.Counter.prototype.next.call({}) } catch (e) { e.message }"),
            "Illegal invocation");
}

TEST_F(BindingTest, DeclaresItselfInTypeScript) {
  std::string declared;
  kTest.declare(&declared);
  EXPECT_NE(declared.find("    add(a: number, b: number): number;\n"), std::string::npos)
      << declared;
  EXPECT_NE(declared.find("    greet(name: string, title: string | null | undefined): string;\n"),
            std::string::npos);
  EXPECT_NE(declared.find("    zeros(size: number): Buffer;\n"), std::string::npos);
}

TEST_F(BindingTest, ListsEveryAddressOnce) {
  std::vector<intptr_t> addresses;
  kTest.references(&addresses);
  // Seven functions, one constructor, one method.
  EXPECT_EQ(addresses.size(), 9u);
}

}  // namespace
}  // namespace rondo
