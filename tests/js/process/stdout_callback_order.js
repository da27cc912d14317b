// expect-stdout: ^abcallback\ntick\n$
process.stdout.write("a", () => process.stdout.write("callback\n"));
process.stdout.write("b");
process.nextTick(() => process.stdout.write("tick\n"));
