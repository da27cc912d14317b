// The table of command line options: their names, what they take, what they fill in.
#ifndef RONDO_CLI_TABLE_H_
#define RONDO_CLI_TABLE_H_

#include <memory>
#include <optional>
#include <string>

#include "runtime/base/options.h"

namespace rondo {

class OptionTable {
 public:
  // `options` must outlive the table.
  explicit OptionTable(Options* options);
  ~OptionTable();
  OptionTable(const OptionTable&) = delete;
  OptionTable& operator=(const OptionTable&) = delete;

  // What is known of the option `name` ("-e", "--eval").
  struct Entry {
    std::string name;             // the long form
    bool takes_value = false;     // "--name VALUE" or "--name=VALUE"
    bool may_take_value = false;  // "--name" or "--name=VALUE"
    bool in_environment = true;   // may stand in RONDO_OPTIONS
  };
  std::optional<Entry> Find(const std::string& name) const;

  // Notes one occurrence; `value` is ignored for flags.
  void Add(const std::string& name, const std::string& value);
  // Checks and converts all that was noted into the Options. Returns an error text, or nothing.
  std::string Finish();

  // The text of --help.
  std::string Help() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rondo

#endif  // RONDO_CLI_TABLE_H_
