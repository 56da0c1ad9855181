import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { DistributorSlug } from '../../shared/domain/vocabulary.ts';
import type { Control } from './control.ts';
import { Fault } from './faults.ts';
import { pieces, read } from './reading.ts';

const Packages = v.strictObject({
  packages: v.pipe(
    v.array(
      v.strictObject({
        carrier: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
        /** Whatever a warehouse may write into the field: a number, a list, a link, a remark. */
        trackingNumber: v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000)),
        quantity: v.optional(pieces),
      }),
    ),
    v.nonEmpty(),
  ),
});

const problem = (c: Context, status: 400 | 404, title: string, detail: string): Response =>
  c.json({ title, status, detail }, status, { 'content-type': 'application/problem+json' });

const bodyOf = async <S extends v.GenericSchema>(c: Context, schema: S) => {
  const text = await c.req.text();
  try {
    return read(schema, JSON.parse(text));
  } catch {
    return { field: 'body', wrong: 'must be JSON' };
  }
};

/** The controls as routes, to be mounted at the root: `/_local/distributors/{distributor}/…`. */
export const controlRoutes = (controls: Readonly<Record<DistributorSlug, Control>>): Hono => {
  const routes = new Hono().basePath('/_local/distributors/:distributor');
  const of = (answer: (c: Context, control: Control) => Response | Promise<Response>) => (c: Context) => {
    const slug = v.safeParse(DistributorSlug, c.req.param('distributor'));
    if (slug.success) return answer(c, controls[slug.output]);
    return problem(c, 404, 'Not found', `distributor: must be one of ${Object.keys(controls).join(', ')}`);
  };
  routes.get(
    '/orders',
    of((c, control) => c.json(control.orders())),
  );
  routes.get(
    '/calls',
    of((c, control) => c.json(control.calls())),
  );
  routes.post(
    '/orders/:poNumber/ship',
    of(async (c, control) => {
      const sent = await bodyOf(c, Packages);
      if (!('value' in sent)) return problem(c, 400, 'Invalid request', `${sent.field}: ${sent.wrong}`);
      const order = control.ship(c.req.param('poNumber') ?? '', sent.value.packages);
      return order ? c.json(order) : problem(c, 404, 'Not found', 'poNumber: this distributor holds no such order');
    }),
  );
  routes.post(
    '/faults',
    of(async (c, control) => {
      const sent = await bodyOf(c, Fault);
      if (!('value' in sent)) return problem(c, 400, 'Invalid request', `${sent.field}: ${sent.wrong}`);
      control.addFault(sent.value);
      return c.json(sent.value, 201);
    }),
  );
  routes.delete(
    '/faults',
    of((c, control) => {
      control.clearFaults();
      return c.body(null, 204);
    }),
  );
  return routes;
};
