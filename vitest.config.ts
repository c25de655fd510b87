import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        // Each file has a process of its own: what a module keeps for the process is never another file's.
        test: { name: "node", environment: "node", include: ["tests/**/*.test.ts"], pool: "forks", globalSetup: "tests/support/global-setup.ts" },
      },
      {
        extends: true,
        plugins: [react()],
        test: { name: "dom", environment: "happy-dom", include: ["tests/**/*.test.tsx"] },
      },
    ],
  },
});
