// expect-exit: 1
// expect-stderr: file:.*syntax/broken\.mjs:2\nexport let broken = ;\n                    \^\n\nSyntaxError: Unexpected token ';'
import "../../fixtures/modules/syntax/broken.mjs";
