import {defineConfig} from "vitest/config";

// Pure computation: nothing is opened, nothing is kept between files, so the workers need not be thrown away.
const pure = ["src/{money,time,framework}/**/*.test.ts", "src/engine/*.test.ts"];

export default defineConfig({
  test: {
    pool: "threads",
    // Many tests wait for a process, a disk or a page, so that a core left free would be a core wasted.
    maxWorkers: "100%",
    passWithNoTests: true,
    // What a page or process is waited for may take long on a busy machine; how long is no assertion.
    expect: {poll: {timeout: 60_000, interval: 60}},
    projects: [
      {extends: true, test: {name: "pure", include: pure, isolate: false, testTimeout: 20_000}},
      {
        extends: true,
        test: {
          name: "main",
          include: ["src/**/*.test.ts", "test/**/*.test.ts", "bench/**/*.test.ts"],
          exclude: pure,
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
});
