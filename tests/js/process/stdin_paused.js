// expect-stdout: ^end of program\n$
process.stdin.resume();
process.stdin.pause();
console.log("end of program");
