"use strict";
const assert = require("node:assert");
class Player extends EventTarget {
  #volume = 1;
  set volume(value) {
    this.#volume = value;
    this.dispatchEvent(new CustomEvent("volume", { detail: value }));
  }
}
const player = new Player();
let heard;
player.addEventListener("volume", (event) => (heard = event.detail));
player.volume = 5;
assert.strictEqual(heard, 5);
assert.throws(() => EventTarget.prototype.addEventListener.call({}, "x", () => {}), { code: "ERR_INVALID_THIS" });
