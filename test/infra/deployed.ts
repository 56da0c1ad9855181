import * as v from 'valibot';
import { dropShip, synthesize } from '../../infra/local/template/synth.ts';

const TemplateSchema = v.object({
  Resources: v.record(
    v.string(),
    v.looseObject({
      Type: v.string(),
      DependsOn: v.optional(v.array(v.string()), []),
      Properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
});
const { template } = await synthesize(dropShip, () => undefined);
const { Resources } = v.parse(TemplateSchema, JSON.parse(template));

/** Every resource of this type as it stands in the template that is deployed, by logical id. */
export const resources = (type: string) => Object.entries(Resources).filter(([, { Type }]) => Type === type);

/** The properties of every resource of this type, by logical id. */
export const all = <S extends v.GenericSchema>(type: string, schema: S): ReadonlyMap<string, v.InferOutput<S>> =>
  new Map(resources(type).map(([id, { Properties }]) => [id, v.parse(schema, Properties)]));

/** Physical names begin with the stage's prefix; the tests speak of what follows it. */
export const short = (name: string): string => name.replace(/^drop-ship-local-/, '');

const GetAtt = v.object({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) });
const Ref = v.object({ Ref: v.string() });

/** The logical id that a `Ref` or `Fn::GetAtt` points at. */
export const pointsAt = (value: unknown): string => {
  if (v.is(GetAtt, value)) return value['Fn::GetAtt'][0];
  return v.parse(Ref, value).Ref;
};
