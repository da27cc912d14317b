// flags: --disable-warning=C1 --disable-warning=Kind
// expect-stderr: ^\(\w+:\d+\) Warning: shown\n\(Use
process.emitWarning("hidden", "Warning", "C1");
process.emitWarning("hidden", "Kind");
process.emitWarning("shown");
