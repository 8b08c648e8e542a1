type LockedPackage = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
};

export type Lockfile = { packages: Record<string, LockedPackage> };

/**
 * Platform packages that the lockfile should have and has not, one sentence each. npm leaves them out silently when the
 * registry it asked lacked them, and then installing fails on the platforms concerned.
 */
export function missingPlatforms({ packages }: Lockfile): string[] {
  const present = new Set(
    Object.keys(packages).map((path) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ),
  );
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !present.has(name))
      .map((name) => `package-lock.json lacks ${name}, optional for ${path || 'the project'}`),
  );
}

/** Packages that run code at installation and are not on the project's list. */
export function unlistedInstallScripts(
  { packages }: Lockfile,
  allowed: Readonly<Record<string, boolean>>,
): string[] {
  return Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter((name) => !(name in allowed))
    .map(
      (name) =>
        `${name} runs a script at installation: list it under allowScripts in package.json, or do without it`,
    );
}
