import { z } from "zod";
import { statusOf } from "@/lib/platform/errors";
import type { Declaration, RouteHandler } from "./route";

type Json = Record<string, unknown>;
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** A route file's exports, and the path it answers at, as Next names it: "/api/v1/posts/[postId]". */
export interface RouteModule {
  path: string;
  module: Partial<Record<(typeof methods)[number], RouteHandler>>;
}

const problem = {
  type: "object",
  required: ["type", "title", "status", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "For the person, in their words." },
    requestId: { type: "string" },
    invalidParams: { type: "array", items: { type: "object", required: ["name", "reason"], properties: { name: { type: "string", examples: ["body.amount"] }, reason: { type: "string" } } } },
  },
};

/** The OpenAPI 3.1 document of the given routes, made from what they declare. */
export function openApiDocument(routes: RouteModule[], { serverUrl, version }: { serverUrl: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const { path, module } of routes) {
    const name = path.replace(/\[(\w+)\]/gu, "{$1}");
    const operations = methods.flatMap((method) => (module[method] ? [[method.toLowerCase(), operation(method, name, module[method].declaration)] as const] : []));
    paths[name] = { ...paths[name], ...Object.fromEntries(operations) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "DirectFanz", version, description: "What DirectFanz's own pages use. Errors are RFC 9457 problems; money is in integer minor units; lists are cursors." },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-directfanz.session" }, bearer: { type: "http", scheme: "bearer" } },
    },
  };
}

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
};

function operation(method: string, path: string, declaration: Declaration): Json {
  const { auth, body, output, status, summary } = declaration;
  const success = String(output === undefined ? 204 : (status ?? 200));
  const answer = output === undefined ? { description: "Done." } : output === "raw" ? { description: "The bytes themselves, or a redirect to them." } : { description: "As asked.", content: { "application/json": { schema: schemaOf(output, "output") } } };
  const security = { none: [], optional: [{}, { session: [] }], session: [{ session: [] }], bearer: [{ bearer: [] }], either: [{ session: [] }, { bearer: [] }] }[auth.security];
  return {
    operationId: operationId(method, path),
    summary,
    tags: [path.split("/")[3] ?? path.split("/")[2] ?? "api"],
    "x-auth": auth.name,
    "x-limit": declaration.limit,
    security,
    parameters: parameters(path, declaration),
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } } : {}),
    responses: { [success]: answer, ...errorResponses(path, declaration) },
  };
}

function parameters(path: string, { params, query, idempotent }: Declaration): Json[] {
  const shape = (schema: z.ZodType | undefined): [string, Json, boolean][] => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, property]) => [name, property, required.includes(name)]);
  };
  return [
    ...shape(params).map(([name, schema]) => ({ name, in: "path", required: true, schema })),
    ...shape(query).map(([name, schema, required]) => ({ name, in: "query", required, schema, ...(schema.description ? { description: schema.description } : {}) })),
    ...(idempotent ? [{ name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", pattern: "^[\\w-]{8,100}$" }, description: "A repeat with the same key gets the first answer." }] : []),
    ...(path.includes("webhooks/stripe") ? [{ name: "Stripe-Signature", in: "header", required: true, schema: { type: "string" } }] : []),
  ];
}

/** What can go wrong with it, as its declaration implies. */
function errorResponses(path: string, { auth, body, query, params, idempotent }: Declaration): Json {
  const codes = new Set<number>([statusOf.rate_limited, statusOf.internal]);
  if (body || query || params || idempotent) codes.add(400);
  if (body) for (const code of [408, 413, 415]) codes.add(code);
  if (auth.security !== "none" && auth.security !== "optional") for (const code of [401, 403]) codes.add(code);
  if (path.includes("{") || auth.name === "admin" || auth.name === "operator") codes.add(404);
  if (idempotent) codes.add(409);
  return Object.fromEntries([...codes].sort((a, b) => a - b).map((code) => [String(code), { description: "A problem.", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }]));
}

/** "GET /api/v1/posts/{postId}" → "getPostsByPostId". */
function operationId(method: string, path: string): string {
  const words = path.split("/").slice(2).filter((part) => part !== "v1").map((part) => (part.startsWith("{") ? `By${capital(part.slice(1, -1))}` : part.split("-").map(capital).join("")));
  return method.toLowerCase() + words.map(capital).join("");
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
