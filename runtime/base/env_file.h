// Files of environment variables (".env").
#ifndef RONDO_BASE_ENV_FILE_H_
#define RONDO_BASE_ENV_FILE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rondo {

// Reads `text`: a line `NAME=VALUE`, optionally after `export`. A value may stand in '...', "..."
// or `...` and then go over several lines; in "..." the two characters \n are a line break. `#`
// begins a comment outside quotes. Lines without
// `=` are skipped; of equal names the last counts.
std::vector<std::pair<std::string, std::string>> ParseEnvFile(std::string_view text);

}  // namespace rondo

#endif  // RONDO_BASE_ENV_FILE_H_
