#include "runtime/monitor/page_assets.h"

// Begin and end of each file, from the assembler file that the build writes.
#define RONDO_ASSET(name)                                                          \
  extern "C" __attribute__((visibility("hidden"))) const char rondo_page_##name[]; \
  extern "C" __attribute__((visibility("hidden"))) const char rondo_page_##name##_end[];
RONDO_ASSET(index)
RONDO_ASSET(style)
RONDO_ASSET(script)
RONDO_ASSET(charts)
RONDO_ASSET(icon)
RONDO_ASSET(uplot)
RONDO_ASSET(uplot_style)
#undef RONDO_ASSET

namespace rondo {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::string_view kCss = "text/css; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";

std::string_view Text(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

const PageAsset* FindPageAsset(std::string_view path) {
#define RONDO_TEXT(name) Text(rondo_page_##name, rondo_page_##name##_end)
  static const PageAsset assets[] = {
      {"/", kHtml, RONDO_TEXT(index)},
      {"/page.css", kCss, RONDO_TEXT(style)},
      {"/page.js", kScript, RONDO_TEXT(script)},
      {"/charts.js", kScript, RONDO_TEXT(charts)},
      {"/icon.svg", "image/svg+xml", RONDO_TEXT(icon)},
      {"/uplot.js", kScript, RONDO_TEXT(uplot)},
      {"/uplot.css", kCss, RONDO_TEXT(uplot_style)},
  };
#undef RONDO_TEXT
  for (const PageAsset& asset : assets) {
    if (asset.path == path) return &asset;
  }
  return nullptr;
}

}  // namespace rondo
