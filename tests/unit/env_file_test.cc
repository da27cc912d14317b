#include "runtime/base/env_file.h"

#include <gtest/gtest.h>

namespace rondo {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(EnvFile, PlainValuesAreTrimmedAndEndAtAComment) {
  EXPECT_EQ(ParseEnvFile("A=1\nB =  two words  \nC=a#b\nD=\nE=x=y"),
            (Pairs{{"A", "1"}, {"B", "two words"}, {"C", "a"}, {"D", ""}, {"E", "x=y"}}));
}

TEST(EnvFile, QuotedValuesKeepWhatIsInThem) {
  EXPECT_EQ(ParseEnvFile("A='x # y' z\nB=\"a\\nb\" # c\nC=`'\"`\nD='a\\nb'\nE=\"two\nlines\"\nF=1"),
            (Pairs{{"A", "x # y"},
                   {"B", "a\nb"},
                   {"C", "'\""},
                   {"D", "a\\nb"},
                   {"E", "two\nlines"},
                   {"F", "1"}}));
}

TEST(EnvFile, AQuoteThatIsNotClosedIsText) {
  EXPECT_EQ(ParseEnvFile("A='x\nB=y"), (Pairs{{"A", "'x"}, {"B", "y"}}));
}

TEST(EnvFile, CommentsAndOtherLinesAreSkipped) {
  EXPECT_EQ(ParseEnvFile("# A=1\n\nnothing\n=x\nexport B=2\nA.B=3"),
            (Pairs{{"B", "2"}, {"A.B", "3"}}));
}

TEST(EnvFile, LinesMayEndWithCarriageReturns) {
  EXPECT_EQ(ParseEnvFile("A=1\r\nB=\"x\"\r\nC=y # z\r\n"),
            (Pairs{{"A", "1"}, {"B", "x"}, {"C", "y"}}));
}

}  // namespace
}  // namespace rondo
