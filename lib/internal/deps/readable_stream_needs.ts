/** What `readable-stream` requires of lib/: to be imported before the package. */
import buffer from "../streams/buffer";
import errors from "../streams/errors";
import util from "../streams/util";
import validators from "../streams/validators";
import abortModule from "../event_target/abort_module";
import stringDecoder from "../../string_decoder";
import events from "../../events";
import process from "./process";
import { provided } from "./provided";

Object.assign(provided, {
  events,
  "internal/deps/process": process,
  "internal/event_target/abort_module": abortModule,
  "internal/streams/buffer": buffer,
  "internal/streams/errors": errors,
  "internal/streams/util": util,
  "internal/streams/validators": validators,
  string_decoder: stringDecoder,
});
