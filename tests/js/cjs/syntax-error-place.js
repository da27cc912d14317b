// expect-exit: 1
// expect-stderr: syntax/broken\.js:2\nlet broken = ;\n             \^\n\nSyntaxError: Unexpected token ';'
require("../../fixtures/modules/syntax/broken.js");
