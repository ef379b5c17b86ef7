// Says in a sentence when a script runs under a Node that is too old for it. Plain JavaScript, so that an old Node can read it.

/** Ends the process with exit code 2 unless this is Node 22.18 or newer. `command` is how to run the script under the Node that comes along. */
export function requireNode(command) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  console.error(
    `This needs Node 22.18 or newer and runs on ${process.version}: use \`${command}\` after \`npm ci\`, which runs under the Node that it installs (on macOS, install Node 24).`,
  );
  process.exit(2);
}
