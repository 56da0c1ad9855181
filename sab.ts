import { inFile, type Mutant } from './test/simulation/mutants/mutant.ts';
import { inapplicable } from './test/simulation/mutants/patch.ts';
import { runJobs } from './test/simulation/search/pool.ts';

const u = (m: Mutant, ...using: string[]): Mutant => (using.length ? { ...m, using } : m);
const P = 'shared/domain/purchase-order/',
  O = 'shared/ordering/';
const settled = 'one order at wps, until it is settled';
export const sabs:Mutant[]=[
 u(inFile(P+'look-up.ts')('03 look-up of an earlier call',"if (po.state !== 'in-doubt' || po.call?.token !== look.token) return null;\n  switch","if (po.state !== 'in-doubt') return null;\n  switch",3,settled),'timeout-before','frozen','received-then-limited'),
 u(inFile(P+'attempt.ts')('05 known number forgotten','const known = po.orderNumbers.length > 0;','const known = po.orderNumbers.length > 9;',2,'a doubtful order that wps has changed','a doubtful order that automatic has changed'),'frozen','overtaken','slow'),
 u(inFile(O+'drain-outbox.ts')('12 moved on meanwhile: the watch is left','const isOther = row.tracking !== po.tracking || row.trackUntil !== po.trackUntil;','const isOther = false && row.tracking !== po.tracking;',2,'tracking of wps that is stopped while it is resumed','an order of wps that people see to'),'frozen','overtaken','crash-after'),
]
if (process.argv[2]) {
  const bad = inapplicable(sabs);
  if (bad.length) {
    console.log(bad);
    process.exit(1);
  }
  const only = process.argv[3];
  await runJobs(
    sabs
      .filter((s) => !only || s.what.includes(only))
      .map((m) => ({
        name: m.what,
        mutant: m,
        task: {
          do: 'hunt' as const,
          what: m.what,
          in: m.in,
          faults: m.faults,
          seconds: 60,
          known: null,
          ...(m.using ? { using: m.using } : {}),
        },
      })),
    1,
    (j) => {
      console.log(
        j.name,
        'error' in j
          ? j.error
          : j.done.found.length
            ? 'CAUGHT ' +
              j.done.found[0].wrongs[0] +
              ' | ' +
              j.done.found[0].scenario +
              ' ' +
              JSON.stringify(j.done.found[0].schedule)
            : 'SURVIVED ' + j.done.schedules,
        'done' in j ? j.done.seconds.toFixed(0) + 's' : '',
      );
    },
  );
}
