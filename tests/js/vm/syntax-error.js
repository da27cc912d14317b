// expect-exit: 1
// expect-stderr: my-file\.js:3\nlet = ;\n      \^\n+SyntaxError: Unexpected token ';'
require("node:vm").runInThisContext("1;\n\nlet = ;", { filename: "my-file.js" });
