#!/usr/bin/env node
// The way in. Plain JavaScript, so that an old Node can still read the sentence that says it is too old:
// with one, the database driver would crash without a word.

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Rode Draad needs Node 22.18 or newer, and this is Node ${process.versions.node}. In a checkout, run "npm ci" once and then "npm run -s rode-draad -- …": that uses the Node that comes with it.\n`,
  );
  process.exit(4);
}
// Who reads our output, `head` say, may have enough of it.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
