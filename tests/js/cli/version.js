// flags: --version
// expect-stdout: ^v\d+\.\d+\.\d+\n$
