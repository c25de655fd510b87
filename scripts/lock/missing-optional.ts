export type LockedPackage = {
  version: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
export type Lock = { packages: Record<string, LockedPackage> };
type MissingOptional = { at: string; version: string; os: string[]; cpu: string[] };

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "wasm32", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/** Optional dependencies that no entry of the lock answers, where each would stand, and the platforms its name tells. */
export function missingOptional(lock: Lock): MissingOptional[] {
  const missing: MissingOptional[] = [];
  for (const [from, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isMissing(lock, from, name, version)) missing.push({ at: `${beside(from)}node_modules/${name}`, version, ...platform(name) });
    }
  }
  return missing;
}

/** The binaries of a package are asked for by exact version: another version of the same name is no answer. */
function isMissing(lock: Lock, from: string, name: string, version: string): boolean {
  const exact = /^\d+\.\d+\.\d+/.test(version);
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const found = lock.packages[`${folder && `${folder}/`}node_modules/${name}`];
    if (found) return exact && found.version !== version;
    if (!folder) return true;
  }
}

/** "node_modules/a/node_modules/b" stands beside "node_modules/a/"'s other packages. */
function beside(from: string): string {
  return from.slice(0, Math.max(0, from.lastIndexOf("node_modules/")));
}

function platform(name: string): { os: string[]; cpu: string[] } {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((os) => words.includes(os));
  if (!system) throw new Error(`${name}: its name tells no platform; add its entry to package-lock.json by hand.`);
  // A build for WebAssembly is for no system: npm calls wasm32 a processor.
  if (system === "wasm32") return { os: [], cpu: ["wasm32"] };
  return { os: [system], cpu: PROCESSORS.filter((cpu) => words.includes(cpu)) };
}
