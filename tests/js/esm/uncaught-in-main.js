import assert from "node:assert";
const order = [];
process.on("uncaughtException", (error, origin) => order.push(error.message, origin));
process.on("unhandledRejection", () => order.push("unhandledRejection event"));
process.nextTick(() => order.push("tick"));
process.on("exit", () => assert.deepStrictEqual(order, ["boo", "unhandledRejection", "tick"]));
throw new Error("boo");
