// expect-exit: 1
// expect-stderr: The promise rejected with the reason "5"\..*code: 'ERR_UNHANDLED_REJECTION'
Promise.reject(5);
