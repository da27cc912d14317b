#include "runtime/observe/stacks/call_tree.h"

#include <algorithm>
#include <cmath>

#include "runtime/base/format.h"

namespace rondo {
namespace {

constexpr double kOnePlace = 0.9;
constexpr uint32_t kEnough = 3;  // fewer stacks have no shares worth telling

uint32_t MostSelf(const CallNode& node) {
  uint32_t most = node.self;
  for (const CallNode& call : node.calls) most = std::max(most, MostSelf(call));
  return most;
}

bool CallsItself(const SourceFrame& caller, const SourceFrame& called) {
  return !caller.function.empty() && caller.function == called.function &&
         caller.file == called.file;
}

std::string Percent(const CallTree& tree, uint32_t count) {
  return Format("%.0f %%", CallShare(tree, count) * 100);
}

bool Noticeable(const CallTree& tree, uint32_t count) {
  return CallShare(tree, count) >= CallTreeBuilder::kLeast;
}

void AppendLines(const CallTree& tree, const CallNode& node, size_t depth,
                 std::vector<std::string>* lines) {
  const auto line = [&](uint32_t count, const std::string& text) {
    lines->push_back(Format("%5s", Percent(tree, count).c_str()) + std::string(2 + 2 * depth, ' ') +
                     text);
  };
  for (const CallNode& call : node.calls) {
    std::string text;
    if (call.skipped > 0)
      text = Format("%d %s further: ", call.skipped, call.skipped == 1 ? "call" : "calls");
    text += SourceFrame{call.function, call.file, call.line, 0}.Text();
    if (!call.calls.empty() && Noticeable(tree, call.self))
      text += ", " + Percent(tree, call.self) + " itself";
    line(call.total, text);
    AppendLines(tree, call, depth + 1, lines);
  }
  if (Noticeable(tree, node.other)) line(node.other, "others");
}

}  // namespace

double CallShare(const CallTree& tree, uint32_t count) {
  return tree.count == 0 ? 0 : std::round(count * 1e4 / tree.count) / 1e4;
}

bool CallTree::branches() const { return count >= kEnough && MostSelf(root) <= kOnePlace * count; }

std::vector<std::string> CallTreeLines(const CallTree& tree) {
  std::vector<std::string> lines;
  AppendLines(tree, tree.root, 0, &lines);
  return lines;
}

void CallTreeBuilder::Node::AddLine(int line) {
  auto place = std::find_if(lines.begin(), lines.end(),
                            [&](const auto& known) { return known.first == line; });
  if (place == lines.end()) {
    place = std::min_element(lines.begin(), lines.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
    place->first = line;
  }
  place->second++;
}

int CallTreeBuilder::Node::BusiestLine() const {
  return std::max_element(lines.begin(), lines.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

size_t CallTreeBuilder::Find(size_t parent, const SourceFrame& frame) {
  for (size_t call : nodes_[parent].calls) {
    const Node& node = nodes_[call];
    // Of functions without a name the line is all that tells one from another.
    if (node.function == frame.function && node.file == frame.file &&
        (!frame.function.empty() || node.lines[0].first == frame.line)) {
      return call;
    }
  }
  if (nodes_.size() == kMaxNodes) return 0;
  Node& node = nodes_.emplace_back();
  node.function = frame.function;
  node.file = frame.file;
  nodes_[parent].calls.push_back(nodes_.size() - 1);
  return nodes_.size() - 1;
}

void CallTreeBuilder::Add(const std::vector<SourceFrame>& stack) {
  if (nodes_.empty()) nodes_.emplace_back();
  nodes_[0].total++;
  size_t node = 0;
  for (size_t i = stack.size(); i-- > 0;) {
    if (i > 0 && CallsItself(stack[i], stack[i - 1])) continue;
    const size_t call = Find(node, stack[i]);
    if (call == 0) {
      nodes_[node].other++;
      return;
    }
    node = call;
    nodes_[node].total++;
    nodes_[node].AddLine(stack[i].line);
  }
  nodes_[node].self++;
}

CallTree CallTreeBuilder::Finish() const {
  CallTree tree;
  tree.late = late_;
  if (nodes_.empty()) return tree;
  tree.count = nodes_[0].total;
  // What is shown as called by a node: of a row of functions that each only called the next, the
  // last.
  struct Call {
    size_t node;
    int skipped;
  };
  const auto passes = [&](const Node& node) {
    return node.calls.size() == 1 && nodes_[node.calls[0]].total == node.total;
  };
  const auto calls = [&](size_t from) {
    std::vector<Call> out;
    for (size_t call : nodes_[from].calls) {
      int skipped = 0;
      while (from != 0 && passes(nodes_[from]) && passes(nodes_[call])) {
        call = nodes_[call].calls[0];
        skipped++;
      }
      out.push_back({call, skipped});
    }
    std::stable_sort(out.begin(), out.end(), [&](const Call& a, const Call& b) {
      return nodes_[a.node].total > nodes_[b.node].total;
    });
    return out;
  };
  // A call is seen no more often than its caller: taking the most frequent first gives a tree.
  std::vector<bool> kept(nodes_.size());
  std::vector<size_t> open;
  const auto expand = [&](size_t node) {
    for (const Call& call : calls(node)) {
      if (nodes_[call.node].total >= kLeast * tree.count) open.push_back(call.node);
    }
  };
  expand(0);
  for (size_t n = 0; n < kKept && !open.empty(); ++n) {
    const auto next = std::max_element(open.begin(), open.end(), [&](size_t a, size_t b) {
      return nodes_[a].total < nodes_[b].total;
    });
    const size_t node = *next;
    open.erase(next);
    kept[node] = true;
    expand(node);
  }
  const auto build = [&](auto& self, const Call& call) -> CallNode {
    const Node& node = nodes_[call.node];
    CallNode out{node.function, node.file, node.BusiestLine(), call.skipped,
                 node.total,    node.self, node.other,         {}};
    for (const Call& inner : calls(call.node)) {
      if (kept[inner.node]) {
        out.calls.push_back(self(self, inner));
      } else {
        out.other += nodes_[inner.node].total;
      }
    }
    return out;
  };
  tree.root = build(build, {0, 0});
  return tree;
}

}  // namespace rondo
