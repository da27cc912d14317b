// Every encoding of the standard can be asked for, and leaves ASCII alone.
const assert = require("node:assert");
const names =
  "utf-8 ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 " +
  "iso-8859-13 iso-8859-14 iso-8859-15 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 windows-1252 " +
  "windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic gbk gb18030 big5 " +
  "euc-jp iso-2022-jp shift_jis euc-kr";
const ascii = Buffer.from("plain ASCII 0123");
for (const name of names.split(" ")) {
  for (const fatal of [false, true]) {
    const decoder = new TextDecoder(name, { fatal });
    assert.strictEqual(decoder.encoding, name);
    assert.strictEqual(decoder.decode(ascii), "plain ASCII 0123");
  }
}
