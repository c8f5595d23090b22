const required = [20, 19];

/**
 * What to tell a person whose Node is too old; null when it is new enough.
 * @param {string} version as in process.versions.node
 * @returns {string | null}
 */
export function findNodeFault(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > required[0] || (major === required[0] && minor >= required[1])) return null;
  return `Hangtian needs Node ${required.join(".")} or newer, and this is Node ${version}. Install a newer one from nodejs.org and start again.`;
}
