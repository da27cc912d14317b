#include "runtime/cli_table.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace rondo {
namespace {

constexpr const char* kProgram = "Program";
constexpr const char* kModules = "Modules";
constexpr const char* kErrors = "Errors and warnings";
constexpr const char* kHttp = "HTTP";
constexpr const char* kLoop = "Event loop";
constexpr const char* kOther = "Other";
constexpr const char* kHidden = "";  // of options that the help leaves out

// Options that say what to run; RONDO_OPTIONS says how.
const std::set<std::string>& CommandLineOnly() {
  static const std::set<std::string> names = {
      "--eval",       "--print",         "--check",    "--version",           "--help",
      "--v8-options", "--list-builtins", "--env-file", "--env-file-if-exists"};
  return names;
}

// What the value is called, without the list of allowed values that CLI11 puts behind.
std::string TypeName(const CLI::Option& option) {
  std::string name = option.get_type_name();
  return name.substr(0, name.find(':'));
}

}  // namespace

struct OptionTable::Impl {
  CLI::App app{"", "rondo"};
  // Options that hold free text, which CLI11 would read brackets and braces of: where it goes
  // instead.
  std::map<std::string, std::function<void(const std::string&)>> texts;
  std::set<std::string> optional_values;  // options whose value may be left out
  bool unused = false;                    // of options that the splitter acts on itself
};

