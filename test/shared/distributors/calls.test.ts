import { expect, it } from 'vitest';
import { distributors } from '../../../shared/distributors/all.ts';
import { find } from '../../../shared/distributors/calls/find.ts';
import { quote } from '../../../shared/distributors/calls/quote.ts';
import { submit } from '../../../shared/distributors/calls/submit.ts';
import { track } from '../../../shared/distributors/calls/track.ts';
import { verify } from '../../../shared/distributors/calls/verify.ts';
import { forEachDistributor } from '../../../shared/domain/vocabulary.ts';

it('what a deployed function calls is the adapter’s own', () => {
  const own = {
    submit: forEachDistributor((slug) => distributors[slug].submit),
    find: forEachDistributor((slug) => distributors[slug].find),
    track: forEachDistributor((slug) => distributors[slug].track),
    verify: forEachDistributor((slug) => distributors[slug].verify),
    quote: forEachDistributor((slug) => distributors[slug].quote),
  };
  expect({ submit, find, track, verify, quote }).toEqual(own);
});
