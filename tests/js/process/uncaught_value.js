// expect-exit: 1
// expect-stderr: ^\n.*uncaught_value.js:4\nthrow "text";\n\^\ntext\n\(Use `\w+ --trace-uncaught \.\.\.` to show where the exception was thrown\)\n\n
"use strict";
throw "text";
