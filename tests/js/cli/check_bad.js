// flags: -c
// expect-exit: 1
// expect-stderr: check_bad.js:5\nlet x = ;\n        \^\n\nSyntaxError
console.log("not run");
let x = ;
