import js from "@eslint/js";
import next from "@next/eslint-plugin-next";
import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

/** Only lib/platform/config reads the environment: one place parses it, one place names what is missing. */
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Read settings through lib/platform/config.",
};
const noProcessModule = { selector: "ImportDeclaration[source.value=/^(node:)?process$/]", message: noEnvironment.message };
/** Facts are never drawn by lot; ids come from lib/platform/ids and secrets from node:crypto. */
const noLottery = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: "Math.random() invents facts. Use node:crypto, or a seeded generator in the seed.",
};
const noFloatMoney = {
  selector: "CallExpression:matches([callee.name='parseFloat'], [callee.object.name='Number'][callee.property.name='parseFloat'])",
  message: "Money and counts are integers. Parse decimal input with lib/platform/money.",
};

export default ts.config(
  { ignores: ["node_modules/", ".next/", ".local/", "lib/platform/db/generated/", "app/_client/schema.d.ts", "next-env.d.ts", "test-results/", "reports/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.all.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", noEnvironment, noProcessModule, noLottery, noFloatMoney],
    },
  },
  { files: ["app/**/*.{ts,tsx}"], plugins: { "@next/next": next, "react-hooks": hooks }, rules: { ...next.configs.recommended.rules, ...next.configs["core-web-vitals"].rules, ...hooks.configs.recommended.rules } },
  // What does not fit on a screen or two is two things.
  {
    files: ["app/**/*.{ts,tsx}", "lib/**/*.ts", "local/**/*.ts", "scripts/**/*.{ts,mjs}"],
    rules: { "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: true }], "max-lines-per-function": ["error", { max: 70, skipBlankLines: false, skipComments: true }] },
  },
  { files: ["lib/platform/config/**", "instrumentation.ts", "local/**", "scripts/**", "tests/**", "e2e/**", "*.config.ts"], rules: { "no-restricted-syntax": ["error", noLottery, noFloatMoney] } },
  // An answer's body is what it is: a test says of each field what it expects.
  { files: ["tests/**/*.ts", "tests/**/*.tsx"], rules: { "@typescript-eslint/no-unsafe-member-access": "off", "@typescript-eslint/no-unsafe-call": "off", "@typescript-eslint/no-unsafe-assignment": "off", "@typescript-eslint/no-unsafe-argument": "off" } },
  { files: ["**/*.mjs"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", setTimeout: "readonly", setInterval: "readonly", clearTimeout: "readonly", clearInterval: "readonly", fetch: "readonly", Buffer: "readonly", AbortSignal: "readonly" } } },
);
