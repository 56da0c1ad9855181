// One start of a function in a process of its own, as Lambda starts it: says when its code was loaded and when it had answered.
const [, , bundle, event] = process.argv;
const { handler } = require(bundle);
const loaded = performance.now();
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 10_000 };
const say = () => {
  const answered = performance.now();
  const { user, system } = process.cpuUsage();
  const said = { origin: performance.timeOrigin, loaded, answered, processor: (user + system) / 1000 };
  process.stdout.write(`\n@@${JSON.stringify(said)}\n`, () => process.exit());
};
process.on('SIGTERM', say);
handler(JSON.parse(event), context).then(say, say);
