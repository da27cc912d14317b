// Compiles units of lib/ and instantiates bindings: binding:engine, and the start of everything.
#ifndef RONDO_ENGINE_BUILTIN_LOADER_H_
#define RONDO_ENGINE_BUILTIN_LOADER_H_

#include <span>
#include <string>
#include <vector>

#include "runtime/engine/code_cache.h"
#include "runtime/js/binding.h"

namespace rondo {

extern const BindingSpec kEngineBinding;

// Gives the loader the bindings that `binding:NAME` may name. Before RunBootstrap.
void SetBindings(Js& js, std::span<const BindingSpec* const> bindings);

// Runs the core bundle: lib/'s modules exist afterwards. Returns its exports ({ start }). Ends the
// process with a message when it throws. Reads nothing of the process, so that it can run on the
// build machine.
v8::Local<v8::Object> RunBootstrapOrDie(Js& js);

// Which functions of the core a typical program calls, as positions in its text, for those to be
// compiled ahead. Recorded by a run in one process (RecordHints before RunBootstrapOrDie,
// HintsOfCore at the end), used in another.
void RecordHints(Js& js);
std::vector<int> HintsOfCore(Js& js);
void UseHints(Js& js, std::vector<int> hints);

// The lazy units that are asked for from now on are compiled with the code that `code` has for
// them.
void UseCodeCache(Js& js, const CodeCache& code);
CodeCacheUse UseOfCodeCache(Js& js);
// Prints that to stderr, for --startup-trace.
void PrintCodeCacheUse(Js& js);

// The code of every lazy unit, for CodeCache::Pack: of those that ran since RecordCode with the
// functions that were called, of the others as they are compiled.
void RecordCode(Js& js);
std::vector<std::string> CodeOfUnits(Js& js);

// For the snapshot: the addresses of the embedded texts, and the binding objects made so far by
// name.
void AppendTextReferences(std::vector<intptr_t>* out);
v8::Local<v8::Object> BindingInstances(Js& js);
void SetBindingInstances(Js& js, v8::Local<v8::Object> instances);

}  // namespace rondo

#endif  // RONDO_ENGINE_BUILTIN_LOADER_H_
