#include "runtime/observe/report/report_text.h"

#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <utility>

#include "runtime/observe/report/report_json.h"
#include "runtime/observe/report/summary.h"

namespace rondo {
namespace {

constexpr size_t kMaxName = 300;
constexpr size_t kLabel = 10;  // "  cause   "

constexpr const char* kHeading = "\x1b[1;33m";  // bold yellow
constexpr const char* kBold = "\x1b[1m";
constexpr const char* kDim = "\x1b[2m";
constexpr const char* kPlace = "\x1b[36m";  // cyan
constexpr const char* kReset = "\x1b[0m";

std::string In(const char* color, std::string_view text) {
  return color + std::string(text) + kReset;
}

// "rondo: long task: ..." up to the second colon, which begins every report.
std::string ColorHeading(std::string_view line) {
  const size_t end = line.find(": ", line.find(": ") + 1);
  if (end == std::string_view::npos) return std::string(line);
  return In(kHeading, line.substr(0, end + 1)) + std::string(line.substr(end + 1));
}

std::string ColorLine(std::string_view line) {
  if (line.starts_with("rondo: ")) return ColorHeading(line);
  if (line.size() <= kLabel || !line.starts_with("  ") || line[kLabel - 1] != ' ')
    return std::string(line);
  const std::string_view label = line.substr(0, kLabel), rest = line.substr(kLabel);
  if (label.find_first_not_of(' ') == std::string_view::npos && rest[0] != ' ')
    return In(kDim, line);  // an outer frame
  if (label[2] < 'a' || label[2] > 'z') return std::string(line);
  const std::string text = In(kDim, label);
  if (label == "  cause   ") return text + In(kBold, rest);
  if (label == "  at      ") return text + In(kPlace, rest);
  return text + std::string(rest);
}

void MakePlain(CallNode* node) {
  node->function = PlainText(std::move(node->function), kMaxName);
  node->file = PlainText(std::move(node->file), kMaxName);
  for (CallNode& call : node->calls) MakePlain(&call);
}

std::atomic<bool> json_notices{false};
std::atomic<bool> color_notices{false};

}  // namespace

bool ColorsOnStderr() {
  if (const char* force = std::getenv("FORCE_COLOR")) {
    const std::string_view value = force;
    return value.empty() || value == "1" || value == "2" || value == "3" || value == "true";
  }
  const char* term = std::getenv("TERM");
  if (std::getenv("NO_COLOR") || std::getenv("NODE_DISABLE_COLORS")) return false;
  return term && std::string_view(term) != "dumb" && isatty(STDERR_FILENO);
}

SourceFrame PlainFrame(SourceFrame frame) {
  frame.function = PlainText(std::move(frame.function), kMaxName);
  frame.file = PlainText(std::move(frame.file), kMaxName);
  return frame;
}

std::string PlainReport(const LongTask& task) {
  LongTask plain = task;
  plain.name = PlainText(std::move(plain.name), kMaxName);
  plain.arguments = PlainText(std::move(plain.arguments), kMaxName);
  for (auto* frames : {&plain.stack, &plain.within, &plain.invoker, &plain.origin}) {
    for (SourceFrame& frame : *frames) frame = PlainFrame(std::move(frame));
  }
  if (plain.tree) {
    CallTree tree = *plain.tree;
    MakePlain(&tree.root);
    plain.tree = std::make_shared<const CallTree>(std::move(tree));
  }
  return FormatLongTask(plain);
}

std::string ColorReport(std::string_view report) {
  std::string text;
  while (!report.empty()) {
    const size_t end = report.find('\n');
    text += ColorLine(report.substr(0, end));
    if (end == std::string_view::npos) break;
    text += '\n';
    report.remove_prefix(end + 1);
  }
  return text;
}

bool WriteToStderr(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = write(STDERR_FILENO, text.data(), text.size());
    if (n > 0) {
      text.remove_prefix(static_cast<size_t>(n));
      continue;
    }
    if (n < 0 && errno == EINTR) continue;
    if (n == 0 || errno != EAGAIN) return false;
    pollfd stderr_ready = {STDERR_FILENO, POLLOUT, 0};
    if (poll(&stderr_ready, 1, 100) != 1 || !(stderr_ready.revents & POLLOUT)) return false;
  }
  return true;
}

void SetNoticeFormat(bool json, bool colors) {
  json_notices.store(json);
  color_notices.store(colors);
}

void PrintNotice(std::string_view text) {
  if (!json_notices.load()) {
    WriteToStderr(color_notices.load() ? ColorReport(text) : std::string(text));
    return;
  }
  constexpr std::string_view kName = "rondo: ";
  if (text.starts_with(kName)) text.remove_prefix(kName.size());
  if (text.ends_with('\n')) text.remove_suffix(1);
  JsonLine json;
  json.String("type", "notice").String("time", IsoTime());
  json.Integer("pid", static_cast<uint64_t>(getpid())).String("message", text);
  WriteToStderr(json.Finish() + "\n");
}

}  // namespace rondo
