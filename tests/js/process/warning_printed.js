// expect-stderr: ^\(\w+:\d+\) Warning: plain\n\(Use `\w+ --trace-warnings \.\.\.` to show where the warning was created\)\n\(\w+:\d+\) \[C1\] Kind: coded\n\(\w+:\d+\) T: detailed\nmore\n$
process.emitWarning("plain");
process.emitWarning("coded", "Kind", "C1");
process.emitWarning("detailed", { type: "T", detail: "more" });
