declare module "readable-stream/lib/stream.js" {
  const Stream: any;
  export default Stream;
}
declare module "readable-stream/lib/stream/promises.js" {
  const promises: { finished: (...args: any[]) => Promise<void>; pipeline: (...args: any[]) => Promise<any> };
  export default promises;
}
