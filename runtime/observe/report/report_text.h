// What the reports on stderr look like: colours, and the one write that each of them is.
#ifndef RONDO_OBSERVE_REPORT_REPORT_TEXT_H_
#define RONDO_OBSERVE_REPORT_REPORT_TEXT_H_

#include <string>
#include <string_view>

#include "runtime/observe/long_task.h"

namespace rondo {

// Whether text on stderr may be in colour: a terminal that is not dumb and no NO_COLOR or
// NODE_DISABLE_COLORS; FORCE_COLOR decides before all of them ("", 1, 2, 3 and true: yes; else no).
bool ColorsOnStderr();

// The frame with its names made harmless for a terminal.
SourceFrame PlainFrame(SourceFrame frame);

// FormatLongTask() of a task whose names are made harmless for a terminal.
std::string PlainReport(const LongTask& task);

// A report, as FormatLongTask() and Summary::Format() make them, in colour: the heading stands out,
// so does the innermost place; labels and outer frames step back.
std::string ColorReport(std::string_view report);

// Writes all of it with one write(2), so that other threads' output does not tear it apart. Where
// stderr does not block and takes no more, waits for it for at most 100 ms; false when part of the
// text is lost then.
bool WriteToStderr(std::string_view text);

// Prints what is not about one long task (a loop that is stuck, a pool that is): lines that begin
// with "rondo: ", in colour where stderr shows it, or {"type":"notice", ..., "message":...} when
// reports are JSON. From any thread.
void PrintNotice(std::string_view text);
// How notices are printed; as plain text before this was called.
void SetNoticeFormat(bool json, bool colors);

}  // namespace rondo

#endif  // RONDO_OBSERVE_REPORT_REPORT_TEXT_H_
