// stdin: some text
require("node:assert").strictEqual(require("node:fs").readFileSync(0, "utf8"), "some text");
