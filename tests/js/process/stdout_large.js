// expect-stdout: ^x{3000000}end\n$
process.stdout.write("x".repeat(3e6));
process.stdout.write(Buffer.from("end\n"));
process.exit(0);
