// What the command line and RONDO_OPTIONS said, once parsed.
#ifndef RONDO_BASE_OPTIONS_H_
#define RONDO_BASE_OPTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace rondo {

struct Options {
  std::string exec_path;               // the executable, absolute
  std::string argv0;                   // as it was called
  std::string script;                  // empty: from -e, or standard input
  std::vector<std::string> args;       // what follows the script
  std::vector<std::string> exec_argv;  // the options before it, as written

  std::string command;  // "report": what runs instead of a script, with `args`

  bool has_eval = false;
  std::string eval;
  bool print = false;
  bool check = false;
  std::string input_type;  // "", "commonjs" or "module"
  std::vector<std::string> require;
  std::vector<std::string> import;
  std::vector<std::string> conditions;
  bool preserve_symlinks = false;
  bool preserve_symlinks_main = false;
  std::vector<std::string> env_files;           // must exist
  std::vector<std::string> optional_env_files;  // may be missing
  std::string title;

  std::string unhandled_rejections = "throw";  // strict, warn, warn-with-error-codes, none, throw
  bool no_warnings = false;
  std::vector<std::string> disable_warning;  // codes or types
  bool no_deprecation = false;
  bool trace_warnings = false;
  bool trace_deprecation = false;
  bool throw_deprecation = false;
  bool trace_uncaught = false;
  int64_t stack_trace_limit = -1;  // -1: V8's default
  int64_t max_http_header_size = 16384;
  bool insecure_http_parser = false;
  bool use_env_proxy = false;

  std::string long_tasks = "victims";  // victims, all, off
  double long_task_threshold_ms = 50;
  std::string long_tasks_format = "text";  // text, json
  bool long_tasks_summary = false;
  bool has_record = false;
  std::string record;            // the file, where %p stands for the process id
  int64_t record_limit_mib = 0;  // 0: not given
  bool monitor = false;          // a thread that shows what the loop does
  std::string monitor_address;   // as given: HOST:PORT, HOST, PORT or nothing
  double monitor_stuck_limit_ms = 2000;

  bool no_snapshot = false;  // run lib/ anew instead of starting from the snapshot
  bool startup_trace = false;
  std::vector<std::string> v8_flags;
};

}  // namespace rondo

#endif  // RONDO_BASE_OPTIONS_H_
