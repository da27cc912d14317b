// args: --version -e 1 --
require("node:assert").deepStrictEqual(process.argv.slice(2), ["--version", "-e", "1", "--"]);
