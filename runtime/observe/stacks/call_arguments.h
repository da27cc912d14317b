// The arguments of a blocking call, short enough for a report.
#ifndef RONDO_OBSERVE_STACKS_CALL_ARGUMENTS_H_
#define RONDO_OBSERVE_STACKS_CALL_ARGUMENTS_H_

#include <string>

#include "runtime/js/v8.h"

namespace rondo {

// "'/srv/big.json', 5 MiB": strings that look like paths or names are shown (the last 48 characters
// of a long one), a number in front as it is, other strings and bytes by their length, the rest
// left out. At most two are told. Calls no user code.
std::string ShortArguments(const v8::FunctionCallbackInfo<v8::Value>& info);

}  // namespace rondo

#endif  // RONDO_OBSERVE_STACKS_CALL_ARGUMENTS_H_
