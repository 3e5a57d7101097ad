/**
 * Builds what the browser receives into target/classes/static/assets: scripts, styles, fonts, icons, pictures, each
 * under a name that holds the hash of its content, with assets.json (plain name → address) and .br/.gz twins.
 * Installs the pinned packages when package-lock.json changed; does nothing when no source changed.
 *
 *   node build.mjs           what Maven runs
 *   node build.mjs --watch   keeps building while one works, with source maps
 */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.resolve(here, "../../../target/classes/static/assets");
const watch = process.argv.includes("--watch");
const development = watch || process.argv.includes("--dev");

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
const read = (...name) => fs.readFileSync(path.join(here, ...name));

installPackages();
if (watch) await keepBuilding();
else await buildWhatChanged();

function installPackages() {
  const wanted = digest(read("package-lock.json"), read("package.json"));
  const stamp = path.join(here, "node_modules", ".viaduc-stamp");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (result.status !== 0) {
    console.error("The front end's packages could not be installed (npm ci): see the message above.");
    process.exit(1);
  }
  fs.writeFileSync(stamp, wanted);
}

async function buildWhatChanged() {
  const stamp = path.join(output, ".stamp");
  const wanted = digest(...sources().flatMap((file) => [file, fs.readFileSync(file)]), String(development));
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return;
  fs.rmSync(output, { recursive: true, force: true });
  const esbuild = await import("esbuild");
  const result = await esbuild.build(options());
  writeManifest(result.metafile);
  await writeServiceWorker(esbuild);
  if (!development) compress();
  fs.writeFileSync(stamp, wanted);
}

async function keepBuilding() {
  const esbuild = await import("esbuild");
  fs.rmSync(output, { recursive: true, force: true });
  const manifest = {
    name: "manifest",
    setup: (build) =>
      build.onEnd(async (result) => {
        if (!result.metafile) return;
        writeManifest(result.metafile);
        await writeServiceWorker(esbuild);
      }),
  };
  const context = await esbuild.context({ ...options(), plugins: [everyFile(), manifest], logLevel: "info" });
  await context.watch();
}

function sources() {
  return ["css", "ts", "fonts", "img"]
    .flatMap((folder) => fs.readdirSync(path.join(here, folder), { recursive: true }).map((name) => path.join(here, folder, name)))
    .filter((file) => fs.statSync(file).isFile())
    .concat(["build.mjs", "package-lock.json", "manifest.webmanifest", "sw.js"].map((name) => path.join(here, name)))
    .sort();
}

function options() {
  return {
    absWorkingDir: here,
    entryPoints: ["ts/app.ts", "css/app.css"],
    outdir: output,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome120", "firefox120", "safari17.5"],
    minify: !development,
    sourcemap: development,
    legalComments: "none",
    metafile: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "file" },
    plugins: [everyFile()],
    logLevel: "warning",
  };
}

/** Every file of ts/controllers is a controller named after it; every file of css/features is a feature's styles. */
function everyFile() {
  const setup = (build) => {
    const namespace = "every-file";
    build.onResolve({ filter: /^(controllers|features)$/ }, (arguments_) => ({ path: arguments_.path, namespace }));
    build.onLoad({ filter: /^controllers$/, namespace }, () => {
      const names = fileNames("ts/controllers", ".ts");
      const imports = names.map((name, index) => `import c${index} from "./ts/controllers/${name}.ts";`);
      const entries = names.map((name, index) => `"${name}": c${index}`);
      return {
        contents: `${imports.join("\n")}\nexport default { ${entries.join(", ")} };`,
        resolveDir: here,
        loader: "ts",
        watchDirs: [path.join(here, "ts/controllers")],
      };
    });
    // Turbo puts its progress bar's styles in a style element, which the content security policy refuses: they are in
    // css/components/progress.css instead.
    build.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path: file }) => {
      const source = fs.readFileSync(file, "utf8");
      const contents = source.replace("    this.installStylesheetElement();\n", "");
      if (contents === source) throw new Error("Turbo no longer installs its styles as expected: see build.mjs");
      return { contents, loader: "js" };
    });
    build.onLoad({ filter: /^features$/, namespace }, () => ({
      contents: fileNames("css/features", ".css")
        .map((name) => `@import "./css/features/${name}.css";`)
        .join("\n"),
      resolveDir: here,
      loader: "css",
      watchDirs: [path.join(here, "css/features")],
    }));
  };
  return { name: "every-file", setup };
}

function fileNames(folder, extension) {
  return fs
    .readdirSync(path.join(here, folder))
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length))
    .sort();
}

function writeManifest(metafile) {
  const names = {};
  for (const [file, about] of Object.entries(metafile.outputs)) {
    const name = path.basename(file);
    if (name.endsWith(".map")) continue;
    const inputs = Object.keys(about.inputs);
    const origin = about.entryPoint ?? (inputs.length === 1 ? inputs[0] : undefined);
    if (!origin || origin.startsWith("every-file:")) continue;
    names[path.basename(origin).replace(/\.ts$/, ".js")] = "/assets/" + name;
  }
  for (const name of [".svg", ".png"].flatMap((kind) => fileNames("img", kind).map((stem) => stem + kind))) {
    names[name] ??= copy(name, read("img", name));
  }
  const manifest = JSON.parse(read("manifest.webmanifest"));
  for (const icon of [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons ?? [])]) icon.src = names[icon.src];
  names["manifest.webmanifest"] = copy("manifest.webmanifest", Buffer.from(JSON.stringify(manifest)));
  const sorted = Object.fromEntries(Object.entries(names).sort(([one], [other]) => (one < other ? -1 : 1)));
  fs.writeFileSync(path.join(output, "assets.json"), JSON.stringify(sorted, null, 2));
}

/** At the root, under a name of its own: a service worker speaks for the pages below its address. */
async function writeServiceWorker(esbuild) {
  const { code } = await esbuild.transform(read("sw.js"), { minify: !development, target: "es2022" });
  fs.writeFileSync(path.join(output, "..", "sw.js"), code);
}

function copy(name, content) {
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${digest(content).slice(0, 8).toUpperCase()}${ext}`;
  fs.writeFileSync(path.join(output, hashed), content);
  return "/assets/" + hashed;
}

/** Compressed once here, so that no request pays for it. */
function compress() {
  for (const name of fs.readdirSync(output)) {
    if (!/\.(js|css|svg|webmanifest)$/.test(name)) continue;
    const file = path.join(output, name);
    const content = fs.readFileSync(file);
    fs.writeFileSync(file + ".gz", zlib.gzipSync(content, { level: 9 }));
    fs.writeFileSync(
      file + ".br",
      zlib.brotliCompressSync(content, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
    );
  }
}
