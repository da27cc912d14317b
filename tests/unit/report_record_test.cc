// The file and the statistics of --record.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "runtime/observe/report/recorder.h"
#include "runtime/observe/report/recorder_file.h"
#include "runtime/observe/report/recorder_stats.h"

namespace rondo {
namespace {

const std::string kHeader = "{\"type\":\"record\",\"version\":1}\n";

class RecorderFileTest : public testing::Test {
 protected:
  RecorderFileTest() {
    char name[] = "/tmp/rondo-record-XXXXXX";
    folder_ = mkdtemp(name);
    path_ = folder_ + "/record";
  }
  ~RecorderFileTest() override {
    for (const char* end : {"", ".1"}) std::remove((path_ + end).c_str());
    rmdir(folder_.c_str());
  }

  static std::string Read(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
  void Put(const std::string& path, const std::string& text) { std::ofstream(path) << text; }
  std::unique_ptr<RecorderFile> Open(uint64_t limit = 1 << 20) {
    error_.clear();
    return RecorderFile::Open(path_, limit, &error_);
  }

  std::string folder_, path_, error_;
};

TEST_F(RecorderFileTest, GoesOnAfterALineThatWasCutOff) {
  Put(path_, kHeader + "{\"type\":\"sta");
  auto file = Open();
  ASSERT_TRUE(file) << error_;
  EXPECT_TRUE(file->Begin(kHeader));
  EXPECT_TRUE(file->Append("{}\n"));
  EXPECT_EQ(Read(path_), kHeader + "{\"type\":\"sta\n" + kHeader + "{}\n");
}

TEST_F(RecorderFileTest, NeverGrowsBeyondTheLimit) {
  auto file = Open(20'000);
  ASSERT_TRUE(file) << error_;
  EXPECT_TRUE(file->Begin(kHeader));
  for (int i = 0; i < 2000; ++i) {
    const std::string line =
        "{\"n\":" + std::to_string(i) + ",\"x\":\"" + std::string(80, 'x') + "\"}\n";
    ASSERT_TRUE(file->Append(line));
    struct stat newer {
    }, older{};
    stat(path_.c_str(), &newer);
    stat((path_ + ".1").c_str(), &older);
    ASSERT_LE(newer.st_size + older.st_size, 20'000);
  }
  EXPECT_TRUE(Read(path_).starts_with(kHeader));
  EXPECT_TRUE(Read(path_ + ".1").starts_with(kHeader));
  EXPECT_NE((Read(path_ + ".1") + Read(path_)).find("{\"n\":1999,"), std::string::npos);
}

TEST_F(RecorderFileTest, GoesOnWhenTheFileWasTakenAway) {
  auto file = Open(2000);
  ASSERT_TRUE(file) << error_;
  EXPECT_TRUE(file->Begin(kHeader));
  std::remove(path_.c_str());
  const std::string line = "{\"x\":\"" + std::string(500, 'x') + "\"}\n";
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(file->Append(line));
  EXPECT_TRUE(Read(path_).starts_with(kHeader));
}

TEST_F(RecorderFileTest, RefusesWhatIsNoRecord) {
  Put(path_, "precious\n");
  EXPECT_FALSE(Open());
  EXPECT_NE(error_.find("is not a record"), std::string::npos) << error_;
  EXPECT_EQ(Read(path_), "precious\n");
  Put(path_, "{\"type\":\"record\",\"version\":7,\"x\":1}\n");
  EXPECT_FALSE(Open());
  EXPECT_NE(error_.find("version 7"), std::string::npos) << error_;
  Put(path_, "");
  Put(path_ + ".1", "precious\n");
  EXPECT_FALSE(Open());
  EXPECT_NE(error_.find(".1 is not a record"), std::string::npos) << error_;
}

TEST_F(RecorderFileTest, IsWrittenByOneProcessAtATime) {
  auto first = Open();
  ASSERT_TRUE(first) << error_;
  EXPECT_FALSE(Open());
  EXPECT_NE(error_.find("another process"), std::string::npos) << error_;
  first.reset();
  EXPECT_TRUE(Open()) << error_;
}

TEST_F(RecorderFileTest, PutsTheProcessIdIntoTheName) {
  const std::string path = folder_ + "/100%%-%p";
  auto file = RecorderFile::Open(path, 1 << 20, &error_);
  ASSERT_TRUE(file) << error_;
  EXPECT_EQ(file->path(), folder_ + "/100%-" + std::to_string(getpid()));
  std::remove(file->path().c_str());
}

TEST_F(RecorderFileTest, ADiskThatIsTooSlowCostsBoundedMemory) {
  Options options;
  options.record = path_;
  options.record_limit_mib = 1;
  auto recorder = Recorder::Open(options, &error_);
  ASSERT_TRUE(recorder) << error_;
  // Nothing is written yet.
  const std::string line(Recorder::kQueueBytes / 100, 'x');
  for (int i = 0; i < 150; ++i) recorder->AddLongTask(line);
  EXPECT_EQ(recorder->dropped(), 50u);
}

TEST(HeldCountsTest, BucketsHoldTheirMiddle) {
  for (uint64_t ns : {0ull, 1ull, 7ull, 8ull, 9ull, 1000ull, 123'456'789ull, ~0ull}) {
    const size_t bucket = HeldCounts::Bucket(ns);
    ASSERT_LT(bucket, HeldCounts::kBuckets);
    EXPECT_NEAR(HeldCounts::Middle(bucket), static_cast<double>(ns), static_cast<double>(ns) / 15);
  }
}

TEST(HeldCountsTest, DelaysWeighStallsByTheirLength) {
  constexpr uint64_t kSecond = 1'000'000'000;
  HeldCounts held;
  EXPECT_EQ(held.DelayNs(0.99, kSecond), 0);
  // Held for 100 ms once, of a second: nine of ten moments find no delay, the others 0 to 100 ms.
  held.counts[HeldCounts::Bucket(100'000'000)] = 1;
  EXPECT_EQ(held.DelayNs(0.5, kSecond), 0);
  EXPECT_NEAR(held.DelayNs(0.95, kSecond), 50e6, 10e6);
  EXPECT_NEAR(held.DelayNs(0.99, kSecond), 90e6, 10e6);
  // A thousand short times beside it change little.
  held.counts[HeldCounts::Bucket(100'000)] = 1000;
  EXPECT_NEAR(held.DelayNs(0.99, kSecond), 90e6, 10e6);
  EXPECT_LT(held.DelayNs(0.5, kSecond), 100e3);
  // Longer than the interval: it was held all the time.
  HeldCounts stuck;
  stuck.counts[HeldCounts::Bucket(4 * kSecond)] = 1;
  EXPECT_NEAR(stuck.DelayNs(0.5, kSecond), 2e9, 0.3e9);
}

}  // namespace
}  // namespace rondo
