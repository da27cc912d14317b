#include "runtime/observe/stacks/call_tree.h"

#include <gtest/gtest.h>

namespace rondo {
namespace {

SourceFrame At(const std::string& function, int line, const std::string& file = "/app.js") {
  return {function, file, line, 1};
}

std::string Text(const CallTree& tree) {
  std::string text;
  for (const std::string& line : CallTreeLines(tree)) text += line + "\n";
  return text;
}

// Every stack is counted once: self, other and calls add up in every node.
void ExpectSums(const CallNode& node) {
  uint32_t sum = node.self + node.other;
  for (const CallNode& call : node.calls) {
    sum += call.total;
    ExpectSums(call);
  }
  EXPECT_EQ(sum, node.total) << node.function;
}

TEST(CallTree, MergesStacksUnderTheirCommonCaller) {
  CallTreeBuilder builder;
  for (int i = 0; i < 20; ++i) builder.Add({At("parse", 8 + i % 3), At("handle", 3), At("", 30)});
  for (int i = 0; i < 10; ++i) builder.Add({At("render", 20), At("handle", 4), At("", 30)});
  const CallTree tree = builder.Finish();
  EXPECT_EQ(Text(tree),
            "100 %  /app.js:30\n"
            "100 %    handle (/app.js:3)\n"
            " 67 %      parse (/app.js:8)\n"
            " 33 %      render (/app.js:20)\n");
  EXPECT_EQ(tree.count, 30u);
  EXPECT_TRUE(tree.branches());
  ExpectSums(tree.root);
}

TEST(CallTree, TellsWhatAFunctionTookItself) {
  CallTreeBuilder builder;
  for (int i = 0; i < 6; ++i) builder.Add({At("outer", 5)});
  for (int i = 0; i < 4; ++i) builder.Add({At("inner", 9), At("outer", 6)});
  EXPECT_EQ(Text(builder.Finish()),
            "100 %  outer (/app.js:5), 60 % itself\n"
            " 40 %    inner (/app.js:9)\n");
}

TEST(CallTree, OnePlaceIsNoTree) {
  CallTreeBuilder builder;
  EXPECT_FALSE(builder.Finish().branches());
  for (int i = 0; i < 95; ++i) builder.Add({At("spin", i), At("handle", 3)});
  for (int i = 0; i < 5; ++i) builder.Add({At("other", 1), At("handle", 4)});
  EXPECT_FALSE(builder.Finish().branches());
  for (int i = 0; i < 10; ++i) builder.Add({At("other", 1), At("handle", 4)});
  EXPECT_TRUE(builder.Finish().branches());
}

TEST(CallTree, TwoStacksAreNotEnough) {
  CallTreeBuilder builder;
  builder.Add({At("a", 1)});
  builder.Add({At("b", 2)});
  EXPECT_FALSE(builder.Finish().branches());
  builder.Add({At("b", 2)});
  EXPECT_TRUE(builder.Finish().branches());
}

TEST(CallTree, FoldsWhatWasSeenSeldom) {
  CallTreeBuilder builder;
  for (int i = 0; i < 60; ++i) builder.Add({At("busy", 1), At("main", 1)});
  for (int i = 0; i < 40; ++i) builder.Add({At("rare" + std::to_string(i), 2), At("main", 1)});
  const CallTree tree = builder.Finish();
  EXPECT_EQ(Text(tree),
            "100 %  main (/app.js:1)\n"
            " 60 %    busy (/app.js:1)\n"
            " 40 %    others\n");
  ExpectSums(tree.root);
}

TEST(CallTree, KeepsTheMostFrequentOfMany) {
  CallTreeBuilder builder;
  for (int function = 0; function < 18; ++function) {
    for (int i = 0; i < 20 - function % 2; ++i)
      builder.Add({At("f" + std::to_string(function), 1), At("main", 1)});
  }
  const CallTree tree = builder.Finish();
  EXPECT_LE(CallTreeLines(tree).size(), 12u);
  EXPECT_EQ(tree.root.calls.at(0).calls.at(0).total, 20u);
  ExpectSums(tree.root);
}

TEST(CallTree, LeavesOutRowsOfFunctionsThatOnlyCallTheNext) {
  CallTreeBuilder builder;
  std::vector<SourceFrame> callers;
  for (int i = 30; i > 0; --i) callers.push_back(At("step" + std::to_string(i), i));
  for (int i = 0; i < 4; ++i) {
    std::vector<SourceFrame> stack = {At(i < 3 ? "a" : "b", 40)};
    stack.insert(stack.end(), callers.begin(), callers.end());
    builder.Add(stack);
  }
  EXPECT_EQ(Text(builder.Finish()),
            "100 %  step1 (/app.js:1)\n"
            "100 %    28 calls further: step30 (/app.js:30)\n"
            " 75 %      a (/app.js:40)\n"
            " 25 %      b (/app.js:40)\n");
}

TEST(CallTree, AFunctionThatCallsItselfIsOne) {
  CallTreeBuilder builder;
  for (int depth = 1; depth < 20; ++depth) {
    std::vector<SourceFrame> stack(static_cast<size_t>(depth), At("walk", 5));
    stack.push_back(At("main", 1));
    stack[0].line = 7;
    builder.Add(stack);
  }
  EXPECT_EQ(Text(builder.Finish()),
            "100 %  main (/app.js:1)\n"
            "100 %    walk (/app.js:7)\n");
}

TEST(CallTree, FunctionsWithoutANameAreToldApartByTheirLines) {
  CallTreeBuilder builder;
  for (int i = 0; i < 2; ++i) {
    builder.Add({At("", 12), At("report", 10)});
    builder.Add({At("", 13), At("report", 10)});
  }
  EXPECT_EQ(Text(builder.Finish()),
            "100 %  report (/app.js:10)\n"
            " 50 %    /app.js:12\n"
            " 50 %    /app.js:13\n");
}

TEST(CallTree, SharesStayRightWhenThereIsNoMoreRoom) {
  CallTreeBuilder builder;
  for (int i = 0; i < 2000; ++i) {
    builder.Add({At("f" + std::to_string(i), i), At("main", 1)});
    builder.Add({At("late", 5), At("main", 2)});
  }
  for (int i = 0; i < 1000; ++i) builder.Add({At("late", 5), At("main", 2)});
  const CallTree tree = builder.Finish();
  EXPECT_EQ(Text(tree),
            "100 %  main (/app.js:2)\n"
            " 60 %    late (/app.js:5)\n"
            " 40 %    others\n");
  ExpectSums(tree.root);
}

TEST(CallTree, CountsWhatCameLateApart) {
  CallTreeBuilder builder;
  builder.AddLate();
  EXPECT_EQ(builder.Finish().late, 1u);
  EXPECT_EQ(builder.Finish().count, 0u);
  builder.Clear();
  EXPECT_EQ(builder.Finish().late, 0u);
}

}  // namespace
}  // namespace rondo
