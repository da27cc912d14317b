const assert = require("node:assert");
const names = {
  "utf8": "utf-8", " UTF-8\n": "utf-8", "unicode-1-1-utf-8": "utf-8",
  "utf-16": "utf-16le", "ucs-2": "utf-16le", "unicodefffe": "utf-16be",
  "gb2312": "gbk", "chinese": "gbk", "sjis": "shift_jis", "windows-31j": "shift_jis", "ms_kanji": "shift_jis",
  "ks_c_5601-1987": "euc-kr", "korean": "euc-kr", "big5-hkscs": "big5", "x-euc-jp": "euc-jp",
  "cp1251": "windows-1251", "latin2": "iso-8859-2", "l5": "windows-1254", "greek": "iso-8859-7",
  "logical": "iso-8859-8-i", "visual": "iso-8859-8", "koi": "koi8-r", "mac": "macintosh", "tis-620": "windows-874",
  "866": "ibm866", "x-mac-ukrainian": "x-mac-cyrillic",
};
for (const [label, name] of Object.entries(names)) assert.strictEqual(new TextDecoder(label).encoding, name);
for (const label of ["replacement", "iso-2022-kr", "cp932", "utf-7", "", "\u00a0utf-8"]) {
  assert.throws(() => new TextDecoder(label), { code: "ERR_ENCODING_NOT_SUPPORTED" });
}
