// flags: --check
// expect-stdout: ^$
console.log("not run");
