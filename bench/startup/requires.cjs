for (const name of ['http', 'fs', 'stream', 'url', 'events', 'path', 'util']) {
  if (!require(`node:${name}`)) throw new Error(`no ${name}`);
}
