// The files of the live page, embedded in the executable (cmake/EmbedMonitor.cmake).
#ifndef RONDO_MONITOR_PAGE_ASSETS_H_
#define RONDO_MONITOR_PAGE_ASSETS_H_

#include <string_view>

namespace rondo {

struct PageAsset {
  std::string_view path;  // "/page.js"
  std::string_view type;  // "text/javascript; charset=utf-8"
  std::string_view text;
};

// The asset under a request's path, or null.
const PageAsset* FindPageAsset(std::string_view path);

}  // namespace rondo

#endif  // RONDO_MONITOR_PAGE_ASSETS_H_
