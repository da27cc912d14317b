// stdin: some text
// expect-stdout: ^some text\nend\nclose\n$
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("data", (chunk) => (text += chunk));
process.stdin.on("end", () => console.log(text + "\nend"));
process.stdin.on("close", () => console.log("close"));
