/** The promise forms, built on the callback forms: a promise resolves in the task of the callback. */
import * as whole from "./read_file";

export function readFile(path: unknown, options?: any): Promise<any> {
  return new Promise((resolve, reject) => {
    whole.readFile(path, options, (error, data) => (error ? reject(error) : resolve(data)));
  });
}
