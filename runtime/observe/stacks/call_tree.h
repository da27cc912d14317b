// The stacks that were seen of a long task, merged into a tree of calls: where its time went, and
// on whose behalf.
#ifndef RONDO_OBSERVE_STACKS_CALL_TREE_H_
#define RONDO_OBSERVE_STACKS_CALL_TREE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "runtime/observe/stacks/source_frame.h"

namespace rondo {

// A function within its callers. Numbers are stacks in which it was seen there.
struct CallNode {
  std::string function;  // empty for top-level code and functions without a name
  std::string file;
  int line = 0;        // where in it most of the stacks were
  int skipped = 0;     // calls between its caller and it that are left out: one called the next
  uint32_t total = 0;  // with what it called
  uint32_t self = 0;   // in the function itself
  uint32_t other = 0;  // in calls that are left out because each was seen seldom
  std::vector<CallNode> calls;  // the most frequent first; self + other + these are the total
};

struct CallTree {
  uint32_t count = 0;  // stacks that were seen; 0: there is no tree
  uint32_t late = 0;   // and those that came too late to tell where the time went
  // With the outermost functions as its calls.
  CallNode root;

  // Whether it tells more than one place: no function has more than 90 % for itself.
  bool branches() const;
};

// The share of a number of stacks, to four digits.
double CallShare(const CallTree& tree, uint32_t count);

// "100 %  handle (/srv/app.js:14)", "  66 %    parse (/srv/parse.js:8), 20 % itself": a line each,
// callees indented. Without line feeds.
std::vector<std::string> CallTreeLines(const CallTree& tree);

// Gathers the stacks of one task. Memory: kMaxNodes functions; what would be more is counted as
// other calls of its caller, so that all shares stay right.
class CallTreeBuilder {
 public:
  static constexpr int kMaxDepth = 48;  // of the stacks that are worth giving
  static constexpr size_t kMaxNodes = 512;
  // What Finish() keeps.
  static constexpr size_t kKept = 10;
  static constexpr double kLeast = 0.05;

  void Clear() {
    nodes_.clear();
    late_ = 0;
  }
  // A stack, innermost first. A function that calls itself directly is one node.
  void Add(const std::vector<SourceFrame>& stack);
  // One whose place is not where the time went.
  void AddLate() { late_++; }

  // The tree of kKept functions that were seen most, none of which has less than kLeast of all; of
  // a row of functions that each only called the next, the first and the last.
  CallTree Finish() const;

 private:
  static constexpr size_t kLines = 4;

  struct Node {
    std::string function;
    std::string file;
    uint32_t total = 0;
    uint32_t self = 0;
    uint32_t other = 0;
    // The lines where it was, as far as they fit: a rare one gives its place, and its count, to a
    // new one.
    std::array<std::pair<int, uint32_t>, kLines> lines{};
    std::vector<size_t> calls;

    void AddLine(int line);
    int BusiestLine() const;
  };
  // The node of `frame` among the calls of `parent`, made when there is none; 0 when there is no
  // room.
  size_t Find(size_t parent, const SourceFrame& frame);

  std::vector<Node> nodes_;  // [0] is the root
  uint32_t late_ = 0;
};

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_CALL_TREE_H_
