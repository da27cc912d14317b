// flags: --unhandled-rejections=maybe
// expect-exit: 9
// expect-stderr: unhandled-rejections