OptionTable::OptionTable(Options* o) : impl_(std::make_unique<Impl>()) {
  CLI::App& app = impl_->app;
  app.set_help_flag();
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);

  auto value = [&app](const char* names, auto& field, const char* help, const char* group,
                      const char* type) {
    return app.add_option(names, field, help)->group(group)->type_name(type);
  };
  auto text = [this, &app](const char* names, std::string& field, const char* help,
                           const char* group, const char* type) {
    CLI::Option* option = app.add_option(names, field, help)->group(group)->type_name(type);
    impl_->texts["--" + option->get_lnames().front()] = [&field](const std::string& given) {
      field = given;
    };
  };
  auto list = [this, &app](const char* names, std::vector<std::string>& field, const char* help,
                           const char* group, const char* type) {
    CLI::Option* option =
        app.add_option(names, field, help)->group(group)->type_name(type)->expected(1);
    impl_->texts["--" + option->get_lnames().front()] = [&field](const std::string& given) {
      field.push_back(given);
    };
  };
  auto flag = [&app](const char* names, bool& field, const char* help, const char* group) {
    app.add_flag(names, field, help)->group(group);
  };

  text("-e,--eval", o->eval, "Run TEXT as the program", kProgram, "TEXT");
  flag("-p,--print", o->print, "Print the result of the program; `-p TEXT` runs TEXT", kProgram);
  flag("-c,--check", o->check, "Check the script's syntax without running it", kProgram);
  value("--input-type", o->input_type, "How --eval and standard input are read: commonjs or module",
        kProgram, "TYPE")
      ->check(CLI::IsMember({"commonjs", "module"}));
  list("--env-file", o->env_files, "Set environment variables from FILE", kProgram, "FILE");
  list("--env-file-if-exists", o->optional_env_files, "The same, unless FILE is missing", kProgram,
       "FILE");
  text("--title", o->title, "The process title at the start", kProgram, "TEXT");

  list("-r,--require", o->require, "Load MODULE before the program", kModules, "MODULE");
  list("--import", o->import, "Import MODULE before the program", kModules, "MODULE");
  list("-C,--conditions", o->conditions, "A further condition for package exports and imports",
       kModules, "NAME");
  flag("--preserve-symlinks", o->preserve_symlinks, "Keep symbolic links in module paths",
       kModules);
  flag("--preserve-symlinks-main", o->preserve_symlinks_main, "The same for the main script",
       kModules);

  value("--unhandled-rejections", o->unhandled_rejections,
        "On rejections nobody handles: throw, strict, warn, warn-with-error-codes or none", kErrors,
        "MODE")
      ->check(CLI::IsMember({"throw", "strict", "warn", "warn-with-error-codes", "none"}));
  flag("--no-warnings,!--warnings", o->no_warnings, "Print no warnings", kErrors);
  list("--disable-warning", o->disable_warning, "Print no warnings of this code or type", kErrors,
       "CODE");
  flag("--trace-warnings", o->trace_warnings, "Print warnings with their stack", kErrors);
  flag("--no-deprecation,!--deprecation", o->no_deprecation, "Print no deprecation warnings",
       kErrors);
  flag("--trace-deprecation", o->trace_deprecation, "Print deprecation warnings with their stack",
       kErrors);
  flag("--throw-deprecation", o->throw_deprecation,
       "Throw an error where something deprecated is used", kErrors);
  flag("--trace-uncaught", o->trace_uncaught, "Print where an uncaught exception was thrown",
       kErrors);
  value("--stack-trace-limit", o->stack_trace_limit, "How many frames a stack has (10)", kErrors,
        "N")
      ->check(CLI::NonNegativeNumber);

  value("--max-http-header-size", o->max_http_header_size,
        "Bytes that a request's head may have (16384)", kHttp, "N")
      ->check(CLI::Range(int64_t{1}, int64_t{0x7fffffff}, "a size"));
  flag("--insecure-http-parser", o->insecure_http_parser, "Accept HTTP that breaks the rules",
       kHttp);
  flag("--use-env-proxy", o->use_env_proxy,
       "Send requests through the proxies of HTTP_PROXY and NO_PROXY", kHttp);

  flag("--startup-trace", o->startup_trace,
       "Print at the end how long each phase of the start took", kOther);
  // For tests of the start itself.
  flag("--no-snapshot", o->no_snapshot, "Run the built-in modules anew", kHidden);

  value("--long-tasks", o->long_tasks,
        "Report tasks that held the loop: victims (somebody waited), all or off", kLoop, "WHICH")
      ->check(CLI::IsMember({"victims", "all", "off"}));
  const CLI::Validator above_zero(
      [](std::string& text) {
        char* end = nullptr;
        return std::strtod(text.c_str(), &end) > 0 && *end == '\0'
                   ? ""
                   : "must be a number above 0, not " + text;
      },
      "MS");
  value("--long-task-threshold", o->long_task_threshold_ms,
        "From how many milliseconds on a task is long (50)", kLoop, "MS")
      ->check(above_zero);
  app.add_option("--monitor", o->monitor_address,
                 "Show what the loop does, for people and for Prometheus, at HOST:PORT "
                 "(127.0.0.1:9464)")
      ->group(kLoop)
      ->type_name("ADDRESS");
  impl_->optional_values.insert("--monitor");
  impl_->texts["--monitor"] = [o](const std::string& given) {
    o->monitor = true;
    o->monitor_address = given;
  };
  value("--monitor-stuck-limit", o->monitor_stuck_limit_ms,
        "From how many milliseconds on the monitor says that the loop is stuck (2000)", kLoop, "MS")
      ->check(above_zero);

  value("--long-tasks-format", o->long_tasks_format,
        "How they are reported: text, or json (a line each)", kLoop, "FORMAT")
      ->check(CLI::IsMember({"text", "json"}));
  flag("--long-tasks-summary", o->long_tasks_summary,
       "Print at the end who held the loop, by the time taken from others", kLoop);
  text("--record", o->record,
       "Keep long tasks and each second's statistics in FILE (%p: the process id)", kLoop, "FILE");
  impl_->texts["--record"] = [o](const std::string& given) {
    o->record = given;
    o->has_record = true;
  };
  value("--record-limit", o->record_limit_mib,
        "Megabytes of records; the older half becomes FILE.1, and goes first (64)", kLoop, "MIB")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 20, "megabytes"));

  flag("-v,--version", impl_->unused, "Print the version", kOther);
  flag("-h,--help", impl_->unused, "Print this help", kOther);
  flag("--v8-options", impl_->unused, "Print the options of V8, which are accepted too", kOther);
  flag("--list-builtins", impl_->unused, "Print the names of the built-in modules", kOther);
}

