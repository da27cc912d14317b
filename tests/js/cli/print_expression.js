// flags: -p process.argv.length+1
// expect-stdout: ^3\n$
