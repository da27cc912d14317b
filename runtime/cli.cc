#include "runtime/cli.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>
#include <uv.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "runtime/base/env_file.h"
#include "runtime/cli_script.h"
#include "runtime/cli_table.h"
#include "runtime/js/v8.h"
#include "runtime/monitor/address.h"

namespace rondo {
namespace {

constexpr int kContinue = -1;
constexpr int kBadUse = 9;  // Node's status for a wrong command line

int Fail(const std::string& text) {
  std::fprintf(stderr, "rondo: %s\n", text.c_str());
  return kBadUse;
}

std::string ExecutablePath(const char* argv0) {
  char path[PATH_MAX];
  ssize_t size = ::readlink("/proc/self/exe", path, sizeof path);
  return size > 0 ? std::string(path, static_cast<size_t>(size)) : argv0;
}

// V8 itself says whether it knows the flag: it takes those it knows out of the arguments.
bool TakenByV8(const std::string& flag) {
  std::string program = "rondo", copy = flag;
  char* argv[] = {program.data(), copy.data(), nullptr};
  int argc = 2;
  v8::V8::SetFlagsFromCommandLine(&argc, argv, true);
  return argc == 1;
}

int PrintV8Options() {
  std::string flag = "--help";
  v8::V8::SetFlagsFromString(flag.data(), flag.size());  // prints, and ends the process
  return 0;
}

// Splits the text of RONDO_OPTIONS at spaces; "..." keeps spaces, a backslash inside it keeps the
// next character.
std::optional<std::vector<std::string>> SplitWords(const std::string& text) {
  std::vector<std::string> words;
  bool in_word = false, quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ' ' && !quoted) {
      in_word = false;
      continue;
    }
    if (!in_word) words.emplace_back();
    in_word = true;
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '\\' && quoted) {
      if (++i == text.size()) return std::nullopt;
      words.back() += text[i];
    } else {
      words.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  return words;
}

class Parser {
 public:
  explicit Parser(Options* options) : options_(options), table_(options) {}

  // The options at the start of `words`; the script and its arguments too, unless `environment`.
  int Take(const std::vector<std::string>& words, bool environment);
  std::string Help() const { return table_.Help(); }
  int Finish() {
    std::string error = table_.Finish();
    return error.empty() ? kContinue : Fail(error);
  }

 private:
  int TakeOption(const std::vector<std::string>& words, size_t* at, bool environment);
  int Act(const std::string& name);

  Options* options_;
  OptionTable table_;
};

// The options that do something else than running a program.
int Parser::Act(const std::string& name) {
  if (name == "--version") {
    std::printf("v%s\n", RONDO_VERSION);
    return 0;
  }
  if (name == "--help") {
    std::fputs(table_.Help().c_str(), stdout);
    return 0;
  }
  if (name == "--v8-options") return PrintV8Options();
  if (name == "--list-builtins") {
    options_->has_eval = true;
    options_->eval =
        "process.stdout.write(require('node:module').builtinModules.join('\\n') + '\\n')";
  }
  return kContinue;
}

int Parser::TakeOption(const std::vector<std::string>& words, size_t* at, bool environment) {
  const std::string& word = words[(*at)++];
  std::string name = word.substr(0, word.starts_with("--") ? word.find('=') : std::string::npos);
  std::string value;
  bool has_value = name.size() < word.size();
  if (has_value) value = word.substr(name.size() + 1);
  if (name.starts_with("--")) {
    for (char& c : name) c = c == '_' ? '-' : c;
  }
  bool print_text = name == "-pe" || name == "-ep";
  if (print_text) name = "--eval";

  std::optional<OptionTable::Entry> entry = table_.Find(name);
  if (!entry) {
    if (!word.starts_with("--") || !TakenByV8(word)) return Fail("bad option: " + word);
    options_->v8_flags.push_back(word);
    return kContinue;
  }
  if (environment && !entry->in_environment) return Fail(word + " is not allowed in RONDO_OPTIONS");

  auto take_next = [&] {
    has_value = *at < words.size() && !words[*at].starts_with("-");
    if (has_value) value = words[(*at)++];
    // A text that begins with a dash is written with a backslash before it.
    if (has_value && value.starts_with("\\-")) value.erase(0, 1);
  };
  if (entry->name == "--print" && !has_value && !options_->has_eval) {
    take_next();  // `-p TEXT` is short for `-p -e TEXT`
    if (has_value) {
      print_text = true;
      entry = table_.Find("--eval");
    }
  } else if (entry->name == "--print" && has_value) {
    print_text = true;
    entry = table_.Find("--eval");
  }
  if (entry->takes_value) {
    if (!has_value) take_next();
    if (!has_value) return Fail(word + " requires an argument");
  } else if (has_value && !entry->may_take_value) {
    return Fail(name + " takes no argument");
  }
  if (entry->name == "--eval") options_->has_eval = true;
  if (print_text) table_.Add("--print", "");
  table_.Add(entry->name, value);
  return Act(entry->name);
}

int Parser::Take(const std::vector<std::string>& words, bool environment) {
  size_t at = 0;
  while (at < words.size() && words[at].size() > 1 && words[at][0] == '-') {
    if (words[at] == "--") {
      if (environment) return Fail("-- is not allowed in RONDO_OPTIONS");
      ++at;
      break;
    }
    size_t first = at;
    if (int code = TakeOption(words, &at, environment); code != kContinue) return code;
    if (!environment) {
      for (size_t i = first; i < at; ++i) options_->exec_argv.push_back(words[i]);
    }
  }
  if (environment) {
    return at == words.size() ? kContinue : Fail(words[at] + " is not allowed in RONDO_OPTIONS");
  }
  if (!options_->has_eval && at < words.size()) {
    std::string& target = words[at] == "report" ? options_->command : options_->script;
    target = words[at++];
  }
  options_->args.assign(words.begin() + static_cast<ptrdiff_t>(at), words.end());
  return kContinue;
}

// Variables that are set already keep their value.
int LoadEnvFile(const std::string& path, bool optional) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  if (!file || !(text << file.rdbuf())) {
    if (file && file.peek() == EOF) return kContinue;  // an empty file
    return optional && ::access(path.c_str(), F_OK) != 0 ? kContinue : Fail(path + ": not found");
  }
  for (const auto& [name, value] : ParseEnvFile(text.str()))
    ::setenv(name.c_str(), value.c_str(), 0);
  return kContinue;
}

