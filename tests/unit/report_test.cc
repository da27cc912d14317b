// Reports of long tasks: JSON, grouping, colours, and the summary.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "runtime/observe/report/report_groups.h"
#include "runtime/observe/report/report_json.h"
#include "runtime/observe/report/report_text.h"
#include "runtime/observe/report/summary.h"

namespace rondo {
namespace {

constexpr uint64_t kMs = 1'000'000;
constexpr uint64_t kSecond = 1000 * kMs;

LongTask Task(const std::string& file, uint64_t ms, uint64_t waited_ms = 0) {
  LongTask task;
  task.record.start_ns = kSecond;
  task.record.end_ns = kSecond + ms * kMs;
  task.cause = task.activity = LongTask::Cause::kJavaScript;
  task.stack = {{"work", file, 1, 2}, {"outer", file, 9, 9}};
  if (waited_ms > 0) task.victims.timers.Add(waited_ms * kMs);
  return task;
}

std::string Quoted(std::string_view text) {
  std::string out;
  AppendJsonString(&out, text, kMaxJsonText);
  return out;
}

size_t Lines(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(ReportJsonTest, EscapesWhatJsonMustEscape) {
  EXPECT_EQ(Quoted("a\"b\\c\nd\te"), R"("a\"b\\c\nd\te")");
  EXPECT_EQ(Quoted(std::string_view("\0\x1b\x7f", 3)), R"("\u0000\u001b\u007f")");
  EXPECT_EQ(Quoted("gr\u00fc\u00df \U0001f600"), "\"gr\u00fc\u00df \U0001f600\"");
}

TEST(ReportJsonTest, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(Quoted("a\xff"), "\"a\ufffd\"");
  EXPECT_EQ(Quoted("\xc3"), "\"\ufffd\"");                      // cut off
  EXPECT_EQ(Quoted("\xc0\xaf"), "\"\ufffd\ufffd\"");            // too long for its value
  EXPECT_EQ(Quoted("\xed\xa0\x80"), "\"\ufffd\ufffd\ufffd\"");  // half of a surrogate pair
  EXPECT_EQ(Quoted("\xf4\x90\x80\x80x"), "\"\ufffd\ufffd\ufffd\ufffdx\"");
}

TEST(ReportJsonTest, CutsLongTexts) {
  const std::string text = Quoted(std::string(100'000, 'x'));
  EXPECT_LT(text.size(), kMaxJsonText + 10);
  EXPECT_TRUE(text.ends_with("\u2026\""));
}

TEST(ReportJsonTest, WritesNanosecondsExactly) {
  JsonLine json;
  json.Ms("a", 1'500'000).Ms("b", 1).Ms("c", 20'000'000).Ms("d", 0).Share("e", 0.25);
  EXPECT_EQ(json.Finish(), R"({"a":1.5,"b":0.000001,"c":20,"d":0,"e":0.2500})");
}

TEST(ReportGroupsTest, TheFirstIsInFullAndTheNextAreOneLineASecond) {
  ReportGroups groups;
  const CulpritSum culprit = CulpritOf(Task("/a.js", 60, 50));
  uint64_t now = 100 * kSecond;
  EXPECT_TRUE(groups.Add(culprit, now));
  for (int i = 0; i < 9; ++i) EXPECT_FALSE(groups.Add(culprit, now += 100 * kMs));
  EXPECT_EQ(groups.Take(now, false), "");
  EXPECT_EQ(groups.due_ns(), 101 * kSecond);
  EXPECT_EQ(
      groups.Take(101 * kSecond, false),
      "rondo: long task again \u00d79: JavaScript at work (/a.js:1:2), 540.0 ms together, worst "
      "60.0 ms; 9 waited, 450.0 ms together\n");
  EXPECT_EQ(groups.due_ns(), 0u);
  // A single one long after is told of at once.
  EXPECT_FALSE(groups.Add(culprit, 110 * kSecond));
  EXPECT_EQ(groups.Take(110 * kSecond, false),
            "rondo: long task again: JavaScript at work (/a.js:1:2), 60.0 ms; 1 waited, 50.0 ms\n");
  EXPECT_TRUE(groups.Add(culprit, 160 * kSecond));  // a minute after the first
  // Where it was asked for is known from the second time on.
  LongTask asked = Task("/a.js", 60, 50);
  asked.origin = {{"poll", "/b.js", 7, 3}};
  EXPECT_FALSE(groups.Add(CulpritOf(asked), 180 * kSecond));
  EXPECT_EQ(
      groups.Take(180 * kSecond, false),
      "rondo: long task again: JavaScript at work (/a.js:1:2), from poll (/b.js:7:3), 60.0 ms; "
      "1 waited, 50.0 ms\n");
}

TEST(ReportGroupsTest, ManyCulpritsMakeFewLinesAndAllAreCounted) {
  ReportGroups groups;
  const uint64_t now = 100 * kSecond;
  int full = 0;
  for (int i = 0; i < 1000; ++i)
    full += groups.Add(CulpritOf(Task("/" + std::to_string(i) + ".js", 60)), now);
  EXPECT_EQ(full, 5);
  const std::string text = groups.Take(now + kSecond, false);
  EXPECT_EQ(Lines(text), ReportGroups::kLines + 1);
  EXPECT_NE(text.find("long task \u00d7985: other culprits, 59.10 s together"), std::string::npos)
      << text;
  EXPECT_EQ(groups.Take(now + kSecond, true), "");
}

TEST(ReportGroupsTest, TheEndTakesWhatIsNotDue) {
  ReportGroups groups;
  const CulpritSum culprit = CulpritOf(Task("/a.js", 60));
  groups.Add(culprit, 100 * kSecond);
  groups.Add(culprit, 100 * kSecond + 1);
  EXPECT_EQ(groups.Take(100 * kSecond + 2, false), "");
  EXPECT_EQ(groups.Take(100 * kSecond + 2, true),
            "rondo: long task again: JavaScript at work (/a.js:1:2), 60.0 ms; nobody waited\n");
}

TEST(ReportTextTest, NamesDoNothingToATerminal) {
  LongTask task = Task("/a\x1b[31m\n.js", 60);
  task.activity = LongTask::Cause::kSyncCall;
  task.name = "f\r\xc2\x9bg";
  task.count = 1;
  const std::string text = PlainReport(task);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_NE(text.find("/a?[31m?.js:1:2"), std::string::npos) << text;
  EXPECT_NE(text.find("f??g"), std::string::npos) << text;
  EXPECT_EQ(PlainText("\u00e4\u00e4\u00e4", 3), "\u00e4...");
}

TEST(ReportTextTest, ColorsAddOnlyColors) {
  const std::string report = PlainReport(Task("/a.js", 60, 50));
  std::string text = ColorReport(report);
  EXPECT_NE(text.find("\x1b[36mwork (/a.js:1:2)\x1b[0m"), std::string::npos) << text;
  for (size_t at; (at = text.find('\x1b')) != std::string::npos;)
    text.erase(at, text.find('m', at) + 1 - at);
  EXPECT_EQ(text, report);
}

TEST(ReportTextTest, TheEnvironmentDecidesOnColors) {
  setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(ColorsOnStderr());
  setenv("FORCE_COLOR", "1", 1);
  EXPECT_TRUE(ColorsOnStderr());
  setenv("FORCE_COLOR", "0", 1);
  EXPECT_FALSE(ColorsOnStderr());
  unsetenv("FORCE_COLOR");
  unsetenv("NO_COLOR");
}

TEST(SummaryTest, SortsByTheTimeTakenFromOthers) {
  Summary summary;
  summary.Add(Task("/long.js", 500));
  summary.Add(Task("/harmful.js", 60, 55));
  summary.Add(Task("/harmful.js", 80, 75));
  summary.AddStopped();
  const auto top = summary.Top(1);
  ASSERT_EQ(top.size(), 1u);
  EXPECT_EQ(top[0].Name(), "JavaScript at work (/harmful.js:1:2)");
  EXPECT_EQ(top[0].count, 2u);
  EXPECT_EQ(top[0].waited_ns, 130 * kMs);
  EXPECT_EQ(top[0].worst_ns, 80 * kMs);
  EXPECT_EQ(
      summary.Format(1),
      "rondo: long tasks: 3, 640.0 ms together, worst 500.0 ms; 2 waited, 130.0 ms together\n"
      "      waited waiters  tasks      total      worst  culprit\n"
      "    130.0 ms       2      2   140.0 ms    80.0 ms  JavaScript at work (/harmful.js:1:2)\n"
      "      0.0 ms       0      1   500.0 ms   500.0 ms  others\n"
      "  not counted: 1 task that took long because the process was stopped\n");
}

TEST(SummaryTest, AFunctionIsOneCulpritAndACallIsLocatedExactly) {
  Summary summary;
  LongTask task = Task("/a.js", 60);
  summary.Add(task);
  task.stack[0].line = 2;
  summary.Add(task);
  EXPECT_EQ(summary.Top(9).size(), 1u);
  task.activity = task.cause = LongTask::Cause::kSyncCall;
  task.name = "readFileSync";
  summary.Add(task);
  task.stack[0].line = 3;
  summary.Add(task);
  EXPECT_EQ(summary.Top(9).size(), 3u);
}

TEST(SummaryTest, KeepsTheWorstAndAllSums) {
  Summary summary;
  for (int round = 0; round < 3; ++round) {
    summary.Add(Task("/worst.js", 100, 90));
    for (int i = 0; i < 1000; ++i) summary.Add(Task("/" + std::to_string(i) + ".js", 50, 10));
  }
  EXPECT_EQ(summary.count(), 3003u);
  const auto all = summary.Top(1000);
  EXPECT_EQ(all.size(), Summary::kCulprits);
  EXPECT_EQ(all[0].place, "work (/worst.js:1:2)");
  EXPECT_EQ(all[0].count, 3u);
  EXPECT_NE(summary.Format(5).find("long tasks: 3003, 150.30 s together"), std::string::npos);
}

TEST(SummaryTest, SaysThatThereWasNothing) {
  EXPECT_EQ(Summary().Format(10), "rondo: long tasks: 0\n");
}

}  // namespace
}  // namespace rondo
