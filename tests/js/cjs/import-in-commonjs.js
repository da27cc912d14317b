// expect-exit: 1
// expect-stderr: Warning: Failed to load the ES module: .*typed/sub/wrong\.js\. Make sure to set "type": "module" in the nearest package\.json file or use the \.mjs extension\.[\s\S]*wrong\.js:1\nimport "node:fs";\n\^+\n+SyntaxError: Cannot use import statement outside a module
require("../../fixtures/modules/typed/sub/wrong.js");
