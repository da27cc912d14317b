// Makes the module trees of the start-up rows: small modules as programs have them, each with a few functions and a constant.
import fs from "node:fs";
import path from "node:path";

const functions = (i, keyword) => `
${keyword} add${i}(a, b) {
  return a + b + ${i};
}
${keyword} describe${i}(value) {
  if (value === null || value === undefined) return 'nothing';
  const list = Array.isArray(value) ? value : [value];
  return list.map((entry) => \`\${typeof entry}: \${String(entry)}\`).join(', ');
}
`;

/** ES modules: main.mjs imports ten, and checks what they say. */
function makeEsm(folder) {
  const numbers = Array.from({ length: 10 }, (_, i) => i);
  for (const i of numbers) {
    fs.writeFileSync(path.join(folder, `module${i}.mjs`), `${functions(i, "export function")}export const value${i} = add${i}(1, 2);\n`);
  }
  fs.writeFileSync(
    path.join(folder, "main.mjs"),
    `${numbers.map((i) => `import { value${i} } from './module${i}.mjs';`).join("\n")}\n` +
      `const sum = ${numbers.map((i) => `value${i}`).join(" + ")};\nif (sum !== 75) throw new Error(\`wrong sum \${sum}\`);\n`,
  );
}

/** CommonJS: main.cjs and 199 more in folders of ten; every module requires its up to three children. */
function makeCjs(folder) {
  const place = (i) => (i === 0 ? "main.cjs" : path.join(`part${Math.floor(i / 10)}`, `module${i}.cjs`));
  for (let i = 0; i < 200; i++) {
    const file = path.join(folder, place(i));
    const children = [3 * i + 1, 3 * i + 2, 3 * i + 3].filter((child) => child < 200);
    const requires = children.map((child) => {
      const to = path.relative(path.dirname(file), path.join(folder, place(child)));
      return `const child${child} = require('${to.startsWith(".") ? to : `./${to}`}');\n`;
    });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      `'use strict';\n${requires.join("")}${functions(i, "function")}` +
        `exports.count = ${["1", ...children.map((child) => `child${child}.count`)].join(" + ")};\n` +
        `exports.add${i} = add${i};\nexports.describe${i} = describe${i};\n` +
        (i === 0 ? "if (exports.count !== 200) throw new Error(`${exports.count} modules`);\n" : ""),
    );
  }
}

/** Makes both trees in `tmp`, unless they stand there, and returns their folder. */
export function makeModules(tmp) {
  const folder = path.join(tmp, "startup");
  if (!fs.existsSync(folder)) {
    fs.mkdirSync(path.join(folder, "esm"), { recursive: true });
    makeEsm(path.join(folder, "esm"));
    makeCjs(path.join(folder, "cjs"));
  }
  return folder;
}
