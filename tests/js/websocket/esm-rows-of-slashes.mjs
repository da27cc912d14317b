// Whether a module may ask for what loads late is told from its text in little time, whatever stands in its comments.
/*////////////////////////////////////////////////////////////////////////////////////////////////////////////////
 * //////////////////////////////////////////////////////////////////////////////////////////////////////////////// x
 */ /* a */ /* b */ /* c */ /* d */ /* e */ /* f */ /* g */ /* h */ /* i */ /* j */ /* k */ /* l */ /* m */ /* n */ /* o */ /* p */
import assert from "node:assert";
import { request } from "node:http";
assert.strictEqual(typeof request, "function");
