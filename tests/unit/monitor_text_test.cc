#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "runtime/monitor/json_writer.h"
#include "runtime/monitor/prometheus_text.h"

namespace rondo {
namespace {

TEST(PrometheusTextTest, EscapesHelpAndLabels) {
  PrometheusText text;
  text.Begin("things_total", "counter", "A \\ and\nanother \"line\".");
  text.Sample(2, {"name", "a\\b\n\"c\""});
  EXPECT_EQ(text.Take(),
            "# HELP things_total A \\\\ and\\nanother \"line\".\n"
            "# TYPE things_total counter\n"
            "things_total{name=\"a\\\\b\\n\\\"c\\\"\"} 2\n");
}

TEST(PrometheusTextTest, WritesHistogramsWithAllBounds) {
  PrometheusText text;
  text.Begin("took_seconds", "histogram", "Took.");
  const double bounds[] = {0.005, 1};
  const uint64_t cumulative[] = {1, 3};
  const PrometheusText::Label label("kind", "a");
  text.Histogram(bounds, cumulative, 4, 12.5, {&label, 1});
  EXPECT_EQ(text.Take(),
            "# HELP took_seconds Took.\n"
            "# TYPE took_seconds histogram\n"
            "took_seconds_bucket{kind=\"a\",le=\"0.005\"} 1\n"
            "took_seconds_bucket{kind=\"a\",le=\"1\"} 3\n"
            "took_seconds_bucket{kind=\"a\",le=\"+Inf\"} 4\n"
            "took_seconds_sum{kind=\"a\"} 12.5\n"
            "took_seconds_count{kind=\"a\"} 4\n");
}

TEST(PrometheusTextTest, NumbersReadBackAsTheSame) {
  EXPECT_EQ(NumberText(0.1), "0.1");
  EXPECT_EQ(NumberText(1e300), "1e+300");
  EXPECT_EQ(NumberText(std::numeric_limits<double>::infinity()), "+Inf");
  EXPECT_EQ(NumberText(-std::numeric_limits<double>::infinity()), "-Inf");
  EXPECT_EQ(NumberText(std::nan("")), "NaN");
}

TEST(JsonWriterTest, PutsCommasAndNestsValues) {
  JsonWriter out;
  out.Open('{').Field("a", 1.5).Key("b").Open('[').Number(1).Null().Bool(true).Close(']');
  out.Key("c").Open('{').Close('}').Field("d", "text").Close('}');
  EXPECT_EQ(out.Take(), R"({"a":1.5,"b":[1,null,true],"c":{},"d":"text"})");
}

TEST(JsonWriterTest, EscapesWhatJsonMustNotHold) {
  JsonWriter out;
  out.Open('[').String("\"\\\n\x01").String("é€😀").Number(std::nan("")).Close(']');
  EXPECT_EQ(out.Take(), R"(["\"\\\n\u0001","é€😀",null])");
}

TEST(JsonWriterTest, ReplacesWhatIsNoUtf8) {
  JsonWriter out;
  out.Open('[').String("a\xff").String("\xc0\xaf").String("\xed\xa0\x80").String("\xe2\x82");
  out.Close(']');
  EXPECT_EQ(out.Take(), "[\"a\ufffd\",\"\ufffd\ufffd\",\"\ufffd\ufffd\ufffd\",\"\ufffd\ufffd\"]");
}

}  // namespace
}  // namespace rondo
