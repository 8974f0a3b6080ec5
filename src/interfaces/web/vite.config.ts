import {fileURLToPath} from "node:url";
import react from "@vitejs/plugin-react";
import {type Plugin, defineConfig} from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The pure functions of the cost question that the page uses stand in modules with schemas beside them. The page checks
 * nothing with a schema, the server does: so the schema library, a quarter of the page, is left out.
 */
function withoutSchemas(): Plugin {
  const id = "\0without-schemas";
  return {
    name: "without-schemas",
    enforce: "pre",
    resolveId: (source) => (source === "zod" ? id : null),
    load: (source) => (source === id ? "export const z = new Proxy(() => z, {get: () => z, apply: () => z});" : null)
  };
}

/** The web client: built to `dist/web`, which the server gives out with a fresh nonce in place of the mark. */
export default defineConfig(({command}) => {
  // Whoever builds, a test too, builds the libraries' code for production.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    root: here("."),
    base: "/",
    plugins: [withoutSchemas(), react()],
    html: {cspNonce: "__CSP_NONCE__"},
    build: {
      outDir: here("../../../dist/web"),
      emptyOutDir: true,
      manifest: "manifest.json",
      target: "es2023",
      modulePreload: {polyfill: false},
      assetsInlineLimit: 0,
      // The library of the charts is one chunk, loaded with the first chart.
      chunkSizeWarningLimit: 700
    },
    server: {port: 5180, proxy: {"/api": "http://127.0.0.1:4680"}}
  };
});
