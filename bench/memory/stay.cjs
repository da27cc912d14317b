// Stays alive and does nothing.
setInterval(() => {}, 1 << 30);
console.log('ready');
