// flags: -
// stdin: console.log("from", __filename, process.argv[1])
// expect-stdout: ^from \[stdin\] -\n$
