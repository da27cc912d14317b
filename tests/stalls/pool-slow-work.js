// title: An overloaded thread pool: every thread is busy with slow work
// pool: slow-work
// name: stat
// victims: the request
// fifos: 4
const fs = require('node:fs');

const fifos = process.env.STALLS_FIFOS.split(':');
for (const fifo of fifos) fs.open(fifo, (error, fd) => fs.close(fd, () => {}));
setTimeout(() => fs.stat(__filename, () => {}), 20);
// A FIFO that is opened for both never blocks, and lets those go on that wait for a writer.
setTimeout(() => {
  for (const fifo of fifos) fs.openSync(fifo, 'r+');
}, 300);
