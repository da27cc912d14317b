/** Public modules that most programs require: part of the core bundle, so that the startup snapshot holds them. */
import "../events";
import "../fs";
import "../http";
import "../path";
import "../stream";
import "../url";
import "../util";
