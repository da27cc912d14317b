// A long task tells when and where it was asked for, since when it could have run, and how many ticks and microtasks it ran.
const assert = require('node:assert');
const fs = require('node:fs');
const { setTimeout: sleep } = require('node:timers/promises');
const { lineOf } = require('../../fixtures/stalls/expect.js');

const kTick = 11; // of the kernel's coarse clock, at most
const spin = (ms = 70) => {
  const end = Date.now() + ms;
  while (Date.now() < end);
};
const last = (name) => process.longTasks().findLast((task) => task.invoker?.function === name);
const lastFile = () => process.longTasks().findLast((task) => task.kind === 'fs');

/** Runs it once, which makes it known as one that takes long, and again. */
async function twice(ask, name, find = () => last(name)) {
  for (let i = 0; i < 2; i++) {
    await new Promise((resolve) => ask(resolve));
    await sleep(5);
  }
  const task = find();
  assert(task, `${name} is a long task: ${JSON.stringify(process.longTasks())}`);
  assert(task.queueTime <= task.readyTime, `${task.queueTime} ${task.readyTime}`);
  assert(task.readyTime <= task.startTime + kTick, `${task.readyTime} ${task.startTime}`);
  return task;
}
const at = (task, marker) => {
  assert(task.origin, 'the origin is known the second time');
  assert.strictEqual(task.origin[0].file, __filename);
  assert.strictEqual(task.origin[0].line, lineOf(__filename, marker));
};

(async () => {
  let task = await twice((done) => {
    setTimeout(function later() { // sets a timer
      spin();
      done();
    }, 30);
  }, 'later');
  at(task, 'sets a timer');
  assert(Math.abs(task.readyTime - task.queueTime - 30) <= 1.5, `due after ${task.readyTime - task.queueTime}`);

  task = await twice((done) => {
    setTimeout(() => spin(200), 1);
    setTimeout(function behind() { // waits for another
      spin();
      done();
    }, 2);
  }, 'behind');
  at(task, 'waits for another');
  const waited = task.startTime - task.readyTime;
  assert(waited > 150, `it waited ${waited} ms itself`);

  task = await twice((done) => {
    setImmediate(function soon() { // sets an immediate
      spin();
      done();
    });
  }, 'soon');
  at(task, 'sets an immediate');

  task = await twice((done) => {
    fs.stat(__filename, function known() { // asks for a file
      spin();
      queueMicrotask(() => queueMicrotask(() => process.nextTick(done)));
    });
  }, 'known', lastFile);
  assert.strictEqual(task.victims.completions.count, 0, 'the request itself is no victim');
  at(task, 'asks for a file');
  assert(task.microtasks >= 2, `${task.microtasks} microtasks`);
  assert(task.ticks >= 1, `${task.ticks} ticks`);

  // What goes on after an await is of the task that ended it.
  for (let i = 0; i < 2; i++) {
    await fs.promises.readFile(__filename); // is awaited
    spin();
    await sleep(1);
  }
  task = lastFile();
  at(task, 'is awaited');
})();