OptionTable::~OptionTable() = default;

std::optional<OptionTable::Entry> OptionTable::Find(const std::string& name) const {
  const CLI::Option* option = impl_->app.get_option_no_throw(name);
  if (!option) return std::nullopt;
  Entry entry;
  entry.name = "--" + option->get_lnames().front();
  // `--warnings` is the opposite of `--no-warnings`: it keeps its own name.
  if (name.starts_with("--")) entry.name = name;
  entry.may_take_value = impl_->optional_values.contains(entry.name);
  entry.takes_value = !entry.may_take_value && option->get_expected_min() > 0;
  entry.in_environment = !CommandLineOnly().contains(entry.name);
  return entry;
}

void OptionTable::Add(const std::string& name, const std::string& value) {
  if (auto text = impl_->texts.find(name); text != impl_->texts.end()) {
    text->second(value);
    return;
  }
  CLI::Option* option = impl_->app.get_option_no_throw(name);
  option->add_result(option->get_expected_min() > 0 ? value
                                                    : option->get_flag_value(name.substr(2), ""));
}

std::string OptionTable::Finish() {
  for (CLI::Option* option : impl_->app.get_options()) {
    if (option->count() == 0) continue;
    try {
      option->run_callback();
    } catch (const CLI::Error& error) {
      return error.what();
    }
  }
  return "";
}

std::string OptionTable::Help() const {
  static constexpr size_t kColumn = 34;
  std::string out =
      "Usage: rondo [options] [script.js] [arguments]\n"
      "       rondo [options] -e TEXT [arguments]\n"
      "       command | rondo [options] [-] [arguments]\n"
      "       rondo report FILE [--json] [--top=N]      What a record (--record=FILE) tells\n";
  for (const std::string& group : impl_->app.get_groups()) {
    if (group == kHidden) continue;
    out += "\n" + group + ":\n";
    for (const CLI::Option* option : impl_->app.get_options()) {
      if (option->get_group() != group) continue;
      std::string line = "  ";
      line += option->get_snames().empty() ? "    " : "-" + option->get_snames().front() + ", ";
      line += "--" + option->get_lnames().front();
      if (impl_->optional_values.contains("--" + option->get_lnames().front())) {
        line += "[=" + TypeName(*option) + "]";
      } else if (option->get_expected_min() > 0) {
        line += "=" + TypeName(*option);
      }
      line += line.size() + 1 < kColumn ? std::string(kColumn - line.size(), ' ')
                                        : "\n" + std::string(kColumn, ' ');
      out += line + option->get_description() + "\n";
    }
  }
  out +=
      "\nOptions that follow the script belong to the script. `--` ends the options. Other options "
      "are given to V8\n"
      "(--max-old-space-size=MB, --expose-gc ...; see --v8-options).\n"
      "\n--long-tasks says only what is printed while the program runs: with `off`, "
      "--long-tasks-summary and --record work\nall the same. The summary and the record's end are "
      "written when the program ends by itself or by process.exit(),\nand by SIGINT, SIGTERM or "
      "SIGHUP when it does not handle them. A script named `report` is run as ./report.\n"
      "\nEnvironment:\n"
      "  RONDO_OPTIONS                   Options that stand before those of the command line\n"
      "  NODE_PATH                       Further directories for require(), separated by `:`\n"
      "  NODE_COMPILE_CACHE              Directory that keeps the code of modules between starts\n"
      "  NODE_DEBUG                      Parts whose debug output is printed, separated by `,`\n"
      "  NO_COLOR, FORCE_COLOR           Colours in the output: never, always\n";
  return out;
}

}  // namespace rondo
