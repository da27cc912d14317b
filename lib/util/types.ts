/** `node:util/types`, which is also `util.types`. */
import * as checks from "../internal/util/types";

const { setKeyChecks: _internal, ...types } = checks;
export default types;
