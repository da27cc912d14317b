// title: An overloaded thread pool: many short requests at a time
// pool: many-requests
// name: readdir
// victims: the requests
const fs = require('node:fs');
const path = require('node:path');

const folder = path.join(process.env.STALLS_DIR, 'folder');
fs.mkdirSync(folder);
for (let i = 0; i < 300; i++) fs.writeFileSync(path.join(folder, `${i}`), '');
let requests = 250;
function burst() {
  for (let i = 0; i < requests; i++) fs.readdir(folder, () => {});
  requests *= 2;
}
const timer = setInterval(() => {
  if (process.poolWaits().some((w) => w.cause === 'many-requests') || requests > 10_000) clearInterval(timer);
  else burst();
}, 300);