// The files that the command line names are read before all else, since one may set RONDO_OPTIONS.
int LoadEnvFiles(const std::vector<std::string>& words) {
  if (std::none_of(words.begin(), words.end(),
                   [](auto& word) { return word.starts_with("--env"); }))
    return kContinue;
  Options options;
  if (int code = Parser(&options).Take(words, false); code != kContinue) return code;
  for (const std::string& path : options.optional_env_files) {
    if (int code = LoadEnvFile(path, true); code != kContinue) return code;
  }
  for (const std::string& path : options.env_files) {
    if (int code = LoadEnvFile(path, false); code != kContinue) return code;
  }
  return kContinue;
}

// The state that programs rely on, whatever the parent left: descriptors 0 to 2 are open, a broken
// pipe is an error and not a signal, and as many descriptors may be open as the system allows.
void PrepareProcess() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) == -1 && errno == EBADF && ::open("/dev/null", O_RDWR) != fd)
      std::abort();
  }
  ::signal(SIGPIPE, SIG_IGN);
  rlimit files;
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
  }
}

// The options of --record, which are those of a program: a command is not recorded, whatever
// RONDO_OPTIONS says.
int CheckRecord(Options* options) {
  if (options->has_record && options->record.empty())
    return Fail("--record needs the name of a file: --record=FILE");
  if (options->record_limit_mib > 0 && !options->has_record)
    return Fail("--record-limit is of no use without --record=FILE");
  if (options->record_limit_mib == 0) options->record_limit_mib = 64;
  if (!options->command.empty()) {
    options->record.clear();
    options->has_record = options->long_tasks_summary = false;
    options->long_tasks = "off";
  }
  return kContinue;
}

}  // namespace

int ParseCommandLine(int argc, char** argv, Options* options) {
  PrepareProcess();
  options->exec_path = ExecutablePath(argv[0]);
  options->argv0 = argv[0];
  std::vector<std::string> words(argv + 1, argv + argc);
  uv_setup_args(argc, argv);

  Parser parser(options);
  if (int code = LoadEnvFiles(words); code != kContinue) return code;
  if (const char* text = std::getenv("RONDO_OPTIONS"); text && *text) {
    auto split = SplitWords(text);
    if (!split) return Fail("RONDO_OPTIONS: a quote is not closed");
    if (int code = parser.Take(*split, true); code != kContinue) return code;
  }
  if (int code = parser.Take(words, false); code != kContinue) return code;
  if (int code = parser.Finish(); code != kContinue) return code;

  if (options->monitor) {
    Result<MonitorAddress> address = ParseMonitorAddress(options->monitor_address);
    if (!address.ok()) return Fail(address.error().message);
  }
  if (int code = CheckRecord(options); code != kContinue) return code;
  if (options->check && options->has_eval)
    return Fail("either --check or --eval can be used, not both");
  if (options->check && options->script.empty()) return Fail("--check needs a script");
  if (!options->input_type.empty() && !options->script.empty() && options->script != "-") {
    return Fail(
        "--input-type is for --eval and standard input; a file says by its name what it is");
  }
  if (options->stack_trace_limit >= 0) {
    options->v8_flags.push_back("--stack-trace-limit=" +
                                std::to_string(options->stack_trace_limit));
  }
  if (!options->title.empty()) uv_set_process_title(options->title.c_str());
  if (options->script.empty() && options->command.empty() && !options->has_eval &&
      ::isatty(STDIN_FILENO)) {
    std::fprintf(stderr, "%s\nrondo: no script given (there is no interactive mode yet)\n",
                 parser.Help().c_str());
    return kBadUse;
  }
  return CheckScript(*options);
}

}  // namespace rondo
