/** The wings, lowest first: each may use those before it, never those after. */
export const wings = ["platform", "identity", "content", "commerce", "community", "insight", "trust", "operations"];

/**
 * Files of a module that others may take past its index.ts. Platform is a box of tools: some of them must come alone, because the
 * edge or a browser cannot load the rest. Each entry says why.
 */
export const sideDoors = {
  "lib/platform/config/edge.ts": "the edge cannot load the parsed configuration",
  "lib/platform/db/generated/models.ts": "types of rows; values come through lib/platform/db",
  "lib/platform/db/migrate.ts": "runs before there is a configuration",
  "lib/platform/db/transaction.ts": "for audit and events, which write into the transaction's notes; nobody else",
  "lib/platform/http/address.ts": "the edge and next-auth, which never meet route()",
  "lib/platform/http/afterwards.ts": "next-auth's own routes",
  "lib/platform/http/auth.ts": "the type of a rule, without route() and what it brings",
  "lib/platform/http/coarse-bucket.ts": "the edge",
  "lib/platform/http/consent.ts": "the edge",
  "lib/platform/http/csp-reports.ts": "one route alone",
  "lib/platform/http/openapi.ts": "knows every declaration; no request but one needs it",
  "lib/platform/http/origin.ts": "next-auth's own routes",
  "lib/platform/http/page-policy.ts": "the edge",
  "lib/platform/http/problem.ts": "next-auth's own routes",
  "lib/platform/http/security-headers.ts": "next.config.ts",
  "lib/platform/jobs/pending.ts": "route() and those who enqueue; the index brings the whole queue",
  "lib/platform/money/format.ts": "browsers: the index brings the schemas",
  "lib/platform/money/share.ts": "browsers: the index brings the schemas",
  "lib/platform/sentry/scrub.ts": "pure; the index brings the SDK",
  "lib/commerce/promotions/count.ts": "pure, so that the join sheet counts what a code takes off while one chooses",
  "lib/commerce/purchases/share-out.ts": "pure, so that a price is shared out while it is typed as its sale will be",
  "lib/content/media/rules.ts": "pure, so that a browser can refuse a file before it is sent",
  "lib/content/posts/teaser.ts": "pure, for the composer's preview in the browser",
  "lib/identity/sessions/auth-options.ts": "next-auth's route alone; through the index it would make a circle with identity/users",
  "lib/identity/sessions/guard-auth-request.ts": "next-auth's route alone",
};

const escape = (path) => path.replaceAll(".", "\\.");
const doors = Object.keys(sideDoors).map((path) => `^${escape(path)}$`);
const generated = "^lib/platform/db/generated/";
const above = wings.slice(0, -1).map((wing, index) => ({
  name: `${wing}-knows-no-higher-wing`,
  comment: "A wing imports only from the wings before it; a lower one tells a higher one by an event.",
  severity: "error",
  from: { path: `^lib/${wing}/` },
  to: { path: `^lib/(${wings.slice(index + 1).join("|")})/` },
}));

export default {
  forbidden: [
    ...above,
    { name: "wings-do-not-know-the-house", comment: "lib/house.ts and lib/privacy.ts know every wing; no wing knows them.", severity: "error", from: { path: "^lib/[^/]+/" }, to: { path: "^lib/[^/]+\\.ts$" } },
    { name: "lib-knows-no-surroundings", comment: "lib is used by the app, the doubles, the seed and the tests; it uses none of them.", severity: "error", from: { path: "^lib/" }, to: { path: "^(app|local|tests|e2e|scripts|prisma)/" } },
    { name: "app-knows-no-doubles", comment: "The app cannot tell a double from the real thing.", severity: "error", from: { path: "^(app/|middleware\\.ts|instrumentation\\.ts|next\\.config\\.ts)" }, to: { path: "^(local|tests|e2e|scripts|prisma)/" } },
    { name: "generated-client-stays-in-db", comment: "Only lib/platform/db touches what Prisma generates; others may take the types of rows.", severity: "error", from: { pathNot: "^lib/platform/db/" }, to: { path: generated, pathNot: `${generated}models\\.ts$` } },
    { name: "rows-are-types-only", comment: "Of generated/models only types are taken.", severity: "error", from: { pathNot: "^lib/platform/db/" }, to: { path: `${generated}models\\.ts$`, dependencyTypesNot: ["type-only"] } },
    { name: "module-has-one-door", comment: "Another module is imported through its index.ts; sideDoors above lists the exceptions and why.", severity: "error", from: { path: "^lib/([^/]+)/([^/]+)/" }, to: { path: "^lib/[^/]+/[^/]+/", pathNot: ["^lib/$1/$2/", "^lib/[^/]+/[^/]+/index\\.ts$", ...doors] } },
    { name: "app-uses-the-door", comment: "So do the app, the scripts and the root files.", severity: "error", from: { path: "^(app|scripts)/|^[^/]+\\.ts$" }, to: { path: "^lib/[^/]+/[^/]+/", pathNot: ["^lib/[^/]+/[^/]+/index\\.ts$", ...doors] } },
    { name: "no-circle", severity: "error", from: { pathNot: generated }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "no-circle-in-lib", comment: "In lib not even of types.", severity: "error", from: { path: "^lib/", pathNot: generated }, to: { circular: true } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    exclude: { path: "(^|/)(\\.next|\\.local)/" },
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.all.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
