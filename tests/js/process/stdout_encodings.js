// expect-stdout: ^aé€😀\nAB\nhi\n$
process.stdout.write("aé€😀\n");
process.stdout.write("41420a", "hex");
process.stdout.write(new Uint8Array([104, 105, 10]));
