// Runs short programs many times, one after the other, and prints what each run cost. A program in
// C++, because a start is milliseconds: the spawning process's own weight (fork of a large heap, an
// event loop between exit and clock) must not be in the figures.
//
// measure_spawn [--runs N] [--timeout SECONDS] [--output null|inherit]
//   Standard input: a command a line, its arguments separated by tabs; the first is the program's
//   path. Every run of a round starts each command once, in the order given, rotated by one from
//   round to round. Descriptor 3 (standard output when 3 is not open, with --output null): a JSON
//   object a line and a run,
//     {"command":0,"run":0,"wall":ns,"user":us,"system":us,"maxrss":KiB,"status":0,"signal":0,"timeout":false}
//   wall is from before posix_spawn to the return of wait4; user, system and maxrss are wait4's.
//   --output null (the default) opens /dev/null as the programs' standard output; inherit leaves
//   ours to them. Standard input is /dev/null, standard error ours.
// Exit status: 0 when every program could be started, whatever became of it; 1 when one could not;
// 2 for bad usage.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

extern char** environ;

namespace {

struct Command {
  std::vector<std::string> words;
  std::vector<char*> argv;
};

struct Options {
  long runs = 1;
  long timeout_seconds = 60;
  bool inherit_output = false;
};

int64_t Now() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

std::vector<Command> ReadCommands() {
  std::vector<Command> commands;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    Command command;
    size_t from = 0;
    for (size_t tab; (tab = line.find('\t', from)) != std::string::npos; from = tab + 1)
      command.words.push_back(line.substr(from, tab - from));
    command.words.push_back(line.substr(from));
    commands.push_back(std::move(command));
  }
  for (Command& command : commands) {  // after the vector has its final place
    for (std::string& word : command.words) command.argv.push_back(word.data());
    command.argv.push_back(nullptr);
  }
  return commands;
}

bool ParseCount(const char* text, long* out) {
  char* end = nullptr;
  errno = 0;
  *out = std::strtol(text, &end, 10);
  return errno == 0 && end != text && *end == '\0' && *out >= 1 && *out <= 1'000'000;
}

/// Waits for `pid` until the deadline, then kills it. SIGCHLD must be blocked. Returns wait4's
/// status.
int WaitUntil(pid_t pid, int64_t deadline, rusage* usage, bool* timed_out) {
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  for (;;) {
    int status = 0;
    pid_t done = wait4(pid, &status, WNOHANG, usage);
    if (done == pid) return status;
    int64_t left = deadline - Now();
    if (left <= 0) {
      *timed_out = true;
      kill(pid, SIGKILL);
      while (wait4(pid, &status, 0, usage) < 0 && errno == EINTR) {
      }
      return status;
    }
    timespec wait{left / 1'000'000'000, static_cast<long>(left % 1'000'000'000)};
    sigtimedwait(&child, nullptr, &wait);
  }
}

int Usage(const char* problem) {
  std::fprintf(
      stderr,
      "measure_spawn: %s\n"
      "usage: measure_spawn [--runs N] [--timeout SECONDS] [--output null|inherit] < COMMANDS\n",
      problem);
  return 2;
}

/// Starts the command once, waits for it, prints its line.
bool RunOnce(const Options& options, const Command& command, size_t index, long run,
             const posix_spawn_file_actions_t* actions, const posix_spawnattr_t* attributes,
             FILE* out) {
  pid_t pid = 0;
  int64_t start = Now();
  int error = posix_spawn(&pid, command.argv[0], actions, attributes, command.argv.data(), environ);
  if (error != 0) {
    std::fprintf(stderr, "measure_spawn: cannot start %s: %s\n", command.argv[0],
                 std::strerror(error));
    return false;
  }
  rusage usage{};
  bool timed_out = false;
  int status = WaitUntil(pid, start + options.timeout_seconds * 1'000'000'000, &usage, &timed_out);
  int64_t wall = Now() - start;
  auto micros = [](const timeval& t) { return int64_t{t.tv_sec} * 1'000'000 + t.tv_usec; };
  std::fprintf(out,
               "{\"command\":%zu,\"run\":%ld,\"wall\":%lld,\"user\":%lld,\"system\":%lld,"
               "\"maxrss\":%ld,\"status\":%d,\"signal\":%d,\"timeout\":%s}\n",
               index, run, static_cast<long long>(wall),
               static_cast<long long>(micros(usage.ru_utime)),
               static_cast<long long>(micros(usage.ru_stime)), usage.ru_maxrss,
               WIFEXITED(status) ? WEXITSTATUS(status) : 0,
               WIFSIGNALED(status) ? WTERMSIG(status) : 0, timed_out ? "true" : "false");
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i++) {
    std::string name = argv[i];
    const char* value = i + 1 < argc ? argv[++i] : nullptr;
    if (!value) return Usage(("no value for " + name).c_str());
    if (name == "--runs") {
      if (!ParseCount(value, &options.runs)) return Usage("--runs needs a number from 1");
    } else if (name == "--timeout") {
      if (!ParseCount(value, &options.timeout_seconds))
        return Usage("--timeout needs a number of seconds from 1");
    } else if (name == "--output") {
      options.inherit_output = std::strcmp(value, "inherit") == 0;
      if (!options.inherit_output && std::strcmp(value, "null") != 0)
        return Usage("--output needs null or inherit");
    } else {
      return Usage(("unknown option " + name).c_str());
    }
  }
  std::vector<Command> commands = ReadCommands();
  if (commands.empty()) return Usage("no commands on standard input");

  FILE* out = stdout;
  if (fcntl(3, F_GETFD) >= 0) {
    fcntl(3, F_SETFD, FD_CLOEXEC);
    out = fdopen(3, "w");
  } else if (options.inherit_output) {
    return Usage("--output inherit needs descriptor 3 for the results");
  }
  if (!out) return Usage("descriptor 3 cannot be written to");

  // SIGCHLD waits for sigtimedwait; the children get an empty mask, as from a shell.
  sigset_t child, empty;
  sigemptyset(&empty);
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, nullptr);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &empty);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  if (!options.inherit_output)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);

  for (long run = 0; run < options.runs; run++) {
    for (size_t i = 0; i < commands.size(); i++) {
      size_t index = (i + static_cast<size_t>(run)) % commands.size();
      if (!RunOnce(options, commands[index], index, run, &actions, &attributes, out)) return 1;
    }
  }
  return std::fclose(out) == 0 ? 0 : 1;
}
