#include "runtime/observe/times/cpu_quota.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace rondo {
namespace {

constexpr char kV2Mount[] = "31 23 0:28 / /cg rw,relatime shared:9 master:2 - cgroup2 cgroup2 rw\n";
constexpr char kV1Mounts[] =
    "22 1 8:1 / / rw - ext4 /dev/root rw\n"
    "32 31 0:29 / /cg/cpuset rw,relatime - cgroup cgroup rw,cpuset\n"
    "33 31 0:30 / /cg/cpu rw,relatime - cgroup cgroup rw,cpu,cpuacct\n";

class CpuQuotaTest : public testing::Test {
 protected:
  CpuQuotaTest()
      : root_(std::filesystem::temp_directory_path() /
              ("rondo-quota-" + std::to_string(getpid()))) {
    std::filesystem::remove_all(root_);
  }
  ~CpuQuotaTest() override { std::filesystem::remove_all(root_); }

  void Write(const std::string& path, const std::string& text) {
    const std::filesystem::path file = root_ / path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  // The files that are found, without the root.
  std::vector<std::string> Find(const std::string& cgroup, const std::string& mounts) {
    QuotaFiles files;
    const size_t count = FindQuotas(cgroup, mounts, root_.string(), &files);
    std::vector<std::string> paths;
    for (size_t i = 0; i < count; ++i) {
      paths.push_back(std::string(files[i].path).substr(root_.string().size()) +
                      (files[i].v2 ? "" : " v1"));
    }
    return paths;
  }

  const std::filesystem::path root_;
};

using Paths = std::vector<std::string>;

TEST_F(CpuQuotaTest, Version2IsTheCgroupAndThoseAroundIt) {
  Write("cg/pod/box/cpu.max", "20000 100000\n");
  Write("cg/pod/cpu.max", "max 100000\n");
  EXPECT_EQ(Find("0::/pod/box\n", kV2Mount), Paths{"/cg/pod/box/cpu.stat"});
  Write("cg/pod/cpu.max", "150000 100000\n");
  EXPECT_EQ(Find("0::/pod/box\n", kV2Mount), (Paths{"/cg/pod/box/cpu.stat", "/cg/pod/cpu.stat"}));
  EXPECT_EQ(Find("0::/pod\n", kV2Mount), Paths{"/cg/pod/cpu.stat"});
}

TEST_F(CpuQuotaTest, AContainerSeesItselfAsTheRoot) {
  Write("cg/cpu.max", "50000 100000\n");
  EXPECT_EQ(Find("0::/\n", kV2Mount), Paths{"/cg/cpu.stat"});
  // Without a namespace of its own the mount tells which part of the hierarchy it shows.
  const std::string mount = "31 23 0:28 /docker/abc /cg ro - cgroup2 cgroup rw\n";
  EXPECT_EQ(Find("0::/docker/abc\n", mount), Paths{"/cg/cpu.stat"});
  EXPECT_EQ(Find("0::/docker/abcd\n", mount), Paths{});
  EXPECT_EQ(Find("0::/elsewhere\n", mount), Paths{});
}

TEST_F(CpuQuotaTest, Version1HasAHierarchyOfItsOwnForCpus) {
  Write("cg/cpu/box/cpu.cfs_quota_us", "20000\n");
  Write("cg/cpu/cpu.cfs_quota_us", "-1\n");
  const std::string cgroup = "3:cpuset:/\n2:cpuacct,cpu:/box\n1:name=systemd:/x\n0::/y\n";
  EXPECT_EQ(Find(cgroup, kV1Mounts), Paths{"/cg/cpu/box/cpu.stat v1"});
  EXPECT_EQ(Find("2:cpu:/\n0::/y\n", kV1Mounts), Paths{});
}

TEST_F(CpuQuotaTest, WithoutAQuotaThereIsNothing) {
  EXPECT_EQ(Find("0::/box\n", kV2Mount), Paths{});  // the controller is not on: no cpu.max
  Write("cg/box/cpu.max", "max 100000\n");
  EXPECT_EQ(Find("0::/box\n", kV2Mount), Paths{});
  Write("cg/box/cpu.max", "");
  EXPECT_EQ(Find("0::/box\n", kV2Mount), Paths{});
}

TEST_F(CpuQuotaTest, MountPointsMayHoldSpaces) {
  Write("my cg/box/cpu.max", "1000 100000\n");
  EXPECT_EQ(Find("0::/box\n", "31 23 0:28 / /my\\040cg rw - cgroup2 cgroup2 rw\n"),
            Paths{"/my cg/box/cpu.stat"});
}

TEST_F(CpuQuotaTest, FilesThatMakeNoSenseAreNothing) {
  Write("cg/box/cpu.max", "20000 100000\n");
  for (const char* cgroup : {"", "\n", "0", "0:", "0::", ":::", "x:y\n0:cpu:/box", "nonsense"})
    EXPECT_EQ(Find(cgroup, kV2Mount), Paths{}) << cgroup;
  for (const char* mounts : {"", "\n\n", "31", "31 23 0:28 / /cg rw", "31 23 0:28 / /cg rw - ",
                             "31 23 0:28 / /cg rw cgroup2 cgroup2 rw\n"})
    EXPECT_EQ(Find("0::/box\n", mounts), Paths{}) << mounts;
  EXPECT_EQ(Find("0::/" + std::string(5000, 'x') + "\n", kV2Mount), Paths{});
}

TEST(ParseThrottledTest, ReadsWhatTheKernelWrites) {
  EXPECT_EQ(ParseThrottledNs("usage_usec 5\nnr_periods 11\nnr_throttled 10\nthrottled_usec 797061\n"
                             "nr_bursts 0\nburst_usec 0\n",
                             true),
            797'061'000u);
  EXPECT_EQ(ParseThrottledNs("nr_periods 11\nnr_throttled 10\nthrottled_time 797061745\n", false),
            797'061'745u);
}

TEST(ParseThrottledTest, WhatIsMissingOrMalformedIsNotKnown) {
  for (const char* text :
       {"", "\n", "throttled_usec", "throttled_usec ", "throttled_usec x", "throttled_usec -4\n",
        "throttled_usec 12x\n", "throttled_time 5\n", "throttled_usec 99999999999999999999999\n"})
    EXPECT_EQ(ParseThrottledNs(text, true), std::nullopt) << text;
}

TEST(ParseThrottledTest, TheProcessesOwnQuotaIsReadOrAbsent) {
  CpuQuota quota;
  const uint64_t first = quota.ThrottledNs();
  EXPECT_GE(quota.ThrottledNs(), first);
  if (!quota.limited()) {
    EXPECT_EQ(first, 0u);
  }
}

}  // namespace
}  // namespace rondo
