// expect-stdout: ^$
process.on("beforeExit", () => console.log("never"));
process.exit();
