// expect-exit: 1
// expect-stderr: Error: boom\n    at .* \{\n  code: 'E_BOOM',\n  list: \[ 1, 2 \]\n\}\n\n
throw Object.assign(new Error("boom"), { code: "E_BOOM", list: [1, 2] });
