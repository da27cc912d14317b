// env: NODE_DEBUG=websocket
// expect-stderr: WEBSOCKET \d+: http://127\.0\.0\.1:1/: Error: connect ECONNREFUSED
// not-on-node: the events of a handshake that failed do not say why. NODE_DEBUG=websocket does.
new WebSocket("ws://127.0.0.1:1/").onerror = () => {};
