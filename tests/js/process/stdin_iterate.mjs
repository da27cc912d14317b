// stdin: some text
// expect-stdout: ^some text\n$
let text = "";
for await (const chunk of process.stdin) text += chunk;
console.log(text);
