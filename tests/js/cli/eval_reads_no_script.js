// flags: -e console.log(process.argv.slice(1).length)
// args: a b
// expect-stdout: ^3\n$
