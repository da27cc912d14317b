// RONDO_CHECK: for our own bugs only. User input never reaches one; it gets an Error.
#ifndef RONDO_BASE_CHECK_H_
#define RONDO_BASE_CHECK_H_

namespace rondo {

// Prints "rondo: internal error: FILE:LINE: CONDITION" to stderr and aborts.
[[noreturn]] void CheckFailed(const char* file, int line, const char* condition);

}  // namespace rondo

#define RONDO_CHECK(condition)                  \
  (__builtin_expect(!!(condition), 1) ? (void)0 \
                                      : ::rondo::CheckFailed(__FILE__, __LINE__, #condition))

#ifdef NDEBUG
#define RONDO_DCHECK(condition) ((void)0)
#else
#define RONDO_DCHECK(condition) RONDO_CHECK(condition)
#endif

#endif  // RONDO_BASE_CHECK_H_
