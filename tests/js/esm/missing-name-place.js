// expect-exit: 1
// expect-stderr: imports-nothing-esm\.mjs:1\nimport \{ nothing \} from "\./no-default\.mjs";\n         \^+\n+SyntaxError: The requested module
import "../../fixtures/modules/values/imports-nothing-esm.mjs";
