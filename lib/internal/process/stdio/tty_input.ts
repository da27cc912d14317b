/** A terminal that is read from: `tty.ReadStream`. */
import binding from "binding:stdio";
import { errnoException } from "../../util/system_errors";
import { HandleInput } from "./input_handle";

export class ReadStream extends HandleInput {
  isRaw = false;
  isTTY = true;

  constructor(fd: number) {
    super(fd, binding.TtyReader as any);
  }

  /** Raw: every key as it is pressed, nothing shown, no signals from Ctrl+C. */
  setRawMode(raw: boolean): this {
    const err: number = this._handle.setRawMode(Boolean(raw));
    if (err !== 0) {
      this.emit("error", errnoException(err, "setRawMode"));
      return this;
    }
    this.isRaw = Boolean(raw);
    return this;
  }
}
