import { defineConfig } from "prisma/config";

// Only for authoring migrations: the app applies prisma/migrations itself (lib/platform/db/migrate.ts).
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset" },
});
