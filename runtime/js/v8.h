// The only place that includes V8's headers, and where differences between V8 versions live.
#ifndef RONDO_JS_V8_H_
#define RONDO_JS_V8_H_

#include <v8-fast-api-calls.h>
#include <v8-profiler.h>
#include <v8-version.h>
#include <v8.h>

#endif  // RONDO_JS_V8_H_
