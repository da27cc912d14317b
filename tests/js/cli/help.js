// not-on-node: our help
// flags: --help
// expect-stdout: Usage: rondo .*--eval=TEXT.*--unhandled-rejections=MODE\n.*RONDO_OPTIONS
