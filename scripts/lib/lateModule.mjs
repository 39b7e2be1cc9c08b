/**
 * A module that computes much when it is loaded, loaded by the first call of its default export instead.
 * @param {string} name of a package whose default export is a function
 * @returns {import("esbuild").Plugin}
 */
export function lateModule(name) {
  const namespace = `late:${name}`;
  return {
    name: namespace,
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, ({ namespace: from, path, pluginData, ...args }) => {
        if (pluginData?.isResolved === true) return undefined;
        if (from === namespace) return resolve(path, { kind: args.kind, resolveDir: args.resolveDir, pluginData: { isResolved: true } });
        return { path, namespace, pluginData: { resolveDir: args.resolveDir } };
      });
      onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({
        contents: `let called;\nexport default (...args) => (called ??= require(${JSON.stringify(name)}).default)(...args);`,
        resolveDir: pluginData.resolveDir,
      }));
    },
  };
}
