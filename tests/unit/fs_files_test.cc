// Whole files at the level of the binding: what depends on how the bytes are read and not on
// JavaScript.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <thread>

#include "bindings/fs/jobs.h"

namespace rondo::fs {
namespace {

class Files : public testing::Test {
 protected:
  void SetUp() override {
    char pattern[] = "/tmp/rondo-unit-XXXXXX";
    ASSERT_NE(::mkdtemp(pattern), nullptr);
    directory_ = pattern;
  }
  void TearDown() override {
    Remover remover(Path{directory_}, true, true);
    while (!remover.Step()) {
    }
    EXPECT_TRUE(remover.Finish().ok());
  }
  std::string Write(const std::string& name, const std::string& text) {
    std::string path = directory_ + "/" + name;
    Payload payload;
    payload.text = text;
    payload.is_text = true;
    EXPECT_TRUE(RunSteps(FileWriter(Path{path}, O_WRONLY | O_CREAT | O_TRUNC, 0644,
                                    std::move(payload), false, {}))
                    .ok());
    return path;
  }
  static std::string Text(Result<FileData> result) {
    if (!result.ok()) return result.error().code;
    return std::string(result.value().bytes.text());
  }

  std::string directory_;
};

TEST_F(Files, ReadsInSteps) {
  std::string text(2 * kStepBytes + 5, 'x');
  FileReader reader(Path{Write("large", text)}, O_RDONLY, false, {});
  int steps = 1;
  while (!reader.Step()) ++steps;
  EXPECT_EQ(steps, 3);
  EXPECT_EQ(Text(reader.Finish()), text);
}

TEST_F(Files, AFileThatShrinksGivesWhatIsLeft) {
  std::string path = Write("shrinks", std::string(2 * kStepBytes, 'x'));
  FileReader reader(Path{path}, O_RDONLY, false, {});
  EXPECT_FALSE(reader.Step());
  ASSERT_EQ(::truncate(path.c_str(), kStepBytes + 3), 0);
  while (!reader.Step()) {
  }
  EXPECT_EQ(Text(reader.Finish()).size(), kStepBytes + 3);
}

TEST_F(Files, AFileThatGrowsGivesWhatItHadWhenOpened) {
  std::string path = Write("grows", std::string(kStepBytes + 1, 'x'));
  FileReader reader(Path{path}, O_RDONLY, false, {});
  EXPECT_FALSE(reader.Step());
  ASSERT_EQ(::truncate(path.c_str(), 3 * kStepBytes), 0);
  while (!reader.Step()) {
  }
  EXPECT_EQ(Text(reader.Finish()).size(), kStepBytes + 1);
}

TEST_F(Files, ARaisedFlagStopsBetweenSteps) {
  int32_t word = 0;
  AbortFlag abort;
  abort.word.data = reinterpret_cast<uint8_t*>(&word);
  abort.word.size = sizeof word;
  FileReader reader(Path{Write("large", std::string(3 * kStepBytes, 'x'))}, O_RDONLY, false, abort);
  EXPECT_FALSE(reader.Step());
  word = 1;
  EXPECT_TRUE(reader.Step());
  EXPECT_EQ(Text(reader.Finish()), "ABORT_ERR");
}

TEST_F(Files, ADescriptorOpenedWithoutWaitingWaitsForAFifosWriter) {
  std::string path = directory_ + "/fifo";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  int fd = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  ASSERT_GE(fd, 0);
  std::thread writer([&] {
    ::usleep(20000);
    int out = ::open(path.c_str(), O_WRONLY);
    EXPECT_EQ(::write(out, "late", 4), 4);
    ::close(out);
  });
  FileReader reader(Path{path}, O_RDONLY, false, {});
  reader.Adopt(fd, true);
  while (!reader.Step()) {
  }
  writer.join();
  EXPECT_EQ(Text(reader.Finish()), "late");
}

TEST_F(Files, TheCachedReaderTakesSmallRegularFilesOnly) {
  CachedReader reader;
  CachedReader::File small = reader.Open(Write("small", "hello").c_str());
  if (small.size > 0) {  // this kernel and file system can
    uint8_t bytes[5];
    EXPECT_TRUE(reader.Read(small, bytes));
    EXPECT_EQ(std::string(bytes, bytes + 5), "hello");
  }
  EXPECT_EQ(reader.Open(Write("large", std::string(kSmallFile + 1, 'x')).c_str()).size, 0u);
  EXPECT_EQ(reader.Open(directory_.c_str()).size, 0u);
  EXPECT_EQ(reader.Open("/proc/self/status").size, 0u);
  EXPECT_LT(reader.Open((directory_ + "/none").c_str()).fd.get(), 0);
}

TEST_F(Files, TextTakesTheNarrowestForm) {
  auto form = [](const char* text) {
    return DecodeUtf8(Bytes::Copy(text, std::string_view(text).size())).value().form;
  };
  EXPECT_EQ(form("ascii"), FileData::Form::kOneByte);
  EXPECT_EQ(form("h\xc3\xa9"), FileData::Form::kOneByte);
  EXPECT_EQ(form("\xe4\xb8\xad"), FileData::Form::kTwoByte);
  EXPECT_EQ(form("\xff"), FileData::Form::kTwoByte);
}

}  // namespace
}  // namespace rondo::fs
