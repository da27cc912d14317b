// flags: --unhandled-rejections=none
// expect-stderr: ^$
Promise.reject(new Error("lost"));
