import {fileURLToPath} from "node:url";
import react from "@vitejs/plugin-react";
import {defineConfig} from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The web client: built to `dist/web`, which the server gives out with a fresh nonce in place of the mark. */
export default defineConfig({
  root: here("."),
  base: "/",
  plugins: [react()],
  html: {cspNonce: "__CSP_NONCE__"},
  build: {
    outDir: here("../../../dist/web"),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2023",
    modulePreload: {polyfill: false},
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The schemas beside the pure functions of the cost question are not used here: the server checks.
      treeshake: {manualPureFunctions: ["z"]}
    }
  },
  server: {port: 5180, proxy: {"/api": "http://127.0.0.1:4680"}}
});
